//! Instances near the border of valid: made by following a schema's words, then changed a little.

use crate::schemas::{NAMES, TEXTS, pick};
use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Levels of arrays and objects.
const DEPTH: usize = 4;

/// `count` instances for `schema`: about half made after it, the others changed from those or free.
pub fn instances(random: &mut Rng, schema: &Value, count: usize) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::with_capacity(count);
    while all.len() < count {
        let next = match random.u8(..8) {
            0 => free(random, 2),
            1..=3 if !all.is_empty() => {
                let mut changed = all[random.usize(..all.len())].clone();
                change(random, &mut changed);
                changed
            }
            _ => after(random, schema, schema, DEPTH),
        };
        all.push(next);
    }
    all
}

/// A value that follows the keywords of `schema` where it can.
fn after(random: &mut Rng, root: &Value, schema: &Value, depth: usize) -> Value {
    let Value::Object(keywords) = schema else { return free(random, 1) };
    if random.u8(..12) == 0 || depth == 0 {
        return free(random, 1);
    }
    if let Some(value) = keywords.get("const")
        && random.u8(..5) > 0
    {
        return value.clone();
    }
    if let Some(Value::Array(values)) = keywords.get("enum")
        && random.u8(..5) > 0
    {
        return pick(random, values).clone();
    }
    let branches: Vec<&Value> = ["allOf", "anyOf", "oneOf"]
        .iter()
        .filter_map(|name| keywords.get(*name)?.as_array())
        .flatten()
        .chain(["if", "then", "else", "not"].iter().filter_map(|name| keywords.get(*name)))
        .collect();
    let target =
        keywords.get("$ref").and_then(Value::as_str).and_then(|text| root.pointer(text.trim_start_matches('#')));
    let mut value = match target {
        Some(target) if random.bool() => after(random, root, target, depth - 1),
        _ => own(random, root, keywords, depth),
    };
    // Branches and own keywords meet in one value.
    if !branches.is_empty() && random.u8(..3) > 0 {
        let branch = *pick(random, &branches);
        let other = after(random, root, branch, depth - 1);
        value = match (value, other) {
            (Value::Object(mut members), Value::Object(more)) => {
                members.extend(more);
                Value::Object(members)
            }
            (value, other) => {
                if random.bool() {
                    other
                } else {
                    value
                }
            }
        };
    }
    value
}

fn own(random: &mut Rng, root: &Value, keywords: &Map<String, Value>, depth: usize) -> Value {
    let kind = match keywords.get("type") {
        Some(Value::String(kind)) => kind.as_str(),
        Some(Value::Array(kinds)) if !kinds.is_empty() => pick(random, kinds).as_str().unwrap_or("null"),
        _ => guessed(random, keywords),
    };
    match kind {
        "object" => Value::Object(members(random, root, keywords, depth)),
        "array" => Value::Array(items(random, root, keywords, depth)),
        "string" => json!(pick(random, &TEXTS)),
        "integer" => integer(random, keywords),
        "number" => {
            if random.bool() {
                integer(random, keywords)
            } else {
                json!(f64::from(random.i16(-12..13)) / 4.0)
            }
        }
        "boolean" => json!(random.bool()),
        _ => Value::Null,
    }
}

fn guessed(random: &mut Rng, keywords: &Map<String, Value>) -> &'static str {
    let has = |names: &[&str]| names.iter().any(|name| keywords.contains_key(*name));
    if has(&["properties", "required", "additionalProperties", "unevaluatedProperties"]) {
        "object"
    } else if has(&["items", "prefixItems", "contains", "unevaluatedItems"]) {
        "array"
    } else if has(&["minLength", "maxLength", "pattern"]) {
        "string"
    } else if has(&["minimum", "maximum", "multipleOf"]) {
        "number"
    } else {
        pick::<&str>(random, &["object", "array", "string", "integer", "boolean", "null"])
    }
}

fn members(random: &mut Rng, root: &Value, keywords: &Map<String, Value>, depth: usize) -> Map<String, Value> {
    let mut members = Map::new();
    let required = |name: &str| {
        keywords.get("required").and_then(Value::as_array).is_some_and(|names| names.iter().any(|one| one == name))
    };
    for name in NAMES {
        let described = keywords.get("properties").and_then(|fields| fields.get(name));
        let wanted = if required(name) {
            random.u8(..10) > 0
        } else {
            random.u8(..if described.is_some() { 2 } else { 6 }) == 0
        };
        if wanted {
            let schema = described.or_else(|| keywords.get("additionalProperties")).unwrap_or(&Value::Null);
            members.insert(name.to_owned(), after(random, root, schema, depth - 1));
        }
    }
    members
}

fn items(random: &mut Rng, root: &Value, keywords: &Map<String, Value>, depth: usize) -> Vec<Value> {
    let prefix = keywords.get("prefixItems").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut items: Vec<Value> = (0..random.usize(..5))
        .map(|index| {
            let schema = prefix.get(index).or_else(|| keywords.get("items")).or_else(|| keywords.get("contains"));
            after(random, root, schema.unwrap_or(&Value::Null), depth - 1)
        })
        .collect();
    if items.len() > 1 && random.u8(..4) == 0 {
        items[0] = items[items.len() - 1].clone();
    }
    items
}

fn integer(random: &mut Rng, keywords: &Map<String, Value>) -> Value {
    let limits: Vec<f64> = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
        .iter()
        .filter_map(|name| keywords.get(*name)?.as_f64())
        .collect();
    match limits.is_empty() || random.bool() {
        true => json!(random.i8(-4..5)),
        false => {
            let near = pick(random, &limits) + f64::from(random.i8(-1..2));
            if near.fract() == 0.0 { json!(near as i64) } else { json!(near) }
        }
    }
}

fn free(random: &mut Rng, depth: usize) -> Value {
    match random.u8(..if depth == 0 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(random.i8(-3..4)),
        3 => json!(f64::from(random.i8(-6..7)) / 2.0),
        4 | 5 => json!(pick(random, &TEXTS)),
        6 => Value::Array((0..random.usize(..4)).map(|_| free(random, depth - 1)).collect()),
        _ => {
            let names: Vec<&str> = NAMES.into_iter().filter(|_| random.u8(..3) == 0).collect();
            Value::Object(names.into_iter().map(|name| (name.to_owned(), free(random, depth - 1))).collect())
        }
    }
}

/// One small change somewhere in the value.
fn change(random: &mut Rng, value: &mut Value) {
    match value {
        Value::Object(members) if !members.is_empty() && random.u8(..4) > 0 => {
            let index = random.usize(..members.len());
            let name = members.keys().nth(index).cloned().unwrap_or_default();
            match random.u8(..4) {
                0 => drop(members.remove(&name)),
                1 => drop(members.insert((*pick(random, &NAMES)).to_owned(), free(random, 1))),
                _ => {
                    if let Some(member) = members.get_mut(&name) {
                        change(random, member);
                    }
                }
            }
        }
        Value::Array(items) if !items.is_empty() && random.u8(..4) > 0 => {
            let index = random.usize(..items.len());
            match random.u8(..4) {
                0 => drop(items.remove(index)),
                1 => items.push(items[index].clone()),
                _ => change(random, &mut items[index]),
            }
        }
        Value::Number(number) if random.bool() => {
            let near = number.as_f64().unwrap_or(0.0) + pick(random, &[1.0, -1.0, 0.5, 0.01]);
            *value = if near.fract() == 0.0 && random.bool() { json!(near as i64) } else { json!(near) };
        }
        Value::String(text) if random.bool() => text.push_str(pick::<&str>(random, &TEXTS)),
        _ => *value = free(random, 1),
    }
}
