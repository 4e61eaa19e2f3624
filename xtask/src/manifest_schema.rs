//! The JSON Schema of `vendor.toml`, made from the structs that read it, so that editors complete what is really read.

use crate::goldens::{Mode, golden};
use serde_json::Value;
use std::path::Path;

/// Where it lies: in the package, as the repository's and other people's `vendor.toml` refer to it.
const PATH: &str = "crates/typeloom-build/vendor.schema.json";

/// Writes or compares it.
pub fn bless(mode: Mode, complaints: &mut Vec<String>) {
    let schema = schemars::schema_for!(typeloom_build::manifest::Manifest);
    let mut schema = schema.to_value();
    without_null(&mut schema);
    match serde_json::to_string_pretty(&schema) {
        Ok(text) => golden(Path::new(PATH), Some(&format!("{text}\n")), mode, complaints),
        Err(error) => complaints.push(format!("cannot write {PATH}: {error}")),
    }
}

/// TOML has no `null`: what is optional is left out. As deep as the structs are.
fn without_null(value: &mut Value) {
    if let Value::Object(members) = value {
        members.retain(|name, value| name != "default" || !value.is_null());
        if let Some(Value::Array(kinds)) = members.get_mut("type") {
            kinds.retain(|kind| kind != "null");
            if let [kind] = kinds.as_slice() {
                let kind = kind.clone();
                members.insert("type".to_owned(), kind);
            }
        }
        if let Some(Value::Array(branches)) = members.get_mut("anyOf") {
            branches.retain(|branch| branch.get("type").is_none_or(|kind| kind != "null"));
            if let [Value::Object(only)] = branches.as_slice() {
                let only = only.clone();
                members.remove("anyOf");
                members.extend(only);
            }
        }
        members.values_mut().for_each(without_null);
    } else if let Value::Array(elements) = value {
        elements.iter_mut().for_each(without_null);
    }
}
