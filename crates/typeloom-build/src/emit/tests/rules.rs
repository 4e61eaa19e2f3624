//! Items that are validated by value, and slots with a rule.

use super::build::{field, module, of, record};
use super::check;
use super::unions::rule;
use crate::model::{Assertion, Check, Presence, RuleId, Shape, Validation};
use typeloom::{KindSet, Value};

#[test]
fn rules_are_as_in_the_golden() {
    let mut whole = record("Whole", vec![field("a", Presence::Optional, Shape::Value)]);
    whole.validation = Validation::ByValue(RuleId(0));
    let parts = record(
        "Parts",
        vec![
            field("never_null", Presence::RequiredNullable, Shape::String).check(vec![Check::Rule(RuleId(2))]),
            field("maybe", Presence::OptionalNullable, Shape::String).check(vec![Check::Rule(RuleId(2))]),
            field("whole", Presence::Optional, of(0)).check(vec![Check::Rule(RuleId(2))]),
        ],
    );
    let mut module = module("rules_by_value", vec![whole, parts]);
    module.rules = vec![
        rule("acme/whole.json#", Assertion::Not(RuleId(1))),
        rule("acme/whole.json#/not", Assertion::Plain(Check::Required(vec!["b".to_owned()]))),
        rule("acme/parts.json#/not", Assertion::Not(RuleId(3))),
        rule("acme/parts.json#/not/not", Assertion::Type(KindSet::NULL)),
        rule("acme/parts.json#/unused", Assertion::Plain(Check::Const(Value::Bool(true)))),
    ];
    check("rules_by_value", module);
}
