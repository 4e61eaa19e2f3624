//! Which rules and patterns the items of a module name.

use crate::model::{Check, Choice, Item, ItemKind, Module, PatternId, RuleId, Shape, Slot, Validation};
use std::collections::BTreeSet;

/// What items name.
#[derive(Default)]
pub(super) struct Roots {
    pub rules: BTreeSet<RuleId>,
    pub patterns: BTreeSet<PatternId>,
}

pub(super) fn roots(module: &Module) -> Roots {
    let mut found = Roots::default();
    for item in &module.items {
        of_item(item, &mut found);
    }
    found
}

fn of_item(item: &Item, found: &mut Roots) {
    // Reading asks them where it tries branches.
    if let ItemKind::Union(union) = &item.kind
        && matches!(union.choice, Choice::Trial)
    {
        found.rules.extend(union.branches.iter().filter_map(|branch| branch.rule));
    }
    match item.validation {
        Validation::ByValue(rule) => found.rules.extend([rule]),
        Validation::Nothing => {}
        Validation::Typed => of_checks_in(&item.kind, found),
    }
}

fn of_checks_in(kind: &ItemKind, found: &mut Roots) {
    match kind {
        ItemKind::Struct(structure) => {
            structure.fields.iter().for_each(|field| of_slot(&field.slot, found));
            of_slot(&structure.rest.slot, found);
            of_checks(&structure.checks, found);
        }
        ItemKind::Enum(_) => {}
        ItemKind::Union(union) => union.branches.iter().for_each(|branch| of_slot(&branch.slot, found)),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => of_slot(slot, found),
    }
}

fn of_slot(slot: &Slot, found: &mut Roots) {
    // A stack of its own: how deep shapes are nested is up to the document.
    let mut waiting = vec![slot];
    while let Some(slot) = waiting.pop() {
        of_checks(&slot.checks, found);
        match &slot.shape {
            Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => waiting.push(inner),
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Float
            | Shape::Number
            | Shape::String
            | Shape::Secret(_)
            | Shape::External(_)
            | Shape::Value
            | Shape::Item { .. } => {}
        }
    }
}

fn of_checks(checks: &[Check], found: &mut Roots) {
    for check in checks {
        match check {
            Check::Rule(rule) => found.rules.extend([*rule]),
            Check::Pattern(pattern) => found.patterns.extend([*pattern]),
            Check::PropertyNames(checks) => of_checks(checks, found),
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Format(_)
            | Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_)
            | Check::Enum(_)
            | Check::Const(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::UniqueItems
            | Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::Required(_)
            | Check::DependentRequired { .. }
            | Check::Never => {}
        }
    }
}
