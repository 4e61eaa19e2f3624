//! Unions: by kind, by tag, by trial with and without rules; recursion.

use super::build::{boxed, branch, checked, field, item, list, module, number, of, record, slot};
use super::check;
use crate::model::{Assertion, Check, Choice, ItemKind, Presence, Rule, RuleId, Shape, Union, Validation, Width};
use typeloom::KindSet;

#[test]
fn unions_are_as_in_the_golden() {
    let label = Union {
        branches: vec![
            branch("Nothing", slot(Shape::Null, "/oneOf/0")),
            branch("Text", checked(Shape::String, "/oneOf/1", vec![Check::MaxLength(5)])),
            branch("Number", slot(Shape::Float, "/oneOf/2")),
            branch("Labels", slot(list(slot(of(0), "/items/$ref")), "/oneOf/3")),
        ],
        choice: Choice::Kind(vec![KindSet::NULL, KindSet::STRING, KindSet::NUMBER, KindSet::ARRAY]),
        keyword: "oneOf",
    };
    let event = Union {
        branches: vec![
            branch("Created", slot(of(2), "/oneOf/0/$ref")),
            branch("Nested", slot(boxed(3), "/oneOf/1/$ref")),
        ],
        choice: Choice::Tag {
            member: "type".to_owned(),
            values: vec![("created".to_owned(), 0), ("nested".to_owned(), 1), ("inner".to_owned(), 1)],
        },
        keyword: "oneOf",
    };
    let created = record(
        "Created",
        vec![
            field("r#type", Presence::Required, Shape::String),
            field("at", Presence::Required, Shape::Integer(Width::I64)).check(vec![Check::Minimum(number("0"))]),
        ],
    );
    let nested = record(
        "Nested",
        vec![field("r#type", Presence::Required, Shape::String), field("event", Presence::Required, of(1))],
    );
    let mut target = Union {
        branches: vec![
            branch("Label", slot(of(0), "/anyOf/0/$ref")),
            branch("Count", slot(Shape::Integer(Width::I64), "/anyOf/1")),
            branch("Created", slot(of(2), "/anyOf/2/$ref")),
        ],
        choice: Choice::Trial,
        keyword: "anyOf",
    };
    // Without the rule an integer would be a label.
    target.branches[1].rule = Some(RuleId(1));
    // A choice inside of a choice: what differs stands at the very end.
    let mut tree = Union {
        branches: vec![branch("Text", slot(boxed(6), "/oneOf/0")), branch("Number", slot(boxed(7), "/oneOf/1"))],
        choice: Choice::Trial,
        keyword: "oneOf",
    };
    tree.branches[0].rule = Some(RuleId(4));
    tree.branches[1].rule = Some(RuleId(5));
    let node =
        |name, x| record(name, vec![field("child", Presence::Optional, of(5)), field("x", Presence::Optional, x)]);
    let mut module = module(
        "unions",
        vec![
            item("Label", ItemKind::Union(label), Validation::Typed),
            item("Event", ItemKind::Union(event), Validation::Typed),
            created,
            nested,
            item("Target", ItemKind::Union(target), Validation::ByValue(RuleId(0))),
            item("Tree", ItemKind::Union(tree), Validation::ByValue(RuleId(3))),
            node("TextNode", Shape::String),
            node("NumberNode", Shape::Integer(Width::I64)),
        ],
    );
    module.rules = vec![
        rule("acme/target.json#", Assertion::Not(RuleId(2))),
        rule("acme/target.json#/anyOf/1", Assertion::Type(KindSet::INTEGER)),
        rule("acme/target.json#/not", Assertion::Type(KindSet::NULL)),
        rule("acme/tree.json#", Assertion::OneOf(vec![RuleId(4), RuleId(5)])),
        rule("acme/tree.json#/oneOf/0", members(RuleId(7))),
        rule("acme/tree.json#/oneOf/1", members(RuleId(8))),
        rule("acme/tree.json#/oneOf/0/properties/child", Assertion::Ref(RuleId(3))),
        rule("acme/tree.json#/oneOf/0/properties/x", Assertion::Type(KindSet::STRING)),
        rule("acme/tree.json#/oneOf/1/properties/x", Assertion::Type(KindSet::INTEGER)),
    ];
    check("unions", module);
}

fn members(x: RuleId) -> Assertion {
    let named = vec![("child".to_owned(), RuleId(6)), ("x".to_owned(), x)];
    Assertion::Properties { named, patterns: Vec::new(), additional: None }
}

pub(super) fn rule(location: &str, assertion: Assertion) -> Rule {
    Rule { location: location.to_owned(), resource: 0, assertions: vec![assertion] }
}
