//! A [`Model`] to tokens, without deciding anything.
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

use crate::model::{Item, ItemKind, Model, Module};
use crate::options::Options;
use proc_macro2::TokenStream;
use quote::quote;

/// What is emitted for an item beside its definition. Adding a feature is one file and one row.
const FEATURES: &[fn(&Module, &Item) -> TokenStream] =
    &[items::methods, read::read, write::write, validate::validate, bridge::bridge];

/// Everything that `model` says, as the items of a file. Of the options only those about features matter here.
pub(crate) fn emit(model: &Model, options: &Options) -> TokenStream {
    let modules = model.modules.iter().map(|module| self::module(module, options.schemars));
    quote!(#(#modules)*)
}

fn module(module: &Module, schemars: bool) -> TokenStream {
    let Module { name, docs, items, rules: _, resources: _, patterns: _ } = module;
    let items = items.iter().map(|item| self::item(module, item, schemars));
    let rules = rules::rules(module);
    let patterns = patterns::patterns(module);
    let content = quote!(#(#items)* #rules #patterns);
    match name {
        Some(name) => {
            let docs = docs::docs(docs, &format!("The types of {}.", docs::code(name)));
            let name = names::ident(name);
            quote! {
                #docs
                #[allow(dead_code, reason = "few applications need every type")]
                pub mod #name { #content }
            }
        }
        None => content,
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
