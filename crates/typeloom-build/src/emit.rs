//! A [`Model`] to tokens: for now, its rules.

pub(crate) mod rules;

use crate::model::Model;
use crate::options::Options;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

pub(crate) fn emit(model: &Model, _: &Options) -> TokenStream {
    let modules = model.modules.iter().map(|module| {
        let rules = rules::rules(module);
        let patterns = module.patterns.iter().enumerate().map(|(index, pattern)| {
            let (name, source, translated) = (format_ident!("P{index}"), &pattern.source, &pattern.translated);
            quote! { pub(super) static #name: rt::Pattern = rt::Pattern::new(#source, #translated); }
        });
        let name = format_ident!("{}", module.name.as_deref().unwrap_or("single"));
        quote! { pub mod #name { mod patterns { use ::typeloom::__private as rt; #(#patterns)* } #rules } }
    });
    quote! { #(#modules)* }
}
