//! [`Read`] for the types of the standard library and of this crate.

use crate::typed::Fill;
use crate::{Fail, Integer, Number, Read, Reader, Sensitive, Unknown, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use zeroize::Zeroize;

/// Reads the value of a member into a map.
///
/// # Errors
/// Where the value cannot be read, or the map has one of this name already.
#[inline(never)]
pub fn insert<'de, T: Read<'de>>(
    members: &mut BTreeMap<String, T>,
    name: &str,
    reader: &mut Reader<'de>,
) -> Result<(), Fail> {
    match members.entry(name.to_owned()) {
        Entry::Vacant(place) => {
            let mut value = None;
            T::read_into(&mut value, reader)?;
            if let Some(value) = value {
                place.insert(value);
            }
            Ok(())
        }
        Entry::Occupied(_) => Err(reader.duplicate(name)),
    }
}

impl Read<'_> for () {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.null()
    }
}

impl Read<'_> for bool {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.boolean()
    }
}

impl Read<'_> for i32 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        // The cast keeps the value: it was asked to be within range.
        reader.signed(i32::MIN.into(), i32::MAX.into()).map(|number| number as i32)
    }
}

impl Read<'_> for i64 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.signed(i64::MIN, i64::MAX)
    }
}

impl Read<'_> for u32 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        // The cast keeps the value: it was asked to be within range.
        reader.unsigned(u32::MAX.into()).map(|number| number as u32)
    }
}

impl Read<'_> for u64 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.unsigned(u64::MAX)
    }
}

impl Read<'_> for f64 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.float()
    }
}

impl Read<'_> for String {
    #[inline]
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.string()
    }
}

impl Read<'_> for Value {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.value()
    }
}

impl Read<'_> for Number {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        reader.number()
    }
}

impl Read<'_> for Integer {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        let number = reader.number()?;
        match Integer::new(number) {
            Some(integer) => Ok(integer),
            None => Err(reader.fail("expected an integer, found a number with a fraction")),
        }
    }
}

impl<'de, T: Read<'de> + Zeroize> Read<'de> for Sensitive<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        reader.veiled(T::read).map(Sensitive::from)
    }
}

/// Not a part of its caller, which is on the stack while the value is read.
#[inline(never)]
fn boxed<T>(slot: &mut Option<Box<T>>, inner: &mut Option<T>) {
    *slot = inner.take().map(Box::new);
}

impl<'de, T: Read<'de>> Read<'de> for Box<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        T::read(reader).map(Box::new)
    }

    fn read_into(slot: &mut Option<Self>, reader: &mut Reader<'de>) -> Result<(), Fail> {
        let mut inner = None;
        T::read_into(&mut inner, reader)?;
        boxed(slot, &mut inner);
        Ok(())
    }
}

impl<'de, T: for<'a> Read<'a>> Read<'de> for Option<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let mut value = None;
        reader.nullable(&mut |reader| T::read_into(&mut value, reader))?;
        Ok(value)
    }
}

impl<'de, T: for<'a> Read<'a>> Read<'de> for Vec<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let mut items = Vec::new();
        items.fill(reader)?;
        Ok(items)
    }
}

impl<'de, T: for<'a> Read<'a>> Read<'de> for BTreeMap<String, T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let mut members = BTreeMap::new();
        members.fill(reader)?;
        Ok(members)
    }
}

impl Read<'_> for Unknown {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Fail> {
        BTreeMap::read(reader).map(Unknown::from)
    }
}
