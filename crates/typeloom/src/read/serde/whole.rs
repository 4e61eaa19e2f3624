//! Any JSON through serde, without a reader for each of its parts: what has no type has no fields to look for.

use crate::read::DEPTH;
use crate::read::buffered::Wiped;
use crate::read::place::{Place, Step, pointer};
use crate::read::serde::located;
use crate::read::serde::token::{self, Meaning};
use crate::{Number, Unknown, Value};
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value that is being read. A pointer: formats copy visitors around on the stack.
pub(super) struct Whole<'r>(pub(super) &'r mut Part<'r>);

pub(super) struct Part<'r> {
    pub(super) out: &'r mut Value,
    pub(super) place: Option<&'r Place<'r>>,
    pub(super) depth: u32,
}

impl Part<'_> {
    fn put(&mut self, value: Value) {
        *self.out = value;
    }

    fn below<E: Error>(&self) -> Result<u32, E> {
        if self.depth + 1 < DEPTH { Ok(self.depth + 1) } else { Err(self.too_deep()) }
    }

    #[cold]
    fn too_deep<E: Error>(&self) -> E {
        self.error(&format!("arrays and objects nest deeper than {DEPTH} levels"))
    }

    #[cold]
    fn error<E: Error>(&self, message: &str) -> E {
        E::custom(located(message, &pointer(self.place)))
    }

    /// The digits of a number that came as an object.
    #[cold]
    fn digits<'de, A: MapAccess<'de>>(&mut self, entries: &mut A) -> Result<(), A::Error> {
        let mut text = Wiped(Value::Null);
        entries.next_value_seed(Whole(&mut Part { out: &mut text.0, place: self.place, depth: self.depth }))?;
        match &*text {
            Value::String(text) if let Some(number) = Number::new(text) => {
                self.put(Value::Number(number));
                Ok(())
            }
            _ => Err(self.error("expected a number, found one that is not JSON's")), // whatever else it holds
        }
    }
}

impl<'de> DeserializeSeed<'de> for Whole<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.put(Value::Null);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<(), E> {
        self.0.put(Value::Bool(boolean));
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.0.put(Value::Number(number.into()));
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.0.put(Value::Number(number.into()));
        Ok(())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.0.put(Value::Number(number.into()));
        Ok(())
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.0.put(Value::Number(number.into()));
        Ok(())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        match Number::try_from(number) {
            Ok(number) => {
                self.0.put(Value::Number(number));
                Ok(())
            }
            Err(_) => Err(self.0.error("expected a value, found a number that is not finite")),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        self.0.put(Value::String(text));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let depth = self.0.below()?;
        let mut array = Wiped(Vec::new());
        let mut item = Value::Null;
        loop {
            let here = Place { parent: self.0.place, step: Step::Index(array.len()) };
            let mut part = Part { out: &mut item, place: Some(&here), depth };
            if items.next_element_seed(Whole(&mut part))?.is_none() {
                break;
            }
            array.0.push(std::mem::take(&mut item));
        }
        self.0.put(Value::Array(array.take()));
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut key = entries.next_key_seed(Name)?;
        if key.as_deref() == Some(token::NUMBER) {
            match Meaning::within::<A>() {
                Meaning::Number => return self.0.digits(&mut entries),
                Meaning::Member => {}
                Meaning::Unknown => return Err(self.0.error(token::UNKNOWN)),
            }
        }
        let depth = self.0.below()?;
        // Wiped, unless all of it is read.
        let mut object = Unknown::new();
        let mut value = Value::Null;
        while let Some(name) = key {
            let here = Place { parent: self.0.place, step: Step::Member(&name) };
            let mut part = Part { out: &mut value, place: Some(&here), depth };
            if object.contains_key(&name) {
                return Err(part.error(&format!("member `{}` occurs twice", name.escape_debug())));
            }
            entries.next_value_seed(Whole(&mut part))?;
            object.insert(name, std::mem::take(&mut value));
            key = entries.next_key_seed(Name)?;
        }
        self.0.put(Value::Object(object.into_inner()));
        Ok(())
    }
}

/// The name of a member.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, name: &str) -> Result<String, E> {
        Ok(name.to_owned())
    }

    fn visit_string<E>(self, name: String) -> Result<String, E> {
        Ok(name)
    }
}
