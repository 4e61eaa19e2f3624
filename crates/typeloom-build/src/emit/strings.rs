//! The strings of an enum: from a variant to its string and back. Not tables of the runtime, as a `match` is what
//! compiles to the fastest search.

use crate::emit::items::AT_ONCE;
use crate::emit::names;
use crate::model::{Enum, Item, ItemKind, Module, Variant};
use crate::render::{Around, Piece};
use quote::quote;

/// `as_str`, `From<&str>` and `Display`; nothing where the item is no enum.
pub(super) fn strings(_: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    let Enum { variants, other, keyword: _ } = match &item.kind {
        ItemKind::Enum(of) => of,
        ItemKind::Struct(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => return,
    };
    let (name, other) = (names::ident(&item.name), names::ident(other));
    out(Piece::Open(
        Around::Match,
        quote! {
            impl #name {
                /// The string in the JSON.
                pub fn as_str(&self) -> &str {
                    match self {}
                }
            }
        },
    ));
    for variants in variants.chunks(AT_ONCE) {
        let arms = variants.iter().map(|Variant { name, value, docs: _ }| {
            let name = names::ident(name);
            quote!(Self::#name => #value,)
        });
        out(Piece::Inner(quote!(#(#arms)*)));
    }
    let (exposed, kept) = if item.secret {
        (quote!(value.expose()), quote!(rt::Sensitive::from(other)))
    } else {
        (quote!(value), quote!(rt::String::from(other)))
    };
    out(Piece::Inner(quote!(Self::#other(value) => #exposed,)));
    out(Piece::Close);
    out(Piece::Open(
        Around::Match,
        quote! {
            impl rt::From<&str> for #name {
                fn from(value: &str) -> Self {
                    match value {}
                }
            }
        },
    ));
    for variants in variants.chunks(AT_ONCE) {
        let arms = variants.iter().map(|Variant { name, value, docs: _ }| {
            let name = names::ident(name);
            quote!(#value => Self::#name,)
        });
        out(Piece::Inner(quote!(#(#arms)*)));
    }
    out(Piece::Inner(quote!(other => Self::#other(#kept),)));
    out(Piece::Close);
    if item.secret {
        return; // to show it, one has to ask for its string
    }
    out(Piece::Inner(quote! {
        impl rt::Display for #name {
            fn fmt(&self, f: &mut rt::Formatter<'_>) -> rt::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    }));
}
