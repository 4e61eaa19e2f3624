//! Types that contain themselves: which uses of a type need a `Box`, and which names cannot be mere aliases.

use crate::graph::{Components, back_edges};
use crate::model::{Item, ItemId, ItemKind, Shape};

/// Makes a type of its own of each alias that stands for itself, through whatever types: `type A = Vec<A>`.
pub(super) fn break_aliases(items: &mut [Item]) {
    let edges: Vec<Vec<ItemId>> = items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Alias(slot) => {
                let is_alias =
                    |id: &ItemId| matches!(items.get(id.0 as usize).map(|item| &item.kind), Some(ItemKind::Alias(_)));
                slot.shape.item().into_iter().filter(is_alias).collect()
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
        .map(|item| item.kind.slots().into_iter().filter_map(|slot| slot.shape.held()).map(|(id, _)| id).collect())
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

pub(super) fn put_into_box(item: &mut Item, target: ItemId) {
    match &mut item.kind {
        ItemKind::Struct(of) => of.fields.iter_mut().for_each(|field| box_shape(&mut field.slot.shape, target)),
        ItemKind::Enum(_) => {}
        ItemKind::Union(of) => of.branches.iter_mut().for_each(|branch| box_shape(&mut branch.slot.shape, target)),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => box_shape(&mut slot.shape, target),
    }
}

fn box_shape(shape: &mut Shape, target: ItemId) {
    if shape.held().is_none_or(|(id, _)| id != target) {
        return;
    }
    let mut shape = shape;
    while let Shape::Nullable(inner) = shape {
        shape = &mut inner.shape;
    }
    if let Shape::Item { id: _, boxed } = shape {
        *boxed = true;
    }
}
