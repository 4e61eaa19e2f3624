//! Reading: JSON text, any serde `Deserializer`, or a [`Value`] comes in; typed values go out.
//!
//! Generated code is not generic over its source. It reads from [`Reader`], a concrete type that hides which of the
//! three sources is behind it, so that it is compiled once, in the crate that owns the types.

mod buffered;
mod impls;
mod place;
mod record;
mod scalar;
mod scan;
mod serde;
mod text;
mod trial;
mod union;
mod value;

use crate::error::Apart;
use crate::typed::{Presence, Record, State};
use crate::{Error, Fail, Value, pattern};
pub(crate) use buffered::{Buffered, Entries, Items, Wiped};
pub(crate) use impls::insert;
use place::Place;
use record::Mask;
use scan::Scanner;
pub(crate) use scan::plain_end;
use serde::Incoming;
pub use serde::deserialize;
use std::borrow::Cow;
pub(crate) use trial::Attempts;

/// How deep arrays and objects may nest: as in `serde_json`, the 128th level is refused.
pub(crate) const DEPTH: u32 = 128;

/// Types that can be read from JSON. Each has one of the two methods, the other one is made of it.
pub trait Read<'de>: Sized {
    /// Reads the value ahead.
    ///
    /// # Errors
    /// Where the value ahead is not what the type can hold. The reader knows why.
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let mut slot = None;
        Self::read_into(&mut slot, reader)?;
        // A place that was read into without an error holds a value; this is for the compiler.
        slot.ok_or_else(|| reader.fail("the value could not be read"))
    }

    /// Reads the value ahead into a place. Large values are not moved on their way there.
    ///
    /// # Errors
    /// Those of [`Read::read`]; then what is in the place is of no use.
    #[doc(hidden)]
    fn read_into(slot: &mut Option<Self>, reader: &mut Reader<'de>) -> Result<(), Fail> {
        *slot = Some(Self::read(reader)?);
        Ok(())
    }
}

/// Reads a value from JSON text in UTF-8.
///
/// # Errors
/// Where the text is not JSON (RFC 8259), a member name occurs twice in an object, or the value is not a `T`.
pub fn from_slice<'de, T: Read<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => {
            let valid = error.valid_up_to();
            let text = std::str::from_utf8(bytes.get(..valid).unwrap_or_default()).unwrap_or_default();
            Err(Error::new("the text is not UTF-8", Some(valid)).finish(Some(text)))
        }
    }
}

/// Reads a value from JSON text.
///
/// # Errors
/// Where the text is not JSON (RFC 8259), a member name occurs twice in an object, or the value is not a `T`.
pub fn from_str<'de, T: Read<'de>>(text: &'de str) -> Result<T, Error> {
    let _budget = pattern::share();
    let mut reader = Reader::new(Source::Text(Scanner::new(text)), None, 0);
    match T::read(&mut reader).and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(fail) => Err(reader.take_error(fail).finish(Some(text))),
    }
}

/// Reads a value from a JSON value.
///
/// # Errors
/// Where the value is not a `T`.
pub fn from_value<T: for<'de> Read<'de>>(value: &Value) -> Result<T, Error> {
    let _budget = pattern::share();
    let mut reader = Reader::new(Source::Value(Some(Buffered::Borrowed(value))), None, 0);
    T::read(&mut reader).map_err(|fail| reader.take_error(fail).finish(None))
}

/// Where [`Read`] reads from.
pub struct Reader<'de> {
    source: Source<'de>,
    error: Option<Error>,
    depth: u32,
    /// The way to the value ahead from the outermost one, kept only while reading through serde: its errors cannot be
    /// changed on the way out.
    place: Option<&'de Place<'de>>,
    memo: trial::Memo,
    /// Whether what is read is a secret: then errors show nothing of it.
    veiled: bool,
}

enum Source<'de> {
    Text(Scanner<'de>),
    /// [`None`] once it was read.
    Value(Option<Buffered<'de>>),
    Serde(&'de mut (dyn Incoming + 'de)),
}

impl<'de> Reader<'de> {
    #[inline]
    fn new(source: Source<'de>, place: Option<&'de Place<'de>>, depth: u32) -> Reader<'de> {
        Reader { source, error: None, depth, place, memo: trial::Memo::default(), veiled: false }
    }

    /// Reads an object into a state: known members to their places, others to the one behind them.
    ///
    /// # Errors
    /// Where it is no object, a known member occurs twice, or required ones are missing.
    #[inline(never)]
    pub fn object(&mut self, record: &'static Record, state: &mut dyn State) -> Result<(), Fail> {
        match &self.source {
            _ if record.extra.secret && !self.veiled => self.secret_object(record, state),
            Source::Text(_) => self.object_of_text(record, state),
            Source::Value(_) => self.object_of_value(record, state),
            Source::Serde(_) => self.object_of_serde(record, state),
        }
    }

    /// Not a part of its caller, which is on the stack while members are read.
    #[inline(never)]
    fn secret_object(&mut self, record: &'static Record, state: &mut dyn State) -> Result<(), Fail> {
        self.veiled(|reader| reader.object(record, state))
    }

    /// Reads an object whose members have no names known beforehand.
    ///
    /// # Errors
    /// Where it is no object. That no name occurs twice is for `member` to see.
    #[inline(never)]
    pub fn map(&mut self, member: &mut OnMember<'_>) -> Result<(), Fail> {
        match &self.source {
            Source::Text(_) => self.map_of_text(member),
            Source::Value(_) => self.map_of_value(member),
            Source::Serde(_) => self.map_of_serde(member),
        }
    }

    /// Reads an array.
    ///
    /// # Errors
    /// Where it is no array, or an item cannot be read.
    #[inline(never)]
    pub fn array(&mut self, item: &mut OnItem<'_>) -> Result<(), Fail> {
        match &self.source {
            Source::Text(_) => self.array_of_text(item),
            Source::Value(_) => self.array_of_value(item),
            Source::Serde(_) => self.array_of_serde(item),
        }
    }

    /// Reads any value.
    ///
    /// # Errors
    /// Where the source holds none.
    pub fn value(&mut self) -> Result<Value, Fail> {
        match &mut self.source {
            Source::Text(_) => self.value_of_text(),
            Source::Value(value) => match value.take() {
                Some(value) => Ok(value.into_owned()),
                None => Err(self.fail("the value was read already")),
            },
            Source::Serde(incoming) => {
                let mut value = Value::Null;
                incoming.whole(&mut value, self.place, self.depth)?;
                Ok(value)
            }
        }
    }

    /// Reads `null`, or else calls `present` to read the value: true where it was called.
    ///
    /// # Errors
    /// Those of `present`.
    pub fn nullable(&mut self, present: &mut OnItem<'_>) -> Result<bool, Fail> {
        match &mut self.source {
            Source::Text(scanner) => {
                if scanner.begin() == Some(b'n') {
                    scanner.word("null").map_err(|error| self.put(error)).map(|()| false)
                } else {
                    present(self).map(|()| true)
                }
            }
            Source::Value(value) => {
                if matches!(value.as_deref(), Some(Value::Null)) {
                    *value = None;
                    Ok(false)
                } else {
                    present(self).map(|()| true)
                }
            }
            Source::Serde(incoming) => incoming.option(present, self.place, self.depth),
        }
    }

    /// Reads a secret: errors show nothing of it.
    ///
    /// # Errors
    /// Those of `read`.
    #[inline]
    pub(crate) fn veiled<T>(&mut self, read: impl FnOnce(&mut Reader<'de>) -> Result<T, Fail>) -> Result<T, Fail> {
        let before = std::mem::replace(&mut self.veiled, true);
        let result = read(self);
        self.veiled = before;
        result
    }

    /// Whether what is read is a secret.
    pub(crate) fn is_veiled(&self) -> bool {
        self.veiled
    }

    /// An error about the value that was begun last.
    pub fn fail(&mut self, message: impl Into<Cow<'static, str>>) -> Fail {
        let offset = self.offset();
        self.put(Error::new(message, offset))
    }

    /// An error that the value that was begun last is of another kind than `expected`.
    #[cold]
    fn mismatch(&mut self, expected: &str, found: &str) -> Fail {
        let error = Error::new(format!("expected {expected}, found {found}"), self.offset());
        self.put(error.of_words().with_apart(Apart::Kind { expected: expected.to_owned(), found: found.to_owned() }))
    }

    pub(crate) fn fail_with(&mut self, violations: crate::Violations) -> Fail {
        let offset = self.offset();
        let count = violations.len();
        let message = if count == 1 {
            format!("the value is not valid: {violations}")
        } else {
            format!("the value is not valid in {count} ways:\n{violations}")
        };
        self.put(Error::new(message, offset).with_violations(violations))
    }

    fn offset(&self) -> Option<usize> {
        match &self.source {
            Source::Text(scanner) => Some(scanner.mark),
            Source::Value(_) | Source::Serde(_) => None,
        }
    }

    fn put(&mut self, error: Error) -> Fail {
        self.error = Some(if self.veiled { error.veiled() } else { error });
        Fail(())
    }

    fn take_error(&mut self, _: Fail) -> Error {
        self.error.take().unwrap_or_else(|| Error::new("the value could not be read", None))
    }

    fn end(&mut self) -> Result<(), Fail> {
        match &mut self.source {
            Source::Text(scanner) => scanner.end().map_err(|error| self.put(error)),
            Source::Value(_) | Source::Serde(_) => Ok(()),
        }
    }

    /// One level down, unless it is too deep.
    #[inline]
    fn enter(&mut self) -> Result<(), Fail> {
        self.depth += 1;
        if self.depth >= DEPTH { Err(self.too_deep()) } else { Ok(()) }
    }

    #[cold]
    fn too_deep(&mut self) -> Fail {
        self.fail(format!("arrays and objects nest deeper than {DEPTH} levels"))
    }

    /// Reads one member of an object to its place. `next` is the index of the member that is expected.
    #[inline]
    fn entry(
        &mut self,
        name: &str,
        record: &'static Record,
        state: &mut dyn State,
        seen: &mut Mask,
        next: &mut usize,
    ) -> Result<(), Fail> {
        let result = match record.index(name, *next) {
            Some(index) if seen.insert(index) => {
                *next = index + 1;
                self.field(index, record, state)
            }
            Some(_) => Err(self.duplicate(name)),
            None => state.rest().member(name, self),
        };
        result.map_err(|fail| self.in_member(name, fail))
    }

    /// Reads the value of a member of a record to its place.
    #[inline(always)]
    fn field(&mut self, index: usize, record: &'static Record, state: &mut dyn State) -> Result<(), Fail> {
        match record.presence.get(index) {
            Some(Presence::Required | Presence::Optional | Presence::OptionalNullable) | None => {
                state.slot(index).fill(self)
            }
            Some(
                presence @ (Presence::Nullable
                | Presence::NullRemembered
                | Presence::NullDropped
                | Presence::NullUnknown),
            ) => self.field_or_null(index, *presence, record, state),
        }
    }

    /// Reads the value of a member, or `null`, which leaves the field as it is.
    fn field_or_null(
        &mut self,
        index: usize,
        presence: Presence,
        record: &'static Record,
        state: &mut dyn State,
    ) -> Result<(), Fail> {
        let slot = state.slot(index);
        if !self.nullable(&mut |reader| slot.fill(reader))? && presence == Presence::NullRemembered {
            state.rest().null(record.names.get(index).copied().unwrap_or_default());
        }
        Ok(())
    }

    #[cold]
    pub(crate) fn duplicate(&mut self, name: &str) -> Fail {
        let error = Error::new(format!("member `{}` occurs twice", name.escape_debug()), self.offset());
        self.put(error.of_words())
    }

    #[cold]
    fn in_member(&mut self, name: &str, fail: Fail) -> Fail {
        if let Some(error) = &mut self.error {
            error.push_member(name);
        }
        fail
    }

    #[cold]
    fn in_item(&mut self, index: usize, fail: Fail) -> Fail {
        if let Some(error) = &mut self.error {
            error.push_index(index);
        }
        fail
    }
}

/// What takes a string that need not be kept.
pub trait Take {
    /// Takes it.
    fn take_str(&mut self, text: &str);
}

impl<T: for<'a> From<&'a str>> Take for T {
    fn take_str(&mut self, text: &str) {
        *self = T::from(text);
    }
}

/// What reads an item of an array.
pub type OnItem<'a> = dyn for<'r> FnMut(&mut Reader<'r>) -> Result<(), Fail> + 'a;

/// What reads a member of an object, given its name.
pub type OnMember<'a> = dyn for<'r> FnMut(&str, &mut Reader<'r>) -> Result<(), Fail> + 'a;
