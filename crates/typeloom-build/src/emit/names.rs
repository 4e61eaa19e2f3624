//! Names of the model to identifiers. Which name a thing has was decided before; here it only becomes a token.

use crate::model::{ItemId, Module, RuleId};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The identifier that `name` spells: `r#type` becomes a raw one.
///
/// Panics where `name` is none: the plan lets only identifiers through, so that would be our own mistake.
pub(super) fn ident(name: &str) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(ident) => ident,
        Err(error) => panic!("`{name}` is not a Rust identifier and should not have come this far: {error}"),
    }
}

/// The type behind `id`, as the module that holds it calls it.
pub(super) fn item(module: &Module, id: ItemId) -> Ident {
    ident(&module.item(id).name)
}

/// The function of a rule, for items and their implementations.
pub(super) fn rule(id: RuleId) -> TokenStream {
    let name = format_ident!("r{}", id.0);
    quote!(rules::#name)
}

/// A name as text: `r#type` is `type`.
pub(super) fn text(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
