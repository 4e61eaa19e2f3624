//! Keywords that look at one value alone to tests.

use super::{Code, literal, words};
use crate::model::{Check, Format};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use typeloom::Number;

/// A test and the kind of value that it is for, with the names that it uses.
pub(super) enum Test {
    /// Any value.
    Any(TokenStream),
    /// `number`
    Number(TokenStream),
    /// `text`
    String(TokenStream),
    /// `length`, of a string.
    Length(TokenStream),
    /// `items`
    Array(TokenStream),
    /// `members`
    Object(Vec<TokenStream>),
    /// Holds.
    None,
}

pub(super) fn test(code: &Code<'_>, check: &Check) -> Test {
    match check {
        Check::Never => Test::Any(quote! { rt::rules::never(at, report) }),
        Check::MinLength(0) => Test::None,
        Check::MinLength(limit) => {
            Test::Length(quote! { length >= #limit || rt::rules::too_short(length, #limit, at, report) })
        }
        Check::MaxLength(limit) => {
            Test::Length(quote! { length <= #limit || rt::rules::too_long(length, #limit, at, report) })
        }
        Check::Pattern(id) => {
            let name = format_ident!("P{}", id.0);
            let source = words::quoted(&code.module.patterns[id.0 as usize].source);
            Test::String(quote! {
                super::patterns::#name.is_match(text) || rt::rules::wrong_pattern(#source, at, report)
            })
        }
        Check::Format(format) => format_test(*format),
        Check::Minimum(limit) => bound("minimum", limit),
        Check::Maximum(limit) => bound("maximum", limit),
        Check::ExclusiveMinimum(limit) => bound("exclusive_minimum", limit),
        Check::ExclusiveMaximum(limit) => bound("exclusive_maximum", limit),
        Check::MultipleOf(limit) => bound("multiple_of", limit),
        Check::Enum(values) => {
            let listed = literal::is_one_of(values);
            let allowed = words::alternatives(values);
            Test::Any(quote! { #listed || rt::rules::not_listed(value, "enum", #allowed, at, report) })
        }
        Check::Const(constant) => {
            let equal = literal::is_one_of(std::slice::from_ref(constant));
            let allowed = words::alternatives(std::slice::from_ref(constant));
            Test::Any(quote! { #equal || rt::rules::not_listed(value, "const", #allowed, at, report) })
        }
        Check::MinItems(limit) => Test::Array(at_least(quote! { items.len() }, *limit, "minItems")),
        Check::MaxItems(limit) => Test::Array(at_most(quote! { items.len() }, *limit, "maxItems")),
        Check::UniqueItems => Test::Array(quote! { rt::rules::unique_items(items, at, report) }),
        Check::MinProperties(limit) => Test::Object(vec![at_least(quote! { members.len() }, *limit, "minProperties")]),
        Check::MaxProperties(limit) => Test::Object(vec![at_most(quote! { members.len() }, *limit, "maxProperties")]),
        Check::Required(names) => {
            let test = |name: &String| {
                quote! { members.contains_key(#name) || rt::rules::required(#name, at, report) }
            };
            Test::Object(names.iter().map(test).collect())
        }
        Check::DependentRequired(name, others) => {
            let test = |other: &String| {
                quote! {
                    !members.contains_key(#name) || members.contains_key(#other)
                        || rt::rules::dependent(#name, #other, at, report)
                }
            };
            Test::Object(others.iter().map(test).collect())
        }
        // Do not occur in rules, see `Assertion::Plain`.
        Check::PropertyNames(_) | Check::Rule(_) => Test::None,
    }
}

/// A number of the schema as the runtime takes it.
pub(super) fn limit(number: &Number) -> TokenStream {
    let text = number.as_str();
    match number.as_i64() {
        Some(integer) => quote! { rt::rules::Limit(#text, rt::Some(#integer)) },
        None => quote! { rt::rules::Limit(#text, rt::None) },
    }
}

fn bound(function: &str, number: &Number) -> Test {
    let (function, limit) = (format_ident!("{function}"), limit(number));
    Test::Number(quote! { rt::rules::#function(number, #limit, at, report) })
}

fn at_least(count: TokenStream, limit: u64, keyword: &str) -> TokenStream {
    quote! { #count as u64 >= #limit || rt::rules::too_few(#count, #limit, #keyword, at, report) }
}

fn at_most(count: TokenStream, limit: u64, keyword: &str) -> TokenStream {
    quote! { #count as u64 <= #limit || rt::rules::too_many(#count, #limit, #keyword, at, report) }
}

fn format_test(format: Format) -> Test {
    let name = format.name();
    let fail = quote! { rt::rules::wrong_format(#name, at, report) };
    match format {
        Format::Int32 => {
            let range = quote! { rt::Some(-2147483648..=2147483647) };
            Test::Number(quote! { matches!(number.as_i64(), #range) || #fail })
        }
        Format::Int64 => Test::Number(quote! { number.as_i64().is_some() || #fail }),
        Format::DateTime
        | Format::Date
        | Format::Time
        | Format::Duration
        | Format::Email
        | Format::IdnEmail
        | Format::Hostname
        | Format::IdnHostname
        | Format::Ipv4
        | Format::Ipv6
        | Format::Uri
        | Format::UriReference
        | Format::Iri
        | Format::IriReference
        | Format::UriTemplate
        | Format::Uuid
        | Format::JsonPointer
        | Format::RelativeJsonPointer
        | Format::Regex
        | Format::Byte => {
            let function = format_ident!("{}", name.replace('-', "_"));
            Test::String(quote! { rt::formats::#function(text) || #fail })
        }
    }
}
