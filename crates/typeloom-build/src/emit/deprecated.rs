//! `#[deprecated]` where the document says so, and `#[allow(deprecated)]` where generated code itself names such a
//! thing: only a user who names it is to be warned.

use crate::model::{Item, ItemKind, Module, Shape, Slot};
use proc_macro2::TokenStream;
use quote::quote;

/// The attribute of a thing that is or is not deprecated.
pub(super) fn attribute(deprecated: bool) -> TokenStream {
    if deprecated { quote!(#[deprecated]) } else { TokenStream::new() }
}

/// For the definition of an item: the types of its slots may be deprecated.
pub(super) fn allow_in_definition(module: &Module, item: &Item) -> TokenStream {
    if !item.deprecated && names_deprecated(module, item) { allow() } else { TokenStream::new() }
}

/// For the implementations of an item: it may be deprecated itself, or its fields, or their types.
pub(super) fn allow_in_implementation(module: &Module, item: &Item) -> TokenStream {
    let fields = match &item.kind {
        ItemKind::Struct(of) => of.fields.iter().any(|field| field.deprecated),
        ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => false,
    };
    if item.deprecated || fields || names_deprecated(module, item) { allow() } else { TokenStream::new() }
}

fn allow() -> TokenStream {
    quote!(#[allow(deprecated, reason = "the document still describes it")])
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
