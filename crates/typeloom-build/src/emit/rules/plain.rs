//! Keywords that look at one value alone to tests.

use super::{literal, words};
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
    /// `items`
    Array(TokenStream),
    /// `members`
    Object(Vec<TokenStream>),
    /// Holds.
    None,
}

pub(super) fn test(check: &Check) -> Test {
    match check {
        Check::Never => Test::Any(quote! { rt::rules::never(at, report) }),
        Check::MinLength(0) | Check::MinItems(0) | Check::MinProperties(0) => Test::None,
        Check::MinLength(limit) => {
            Test::String(quote! { rt::rules::has(text, #limit) || rt::rules::too_short(text, #limit, at, report) })
        }
        Check::MaxLength(limit) => {
            let longer = limit.saturating_add(1);
            Test::String(quote! { !rt::rules::has(text, #longer) || rt::rules::too_long(text, #limit, at, report) })
        }
        Check::Pattern(id) => {
            let name = format_ident!("P{}", id.0);
            Test::String(quote! { rt::rules::pattern(text, &super::patterns::#name, at, report) })
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
        Check::MinItems(limit) => Test::Array(
            quote! { items.len() as u64 >= #limit || rt::rules::too_few_items(items.len(), #limit, at, report) },
        ),
        Check::MaxItems(limit) => Test::Array(
            quote! { items.len() as u64 <= #limit || rt::rules::too_many_items(items.len(), #limit, at, report) },
        ),
        Check::UniqueItems => Test::Array(quote! { rt::rules::unique_items(items, at, report) }),
        Check::MinProperties(limit) => Test::Object(vec![
            quote! { members.len() as u64 >= #limit || rt::rules::too_few_members(members.len(), #limit, at, report) },
        ]),
        Check::MaxProperties(limit) => Test::Object(vec![
            quote! { members.len() as u64 <= #limit || rt::rules::too_many_members(members.len(), #limit, at, report) },
        ]),
        Check::Required(names) => {
            if names.is_empty() {
                return Test::None;
            }
            Test::Object(vec![quote! { rt::rules::requires(members, &[#(#names),*], at, report) }])
        }
        Check::DependentRequired { keyword, because, names } => {
            let test = |name: &String| {
                quote! {
                    !members.contains_key(#because) || members.contains_key(#name)
                        || rt::rules::dependent(#keyword, #because, #name, at, report)
                }
            };
            Test::Object(names.iter().map(test).collect())
        }
        // Do not occur in rules, see `Assertion::Plain`.
        Check::PropertyNames(_) | Check::Rule(_) => Test::None,
    }
}

/// A number of the schema as the runtime takes it.
pub(super) fn limit(number: &Number) -> TokenStream {
    let text = number.as_str();
    quote! { const { &rt::Limit::new(#text) } }
}

fn bound(function: &str, number: &Number) -> Test {
    let (function, limit) = (format_ident!("{function}"), limit(number));
    Test::Number(quote! { rt::rules::#function(number, #limit, at, report) })
}

fn format_test(format: Format) -> Test {
    let name = format.name();
    let fail = quote! { rt::rules::wrong_width(#name, at, report) };
    match format {
        Format::Int32 => {
            let range = quote! { Some(-2147483648..=2147483647) };
            Test::Number(quote! { matches!(number.as_i64(), #range) || #fail })
        }
        Format::Int64 => Test::Number(quote! { number.as_i64().is_some() || #fail }),
        Format::Uint32 => {
            let range = quote! { Some(0..=4294967295) };
            Test::Number(quote! { matches!(number.as_u64(), #range) || #fail })
        }
        Format::Uint64 => Test::Number(quote! { number.as_u64().is_some() || #fail }),
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
            Test::String(quote! { rt::rules::format(text, #name, rt::formats::#function, at, report) })
        }
    }
}
