//! The checks of one position, and of everything inside it.

use crate::emit::validate::checks::{self, Json};
use crate::emit::validate::place::{Place, look, steps};
use crate::model::{ItemKind, Module, Shape, Slot, Validation};
use proc_macro2::TokenStream;
use quote::quote;

/// Statements for a slot at the same place in the instance: what a newtype holds, a branch of a union.
pub(super) fn here(module: &Module, slot: &Slot, place: &Place) -> TokenStream {
    let (own, _) = steps(slot);
    if own.is_empty() && !is_secret(module, &slot.shape) {
        inside(module, slot, place)
    } else {
        at(module, slot, place, &quote!(at.schema(#own)))
    }
}

/// Statements for a slot whose place is `at`, an expression that makes one. Empty where there is nothing to check.
pub(super) fn at(module: &Module, slot: &Slot, place: &Place, at: &TokenStream) -> TokenStream {
    let statements = inside(module, slot, place);
    if statements.is_empty() {
        return statements;
    }
    if slot.checks.is_empty() && is_call(module, &slot.shape) {
        let value = place.borrowed();
        return quote!(rt::Validate::check(#value, &#at, report););
    }
    let at = veiled(module, slot, at);
    quote!(let at = &#at; #statements)
}

/// The place of a slot, which knows whether a secret is there.
pub(super) fn veiled(module: &Module, slot: &Slot, at: &TokenStream) -> TokenStream {
    if is_secret(module, &slot.shape) { quote!(#at.secret()) } else { at.clone() }
}

fn is_secret(module: &Module, shape: &Shape) -> bool {
    match shape {
        Shape::Secret(_) => true,
        Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => is_secret(module, &inner.shape),
        Shape::Item { id, boxed: _ } => match &module.item(*id).kind {
            ItemKind::Alias(slot) => is_secret(module, &slot.shape),
            ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => {
                module.item(*id).secret
            }
        },
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::External(_)
        | Shape::Value => false,
    }
}

/// Whether the checks of a shape are nothing but a call.
fn is_call(module: &Module, shape: &Shape) -> bool {
    match shape {
        Shape::Item { id, boxed: _ } => !matches!(module.item(*id).kind, ItemKind::Alias(_)),
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
        | Shape::Nullable(_) => false,
    }
}

/// Statements that find the place of the slot's own schema in `at`.
fn inside(module: &Module, slot: &Slot, place: &Place) -> TokenStream {
    let whole = checks::whole(&slot.checks, &Json::of(&slot.shape, place));
    let typed = checks::typed(module, &slot.shape, &slot.checks, place);
    let (_, to_item) = steps(slot);
    let shape = shape(module, &slot.shape, place, to_item);
    quote!(#whole #typed #shape)
}

/// The elements of a shape, or the item that it is.
fn shape(module: &Module, of: &Shape, place: &Place, to_item: &str) -> TokenStream {
    let path = place.path();
    let value = place.borrowed();
    match of {
        Shape::List(item) => {
            let (own, _) = steps(item);
            let body = at(module, item, &Place::reference(quote!(value)), &quote!(at.index(index, #own)));
            if look(&body) {
                each(&body, &quote!((index, value)), &quote!(#path.iter().enumerate()))
            } else {
                each(&body, &quote!(index), &quote!(0..#path.len()))
            }
        }
        Shape::Map(of) => members(module, of, place),
        Shape::Nullable(inner) => some(&here(module, inner, &Place::reference(quote!(value))), place),
        Shape::Item { id, boxed: _ } => {
            let item = module.item(*id);
            let there = if to_item.is_empty() { quote!(at) } else { quote!(&at.schema(#to_item)) };
            match (&item.kind, item.validation) {
                (_, Validation::Nothing) => TokenStream::new(),
                (ItemKind::Alias(slot), Validation::Typed) => {
                    let body = here(module, slot, place);
                    alias(&body, &item.location, to_item)
                }
                (ItemKind::Alias(slot), Validation::ByValue(rule)) => {
                    alias(&checks::by_value(rule, &Json::of(&slot.shape, place)), &item.location, to_item)
                }
                (
                    ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_),
                    Validation::Typed | Validation::ByValue(_),
                ) => quote!(rt::Validate::check(#value, #there, report);),
            }
        }
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value => TokenStream::new(),
    }
}

/// The checks of the values of a map.
pub(super) fn members(module: &Module, of: &Slot, map: &Place) -> TokenStream {
    let (path, reference) = (map.path(), map.borrowed());
    let (own, _) = steps(of);
    let body = at(module, of, &Place::reference(quote!(value)), &quote!(at.member(name, #own)));
    if look(&body) {
        each(&body, &quote!((name, value)), &reference)
    } else {
        each(&body, &quote!(name), &quote!(#path.keys()))
    }
}

/// Statements about the `value` in an `Option`, where it has one.
pub(super) fn some(body: &TokenStream, option: &Place) -> TokenStream {
    let (path, reference) = (option.path(), option.borrowed());
    match (body.is_empty(), look(body)) {
        (true, _) => TokenStream::new(),
        (false, true) => quote!(if let rt::Some(value) = #reference { #body }),
        (false, false) => quote!(if #path.is_some() { #body }),
    }
}

fn each(body: &TokenStream, pattern: &TokenStream, of: &TokenStream) -> TokenStream {
    if body.is_empty() {
        return TokenStream::new();
    }
    quote! {
        for #pattern in #of {
            #body
            if report.stop() {
                return;
            }
        }
    }
}

/// The checks of an alias stand where it is used: it is no type of its own that could have them.
fn alias(body: &TokenStream, location: &str, to_item: &str) -> TokenStream {
    if body.is_empty() {
        return TokenStream::new();
    }
    let step = if to_item.is_empty() { TokenStream::new() } else { quote!(let at = &at.schema(#to_item);) };
    quote!({ #step let at = &at.within(#location); #body })
}
