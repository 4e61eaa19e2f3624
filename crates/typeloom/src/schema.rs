//! `schemars::JsonSchema`: for generated types out of the text of their schema, for the types of this crate by hand.

use crate::{Integer, Number, Sensitive, Valid, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;
use std::borrow::Cow;
use zeroize::Zeroize;

/// What gives the schema of another generated type, or a reference to it.
pub type Subschema = fn(&mut SchemaGenerator) -> Schema;

/// The schema that `text` spells, where `#/$defs/<name>` means the type that `references` has for the name.
pub fn schema(generator: &mut SchemaGenerator, text: &str, references: &[(&str, Subschema)]) -> Schema {
    // The text was written by the generator of the code: one that is no schema says nothing.
    let mut json = serde_json::from_str(text).unwrap_or(Json::Bool(true));
    resolve(&mut json, generator, references);
    Schema::try_from(json).unwrap_or_default()
}

/// The schema of a type, or a reference to it.
pub fn subschema<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// Replaces references in a schema and the schemas in it. As deep as the text, which its reader has bounded.
fn resolve(schema: &mut Json, generator: &mut SchemaGenerator, references: &[(&str, Subschema)]) {
    let Json::Object(keywords) = schema else { return };
    let target = keywords.get("$ref").and_then(Json::as_str).and_then(|target| target.strip_prefix("#/$defs/"));
    let target = target.map(|name| name.replace("~1", "/").replace("~0", "~"));
    let found = target.and_then(|name| references.iter().find(|(known, _)| *known == name));
    let resolved = found.map(|(_, subschema)| subschema(generator).to_value());
    for (keyword, value) in keywords.iter_mut() {
        match (keyword.as_str(), value) {
            ("const" | "enum" | "default" | "example" | "examples", _) => {}
            (
                "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions",
                Json::Object(schemas),
            ) => schemas.values_mut().for_each(|schema| resolve(schema, generator, references)),
            (_, Json::Array(schemas)) => schemas.iter_mut().for_each(|schema| resolve(schema, generator, references)),
            (_, value) => resolve(value, generator, references),
        }
    }
    match resolved {
        None => {}
        Some(Json::Object(mut only)) if only.len() == 1 && only.contains_key("$ref") => {
            keywords.extend(only.remove("$ref").map(|target| ("$ref".to_owned(), target)));
        }
        // The generator was asked to write subschemas where they are used.
        Some(inline) => {
            keywords.remove("$ref");
            match keywords.get_mut("allOf") {
                Some(Json::Array(all)) => all.push(inline),
                Some(_) | None => drop(keywords.insert("allOf".to_owned(), Json::Array(vec![inline]))),
            }
        }
    }
}

macro_rules! by_hand {
    ($($type:ty, $name:literal, $schema:tt;)*) => {
        $(impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })*
    };
}

by_hand! {
    Value, "Value", true;
    Number, "Number", { "type": "number" };
    Integer, "Integer", { "type": "integer" };
}

macro_rules! like_the_inner {
    () => {
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
    };
}

impl<T: JsonSchema + Zeroize> JsonSchema for Sensitive<T> {
    like_the_inner!();
}

impl<T: JsonSchema> JsonSchema for Valid<T> {
    like_the_inner!();
}
