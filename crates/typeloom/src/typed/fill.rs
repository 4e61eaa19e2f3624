//! Places for what is read: the fields of a struct that is being read, and its map of members without a field.

use super::Blank;
use crate::read::insert;
use crate::{Fail, Integer, Number, Read, Reader, Sensitive, Unknown, Value};
use std::collections::BTreeMap;
use zeroize::Zeroize;

/// A struct that is being read: a place for each field, and one for members without a field.
pub trait State {
    /// The place of the field at `index`.
    fn slot(&mut self, index: usize) -> &mut dyn Fill;

    /// The place of members without a field.
    fn rest(&mut self) -> &mut dyn Rest;
}

/// A place for one value. That of an `Option` takes what is in it: `null` and missing members are for
/// [`Presence`](super::Presence) to decide.
pub trait Fill {
    /// Reads a value to this place.
    ///
    /// # Errors
    /// Where the value cannot be read. What stands there then means nothing.
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Fail>;
}

/// A place for members without a field.
pub trait Rest {
    /// Reads the value of the member `name`.
    ///
    /// # Errors
    /// Where the value cannot be read, or there is one of this name.
    fn member(&mut self, name: &str, reader: &mut Reader<'_>) -> Result<(), Fail>;

    /// Remembers that the member `name` was `null`. Nothing where the map cannot hold that.
    fn null(&mut self, _: &str) {}
}

/// Puts a value where nothing stands: so there is no code that drops what does. Not inlined: the value would be on the
/// stack while what is in it is read.
#[inline(never)]
pub(super) fn put<T>(slot: &mut Option<T>, value: T) {
    std::mem::forget(slot.replace(value));
}

/// Puts a blank value where nothing stands.
#[inline(never)]
fn put_blank<T: Blank>(slot: &mut Option<T>) {
    std::mem::forget(slot.replace(T::BLANK));
}

/// Reads a value to where it stays.
///
/// # Errors
/// Where the value cannot be read.
#[inline(always)]
pub fn fill<T: Blank + Fill>(slot: &mut Option<T>, reader: &mut Reader<'_>) -> Result<(), Fail> {
    put_blank(slot);
    match slot {
        Some(blank) => blank.fill(reader),
        None => Err(Fail(())),
    }
}

/// Reads a value that takes the place of another one as a whole.
///
/// # Errors
/// Where the value cannot be read.
pub fn refill<T: for<'a> Read<'a>>(place: &mut T, reader: &mut Reader<'_>) -> Result<(), Fail> {
    let mut slot = None;
    T::read_into(&mut slot, reader)?;
    replace(place, &mut slot);
    Ok(())
}

/// Not a part of its caller, which is on the stack while values are read.
#[inline(never)]
fn replace<T>(place: &mut T, slot: &mut Option<T>) {
    if let Some(value) = slot.take() {
        *place = value;
    }
}

macro_rules! by_reading {
    ($($type:ty)*) => {
        $(impl Fill for $type {
            fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Fail> {
                *self = Read::read(reader)?;
                Ok(())
            }
        })*
    };
}

by_reading!(() bool i32 i64 u32 u64 f64 String Value Number Integer Unknown);

impl<T: for<'a> Read<'a> + Zeroize> Fill for Sensitive<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Fail> {
        *self = Read::read(reader)?;
        Ok(())
    }
}

impl<T: Fill> Fill for Box<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Fail> {
        (**self).fill(reader)
    }
}

impl<T: for<'a> Read<'a>> Fill for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Fail> {
        T::read_into(self, reader)
    }
}

/// Not a part of its caller, which is on the stack while items are read.
#[inline(never)]
fn push<T>(items: &mut Vec<T>, slot: &mut Option<T>) {
    if let Some(item) = slot.take() {
        items.push(item);
    }
}

impl<T: for<'a> Read<'a>> Fill for Vec<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Fail> {
        reader.array(&mut |reader| {
            let mut item = None;
            T::read_into(&mut item, reader)?;
            push(self, &mut item);
            Ok(())
        })
    }
}

impl<T: for<'a> Read<'a>> Fill for BTreeMap<String, T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Fail> {
        reader.map(&mut |name, reader| insert(self, name, reader))
    }
}

impl<T: for<'a> Read<'a>> Rest for BTreeMap<String, T> {
    fn member(&mut self, name: &str, reader: &mut Reader<'_>) -> Result<(), Fail> {
        insert(self, name, reader)
    }
}

impl Rest for Unknown {
    fn member(&mut self, name: &str, reader: &mut Reader<'_>) -> Result<(), Fail> {
        insert(self, name, reader)
    }

    fn null(&mut self, name: &str) {
        self.entry(name.to_owned()).or_default();
    }
}
