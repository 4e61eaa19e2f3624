//! `#[allow(deprecated)]` where a definition names what the document calls deprecated: only a user who names such a thing
//! is to be warned.

use crate::model::{Item, ItemKind, Module, Shape, Slot};

/// Whether a definition that is not deprecated itself names types that are.
pub(super) fn is_named_in_definition(module: &Module, item: &Item) -> bool {
    !item.deprecated && names_deprecated(module, item)
}

fn names_deprecated(module: &Module, item: &Item) -> bool {
    let slot = |slot: &Slot| in_shape(module, &slot.shape);
    match &item.kind {
        ItemKind::Struct(of) => of.fields.iter().any(|field| slot(&field.slot)) || slot(&of.rest.slot),
        ItemKind::Enum(_) => false,
        ItemKind::Union(of) => of.branches.iter().any(|branch| slot(&branch.slot)),
        ItemKind::Newtype(of) | ItemKind::Alias(of) => slot(of),
    }
}

fn in_shape(module: &Module, shape: &Shape) -> bool {
    match shape {
        Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => in_shape(module, &inner.shape),
        Shape::Item { id, boxed: _ } => module.item(*id).deprecated,
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value => false,
    }
}
