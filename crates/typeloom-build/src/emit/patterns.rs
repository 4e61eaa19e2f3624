//! The patterns of a module as statics, which compile on first use. Checks on typed values and rules share them.

use crate::model::{Module, PatternId};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// `mod patterns`, where there are any.
pub(super) fn patterns(module: &Module) -> TokenStream {
    if module.patterns.is_empty() {
        return TokenStream::new();
    }
    let statics = module.patterns.iter().enumerate().map(|(index, pattern)| {
        let name = name(index);
        let (source, translated) = (&pattern.source, &pattern.translated);
        quote!(pub(super) static #name: rt::Pattern = rt::Pattern::new(#source, #translated);)
    });
    quote! {
        mod patterns {
            use ::typeloom::__private as rt;
            #(#statics)*
        }
    }
}

/// The path to a pattern, for items and their implementations.
pub(super) fn path(id: PatternId) -> TokenStream {
    let name = name(id.0 as usize);
    quote!(patterns::#name)
}

fn name(index: usize) -> Ident {
    format_ident!("P{index}")
}
