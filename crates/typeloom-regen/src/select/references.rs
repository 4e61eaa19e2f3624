//! Which other places of the same document a schema refers to.

use crate::select::parts::Part;
use serde_json::Value;
use std::collections::BTreeSet;

/// The JSON Pointers that `$ref` and `discriminator` lead to.
///
/// # Errors
/// Says that it is nested too deep to be read.
pub(super) fn references(part: Part<'_>) -> Result<BTreeSet<String>, String> {
    let value: Value = serde_json::from_str(part.get()).map_err(|error| error.to_string())?;
    let mut found = BTreeSet::new();
    let mut waiting = vec![&value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(members) => {
                let text = |name: &str| members.get(name).and_then(Value::as_str);
                found.extend(["$ref", "$dynamicRef", "$recursiveRef"].into_iter().filter_map(text).filter_map(pointer));
                let mapping = members.get("discriminator").and_then(|value| value.get("mapping"));
                for target in mapping.and_then(Value::as_object).into_iter().flat_map(|mapping| mapping.values()) {
                    found.extend(target.as_str().and_then(mapped));
                }
                waiting.extend(members.values());
            }
            Value::Array(elements) => waiting.extend(elements),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    Ok(found)
}

/// The pointer in a reference to the same document.
fn pointer(reference: &str) -> Option<String> {
    reference.strip_prefix('#').filter(|rest| rest.starts_with('/')).map(decode)
}

/// A mapping of OpenAPI may name the schema alone.
fn mapped(target: &str) -> Option<String> {
    let alone = || target.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
    pointer(target).or_else(|| alone().then(|| format!("/components/schemas/{target}")))
}

/// `%7B` to `{`.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) if byte == b'%' => {
                bytes.push(decoded);
                rest = behind.get(2..).unwrap_or_default();
            }
            Some(_) | None => {
                bytes.push(byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
