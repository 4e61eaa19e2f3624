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
mod strings;
#[cfg(test)]
mod tests;
mod types;
mod validate;
mod write;

use crate::model::{Item, ItemKind, Module};
use crate::options::Options;
use crate::render::{Around, Piece};
use quote::quote;

/// Hands out what an item gets of it, in pieces.
type Feature = fn(&Module, &Item, &mut dyn FnMut(Piece));

/// What is emitted for an item beside its definition. Adding a feature is one file and one row.
const FEATURES: &[Feature] =
    &[items::debug, strings::strings, read::read, write::write, validate::validate, bridge::bridge];

/// Everything that a module says, as items of a file, piece by piece. Of the options only those about features matter
/// here.
pub(crate) fn emit(module: &Module, options: &Options, out: &mut dyn FnMut(Piece)) {
    let Module { name, docs, items, rules: _, resources: _, patterns: _, secret_names: _ } = module;
    if let Some(name) = name {
        let docs = docs::docs(docs, &format!("The types of {}.", docs::code(name)));
        let name = names::ident(name);
        let allow = quote! { #[allow(dead_code, reason = "few applications need every type")] };
        out(Piece::Open(Around::Module, quote! { #docs #allow pub mod #name {} }));
    }
    for item in items {
        self::item(module, item, options.schemars, out);
    }
    let patterns = rules::rules(module, out);
    out(Piece::Inner(patterns::patterns(module, &patterns)));
    if name.is_some() {
        out(Piece::Close);
    }
}

fn item(module: &Module, item: &Item, schemars: bool, out: &mut dyn FnMut(Piece)) {
    items::definition(module, item, out);
    match item.kind {
        // Whatever it is another name for has its own.
        ItemKind::Alias(_) => return,
        ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => {}
    }
    let allow = deprecated::allow_in_implementation(module, item);
    out(Piece::Open(Around::Constant, quote! { #allow const _: () = {}; }));
    out(Piece::Inner(quote! { use ::typeloom::__private as rt; }));
    let schema = schemars.then_some(schema::schema as Feature);
    for feature in FEATURES.iter().copied().chain(schema) {
        feature(module, item, out);
    }
    out(Piece::Close);
}
