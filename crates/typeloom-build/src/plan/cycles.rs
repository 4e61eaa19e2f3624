//! Types that contain themselves: which uses of a type need a `Box`, and which names cannot be mere aliases.

use crate::graph::{Components, back_edges};
use crate::model::{Item, ItemId, ItemKind, Shape, Slot};

/// Makes a type of its own of each alias that stands for itself, through whatever types: `type A = Vec<A>`.
pub(super) fn break_aliases(items: &mut [Item]) {
    let edges: Vec<Vec<ItemId>> = items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Alias(slot) => {
                let mut targets = Vec::new();
                leads(&slot.shape, true, &mut targets);
                targets
                    .retain(|id| matches!(items.get(id.0 as usize).map(|item| &item.kind), Some(ItemKind::Alias(_))));
                targets
            }
            ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => Vec::new(),
        })
        .collect();
    let circles = Components::of(edges.len(), |from, index| target(&edges, from, index));
    for (index, item) in items.iter_mut().enumerate() {
        if let (ItemKind::Alias(slot), true) = (&item.kind, circles.is_circular(index)) {
            item.kind = ItemKind::Newtype(slot.clone());
        }
    }
}

/// Boxes each use of a type that lies within that very type, with nothing between that is on the heap already.
pub(super) fn boxes(items: &mut [Item]) {
    let edges: Vec<Vec<ItemId>> = items
        .iter()
        .map(|item| {
            let mut targets = Vec::new();
            for slot in slots(item) {
                leads(&slot.shape, false, &mut targets);
            }
            targets
        })
        .collect();
    let edge = |from, index| target(&edges, from, index);
    back_edges(items.len(), edge, |way, back| {
        if let Some((node, _)) = way.last() {
            put_into_box(&mut items[*node], ItemId(back as u32));
        }
    });
}

fn target(edges: &[Vec<ItemId>], from: usize, index: usize) -> Option<usize> {
    edges[from].get(index).map(|id| id.0 as usize)
}

/// The slots that make up an item.
pub(super) fn slots(item: &Item) -> Vec<&Slot> {
    match &item.kind {
        // Members without a field are in a map.
        ItemKind::Struct(of) => of.fields.iter().map(|field| &field.slot).collect(),
        ItemKind::Enum(_) => Vec::new(),
        ItemKind::Union(of) => of.branches.iter().map(|branch| &branch.slot).collect(),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => vec![slot],
    }
}

/// The items that a shape holds; those in lists and maps only if `all`.
pub(super) fn leads(shape: &Shape, all: bool, found: &mut Vec<ItemId>) {
    match shape {
        Shape::List(inner) | Shape::Map(inner) => {
            if all {
                leads(&inner.shape, all, found);
            }
        }
        Shape::Nullable(inner) => leads(&inner.shape, all, found),
        Shape::Item { id, boxed: _ } => found.push(*id),
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

pub(super) fn put_into_box(item: &mut Item, target: ItemId) {
    match &mut item.kind {
        ItemKind::Struct(of) => of.fields.iter_mut().for_each(|field| box_shape(&mut field.slot.shape, target)),
        ItemKind::Enum(_) => {}
        ItemKind::Union(of) => of.branches.iter_mut().for_each(|branch| box_shape(&mut branch.slot.shape, target)),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => box_shape(&mut slot.shape, target),
    }
}

fn box_shape(shape: &mut Shape, target: ItemId) {
    match shape {
        Shape::Item { id, boxed } if *id == target => *boxed = true,
        Shape::Nullable(inner) => box_shape(&mut inner.shape, target),
        Shape::Item { .. }
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Null
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
