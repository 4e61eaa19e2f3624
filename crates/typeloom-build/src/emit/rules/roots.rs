//! Which rules the items of a module call.

use crate::model::{Check, Item, ItemKind, Module, RuleId, Shape, Slot, Validation};
use std::collections::BTreeSet;

pub(super) fn roots(module: &Module) -> BTreeSet<RuleId> {
    let mut found = BTreeSet::new();
    for item in &module.items {
        of_item(item, &mut found);
    }
    found
}

fn of_item(item: &Item, found: &mut BTreeSet<RuleId>) {
    match item.validation {
        Validation::ByValue(rule) => found.extend([rule]),
        Validation::Nothing | Validation::Typed => {}
    }
    match &item.kind {
        ItemKind::Struct(structure) => {
            structure.fields.iter().for_each(|field| of_slot(&field.slot, found));
            of_slot(&structure.rest.slot, found);
            of_checks(&structure.checks, found);
        }
        ItemKind::Enum(_) => {}
        ItemKind::Union(union) => {
            for branch in &union.branches {
                found.extend(branch.rule);
                of_slot(&branch.slot, found);
            }
        }
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => of_slot(slot, found),
    }
}

fn of_slot(slot: &Slot, found: &mut BTreeSet<RuleId>) {
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
            | Shape::Secret
            | Shape::External(_)
            | Shape::Value
            | Shape::Item { .. } => {}
        }
    }
}

fn of_checks(checks: &[Check], found: &mut BTreeSet<RuleId>) {
    for check in checks {
        match check {
            Check::Rule(rule) => found.extend([*rule]),
            Check::PropertyNames(checks) => of_checks(checks, found),
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Pattern(_)
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
