//! Comparison with values of the schema, written out: nothing is built or parsed at run time.

use super::plain::limit;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use typeloom::Value;

/// Whether `value` is equal to one of these.
pub(super) fn is_one_of(values: &[Value]) -> TokenStream {
    let strings: Vec<&str> = values.iter().filter_map(as_string).collect();
    let others = values.iter().filter(|value| as_string(value).is_none());
    let mut tests: Vec<TokenStream> = Vec::new();
    if !strings.is_empty() {
        tests.push(quote! { matches!(value, rt::Value::String(text) if matches!(text.as_str(), #(#strings)|*)) });
    }
    tests.extend(others.map(|other| is(quote! { value }, other)));
    match &tests[..] {
        [] => quote! { false },
        // A `match` at the beginning of a body would be read as a statement, hence the parentheses.
        [test] => quote! { (#test) },
        [..] => quote! { (#(#tests)||*) },
    }
}

/// A string's text.
pub(super) fn as_string(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether the expression `place` is equal to `literal`. As deep as the literal, which its reader has bounded.
fn is(place: TokenStream, literal: &Value) -> TokenStream {
    match literal {
        Value::Null => quote! { matches!(#place, rt::Value::Null) },
        Value::Bool(literal) => quote! { matches!(#place, rt::Value::Bool(#literal)) },
        Value::Number(literal) => {
            let literal = limit(literal);
            quote! { matches!(#place, rt::Value::Number(number) if rt::rules::equals(number, #literal)) }
        }
        Value::String(literal) => quote! { matches!(#place, rt::Value::String(text) if text == #literal) },
        // No `matches!` where it would nest: macros have a limit of their own.
        Value::Array(literals) => {
            let names: Vec<_> = (0..literals.len()).map(|index| format_ident!("item{index}")).collect();
            let tests = names.iter().zip(literals).map(|(name, literal)| is(quote! { #name }, literal));
            let tests = all(tests.collect());
            quote! {
                match #place {
                    rt::Value::Array(items) => match items.as_slice() { [#(#names),*] => #tests, _ => false },
                    _ => false,
                }
            }
        }
        Value::Object(literals) => {
            let count = literals.len();
            let tests = literals.iter().map(|(name, literal)| {
                let test = is(quote! { member }, literal);
                quote! { members.get(#name).is_some_and(|member| #test) }
            });
            let tests = all(std::iter::once(quote! { members.len() == #count }).chain(tests).collect());
            quote! { match #place { rt::Value::Object(members) => #tests, _ => false } }
        }
    }
}

fn all(tests: Vec<TokenStream>) -> TokenStream {
    // A `match` at the beginning of an expression would be read as a statement, hence the parentheses.
    if tests.is_empty() {
        quote! { true }
    } else {
        quote! { #((#tests))&&* }
    }
}
