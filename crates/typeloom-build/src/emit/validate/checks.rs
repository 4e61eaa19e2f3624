//! Checks to calls into the runtime. A check is about one kind of value: text, numbers, items or members, or about
//! the value as a whole; on values of other kinds it holds.

use crate::emit::validate::members::Members;
use crate::emit::validate::place::Place;
use crate::emit::validate::slot;
use crate::emit::{literal, names, patterns};
use crate::model::{Check, Format, ItemKind, Module, RuleId, Shape};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use typeloom::{Number, Value};

/// Checks by what they are about.
#[derive(Default)]
pub(super) struct Group<'a> {
    text: Vec<&'a Check>,
    number: Vec<&'a Check>,
    items: Vec<&'a Check>,
    members: Vec<&'a Check>,
}

impl<'a> Group<'a> {
    /// Those that are about one kind of value.
    pub fn of(checks: &'a [Check]) -> Group<'a> {
        let mut group = Group::default();
        for check in checks {
            match check {
                Check::MinLength(_) | Check::MaxLength(_) | Check::Pattern(_) => group.text.push(check),
                Check::Format(Format::Int32 | Format::Int64) => group.number.push(check),
                Check::Format(_) => group.text.push(check),
                Check::Minimum(_)
                | Check::Maximum(_)
                | Check::ExclusiveMinimum(_)
                | Check::ExclusiveMaximum(_)
                | Check::MultipleOf(_) => group.number.push(check),
                Check::MinItems(_) | Check::MaxItems(_) | Check::UniqueItems => group.items.push(check),
                Check::MinProperties(_)
                | Check::MaxProperties(_)
                | Check::PropertyNames(_)
                | Check::Required(_)
                | Check::DependentRequired(..) => group.members.push(check),
                Check::Enum(_) | Check::Const(_) | Check::Never | Check::Rule(_) => {}
            }
        }
        group
    }

    fn is_empty(&self) -> bool {
        let Group { text, number, items, members } = self;
        text.is_empty() && number.is_empty() && items.is_empty() && members.is_empty()
    }
}

/// Whether a check is about the value as a whole, whatever its kind: it can tell `null` from others.
pub(super) fn is_whole(check: &Check) -> bool {
    match check {
        Check::Enum(_) | Check::Const(_) | Check::Never | Check::Rule(_) => true,
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
        | Check::DependentRequired(..) => false,
    }
}

/// The checks on the value as a whole, whatever its shape.
pub(super) fn whole(checks: &[Check], place: &Place) -> TokenStream {
    let value = place.borrowed();
    let listed = |values: &[Value], keyword: &str| {
        let values = values.iter().map(literal::literal);
        quote!(rt::check::one_of_typed(#value, &[#(#values),*], #keyword, at, report);)
    };
    let calls = checks.iter().map(|check| match check {
        Check::Never => quote!(rt::check::never(at, report);),
        Check::Enum(values) => listed(values, "enum"),
        Check::Const(value) => listed(std::slice::from_ref(value), "const"),
        Check::Rule(rule) => by_value(*rule, &value),
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
        | Check::DependentRequired(..) => TokenStream::new(),
    });
    quote!(#(#calls)*)
}

/// A rule over the value that `reference` refers to.
pub(super) fn by_value(rule: RuleId, reference: &TokenStream) -> TokenStream {
    let rule = names::rule(rule);
    quote!(#rule(&rt::value_of(#reference), &rt::Scope::NONE, at, report);)
}

/// The checks about one kind of value, on a typed one.
pub(super) fn typed(module: &Module, shape: &Shape, group: &Group<'_>, place: &Place) -> TokenStream {
    if group.is_empty() {
        return TokenStream::new();
    }
    let value = place.borrowed();
    let path = place.path();
    match shape {
        Shape::Null | Shape::Bool => TokenStream::new(),
        Shape::Integer(_) | Shape::BigInteger | Shape::Float | Shape::Number => number(group, &value),
        Shape::String => text(group, &value),
        Shape::Secret => text(group, &quote!(#path.expose())),
        Shape::Value => by_kind(group, &value),
        Shape::List(_) => items(group, place),
        Shape::Map(_) => members(group, &Members::of_map(place)),
        Shape::Nullable(inner) => {
            slot::some(&typed(module, &inner.shape, group, &Place::reference(quote!(value))), place)
        }
        Shape::Item { id, boxed: _ } => match &module.item(*id).kind {
            ItemKind::Enum(_) => text(group, &quote!(#path.as_str())),
            ItemKind::Alias(slot) => typed(module, &slot.shape, group, place),
            ItemKind::Newtype(slot) => typed(module, &slot.shape, group, &place.inner()),
            ItemKind::Struct(_) | ItemKind::Union(_) => {
                let body = by_kind(group, &quote!(value));
                quote!({ let value = &rt::value_of(#value); #body })
            }
        },
    }
}

/// The checks on a value of which only running code knows what kind it is.
fn by_kind(group: &Group<'_>, value: &TokenStream) -> TokenStream {
    let on = Place::reference(quote!(value));
    let arms = [
        (quote!(String), text(group, &quote!(value))),
        (quote!(Number), number(group, &quote!(value))),
        (quote!(Array), items(group, &on)),
        (quote!(Object), members(group, &Members::of_map(&on))),
    ];
    let arms = arms.iter().filter(|(_, body)| !body.is_empty());
    let arms = arms.map(|(kind, body)| quote!(if let rt::Value::#kind(value) = #value { #body }));
    quote!(#(#arms)*)
}

/// On an expression for a `&str`.
pub(super) fn text_checks<'a>(checks: impl IntoIterator<Item = &'a Check>, text: &TokenStream) -> TokenStream {
    let calls = checks.into_iter().map(|check| match check {
        Check::MinLength(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            quote!(rt::check::min_length(#text, #limit, at, report);)
        }
        Check::MaxLength(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            quote!(rt::check::max_length(#text, #limit, at, report);)
        }
        Check::Pattern(pattern) => {
            let pattern = patterns::path(*pattern);
            quote!(rt::check::pattern(#text, &#pattern, at, report);)
        }
        Check::Format(format) => {
            let name = format.name();
            let test = format_ident!("{}", name.replace('-', "_"));
            quote!(rt::check::format(#text, #name, rt::formats::#test, at, report);)
        }
        _ => TokenStream::new(), // about other kinds of values
    });
    quote!(#(#calls)*)
}

fn text(group: &Group<'_>, text: &TokenStream) -> TokenStream {
    text_checks(group.text.iter().copied(), text)
}

/// On an expression for a reference to a number of any type.
fn number(group: &Group<'_>, number: &TokenStream) -> TokenStream {
    let bound = |function: &str, limit: &Number| {
        let (function, limit) = (format_ident!("{function}"), literal::limit(limit));
        quote!(rt::check::#function(#number, #limit, at, report);)
    };
    let calls = group.number.iter().map(|check| match check {
        Check::Minimum(limit) => bound("minimum", limit),
        Check::Maximum(limit) => bound("maximum", limit),
        Check::ExclusiveMinimum(limit) => bound("exclusive_minimum", limit),
        Check::ExclusiveMaximum(limit) => bound("exclusive_maximum", limit),
        Check::MultipleOf(of) => bound("multiple_of", of),
        Check::Format(Format::Int32) => quote!(rt::check::int32(#number, at, report);),
        Check::Format(Format::Int64) => quote!(rt::check::int64(#number, at, report);),
        _ => TokenStream::new(), // about other kinds of values
    });
    quote!(#(#calls)*)
}

fn items(group: &Group<'_>, place: &Place) -> TokenStream {
    let (path, value) = (place.path(), place.borrowed());
    let calls = group.items.iter().map(|check| match check {
        Check::MinItems(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            quote!(rt::check::min_items(#path.len(), #limit, at, report);)
        }
        Check::MaxItems(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            quote!(rt::check::max_items(#path.len(), #limit, at, report);)
        }
        Check::UniqueItems => quote!(rt::check::unique_items(#value, at, report);),
        _ => TokenStream::new(), // about other kinds of values
    });
    quote!(#(#calls)*)
}

fn members(group: &Group<'_>, members: &Members) -> TokenStream {
    member_checks(group.members.iter().copied(), members)
}

/// On the members of an object.
pub(super) fn member_checks<'a>(checks: impl IntoIterator<Item = &'a Check>, members: &Members) -> TokenStream {
    let count = members.count();
    let calls = checks.into_iter().map(|check| match check {
        Check::MinProperties(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            quote!(rt::check::min_properties(#count, #limit, at, report);)
        }
        Check::MaxProperties(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            quote!(rt::check::max_properties(#count, #limit, at, report);)
        }
        Check::PropertyNames(checks) => members.names(checks),
        Check::Required(names) => {
            let calls = names.iter().map(|name| members.required(name));
            quote!(#(#calls)*)
        }
        Check::DependentRequired(name, others) => {
            let calls = others.iter().map(|other| members.dependent(name, other));
            quote!(#(#calls)*)
        }
        _ => TokenStream::new(), // about other kinds of values
    });
    quote!(#(#calls)*)
}
