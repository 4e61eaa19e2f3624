//! Which types can be blank: have a value that can stand where nothing was read yet, so that reading replaces it part by
//! part. A type of another crate has none that is known, and a box is on the heap.

use crate::model::{Blank, Item, ItemKind, Presence, Shape};

/// Decides it for all items.
pub(crate) fn settle(items: &mut [Item]) {
    loop {
        let mut changed = false;
        for index in 0..items.len() {
            if items[index].blank == Blank::Never {
                let blank = blank(&items[index].kind, items);
                changed |= blank != Blank::Never;
                items[index].blank = blank;
            }
        }
        // Each round but the last finds an item more, so there are no more rounds than items.
        if !changed {
            return;
        }
    }
}

fn blank(kind: &ItemKind, items: &[Item]) -> Blank {
    let yes = |yes: bool| if yes { Blank::Whole } else { Blank::Never };
    match kind {
        ItemKind::Struct(of) => yes(of.fields.iter().all(|field| match field.presence {
            Presence::Required => can_be_blank(&field.slot.shape, items),
            Presence::RequiredNullable
            | Presence::Optional
            | Presence::OptionalNullable
            | Presence::OptionalNullUnknown
            | Presence::RequiredNullUnknown => true,
        })),
        ItemKind::Enum(_) => Blank::Whole,
        ItemKind::Union(of) => {
            let simple = |shape: &Shape| !matches!(shape, Shape::Item { .. }) && can_be_blank(shape, items);
            let first = of.branches.iter().position(|branch| simple(&branch.slot.shape));
            let first = first.or_else(|| of.branches.iter().position(|branch| can_be_blank(&branch.slot.shape, items)));
            first.map_or(Blank::Never, Blank::Branch)
        }
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => yes(can_be_blank(&slot.shape, items)),
    }
}

fn can_be_blank(shape: &Shape, items: &[Item]) -> bool {
    match shape {
        // What is blank costs nothing, and a box does.
        Shape::External(_) | Shape::Item { id: _, boxed: true } => false,
        Shape::Secret(held) => can_be_blank(held, items),
        Shape::Item { id, boxed: false } => items[id.0 as usize].blank != Blank::Never,
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Value
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Nullable(_) => true,
    }
}
