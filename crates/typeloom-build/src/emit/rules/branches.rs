//! `anyOf` and `oneOf` as tables of branches, with what tells at a look that a branch cannot hold: the kinds of values
//! and the strings of a member.

use super::Code;
use super::literal::as_string;
use crate::model::{Assertion, Check, JsonType, Module, Rule, RuleId};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};
use typeloom::Value;

/// By rule, the kinds of values that it may hold for, as bits: `null`, boolean, integer, fraction, string, array,
/// object.
pub(super) struct Kinds(Vec<u8>);

const ALL: u8 = 127;

/// References are looked through this often. More would find more, but never something else.
const ROUNDS: usize = 4;

/// What `type`, `enum` and `const` say, through references.
pub(super) fn kinds(module: &Module) -> Kinds {
    let mut kinds = vec![ALL; module.rules.len()];
    for _ in 0..ROUNDS {
        kinds = module.rules.iter().map(|rule| kinds_of(rule, &kinds)).collect();
    }
    Kinds(kinds)
}

fn kinds_of(rule: &Rule, known: &[u8]) -> u8 {
    let of = |rule: &RuleId| known[rule.0 as usize];
    rule.assertions.iter().fold(ALL, |kinds, assertion| {
        kinds
            & match assertion {
                Assertion::Type(types) => types.iter().fold(0, |bits, kind| bits | type_bits(*kind)),
                Assertion::Plain(Check::Never) => 0,
                Assertion::Plain(Check::Const(value)) => value_bit(value),
                Assertion::Plain(Check::Enum(values)) => values.iter().fold(0, |bits, value| bits | value_bit(value)),
                Assertion::Plain(_) => ALL, // the other checks hold for other kinds
                Assertion::Ref(rule) => of(rule),
                Assertion::NullOr(rule) => of(rule) | 1,
                Assertion::AllOf(rules) => rules.iter().fold(ALL, |bits, rule| bits & of(rule)),
                Assertion::AnyOf(rules) | Assertion::OneOf(rules) => rules.iter().fold(0, |bits, rule| bits | of(rule)),
                Assertion::DynamicRef { .. }
                | Assertion::Not(_)
                | Assertion::If { .. }
                | Assertion::Items { .. }
                | Assertion::Contains { .. }
                | Assertion::Properties { .. }
                | Assertion::PropertyNames(_)
                | Assertion::DependentSchemas(_)
                | Assertion::UnevaluatedItems(_)
                | Assertion::UnevaluatedProperties(_) => ALL,
            }
    })
}

fn type_bits(kind: JsonType) -> u8 {
    match kind {
        JsonType::Null => 1,
        JsonType::Boolean => 2,
        JsonType::Integer => 4,
        JsonType::Number => 12,
        JsonType::String => 16,
        JsonType::Array => 32,
        JsonType::Object => 64,
    }
}

fn value_bit(value: &Value) -> u8 {
    match value {
        Value::Null => 1,
        Value::Bool(_) => 2,
        Value::Number(number) if number.is_integer() => 4,
        Value::Number(_) => 8,
        Value::String(_) => 16,
        Value::Array(_) => 32,
        Value::Object(_) => 64,
    }
}

/// The call of the runtime that tries the branches.
pub(super) fn call(code: &Code<'_>, function: &str, keyword: &str, rules: &[RuleId]) -> TokenStream {
    let tracks = code.tracks();
    let function = if tracks { format_ident!("{function}_seen") } else { format_ident!("{function}") };
    let tags: Vec<_> = rules.iter().map(|rule| tags(code.facts.module, *rule)).collect();
    let member = common_member(&tags);
    let branches = rules.iter().zip(&tags).enumerate().map(|(index, (rule, tags))| {
        let (rule, via) = code.step(*rule, &format!("{keyword}/{index}"));
        let kinds = code.facts.kinds.0[rule.0 as usize];
        let tag = match member.and_then(|member| tags.get(member).map(|strings| (member, strings))) {
            Some((member, strings)) => quote! { Some((#member, &[#(#strings),*])) },
            None => quote! { None },
        };
        let name = code.facts.name(rule, tracks);
        let rule = match (code.leaves(rule), tracks) {
            (false, _) => quote! { #name },
            (true, false) => {
                let scope = code.scope(rule);
                quote! { |value, cx, at, report| #name(value, #scope, at, report) }
            }
            (true, true) => {
                let scope = code.scope(rule);
                quote! { |value, cx, at, report, seen| #name(value, #scope, at, report, seen) }
            }
        };
        quote! { rt::rules::Branch { via: #via, kinds: #kinds, tag: #tag, rule: #rule } }
    });
    let seen = tracks.then(|| quote! { , seen });
    quote! { rt::rules::#function(value, &[#(#branches),*], cx, at, report #seen) }
}

/// The members that a rule allows only certain strings in, where it allows strings.
type Tags<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

fn tags(module: &Module, rule: RuleId) -> Tags<'_> {
    let mut found = Tags::new();
    for rule in conjunction(module, rule) {
        for assertion in &rule.assertions {
            if let Assertion::Properties { named, .. } = assertion {
                for (name, rule) in named {
                    if let Some(strings) = conjunction(module, *rule).into_iter().find_map(strings) {
                        found.entry(name).or_insert(strings);
                    }
                }
            }
        }
    }
    found
}

/// A rule and those that must hold with it, at most a few.
fn conjunction(module: &Module, rule: RuleId) -> Vec<&Rule> {
    let mut found = vec![rule];
    let mut next = 0;
    while let Some(&rule) = found.get(next).filter(|_| next < 8) {
        next += 1;
        for assertion in &module.rule(rule).assertions {
            match assertion {
                Assertion::Ref(target) if !found.contains(target) => found.push(*target),
                Assertion::AllOf(targets) => {
                    let new: Vec<RuleId> = targets.iter().filter(|target| !found.contains(target)).copied().collect();
                    found.extend(new);
                }
                _ => {} // asks for two assertions among all
            }
        }
    }
    found.truncate(next);
    found.into_iter().map(|rule| module.rule(rule)).collect()
}

/// The strings that a rule allows, where it lists them.
fn strings(rule: &Rule) -> Option<BTreeSet<&str>> {
    rule.assertions.iter().find_map(|assertion| match assertion {
        Assertion::Plain(Check::Const(value)) => Some(as_string(value).into_iter().collect()),
        Assertion::Plain(Check::Enum(values)) => Some(values.iter().filter_map(as_string).collect()),
        _ => None, // asks for two assertions among all
    })
}

/// The member that most branches have a tag in, where at least two have.
fn common_member<'a>(tags: &[Tags<'a>]) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for member in tags.iter().flat_map(BTreeMap::keys) {
        *counts.entry(member).or_default() += 1;
    }
    let best = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (best.1 >= 2).then_some(best.0)
}
