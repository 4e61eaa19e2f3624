//! Whether two Rust types are one for the compiler: aliases are what they stand for, and a type that was renamed is
//! reported where it is defined, not wherever it is used.

use super::pairs::Pairs;
use crate::model::{ItemKind, Module, Shape, Slot};

/// How many aliases and containers are followed.
const DEEPEST: usize = 96;

/// Whether code that had `old` compiles with `new`.
pub(super) fn same(pairs: &Pairs<'_>, old: &Shape, new: &Shape) -> bool {
    both(pairs, old, new, DEEPEST)
}

fn both(pairs: &Pairs<'_>, old: &Shape, new: &Shape, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    if let (Shape::Item { id: was, boxed: was_boxed }, Shape::Item { id: is, boxed: is_boxed }) = (old, new)
        && pairs.after(*was) == Some(*is)
    {
        return was_boxed == is_boxed;
    }
    if let Some(slot) = alias(pairs.old, old) {
        return both(pairs, &slot.shape, new, depth);
    }
    if let Some(slot) = alias(pairs.new, new) {
        return both(pairs, old, &slot.shape, depth);
    }
    match (old, new) {
        (Shape::List(old), Shape::List(new))
        | (Shape::Map(old), Shape::Map(new))
        | (Shape::Nullable(old), Shape::Nullable(new)) => both(pairs, &old.shape, &new.shape, depth),
        (Shape::Integer(old), Shape::Integer(new)) => old == new,
        (Shape::External(old), Shape::External(new)) => old == new,
        (Shape::Secret(old), Shape::Secret(new)) => both(pairs, old, new, depth),
        (Shape::Item { .. }, Shape::Item { .. }) => false, // not paired
        (
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
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Nullable(_)
            | Shape::Item { .. },
            _,
        ) => std::mem::discriminant(old) == std::mem::discriminant(new),
    }
}

/// What a type is another name for, where it is one and not a box around it.
fn alias<'a>(module: &'a Module, shape: &Shape) -> Option<&'a Slot> {
    let Shape::Item { id, boxed: false } = shape else { return None };
    match &module.item(*id).kind {
        ItemKind::Alias(slot) => Some(slot),
        ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => None,
    }
}
