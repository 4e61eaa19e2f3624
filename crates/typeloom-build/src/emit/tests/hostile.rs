//! Names that collide with those of generated code and of the prelude, and texts that try to become code.

use super::build::{branch, checked, enumeration, field, item, list, map, module, nullable, object, of, record, slot};
use super::check;
use crate::model::{Check, Choice, ItemKind, Presence, Shape, Union, Validation, Width};
use typeloom::KindSet;

#[test]
fn hostile_names_are_as_in_the_golden() {
    let every = |shape: fn() -> Shape| {
        vec![
            field("required", Presence::Required, shape()),
            field("required_nullable", Presence::RequiredNullable, shape()),
            field("optional", Presence::Optional, shape()),
            field("optional_nullable", Presence::OptionalNullable, shape()),
            field("unknown_null", Presence::OptionalNullUnknown, shape()),
            field("reader", Presence::Required, shape()),
            field("members", Presence::Required, shape()),
            field("r#fn", Presence::Required, shape()),
            field("f0", Presence::Required, shape()),
            field("self_", Presence::Required, shape()),
        ]
    };
    let text = || slot(Shape::String, "");
    let both = Union {
        branches: vec![branch("None", text()), branch("Some", slot(list(slot(of(0), "/items/$ref")), ""))],
        choice: Choice::Kind(vec![KindSet::STRING, KindSet::ARRAY]),
        keyword: "oneOf",
    };
    let mut items = vec![
        record("Option", every(|| Shape::String)),
        record("Result", every(|| list(slot(Shape::Integer(Width::I64), "/items")))),
        record("Vec", every(|| of(0))),
        record("BTreeMap", every(|| map(slot(of(4), "/additionalProperties/$ref")))),
        enumeration("String", &[("None", "none"), ("Ok", "ok"), ("Self_", "self")]),
        item("Some", ItemKind::Newtype(checked(Shape::String, "", vec![Check::MinLength(1)])), Validation::Typed),
        item("None", ItemKind::Newtype(text()), Validation::Typed),
        item("Ok", ItemKind::Newtype(slot(nullable(slot(Shape::String, "")), "")), Validation::Typed),
        item("Err", ItemKind::Newtype(text()), Validation::Typed),
        item("Box", ItemKind::Union(both), Validation::Typed),
        item("Default", ItemKind::Struct(object(Vec::new())), Validation::Typed),
        item("Clone", ItemKind::Alias(text()), Validation::Typed),
        record("Members", every(|| of(12))),
        record("Record", every(|| Shape::Value)),
        record("Value", every(|| Shape::Value)),
        record("From", every(|| of(4))),
        item("Sized", ItemKind::Newtype(text()), Validation::Nothing),
        item("Reader", ItemKind::Newtype(text()), Validation::Nothing),
        item("Display", ItemKind::Newtype(text()), Validation::Nothing),
        item("PartialEq", ItemKind::Newtype(text()), Validation::Nothing),
    ];
    // A type of itself: boxed, or there would be no end to it.
    items[12] = record("Members", vec![field("members", Presence::Optional, super::build::boxed(12))]);
    let mut docs = record(
        "Docs",
        vec![
            field("quotes", Presence::Optional, Shape::String).wire("\"#;}\n//", &["*/", "\\"]).docs(&[
                "*/ \"#\" r#\" ``` \\",
                "\r\n\t/// #[test]",
                "\u{202e}turned\u{0}",
            ]),
            field("undocumented", Presence::Optional, Shape::String).wire("`code` ``more``", &[]),
        ],
    );
    docs.title = "`*/\n\"".to_owned();
    docs.location = "a\"b\\c#/*".to_owned();
    items.push(docs);
    check("hostile", module("hostile", items));
}
