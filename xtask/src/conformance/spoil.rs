//! Instances that are wrong in one place, made of those that there are. The same each time.

use serde_json::{Value, json};

/// How many places of an instance are spoilt.
const PLACES: usize = 30;

/// Instances of more nodes are left alone.
const LARGE: usize = 1000;

/// Copies of an instance, each with another value at one place, under names that say where.
pub fn spoil(name: &str, instance: &Value) -> Vec<(String, Value)> {
    let mut places = Vec::new();
    pointers(instance, String::new(), &mut places);
    if places.len() > LARGE {
        return Vec::new();
    }
    let others =
        [json!(null), json!(-1.5), json!("?"), json!([]), json!([1, 1]), json!({}), json!({"?": []}), json!(true)];
    let every = places.len().div_ceil(PLACES).max(1);
    let spoilt = places.iter().step_by(every).enumerate().filter_map(|(count, place)| {
        let mut copy = instance.clone();
        let other = others.get(count % others.len())?;
        *copy.pointer_mut(place)? = other.clone();
        Some((format!("{name}, {other} at {place}"), copy))
    });
    spoilt.collect()
}

/// The JSON Pointer of each value within `value`.
fn pointers(value: &Value, here: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| pointers(item, format!("{here}/{index}"), places));
        }
        Value::Object(members) => {
            for (name, member) in members {
                let step = name.replace('~', "~0").replace('/', "~1");
                pointers(member, format!("{here}/{step}"), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    places.push(here);
}
