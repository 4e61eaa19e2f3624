//! `schemars::JsonSchema`: the schema of the document as text, in which the names of other items are replaced by
//! references to what the generator calls them.

use crate::emit::names;
use crate::model::{Item, ItemId, ItemKind, Module, SchemaText};
use crate::render::Piece;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn schema(module: &Module, item: &Item, out: &mut dyn FnMut(Piece)) {
    let name = names::ident(&item.name);
    let text = names::text(&item.name);
    let content = content(module, item, module.items.len());
    out(Piece::Inner(quote! {
        impl rt::JsonSchema for #name {
            fn schema_name() -> rt::Cow<'static, str> {
                rt::Cow::Borrowed(#text)
            }
            fn schema_id() -> rt::Cow<'static, str> {
                rt::Cow::Borrowed(::core::concat!(::core::module_path!(), "::", #text))
            }
            fn json_schema(generator: &mut rt::SchemaGenerator) -> rt::Schema { #content }
        }
    }));
}

/// The text with its references. Aliases have no implementation to refer to, so theirs are spelled out; as deep as
/// there are items, since an alias cannot contain itself.
fn content(module: &Module, item: &Item, depth: usize) -> TokenStream {
    let SchemaText { json, references } = &item.schema;
    let references = references.iter().map(|(title, id)| {
        let reference = reference(module, *id, depth);
        quote!((#title, #reference))
    });
    quote!(rt::schema(generator, #json, &[#(#references),*]))
}

fn reference(module: &Module, id: ItemId, depth: usize) -> TokenStream {
    let item = module.item(id);
    match (&item.kind, depth.checked_sub(1)) {
        (ItemKind::Alias(_), Some(depth)) => {
            let content = content(module, item, depth);
            quote!(|generator| #content)
        }
        (ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_), _) => {
            let of = names::ident(&item.name);
            quote!(|generator| generator.subschema_for::<#of>())
        }
        // Aliases of each other: a schema that allows everything.
        (ItemKind::Alias(_), None) => quote!(|_| rt::Schema::default()),
    }
}
