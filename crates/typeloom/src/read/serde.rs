//! Reading through any serde `Deserializer`, hidden behind trait objects.
//!
//! Each step asks `deserialize_any` what stands there, so only formats that describe themselves work. Errors go out as
//! the format's own, which keeps what it knows about places; therefore the message must be complete, pointer included,
//! where it is made.

mod access;
mod token;
mod visit;

use crate::read::place::{Place, pointer};
use crate::read::{OnItem, Read, Reader, Source};
use crate::shown::Shown;
use crate::{Fail, pattern};
use serde_core::de::{Deserializer, Error as _, Visitor};
use std::fmt;
pub(crate) use visit::{Visit, Want};

/// Reads a value through serde. What generated `Deserialize` impls call.
///
/// # Errors
/// Those of the format, and where the value is not a `T`.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> Read<'a>,
    D: Deserializer<'de>,
{
    let _budget = pattern::share();
    let mut erased = Erased::new(deserializer);
    let mut reader = Reader::new(Source::Serde(&mut erased), None, 0);
    let read = match T::read(&mut reader) {
        Ok(value) => Ok(value),
        Err(fail) => Err(sentence(reader, fail, None)),
    };
    erased.finish(read)
}

/// What went wrong, for the case that the format has no error of its own.
#[cold]
fn sentence(mut reader: Reader<'_>, fail: Fail, place: Option<&Place<'_>>) -> String {
    let error = reader.take_error(fail).finish(None);
    located(error.message(), &(pointer(place) + error.pointer()))
}

fn located(message: &str, pointer: &str) -> String {
    if pointer.is_empty() { message.to_owned() } else { format!("{message} at {}", Shown(pointer)) }
}

/// A deserializer of any format, not yet used.
pub(crate) trait Incoming {
    /// Asks what stands there and does with it what `visit` says.
    fn any(&mut self, visit: Visit<'_>) -> Result<(), Fail>;

    /// Reads `null`, or else calls `present`: true where it was called.
    fn option(&mut self, present: &mut OnItem<'_>, place: Option<&Place<'_>>, depth: u32) -> Result<bool, Fail>;
}

/// Taken as soon as it is used. The error is kept for whoever returns to the format.
struct Erased<D, E> {
    deserializer: Option<D>,
    error: Option<E>,
}

impl<'de, D: Deserializer<'de>> Erased<D, D::Error> {
    #[inline]
    fn new(deserializer: D) -> Self {
        Erased { deserializer: Some(deserializer), error: None }
    }

    /// Back to the format: with its own error, if there is one.
    #[inline]
    fn finish<T>(self, result: Result<T, String>) -> Result<T, D::Error> {
        match (result, self.error) {
            (Ok(value), _) => Ok(value),
            (Err(_), Some(error)) => Err(error),
            (Err(sentence), None) => Err(D::Error::custom(sentence)),
        }
    }
}

impl<'de, D: Deserializer<'de>> Incoming for Erased<D, D::Error> {
    fn any(&mut self, visit: Visit<'_>) -> Result<(), Fail> {
        let Some(deserializer) = self.deserializer.take() else { return Err(Fail(())) };
        match deserializer.deserialize_any(visit) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.error = Some(error);
                Err(Fail(()))
            }
        }
    }

    fn option(&mut self, present: &mut OnItem<'_>, place: Option<&Place<'_>>, depth: u32) -> Result<bool, Fail> {
        let Some(deserializer) = self.deserializer.take() else { return Err(Fail(())) };
        match deserializer.deserialize_option(Nullable { present, place, depth }) {
            Ok(present) => Ok(present),
            Err(error) => {
                self.error = Some(error);
                Err(Fail(()))
            }
        }
    }
}

struct Nullable<'w> {
    present: &'w mut OnItem<'w>,
    place: Option<&'w Place<'w>>,
    depth: u32,
}

impl<'de> Visitor<'de> for Nullable<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        let mut erased = Erased::new(deserializer);
        let read = access::work(&mut erased, access::Job::Item(self.present), self.place, self.depth);
        erased.finish(read.map(|()| true))
    }
}
