//! A [`Module`] to tokens, without deciding anything.
//!
//! One file per feature. What a feature needs beyond its tokens is in the runtime: generated code is mostly names,
//! tables and calls. Knows nothing of documents.

mod bridge;
mod deprecated;
mod docs;
mod items;
mod literal;
mod names;
mod patterns;
mod read;
pub(crate) mod rules;
mod schema;
#[cfg(test)]
mod tests;
mod types;
mod validate;
mod write;

use crate::model::{Item, ItemKind, Module};
use crate::options::Options;
use crate::render::Piece;
use proc_macro2::TokenStream;
use quote::quote;

/// What is emitted for an item beside its definition. Adding a feature is one file and one row.
const FEATURES: &[fn(&Module, &Item) -> TokenStream] =
    &[items::methods, read::read, write::write, validate::validate, bridge::bridge];

/// Everything that a module says, as items of a file, piece by piece. Of the options only those about features matter
/// here.
pub(crate) fn emit(module: &Module, options: &Options, out: &mut dyn FnMut(Piece)) {
    let Module { name, docs, items, rules: _, resources: _, patterns: _ } = module;
    if let Some(name) = name {
        let docs = docs::docs(docs, &format!("The types of {}.", docs::code(name)));
        let name = names::ident(name);
        out(Piece::Open(quote! {
            #docs
            #[allow(dead_code, reason = "few applications need every type")]
            pub mod #name {}
        }));
    }
    for item in items {
        out(Piece::Items(self::item(module, item, options.schemars)));
    }
    let patterns = rules::rules(module, out);
    out(Piece::Items(patterns::patterns(module, &patterns)));
    if name.is_some() {
        out(Piece::Close);
    }
}

fn item(module: &Module, item: &Item, schemars: bool) -> TokenStream {
    let definition = items::definition(module, item);
    let behaviour: TokenStream = match item.kind {
        // Whatever it is another name for has its own.
        ItemKind::Alias(_) => return definition,
        ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => {
            let schema = schemars.then_some(schema::schema as fn(&Module, &Item) -> TokenStream);
            FEATURES.iter().copied().chain(schema).map(|feature| feature(module, item)).collect()
        }
    };
    let allow = deprecated::allow_in_implementation(module, item);
    quote! {
        #definition
        #allow
        const _: () = {
            use ::typeloom::__private as rt;
            #behaviour
        };
    }
}
