//! Which rules are checked on the typed value, and which need the JSON value as a whole.
//!
//! In comes a schema, the kind of values that are meant and what their shape guarantees already; out come the checks
//! on the typed value, or nothing where some rule cannot be decided by one of them.

use super::draft::Draft;
use super::form::Others;
use super::formats::{self, Meaning};
use crate::model::{Check, Format, Width};
use crate::options::Numbers;
use crate::source::{At, Span};
use crate::spec::{Keyword, SchemaId};
use std::collections::BTreeSet;
use typeloom::{Kind, KindSet};

/// What the shape guarantees or hands on.
pub(super) enum Carried<'f> {
    /// The kind of the value, and the items of a list.
    Plain,
    /// The listed strings.
    Listed(Others),
    /// The members of a map or a struct: the names of the fields.
    Members(&'f BTreeSet<&'f str>),
    /// The branches of a union, and whether each value has at most one.
    Branches {
        /// Exactly the allowed values fit into the right branch.
        exact: bool,
    },
    /// Nothing: the shape is any JSON.
    Nothing,
}

/// What one keyword comes to.
enum Verdict {
    /// The shape guarantees it, or it does not concern this kind of values.
    Holds,
    /// Checks on the typed value decide it.
    Typed(Vec<Check>),
    /// It takes the JSON value.
    ByValue,
}

/// The checks on a value of `kind` that decide whether `schema` allows it. [`None`] if they cannot.
pub(super) fn typed(draft: &mut Draft<'_>, schema: SchemaId, kind: Kind, carried: &Carried<'_>) -> Option<Vec<Check>> {
    if draft.is_dynamic(schema)
        || matches!(carried, Carried::Listed(Others::Judged) | Carried::Branches { exact: false })
    {
        return None;
    }
    let spec = draft.spec;
    let asserting: Vec<(usize, &Keyword)> = draft.asserting(schema).collect();
    let mut checks = Vec::new();
    let listed = listed_kinds(&asserting);
    for (index, keyword) in asserting {
        if let (Keyword::Type(kinds), Some(listed)) = (keyword, listed)
            && kinds.values().covers(listed)
        {
            continue; // said by the listed values
        }
        let span = spec.schema(schema).keywords[index].span;
        match verdict(draft, keyword, span, kind, carried) {
            Verdict::Holds => {}
            Verdict::Typed(found) => checks.extend(found),
            Verdict::ByValue => return None,
        }
    }
    Some(checks)
}

/// The kinds of the values that are listed, if they are.
fn listed_kinds(asserting: &[(usize, &Keyword)]) -> Option<KindSet> {
    asserting.iter().find_map(|(_, keyword)| match keyword {
        Keyword::Enum(values) => Some(values.iter().map(|value| Kind::of(&value.value)).collect()),
        Keyword::Const(value) => Some(Kind::of(value).into()),
        _ => None, // lists no values
    })
}

fn verdict(draft: &mut Draft<'_>, keyword: &Keyword, span: Span, kind: Kind, carried: &Carried<'_>) -> Verdict {
    match carried {
        Carried::Nothing => of_value(draft, keyword, span),
        Carried::Listed(_) => holds_if(matches!(
            keyword,
            Keyword::Enum(_) | Keyword::Const(_) | Keyword::AnyOf(_) | Keyword::OneOf(_) | Keyword::Type(_)
        )),
        Carried::Branches { .. } => {
            holds_if(matches!(keyword, Keyword::AnyOf(_) | Keyword::OneOf(_) | Keyword::Type(_)))
        }
        Carried::Plain => of_kind(draft, keyword, span, kind, &BTreeSet::new()),
        Carried::Members(fields) => of_kind(draft, keyword, span, kind, fields),
    }
}

fn holds_if(holds: bool) -> Verdict {
    if holds { Verdict::Holds } else { Verdict::ByValue }
}

fn one(check: Check) -> Verdict {
    Verdict::Typed(vec![check])
}

/// On any JSON, a check is about the values of one kind and lets the others pass, just as the keyword does. What has
/// subschemas needs the rule.
fn of_value(draft: &mut Draft<'_>, keyword: &Keyword, span: Span) -> Verdict {
    let kind = match keyword {
        Keyword::Never | Keyword::Enum(_) | Keyword::Const(_) => {
            return listing(keyword).map_or(Verdict::ByValue, one);
        }
        Keyword::Type(_)
        | Keyword::Ref(_)
        | Keyword::DynamicRef(_)
        | Keyword::AllOf(_)
        | Keyword::AnyOf(_)
        | Keyword::OneOf(_)
        | Keyword::Not(_)
        | Keyword::If { .. }
        | Keyword::PrefixItems(_)
        | Keyword::Items(_)
        | Keyword::Contains { .. }
        | Keyword::UnevaluatedItems(_)
        | Keyword::Properties(_)
        | Keyword::PatternProperties(_)
        | Keyword::AdditionalProperties(_)
        | Keyword::DependentSchemas(_)
        | Keyword::UnevaluatedProperties(_) => return Verdict::ByValue,
        Keyword::Discriminator(_)
        | Keyword::ContentEncoding(_)
        | Keyword::ContentMediaType(_)
        | Keyword::ContentSchema(_) => return Verdict::Holds,
        Keyword::Format(name) => match formats::meaning(name) {
            Meaning::Width(_) => Kind::Fraction,
            Meaning::Text(_) | Meaning::Documented | Meaning::Unknown => Kind::String,
        },
        Keyword::Minimum(_)
        | Keyword::Maximum(_)
        | Keyword::ExclusiveMinimum(_)
        | Keyword::ExclusiveMaximum(_)
        | Keyword::MultipleOf(_) => Kind::Fraction,
        Keyword::MinLength(_) | Keyword::MaxLength(_) | Keyword::Pattern(_) => Kind::String,
        Keyword::MinItems(_) | Keyword::MaxItems(_) | Keyword::UniqueItems => Kind::Array,
        Keyword::PropertyNames(_)
        | Keyword::Required(_)
        | Keyword::MinProperties(_)
        | Keyword::MaxProperties(_)
        | Keyword::DependentRequired { .. } => Kind::Object,
    };
    of_kind(draft, keyword, span, kind, &BTreeSet::new())
}

fn listing(keyword: &Keyword) -> Option<Check> {
    match keyword {
        Keyword::Never => Some(Check::Never),
        Keyword::Enum(values) => Some(Check::Enum(values.iter().map(|value| value.value.clone()).collect())),
        Keyword::Const(value) => Some(Check::Const(value.clone())),
        _ => None, // the other keywords list nothing
    }
}

/// A rule beside a shape for values of one kind.
fn of_kind(draft: &mut Draft<'_>, keyword: &Keyword, span: Span, kind: Kind, fields: &BTreeSet<&str>) -> Verdict {
    let on = |concerned: bool, check: Check| if concerned { one(check) } else { Verdict::Holds };
    let by_value = |concerned: bool| if concerned { Verdict::ByValue } else { Verdict::Holds };
    let number = matches!(kind, Kind::Integer | Kind::Fraction);
    let (text, array, object) = (kind == Kind::String, kind == Kind::Array, kind == Kind::Object);
    match keyword {
        Keyword::Never | Keyword::Enum(_) | Keyword::Const(_) => listing(keyword).map_or(Verdict::ByValue, one),
        // The shape has the type; fields, items and other members have slots of their own.
        Keyword::Type(_)
        | Keyword::Properties(_)
        | Keyword::Items(_)
        | Keyword::AdditionalProperties(_)
        | Keyword::Discriminator(_)
        | Keyword::ContentEncoding(_)
        | Keyword::ContentMediaType(_)
        | Keyword::ContentSchema(_) => Verdict::Holds,
        Keyword::Ref(_)
        | Keyword::DynamicRef(_)
        | Keyword::AllOf(_)
        | Keyword::AnyOf(_)
        | Keyword::OneOf(_)
        | Keyword::Not(_)
        | Keyword::If { .. } => Verdict::ByValue,
        Keyword::Minimum(limit) => on(number, Check::Minimum(limit.clone())),
        Keyword::Maximum(limit) => on(number, Check::Maximum(limit.clone())),
        Keyword::ExclusiveMinimum(limit) => on(number, Check::ExclusiveMinimum(limit.clone())),
        Keyword::ExclusiveMaximum(limit) => on(number, Check::ExclusiveMaximum(limit.clone())),
        Keyword::MultipleOf(divisor) => on(number, Check::MultipleOf(divisor.clone())),
        Keyword::MinLength(limit) => on(text, Check::MinLength(*limit)),
        Keyword::MaxLength(limit) => on(text, Check::MaxLength(*limit)),
        Keyword::Pattern(source) if text => match draft.rules.pattern(source, span) {
            Some(pattern) => one(Check::Pattern(pattern)),
            None => Verdict::Holds, // reported by the rules
        },
        Keyword::Pattern(_) => Verdict::Holds,
        Keyword::Format(name) => of_format(draft, name, kind),
        Keyword::PrefixItems(_) | Keyword::Contains { .. } | Keyword::UnevaluatedItems(_) => by_value(array),
        Keyword::MinItems(limit) => on(array, Check::MinItems(*limit)),
        Keyword::MaxItems(limit) => on(array, Check::MaxItems(*limit)),
        Keyword::UniqueItems => on(array, Check::UniqueItems),
        Keyword::PatternProperties(_) | Keyword::DependentSchemas(_) | Keyword::UnevaluatedProperties(_) => {
            by_value(object)
        }
        Keyword::PropertyNames(schema) if object => of_names(draft, *schema, fields),
        Keyword::PropertyNames(_) => Verdict::Holds,
        Keyword::Required(names) if object => without_field(names, fields),
        Keyword::Required(_) => Verdict::Holds,
        Keyword::MinProperties(limit) => on(object, Check::MinProperties(*limit)),
        Keyword::MaxProperties(limit) => on(object, Check::MaxProperties(*limit)),
        Keyword::DependentRequired { keyword, names } if object => {
            let strings = |names: &[At<String>]| names.iter().map(|name| name.value.clone()).collect();
            let check = |(name, others): &(At<String>, Vec<_>)| {
                let (because, names) = (name.value.clone(), strings(others));
                Check::DependentRequired { keyword, because, names }
            };
            Verdict::Typed(names.iter().map(check).collect())
        }
        Keyword::DependentRequired { .. } => Verdict::Holds,
    }
}

fn of_format(draft: &Draft<'_>, name: &str, kind: Kind) -> Verdict {
    match (formats::meaning(name), kind) {
        (Meaning::Text(format), Kind::String) => one(Check::Format(format)),
        // The width of the Rust type is the check.
        (Meaning::Width(_), Kind::Integer) if draft.options.numbers == Numbers::Native => Verdict::Holds,
        (Meaning::Width(width), Kind::Integer | Kind::Fraction) => match width {
            Width::I32 => one(Check::Format(Format::Int32)),
            Width::I64 => one(Check::Format(Format::Int64)),
            Width::U32 => one(Check::Format(Format::Uint32)),
            Width::U64 => one(Check::Format(Format::Uint64)),
        },
        (Meaning::Text(_) | Meaning::Width(_) | Meaning::Documented | Meaning::Unknown, _) => Verdict::Holds,
    }
}

/// Names that are required and have no field, which would be required then.
fn without_field(names: &[At<String>], fields: &BTreeSet<&str>) -> Verdict {
    let names: BTreeSet<&str> = names.iter().map(|name| name.value.as_str()).collect();
    let missing: Vec<String> = names.difference(fields).map(|&name| name.to_owned()).collect();
    if missing.is_empty() { Verdict::Holds } else { one(Check::Required(missing)) }
}

/// `propertyNames`: checks run on the names of members without a field, so the fields must be in order already.
fn of_names(draft: &mut Draft<'_>, schema: SchemaId, fields: &BTreeSet<&str>) -> Verdict {
    if !draft.kinds.kinds(schema).covers(KindSet::STRING) {
        return Verdict::ByValue;
    }
    match typed(draft, schema, Kind::String, &Carried::Plain) {
        Some(checks) if checks.iter().all(|check| is_text(check) && fields.iter().all(|name| fits(name, check))) => {
            one(Check::PropertyNames(checks))
        }
        Some(_) | None => Verdict::ByValue,
    }
}

/// Whether a check is one on strings alone.
fn is_text(check: &Check) -> bool {
    matches!(check, Check::MinLength(_) | Check::MaxLength(_) | Check::Pattern(_) | Check::Format(_))
}

/// Whether it is certain that a name passes a check.
fn fits(name: &str, check: &Check) -> bool {
    let length = name.chars().count() as u64;
    match check {
        Check::MinLength(limit) => length >= *limit,
        Check::MaxLength(limit) => length <= *limit,
        Check::Pattern(_)
        | Check::Format(_)
        | Check::Minimum(_)
        | Check::Maximum(_)
        | Check::ExclusiveMinimum(_)
        | Check::ExclusiveMaximum(_)
        | Check::MultipleOf(_)
        | Check::Enum(_)
        | Check::Const(_)
        | Check::MinItems(_)
        | Check::MaxItems(_)
        | Check::UniqueItems
        | Check::MinProperties(_)
        | Check::MaxProperties(_)
        | Check::PropertyNames(_)
        | Check::Required(_)
        | Check::DependentRequired { .. }
        | Check::Never
        | Check::Rule(_) => false,
    }
}
