//! Values that are known to be valid.

use crate::read::{Read, Reader};
use crate::validate::{At, Report, Validate, Violations};
use crate::write::{Write, Writer};
use crate::{Fail, bridge};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use std::ops::Deref;

/// A value that its document allows. Reading one reads the value and validates it; it cannot be changed afterwards.
///
/// Works wherever serde works: `serde_json::from_str::<Valid<T>>` succeeds for exactly the instances that the document
/// allows.
#[derive(Clone, PartialEq, Debug)]
pub struct Valid<T>(T);

impl<T: Validate> Valid<T> {
    /// Validates a value.
    ///
    /// # Errors
    /// Every violation, where there is one.
    pub fn new(value: T) -> Result<Valid<T>, Violations> {
        value.validate()?;
        Ok(Valid(value))
    }
}

impl<T> Valid<T> {
    /// The value, which may be changed from now on.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> AsRef<T> for Valid<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<'de, T: Read<'de> + Validate> Read<'de> for Valid<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let value = T::read(reader)?;
        Valid::new(value).map_err(|violations| reader.fail_with(violations))
    }
}

impl<T: Write> Write for Valid<T> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        self.0.write(writer)
    }
}

impl<T: Validate> Validate for Valid<T> {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        self.0.check(at, report);
    }
}

impl<'de, T: for<'a> Read<'a> + Validate> Deserialize<'de> for Valid<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bridge::deserialize(deserializer)
    }
}

impl<T: Write> Serialize for Valid<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        bridge::serialize(&self.0, serializer)
    }
}
