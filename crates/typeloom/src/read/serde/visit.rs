//! What the reader wants to know of a value, and what the format tells about it.

use crate::read::buffered::all_or_wiped;
use crate::read::place::{Place, Step, pointer};
use crate::read::record::{AnyMembers, Mask};
use crate::read::scalar::Scalar;
use crate::read::serde::access::{Entries, EntriesOf, Foreign, Items, ItemsOf, Job, Key, Seed};
use crate::read::serde::located;
use crate::read::{DEPTH, OnItem, OnMember, Record, insert};
use crate::{Number, Value};
use serde_core::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// The only member of the object that stands for a number where serde_json's `arbitrary_precision` is on.
const NUMBER: &str = "$serde_json::private::Number";

/// What to do with what stands there.
pub(crate) struct Visit<'w> {
    want: Want<'w>,
    expected: &'static str,
    place: Option<&'w Place<'w>>,
    depth: u32,
}

pub(crate) enum Want<'w> {
    Scalar(&'w mut Scalar<'static>),
    /// A string that need not be kept.
    Text(&'w mut dyn FnMut(&str)),
    Whole(&'w mut Value),
    Object(&'static Record, &'w mut AnyMembers<'w>),
    Map(&'w mut OnMember<'w>),
    Array(&'w mut OnItem<'w>),
}

/// Why a visit stops: the format has an error, or we have one.
enum Stop {
    Foreign,
    Own(String),
}

impl From<Foreign> for Stop {
    fn from(_: Foreign) -> Stop {
        Stop::Foreign
    }
}

impl<'w> Visit<'w> {
    #[inline]
    pub(crate) fn new(want: Want<'w>, expected: &'static str, place: Option<&'w Place<'w>>, depth: u32) -> Visit<'w> {
        Visit { want, expected, place, depth }
    }
}

fn mismatch(expected: &str, found: &str, place: Option<&Place<'_>>) -> String {
    located(&format!("expected {expected}, found {found}"), &pointer(place))
}

impl Visit<'_> {
    fn scalar(self, found: Scalar<'static>) -> Result<(), String> {
        match self.want {
            Want::Scalar(out) => {
                *out = found;
                Ok(())
            }
            Want::Whole(out) => {
                let kind = found.kind();
                *out = match found {
                    Scalar::Null => Value::Null,
                    Scalar::Bool(boolean) => Value::Bool(boolean),
                    Scalar::Text(text) => Value::String(text.into_owned()),
                    Scalar::Unsigned(_)
                    | Scalar::Signed(_)
                    | Scalar::Float(_)
                    | Scalar::Number(_)
                    | Scalar::Other(_) => match found.into_number() {
                        Ok(number) => Value::Number(number),
                        Err(_) => return Err(mismatch(self.expected, kind, self.place)),
                    },
                };
                Ok(())
            }
            Want::Text(_) | Want::Object(..) | Want::Map(_) | Want::Array(_) => {
                Err(mismatch(self.expected, found.kind(), self.place))
            }
        }
    }

    fn not_finite(&self) -> String {
        mismatch(self.expected, "a number that is not finite", self.place)
    }

    fn too_deep(&self) -> Result<(), Stop> {
        if self.depth + 1 < DEPTH {
            return Ok(());
        }
        let text = format!("arrays and objects nest deeper than {DEPTH} levels");
        Err(Stop::Own(located(&text, &pointer(self.place))))
    }

    fn seq(self, items: &mut dyn Items) -> Result<(), Stop> {
        self.too_deep()?;
        match self.want {
            Want::Array(item) => each(items, self.place, self.depth + 1, item),
            Want::Whole(out) => {
                let mut array = Vec::new();
                let read = each(items, self.place, self.depth + 1, &mut |reader| {
                    array.push(reader.value()?);
                    Ok(())
                });
                *out = all_or_wiped(read, Value::Array(array))?;
                Ok(())
            }
            Want::Scalar(_) | Want::Text(_) | Want::Object(..) | Want::Map(_) => {
                Err(Stop::Own(mismatch(self.expected, "an array", self.place)))
            }
        }
    }

    /// An object, or a number that `arbitrary_precision` shows as one.
    fn map(self, entries: &mut dyn Entries) -> Result<(), Stop> {
        self.too_deep()?;
        let record = if let Want::Object(record, _) = &self.want { Some(*record) } else { None };
        let key = entries.key(record)?;
        if matches!(&key, Key::Other(name) if name == NUMBER) {
            return self.number(entries);
        }
        let (place, depth) = (self.place, self.depth + 1);
        match self.want {
            Want::Object(record, members) => fields(entries, key, place, depth, record, members),
            Want::Map(member) => each_member(entries, key, place, depth, member),
            Want::Whole(out) => {
                let mut object = BTreeMap::new();
                let read =
                    each_member(entries, key, place, depth, &mut |name, reader| insert(&mut object, name, reader));
                *out = all_or_wiped(read, Value::Object(object))?;
                Ok(())
            }
            Want::Scalar(_) | Want::Text(_) | Want::Array(_) => {
                Err(Stop::Own(mismatch(self.expected, "an object", self.place)))
            }
        }
    }

    fn number(self, entries: &mut dyn Entries) -> Result<(), Stop> {
        let mut text = String::new();
        let mut read = |reader: &mut crate::Reader<'_>| {
            text = reader.string()?;
            Ok(())
        };
        entries.value(Seed { job: Job::Item(&mut read), place: self.place, depth: self.depth })?;
        match Number::new(&text) {
            Some(number) => self.scalar(Scalar::Number(number)).map_err(Stop::Own),
            None => Err(Stop::Own(mismatch(self.expected, "a number that is not JSON's", self.place))),
        }
    }
}

/// Reads the members of an object into those of a record.
fn fields(
    entries: &mut dyn Entries,
    mut key: Key,
    parent: Option<&Place<'_>>,
    depth: u32,
    record: &'static Record,
    members: &mut AnyMembers<'_>,
) -> Result<(), Stop> {
    let mut seen = Mask::new(record.names.len());
    loop {
        let (name, index) = match &key {
            Key::End => break,
            Key::Known(index) => (record.names.get(*index).copied().unwrap_or_default(), Some(*index)),
            Key::Alias(index, name) => (name.as_str(), Some(*index)),
            Key::Other(name) => (name.as_str(), None),
        };
        let job = match index {
            Some(index) if seen.insert(index) => Job::Field(members, index),
            Some(_) => Job::Duplicate(name),
            None => Job::Other(members, name),
        };
        let here = Place { parent, step: Step::Member(name) };
        entries.value(Seed { job, place: Some(&here), depth })?;
        key = entries.key(Some(record))?;
    }
    match seen.missing(record) {
        None => Ok(()),
        Some((text, _)) => Err(Stop::Own(located(&text, &pointer(parent)))),
    }
}

/// Reads the members of an object that has no names known beforehand.
fn each_member(
    entries: &mut dyn Entries,
    mut key: Key,
    parent: Option<&Place<'_>>,
    depth: u32,
    member: &mut OnMember<'_>,
) -> Result<(), Stop> {
    while let Key::Other(name) = key {
        let here = Place { parent, step: Step::Member(&name) };
        entries.value(Seed { job: Job::Member(member, &name), place: Some(&here), depth })?;
        key = entries.key(None)?;
    }
    Ok(())
}

/// Reads the items of an array.
fn each(items: &mut dyn Items, parent: Option<&Place<'_>>, depth: u32, item: &mut OnItem<'_>) -> Result<(), Stop> {
    let mut index = 0;
    loop {
        let here = Place { parent, step: Step::Index(index) };
        if !items.item(Seed { job: Job::Item(item), place: Some(&here), depth })? {
            return Ok(());
        }
        index += 1;
    }
}

impl<'de> Visitor<'de> for Visit<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null).map_err(E::custom)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null).map_err(E::custom)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<(), E> {
        self.scalar(Scalar::Bool(boolean)).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.scalar(Scalar::Signed(number)).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.scalar(Scalar::Unsigned(number)).map_err(E::custom)
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.scalar(Scalar::Number(Number::from(number))).map_err(E::custom)
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.scalar(Scalar::Number(Number::from(number))).map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        if number.is_finite() {
            self.scalar(Scalar::Float(number)).map_err(E::custom)
        } else {
            Err(E::custom(self.not_finite()))
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match self.want {
            Want::Text(take) => take(text),
            Want::Scalar(out) => *out = Scalar::Text(Cow::Owned(text.to_owned())),
            Want::Whole(out) => *out = Value::String(text.to_owned()),
            Want::Object(..) | Want::Map(_) | Want::Array(_) => {
                return Err(E::custom(mismatch(self.expected, "a string", self.place)));
            }
        }
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        if let Want::Text(take) = self.want {
            take(&text);
            return Ok(());
        }
        self.scalar(Scalar::Text(Cow::Owned(text))).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        let mut items = ItemsOf::new(items);
        match self.seq(&mut items) {
            Ok(()) => Ok(()),
            Err(Stop::Own(sentence)) => Err(A::Error::custom(sentence)),
            Err(Stop::Foreign) => Err(items.error.unwrap_or_else(|| A::Error::custom("the array could not be read"))),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        let mut entries = EntriesOf::new(entries);
        match self.map(&mut entries) {
            Ok(()) => Ok(()),
            Err(Stop::Own(sentence)) => Err(A::Error::custom(sentence)),
            Err(Stop::Foreign) => {
                Err(entries.error.unwrap_or_else(|| A::Error::custom("the object could not be read")))
            }
        }
    }
}
