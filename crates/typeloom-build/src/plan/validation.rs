//! Which items need no validation: everything that parses is valid, nested items included.

use super::cycles;
use crate::model::{Check, Item, ItemKind, Shape, Slot, Validation};

/// Finds the items without any rule, through whatever they lead to.
pub(super) fn settle(items: &mut [Item]) {
    let mut ruled: Vec<bool> = items.iter().map(has_rules).collect();
    let mut askers: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    for (index, item) in items.iter().enumerate() {
        let mut targets = Vec::new();
        for slot in all_slots(item) {
            cycles::leads(&slot.shape, true, &mut targets);
        }
        for target in targets {
            if let Some(list) = askers.get_mut(target.0 as usize) {
                list.push(index);
            }
        }
    }
    let mut waiting: Vec<usize> = (0..items.len()).filter(|&index| ruled[index]).collect();
    while let Some(index) = waiting.pop() {
        for &asker in &askers[index] {
            if !std::mem::replace(&mut ruled[asker], true) {
                waiting.push(asker);
            }
        }
    }
    for (item, ruled) in items.iter_mut().zip(ruled) {
        if !ruled {
            item.validation = Validation::Nothing;
        }
    }
}

/// The slots of an item, those of members without a field included.
fn all_slots(item: &Item) -> Vec<&Slot> {
    let mut slots = cycles::slots(item);
    if let ItemKind::Struct(of) = &item.kind {
        slots.push(&of.rest.slot);
    }
    slots
}

/// Whether an item has rules itself.
fn has_rules(item: &Item) -> bool {
    match item.validation {
        Validation::ByValue(_) => true,
        Validation::Nothing => false,
        Validation::Typed => {
            let own = match &item.kind {
                ItemKind::Struct(of) => !of.checks.is_empty() || of.rest.forbidden,
                ItemKind::Enum(_) => true,
                ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => false,
            };
            own || all_slots(item).into_iter().any(checks)
        }
    }
}

fn checks(slot: &Slot) -> bool {
    let rules = |checks: &[Check]| !checks.is_empty();
    rules(&slot.checks)
        || match &slot.shape {
            Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => checks(inner),
            // A float may have been given a value that JSON cannot say.
            Shape::Float => true,
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Number
            | Shape::String
            | Shape::Secret(_)
            | Shape::External(_)
            | Shape::Value
            | Shape::Item { .. } => false,
        }
}
