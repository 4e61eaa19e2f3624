//! The order in which items are emitted: as the documents come, each followed by the types of its parts.

use super::draft::{Draft, Label};
use crate::model::{Item, ItemId, ItemKind, Shape, Slot};

/// Puts the items into their order, and says which id each one had.
pub(super) fn sorted(draft: &mut Draft<'_>) -> Vec<ItemId> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); draft.items.len()];
    let mut roots = Vec::new();
    for (index, sketch) in draft.items.iter().enumerate() {
        match &sketch.label {
            Label::Vendor { .. } => roots.push(index),
            Label::Part(ItemId(parent), _) => children[*parent as usize].push(index),
        }
    }
    let mut order = Vec::new();
    let mut waiting: Vec<usize> = roots.into_iter().rev().collect();
    while let Some(index) = waiting.pop() {
        order.push(ItemId(index as u32));
        waiting.extend(children[index].iter().rev());
    }
    order
}

/// Changes the ids in an item to where the items stand now.
pub(super) fn renumber(item: &mut Item, places: &[ItemId]) {
    match &mut item.kind {
        ItemKind::Struct(of) => {
            of.fields.iter_mut().for_each(|field| slot(&mut field.slot, places));
            slot(&mut of.rest.slot, places);
        }
        ItemKind::Enum(_) => {}
        ItemKind::Union(of) => of.branches.iter_mut().for_each(|branch| slot(&mut branch.slot, places)),
        ItemKind::Newtype(of) | ItemKind::Alias(of) => slot(of, places),
    }
    for (_, id) in &mut item.schema.references {
        *id = places.get(id.0 as usize).copied().unwrap_or(*id);
    }
}

fn slot(of: &mut Slot, places: &[ItemId]) {
    match &mut of.shape {
        Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => slot(inner, places),
        Shape::Item { id, boxed: _ } => *id = places.get(id.0 as usize).copied().unwrap_or(*id),
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value => {}
    }
}
