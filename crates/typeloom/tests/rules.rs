//! Rules over values as data, as `typeloom-build` writes them: what the runtime makes of them.

use typeloom::__private as rt;
use typeloom::{Validate, from_str};

/// `oneOf` of a string, an object of kind `a` and one of kind `b`, each with a `name` that is a string.
static TAGGED: rt::RuleSet = rt::RuleSet {
    secrets: &[],
    anchors: &[],
    rules: &[
        rule(&[rt::Assertion::OneOf(&[
            rt::Branch(rt::Step("/oneOf/0", 1), rt::KindSet(rt::STRING), None),
            rt::Branch(rt::Step("/oneOf/1", 2), rt::KindSet(rt::OBJECT), Some(("kind", &["a"]))),
            rt::Branch(rt::Step("/oneOf/2", 3), rt::KindSet(rt::OBJECT), Some(("kind", &["b"]))),
        ])]),
        rule(&[rt::Assertion::Type(rt::KindSet(rt::STRING))]),
        rule(&[
            rt::Assertion::Type(rt::KindSet(rt::OBJECT)),
            rt::Assertion::Check(rt::Check::Required(&["kind"])),
            rt::Assertion::Properties(&[("kind", rt::Step("", 4)), ("name", rt::Step("", 1))], &[], None),
        ]),
        rule(&[
            rt::Assertion::Type(rt::KindSet(rt::OBJECT)),
            rt::Assertion::Check(rt::Check::Required(&["kind"])),
            rt::Assertion::Properties(&[("kind", rt::Step("", 5)), ("name", rt::Step("", 1))], &[], None),
        ]),
        rule(&[rt::Assertion::Check(rt::Check::OneOf("const", &[rt::Literal::String("a")]))]),
        rule(&[rt::Assertion::Check(rt::Check::OneOf("const", &[rt::Literal::String("b")]))]),
    ],
};

/// `{"type": "object", "properties": {"next": {"anyOf": [#, #]}, "z": {"type": "string"}}}`. Without remembering, each
/// level would be tried twice as often as the one around it.
static TWICE: rt::RuleSet = rt::RuleSet {
    secrets: &[],
    anchors: &[],
    rules: &[
        rule(&[
            rt::Assertion::Type(rt::KindSet(rt::OBJECT)),
            rt::Assertion::Properties(&[("next", rt::Step("", 1)), ("z", rt::Step("", 2))], &[], None),
        ]),
        rule(&[rt::Assertion::AnyOf(&[
            rt::Branch(rt::Step("/anyOf/0", 0), rt::KindSet(rt::OBJECT), None),
            rt::Branch(rt::Step("/anyOf/1", 0), rt::KindSet(rt::OBJECT), None),
        ])]),
        rule(&[rt::Assertion::Type(rt::KindSet(rt::STRING))]),
    ],
};

const fn rule(assertions: &'static [rt::Assertion]) -> rt::Rule {
    rt::Rule { location: "", resource: 0, course: rt::Course::Plain, assertions }
}

/// Any JSON that must obey a rule.
struct Tagged(typeloom::Value);
struct Twice(typeloom::Value);

rt::newtype! {
    Tagged over Tagged "acme.json#" = rt::Validation::ByValue(&TAGGED, 0), rt::Slot("", &[], rt::Next::End);
}
rt::newtype! {
    Twice over Twice "acme.json#" = rt::Validation::ByValue(&TWICE, 0), rt::Slot("", &[], rt::Next::End);
}

/// What `oneOf` of the branches says of `text`.
fn one_of(text: &str) -> String {
    let value: Tagged = from_str(text).expect("JSON");
    let verdict = value.validate();
    assert_eq!(verdict.is_ok(), value.is_valid());
    verdict.map_or_else(|violations| violations.to_string(), |()| "valid".to_owned())
}

#[test]
fn a_branch_is_found_by_kind_and_tag() {
    assert_eq!(one_of(r#""text""#), "valid");
    assert_eq!(one_of(r#"{"kind": "a"}"#), "valid");
    assert_eq!(one_of(r#"{"kind": "b", "name": "x"}"#), "valid");
}

#[test]
fn the_branch_that_is_meant_says_what_is_wrong() {
    let expected = "matches none of the 3 branches; branch 2 comes closest (oneOf)\n  \
        /name: expected a string, found 1 (type)";
    assert_eq!(one_of(r#"{"kind": "b", "name": 1}"#), expected);
    let expected = "matches none of the 3 branches; branch 1 comes closest (oneOf)\n  \
        missing required member `kind` (required)";
    assert_eq!(one_of(r#"{"name": "x"}"#), expected);
}

#[test]
fn keyword_locations_go_through_the_branch() {
    let value: Tagged = from_str(r#"{"kind": "b", "name": 1}"#).expect("JSON");
    let violations = value.validate().expect_err("it is not valid");
    let violation = violations.iter().next().expect("there is one");
    assert_eq!(violation.keyword_location(), "/oneOf");
    assert_eq!(violation.causes()[0].keyword_location(), "/oneOf/2/properties/name/type");
}

#[test]
fn choices_inside_of_choices_take_no_exponential_time() {
    let depth = 100;
    let text = format!("{}{{\"z\": 1}}{}", "{\"next\": ".repeat(depth), "}".repeat(depth));
    let value: Twice = from_str(&text).expect("JSON");
    assert_eq!(value.validate().expect_err("it is not valid").len(), 1);
    assert!(!value.is_valid());
}
