//! Structs: presence, names, docs, secrets, items in items.

use super::build::{boxed, enumeration, field, list, module as named, of, record, slot};
use super::check;
use crate::model::{Check, Module, Presence, Shape, Width};

#[test]
fn records_are_as_in_the_golden() {
    check("records", module());
}

pub(super) fn module() -> Module {
    let mut account = record(
        "Account",
        vec![
            field("id", Presence::Required, Shape::String)
                .check(vec![Check::MinLength(1), Check::MaxLength(8)])
                .docs(&["Who it is.", "Made by the vendor.\nNever changes."]),
            field("reason", Presence::RequiredNullable, Shape::String).check(vec![Check::MinLength(3)]),
            field("age", Presence::Optional, Shape::Integer(Width::I64)).wire("ageInYears", &["age", "age_in_years"]),
            field("note", Presence::OptionalNullable, Shape::String).check(vec![Check::MaxLength(5)]),
            field("plan", Presence::OptionalNullUnknown, of(1)),
            field("state", Presence::RequiredNullUnknown, of(1)),
            field("token", Presence::Optional, Shape::Secret(Box::new(Shape::String))).check(vec![Check::MinLength(4)]),
            field("owner", Presence::Optional, boxed(0)),
            field("history", Presence::Optional, list(slot(of(0), "/items/$ref"))),
            field("r#type", Presence::Optional, Shape::Bool).docs(&["Kept for old clients."]),
        ],
    );
    account.docs = vec!["An account.".to_owned(), "From `acme/account.json:1`.".to_owned()];
    if let crate::model::ItemKind::Struct(of) = &mut account.kind {
        of.fields[9].deprecated = true;
    }
    let empty = record("Empty", Vec::new());
    let mut legacy = record("Legacy", vec![field("only", Presence::Required, of(2))]);
    legacy.deprecated = true;
    let user = record("User", vec![field("legacy", Presence::Optional, of(3))]);
    named(
        "records",
        vec![account, enumeration("Plan", &[("Free", "free"), ("Team", "team \"x\"")]), empty, legacy, user],
    )
}
