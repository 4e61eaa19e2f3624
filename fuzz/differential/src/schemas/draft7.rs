//! A schema of draft 2020-12 said in draft 7's words. What draft 7 has no word for is left out.

use serde_json::{Map, Value, json};

/// The root schema in draft 7. What it means may differ: `$ref` hides its siblings there, and `unevaluated*` is gone.
pub fn schema(root: Value) -> Value {
    let mut root = translated(root);
    if let Value::Object(keywords) = &mut root {
        if keywords.keys().all(|name| name == "$schema" || name == "definitions") {
            // A root that asserts nothing is no type.
            keywords.insert("not".to_owned(), json!(false));
        }
        keywords.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    }
    root
}

fn translated(schema: Value) -> Value {
    let Value::Object(keywords) = schema else { return schema };
    let mut result = Map::new();
    let mut dependencies = Map::new();
    let tuple = keywords.contains_key("prefixItems");
    for (name, value) in keywords {
        match name.as_str() {
            "minContains" | "maxContains" | "unevaluatedItems" | "unevaluatedProperties" => {}
            "$ref" => {
                let text = value.as_str().unwrap_or_default().replace("#/$defs/", "#/definitions/");
                result.insert(name, Value::String(text));
            }
            "$defs" => drop(result.insert("definitions".to_owned(), members(value))),
            "properties" | "patternProperties" => drop(result.insert(name, members(value))),
            "dependentRequired" => dependencies.extend(object(value)),
            "dependentSchemas" => dependencies.extend(object(members(value))),
            "prefixItems" => drop(result.insert("items".to_owned(), list(value))),
            "items" if tuple => drop(result.insert("additionalItems".to_owned(), translated(value))),
            "allOf" | "anyOf" | "oneOf" => drop(result.insert(name, list(value))),
            "items" | "contains" | "additionalProperties" | "propertyNames" | "not" | "if" | "then" | "else" => {
                result.insert(name, translated(value));
            }
            _ => drop(result.insert(name, value)),
        }
    }
    if !dependencies.is_empty() {
        result.insert("dependencies".to_owned(), Value::Object(dependencies));
    }
    Value::Object(result)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn members(value: Value) -> Value {
    Value::Object(object(value).into_iter().map(|(name, schema)| (name, translated(schema))).collect())
}

fn list(value: Value) -> Value {
    match value {
        Value::Array(schemas) => Value::Array(schemas.into_iter().map(translated).collect()),
        other => other,
    }
}
