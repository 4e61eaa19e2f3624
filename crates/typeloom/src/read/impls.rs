//! [`Read`] for the types of the standard library and of this crate, and what generated code calls for its fields.

use crate::{Fail, Integer, Number, Read, Reader, Sensitive, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use zeroize::Zeroize;

/// Reads the value of a field. Not inlined: it is compiled once for each type, not for each field.
///
/// # Errors
/// Where the value cannot be read.
#[inline(never)]
pub fn fill<'de, T: Read<'de>>(slot: &mut Option<T>, reader: &mut Reader<'de>) -> Result<(), Fail> {
    *slot = Some(T::read(reader)?);
    Ok(())
}

/// Reads the value of a field of which nothing says whether it may be `null`: that leaves the field absent and is
/// remembered among the unknown members, to be written back.
///
/// # Errors
/// Where the value cannot be read.
#[inline(never)]
pub fn fill_or_null<'de, T: for<'a> Read<'a>>(
    slot: &mut Option<T>,
    unknown: &mut BTreeMap<String, Value>,
    name: &'static str,
    reader: &mut Reader<'de>,
) -> Result<(), Fail> {
    let present = reader.nullable(&mut |reader| {
        *slot = Some(T::read(reader)?);
        Ok(())
    })?;
    if !present {
        unknown.insert(name.to_owned(), Value::Null);
    }
    Ok(())
}

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
            place.insert(T::read(reader)?);
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

impl<'de, T: Read<'de>> Read<'de> for Box<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        T::read(reader).map(Box::new)
    }
}

impl<'de, T: for<'a> Read<'a>> Read<'de> for Option<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let mut value = None;
        reader.nullable(&mut |reader| {
            value = Some(T::read(reader)?);
            Ok(())
        })?;
        Ok(value)
    }
}

impl<'de, T: for<'a> Read<'a>> Read<'de> for Vec<T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let mut items = Vec::new();
        reader.array(&mut |reader| {
            items.push(T::read(reader)?);
            Ok(())
        })?;
        Ok(items)
    }
}

impl<'de, T: for<'a> Read<'a>> Read<'de> for BTreeMap<String, T> {
    fn read(reader: &mut Reader<'de>) -> Result<Self, Fail> {
        let mut members = BTreeMap::new();
        reader.map(&mut |name, reader| insert(&mut members, name, reader))?;
        Ok(members)
    }
}
