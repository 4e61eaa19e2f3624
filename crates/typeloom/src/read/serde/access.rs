//! The items of an array and the members of an object, of any format.

use crate::read::place::Place;
use crate::read::serde::Erased;
use crate::read::serde::token::Meaning;
use crate::read::{OnItem, Reader};
use crate::typed::Record;
use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What to do with a value inside an array or object, and where. Passed by pointer: formats copy it around on the stack.
pub(super) struct Work<'w> {
    pub(super) run: &'w mut OnItem<'w>,
    pub(super) place: Option<&'w Place<'w>>,
    pub(super) depth: u32,
}

/// The format has an error.
pub(super) struct Foreign;

/// The items of an array.
pub(super) trait Items {
    /// Reads one: false where there are no more.
    fn item(&mut self, work: &mut Work<'_>) -> Result<bool, Foreign>;
}

/// The members of an object.
pub(super) trait Entries {
    /// What the name [`token::NUMBER`](super::token::NUMBER) means among them.
    fn meaning(&self) -> Meaning;

    /// The name of the next one, into `key`. It may be that of the record at `next`.
    fn key(&mut self, record: Option<&'static Record>, next: usize, key: &mut Key) -> Result<(), Foreign>;

    /// Reads the value after a name.
    fn value(&mut self, work: &mut Work<'_>) -> Result<(), Foreign>;
}

/// The name of a member.
pub(super) enum Key {
    End,
    /// That of the record at this index.
    Known(usize),
    /// Another one for the member of the record at this index.
    Alias(usize, String),
    Other(String),
}

impl Key {
    /// Its text: empty at the end.
    pub(super) fn name<'k>(&'k self, record: Option<&'static Record>) -> &'k str {
        match self {
            Key::End => "",
            Key::Known(index) => record.and_then(|record| record.names.get(*index)).copied().unwrap_or_default(),
            Key::Alias(_, name) | Key::Other(name) => name,
        }
    }
}

pub(super) struct ItemsOf<A, E> {
    access: A,
    pub(super) error: Option<E>,
}

impl<A, E> ItemsOf<A, E> {
    pub(super) fn new(access: A) -> Self {
        ItemsOf { access, error: None }
    }
}

impl<'de, A: SeqAccess<'de>> Items for ItemsOf<A, A::Error> {
    fn item(&mut self, work: &mut Work<'_>) -> Result<bool, Foreign> {
        match self.access.next_element_seed(Seed(work)) {
            Ok(read) => Ok(read.is_some()),
            Err(error) => {
                self.error = Some(error);
                Err(Foreign)
            }
        }
    }
}

pub(super) struct EntriesOf<A, E> {
    access: A,
    pub(super) error: Option<E>,
}

impl<A, E> EntriesOf<A, E> {
    pub(super) fn new(access: A) -> Self {
        EntriesOf { access, error: None }
    }
}

impl<'de, A: MapAccess<'de>> Entries for EntriesOf<A, A::Error> {
    fn meaning(&self) -> Meaning {
        Meaning::within::<A>()
    }

    fn key(&mut self, record: Option<&'static Record>, next: usize, key: &mut Key) -> Result<(), Foreign> {
        match self.access.next_key_seed(KeySeed { record, next, key }) {
            Ok(Some(())) => Ok(()),
            Ok(None) => {
                *key = Key::End;
                Ok(())
            }
            Err(error) => {
                self.error = Some(error);
                Err(Foreign)
            }
        }
    }

    fn value(&mut self, work: &mut Work<'_>) -> Result<(), Foreign> {
        match self.access.next_value_seed(Seed(work)) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.error = Some(error);
                Err(Foreign)
            }
        }
    }
}

/// Work on its way to the value, which a reader of its own reads.
pub(super) struct Seed<'r, 'w>(pub(super) &'r mut Work<'w>);

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut erased = Erased::new(deserializer);
        let mut reader = Reader::of_serde(&mut erased, self.0.place, self.0.depth);
        match (self.0.run)(&mut reader) {
            Ok(()) => Ok(()),
            Err(fail) => {
                let error = reader.take_error(fail);
                Err(erased.failed(error, self.0.place))
            }
        }
    }
}

struct KeySeed<'k> {
    record: Option<&'static Record>,
    next: usize,
    key: &'k mut Key,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, name: &str) -> Result<(), E> {
        let known = self.record.and_then(|record| record.index(name, self.next).map(|index| (record, index)));
        *self.key = match known {
            Some((record, index)) if record.names.get(index) == Some(&name) => Key::Known(index),
            Some((_, index)) => Key::Alias(index, name.to_owned()),
            None => Key::Other(name.to_owned()),
        };
        Ok(())
    }
}
