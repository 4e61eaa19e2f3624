//! What an item does, as rows of a macro of the runtime: each member, value or branch once.

use super::checks::checks;
use super::literal::{kinds, list, string};
use super::slots::{self, NOTHING};
use super::types::Types;
use super::{Code, definitions, names};
use crate::model::{
    Blank, Branch, Choice, Enum, Field, Item, ItemKind, Module, Presence, Shape, Slot, Struct, Union, Validation,
};

/// Whether an item is a type of its own: an alias has what it is another name for.
pub(super) fn has_implementation(item: &Item) -> bool {
    match item.kind {
        ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => true,
        ItemKind::Alias(_) => false,
    }
}

/// The implementation of an item.
pub(super) fn implementation(types: &Types<'_>, item: &Item, code: &mut Code<'_>) {
    let module = types.module;
    match &item.kind {
        ItemKind::Struct(of) => object(types, item, of, code),
        ItemKind::Enum(of) => strings(module, item, of, code),
        ItemKind::Union(of) => union(module, item, of, code),
        ItemKind::Newtype(slot) => newtype(module, item, slot, code),
        ItemKind::Alias(_) => {}
    }
    if definitions::redacts(item) {
        code.parts(&["rt::redacted_debug! { ", &item.name, " }"]);
    }
}

fn object(types: &Types<'_>, item: &Item, of: &Struct, code: &mut Code<'_>) {
    let module = types.module;
    let by_state = item.blank == Blank::Never;
    code.open(if by_state { "rt::object_by_state!" } else { "rt::object!" });
    let (title, location, extra) = (string(&item.title), string(&item.location), extra(module, item, of));
    let (name, rest) = (&item.name, &of.rest.name);
    let map = if by_state { format!(": {}", types.rest(&of.rest.slot.shape)) } else { String::new() };
    let knowing = match (&of.rest.secret[..], by_state) {
        ([], _) => String::new(),
        (names, false) => format!(" knowing {}", &list(names.iter().map(|name| string(name)))[1..]),
        (names, true) => format!(", knowing {}", &list(names.iter().map(|name| string(name)))[1..]),
    };
    code.line(&format!("{name} {title} {location} {rest}{map}{knowing} = {extra};"));
    for (index, field) in of.fields.iter().enumerate() {
        let (own, wire) = (&field.name, string(&field.wire));
        let (presence, held) = presence(types, of, field);
        let (held, equals) = if by_state { (format!(": {held}"), "= ") } else { (String::new(), "") };
        let slot = slots::member(module, field).map(|slot| format!(" => {slot}")).unwrap_or_default();
        code.line(&format!("{index} {own}{held} {equals}{presence} {wire}{slot};"));
    }
    code.close();
}

/// The presence of a field, as the runtime calls it, and what is in the `Option` of its state.
fn presence(types: &Types<'_>, of: &Struct, field: &Field) -> (&'static str, String) {
    let inner = types.shape(&field.slot.shape);
    match field.presence {
        // Its `Option` may be in an alias.
        Presence::Required => match nullable(types.module, &field.slot.shape) {
            Some(inner) => ("Nullable", types.shape(inner)),
            None => ("Required", inner),
        },
        Presence::RequiredNullable => ("Nullable", inner),
        Presence::Optional => ("Optional", inner),
        Presence::OptionalNullable => ("OptionalNullable", types.option(&inner)),
        Presence::OptionalNullUnknown if remembers(of) => ("NullRemembered", inner),
        Presence::OptionalNullUnknown => ("NullDropped", inner),
        Presence::RequiredNullUnknown => ("NullUnknown", inner),
    }
}

/// What is in the `Option` that a shape is, through aliases.
fn nullable<'a>(module: &'a Module, of: &'a Shape) -> Option<&'a Shape> {
    let mut shape = of;
    // An alias cannot contain itself, so there are no more steps than items.
    for _ in 0..=module.items.len() {
        match shape {
            Shape::Nullable(inner) => return Some(&inner.shape),
            Shape::Item { id, boxed: false } => match &module.item(*id).kind {
                ItemKind::Alias(slot) => shape = &slot.shape,
                ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => return None,
            },
            _ => return None, // no alias
        }
    }
    None
}

/// Whether a `null` of which the document does not say whether it occurs can be remembered among the members without a
/// field. They may have a type of their own: then it reads as `None` and is not written back.
fn remembers(of: &Struct) -> bool {
    matches!(of.rest.slot.shape, Shape::Value)
}

/// What few objects have.
fn extra(module: &Module, item: &Item, of: &Struct) -> String {
    let mut parts = Vec::new();
    let aliases = of.fields.iter().enumerate();
    let aliases = aliases.flat_map(|(index, field)| field.aliases.iter().map(move |alias| (alias, index)));
    let aliases: Vec<String> = aliases.map(|(alias, index)| format!("({}, {index})", string(alias))).collect();
    if !aliases.is_empty() {
        parts.push(format!("aliases: {}", list(aliases)));
    }
    parts.extend(item.secret.then(|| "secret: true".to_owned()));
    let base = match item.validation {
        Validation::Nothing => "NOTHING",
        Validation::ByValue(_) => {
            parts.push(format!("validation: {}", validation(module, item.validation)));
            "TYPED"
        }
        Validation::Typed => {
            if !of.checks.is_empty() {
                parts.push(format!("checks: {}", checks(&module.program, &of.checks)));
            }
            parts.extend(slots::inner(module, &of.rest.slot).map(|slot| format!("rest: {slot}")));
            if of.rest.forbidden { "CLOSED" } else { "TYPED" }
        }
    };
    match parts.is_empty() {
        true => format!("rt::Extra::{base}"),
        false => format!("rt::Extra {{ {}, ..rt::Extra::{base} }}", parts.join(", ")),
    }
}

fn validation(module: &Module, of: Validation) -> String {
    match of {
        Validation::Nothing => "rt::Validation::Nothing".to_owned(),
        Validation::Typed => "rt::Validation::Typed".to_owned(),
        Validation::ByValue(rule) => format!("rt::Validation::ByValue(&RULES, {})", module.program.index(rule)),
    }
}

fn strings(module: &Module, item: &Item, Enum { variants, other, keyword }: &Enum, code: &mut Code<'_>) {
    code.open(if item.secret { "rt::secret_strings!" } else { "rt::strings!" });
    let how = validation(module, item.validation);
    code.line(&format!("{} {other} {keyword:?} {} = {how};", item.name, string(&item.location)));
    for variant in variants {
        code.parts(&[&variant.name, " ", &string(&variant.value), ";"]);
    }
    code.close();
}

fn union(module: &Module, item: &Item, Union { branches, choice, keyword }: &Union, code: &mut Code<'_>) {
    code.open("rt::union!");
    let (name, location) = (&item.name, string(&item.location));
    let choice = self::choice(module, branches, choice);
    let how = validation(module, item.validation);
    let over = match item.blank {
        Blank::Branch(index) => branches.get(index).map(|branch| format!(" over {}", branch.name)),
        Blank::Never | Blank::Whole => None,
    };
    let (over, secret) = (over.unwrap_or_default(), item.secret);
    code.line(&format!("{name}{over} {keyword:?} {location} = {secret}, {choice}, {how};"));
    for (index, branch) in branches.iter().enumerate() {
        let slot = match item.validation {
            Validation::Typed => slots::inner(module, &branch.slot),
            Validation::Nothing | Validation::ByValue(_) => None,
        };
        code.line(&format!("{index} {} => {};", branch.name, slot.as_deref().unwrap_or(NOTHING)));
    }
    code.close();
}

fn choice(module: &Module, branches: &[Branch], of: &Choice) -> String {
    match of {
        Choice::Kind(of) => {
            format!("rt::Choice::Kind({})", list(of.iter().map(|of| kinds(*of))))
        }
        Choice::Tag { member, values } => {
            let values = values.iter().map(|(value, index)| format!("({}, {index})", string(value)));
            format!("rt::Choice::Tag({}, {})", string(member), list(values))
        }
        Choice::Trial if branches.iter().all(|branch| branch.rule.is_none()) => {
            let none = branches.iter().map(|_| "rt::None".to_owned());
            format!("rt::Choice::Trial(&rt::RuleSet::EMPTY, {})", list(none))
        }
        Choice::Trial => {
            let rule = |branch: &Branch| match branch.rule {
                Some(rule) => format!("rt::Some({})", module.program.index(rule)),
                None => "rt::None".to_owned(),
            };
            format!("rt::Choice::Trial(&RULES, {})", list(branches.iter().map(rule)))
        }
    }
}

fn newtype(module: &Module, item: &Item, slot: &Slot, code: &mut Code<'_>) {
    let inner = match item.validation {
        Validation::Typed => slots::inner(module, slot),
        Validation::Nothing | Validation::ByValue(_) => None,
    };
    let (how, inner) = (validation(module, item.validation), inner.as_deref().unwrap_or(NOTHING));
    let (name, location) = (names::text(&item.name), string(&item.location));
    let over = if item.blank == Blank::Never { String::new() } else { format!(" over {name}") };
    code.line(&format!("rt::newtype! {{ {name}{over} {location} = {how}, {inner}; }}"));
}
