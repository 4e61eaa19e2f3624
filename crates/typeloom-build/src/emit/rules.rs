//! Rules over values to functions: one for each rule, and a second one where `unevaluated*` asks what it has evaluated.
//!
//! In comes a [`Module`] with its rules, out goes `mod rules { .. }`. What to check is decided already; how to write it
//! down is what this knows: by kind of value first, so that a value runs only the checks of its own kind, and in one
//! pass over the members of an object.

mod body;
mod branches;
mod elements;
mod literal;
mod plain;
mod words;

use crate::emit::docs;
use crate::model::{Assertion, Module, Rule, RuleId};
use branches::Kinds;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// The private module of rules, empty where there are none.
pub(crate) fn rules(module: &Module) -> TokenStream {
    if module.rules.is_empty() {
        return TokenStream::new();
    }
    let kinds = branches::kinds(module);
    let functions = module.rules.iter().enumerate().map(|(index, rule)| {
        let id = RuleId(index as u32);
        let plain = function(&Code { module, kinds: &kinds, id, rule, outer_seen: false });
        let seen = rule.seen.then(|| function(&Code { module, kinds: &kinds, id, rule, outer_seen: true }));
        quote! { #plain #seen }
    });
    let anchors = anchors(module);
    quote! {
        #[allow(dead_code, unused_mut, unused_parens, unused_variables, clippy::all)]
        mod rules {
            use ::typeloom::__private as rt;

            #(#functions)*
            #anchors
        }
    }
}

/// What the code of one function is made from.
struct Code<'a> {
    module: &'a Module,
    kinds: &'a Kinds,
    id: RuleId,
    rule: &'a Rule,
    /// Whether the caller wants to know what was evaluated.
    outer_seen: bool,
}

impl<'a> Code<'a> {
    /// Whether the function keeps track of what is evaluated, for its caller or for itself.
    fn tracks(&self) -> bool {
        self.outer_seen || self.rule.asks_unevaluated()
    }

    fn get(&self, id: RuleId) -> &'a Rule {
        self.module.rule(id)
    }

    /// Whether the rule asserts nothing.
    fn holds(&self, id: RuleId) -> bool {
        self.get(id).assertions.is_empty()
    }

    /// Whether the rule is the schema `false`.
    fn never(&self, id: RuleId) -> bool {
        matches!(&self.get(id).assertions[..], [Assertion::Plain(crate::model::Check::Never)])
    }

    /// Applies a rule to another value than this one's: `r3(item, cx, &at.index(..), report)`.
    fn call(&self, id: RuleId, value: TokenStream, at: TokenStream) -> TokenStream {
        self.call_into(id, value, at, quote! { report })
    }

    fn call_into(&self, id: RuleId, value: TokenStream, at: TokenStream, report: TokenStream) -> TokenStream {
        if self.holds(id) {
            return quote! { true };
        }
        let (name, scope) = (self.name(id, false), self.scope(id));
        quote! { #name(#value, #scope, #at, #report) }
    }

    /// Applies a rule to this value.
    fn call_here(&self, id: RuleId, at: TokenStream) -> TokenStream {
        self.call_here_into(id, at, quote! { report }, quote! { seen })
    }

    fn call_here_into(&self, id: RuleId, at: TokenStream, report: TokenStream, seen: TokenStream) -> TokenStream {
        if !self.tracks() || self.holds(id) {
            return self.call_into(id, quote! { value }, at, report);
        }
        let (name, scope) = (self.name(id, true), self.scope(id));
        quote! { #name(value, #scope, #at, #report, #seen) }
    }

    fn name(&self, id: RuleId, seen: bool) -> proc_macro2::Ident {
        if seen { format_ident!("r{}_seen", id.0) } else { format_ident!("r{}", id.0) }
    }

    /// The scope that a rule is called with: another one where it belongs to another resource, and someone may ask.
    fn scope(&self, id: RuleId) -> TokenStream {
        if self.leaves(id) {
            let own = self.rule.resource;
            quote! { &cx.leave(#own) }
        } else {
            quote! { cx }
        }
    }

    fn leaves(&self, id: RuleId) -> bool {
        !self.module.resources.is_empty() && self.get(id).resource != self.rule.resource
    }

    /// The step from this schema to a schema in it, as the document spells it where that shows from the pointers.
    fn via(&self, id: RuleId, usual: &str) -> String {
        match self.get(id).pointer.strip_prefix(self.rule.pointer.as_str()) {
            Some(step) if step.starts_with('/') => step.to_owned(),
            Some(_) | None => usual.to_owned(),
        }
    }
}

/// One function.
fn function(code: &Code<'_>) -> TokenStream {
    let name = code.name(code.id, code.outer_seen);
    let doc = docs::docs(&[], &docs::code(&code.rule.location));
    let body = body::body(code);
    let seen = code.outer_seen.then(|| quote! { , seen: &mut rt::Seen });
    quote! {
        #doc
        pub(super) fn #name(
            value: &rt::Value, cx: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut rt::Report #seen
        ) -> bool {
            #body
        }
    }
}

/// For each anchor that is looked for: resource to rule.
fn anchors(module: &Module) -> TokenStream {
    let names: BTreeSet<&str> = module.resources.iter().flatten().map(|(name, _)| name.as_str()).collect();
    let functions = names.iter().enumerate().map(|(index, anchor)| {
        let function = |seen: bool, kind: TokenStream| {
            let name = anchor_name(index, seen);
            let arms = module.resources.iter().enumerate().flat_map(|(resource, anchors)| {
                let found = anchors.iter().filter(|(name, _)| name == anchor);
                found.map(move |(_, rule)| {
                    let (resource, target) = (resource as u32, target(module, *rule, seen));
                    quote! { #resource => Some(#target), }
                })
            });
            quote! {
                fn #name(resource: u32) -> Option<rt::rules::Target<#kind>> {
                    match resource { #(#arms)* _ => None }
                }
            }
        };
        let plain = function(false, quote! { rt::rules::Apply });
        let anchored = module.resources.iter().flatten().filter(|(name, _)| name == anchor);
        // Where one reference has to keep track, all that it may lead to do.
        let mut anchored = anchored.map(|(_, rule)| module.rule(*rule).seen);
        let seen = anchored.all(|seen| seen).then(|| function(true, quote! { rt::rules::ApplySeen }));
        quote! { #plain #seen }
    });
    quote! { #(#functions)* }
}

/// The name of the function for an anchor.
fn anchor_name(index: usize, seen: bool) -> proc_macro2::Ident {
    if seen { format_ident!("anchor{index}_seen") } else { format_ident!("anchor{index}") }
}

/// Which of the anchors of a module this is.
fn anchor_index(module: &Module, anchor: &str) -> usize {
    let names: BTreeSet<&str> = module.resources.iter().flatten().map(|(name, _)| name.as_str()).collect();
    names.iter().take_while(|name| **name < anchor).count()
}

/// A rule as the target of a dynamic reference.
fn target(module: &Module, rule: RuleId, seen: bool) -> TokenStream {
    let name = if seen { format_ident!("r{}_seen", rule.0) } else { format_ident!("r{}", rule.0) };
    let location = module.rule(rule).location.as_str();
    quote! { rt::rules::Target { rule: #name, location: #location } }
}
