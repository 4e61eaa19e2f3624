//! `schemars` for generated types: the text of a schema comes in, with references to the schemas of other types by
//! name; a schemars `Schema` goes out, its references as the generator has them.

use crate::{Integer, Number, Sensitive, Valid, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value as Json};
use std::borrow::Cow;
use zeroize::Zeroize;

/// The types that a text refers to as `#/$defs/<name>`: by name, what asks the generator for their schemas. In
/// generated code: `("Plan", |generator| generator.subschema_for::<Plan>())`.
pub type References<'a> = [(&'a str, fn(&mut SchemaGenerator) -> Schema)];

/// Keywords whose values are data, where `$ref` means nothing.
const DATA: [&str; 5] = ["const", "enum", "default", "example", "examples"];

/// Keywords whose values are schemas by name, where `default` is a name.
const NAMED: [&str; 5] = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"];

/// The schema that `text` says, with its references resolved by the generator.
pub fn schema(generator: &mut SchemaGenerator, text: &str, references: &References<'_>) -> Schema {
    let mut json = serde_json::from_str::<Json>(text).unwrap_or(Json::Bool(true));
    resolve(&mut json, generator, references);
    // Generated texts are objects or booleans.
    Schema::try_from(json).unwrap_or_default()
}

/// Not deeper than serde_json lets a text nest.
fn resolve(json: &mut Json, generator: &mut SchemaGenerator, references: &References<'_>) {
    match json {
        Json::Object(members) => {
            for (keyword, value) in members.iter_mut() {
                match value {
                    Json::Object(named) if NAMED.contains(&keyword.as_str()) => {
                        named.values_mut().for_each(|schema| resolve(schema, generator, references));
                    }
                    value if !DATA.contains(&keyword.as_str()) => resolve(value, generator, references),
                    _ => {}
                }
            }
            refer(members, generator, references);
        }
        Json::Array(items) => items.iter_mut().for_each(|item| resolve(item, generator, references)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Replaces one reference.
fn refer(members: &mut Map<String, Json>, generator: &mut SchemaGenerator, references: &References<'_>) {
    let Some(Json::String(target)) = members.get("$ref") else { return };
    let Some(name) = target.strip_prefix("#/$defs/").map(decode) else { return };
    let Some((_, subschema)) = references.iter().find(|(known, _)| *known == name) else { return };
    match subschema(generator).to_value() {
        Json::Object(found) if found.len() == 1 && found.contains_key("$ref") => members.extend(found),
        // An inlined schema may have keywords that stand beside the reference too.
        inlined => {
            members.remove("$ref");
            let all = members.entry("allOf").or_insert_with(|| Json::Array(Vec::new()));
            if let Json::Array(all) = all {
                all.push(inlined);
            }
        }
    }
}

/// A name out of a JSON Pointer in a URI fragment.
fn decode(step: &str) -> String {
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let escaped = tail.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) if byte == b'%' => {
                bytes.push(decoded);
                rest = tail.get(2..).unwrap_or_default();
            }
            Some(_) | None => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).replace("~1", "/").replace("~0", "~")
}

macro_rules! inline {
    ($($type:ty: $name:literal, $schema:tt;)*) => {
        $(impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schemars::json_schema!($schema)
            }
        })*
    };
}

inline! {
    Value: "Value", true;
    Number: "Number", {"type": "number"};
    Integer: "Integer", {"type": "integer"};
}

macro_rules! like {
    ($($type:ident where $($bound:ident),*;)*) => {
        $(impl<T: JsonSchema $(+ $bound)*> JsonSchema for $type<T> {
            fn inline_schema() -> bool {
                T::inline_schema()
            }

            fn schema_name() -> Cow<'static, str> {
                T::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                T::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                T::json_schema(generator)
            }
        })*
    };
}

like! {
    Valid where;
    Sensitive where Zeroize;
}
