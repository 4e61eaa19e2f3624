//! Which items need no validation: everything that parses is valid, nested items included.

use crate::model::{Item, ItemKind, Shape, Slot, Validation};

/// Finds the items without any rule, through whatever they lead to.
pub(super) fn settle(items: &mut [Item]) {
    let mut ruled: Vec<bool> = items.iter().map(has_rules).collect();
    let mut askers: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    for (index, item) in items.iter().enumerate() {
        for target in item.kind.all_slots().into_iter().filter_map(|slot| slot.shape.item()) {
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
            own || item.kind.all_slots().into_iter().flat_map(Slot::with_inner).any(is_checked)
        }
    }
}

fn is_checked(slot: &Slot) -> bool {
    // A float may have been given a value that JSON cannot say.
    !slot.checks.is_empty() || matches!(slot.shape, Shape::Float)
}
