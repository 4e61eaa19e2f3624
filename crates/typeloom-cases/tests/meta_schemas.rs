//! Meta-schemas are schemas: their types judge each of them, and copies that are wrong in one place, as an independent
//! validator does.

use serde_json::{Value, json};
use typeloom_cases::Verdict;
use typeloom_cases::meta_schemas::ALL;

#[test]
fn each_judges_all_of_them_as_another_validator_does() {
    let (mut differ, mut counts) = (Vec::new(), [0, 0]);
    for (judge, schema, probe) in ALL {
        let theirs = validator(schema);
        for (name, text, _) in ALL {
            let instance: Value = serde_json::from_str(text).expect("JSON");
            for copy in std::iter::once(instance.clone()).chain(spoilt(&instance)) {
                let verdict = probe(&copy.to_string());
                let valid = theirs.is_valid(&copy);
                counts[usize::from(valid)] += 1;
                if !verdict.differences.is_empty() || is_valid(&verdict) != valid {
                    differ.push(format!("{judge} of {name}: {copy}: {verdict:?}"));
                }
            }
        }
    }
    assert!(differ.is_empty(), "{} of {counts:?}:\n{}", differ.len(), differ.join("\n"));
    assert!(counts.iter().all(|&count| count > 100), "{counts:?} are enough of both");
}

#[test]
fn each_is_valid_by_itself_if_it_says_so() {
    for (name, text, probe) in ALL {
        let verdict = probe(text);
        assert_eq!(is_valid(&verdict), !name.starts_with("described"), "{name}: {verdict:?}");
    }
}

#[test]
fn what_extends_them_holds_for_every_schema_within() {
    for name in ["described", "described2019"] {
        let (_, _, probe) = ALL.iter().find(|(known, ..)| *known == name).expect("it is listed");
        let schema = |inner: Value| json!({"description": "a", "properties": {"b": inner}}).to_string();
        assert!(is_valid(&probe(&schema(json!({"description": "c", "minLength": 1})))));
        for inner in [json!({"minLength": 1}), json!({"description": "c", "minLength": -1}), json!(true)] {
            assert!(!is_valid(&probe(&schema(inner))));
        }
    }
}

fn is_valid(verdict: &Verdict) -> bool {
    verdict.refused.is_none() && verdict.violations.is_empty()
}

fn validator(schema: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    jsonschema::options().should_validate_formats(false).build(&schema).expect("a schema")
}

/// Copies with another value at one of the first places.
fn spoilt(instance: &Value) -> Vec<Value> {
    let others =
        [json!(null), json!(-1.5), json!("?"), json!([]), json!([1, 1]), json!({}), json!({"?": []}), json!(true)];
    let mut places = Vec::new();
    pointers(instance, String::new(), &mut places);
    let every = places.len().div_ceil(40);
    let copy = |(index, place): (usize, &String)| {
        let mut copy = instance.clone();
        *copy.pointer_mut(place)? = others[index % others.len()].clone();
        Some(copy)
    };
    places.iter().step_by(every).enumerate().filter_map(copy).collect()
}

fn pointers(value: &Value, here: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| pointers(item, format!("{here}/{index}"), places));
        }
        Value::Object(members) => {
            for (name, member) in members {
                pointers(member, format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    places.push(here);
}
