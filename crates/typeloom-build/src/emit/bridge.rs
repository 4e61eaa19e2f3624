//! serde's traits: one line each, which hides the serializer or deserializer behind the runtime's writer or reader.

use crate::emit::names;
use crate::model::{Item, Module};
use crate::render::Piece;
use quote::quote;

pub(super) fn bridge(_: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    let name = names::ident(&item.name);
    out(Piece::Inner(quote! {
        impl<'de> rt::Deserialize<'de> for #name {
            fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> rt::Result<Self, D::Error> {
                rt::deserialize(deserializer)
            }
        }
        impl rt::Serialize for #name {
            fn serialize<S: rt::Serializer>(&self, serializer: S) -> rt::Result<S::Ok, S::Error> {
                rt::serialize(self, serializer)
            }
        }
    }));
}
