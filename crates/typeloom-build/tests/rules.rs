//! Schemas that no type can carry become rules over values: which assertions they have, and which functions are written.

use std::fs;
use std::path::Path;
use typeloom_build::model::{Assertion, Check, Course, Module, Rule};
use typeloom_build::options::{Formats, Options};
use typeloom_build::{Outcome, generate};

/// What is made of one schema, taken literally.
fn made(test: &str, schema: &str, formats: Formats) -> Outcome {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rules").join(test).join("acme");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("root.json"), schema).expect("a file");
    generate(&[folder], &Options { exact: true, formats, ..Options::default() })
}

fn module(outcome: &Outcome) -> &Module {
    outcome.model.modules.first().expect("a module")
}

/// The rule of the schema at `pointer`.
fn rule<'a>(outcome: &'a Outcome, pointer: &str) -> &'a Rule {
    module(outcome)
        .rules
        .iter()
        .find(|rule| rule.location.rsplit_once("#").is_some_and(|(_, at)| at == pointer))
        .expect("a rule for the schema")
}

#[test]
fn assertions_go_from_cheap_to_dear() {
    let schema = r##"{
        "unevaluatedProperties": false,
        "not": {"const": {}},
        "properties": {"a": true},
        "required": ["a"],
        "minProperties": 1,
        "type": "object"
    }"##;
    let outcome = made("order", schema, Formats::Annotate);
    let assertions = &rule(&outcome, "").assertions;
    assert!(matches!(
        &assertions[..],
        [
            Assertion::Type(_),
            Assertion::Plain(Check::MinProperties(1)),
            Assertion::Plain(Check::Required(_)),
            Assertion::Properties { .. },
            Assertion::Not(_),
            Assertion::UnevaluatedProperties(_),
        ]
    ));
}

#[test]
fn formats_are_rules_where_they_are_asserted() {
    let schema = r#"{"not": {"format": "date"}}"#;
    let asserted = made("asserted", schema, Formats::Assert);
    assert!(matches!(rule(&asserted, "/not").assertions[..], [Assertion::Plain(Check::Format(_))]));
    let annotated = made("annotated", schema, Formats::Annotate);
    assert!(rule(&annotated, "/not").assertions.is_empty());
}

#[test]
fn contains_evaluates_since_2020_12() {
    let schema = |draft: &str| {
        format!(r#"{{"$schema": "https://json-schema.org/draft/{draft}/schema", "contains": {{"type": "null"}}}}"#)
    };
    let evaluates = |outcome: &Outcome| match rule(outcome, "").assertions[..] {
        [Assertion::Contains { evaluates, .. }] => evaluates,
        _ => panic!("one assertion"),
    };
    assert!(evaluates(&made("contains_2020", &schema("2020-12"), Formats::Annotate)));
    assert!(!evaluates(&made("contains_2019", &schema("2019-09"), Formats::Annotate)));
}

#[test]
fn a_dynamic_reference_that_may_come_back_is_watched() {
    let watched = |outcome: &Outcome, pointer: &str| match rule(outcome, pointer).assertions[..] {
        [Assertion::DynamicRef { watched, .. }] => watched,
        _ => panic!("one dynamic reference"),
    };
    let inner =
        r##""Inner": {"$id": "inner", "allOf": [{"$dynamicRef": "#x"}], "$defs": {"Start": {"$dynamicAnchor": "x"}}}"##;
    let circle =
        format!(r#"{{"$id": "https://acme.example/", "$dynamicAnchor": "x", "$ref": "inner", "$defs": {{{inner}}}}}"#);
    assert!(watched(&made("circle", &circle, Formats::Annotate), "/$defs/Inner/allOf/0"));
    let tree = circle.replace(r#""$ref": "inner""#, r#""items": {"$ref": "inner"}"#);
    assert!(!watched(&made("tree", &tree, Formats::Annotate), "/$defs/Inner/allOf/0"));
}

#[test]
fn equal_schemas_are_one_function_and_what_nobody_calls_is_none() {
    let schema = r##"{
        "not": {"required": ["a"], "properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c": true}},
        "$defs": {"Unused": {"type": "string"}}
    }"##;
    let outcome = made("functions", schema, Formats::Annotate);
    // The root, what it must not be, and one for all strings.
    assert_eq!(outcome.model.modules[0].program.routines.len(), 3);
}

#[test]
fn only_what_is_asked_about_keeps_track() {
    let schema = r##"{
        "allOf": [{"properties": {"a": {"properties": {"b": {"type": "null"}}}}}],
        "unevaluatedProperties": false
    }"##;
    let outcome = made("tracking", schema, Formats::Annotate);
    let routines = &outcome.model.modules[0].program.routines;
    let marks = routines.iter().filter(|routine| routine.course == Course::Marks);
    assert_eq!(marks.count(), 1, "the root, and no schema in it");
}

#[test]
fn a_pattern_that_is_none_is_reported_where_it_stands() {
    let outcome = made("pattern", r#"{"not": {"patternProperties": {"(": true}}}"#, Formats::Annotate);
    let said: Vec<&str> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
    assert_eq!(said, ["pattern"]);
}
