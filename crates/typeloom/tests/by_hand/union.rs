//! How the branch of a union is found, and what is said when there is none.

use crate::models::{Event, Label, Labelled, Target};
use crate::refused;
use typeloom::{Value, from_str, from_value};

#[test]
fn by_kind() {
    assert_eq!(from_str::<Label>("\"x\"").unwrap(), Label::Text("x".to_owned()));
    assert_eq!(from_str::<Label>("1.0").unwrap(), Label::Number(1));
    assert_eq!(
        refused::<Label>(" 1.5"),
        "expected an integer, a string or an array, found a number at line 1 column 2"
    );
    assert_eq!(
        refused::<Vec<Label>>("[1,{}]"),
        "expected an integer, a string or an array, found an object at /1, line 1 column 4"
    );
    assert_eq!(refused::<Label>("?"), "expected a value, found `?` at line 1 column 1");
}

#[test]
fn by_tag_wherever_it_stands() {
    for text in [
        r#"{"type":"labelled","id":1}"#,
        r#"{"id":1,"type":"labelled"}"#,
        r#"{"a":["}","1","{"],"b":"\"type\":\"created\"","id":1,"typ\u0065":"labelled"}"#,
        r#" { "a" : [ "free" , "\\" ] , "id" : 1 , "type" : "tagged" } "#,
    ] {
        assert!(matches!(from_str(text), Ok(Event::Labelled(Labelled { id: Some(1), .. }))), "{text}");
    }
}

#[test]
fn unknown_tags_are_named() {
    assert_eq!(
        refused::<Event>(r#"{"type":"x"}"#),
        "member `type` must be one of `created`, `labelled`, `tagged`, found `x` at line 1 column 1"
    );
    for text in ["{}", r#"{"type":1}"#] {
        assert_eq!(
            refused::<Event>(text),
            "member `type` must be there and one of `created`, `labelled`, `tagged` at line 1 column 1"
        );
    }
    assert_eq!(refused::<Event>("[]"), "expected an object with a member `type`, found an array at line 1 column 1");
    let error = serde_json::from_str::<Event>("[]").unwrap_err();
    assert_eq!(error.to_string(), "expected an object with a member `type`, found an array");
    let error = from_value::<Event>(&Value::Null).unwrap_err();
    assert_eq!(error.to_string(), "expected an object with a member `type`, found null");
}

#[test]
fn broken_text_is_reported_as_such() {
    assert_eq!(refused::<Event>(r#"{"a":tru,"type":"x"}"#), "expected a value, found `t` at line 1 column 6");
    assert_eq!(refused::<Event>(r#"{"a":1"#), "expected `,` or `}`, found the end of the text at line 1 column 7");
    assert!(refused::<Event>(r#"{"type":"labelled","type":"created"}"#).starts_with("member `type` occurs twice"));
    assert!(refused::<Event>(r#"{"a":[},"type":"labelled"}"#).contains("line 1 column 7"));
}

#[test]
fn by_trial_the_closest_branch_explains() {
    assert_eq!(
        refused::<Target>(r#"{"inner":{"inner":{"email":"a","reason":null,"tags":["x",2]}}}"#),
        "no branch of `anyOf` takes the value; closest is Nested: no branch of `anyOf` takes the value; closest is Nested: \
         no branch of `anyOf` takes the value; closest is Account: expected a string, found a number \
         at /inner/inner/tags/1, line 1 column 1"
    );
    assert_eq!(
        refused::<Vec<Target>>(r#"[ 1 ]"#),
        "no branch of `anyOf` takes the value: expected an object, found a number at /0, line 1 column 3"
    );
}

#[test]
fn trials_inside_trials_do_not_explode() {
    let deep = |inner: &str| "{\"inner\":".repeat(100) + inner + &"}".repeat(100);
    assert!(from_str::<Target>(&deep(r#"{"email":"a","reason":null,"tags":[]}"#)).is_ok());
    assert!(from_str::<Target>(&deep("1")).is_err());
    assert!(serde_json::from_str::<Target>(&deep("1")).is_err());
}
