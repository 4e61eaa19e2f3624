//! How generated code gets at a value, and the steps that lead there in the instance and in the schema.

use crate::model::{Shape, Slot};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// An expression for a value.
#[derive(Clone)]
pub(super) struct Place {
    path: TokenStream,
    reference: bool,
}

impl Place {
    /// `self.email`: the value itself.
    pub fn owned(path: TokenStream) -> Place {
        Place { path, reference: false }
    }

    /// `value`: a reference to it.
    pub fn reference(path: TokenStream) -> Place {
        Place { path, reference: true }
    }

    /// An expression for a reference to it: `&self.email`, `value`.
    pub fn borrowed(&self) -> TokenStream {
        let path = &self.path;
        if self.reference { quote!(#path) } else { quote!(&#path) }
    }

    /// What a method or a field can follow on: `self.email`, `value`.
    pub fn path(&self) -> &TokenStream {
        &self.path
    }

    /// An expression for the number of its elements.
    pub fn length(&self) -> TokenStream {
        let path = &self.path;
        quote!(#path.len())
    }

    /// The value in a tuple struct.
    pub fn inner(&self) -> Place {
        let path = &self.path;
        Place::owned(quote!(#path.0))
    }
}

/// The steps in the schema to a slot's own checks, and from there to the item that it holds: `/properties/user` and
/// `/$ref`. Checks beside a `$ref` stand in front of it.
pub(super) fn steps(slot: &Slot) -> (&str, &str) {
    let via = slot.via.as_str();
    if slot.checks.is_empty() || !matches!(slot.shape, Shape::Item { .. }) {
        return (via, "");
    }
    let mut own = via;
    while let Some(shorter) = own.strip_suffix("/$ref") {
        own = shorter;
    }
    (own, &via[own.len()..])
}

/// Whether statements name the variable `value`: a check that nothing may stand somewhere does not look at what does.
pub(super) fn look(statements: &TokenStream) -> bool {
    statements.clone().into_iter().any(|tree| match tree {
        TokenTree::Group(group) => look(&group.stream()),
        TokenTree::Ident(ident) => ident == "value",
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
