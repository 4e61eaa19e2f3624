//! A serde `Serializer` that makes a [`Value`].

use super::error::Message;
use crate::{Number, Value};
use serde_core::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::collections::BTreeMap;

/// Makes a value of what is written to it.
pub(super) struct ToValue;

/// An array in the making, and the variant that it is the content of.
pub(super) struct Items(Vec<Value>, Option<&'static str>);

/// An object in the making, the name of the next member, and the variant that it is the content of.
pub(super) struct Members(BTreeMap<String, Value>, String, Option<&'static str>);

fn wrapped(variant: Option<&'static str>, value: Value) -> Value {
    match variant {
        None => value,
        Some(name) => Value::Object(BTreeMap::from([(name.to_owned(), value)])),
    }
}

macro_rules! integers {
    ($($method:ident $integer:ty),*) => {
        $(fn $method(self, number: $integer) -> Result<Value, Message> {
            Number::new(&number.to_string()).map(Value::Number).ok_or_else(|| Message::custom("not a number"))
        })*
    };
}

impl Serializer for ToValue {
    type Ok = Value;
    type Error = Message;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    integers! {
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_i128 i128,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_u128 u128
    }

    fn serialize_bool(self, boolean: bool) -> Result<Value, Message> {
        Ok(Value::Bool(boolean))
    }

    fn serialize_f32(self, number: f32) -> Result<Value, Message> {
        // By its shortest text: 0.1 is not 0.10000000149011612.
        Number::new(&number.to_string()).map(Value::Number).ok_or_else(|| Message::custom("not a finite number"))
    }

    fn serialize_f64(self, number: f64) -> Result<Value, Message> {
        Number::try_from(number).map(Value::Number).map_err(|_| Message::custom("not a finite number"))
    }

    fn serialize_char(self, character: char) -> Result<Value, Message> {
        Ok(Value::String(character.to_string()))
    }

    fn serialize_str(self, string: &str) -> Result<Value, Message> {
        Ok(Value::String(string.to_owned()))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value, Message> {
        Ok(Value::Array(bytes.iter().map(|&byte| Value::from(u32::from(byte))).collect()))
    }

    fn serialize_none(self) -> Result<Value, Message> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Message> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Message> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Message> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value, Message> {
        Ok(Value::String(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Value, Message> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Message> {
        Ok(wrapped(Some(variant), value.serialize(self)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Message> {
        Ok(Items(Vec::new(), None))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, Message> {
        Ok(Items(Vec::new(), None))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Message> {
        Ok(Items(Vec::new(), None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items, Message> {
        Ok(Items(Vec::new(), Some(variant)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, Message> {
        Ok(Members(BTreeMap::new(), String::new(), None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Message> {
        Ok(Members(BTreeMap::new(), String::new(), None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members, Message> {
        Ok(Members(BTreeMap::new(), String::new(), Some(variant)))
    }
}

impl Items {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Message> {
        self.0.push(value.serialize(ToValue)?);
        Ok(())
    }

    fn done(self) -> Result<Value, Message> {
        Ok(wrapped(self.1, Value::Array(self.0)))
    }
}

macro_rules! items {
    ($($as:ident $method:ident),*) => {
        $(impl $as for Items {
            type Ok = Value;
            type Error = Message;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Message> {
                self.push(value)
            }

            fn end(self) -> Result<Value, Message> {
                self.done()
            }
        })*
    };
}

items! {
    SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
}

impl Members {
    fn done(self) -> Result<Value, Message> {
        Ok(wrapped(self.2, Value::Object(self.0)))
    }
}

macro_rules! members {
    ($($as:ident),*) => {
        $(impl $as for Members {
            type Ok = Value;
            type Error = Message;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Message> {
                self.0.insert(name.to_owned(), value.serialize(ToValue)?);
                Ok(())
            }

            fn end(self) -> Result<Value, Message> {
                self.done()
            }
        })*
    };
}

members! { SerializeStruct, SerializeStructVariant }

impl SerializeMap for Members {
    type Ok = Value;
    type Error = Message;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Message> {
        // Names of other kinds are spelled as texts, as serde_json does it.
        self.1 = match name.serialize(ToValue)? {
            Value::String(name) => name,
            Value::Number(number) => number.to_string(),
            Value::Bool(boolean) => boolean.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => return Err(Message::custom("a key that is no text")),
        };
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Message> {
        let name = std::mem::take(&mut self.1);
        self.0.insert(name, value.serialize(ToValue)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Message> {
        self.done()
    }
}
