//! Types of other crates in generated ones, by way of serde.
//!
//! A [`Value`] is made of what is read, and the other type of that; writing goes the same way back. Knows nothing of
//! what these types are.

mod error;
mod from_value;
mod to_value;

use crate::validate::{At, Report, Validate};
use crate::{Fail, Read, Reader, Value, Write, Writer};
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use std::fmt;
use std::ops::{Deref, DerefMut};
use zeroize::Zeroize;

/// A value of a type of another crate, which stands for a schema with `x-rust-type`.
///
/// What that type reads is valid, and it is written as that type writes it: the rules of the schema are left to it.
///
/// ```
/// use typeloom::{External, from_str, to_string};
/// use std::net::IpAddr;
///
/// let address: External<IpAddr> = from_str(r#""::1""#)?;
/// assert!(address.is_loopback());
/// assert_eq!(to_string(&address)?, r#""::1""#);
/// assert!(from_str::<External<IpAddr>>(r#""localhost""#).is_err());
/// # Ok::<(), typeloom::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct External<T>(pub T);

impl<T: DeserializeOwned> Read<'_> for External<T> {
    fn read(reader: &mut Reader<'_>) -> Result<External<T>, Fail> {
        let value = Value::read(reader)?;
        match T::deserialize(from_value::FromValue(value)) {
            Ok(inner) => Ok(External(inner)),
            Err(error) => Err(reader.fail(error.to_string())),
        }
    }
}

impl<T: Serialize> Write for External<T> {
    fn write(&self, writer: &mut Writer<'_>) -> Result<(), Fail> {
        match self.0.serialize(to_value::ToValue) {
            Ok(value) => value.write(writer),
            Err(error) => Err(writer.fail(error.to_string())),
        }
    }
}

impl<T> Validate for External<T> {
    #[inline]
    fn check(&self, _: &At<'_>, _: &mut Report) {}
}

impl<T: fmt::Debug> fmt::Debug for External<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Nothing is known of the other type: what it holds is its own business.
impl<T> Zeroize for External<T> {
    fn zeroize(&mut self) {}
}

impl<T> Deref for External<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for External<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for External<T> {
    fn from(inner: T) -> External<T> {
        External(inner)
    }
}
