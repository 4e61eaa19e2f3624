//! Violations: which ones, where, and as which output.

use crate::models::{Account, Label, Plan};
use typeloom::{Sensitive, Valid, Validate, Value, from_str, to_string};

const BAD: &str = r#"{"email":"é","reason":null,"age":-1,"plan":"huge","tags":["a","too long","b","c"],
    "owner":{"email":"","reason":null,"tags":[]},"x-y":1}"#;

#[test]
fn every_violation_is_reported() {
    let account: Account = from_str(BAD).unwrap();
    assert!(!account.is_valid());
    let violations = account.validate().unwrap_err();
    assert_eq!(
        violations.to_string(),
        "/x-y: does not match the pattern `^(?!x-)` (pattern)\n\
         /email: must have at least 3 characters, has 1 (minLength)\n\
         /age: must be at least 0, is -1 (minimum)\n\
         /plan: must be one of `free`, `team`, is `huge` (enum)\n\
         /tags: must have at most 3 items, has 4 (maxItems)\n\
         /tags/1: must have at most 5 characters, has 8 (maxLength)\n\
         /owner/email: must have at least 3 characters, has 0 (minLength)"
    );
    assert_eq!(violations.len(), 7);
    let deep = violations.iter().nth(6).unwrap();
    assert_eq!(deep.instance_location(), "/owner/email");
    assert_eq!(deep.keyword_location(), "/properties/owner/$ref/properties/email/minLength");
    assert_eq!(deep.absolute_keyword_location(), Some("acme/account.json#/properties/email/minLength"));
    assert_eq!(deep.keyword(), "minLength");
    assert!(deep.causes().is_empty());
}

#[test]
fn the_output_format_is_json_schemas() {
    let violations = from_str::<Vec<Plan>>(r#"["free","a/b"]"#).unwrap().validate().unwrap_err();
    let expected = r#"{"errors":[{"absoluteKeywordLocation":"acme/plan.json#/enum",
        "error":"must be one of `free`, `team`, is `a/b`","instanceLocation":"/1","keywordLocation":"/items/enum"}],
        "instanceLocation":"","keywordLocation":"","valid":false}"#;
    assert_eq!(violations.to_output(), from_str::<Value>(expected).unwrap());
}

#[test]
fn a_known_value_in_other_is_no_violation() {
    assert!(Plan::Other("free".to_owned()).is_valid());
    assert!(!Plan::Other("fre".to_owned()).is_valid());
}

#[test]
fn aliases_of_collections_validate_their_elements() {
    assert!(from_str::<Valid<Vec<Plan>>>(r#"["free"]"#).is_ok());
    assert!(from_str::<Valid<Vec<Plan>>>(r#"["free", "x"]"#).is_err());
    let map = from_str::<std::collections::BTreeMap<String, Option<Box<Plan>>>>(r#"{"a":null,"b/c":"x"}"#).unwrap();
    let violations = map.validate().unwrap_err();
    let violation = violations.iter().next().unwrap();
    assert_eq!(violation.instance_location(), "/b~1c");
    assert_eq!(violation.keyword_location(), "/additionalProperties/enum");
}

#[test]
fn valid_reads_exactly_the_valid() {
    let good = r#"{"email":"abc","reason":null,"tags":[]}"#;
    let valid: Valid<Account> = from_str(good).unwrap();
    assert_eq!(valid.email, "abc");
    assert_eq!(to_string(&valid).unwrap(), good);
    let valid: Valid<Account> = serde_json::from_str(good).unwrap();
    assert_eq!(serde_json::to_string(&valid).unwrap(), good);
    let account = valid.into_inner();
    assert!(Valid::new(account).is_ok());
}

#[test]
fn valid_fails_with_all_violations() {
    let error = from_str::<Valid<Account>>(BAD).unwrap_err();
    assert_eq!(error.violations().unwrap().len(), 7);
    assert_eq!((error.line(), error.column()), (Some(1), Some(1)));
    let text = error.to_string();
    assert!(text.starts_with("the value is not valid in 7 ways:\n/x-y: does not match"), "{text}");
    let error = serde_json::from_str::<Valid<Account>>(BAD).unwrap_err();
    assert!(error.to_string().starts_with("the value is not valid in 7 ways:\n/x-y: does not match"), "{error}");
    let error = from_str::<Vec<Valid<Label>>>(r#"["a", "far too long"]"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the value is not valid: must have at most 8 characters, has 12 (maxLength) at /1, line 1 column 7"
    );
    assert!(Valid::new(from_str::<Account>(BAD).unwrap()).is_err());
}

#[test]
fn secrets_are_not_shown() {
    let account: Account = from_str(r#"{"email":"abc","reason":null,"tags":[],"token":"hush \u0061nd more"}"#).unwrap();
    let shown = format!("{account:?}");
    assert!(shown.contains("token: Some(Sensitive(..))") && !shown.contains("hush"), "{shown}");
    let token = account.token.unwrap();
    assert_eq!(token.expose(), "hush and more");
    assert_eq!(token, Sensitive::from("hush and more"));
    assert_eq!(to_string(&token).unwrap(), "\"hush and more\"");
    assert_eq!(serde_json::to_string(&token).unwrap(), "\"hush and more\"");
    assert_eq!(serde_json::from_str::<Sensitive<String>>("\"x\"").unwrap().into_inner(), "x");
    assert_eq!(Sensitive::<String>::default().expose(), "");
}
