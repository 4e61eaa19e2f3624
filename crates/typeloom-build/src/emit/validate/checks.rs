//! Checks on typed values to calls into the runtime. A check is about one kind of value: text, numbers, items or
//! members, or about the value as a whole; on values of other kinds it holds.

use crate::emit::validate::members::Members;
use crate::emit::validate::place::Place;
use crate::emit::validate::slot;
use crate::emit::{literal, names, patterns};
use crate::model::{Check, Format, ItemKind, Module, RuleId, Shape};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use typeloom::{Number, Value};

/// What generated code has at hand: an expression for a value of one kind.
pub(super) enum On<'a> {
    /// A `&str`.
    Text(TokenStream),
    /// A reference to a number of any type.
    Number(TokenStream),
    /// A list.
    Items(&'a Place),
    /// An object.
    Members(Members<'a>),
}

/// The checks about one kind of value, on a value of this shape.
pub(super) fn typed(module: &Module, shape: &Shape, checks: &[Check], place: &Place) -> TokenStream {
    if checks.iter().all(is_whole) {
        return TokenStream::new();
    }
    let (value, path) = (place.borrowed(), place.path());
    match shape {
        Shape::Null | Shape::Bool | Shape::External(_) => TokenStream::new(),
        Shape::Integer(_) | Shape::BigInteger | Shape::Float | Shape::Number => calls(checks, &On::Number(value)),
        Shape::String => calls(checks, &On::Text(value)),
        Shape::Secret(held) => typed(module, held, checks, &Place::reference(quote!(#path.expose()))),
        Shape::Value => by_kind(checks, &value),
        Shape::List(_) => calls(checks, &On::Items(place)),
        Shape::Map(_) => calls(checks, &On::Members(Members::of_map(place))),
        Shape::Nullable(inner) => {
            slot::some(&typed(module, &inner.shape, checks, &Place::reference(quote!(value))), place)
        }
        Shape::Item { id, boxed: _ } => match &module.item(*id).kind {
            ItemKind::Enum(_) => calls(checks, &On::Text(quote!(#path.as_str()))),
            ItemKind::Alias(slot) => typed(module, &slot.shape, checks, place),
            ItemKind::Newtype(slot) => typed(module, &slot.shape, checks, &place.inner()),
            ItemKind::Struct(_) | ItemKind::Union(_) => {
                let body = by_kind(checks, &quote!(value));
                quote!({ let value: &rt::Value = &rt::value_of(#value); #body })
            }
        },
    }
}

/// The checks on a value of which only running code knows what kind it is.
fn by_kind(checks: &[Check], value: &TokenStream) -> TokenStream {
    let place = Place::reference(quote!(value));
    let kinds = [
        (quote!(String), On::Text(quote!(value))),
        (quote!(Number), On::Number(quote!(value))),
        (quote!(Array), On::Items(&place)),
        (quote!(Object), On::Members(Members::of_map(&place))),
    ];
    let kinds = kinds.iter().map(|(kind, on)| (kind, calls(checks, on))).filter(|(_, body)| !body.is_empty());
    let arms = kinds.map(|(kind, body)| quote!(if let rt::Value::#kind(value) = #value { #body }));
    quote!(#(#arms)*)
}

/// Those of the checks that are about this kind of value.
pub(super) fn calls(checks: &[Check], on: &On<'_>) -> TokenStream {
    let calls = checks.iter().filter_map(|check| call(check, on));
    quote!(#(#calls)*)
}

fn call(check: &Check, on: &On<'_>) -> Option<TokenStream> {
    let with = |function: &str, value: TokenStream, limit: TokenStream| {
        let function = format_ident!("{function}");
        quote!(rt::check::#function(#value, #limit, at, report);)
    };
    let count = |function: &str, value: TokenStream, limit: u64| {
        let limit = Literal::u64_unsuffixed(limit);
        with(function, value, quote!(#limit))
    };
    let bound = |function: &str, limit: &Number| Some(with(function, on.number()?, literal::limit(limit)));
    match check {
        Check::MinLength(limit) => Some(count("min_length", on.text()?, *limit)),
        Check::MaxLength(limit) => Some(count("max_length", on.text()?, *limit)),
        Check::Pattern(pattern) => {
            let pattern = patterns::path(*pattern);
            Some(with("pattern", on.text()?, quote!(&#pattern)))
        }
        Check::Format(format) => of_format(*format, on),
        Check::Minimum(limit) => bound("minimum", limit),
        Check::Maximum(limit) => bound("maximum", limit),
        Check::ExclusiveMinimum(limit) => bound("exclusive_minimum", limit),
        Check::ExclusiveMaximum(limit) => bound("exclusive_maximum", limit),
        Check::MultipleOf(of) => bound("multiple_of", of),
        Check::MinItems(limit) => Some(count("min_items", on.items()?.length(), *limit)),
        Check::MaxItems(limit) => Some(count("max_items", on.items()?.length(), *limit)),
        Check::UniqueItems => {
            let items = on.items()?.borrowed();
            Some(quote!(rt::check::unique_items(#items, at, report);))
        }
        Check::MinProperties(limit) => Some(count("min_properties", on.members()?.count(), *limit)),
        Check::MaxProperties(limit) => Some(count("max_properties", on.members()?.count(), *limit)),
        Check::PropertyNames(checks) => Some(on.members()?.names(checks)),
        Check::Required(names) => {
            let members = on.members()?;
            Some(names.iter().map(|name| members.required(name)).collect())
        }
        Check::DependentRequired { keyword, because, names } => {
            let members = on.members()?;
            Some(names.iter().map(|name| members.dependent(keyword, because, name)).collect())
        }
        Check::Enum(_) | Check::Const(_) | Check::Never | Check::Rule(_) => None,
    }
}

fn of_format(format: Format, on: &On<'_>) -> Option<TokenStream> {
    let name = format.name();
    let function = format_ident!("{}", name.replace('-', "_"));
    match format {
        Format::Int32 | Format::Int64 | Format::Uint32 | Format::Uint64 => {
            let number = on.number()?;
            Some(quote!(rt::check::#function(#number, at, report);))
        }
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
            let text = on.text()?;
            Some(quote!(rt::check::format(#text, #name, rt::formats::#function, at, report);))
        }
    }
}

/// Whether a check is about the value as a whole, whatever its kind: it can tell `null` from others.
pub(super) fn is_whole(check: &Check) -> bool {
    whole_call(check, &Json(TokenStream::new())).is_some()
}

/// The checks on the value as a whole.
pub(super) fn whole(checks: &[Check], value: &Json) -> TokenStream {
    let calls = checks.iter().filter_map(|check| whole_call(check, value));
    quote!(#(#calls)*)
}

fn whole_call(check: &Check, value: &Json) -> Option<TokenStream> {
    let listed = |values: &[Value], keyword: &str| {
        let (Json(value), values) = (value, values.iter().map(literal::literal));
        Some(quote!(rt::check::one_of_values(#value, &[#(#values),*], #keyword, at, report);))
    };
    match check {
        Check::Never => Some(quote!(rt::check::never(at, report);)),
        Check::Enum(values) => listed(values, "enum"),
        Check::Const(value) => listed(std::slice::from_ref(value), "const"),
        Check::Rule(rule) => Some(by_value(*rule, value)),
        Check::MinLength(_)
        | Check::MaxLength(_)
        | Check::Pattern(_)
        | Check::Format(_)
        | Check::Minimum(_)
        | Check::Maximum(_)
        | Check::ExclusiveMinimum(_)
        | Check::ExclusiveMaximum(_)
        | Check::MultipleOf(_)
        | Check::MinItems(_)
        | Check::MaxItems(_)
        | Check::UniqueItems
        | Check::MinProperties(_)
        | Check::MaxProperties(_)
        | Check::PropertyNames(_)
        | Check::Required(_)
        | Check::DependentRequired { .. } => None,
    }
}

/// A rule over a value.
pub(super) fn by_value(rule: RuleId, Json(value): &Json) -> TokenStream {
    let rule = names::rule(rule);
    quote!(#rule(#value, &rt::Scope::NONE, &at.secret_names(rules::SECRETS), report);)
}

/// An expression for a `&Value`.
pub(super) struct Json(TokenStream);

impl Json {
    /// What a typed value is in JSON.
    pub fn written(place: &Place) -> Json {
        let value = place.borrowed();
        Json(quote!(&rt::value_of(#value)))
    }

    /// What a value of this shape is in JSON: any JSON is that already.
    pub fn of(shape: &Shape, place: &Place) -> Json {
        match shape {
            Shape::Value => Json(place.borrowed()),
            Shape::Secret(held) => {
                let path = place.path();
                Json::of(held, &Place::reference(quote!(#path.expose())))
            }
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Float
            | Shape::Number
            | Shape::String
            | Shape::External(_)
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Nullable(_)
            | Shape::Item { .. } => Json::written(place),
        }
    }
}

impl<'a> On<'a> {
    fn text(&self) -> Option<TokenStream> {
        match self {
            On::Text(text) => Some(text.clone()),
            On::Number(_) | On::Items(_) | On::Members(_) => None,
        }
    }

    fn number(&self) -> Option<TokenStream> {
        match self {
            On::Number(number) => Some(number.clone()),
            On::Text(_) | On::Items(_) | On::Members(_) => None,
        }
    }

    fn items(&self) -> Option<&Place> {
        match self {
            On::Items(items) => Some(items),
            On::Text(_) | On::Number(_) | On::Members(_) => None,
        }
    }

    fn members(&self) -> Option<&Members<'a>> {
        match self {
            On::Members(members) => Some(members),
            On::Text(_) | On::Number(_) | On::Items(_) => None,
        }
    }
}
