//! Rules for the items of an array and the members of an object: one pass over them, in which each runs the rules that
//! apply to it, and is marked where `unevaluated*` asks.

use super::Code;
use super::body::{Step, fails};
use super::words::escape;
use crate::model::{PatternId, RuleId};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// `prefixItems` and `items`
pub(super) fn items(code: &Code<'_>, prefix: &[RuleId], rest: Option<RuleId>) -> Vec<Step> {
    let mut steps = Vec::new();
    if code.tracks() {
        let count = prefix.len();
        steps.push(Step::Code(match rest {
            Some(_) => quote! { seen.mark_all(); },
            None => quote! { (0..items.len().min(#count)).for_each(|index| seen.mark(index)); },
        }));
    }
    let arms: Vec<TokenStream> = prefix
        .iter()
        .enumerate()
        .filter(|(_, rule)| !code.holds(**rule))
        .map(|(index, rule)| {
            let call = item(code, *rule, &format!("/prefixItems/{index}"));
            quote! { #index => #call, }
        })
        .collect();
    let rest = rest.filter(|&rest| !code.holds(rest));
    if let (Some(rest), []) = (rest, prefix)
        && !code.never(rest)
    {
        let (rest, via) = code.step(rest, "/items");
        let rule = code.function(rest);
        steps.push(Step::Test(quote! { rt::rules::items(items, #via, #rule, cx, at, report) }));
        return steps;
    }
    let test = match (rest, &arms[..]) {
        (None, []) => return steps,
        (None, [..]) => quote! { match index { #(#arms)* _ => true } },
        (Some(rest), [..]) => {
            let held = (0..prefix.len()).filter(|&index| code.holds(prefix[index]));
            let held: Vec<TokenStream> = held.map(|index| quote! { #index => true, }).collect();
            let call = item(code, rest, "/items");
            if arms.is_empty() && held.is_empty() {
                call
            } else {
                quote! { match index { #(#arms)* #(#held)* _ => #call } }
            }
        }
    };
    let test = fails(&test);
    steps.push(Step::Code(quote! { for (index, item) in items.iter().enumerate() { #test } }));
    steps
}

/// Applies a rule to `item` at `index`.
fn item(code: &Code<'_>, rule: RuleId, usual: &str) -> TokenStream {
    let (rule, via) = code.step(rule, usual);
    if code.never(rule) {
        let (via, keyword) = split(&via);
        return quote! { rt::rules::no_item(#keyword, &at.index(index, #via), report) };
    }
    code.call(rule, quote! { item }, quote! { &at.index(index, #via) })
}

/// `contains`
pub(super) fn contains(code: &Code<'_>, rule: RuleId, min: u64, max: Option<u64>, evaluates: bool) -> Step {
    let mark = (code.tracks() && evaluates).then(|| quote! { seen.mark(index); });
    let (rule, via) = code.step(rule, "/contains");
    let (at, report) = (quote! { &at.index(index, #via) }, quote! { &mut report.hush(at) });
    let matches = code.call_into(rule, quote! { item }, at, report);
    let max = match max {
        Some(max) => quote! { Some(#max) },
        None => quote! { None },
    };
    let verdict = fails(&quote! { rt::rules::contains(found, #min, #max, at, report) });
    Step::Code(quote! {
        let mut found = 0u64;
        for (index, item) in items.iter().enumerate() {
            if #matches { found += 1; #mark }
        }
        #verdict
    })
}

/// `properties`, `patternProperties` and `additionalProperties`
pub(super) fn properties(
    code: &Code<'_>,
    named: &[(String, RuleId)],
    patterns: &[(PatternId, RuleId)],
    additional: Option<RuleId>,
) -> Vec<Step> {
    let mut steps = Vec::new();
    let tracks = code.tracks();
    let asserted = additional.filter(|&rule| !code.holds(rule));
    // Additional members are all that nothing else describes, so with them all are evaluated.
    let mark = tracks && additional.is_none();
    if tracks && additional.is_some() {
        steps.push(Step::Code(quote! { seen.mark_all(); }));
    }
    if mark {
        steps.extend(marked(code, named, patterns));
    } else {
        steps.extend(table(code, named, patterns, asserted));
    }
    steps
}

/// `properties` and `patternProperties`, where each member that they describe is marked.
fn marked(code: &Code<'_>, named: &[(String, RuleId)], patterns: &[(PatternId, RuleId)]) -> Option<Step> {
    let mut arms: Vec<TokenStream> = Vec::new();
    let mut held: Vec<&str> = Vec::new();
    for (name, rule) in named {
        if code.holds(*rule) {
            held.push(name);
            continue;
        }
        let call = member(code, *rule, &format!("/properties/{}", escape(name)));
        arms.push(quote! { #name => { seen.mark(index); #call } });
    }
    if !held.is_empty() {
        arms.push(quote! { #(#held)|* => { seen.mark(index); true } });
    }
    let mut pass = Vec::new();
    if !arms.is_empty() {
        pass.push(fails(&quote! { match name.as_str() { #(#arms)* _ => true } }));
    }
    for (pattern, rule) in patterns {
        let source = &code.facts.module.patterns[pattern.0 as usize].source;
        let test = fails(&member(code, *rule, &format!("/patternProperties/{}", escape(source))));
        let test = if code.holds(*rule) { TokenStream::new() } else { test };
        let pattern = format_ident!("P{}", pattern.0);
        pass.push(quote! {
            if rt::rules::matches(name, &super::patterns::#pattern, at, report) { seen.mark(index); #test }
        });
    }
    (!pass.is_empty())
        .then(|| Step::Code(quote! { for (index, (name, member)) in members.iter().enumerate() { #(#pass)* } }))
}

/// `properties`, `patternProperties` and `additionalProperties` as tables, where there is nothing to mark.
fn table(
    code: &Code<'_>,
    named: &[(String, RuleId)],
    patterns: &[(PatternId, RuleId)],
    additional: Option<RuleId>,
) -> Option<Step> {
    // What asserts nothing is described all the same.
    let counts = |rule: RuleId| !code.holds(rule) || additional.is_some();
    let mut named: Vec<&(String, RuleId)> = named.iter().filter(|(_, rule)| counts(*rule)).collect();
    named.sort_by_key(|(name, _)| name);
    let named: Vec<TokenStream> = named
        .into_iter()
        .map(|(name, rule)| {
            let (via, rule) = by_name(code, *rule, &format!("/properties/{}", escape(name)));
            quote! { (#name, #via, #rule) }
        })
        .collect();
    let patterns: Vec<TokenStream> = patterns
        .iter()
        .filter(|(_, rule)| counts(*rule))
        .map(|(pattern, rule)| {
            let source = &code.facts.module.patterns[pattern.0 as usize].source;
            let (via, rule) = by_name(code, *rule, &format!("/patternProperties/{}", escape(source)));
            let pattern = format_ident!("P{}", pattern.0);
            quote! { (&super::patterns::#pattern, #via, #rule) }
        })
        .collect();
    if named.is_empty() && patterns.is_empty() && additional.is_none() {
        return None;
    }
    let others = match additional.map(|rule| code.step(rule, "/additionalProperties")) {
        None => quote! { rt::rules::Others::Any },
        Some((rule, via)) if code.never(rule) => {
            let (via, keyword) = split(&via);
            quote! { rt::rules::Others::Forbidden(#via, #keyword) }
        }
        Some((rule, via)) => {
            let rule = code.function(rule);
            quote! { rt::rules::Others::Obey(#via, #rule) }
        }
    };
    Some(Step::Test(match &patterns[..] {
        [] => quote! { rt::rules::properties(members, &[#(#named),*], #others, cx, at, report) },
        [..] => quote! {
            rt::rules::properties_and_patterns(members, &[#(#named),*], &[#(#patterns),*], #others, cx, at, report)
        },
    }))
}

/// The step to the schema of a member and the function of its rule, as a row of a table has them.
fn by_name(code: &Code<'_>, rule: RuleId, usual: &str) -> (String, TokenStream) {
    let (rule, via) = code.step(rule, usual);
    if code.never(rule) {
        let (via, keyword) = split(&via);
        return (via.to_owned(), quote! { |_, _, at, report| rt::rules::forbidden(#keyword, at, report) });
    }
    let rule = code.function(rule);
    (via, rule)
}

/// Applies a rule to `member` at `name`.
fn member(code: &Code<'_>, rule: RuleId, usual: &str) -> TokenStream {
    let (rule, via) = code.step(rule, usual);
    if code.never(rule) {
        let (via, keyword) = split(&via);
        return quote! { rt::rules::forbidden(#keyword, &at.member(name, #via), report) };
    }
    code.call(rule, quote! { member }, quote! { &at.member(name, #via) })
}

/// `propertyNames`
pub(super) fn property_names(code: &Code<'_>, rule: RuleId) -> Option<Step> {
    if code.holds(rule) {
        return None;
    }
    let (rule, via) = code.step(rule, "/propertyNames");
    let call = |report| code.call_into(rule, quote! { &spelled }, quote! { &at.schema(#via) }, report);
    let (silent, reasons) = (call(quote! { &mut report.hush(at) }), call(quote! { &mut reasons }));
    Some(Step::Code(quote! {
        for name in members.keys() {
            let spelled = rt::Value::String(name.clone());
            if !#silent {
                let mut reasons = report.branch();
                #reasons;
                rt::rules::property_names(name, at, report, reasons);
                if report.stop() { return false; }
                ok = false;
            }
        }
    }))
}

/// `unevaluatedItems`
pub(super) fn unevaluated_items(code: &Code<'_>, rule: RuleId) -> Step {
    let test = (!code.holds(rule)).then(|| {
        let test = fails(&item(code, rule, "/unevaluatedItems"));
        quote! { for (index, item) in items.iter().enumerate() { if !seen.has(index) { #test } } }
    });
    Step::Code(quote! { if let rt::Value::Array(items) = value { #test seen.mark_all(); } })
}

/// `unevaluatedProperties`
pub(super) fn unevaluated_properties(code: &Code<'_>, rule: RuleId) -> Step {
    let test = (!code.holds(rule)).then(|| {
        let test = fails(&member(code, rule, "/unevaluatedProperties"));
        quote! { for (index, (name, member)) in members.iter().enumerate() { if !seen.has(index) { #test } } }
    });
    Step::Code(quote! { if let rt::Value::Object(members) = value { #test seen.mark_all(); } })
}

/// A step to a schema that is `false`, as the place of the keyword and the keyword.
fn split(via: &str) -> (&str, &str) {
    via.rsplit_once('/').unwrap_or(("", via))
}
