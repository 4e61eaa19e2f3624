//! Slots as data of the runtime: the step to a schema, the checks there, and what stands inside.

use super::checks::checks;
use super::literal::string;
use crate::model::{Field, ItemKind, Module, Presence, Shape, Slot, Validation};
use crate::pointer;

/// The slot of a member of an object, if anything is to be checked there.
pub(super) fn member(module: &Module, field: &Field) -> Option<String> {
    let (own, to_item) = steps(&field.slot);
    let via = from_member(own, &field.wire);
    let next = next(module, &field.slot.shape, to_item);
    match field.presence {
        // The checks are about `null` too, what stands inside is not.
        Presence::RequiredNullable | Presence::OptionalNullable => {
            let next = next.map(|next| format!("rt::Next::Each(&{})", text("", "&[]", &next)));
            slot(module, &via, &field.slot, next)
        }
        Presence::Required | Presence::Optional | Presence::OptionalNullUnknown | Presence::RequiredNullUnknown => {
            slot(module, &via, &field.slot, next)
        }
    }
}

/// A slot whose place is that of the schema around it, an element of it, or a member without a field.
pub(super) fn inner(module: &Module, of: &Slot) -> Option<String> {
    let (own, to_item) = steps(of);
    slot(module, own, of, next(module, &of.shape, to_item))
}

/// The slot where nothing is to be checked.
pub(super) const NOTHING: &str = "rt::Slot(\"\", &[], rt::Next::End)";

fn slot(module: &Module, via: &str, of: &Slot, next: Option<String>) -> Option<String> {
    if of.checks.is_empty() && next.is_none() {
        return None;
    }
    let next = next.as_deref().unwrap_or("rt::Next::End");
    Some(text(via, &checks(&module.program, &of.checks), next))
}

fn text(via: &str, checks: &str, next: &str) -> String {
    format!("rt::Slot({}, {checks}, {next})", string(via))
}

/// What stands inside of a shape, if anything is to be checked there.
fn next(module: &Module, of: &Shape, to_item: &str) -> Option<String> {
    match of {
        Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => {
            Some(format!("rt::Next::Each(&{})", self::inner(module, inner)?))
        }
        Shape::Item { id, boxed: _ } => {
            let item = module.item(*id);
            match (&item.kind, item.validation) {
                (_, Validation::Nothing) => None,
                (ItemKind::Alias(slot), Validation::Typed) => {
                    Some(alias(&self::inner(module, slot)?, &item.location, to_item))
                }
                (ItemKind::Alias(_), Validation::ByValue(rule)) => {
                    let rule = format!("&[rt::Check::Rule(&RULES, {})]", module.program.index(rule));
                    Some(alias(&text("", &rule, "rt::Next::End"), &item.location, to_item))
                }
                (
                    ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_),
                    Validation::Typed | Validation::ByValue(_),
                ) => Some(format!("rt::Next::Item({})", string(to_item))),
            }
        }
        Shape::Float => Some("rt::Next::Finite".to_owned()),
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value => None,
    }
}

/// The checks of an alias stand where it is used: it is no type of its own that could have them.
fn alias(slot: &str, location: &str, to_item: &str) -> String {
    format!("rt::Next::Alias({}, {}, &{slot})", string(to_item), string(location))
}

/// The steps in the schema to a slot's own checks, and from there to the item that it holds: `/properties/user` and
/// `/$ref`. Checks beside a `$ref` stand in front of it.
fn steps(slot: &Slot) -> (&str, &str) {
    let via = slot.via.as_str();
    if slot.checks.is_empty() || !matches!(slot.shape, Shape::Item { .. }) {
        return (via, "");
    }
    let mut own = via;
    while let Some(shorter) = own.strip_suffix("/$ref") {
        own = shorter;
    }
    (own, &via[own.len()..])
}

/// A step from an object to the schema of the member `name`: what follows `/properties/<name>`, or all of it, with its
/// leading `/`, where that is not how it begins.
pub(super) fn from_member(via: &str, name: &str) -> String {
    let step = ["/properties/", &pointer::escape(name)].concat();
    match via.strip_prefix(step.as_str()) {
        Some("") => String::new(),
        Some(rest) if rest.starts_with('/') && !rest.starts_with("//") => rest[1..].to_owned(),
        Some(_) | None => via.to_owned(),
    }
}
