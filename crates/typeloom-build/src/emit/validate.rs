//! `Validate`: the checks of the model at the places that they are about, or one rule over the value as a whole.
//!
//! Generated code says where it is with `at` and what must hold with a call for each check.

mod checks;
mod members;
mod place;
mod record;
mod slot;

use crate::emit::names;
use crate::model::{Item, ItemKind, Module, Union, Validation};
use crate::render::Piece;
use checks::Json;
use place::Place;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn validate(module: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    let name = names::ident(&item.name);
    let body = match item.validation {
        Validation::Nothing => TokenStream::new(),
        Validation::Typed => typed(module, item),
        Validation::ByValue(rule) => checks::by_value(rule, &json(&item.kind)),
    };
    if body.is_empty() {
        let none = quote!(impl rt::Validate for #name { fn check(&self, _: &rt::At<'_>, _: &mut rt::Report) {} });
        return out(Piece::Inner(none));
    }
    let location = &item.location;
    let secret = item.secret.then(|| quote!(.secret()));
    out(Piece::Inner(quote! {
        impl rt::Validate for #name {
            fn check(&self, at: &rt::At<'_>, report: &mut rt::Report) {
                let at = &at.within(#location) #secret;
                #body
            }
        }
    }));
}

/// `self` as JSON.
fn json(kind: &ItemKind) -> Json {
    match kind {
        ItemKind::Newtype(slot) => Json::of(&slot.shape, &Place::owned(quote!(self.0))),
        ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Alias(_) => {
            Json::written(&Place::reference(quote!(self)))
        }
    }
}

fn typed(module: &Module, item: &Item) -> TokenStream {
    match &item.kind {
        ItemKind::Struct(of) => record::record(module, of),
        ItemKind::Enum(of) => {
            let (other, keyword) = (names::ident(&of.other), of.keyword);
            let known = of.variants.iter().map(|variant| &variant.value);
            let value = if item.secret { quote!(value.expose()) } else { quote!(value) };
            quote! {
                if let Self::#other(value) = self {
                    rt::check::enumeration(#value, &[#(#known),*], #keyword, at, report);
                }
            }
        }
        ItemKind::Union(of) => union(module, of),
        ItemKind::Newtype(slot) => slot::here(module, slot, &Place::owned(quote!(self.0))),
        ItemKind::Alias(_) => TokenStream::new(),
    }
}

fn union(module: &Module, of: &Union) -> TokenStream {
    let bodies: Vec<TokenStream> =
        of.branches.iter().map(|branch| slot::here(module, &branch.slot, &Place::reference(quote!(value)))).collect();
    if bodies.iter().all(TokenStream::is_empty) {
        return TokenStream::new();
    }
    let arms = of.branches.iter().zip(bodies).map(|(branch, body)| {
        let name = names::ident(&branch.name);
        if place::look(&body) { quote!(Self::#name(value) => { #body }) } else { quote!(Self::#name(_) => { #body }) }
    });
    quote!(match self { #(#arms)* })
}
