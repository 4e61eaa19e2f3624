//! Rules over values to functions: `r12`, and `r12_seen` where `unevaluated*` asks what the rule has evaluated.
//!
//! In comes a [`Module`] with its rules, out goes `mod rules { .. }` with the functions that the items call, and those
//! that these call. What to check is decided already; how to write it down is what this knows: by kind of value first,
//! so that a value runs only the checks of its own kind, and in one pass over the members of an object.

mod body;
mod branches;
mod dynamic;
mod elements;
mod forks;
mod literal;
mod plain;
mod roots;
mod same;
mod words;

use crate::emit::docs;
use crate::model::{Assertion, Check, Module, PatternId, Rule, RuleId};
use crate::render::{Around, Piece};
use branches::Kinds;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use same::Same;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The private module of rules, nothing where no item needs one. Yields the patterns that items and rules name.
pub(crate) fn rules(module: &Module, out: &mut dyn FnMut(Piece)) -> BTreeSet<PatternId> {
    let roots = roots::roots(module);
    let facts = Facts {
        module,
        kinds: branches::kinds(module),
        same: same::same(module),
        forks: forks::forks(module),
        calls: RefCell::default(),
    };
    let functions = called(&facts, roots.rules);
    let mut patterns = roots.patterns;
    if functions.is_empty() {
        return patterns;
    }
    let allow = quote! { #[allow(unused_mut, unused_parens, unused_variables, clippy::all)] };
    out(Piece::Open(Around::Module, quote! { #allow mod rules {} }));
    out(Piece::Inner(quote! { use ::typeloom::__private as rt; }));
    let secrets = &module.secret_names;
    out(Piece::Inner(quote! { pub(super) const SECRETS: &[&str] = &[#(#secrets),*]; }));
    for function in functions {
        if let Function::Rule(id, _) = function {
            patterns.extend(module.rule(id).assertions.iter().flat_map(patterns_of));
        }
        out(Piece::Inner(code(&facts, function)));
    }
    out(Piece::Close);
    patterns
}

fn patterns_of(assertion: &Assertion) -> Vec<PatternId> {
    match assertion {
        Assertion::Plain(Check::Pattern(pattern)) => vec![*pattern],
        Assertion::Properties { patterns, .. } => patterns.iter().map(|(pattern, _)| *pattern).collect(),
        _ => vec![], // asks for two assertions among all
    }
}

/// The functions that items call, and those that these call. Their code is made a second time when it is written: all
/// of it together takes much memory.
fn called(facts: &Facts<'_>, roots: BTreeSet<RuleId>) -> BTreeSet<Function> {
    let mut waiting: Vec<Function> = roots.into_iter().map(|id| Function::Rule(id, false)).collect();
    let mut functions = BTreeSet::new();
    while let Some(function) = waiting.pop() {
        if functions.insert(function) {
            code(facts, function);
            waiting.append(&mut facts.calls.borrow_mut());
        }
    }
    functions
}

fn code(facts: &Facts<'_>, function: Function) -> TokenStream {
    match function {
        Function::Rule(id, seen) => self::function(&Code { facts, id, rule: facts.module.rule(id), seen }),
        Function::Anchor(index, seen) => dynamic::anchor(facts, index, seen),
    }
}

/// A function: which one, and whether it marks what it evaluates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Function {
    Rule(RuleId, bool),
    /// From a resource to the rule that has an anchor there.
    Anchor(usize, bool),
}

/// What is known of all rules.
struct Facts<'a> {
    module: &'a Module,
    kinds: Kinds,
    same: Same,
    forks: BTreeSet<RuleId>,
    /// The functions that were named in code since somebody looked.
    calls: RefCell<Vec<Function>>,
}

impl Facts<'_> {
    /// The name of a function, which is written because it was asked for here.
    fn name(&self, id: RuleId, seen: bool) -> Ident {
        let id = self.same.first(id);
        self.calls.borrow_mut().push(Function::Rule(id, seen));
        name(id, seen)
    }
}

fn name(id: RuleId, seen: bool) -> Ident {
    if seen { format_ident!("r{}_seen", id.0) } else { format_ident!("r{}", id.0) }
}

/// References to references are followed this far; the rest is called one by one.
const LONGEST_CHAIN: usize = 8;

/// What the code of one function is made from.
struct Code<'a> {
    facts: &'a Facts<'a>,
    id: RuleId,
    rule: &'a Rule,
    /// Whether the caller wants to know what was evaluated.
    seen: bool,
}

impl<'a> Code<'a> {
    /// Whether the function keeps track of what is evaluated, for its caller or for itself.
    fn tracks(&self) -> bool {
        self.seen || self.rule.asks_unevaluated()
    }

    fn get(&self, id: RuleId) -> &'a Rule {
        self.facts.module.rule(id)
    }

    /// Whether the rule asserts nothing.
    fn holds(&self, id: RuleId) -> bool {
        self.get(id).assertions.is_empty()
    }

    /// Whether the rule is the schema `false`.
    fn never(&self, id: RuleId) -> bool {
        matches!(&self.get(id).assertions[..], [Assertion::Plain(Check::Never)])
    }

    /// Applies a rule to another value than this one's: `r3(item, cx, &at.index(..), report)`.
    fn call(&self, id: RuleId, value: TokenStream, at: TokenStream) -> TokenStream {
        self.call_into(id, value, at, quote! { report })
    }

    fn call_into(&self, id: RuleId, value: TokenStream, at: TokenStream, report: TokenStream) -> TokenStream {
        if self.holds(id) {
            return quote! { true };
        }
        let (name, scope) = (self.facts.name(id, false), self.scope(id));
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
        let (name, scope) = (self.facts.name(id, true), self.scope(id));
        quote! { #name(value, #scope, #at, #report, #seen) }
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
        !self.facts.module.resources.is_empty() && self.get(id).resource != self.rule.resource
    }

    /// A rule as a value, to be called for another value than this one's: its name, or where it needs another scope a
    /// function around it.
    fn function(&self, id: RuleId) -> TokenStream {
        if self.holds(id) {
            return quote! { rt::rules::anything };
        }
        let name = self.facts.name(id, false);
        match self.leaves(id) {
            false => quote! { #name },
            true => {
                let scope = self.scope(id);
                quote! { |value, cx, at, report| #name(value, #scope, at, report) }
            }
        }
    }

    /// The rule of a schema in this one, and the step to it. A rule that is nothing but a reference is left out: the
    /// one that it leads to is called at once.
    fn step(&self, id: RuleId, usual: &str) -> (RuleId, String) {
        self.through(id, same::via(self.rule, self.get(id), usual))
    }

    /// The rule that a reference of this schema leads to, and the step to it.
    fn reference(&self, id: RuleId) -> (RuleId, String) {
        self.through(id, "/$ref".to_owned())
    }

    fn through(&self, id: RuleId, via: String) -> (RuleId, String) {
        let (mut id, mut via) = (id, via);
        for _ in 0..LONGEST_CHAIN {
            match self.get(id).assertions[..] {
                [Assertion::Ref(target)] if !self.leaves(id) => {
                    id = target;
                    via.push_str("/$ref");
                }
                _ => break, // asks for one shape among all
            }
        }
        (id, via)
    }
}

/// The function of a rule.
fn function(code: &Code<'_>) -> TokenStream {
    // Its own name also where it is the same as another one: items call it by that.
    let name = name(code.id, code.seen);
    let doc = docs::docs(&[], &docs::code(&code.rule.location));
    let body = body::body(code);
    // What is referred to says where it stands, so that references need not.
    let location = code.rule.location.as_str();
    let within = code.facts.same.is_target(code.id).then(|| quote! { let at = &at.within(#location); });
    let seen = code.seen.then(|| quote! { , seen: &mut rt::Seen });
    let parameters =
        quote! { (value: &rt::Value, cx: &rt::Scope<'_>, at: &rt::At<'_>, report: &mut rt::Report #seen) -> bool };
    let body = match (code.facts.forks.contains(&code.id), code.seen) {
        (false, _) => body,
        (true, false) => quote! {
            fn once #parameters { #body }
            rt::rules::once(once, value, cx, at, report)
        },
        (true, true) => quote! {
            fn once #parameters { #body }
            rt::rules::once_seen(once, value, cx, at, report, seen)
        },
    };
    quote! {
        #doc
        pub(super) fn #name #parameters {
            #within
            #body
        }
    }
}
