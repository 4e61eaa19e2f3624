//! What the reader wants to know of a value, and what the format tells about it.
//!
//! Every level of a document is a dozen calls deep, and without optimisation each keeps all it was ever given on the
//! stack. So what is large is passed by pointer here, and what is rare stands in functions of its own.

use crate::Number;
use crate::read::place::{Place, Step, pointer};
use crate::read::record::{AnyMembers, Mask};
use crate::read::scalar::Scalar;
use crate::read::serde::access::{Entries, EntriesOf, Foreign, Items, ItemsOf, Job, Key, Work};
use crate::read::serde::located;
use crate::read::serde::token::{self, Meaning};
use crate::read::{DEPTH, OnItem, OnMember, Record};
use serde_core::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What to do with what stands there.
pub(crate) struct Request<'w> {
    pub(crate) want: Want<'w>,
    pub(crate) expected: &'static str,
    pub(crate) place: Option<&'w Place<'w>>,
    pub(crate) depth: u32,
}

pub(crate) enum Want<'w> {
    Scalar(&'w mut Scalar<'static>),
    /// A string that need not be kept.
    Text(&'w mut dyn FnMut(&str)),
    Object(&'static Record, &'w mut AnyMembers<'w>),
    Map(&'w mut OnMember<'w>),
    Array(&'w mut OnItem<'w>),
}

/// Why a visit stops: the format has an error, or we have one.
pub(super) enum Stop {
    Foreign,
    Own(Box<String>),
}

impl From<Foreign> for Stop {
    fn from(_: Foreign) -> Stop {
        Stop::Foreign
    }
}

/// The request on its way through the format.
pub(super) struct Visit<'r, 'w>(pub(super) &'r mut Request<'w>);

impl Request<'_> {
    fn scalar<E: Error>(&mut self, found: Scalar<'static>) -> Result<(), E> {
        match &mut self.want {
            Want::Scalar(out) => {
                **out = found;
                Ok(())
            }
            Want::Text(_) | Want::Object(..) | Want::Map(_) | Want::Array(_) => {
                Err(E::custom(self.mismatch(found.kind())))
            }
        }
    }

    #[cold]
    fn mismatch(&self, found: &str) -> String {
        located(&format!("expected {}, found {found}", self.expected), &pointer(self.place))
    }

    #[cold]
    fn stop<T>(&self, found: &str) -> Result<T, Stop> {
        Err(Stop::Own(Box::new(self.mismatch(found))))
    }

    fn below(&self) -> Result<u32, Stop> {
        if self.depth + 1 < DEPTH { Ok(self.depth + 1) } else { Err(self.too_deep()) }
    }

    #[cold]
    fn too_deep(&self) -> Stop {
        let text = format!("arrays and objects nest deeper than {DEPTH} levels");
        Stop::Own(Box::new(located(&text, &pointer(self.place))))
    }

    fn seq(&mut self, items: &mut dyn Items) -> Result<(), Stop> {
        let depth = self.below()?;
        match &mut self.want {
            Want::Array(item) => each(items, self.place, depth, *item),
            Want::Scalar(_) | Want::Text(_) | Want::Object(..) | Want::Map(_) => self.stop("an array"),
        }
    }

    /// An object, or a number that `arbitrary_precision` shows as one.
    fn map(&mut self, entries: &mut dyn Entries) -> Result<(), Stop> {
        let mut key = Key::End;
        if self.is_number(entries, &mut key)? {
            return self.number(entries);
        }
        let depth = self.depth + 1;
        match &mut self.want {
            Want::Object(record, members) => fields(entries, &mut key, self.place, depth, record, *members),
            Want::Map(member) => each_member(entries, &mut key, self.place, depth, *member),
            Want::Scalar(_) | Want::Text(_) | Want::Array(_) => self.stop("an object"),
        }
    }

    /// Reads the first name. Where it is no number, there must be room for another level.
    #[inline(never)]
    fn is_number(&self, entries: &mut dyn Entries, key: &mut Key) -> Result<bool, Stop> {
        let record = if let Want::Object(record, _) = &self.want { Some(*record) } else { None };
        entries.key(record, key)?;
        if key.name(record) == token::NUMBER {
            match entries.meaning() {
                Meaning::Number => return Ok(true),
                Meaning::Member => {}
                Meaning::Unknown => return Err(Stop::Own(Box::new(located(token::UNKNOWN, &pointer(self.place))))),
            }
        }
        self.below().map(|_| false)
    }

    #[cold]
    fn number(&mut self, entries: &mut dyn Entries) -> Result<(), Stop> {
        let mut text = String::new();
        let mut read = |reader: &mut crate::Reader<'_>| {
            text = reader.string()?;
            Ok(())
        };
        entries.value(&mut Work { job: Job::Item(&mut read), place: self.place, depth: self.depth })?;
        match (Number::new(&text), &mut self.want) {
            (Some(number), Want::Scalar(out)) => {
                **out = Scalar::Number(number);
                Ok(())
            }
            (Some(_), Want::Text(_) | Want::Object(..) | Want::Map(_) | Want::Array(_)) => self.stop("a number"),
            (None, _) => self.stop("a number that is not JSON's"),
        }
    }
}

/// Reads the members of an object into those of a record.
fn fields(
    entries: &mut dyn Entries,
    key: &mut Key,
    parent: Option<&Place<'_>>,
    depth: u32,
    record: &'static Record,
    members: &mut AnyMembers<'_>,
) -> Result<(), Stop> {
    let mut seen = Mask::new(record.names.len());
    while !matches!(key, Key::End) {
        let name = key.name(Some(record));
        let here = Place { parent, step: Step::Member(name) };
        let mut work = Work { job: Job::Duplicate(name), place: Some(&here), depth };
        match &*key {
            Key::Known(index) | Key::Alias(index, _) => {
                if seen.insert(*index) {
                    work.job = Job::Field(members, *index);
                }
            }
            Key::Other(_) | Key::End => work.job = Job::Other(members, name),
        }
        entries.value(&mut work)?;
        entries.key(Some(record), key)?;
    }
    lacking(&seen, record, parent)
}

/// Not a part of [`fields`], which is on the stack while members are read.
#[inline(never)]
fn lacking(seen: &Mask, record: &Record, parent: Option<&Place<'_>>) -> Result<(), Stop> {
    match seen.missing(record) {
        None => Ok(()),
        Some((text, _)) => Err(Stop::Own(Box::new(located(&text, &pointer(parent))))),
    }
}

/// Reads the members of an object that has no names known beforehand.
fn each_member(
    entries: &mut dyn Entries,
    key: &mut Key,
    parent: Option<&Place<'_>>,
    depth: u32,
    member: &mut OnMember<'_>,
) -> Result<(), Stop> {
    while let Key::Other(name) = key {
        let here = Place { parent, step: Step::Member(name) };
        entries.value(&mut Work { job: Job::Member(member, name), place: Some(&here), depth })?;
        entries.key(None, key)?;
    }
    Ok(())
}

/// Reads the items of an array.
fn each(items: &mut dyn Items, parent: Option<&Place<'_>>, depth: u32, item: &mut OnItem<'_>) -> Result<(), Stop> {
    let mut index = 0;
    loop {
        let here = Place { parent, step: Step::Index(index) };
        if !items.item(&mut Work { job: Job::Item(item), place: Some(&here), depth })? {
            return Ok(());
        }
        index += 1;
    }
}

impl<'de> Visitor<'de> for Visit<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.expected)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.scalar(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.scalar(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<(), E> {
        self.0.scalar(Scalar::Bool(boolean))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.0.scalar(Scalar::Signed(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.0.scalar(Scalar::Unsigned(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.0.scalar(Scalar::Number(Number::from(number)))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.0.scalar(Scalar::Number(Number::from(number)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        if number.is_finite() {
            self.0.scalar(Scalar::Float(number))
        } else {
            Err(E::custom(self.0.mismatch("a number that is not finite")))
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match &mut self.0.want {
            Want::Text(take) => take(text),
            Want::Scalar(out) => **out = Scalar::Text(Cow::Owned(text.to_owned())),
            Want::Object(..) | Want::Map(_) | Want::Array(_) => return Err(E::custom(self.0.mismatch("a string"))),
        }
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        if let Want::Text(take) = &mut self.0.want {
            take(&text);
            return Ok(());
        }
        self.0.scalar(Scalar::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        let mut items = ItemsOf::new(items);
        self.0.seq(&mut items).map_err(|stop| to_foreign(stop, items.error))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        let mut entries = EntriesOf::new(entries);
        self.0.map(&mut entries).map_err(|stop| to_foreign(stop, entries.error))
    }
}

/// The error of the format, or ours as one.
#[cold]
fn to_foreign<E: Error>(stop: Stop, foreign: Option<E>) -> E {
    match (stop, foreign) {
        (Stop::Own(sentence), _) => E::custom(sentence),
        (Stop::Foreign, Some(error)) => error,
        (Stop::Foreign, None) => E::custom("the value could not be read"),
    }
}
