//! Reading through any serde `Deserializer`, hidden behind trait objects.
//!
//! Each step asks `deserialize_any` what stands there, so only formats that describe themselves work. Errors go out as
//! the format's own, which keeps what it knows about places; therefore the message must be complete, pointer included,
//! where it is made.

mod access;
mod token;
mod visit;
mod whole;

use crate::read::place::{Place, pointer};
use crate::read::{OnItem, OnMember, Read, Reader, Source};
use crate::shown::Shown;
use crate::typed::{Record, State};
use crate::{Error, Fail, Value, pattern};
use access::{Seed, Work};
use serde_core::de::{DeserializeSeed, Deserializer, Error as _, Visitor};
use std::fmt;
use visit::Visit;
pub(crate) use visit::{Request, Want};
use whole::{Part, Whole};

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
    let mut reader = Reader::of_serde(&mut erased, None, 0);
    match T::read(&mut reader) {
        Ok(value) => Ok(value),
        Err(fail) => {
            let error = reader.take_error(fail);
            Err(erased.failed(error, None))
        }
    }
}

/// Asking a format: not parts of what calls them, which is on the stack meanwhile.
impl<'de> Reader<'de> {
    /// A reader of its own for a value inside.
    fn of_serde(incoming: &'de mut (dyn Incoming + 'de), place: Option<&'de Place<'de>>, depth: u32) -> Reader<'de> {
        Reader::new(Source::Serde(incoming), place, depth)
    }

    #[inline(always)]
    pub(super) fn object_of_serde(&mut self, record: &'static Record, state: &mut dyn State) -> Result<(), Fail> {
        let Source::Serde(incoming) = &mut self.source else { return Err(Fail(())) };
        incoming.any(&mut Request {
            want: Want::Object(record, state),
            expected: "an object",
            place: self.place,
            depth: self.depth,
        })
    }

    pub(super) fn map_of_serde(&mut self, member: &mut OnMember<'_>) -> Result<(), Fail> {
        let Source::Serde(incoming) = &mut self.source else { return Err(Fail(())) };
        incoming.any(&mut Request {
            want: Want::Map(member),
            expected: "an object",
            place: self.place,
            depth: self.depth,
        })
    }

    #[inline(always)]
    pub(super) fn array_of_serde(&mut self, item: &mut OnItem<'_>) -> Result<(), Fail> {
        let Source::Serde(incoming) = &mut self.source else { return Err(Fail(())) };
        incoming.any(&mut Request {
            want: Want::Array(item),
            expected: "an array",
            place: self.place,
            depth: self.depth,
        })
    }

    pub(super) fn request<'w>(&mut self, want: Want<'w>, expected: &'static str) -> Result<(), Fail>
    where
        'de: 'w,
    {
        let Source::Serde(incoming) = &mut self.source else { return Err(Fail(())) };
        incoming.any(&mut Request { want, expected, place: self.place, depth: self.depth })
    }
}

fn located(message: &str, pointer: &str) -> String {
    if pointer.is_empty() { message.to_owned() } else { format!("{message} at {}", Shown(pointer)) }
}

/// A deserializer of any format, not yet used.
pub(crate) trait Incoming {
    /// Asks what stands there and does with it what the request says.
    fn any(&mut self, request: &mut Request<'_>) -> Result<(), Fail>;

    /// Reads whatever stands there.
    fn whole(&mut self, out: &mut Value, place: Option<&Place<'_>>, depth: u32) -> Result<(), Fail>;

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
    #[cold]
    #[inline(never)]
    fn failed(&mut self, error: Error, place: Option<&Place<'_>>) -> D::Error {
        self.error.take().unwrap_or_else(|| {
            let error = error.finish(None);
            D::Error::custom(located(error.message(), &(pointer(place) + error.pointer())))
        })
    }

    #[cold]
    fn keep<T>(&mut self, error: D::Error) -> Result<T, Fail> {
        self.error = Some(error);
        Err(Fail(()))
    }
}

impl<'de, D: Deserializer<'de>> Incoming for Erased<D, D::Error> {
    fn any(&mut self, request: &mut Request<'_>) -> Result<(), Fail> {
        let Some(deserializer) = self.deserializer.take() else { return Err(Fail(())) };
        match deserializer.deserialize_any(Visit(request)) {
            Ok(()) => Ok(()),
            Err(error) => self.keep(error),
        }
    }

    fn whole(&mut self, out: &mut Value, place: Option<&Place<'_>>, depth: u32) -> Result<(), Fail> {
        let Some(deserializer) = self.deserializer.take() else { return Err(Fail(())) };
        match deserializer.deserialize_any(Whole(&mut Part { out, place, depth })) {
            Ok(()) => Ok(()),
            Err(error) => self.keep(error),
        }
    }

    fn option(&mut self, present: &mut OnItem<'_>, place: Option<&Place<'_>>, depth: u32) -> Result<bool, Fail> {
        let Some(deserializer) = self.deserializer.take() else { return Err(Fail(())) };
        match deserializer.deserialize_option(Nullable(&mut Work { run: present, place, depth })) {
            Ok(present) => Ok(present),
            Err(error) => self.keep(error),
        }
    }
}

struct Nullable<'r, 'w>(&'r mut Work<'w>);

impl<'de> Visitor<'de> for Nullable<'_, '_> {
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
        Seed(self.0).deserialize(deserializer).map(|()| true)
    }
}
