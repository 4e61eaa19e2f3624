//! `Read`: shape and nothing else. What the document forbids beyond the shape is for `validate`.

pub(super) mod record;
mod union;

use crate::emit::names;
use crate::model::{Item, ItemKind, Module};
use crate::render::Piece;
use quote::quote;

pub(super) fn read(module: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    let name = names::ident(&item.name);
    let body = match &item.kind {
        ItemKind::Struct(of) => record::record(module, item, of, out),
        ItemKind::Enum(_) => quote!(reader.str_with(|text| Self::from(text))),
        ItemKind::Union(of) => union::union(of),
        ItemKind::Newtype(_) => quote!(rt::Ok(Self(rt::Read::read(reader)?))),
        // Has no implementations.
        ItemKind::Alias(_) => return,
    };
    let body = if item.secret { quote!(reader.veiled(|reader| { #body })) } else { body };
    out(Piece::Inner(quote! {
        impl<'de> rt::Read<'de> for #name {
            fn read(reader: &mut rt::Reader<'de>) -> rt::Result<Self, rt::Fail> { #body }
        }
    }));
}
