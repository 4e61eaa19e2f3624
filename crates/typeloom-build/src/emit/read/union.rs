//! Reading one of several shapes: by the kind of the value ahead, by the string in one of its members, or by trial.

use crate::emit::names;
use crate::model::{Branch, Choice, JsonKind, Union};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The body of `Read::read`.
pub(super) fn union(of: &Union) -> TokenStream {
    let Union { branches, choice, keyword } = of;
    match choice {
        Choice::Kind(kinds) => by_kind(branches, kinds),
        Choice::Tag { member, values } => by_tag(branches, member, values),
        Choice::Trial => by_trial(branches, keyword),
    }
}

fn by_kind(branches: &[Branch], kinds: &[Vec<JsonKind>]) -> TokenStream {
    let arms = branches.iter().zip(kinds).filter(|(_, kinds)| !kinds.is_empty()).map(|(branch, kinds)| {
        let (name, kinds) = (variant(branch), kinds.iter().map(|kind| kind_path(*kind)));
        quote!(#(#kinds)|* => rt::Read::read(reader).map(Self::#name))
    });
    let missing = ALL.iter().any(|kind| !kinds.iter().flatten().any(|listed| listed == kind));
    let otherwise = missing.then(|| {
        let expected = words(kinds);
        quote!(_ => rt::Err(reader.unexpected(#expected)))
    });
    quote!(match reader.peek_kind()? { #(#arms,)* #otherwise })
}

fn by_tag(branches: &[Branch], member: &str, values: &[(String, usize)]) -> TokenStream {
    let arms = branches.iter().enumerate().filter_map(|(index, branch)| {
        let name = variant(branch);
        let own: Vec<&String> = values.iter().filter(|(_, of)| *of == index).map(|(value, _)| value).collect();
        (!own.is_empty()).then(|| quote!(rt::Some(#(#own)|*) => rt::Read::read(reader).map(Self::#name)))
    });
    let known = values.iter().map(|(value, _)| value);
    quote! {
        let tag = reader.peek_member(#member)?;
        match tag.as_deref() {
            #(#arms,)*
            found => rt::Err(reader.unknown_tag(#member, &[#(#known),*], found)),
        }
    }
}

/// First the branches that the value belongs to, then those that can hold it although it is not valid there.
fn by_trial(branches: &[Branch], keyword: &str) -> TokenStream {
    let valid = branches.iter().filter_map(|branch| {
        let (name, text) = (variant(branch), &branch.name);
        let rule = names::rule(branch.rule?);
        Some(quote!(reader.attempt_valid(value, #rule, #text, Self::#name, &mut trials, &mut read)))
    });
    let readable = branches.iter().map(|branch| {
        let (name, text) = (variant(branch), &branch.name);
        quote!(reader.attempt(value, #text, Self::#name, &mut trials, &mut read))
    });
    let attempts = valid.chain(readable);
    // One place for all that the branches may be: a type that contains itself has it on the stack many times over.
    quote! {
        let value = &*reader.buffer()?;
        let mut trials = rt::Trials::default();
        let mut read = rt::None;
        let _ = #(#attempts)||*;
        if let rt::Some(read) = read {
            return rt::Ok(read);
        }
        rt::Err(reader.no_branch(#keyword, trials))
    }
}

fn variant(branch: &Branch) -> Ident {
    names::ident(&branch.name)
}

const ALL: [JsonKind; 7] = [
    JsonKind::Null,
    JsonKind::Boolean,
    JsonKind::Integer,
    JsonKind::Fraction,
    JsonKind::String,
    JsonKind::Array,
    JsonKind::Object,
];

fn kind_path(kind: JsonKind) -> TokenStream {
    match kind {
        JsonKind::Null => quote!(rt::JsonKind::Null),
        JsonKind::Boolean => quote!(rt::JsonKind::Boolean),
        JsonKind::Integer => quote!(rt::JsonKind::Integer),
        JsonKind::Fraction => quote!(rt::JsonKind::Fraction),
        JsonKind::String => quote!(rt::JsonKind::String),
        JsonKind::Array => quote!(rt::JsonKind::Array),
        JsonKind::Object => quote!(rt::JsonKind::Object),
    }
}

/// What is expected, for messages: `a string or an array`.
fn words(kinds: &[Vec<JsonKind>]) -> String {
    let listed = |kind: JsonKind| kinds.iter().flatten().any(|of| *of == kind);
    let words: Vec<&str> = ALL
        .iter()
        .filter(|kind| listed(**kind))
        .filter_map(|kind| match kind {
            JsonKind::Null => Some("null"),
            JsonKind::Boolean => Some("a boolean"),
            JsonKind::Integer if listed(JsonKind::Fraction) => Some("a number"),
            JsonKind::Integer => Some("an integer"),
            JsonKind::Fraction if listed(JsonKind::Integer) => None,
            JsonKind::Fraction => Some("a number with a fraction"),
            JsonKind::String => Some("a string"),
            JsonKind::Array => Some("an array"),
            JsonKind::Object => Some("an object"),
        })
        .collect();
    match &words[..] {
        [] => "nothing".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
