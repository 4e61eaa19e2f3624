//! Nesting is bounded, whatever is read and wherever it comes from.

#![allow(missing_docs, clippy::unwrap_used)]

use typeloom::{Value, from_str, from_value, to_string, to_value};

fn nested(levels: usize) -> String {
    "[".repeat(levels) + &"]".repeat(levels)
}

#[test]
fn the_same_depth_as_serde_json() {
    for levels in 1..200 {
        let own = from_str::<Value>(&nested(levels)).is_ok();
        assert_eq!(own, levels < 128, "{levels}");
        assert_eq!(own, serde_json::from_str::<serde_json::Value>(&nested(levels)).is_ok(), "{levels}");
        assert_eq!(own, serde_json::from_str::<Value>(&nested(levels)).is_ok(), "{levels}");
    }
}

#[test]
fn hostile_depth_is_an_error_that_says_so() {
    for text in ["[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), "[{\"a\":".repeat(500_000)] {
        let error = from_str::<Value>(&text).unwrap_err();
        assert_eq!(error.message(), "arrays and objects nest deeper than 128 levels");
    }
}

#[test]
fn depth_is_bounded_where_serde_bounds_nothing() {
    // A `serde_json::Value` made by hand has no limit of its own.
    let mut value = serde_json::Value::Null;
    for _ in 0..500 {
        value = serde_json::Value::Array(vec![value]);
    }
    let error = serde_json::from_value::<Value>(value).unwrap_err();
    assert!(error.to_string().starts_with("arrays and objects nest deeper than 128 levels at /0/0/0"), "{error}");
}

#[derive(Debug)]
struct Deep(#[allow(dead_code)] Vec<Deep>);

impl typeloom::Read<'_> for Deep {
    fn read(reader: &mut typeloom::Reader<'_>) -> Result<Self, typeloom::Fail> {
        typeloom::Read::read(reader).map(Deep)
    }
}

#[test]
fn depth_is_bounded_in_values() {
    let mut value = Value::Null;
    for _ in 0..500 {
        value = Value::Array(vec![value]);
    }
    let error = from_value::<Deep>(&value).unwrap_err();
    assert_eq!(error.message(), "arrays and objects nest deeper than 128 levels");
}

#[test]
fn what_was_read_can_be_wrapped_and_written() {
    let mut value: Value = from_str(&nested(127)).unwrap();
    for _ in 0..300 {
        value = Value::Object([("a".to_owned(), value)].into());
    }
    assert_eq!(to_string(&value).unwrap(), serde_json::to_string(&value).unwrap());
    assert_eq!(to_value(&value).unwrap(), value);
    for _ in 0..500 {
        value = Value::Array(vec![value]);
    }
    assert_eq!(to_string(&value).unwrap_err().to_string(), "arrays and objects nest deeper than 512 levels");
    assert!(serde_json::to_string(&value).is_err());
    assert_eq!(value.to_string(), "..");
}

#[test]
fn many_siblings_are_no_depth() {
    let text = format!("[{}0]", "[[]],".repeat(1000));
    assert!(from_str::<Value>(&text).is_ok());
    let text = format!("[{}0]", "{\"a\":{}},".repeat(1000));
    assert!(from_str::<Value>(&text).is_ok());
    assert!(serde_json::from_str::<Value>(&text).is_ok());
}
