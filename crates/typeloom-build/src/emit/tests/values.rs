//! Every shape and every check.

use super::build::{checked, enumeration, field, item, list, map, module, nullable, number, object, of, record, slot};
use super::check;
use crate::model::{Check, Format, ItemKind, Pattern, PatternId, Presence, Rest, Shape, Validation, Width};
use typeloom::Value;

#[test]
fn values_are_as_in_the_golden() {
    let shapes = record(
        "Shapes",
        vec![
            field("nothing", Presence::Optional, Shape::Null),
            field("truth", Presence::Optional, Shape::Bool),
            field("small", Presence::Optional, Shape::Integer(Width::I32)).check(vec![Check::Minimum(number("-3"))]),
            field("large", Presence::Optional, Shape::Integer(Width::U64))
                .check(vec![Check::MultipleOf(number("0.5")), Check::Enum(vec![one(), Value::Number(number("8"))])]),
            field("float", Presence::Optional, Shape::Float).check(vec![
                Check::Maximum(number("1e3")),
                Check::ExclusiveMinimum(number("0")),
                Check::MultipleOf(number("0.1")),
            ]),
            field("exact", Presence::Optional, Shape::Number).check(vec![Check::ExclusiveMaximum(number("10"))]),
            field("integer", Presence::Optional, Shape::BigInteger).check(vec![Check::Format(Format::Int32)]),
            field("text", Presence::Optional, Shape::String).check(vec![Check::Pattern(PatternId(0))]),
            field("any", Presence::Optional, Shape::Value).check(vec![
                Check::MinLength(2),
                Check::Minimum(number("2")),
                Check::MinItems(2),
                Check::MinProperties(2),
                Check::Const(Value::Null),
            ]),
            field(
                "list",
                Presence::Optional,
                list(checked(nullable(checked(Shape::String, "", vec![Check::MaxLength(3)])), "/items", Vec::new())),
            )
            .check(vec![Check::MinItems(1), Check::MaxItems(3), Check::UniqueItems]),
            field("map", Presence::Optional, map(slot(of(1), "/additionalProperties/$ref"))).check(vec![
                Check::PropertyNames(vec![Check::MaxLength(3)]),
                Check::Required(vec!["a".to_owned()]),
                dependent("b", &["c"]),
            ]),
            field("never", Presence::Optional, Shape::Value).check(vec![Check::Never]),
            field("choice", Presence::Required, of(1)).check(vec![Check::MaxLength(3)]),
            field("null_or_one", Presence::RequiredNullable, Shape::Integer(Width::I64))
                .check(vec![Check::Enum(vec![Value::Null, one()]), Check::Maximum(number("5"))]),
            field("maybe_null", Presence::OptionalNullable, Shape::Integer(Width::I64))
                .check(vec![Check::Const(one())]),
            field("alias", Presence::Optional, of(4)).check(vec![Check::MaxItems(2)]),
            field("newtype", Presence::Optional, of(2)).check(vec![Check::MinLength(2)]),
            field("closed", Presence::Optional, of(5)),
            field("open", Presence::Optional, of(6)),
            field("silent", Presence::Optional, of(3)),
        ],
    );
    let color = enumeration("Color", &[("Red", "red"), ("Green", "green")]);
    let code =
        item("Code", ItemKind::Newtype(checked(Shape::String, "", vec![Check::MaxLength(5)])), Validation::Typed);
    let silent = item("Silent", ItemKind::Newtype(slot(Shape::String, "")), Validation::Nothing);
    let codes = item("Codes", ItemKind::Alias(slot(list(slot(of(2), "/items/$ref")), "")), Validation::Typed);

    let mut closed = object(vec![
        field("a", Presence::Optional, Shape::Bool),
        field("b", Presence::OptionalNullUnknown, Shape::Bool),
        field("c", Presence::Required, Shape::Bool),
    ]);
    closed.rest.forbidden = true;
    closed.checks = vec![
        Check::MinProperties(2),
        Check::MaxProperties(3),
        Check::PropertyNames(vec![Check::MaxLength(3)]),
        Check::Required(vec!["d".to_owned(), "b".to_owned(), "c".to_owned()]),
        dependent("a", &["b", "c"]),
    ];
    let mut open = object(vec![field("a", Presence::OptionalNullUnknown, Shape::Bool)]);
    open.rest = Rest {
        name: "additional".to_owned(),
        slot: checked(Shape::Integer(Width::I64), "/additionalProperties", vec![Check::Minimum(number("0"))]),
        secret: Vec::new(),
        forbidden: false,
    };
    let items = vec![
        shapes,
        color,
        code,
        silent,
        codes,
        item("Closed", ItemKind::Struct(closed), Validation::Typed),
        item("Open", ItemKind::Struct(open), Validation::Typed),
    ];
    let mut module = module("values", items);
    module.patterns = vec![Pattern { source: "abc".to_owned(), translated: "abc".to_owned() }];
    check("values", module);
}

fn one() -> Value {
    Value::Number(number("1"))
}

fn dependent(because: &str, names: &[&str]) -> Check {
    let names = names.iter().map(|&name| name.to_owned()).collect();
    Check::DependentRequired { keyword: "dependentRequired", because: because.to_owned(), names }
}
