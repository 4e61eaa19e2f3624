//! `Read`: shape and nothing else. What the document forbids beyond the shape is for `validate`.

pub(super) mod record;
mod union;

use crate::emit::names;
use crate::model::{Item, ItemKind, Module};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn read(module: &Module, item: &Item) -> TokenStream {
    let name = names::ident(&item.name);
    let (before, body) = match &item.kind {
        ItemKind::Struct(of) => record::record(module, item, of),
        ItemKind::Enum(_) => (TokenStream::new(), quote!(reader.str_with(|text| Self::from(text)))),
        ItemKind::Union(of) => (TokenStream::new(), union::union(of)),
        ItemKind::Newtype(_) => (TokenStream::new(), quote!(rt::Ok(Self(rt::Read::read(reader)?)))),
        // Has no implementations.
        ItemKind::Alias(_) => return TokenStream::new(),
    };
    quote! {
        #before
        impl<'de> rt::Read<'de> for #name {
            fn read(reader: &mut rt::Reader<'de>) -> rt::Result<Self, rt::Fail> { #body }
        }
    }
}
