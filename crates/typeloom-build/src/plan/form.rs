//! What kind of Rust type a schema becomes, told from the schema alone.
//!
//! In comes a schema and the kinds of values that are meant, out comes the form; nothing is built. The form may hold
//! more than the schema allows, never less.

use super::draft::Draft;
use super::links::{self, Member};
use super::unions::{self, Branches};
use crate::source::Span;
use crate::spec::{EnumValue, Keyword, SchemaId};
use std::collections::BTreeSet;
use typeloom::{KindSet, Value};

/// What kind of Rust type a schema becomes.
pub(super) enum Form<'a> {
    /// Nothing can stand here.
    Never,
    /// A type of another crate.
    External(&'a str),
    /// Any JSON.
    Value,
    Bool,
    Integer,
    Float,
    String,
    List,
    Map,
    Struct,
    /// A string with known values.
    Enum(Known<'a>),
    /// One of several kinds of values, all described by the schema itself.
    Kinds(Vec<KindSet>),
    /// One of several schemas.
    Branches(Branches<'a>),
}

/// The known values of a string.
pub(super) struct Known<'a> {
    pub values: Vec<KnownValue<'a>>,
    /// `enum` or `const`.
    pub keyword: &'static str,
    /// How sure it is that nothing else is allowed.
    pub others: Others,
}

/// A known value of a string.
#[derive(Clone)]
pub(super) struct KnownValue<'a> {
    /// The string in the JSON.
    pub value: &'a str,
    /// What the vendor calls it, where that is something else.
    pub name: Option<&'a str>,
    /// What the vendor says about it.
    pub description: Option<&'a str>,
    /// Where it was written.
    pub span: Option<Span>,
}

/// What a document says of strings beside the known ones.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    /// They are not allowed.
    Refused,
    /// They are allowed, all of them.
    Allowed,
    /// Only a rule can tell.
    Judged,
}

impl Form<'_> {
    /// Whether it is an item of its own.
    pub(super) fn is_item(&self) -> bool {
        match self {
            Form::Struct | Form::Enum(_) | Form::Kinds(_) | Form::Branches(_) => true,
            Form::Never
            | Form::External(_)
            | Form::Value
            | Form::Bool
            | Form::Integer
            | Form::Float
            | Form::String
            | Form::List
            | Form::Map => false,
        }
    }
}

/// The form of `target`, for values of `kinds` (without `null`).
pub(super) fn form<'a>(draft: &Draft<'a>, target: SchemaId, kinds: KindSet) -> Form<'a> {
    if kinds.is_empty() {
        return Form::Never;
    }
    if let Some(path) = &draft.spec.schema(target).notes.rust_type {
        return Form::External(&path.value);
    }
    let members = links::members(draft, target);
    if let Some(listed) = listed(draft, &members) {
        return of_list(draft, listed, kinds, target);
    }
    if let Some(form) = unions::branches(draft, target, kinds) {
        return form;
    }
    match single(kinds) {
        Some(Form::Map) if has_fields(draft, &members) || is_closed(draft, target) => Form::Struct,
        Some(form) => form,
        None if kinds == KindSet::VALUES => Form::Value,
        None => Form::Kinds(split(kinds)),
    }
}

/// The form of one kind of values.
fn single<'a>(kinds: KindSet) -> Option<Form<'a>> {
    let forms = [
        (KindSet::BOOLEAN, Form::Bool),
        (KindSet::INTEGER, Form::Integer),
        (KindSet::FRACTION, Form::Float),
        (KindSet::NUMBER, Form::Float),
        (KindSet::STRING, Form::String),
        (KindSet::ARRAY, Form::List),
        (KindSet::OBJECT, Form::Map),
    ];
    forms.into_iter().find(|(of, _)| *of == kinds).map(|(_, form)| form)
}

/// The kinds one by one, integers and fractions together.
fn split(kinds: KindSet) -> Vec<KindSet> {
    [KindSet::BOOLEAN, KindSet::NUMBER, KindSet::STRING, KindSet::ARRAY, KindSet::OBJECT]
        .into_iter()
        .map(|part| part & kinds)
        .filter(|part| !part.is_empty())
        .collect()
}

/// A list of all allowed values.
struct Listed<'a> {
    schema: SchemaId,
    values: Vec<&'a Value>,
    described: &'a [EnumValue],
    keyword: &'static str,
}

/// The first `enum` or `const` among the schemas that apply.
fn listed<'a>(draft: &Draft<'a>, members: &[Member]) -> Option<Listed<'a>> {
    members.iter().find_map(|member| {
        let schema = member.schema;
        draft.spec.schema(schema).keywords.iter().find_map(|keyword| match &keyword.value {
            Keyword::Enum(values) => {
                let described = values.as_slice();
                let values = values.iter().map(|value| &value.value).collect();
                Some(Listed { schema, values, described, keyword: "enum" })
            }
            Keyword::Const(value) => Some(Listed { schema, values: vec![value], described: &[], keyword: "const" }),
            _ => None, // the other keywords list no values
        })
    })
}

/// `target` is the schema that the list is asked for.
fn of_list<'a>(draft: &Draft<'a>, listed: Listed<'a>, kinds: KindSet, target: SchemaId) -> Form<'a> {
    match single(kinds) {
        Some(Form::String) => {
            let Listed { schema, values, described, keyword } = listed;
            let mut known: Vec<KnownValue<'a>> = Vec::new();
            let mut seen = BTreeSet::new();
            for (index, value) in values.into_iter().enumerate() {
                let Value::String(value) = value else { continue };
                if !seen.insert(value) {
                    continue;
                }
                let said = described.get(index);
                known.push(KnownValue {
                    value,
                    name: said.and_then(|said| said.name.as_deref()),
                    description: said.and_then(|said| said.description.as_deref()),
                    span: said.map(|said| said.span),
                });
            }
            // A second list beside it takes values away from this one.
            let lists = draft.asserting(target).filter(|(_, keyword)| lists_or_branches(keyword)).count();
            let others = if schema == target && lists == 1 { Others::Refused } else { Others::Judged };
            Form::Enum(Known { values: known, keyword, others })
        }
        Some(form @ (Form::Bool | Form::Integer | Form::Float)) => form,
        _ => Form::Value, // arrays and objects as listed, or values of several kinds
    }
}

/// Whether a keyword lists values, or may do so by its branches.
fn lists_or_branches(keyword: &Keyword) -> bool {
    matches!(keyword, Keyword::Enum(_) | Keyword::Const(_) | Keyword::AnyOf(_) | Keyword::OneOf(_))
}

/// The strings that a schema lists itself, or by what it includes.
pub(super) fn listed_strings<'a>(draft: &Draft<'a>, target: SchemaId) -> Option<Known<'a>> {
    match of_list(draft, listed(draft, &links::members(draft, target))?, KindSet::STRING, target) {
        Form::Enum(known) => Some(known),
        _ => None, // not reached: a list of strings has that form
    }
}

/// Whether any of the schemas that apply describes members by name.
fn has_fields(draft: &Draft<'_>, members: &[Member]) -> bool {
    members.iter().any(|member| !draft.spec.schema(member.schema).fields().is_empty())
}

/// Whether a schema allows no members at all: `additionalProperties: false` without properties.
fn is_closed(draft: &Draft<'_>, target: SchemaId) -> bool {
    let keywords = &draft.spec.schema(target).keywords;
    let patterns = keywords.iter().any(|keyword| matches!(keyword.value, Keyword::PatternProperties(_)));
    !patterns
        && keywords.iter().any(|keyword| match keyword.value {
            Keyword::AdditionalProperties(schema) => draft.is_never(schema),
            _ => false, // another keyword
        })
}

/// The strings that a schema lists, where it allows nothing but strings and lists them all.
pub(super) fn strings<'a>(draft: &Draft<'a>, schema: SchemaId) -> Option<Vec<&'a str>> {
    if draft.kinds.kinds(schema).without(KindSet::NULL) != KindSet::STRING || draft.kinds.null(schema) != Some(false) {
        return None;
    }
    let start = links::follow(draft, schema).target;
    match form(draft, start, KindSet::STRING) {
        Form::Enum(Known { values, keyword: _, others: Others::Refused | Others::Judged }) => {
            Some(values.into_iter().map(|value| value.value).collect())
        }
        _ => None, // any other form of a string lists nothing, or not all
    }
}
