//! What stands in items and shapes: an item has slots, and of the parts of a type each has at most one in it.

use super::{ItemId, ItemKind, Shape, Slot};
use std::iter;

impl ItemKind {
    /// The slots that make it up: those of its fields or branches, or the one that it stands for.
    pub(crate) fn slots(&self) -> Vec<&Slot> {
        match self {
            // Members without a field are in a map.
            ItemKind::Struct(of) => of.fields.iter().map(|field| &field.slot).collect(),
            ItemKind::Enum(_) => Vec::new(),
            ItemKind::Union(of) => of.branches.iter().map(|branch| &branch.slot).collect(),
            ItemKind::Newtype(slot) | ItemKind::Alias(slot) => vec![slot],
        }
    }

    /// Its slots, and last that of members without a field.
    pub(crate) fn all_slots(&self) -> Vec<&Slot> {
        let mut slots = self.slots();
        if let ItemKind::Struct(of) = self {
            slots.push(&of.rest.slot);
        }
        slots
    }
}

impl Slot {
    /// This position and those in it, from the outermost inwards.
    pub(crate) fn with_inner(&self) -> impl Iterator<Item = &Slot> {
        iter::successors(Some(self), |slot| slot.shape.inner())
    }
}

impl Shape {
    /// The position in it: the items of a list, the values of a map, what is there where it is not `null`.
    pub(crate) fn inner(&self) -> Option<&Slot> {
        match self {
            Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => Some(inner),
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
            | Shape::Item { .. } => None,
        }
    }

    /// The part at the end, whatever lists, maps and `null` are around it.
    pub(crate) fn innermost(&self) -> &Shape {
        let mut shape = self;
        while let Some(inner) = shape.inner() {
            shape = &inner.shape;
        }
        shape
    }

    /// The item at the end.
    pub(crate) fn item(&self) -> Option<ItemId> {
        if let Shape::Item { id, boxed: _ } = self.innermost() { Some(*id) } else { None }
    }

    /// The item that it holds with nothing between that is on the heap, and whether that is in a box itself.
    pub(crate) fn held(&self) -> Option<(ItemId, bool)> {
        match self {
            Shape::Nullable(inner) => inner.shape.held(),
            Shape::Item { id, boxed } => Some((*id, *boxed)),
            Shape::List(_)
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
            | Shape::Value => None,
        }
    }
}
