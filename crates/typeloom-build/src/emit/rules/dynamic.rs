//! `$dynamicRef`: code that asks the scope which rule is meant, and the functions that know which resource has which.

use super::{Code, Facts, Function};
use crate::model::{Module, RuleId};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// `$dynamicRef`, and `$recursiveRef` where the anchor has no name.
pub(super) fn reference(code: &Code<'_>, initial: RuleId, anchor: &str, watched: bool) -> TokenStream {
    let own = code.rule.resource;
    let tracks = code.tracks();
    let index = names(code.facts.module).iter().take_while(|name| **name < anchor).count();
    code.facts.calls.borrow_mut().push(Function::Anchor(index, tracks));
    let anchors = name(index, tracks);
    let initial = target(code.facts, initial, tracks);
    let via = if anchor.is_empty() { "/$recursiveRef" } else { "/$dynamicRef" };
    let seen = tracks.then(|| quote! { , seen });
    let apply = quote! {
        (target.rule)(value, &cx.leave(#own), &at.schema(#via).within(target.location), report #seen)
    };
    let apply = if watched {
        let reference = code.id.0;
        quote! { match cx.watch(#reference, value) { Some(cx) => #apply, None => true } }
    } else {
        apply
    };
    quote! { { let target = cx.resolve(#own, #anchors).unwrap_or(#initial); #apply } }
}

/// The function for an anchor: resource to rule.
pub(super) fn anchor(facts: &Facts<'_>, index: usize, seen: bool) -> TokenStream {
    let anchor = names(facts.module).into_iter().nth(index);
    let arms = facts.module.resources.iter().enumerate().flat_map(|(resource, anchors)| {
        let found = anchors.iter().filter(|(name, _)| Some(name.as_str()) == anchor);
        found.map(move |(_, rule)| {
            let (resource, target) = (resource as u32, target(facts, *rule, seen));
            quote! { #resource => Some(#target), }
        })
    });
    let name = name(index, seen);
    let kind = if seen {
        quote! { rt::rules::ApplySeen }
    } else {
        quote! { rt::rules::Apply }
    };
    quote! {
        fn #name(resource: u32) -> Option<rt::rules::Target<#kind>> {
            match resource { #(#arms)* _ => None }
        }
    }
}

/// The anchors of a module, in order.
fn names(module: &Module) -> BTreeSet<&str> {
    module.resources.iter().flatten().map(|(name, _)| name.as_str()).collect()
}

fn name(index: usize, seen: bool) -> Ident {
    if seen { format_ident!("anchor{index}_seen") } else { format_ident!("anchor{index}") }
}

/// A rule as the target of a reference.
fn target(facts: &Facts<'_>, rule: RuleId, seen: bool) -> TokenStream {
    let name = facts.name(rule, seen);
    let location = facts.module.rule(rule).location.as_str();
    quote! { rt::rules::Target { rule: #name, location: #location } }
}
