//! The body of one function: what concerns any value, then a match on the kind of value, then the schemas that apply
//! to the same value, then `unevaluated*`.

use super::plain::{self, Test};
use super::{Code, branches, dynamic, elements, words};
use crate::model::{Assertion, JsonType, RuleId};
use proc_macro2::TokenStream;
use quote::quote;

/// One step of a body.
pub(super) enum Step {
    /// An expression that is false where the value is not valid, and has reported why.
    Test(TokenStream),
    /// Statements that do the same by themselves.
    Code(TokenStream),
}

/// The steps for each kind of value that has any.
#[derive(Default)]
pub(super) struct Arms {
    pub number: Vec<Step>,
    pub string: Vec<Step>,
    pub array: Vec<Step>,
    pub object: Vec<Step>,
}

pub(super) fn body(code: &Code<'_>) -> TokenStream {
    let allowed = allowed(code);
    let mut any = Vec::new();
    let mut arms = Arms::default();
    let mut here = Vec::new();
    let mut last = Vec::new();
    for assertion in &code.rule.assertions {
        match assertion {
            Assertion::Plain(check) => match plain::test(check) {
                Test::Any(test) => any.push(Step::Test(test)),
                Test::Number(test) => arms.number.push(Step::Test(test)),
                Test::String(test) => arms.string.push(Step::Test(test)),
                Test::Array(test) => arms.array.push(Step::Test(test)),
                Test::Object(tests) => arms.object.extend(tests.into_iter().map(Step::Test)),
                Test::None => {}
            },
            Assertion::Type(types) => any.push(Step::Test(words::type_test(types))),
            Assertion::Items { prefix, rest } => arms.array.extend(elements::items(code, prefix, *rest)),
            Assertion::Contains { rule, min, max, evaluates } => {
                arms.array.push(elements::contains(code, *rule, *min, *max, *evaluates));
            }
            Assertion::Properties { named, patterns, additional } => {
                arms.object.extend(elements::properties(code, named, patterns, *additional));
            }
            Assertion::PropertyNames(rule) => arms.object.extend(elements::property_names(code, *rule)),
            Assertion::DependentSchemas(schemas) => {
                arms.object.extend(schemas.iter().map(|(name, rule)| dependent(code, name, *rule)));
            }
            Assertion::Ref(rule) => {
                let (rule, via) = code.reference(*rule);
                here.push(Step::Test(code.call_here(rule, quote! { &at.schema(#via) })));
            }
            Assertion::DynamicRef { initial, anchor, watched } => {
                here.push(Step::Test(dynamic::reference(code, *initial, anchor, *watched)));
            }
            Assertion::AllOf(rules) => here.extend(rules.iter().enumerate().map(|(index, rule)| {
                let (rule, via) = code.step(*rule, &format!("/allOf/{index}"));
                Step::Test(code.call_here(rule, quote! { &at.schema(#via) }))
            })),
            Assertion::AnyOf(rules) => here.push(Step::Test(branches::call(code, "any_of", "/anyOf", rules))),
            Assertion::OneOf(rules) => here.push(Step::Test(branches::call(code, "one_of", "/oneOf", rules))),
            Assertion::Not(rule) => here.push(Step::Test(not(code, *rule))),
            Assertion::NullOr(rule) => {
                let call = code.call_here(*rule, quote! { at });
                here.push(Step::Test(quote! { matches!(value, rt::Value::Null) || #call }));
            }
            Assertion::If { condition, then, otherwise } => {
                here.extend(condition_step(code, *condition, *then, *otherwise))
            }
            Assertion::UnevaluatedItems(rule) => last.push(elements::unevaluated_items(code, *rule)),
            Assertion::UnevaluatedProperties(rule) => last.push(elements::unevaluated_properties(code, *rule)),
        }
    }
    let (before, after) = tracking(code);
    if let (Some([only]), [_], [], [], true) = (allowed, &any[..], &here[..], &last[..], before.is_empty())
        && let Some(body) = of_one_kind(*only, &mut arms)
    {
        return body;
    }
    let mut steps = any;
    steps.extend(kinds(arms, allowed));
    steps.extend(here);
    steps.extend(last);
    write(steps, before, after)
}

/// The body of a rule that allows one kind of values and asserts nothing beyond that kind.
fn of_one_kind(kind: JsonType, arms: &mut Arms) -> Option<TokenStream> {
    let (pattern, steps) = match kind {
        JsonType::Number => (quote! { rt::Value::Number(number) }, &mut arms.number),
        JsonType::String => (quote! { rt::Value::String(text) }, &mut arms.string),
        JsonType::Array => (quote! { rt::Value::Array(items) }, &mut arms.array),
        JsonType::Object => (quote! { rt::Value::Object(members) }, &mut arms.object),
        // These have no rules of their own, and whether a number is an integer is no pattern.
        JsonType::Null | JsonType::Boolean | JsonType::Integer => return None,
    };
    if steps.is_empty() {
        return None;
    }
    let fails = words::wrong_type(&[kind]);
    let body = write(std::mem::take(steps), TokenStream::new(), TokenStream::new());
    Some(quote! { let #pattern = value else { return #fails; }; #body })
}

/// The kinds that `type` allows, where it stands.
fn allowed<'a>(code: &Code<'a>) -> Option<&'a [JsonType]> {
    code.rule.assertions.iter().find_map(|assertion| match assertion {
        Assertion::Type(types) => Some(types.as_slice()),
        _ => None, // asks for one assertion among all
    })
}

/// The match on the kind of value. Kinds that `type` excludes have failed already and are left out.
fn kinds(arms: Arms, allowed: Option<&[JsonType]>) -> Option<Step> {
    let has = |types: &[JsonType]| allowed.is_none_or(|allowed| allowed.iter().any(|kind| types.contains(kind)));
    let mut written = Vec::new();
    let mut arm = |steps: Vec<Step>, types: &[JsonType], pattern: TokenStream| {
        if !steps.is_empty() && has(types) {
            let steps = steps.into_iter().map(Step::into_code);
            written.push(quote! { #pattern => { #(#steps)* } });
        }
    };
    arm(arms.number, &[JsonType::Integer, JsonType::Number], quote! { rt::Value::Number(number) });
    arm(arms.string, &[JsonType::String], quote! { rt::Value::String(text) });
    arm(arms.array, &[JsonType::Array], quote! { rt::Value::Array(items) });
    arm(arms.object, &[JsonType::Object], quote! { rt::Value::Object(members) });
    (!written.is_empty()).then(|| Step::Code(quote! { match value { #(#written)* _ => {} } }))
}

/// What stands before and behind the steps of a function that keeps track of what is evaluated. A schema with
/// `unevaluated*` sees only what it has evaluated itself, and hands that on to the caller.
fn tracking(code: &Code<'_>) -> (TokenStream, TokenStream) {
    match (code.seen, code.rule.asks_unevaluated()) {
        (_, false) => (TokenStream::new(), TokenStream::new()),
        (false, true) => (quote! { let seen = &mut rt::Seen::new(); }, TokenStream::new()),
        (true, true) => (quote! { let outer = seen; let seen = &mut rt::Seen::new(); }, quote! { outer.merge(seen); }),
    }
}

fn write(steps: Vec<Step>, before: TokenStream, after: TokenStream) -> TokenStream {
    if before.is_empty() && steps.is_empty() {
        return quote! { true };
    }
    if let (true, [Step::Test(only)]) = (before.is_empty(), &steps[..]) {
        return only.clone();
    }
    let mut steps = steps;
    // Behind the last test there is nothing to stop.
    let last = match steps.pop() {
        Some(Step::Test(test)) if after.is_empty() => quote! { (#test) && ok },
        last => {
            let last = last.map(Step::into_code);
            quote! { #last #after ok }
        }
    };
    let steps = steps.into_iter().map(Step::into_code);
    quote! { #before let mut ok = true; #(#steps)* #last }
}

impl Step {
    /// The step as statements.
    pub(super) fn into_code(self) -> TokenStream {
        match self {
            Step::Test(test) => fails(&test),
            Step::Code(code) => code,
        }
    }
}

/// Statements that note that a test failed, and stop where nobody wants to know more.
pub(super) fn fails(test: &TokenStream) -> TokenStream {
    quote! { if !(#test) { if report.stop() { return false; } ok = false; } }
}

fn not(code: &Code<'_>, rule: RuleId) -> TokenStream {
    let forbidden = words::rule(code.facts.module, rule);
    if code.holds(rule) {
        return quote! { rt::rules::not(#forbidden, at, report) };
    }
    let (rule, via) = code.step(rule, "/not");
    let call = code.call_into(rule, quote! { value }, quote! { &at.schema(#via) }, quote! { &mut report.hush(at) });
    quote! { if #call { rt::rules::not(#forbidden, at, report) } else { true } }
}

fn condition_step(code: &Code<'_>, condition: RuleId, then: Option<RuleId>, otherwise: Option<RuleId>) -> Option<Step> {
    let asserts = |rule: Option<RuleId>| rule.filter(|&rule| !code.holds(rule));
    let (then, otherwise) = (asserts(then), asserts(otherwise));
    if then.is_none() && otherwise.is_none() && !code.tracks() {
        return None;
    }
    let branch = |rule: Option<RuleId>, usual: &str| match rule {
        Some(rule) => {
            let (rule, via) = code.step(rule, usual);
            code.call_here(rule, quote! { &at.schema(#via) })
        }
        None => quote! { true },
    };
    let (then, otherwise) = (branch(then, "/then"), branch(otherwise, "/else"));
    let (condition, via) = code.step(condition, "/if");
    let (at, report) = (quote! { &at.schema(#via) }, quote! { &mut report.hush(at) });
    let test = code.call_here_into(condition, at, report, quote! { &mut branch });
    Some(if code.tracks() {
        let test = fails(&quote! { if #test { seen.merge(&branch); #then } else { #otherwise } });
        Step::Code(quote! { let mut branch = rt::Seen::new(); #test })
    } else {
        Step::Test(quote! { if #test { #then } else { #otherwise } })
    })
}

fn dependent(code: &Code<'_>, name: &str, rule: RuleId) -> Step {
    let (rule, via) = code.step(rule, &format!("/dependentSchemas/{}", words::escape(name)));
    let call = code.call_here(rule, quote! { &at.schema(#via) });
    Step::Test(quote! { !members.contains_key(#name) || #call })
}
