//! Errors say what was expected, what was found, and where.

use crate::models::{Account, Label, Labelled};
use crate::refused;
use std::collections::BTreeMap;
use typeloom::{Value, from_str, from_value};

#[test]
fn kind_place_line_and_column() {
    let text = "{\n  \"email\": \"a@b\",\n  \"reason\": null,\n  \"tags\": [\"x\", null]\n}";
    assert_eq!(refused::<Account>(text), "expected a string, found null at /tags/1, line 4 column 17");
}

#[test]
fn columns_count_characters() {
    assert_eq!(refused::<Vec<String>>("[\"日本é\", 1]"), "expected a string, found a number at /1, line 1 column 9");
}

#[test]
fn names_are_escaped_in_pointers() {
    let text = r#"{"a/b~c": {"é": 1}}"#;
    let error = from_str::<BTreeMap<String, BTreeMap<String, bool>>>(text).unwrap_err();
    assert_eq!(error.pointer(), "/a~1b~0c/é");
    assert_eq!((error.line(), error.column()), (Some(1), Some(17)));
    assert_eq!(error.message(), "expected a boolean, found a number");
}

#[test]
fn missing_members_are_listed_together() {
    assert_eq!(refused::<Account>(r#"[{"reason": null}]"#), "expected an object, found an array at line 1 column 1");
    assert_eq!(
        refused::<Account>(r#"{"reason": null}"#),
        "missing required members `email`, `tags` of Account at line 1 column 1"
    );
    assert_eq!(
        refused::<Vec<Account>>(r#"[ {"email": "a", "reason": null} ]"#),
        "missing required member `tags` of Account at /0, line 1 column 3"
    );
}

#[test]
fn duplicates_are_named() {
    assert_eq!(
        refused::<Account>(r#"{"email": "a", "email": "b"}"#),
        "member `email` occurs twice at /email, line 1 column 16"
    );
    assert_eq!(
        refused::<Account>(r#"{"token": "a", "access_token": "b"}"#),
        "member `access_token` occurs twice at /access_token, line 1 column 16"
    );
    assert_eq!(
        refused::<Account>(r#"{"other": 1, "other": 2}"#),
        "member `other` occurs twice at /other, line 1 column 14"
    );
    assert_eq!(
        refused::<Account>(r#"{"other": {"a": 1, "a": 2}}"#),
        "member `a` occurs twice at /other/a, line 1 column 20"
    );
}

#[test]
fn syntax_errors_have_a_place_too() {
    assert_eq!(refused::<Value>(""), "expected a value, found the end of the text at line 1 column 1");
    assert_eq!(refused::<Value>("[1,\n 2 3]"), "expected `,` or `]`, found a number at line 2 column 4");
    assert_eq!(refused::<Value>("{\"a\": tru}"), "expected a value, found `t` at /a, line 1 column 7");
    assert_eq!(refused::<Value>("[1] x"), "expected the end of the text, found `x` at line 1 column 5");
    assert_eq!(refused::<Value>("{\"a\" 1}"), "expected `:`, found a number at line 1 column 6");
    assert_eq!(
        refused::<Value>("[\"a\nb\"]"),
        "control character U+000A in a string must be written as an escape at /0, line 1 column 4"
    );
    assert_eq!(refused::<Value>("[01]"), "a number must not begin with a needless zero at /0, line 1 column 2");
    assert_eq!(refused::<Value>("[\"\\ud800\"]"), "lone surrogate in a string at /0, line 1 column 3");
    assert_eq!(refused::<String>("\"abc"), "the text ends inside a string at line 1 column 5");
}

#[test]
fn values_have_pointers_only() {
    let value: Value = from_str(r#"{"id": 1, "a": "x", "b": [1]}"#).unwrap();
    let error = from_value::<Labelled>(&value).unwrap_err();
    assert_eq!(error.to_string(), "expected a string, found a number at /b/0");
    assert_eq!(error.line(), None);
    let error = from_value::<Label>(&Value::Null).unwrap_err();
    assert_eq!(error.to_string(), "expected an integer, a string or an array, found null");
}
