//! `Write`: members in the order of the document, then the rest.

use crate::emit::names;
use crate::emit::read::record::remembers;
use crate::model::{Enum, Field, Item, ItemKind, Module, Presence, Struct, Union};
use crate::render::Piece;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn write(_: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    let name = names::ident(&item.name);
    let body = match &item.kind {
        ItemKind::Struct(of) => object(of),
        ItemKind::Enum(_) if item.secret => quote!(writer.secret(self.as_str())),
        ItemKind::Enum(Enum { variants: _, other: _, keyword: _ }) => quote!(writer.string(self.as_str())),
        ItemKind::Union(of) => union(of),
        ItemKind::Newtype(_) => quote!(rt::Write::write(&self.0, writer)),
        // Has no implementations.
        ItemKind::Alias(_) => return,
    };
    out(Piece::Inner(quote! {
        impl rt::Write for #name {
            fn write(&self, writer: &mut rt::Writer<'_>) -> rt::Result<(), rt::Fail> { #body }
        }
    }));
}

fn object(of: &Struct) -> TokenStream {
    let Struct { fields, rest, checks: _, default: _ } = of;
    let rest = names::ident(&rest.name);
    let fields = fields.iter().map(|field| {
        let Field { name, wire, aliases: _, docs: _, deprecated: _, presence, slot: _ } = field;
        let name = names::ident(name);
        match presence {
            Presence::Required | Presence::RequiredNullable | Presence::RequiredNullUnknown => {
                quote!(writer.member(#wire, &self.#name)?;)
            }
            Presence::Optional | Presence::OptionalNullable => quote!(writer.optional(#wire, &self.#name)?;),
            Presence::OptionalNullUnknown if remembers(of) => {
                quote!(writer.null_unknown(#wire, &self.#name, &self.#rest)?;)
            }
            Presence::OptionalNullUnknown => quote!(writer.optional(#wire, &self.#name)?;),
        }
    });
    quote! {
        writer.object()?;
        #(#fields)*
        writer.rest(&self.#rest, &RECORD)?;
        writer.end_object()
    }
}

fn union(of: &Union) -> TokenStream {
    let arms = of.branches.iter().map(|branch| {
        let name = names::ident(&branch.name);
        quote!(Self::#name(value) => rt::Write::write(value, writer))
    });
    quote!(match self { #(#arms,)* })
}
