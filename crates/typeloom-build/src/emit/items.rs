//! The definition of an item: what a reader of the docs sees. Its behaviour is in the other features.

use crate::emit::{deprecated, docs, names, types};
use crate::model::{Branch, Enum, Field, Item, ItemKind, Module, Rest, Shape, Struct, Union, Variant};
use crate::render::{Around, Piece};
use proc_macro2::TokenStream;
use quote::quote;

/// So many variants, fields or arms are written at once.
pub(super) const AT_ONCE: usize = 64;

/// The `struct`, `enum` or `type` of an item.
pub(super) fn definition(module: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    let name = names::ident(&item.name);
    let attributes = attributes(module, item);
    let debug = if redacts(item) { TokenStream::new() } else { quote!(Debug,) };
    let whole = match &item.kind {
        ItemKind::Struct(of) => {
            let Struct { fields, rest, checks: _, default } = of;
            let default = if *default { quote!(, Default) } else { TokenStream::new() };
            let head = quote!(#attributes #[derive(Clone, #debug PartialEq #default)] pub struct #name {});
            out(Piece::Open(Around::Struct, head));
            for fields in fields.chunks(AT_ONCE) {
                let fields = fields.iter().map(|of| field(module, item, of));
                out(Piece::Inner(quote!(#(#fields,)*)));
            }
            out(Piece::Inner(self::rest(module, rest)));
            return out(Piece::Close);
        }
        ItemKind::Enum(of) => {
            let Enum { variants, other, keyword: _ } = of;
            let other = names::ident(other);
            let held = types::shape(module, &other_shape(item));
            out(Piece::Open(Around::Enum, quote!(#attributes #[derive(Clone, #debug PartialEq)] pub enum #name {})));
            for variants in variants.chunks(AT_ONCE) {
                let variants = variants.iter().map(variant);
                out(Piece::Inner(quote!(#(#variants,)*)));
            }
            out(Piece::Inner(quote! {
                /// Any other string.
                #other(#held),
            }));
            return out(Piece::Close);
        }
        ItemKind::Union(of) => {
            let Union { branches, choice: _, keyword: _ } = of;
            let sizes = sizes(branches);
            let branches = branches.iter().map(|of| branch(module, of));
            quote! {
                #attributes
                #sizes
                #[derive(Clone, #debug PartialEq)]
                pub enum #name { #(#branches,)* }
            }
        }
        ItemKind::Newtype(slot) => {
            let of = types::shape(module, &slot.shape);
            quote! {
                #attributes
                #[derive(Clone, Debug, PartialEq)]
                pub struct #name(
                    /// The value.
                    pub #of
                );
            }
        }
        ItemKind::Alias(slot) => {
            let of = types::shape(module, &slot.shape);
            quote!(#attributes pub type #name = #of;)
        }
    };
    out(Piece::Inner(whole));
}

/// `Debug` of a secret that is not made of secrets alone: a derived one would tell which variant it is, or members
/// without a field.
pub(super) fn debug(_: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    if redacts(item) {
        let (name, text) = (names::ident(&item.name), names::text(&item.name));
        out(Piece::Inner(quote! {
            impl rt::fmt::Debug for #name {
                fn fmt(&self, f: &mut rt::Formatter<'_>) -> rt::fmt::Result { rt::redacted(f, #text) }
            }
        }));
    }
}

fn redacts(item: &Item) -> bool {
    match item.kind {
        ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) => item.secret,
        ItemKind::Newtype(_) | ItemKind::Alias(_) => false,
    }
}

/// What an enum has for strings that it does not know.
fn other_shape(item: &Item) -> Shape {
    if item.secret { Shape::Secret(Box::new(Shape::String)) } else { Shape::String }
}

fn attributes(module: &Module, item: &Item) -> TokenStream {
    let docs = docs::docs(&item.docs, &docs::code(&item.title));
    let allow = deprecated::allow_in_definition(module, item);
    let deprecated = deprecated::attribute(item.deprecated);
    quote!(#docs #allow #deprecated)
}

fn field(module: &Module, item: &Item, of: &Field) -> TokenStream {
    let name = names::ident(&of.name);
    let docs = docs::docs(&of.docs, &format!("Member {} of {}.", docs::code(&of.wire), docs::code(&item.title)));
    let deprecated = deprecated::attribute(of.deprecated);
    let of = types::field(module, of);
    quote!(#docs #deprecated pub #name: #of)
}

fn rest(module: &Module, rest: &Rest) -> TokenStream {
    let of = types::rest(module, rest);
    let Rest { name, slot: _, forbidden, secret: _ } = rest;
    let name = names::ident(name);
    let docs = if *forbidden {
        "Members that the document does not allow: kept here, reported by `validate`."
    } else {
        "Members without a field of their own."
    };
    let docs = docs::docs(&[], docs);
    quote!(#docs pub #name: #of)
}

fn variant(of: &Variant) -> TokenStream {
    let Variant { name, value, docs } = of;
    let name = names::ident(name);
    let docs = docs::docs(docs, &docs::code(value));
    quote!(#docs #name)
}

fn branch(module: &Module, of: &Branch) -> TokenStream {
    let Branch { name, key: _, slot, docs, rule: _ } = of;
    let docs = docs::docs(docs, &format!("Holds {}.", docs::code(&spoken(module, &slot.shape))));
    let name = names::ident(name);
    let of = types::shape(module, &slot.shape);
    quote!(#docs #name(#of))
}

/// What a branch holds, in words: documents that describe branches are rare.
fn spoken(module: &Module, shape: &Shape) -> String {
    match shape {
        Shape::Null => "null".to_owned(),
        Shape::Bool => "boolean".to_owned(),
        Shape::Integer(_) | Shape::BigInteger => "integer".to_owned(),
        Shape::Float | Shape::Number => "number".to_owned(),
        Shape::String => "string".to_owned(),
        Shape::Secret(held) => spoken(module, held),
        Shape::External(path) => format!("a `{}`", path.trim_start_matches(':')),
        Shape::Value => "any JSON".to_owned(),
        Shape::List(_) => "array".to_owned(),
        Shape::Map(_) => "object".to_owned(),
        Shape::Nullable(inner) => spoken(module, &inner.shape),
        Shape::Item { id, boxed: _ } => module.item(*id).title.clone(),
    }
}

/// How large the branches are is the document's business: a box would only make the type harder to use.
fn sizes(branches: &[Branch]) -> TokenStream {
    let items = |branch: &&Branch| matches!(branch.slot.shape, Shape::Item { boxed: false, .. });
    if branches.len() > 1 && branches.iter().any(|branch| items(&branch)) {
        quote!(#[allow(clippy::large_enum_variant, reason = "the document decides what the branches hold")])
    } else {
        TokenStream::new()
    }
}
