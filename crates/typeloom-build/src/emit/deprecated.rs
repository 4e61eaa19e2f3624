//! `#[allow(deprecated)]` where a definition names what the document calls deprecated: only a user who names such a thing
//! is to be warned.

use crate::model::{Item, Module};

/// Whether a definition that is not deprecated itself names types that are.
pub(super) fn is_named_in_definition(module: &Module, item: &Item) -> bool {
    !item.deprecated && names_deprecated(module, item)
}

fn names_deprecated(module: &Module, item: &Item) -> bool {
    let mut named = item.kind.all_slots().into_iter().filter_map(|slot| slot.shape.item());
    named.any(|id| module.item(id).deprecated)
}
