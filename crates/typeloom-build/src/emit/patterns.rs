//! The patterns of a module as statics, which compile on first use. Checks on typed values and rules share them.

use crate::model::{Module, PatternId};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// `mod patterns` with those that are `named`, where there are any.
pub(super) fn patterns(module: &Module, named: &BTreeSet<PatternId>) -> TokenStream {
    if named.is_empty() {
        return TokenStream::new();
    }
    let named = named.iter().filter_map(|id| Some((id, module.patterns.get(id.0 as usize)?)));
    let statics = named.map(|(id, pattern)| {
        let name = name(id.0 as usize);
        let (source, translated) = (&pattern.source, &pattern.translated);
        quote!(pub(super) static #name: rt::Pattern = rt::Pattern::new(#source, #translated);)
    });
    quote! {
        #[allow(dead_code, reason = "a type may leave nothing of a check to be done")]
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
