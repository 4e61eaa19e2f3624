//! What the reader wants to know of a value, and what the format tells about it.
//!
//! Every level of a document is a dozen calls deep, and without optimisation each keeps all it was ever given on the
//! stack. So what is large is passed by pointer here, and what is rare stands in functions of its own.

use crate::read::buffered::Wiped;
use crate::read::place::{Place, Step, pointer};
use crate::read::record::Mask;
use crate::read::scalar::Scalar;
use crate::read::serde::access::{Entries, EntriesOf, Foreign, Items, ItemsOf, Key, Work};
use crate::read::serde::located;
use crate::read::serde::token::{self, Meaning};
use crate::read::{DEPTH, OnItem, OnMember, Reader, Take};
use crate::typed::{Record, State};
use crate::{Fail, Number};
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
    Text(&'w mut dyn Take),
    Object(&'static Record, &'w mut dyn State),
    Map(&'w mut OnMember<'w>),
    Array(&'w mut OnItem<'w>),
}

/// What is wrong, in words. It stands in a box, since it may be in every result on the way out.
pub(super) struct Sentence(String);

/// Why a visit stops early: the format has an error, or we have one.
pub(super) enum Stop {
    /// It does not: what looked like an object was the number that was wanted.
    Done,
    Foreign,
    Own(Box<Sentence>),
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
        Err(Stop::Own(Box::new(Sentence(self.mismatch(found)))))
    }

    fn below(&self) -> Result<u32, Stop> {
        if self.depth + 1 < DEPTH { Ok(self.depth + 1) } else { Err(self.too_deep()) }
    }

    #[cold]
    fn too_deep(&self) -> Stop {
        let text = format!("arrays and objects nest deeper than {DEPTH} levels");
        Stop::Own(Box::new(Sentence(located(&text, &pointer(self.place)))))
    }

    fn seq(&mut self, items: &mut dyn Items) -> Result<(), Stop> {
        match &self.want {
            Want::Array(_) => self.items(items),
            Want::Scalar(_) | Want::Text(_) | Want::Object(..) | Want::Map(_) => self.stop("an array"),
        }
    }

    /// An object, or a number that `arbitrary_precision` shows as one.
    fn map(&mut self, entries: &mut dyn Entries) -> Result<(), Stop> {
        match &self.want {
            Want::Object(..) => self.fields(entries),
            Want::Map(_) => self.members(entries),
            Want::Scalar(_) | Want::Text(_) | Want::Array(_) => self.no_object(entries),
        }
    }

    #[inline(never)]
    fn no_object(&mut self, entries: &mut dyn Entries) -> Result<(), Stop> {
        self.first_key(entries, &mut Key::End)?;
        self.stop("an object")
    }

    /// Reads the items of an array.
    fn items(&mut self, items: &mut dyn Items) -> Result<(), Stop> {
        let depth = self.below()?;
        let Want::Array(item) = &mut self.want else { return Ok(()) };
        let mut index = 0;
        loop {
            let here = Place { parent: self.place, step: Step::Index(index) };
            match items.item(&mut Work { run: *item, place: Some(&here), depth }) {
                Ok(true) => index += 1,
                Ok(false) => return Ok(()),
                Err(Foreign) => return Err(Stop::Foreign),
            }
        }
    }

    /// Reads the members of an object that has no names known beforehand.
    fn members(&mut self, entries: &mut dyn Entries) -> Result<(), Stop> {
        let mut key = Key::End;
        self.first_key(entries, &mut key)?;
        let Want::Map(member) = &mut self.want else { return Ok(()) };
        while let Key::Other(name) = &key {
            let here = Place { parent: self.place, step: Step::Member(name) };
            let mut run = |reader: &mut Reader<'_>| member(name, reader);
            if entries.value(&mut Work { run: &mut run, place: Some(&here), depth: self.depth + 1 }).is_err()
                || entries.key(None, 0, &mut key).is_err()
            {
                return Err(Stop::Foreign);
            }
        }
        Ok(())
    }

    /// Reads the members of an object into those of a record.
    fn fields(&mut self, entries: &mut dyn Entries) -> Result<(), Stop> {
        let Want::Object(record, _) = &self.want else { return Ok(()) };
        let mut fields = Fields::new(record);
        self.first_key(entries, &mut fields.key)?;
        let Want::Object(_, state) = &mut self.want else { return Ok(()) };
        while fields.locate() {
            let here = Place { parent: self.place, step: Step::Member(fields.name()) };
            let mut run = |reader: &mut Reader<'_>| fields.read(reader, *state);
            if entries.value(&mut Work { run: &mut run, place: Some(&here), depth: self.depth + 1 }).is_err()
                || fields.advance(entries).is_err()
            {
                return Err(Stop::Foreign);
            }
        }
        fields.complete(self.place)
    }

    /// Reads the first name. There must be room for another level, unless this is a number: then nothing stands ahead
    /// any more and it is done, well or not.
    #[inline(never)]
    fn first_key(&mut self, entries: &mut dyn Entries, key: &mut Key) -> Result<(), Stop> {
        let record = if let Want::Object(record, _) = &self.want { Some(*record) } else { None };
        entries.key(record, 0, key)?;
        if key.name(record) == token::NUMBER {
            match entries.meaning() {
                Meaning::Number => return self.number(entries),
                Meaning::Member => {}
                Meaning::Unknown => {
                    return Err(Stop::Own(Box::new(Sentence(located(token::UNKNOWN, &pointer(self.place))))));
                }
            }
        }
        self.below().map(|_| ())
    }

    /// Ends in [`Stop::Done`] where a number was wanted.
    #[cold]
    fn number(&mut self, entries: &mut dyn Entries) -> Result<(), Stop> {
        let mut text = String::new();
        let mut read = |reader: &mut Reader<'_>| {
            text = reader.string()?;
            Ok(())
        };
        entries.value(&mut Work { run: &mut read, place: self.place, depth: self.depth })?;
        match (Number::new(&text), &mut self.want) {
            (Some(number), Want::Scalar(out)) => {
                **out = Scalar::Number(number);
                Err(Stop::Done)
            }
            (Some(_), Want::Text(_) | Want::Object(..) | Want::Map(_) | Want::Array(_)) => self.stop("a number"),
            (None, _) => self.stop("a number that is not JSON's"),
        }
    }
}

/// The fields of a record while members are read into them.
struct Fields {
    record: &'static Record,
    /// The name of the member ahead.
    key: Key,
    /// The field that it goes to. [`None`] where it has none, or that has been read.
    place: Option<usize>,
    /// The field that is expected next.
    next: usize,
    seen: Mask,
}

impl Fields {
    #[inline(never)]
    fn new(record: &'static Record) -> Fields {
        Fields { record, key: Key::End, place: None, next: 0, seen: Mask::new(record.names.len()) }
    }

    /// Finds the field of the member ahead: false at the end.
    fn locate(&mut self) -> bool {
        self.place = match &self.key {
            Key::Known(index) | Key::Alias(index, _) => self.seen.insert(*index).then_some(*index),
            Key::Other(_) | Key::End => None,
        };
        !matches!(self.key, Key::End)
    }

    fn name(&self) -> &str {
        self.key.name(Some(self.record))
    }

    #[inline(always)]
    fn read(&self, reader: &mut Reader<'_>, state: &mut dyn State) -> Result<(), Fail> {
        match self.place {
            Some(index) => reader.field(index, self.record, state),
            None => self.elsewhere(reader, state),
        }
    }

    /// Reads a member that goes to no field.
    #[inline(never)]
    fn elsewhere(&self, reader: &mut Reader<'_>, state: &mut dyn State) -> Result<(), Fail> {
        match &self.key {
            Key::Known(_) | Key::Alias(..) => Err(reader.duplicate(self.name())),
            Key::Other(name) => state.rest().member(name, reader),
            Key::End => Ok(()),
        }
    }

    /// To the next member.
    #[inline(never)]
    fn advance(&mut self, entries: &mut dyn Entries) -> Result<(), Foreign> {
        self.next = self.place.map_or(self.next, |index| index + 1);
        entries.key(Some(self.record), self.next, &mut self.key)
    }

    /// Whether nothing that is required is missing.
    #[inline(never)]
    fn complete(&self, parent: Option<&Place<'_>>) -> Result<(), Stop> {
        match self.seen.missing(self.record) {
            None => Ok(()),
            Some((text, _)) => Err(Stop::Own(Box::new(Sentence(located(&text, &pointer(parent)))))),
        }
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
            Want::Text(take) => take.take_str(text),
            Want::Scalar(out) => **out = Scalar::Text(Cow::Owned(text.to_owned())),
            Want::Object(..) | Want::Map(_) | Want::Array(_) => return Err(E::custom(self.0.mismatch("a string"))),
        }
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        if let Want::Text(take) = &mut self.0.want {
            take.take_str(&text);
            drop(Wiped(text));
            return Ok(());
        }
        self.0.scalar(Scalar::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        let mut items = ItemsOf::new(items);
        self.0.seq(&mut items).or_else(|stop| stopped(stop, items.error))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        let mut entries = EntriesOf::new(entries);
        self.0.map(&mut entries).or_else(|stop| stopped(stop, entries.error))
    }
}

/// The error of the format, or ours as one.
#[cold]
fn stopped<E: Error>(stop: Stop, foreign: Option<E>) -> Result<(), E> {
    match (stop, foreign) {
        (Stop::Done, _) => Ok(()),
        (Stop::Own(sentence), _) => Err(E::custom(sentence.0)),
        (Stop::Foreign, Some(error)) => Err(error),
        (Stop::Foreign, None) => Err(E::custom("the value could not be read")),
    }
}
