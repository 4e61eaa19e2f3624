//! Reading through any serde `Deserializer`, hidden behind trait objects.
//!
//! Each step asks `deserialize_any` what stands there, so only formats that describe themselves work. Errors go out as
//! the format's own, which keeps what it knows about places; therefore the message must be complete, pointer included,
//! where it is made.

use crate::read::place::{Place, Step, pointer};
use crate::read::record::{AnyMembers, Mask};
use crate::read::scalar::Scalar;
use crate::read::{DEPTH, OnItem, OnMember, Read, Reader, Record, Source, insert};
use crate::{Fail, Number, Value};
use serde_core::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// The only member of the object that stands for a number where serde_json's `arbitrary_precision` is on.
const NUMBER: &str = "$serde_json::private::Number";

/// Reads a value through serde. What generated `Deserialize` impls call.
///
/// # Errors
/// Those of the format, and where the value is not a `T`.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> Read<'a>,
    D: Deserializer<'de>,
{
    let mut value = None;
    run(deserializer, None, 0, &mut |reader| {
        value = Some(T::read(reader)?);
        Ok(())
    })?;
    value.ok_or_else(|| D::Error::custom("the value was not read"))
}

/// Gives `read` a reader over a deserializer.
fn run<'de, D: Deserializer<'de>>(
    deserializer: D,
    place: Option<&Place<'_>>,
    depth: u32,
    read: &mut OnItem<'_>,
) -> Result<(), D::Error> {
    let mut erased = Erased { deserializer: Some(deserializer), error: None };
    let own = run_erased(&mut erased, place, depth, read);
    match (own, erased.error) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(error)) => Err(error),
        (Err(message), None) => Err(D::Error::custom(message)),
    }
}

/// The error is a message for the case that the format has none of its own.
fn run_erased(
    incoming: &mut dyn Incoming,
    place: Option<&Place<'_>>,
    depth: u32,
    read: &mut OnItem<'_>,
) -> Result<(), String> {
    let mut reader = Reader::new(Source::Serde(incoming), place, depth);
    match read(&mut reader) {
        Ok(()) => Ok(()),
        Err(fail) => {
            let error = reader.take_error(fail).finish(None);
            Err(message(error.message(), &(pointer(place) + error.pointer())))
        }
    }
}

fn message(message: &str, pointer: &str) -> String {
    if pointer.is_empty() { message.to_owned() } else { format!("{message} at {pointer}") }
}

fn mismatch(expected: &str, found: &str, place: Option<&Place<'_>>) -> String {
    message(&format!("expected {expected}, found {found}"), &pointer(place))
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

impl<'de, D: Deserializer<'de>> Incoming for Erased<D, D::Error> {
    fn any(&mut self, visit: Visit<'_>) -> Result<(), Fail> {
        let Some(deserializer) = self.deserializer.take() else { return Err(Fail(())) };
        deserializer.deserialize_any(visit).map_err(|error| {
            self.error = Some(error);
            Fail(())
        })
    }

    fn option(&mut self, present: &mut OnItem<'_>, place: Option<&Place<'_>>, depth: u32) -> Result<bool, Fail> {
        let Some(deserializer) = self.deserializer.take() else { return Err(Fail(())) };
        deserializer.deserialize_option(Nullable { present, place, depth }).map_err(|error| {
            self.error = Some(error);
            Fail(())
        })
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
        run(deserializer, self.place, self.depth, self.present).map(|()| true)
    }
}

/// What to do with what stands there.
pub(crate) struct Visit<'w> {
    want: Want<'w>,
    expected: &'static str,
    place: Option<&'w Place<'w>>,
    depth: u32,
}

pub(crate) enum Want<'w> {
    Scalar(&'w mut Scalar<'static>),
    Whole(&'w mut Value),
    Object(&'static Record, &'w mut AnyMembers<'w>),
    Map(&'w mut OnMember<'w>),
    Array(&'w mut OnItem<'w>),
}

impl<'w> Visit<'w> {
    pub(crate) fn new(want: Want<'w>, expected: &'static str, place: Option<&'w Place<'w>>, depth: u32) -> Visit<'w> {
        Visit { want, expected, place, depth }
    }
}

/// Why a visit stops: the format has an error, or we have one.
enum Stop {
    Foreign,
    Own(String),
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
            Want::Object(..) | Want::Map(_) | Want::Array(_) => Err(mismatch(self.expected, found.kind(), self.place)),
        }
    }

    fn too_deep(&self) -> Result<(), Stop> {
        if self.depth + 1 >= DEPTH {
            let text = format!("arrays and objects nest deeper than {DEPTH} levels");
            return Err(Stop::Own(message(&text, &pointer(self.place))));
        }
        Ok(())
    }

    fn seq(self, items: &mut dyn Items) -> Result<(), Stop> {
        self.too_deep()?;
        match self.want {
            Want::Array(item) => each(items, self.place, self.depth + 1, item),
            Want::Whole(out) => {
                let mut array = Vec::new();
                each(items, self.place, self.depth + 1, &mut |reader| {
                    array.push(reader.value()?);
                    Ok(())
                })?;
                *out = Value::Array(array);
                Ok(())
            }
            Want::Scalar(_) | Want::Object(..) | Want::Map(_) => {
                Err(Stop::Own(mismatch(self.expected, "an array", self.place)))
            }
        }
    }

    fn map(self, entries: &mut dyn Entries) -> Result<(), Stop> {
        self.too_deep()?;
        match &self.want {
            Want::Object(record, _) => {
                let index = record.index;
                self.named(entries, &mut |name| index(name))
            }
            Want::Scalar(_) | Want::Whole(_) | Want::Map(_) | Want::Array(_) => self.named(entries, &mut |_| None),
        }
    }

    /// An object, or a number that `arbitrary_precision` shows as one.
    fn named(self, entries: &mut dyn Entries, index: &mut dyn FnMut(&str) -> Option<usize>) -> Result<(), Stop> {
        let mut key = entries.key(index)?;
        if matches!(&key, Key::Other(name) if name == NUMBER) {
            let mut text = String::new();
            entries.value(&mut |incoming| run_text(incoming, &mut text))?;
            return match Number::new(&text) {
                Some(number) => self.scalar(Scalar::Number(number)).map_err(Stop::Own),
                None => Err(Stop::Own(mismatch(self.expected, "a number that is not JSON's", self.place))),
            };
        }
        let (place, depth) = (self.place, self.depth + 1);
        match self.want {
            Want::Object(record, members) => {
                let mut seen = Mask::new(record.names.len());
                loop {
                    match key {
                        Key::End => break,
                        Key::Known(index) => {
                            let name = record.names.get(index).copied().unwrap_or_default();
                            let new = seen.insert(index);
                            let here = Place { parent: place, step: Step::Member(name) };
                            entries.value(&mut |incoming| {
                                run_erased(incoming, Some(&here), depth, &mut |reader| {
                                    if new { members.field(index, reader) } else { Err(reader.duplicate(name)) }
                                })
                            })?;
                        }
                        Key::Other(ref name) => {
                            let here = Place { parent: place, step: Step::Member(name) };
                            entries.value(&mut |incoming| {
                                run_erased(incoming, Some(&here), depth, &mut |reader| members.other(name, reader))
                            })?;
                        }
                    }
                    key = entries.key(&mut |name| (record.index)(name))?;
                }
                match seen.missing(record) {
                    None => Ok(()),
                    Some(text) => Err(Stop::Own(message(&text, &pointer(place)))),
                }
            }
            Want::Map(member) => members(entries, key, place, depth, member),
            Want::Whole(out) => {
                let mut object = BTreeMap::new();
                members(entries, key, place, depth, &mut |name, reader| insert(&mut object, name, reader))?;
                *out = Value::Object(object);
                Ok(())
            }
            Want::Scalar(_) | Want::Array(_) => Err(Stop::Own(mismatch(self.expected, "an object", self.place))),
        }
    }
}

/// Reads the members of an object that has no names known beforehand.
fn members(
    entries: &mut dyn Entries,
    mut key: Key,
    place: Option<&Place<'_>>,
    depth: u32,
    member: &mut OnMember<'_>,
) -> Result<(), Stop> {
    while let Key::Other(name) = key {
        let here = Place { parent: place, step: Step::Member(&name) };
        entries.value(&mut |incoming| run_erased(incoming, Some(&here), depth, &mut |reader| member(&name, reader)))?;
        key = entries.key(&mut |_| None)?;
    }
    Ok(())
}

/// Reads the items of an array.
fn each(items: &mut dyn Items, place: Option<&Place<'_>>, depth: u32, item: &mut OnItem<'_>) -> Result<(), Stop> {
    let mut index = 0;
    loop {
        let here = Place { parent: place, step: Step::Index(index) };
        let more = items.item(&mut |incoming| run_erased(incoming, Some(&here), depth, item))?;
        if !more {
            return Ok(());
        }
        index += 1;
    }
}

fn run_text(incoming: &mut dyn Incoming, out: &mut String) -> Result<(), String> {
    run_erased(incoming, None, 0, &mut |reader| {
        *out = reader.string()?;
        Ok(())
    })
}

impl<'de> Visitor<'de> for Visit<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_unit<E: serde_core::de::Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null).map_err(E::custom)
    }

    fn visit_none<E: serde_core::de::Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null).map_err(E::custom)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: serde_core::de::Error>(self, boolean: bool) -> Result<(), E> {
        self.scalar(Scalar::Bool(boolean)).map_err(E::custom)
    }

    fn visit_i64<E: serde_core::de::Error>(self, number: i64) -> Result<(), E> {
        self.scalar(Scalar::Signed(number)).map_err(E::custom)
    }

    fn visit_u64<E: serde_core::de::Error>(self, number: u64) -> Result<(), E> {
        self.scalar(Scalar::Unsigned(number)).map_err(E::custom)
    }

    fn visit_i128<E: serde_core::de::Error>(self, number: i128) -> Result<(), E> {
        match Number::new(&number.to_string()) {
            Some(number) => self.scalar(Scalar::Number(number)).map_err(E::custom),
            None => Err(E::custom(mismatch(self.expected, "a number", self.place))),
        }
    }

    fn visit_u128<E: serde_core::de::Error>(self, number: u128) -> Result<(), E> {
        match Number::new(&number.to_string()) {
            Some(number) => self.scalar(Scalar::Number(number)).map_err(E::custom),
            None => Err(E::custom(mismatch(self.expected, "a number", self.place))),
        }
    }

    fn visit_f64<E: serde_core::de::Error>(self, number: f64) -> Result<(), E> {
        if number.is_finite() {
            self.scalar(Scalar::Float(number)).map_err(E::custom)
        } else {
            Err(E::custom(mismatch(self.expected, "a number that is not finite", self.place)))
        }
    }

    fn visit_str<E: serde_core::de::Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Scalar::Text(Cow::Owned(text.to_owned()))).map_err(E::custom)
    }

    fn visit_string<E: serde_core::de::Error>(self, text: String) -> Result<(), E> {
        self.scalar(Scalar::Text(Cow::Owned(text))).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        let mut items = ItemsOf { access: items, error: None };
        match self.seq(&mut items) {
            Ok(()) => Ok(()),
            Err(Stop::Own(message)) => Err(A::Error::custom(message)),
            Err(Stop::Foreign) => Err(items.error.unwrap_or_else(|| A::Error::custom("the array could not be read"))),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        let mut entries = EntriesOf { access: entries, error: None };
        match self.map(&mut entries) {
            Ok(()) => Ok(()),
            Err(Stop::Own(message)) => Err(A::Error::custom(message)),
            Err(Stop::Foreign) => {
                Err(entries.error.unwrap_or_else(|| A::Error::custom("the object could not be read")))
            }
        }
    }
}

/// What reads a value and says in words why it could not.
type OnValue<'a> = dyn FnMut(&mut dyn Incoming) -> Result<(), String> + 'a;

/// The items of an array of any format.
trait Items {
    /// Reads one with `read`: false where there are no more.
    fn item(&mut self, read: &mut OnValue<'_>) -> Result<bool, Stop>;
}

struct ItemsOf<A, E> {
    access: A,
    error: Option<E>,
}

impl<'de, A: SeqAccess<'de>> Items for ItemsOf<A, A::Error> {
    fn item(&mut self, read: &mut OnValue<'_>) -> Result<bool, Stop> {
        match self.access.next_element_seed(Seed(read)) {
            Ok(read) => Ok(read.is_some()),
            Err(error) => {
                self.error = Some(error);
                Err(Stop::Foreign)
            }
        }
    }
}

/// The name of a member.
enum Key {
    End,
    Known(usize),
    Other(String),
}

/// The members of an object of any format.
trait Entries {
    fn key(&mut self, index: &mut dyn FnMut(&str) -> Option<usize>) -> Result<Key, Stop>;
    fn value(&mut self, read: &mut OnValue<'_>) -> Result<(), Stop>;
}

struct EntriesOf<A, E> {
    access: A,
    error: Option<E>,
}

impl<'de, A: MapAccess<'de>> Entries for EntriesOf<A, A::Error> {
    fn key(&mut self, index: &mut dyn FnMut(&str) -> Option<usize>) -> Result<Key, Stop> {
        match self.access.next_key_seed(KeySeed(index)) {
            Ok(key) => Ok(key.unwrap_or(Key::End)),
            Err(error) => {
                self.error = Some(error);
                Err(Stop::Foreign)
            }
        }
    }

    fn value(&mut self, read: &mut OnValue<'_>) -> Result<(), Stop> {
        self.access.next_value_seed(Seed(read)).map_err(|error| {
            self.error = Some(error);
            Stop::Foreign
        })
    }
}

struct Seed<'w>(&'w mut OnValue<'w>);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut erased = Erased { deserializer: Some(deserializer), error: None };
        match ((self.0)(&mut erased), erased.error) {
            (Ok(()), _) => Ok(()),
            (Err(_), Some(error)) => Err(error),
            (Err(message), None) => Err(D::Error::custom(message)),
        }
    }
}

struct KeySeed<'w>(&'w mut dyn FnMut(&str) -> Option<usize>);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        Ok((self.0)(name).map_or_else(|| Key::Other(name.to_owned()), Key::Known))
    }
}
