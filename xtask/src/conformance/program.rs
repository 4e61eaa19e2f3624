//! The head of the program that `cargo xtask conformance` writes: what is common to all groups. Modules and `main`
//! follow.

use std::panic::{AssertUnwindSafe, catch_unwind};
use typeloom::Value;

/// Runs the tests of a group and prints a line for each.
fn run(group: usize, instances: &[&str], check: fn(&str) -> Result<String, String>) {
    for (test, text) in instances.iter().enumerate() {
        let (what, why) = match catch_unwind(AssertUnwindSafe(|| check(text))) {
            Ok(Ok(written)) if value(&written) == value(text) => ("accepted", String::new()),
            Ok(Ok(written)) => ("changed", written),
            Ok(Err(why)) => ("refused", why),
            Err(panic) => ("crashed", panic.downcast_ref::<String>().cloned().unwrap_or_default()),
        };
        println!("{group}\t{test}\t{what}\t{}", why.replace(['\n', '\t'], " "));
    }
}

/// Panics are outcomes, not noise.
fn quiet() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// An instance as a value, read by another reader than ours.
fn value(text: &str) -> Value {
    fn convert(value: serde_json::Value) -> Value {
        match value {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(value) => Value::Bool(value),
            serde_json::Value::Number(number) => Value::Number(typeloom::Number::new(number.as_str()).expect("a number")),
            serde_json::Value::String(text) => Value::String(text),
            serde_json::Value::Array(items) => Value::Array(items.into_iter().map(convert).collect()),
            serde_json::Value::Object(members) => {
                Value::Object(members.into_iter().map(|(name, value)| (name, convert(value))).collect())
            }
        }
    }
    convert(serde_json::from_str(text).expect("JSON"))
}

