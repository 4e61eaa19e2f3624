//! Rules that need no other schema and look at no member: kinds, listed values, numbers, texts.

use super::super::formats::{self, Meaning};
use super::{Fit, counted, holds, no};
use crate::model::Width;
use crate::spec::Keyword;
use typeloom::number::multiple_of;
use typeloom::{Kind, Number, Value};

/// Whether the rule holds for the value; rules for other kinds of values do.
pub(super) fn keyword(keyword: &Keyword, value: &Value, at: &str) -> Fit {
    let number = value.as_number();
    let text = value.as_str();
    let length = || text.map_or(0, |text| text.chars().count() as u64);
    match keyword {
        Keyword::Never => no(at, "is not allowed here"),
        Keyword::Type(kinds) => holds(kinds.values().has(Kind::of(value)), at, || {
            let kinds: Vec<String> = kinds.iter().map(|kind| format!("`{}`", kind.name())).collect();
            format!("must be {}", kinds.join(" or "))
        }),
        Keyword::Enum(values) => holds(values.iter().any(|listed| listed.value == *value), at, || {
            "is not one of the listed values".to_owned()
        }),
        Keyword::Const(only) => holds(only == value, at, || "is not one of the listed values".to_owned()),
        Keyword::Minimum(limit) => bound(number, |number| number >= limit, at, "must be at least", limit),
        Keyword::Maximum(limit) => bound(number, |number| number <= limit, at, "must be at most", limit),
        Keyword::ExclusiveMinimum(limit) => bound(number, |number| number > limit, at, "must be greater than", limit),
        Keyword::ExclusiveMaximum(limit) => bound(number, |number| number < limit, at, "must be less than", limit),
        Keyword::MultipleOf(of) => {
            bound(number, |number| multiple_of(number.as_str(), of.as_str()), at, "must be a multiple of", of)
        }
        Keyword::MinLength(limit) => {
            holds(text.is_none() || length() >= *limit, at, || counted("at least", *limit, "character", length()))
        }
        Keyword::MaxLength(limit) => {
            holds(text.is_none() || length() <= *limit, at, || counted("at most", *limit, "character", length()))
        }
        Keyword::Format(name) => format(name, value, at),
        // They assert nothing, are about objects, arrays and other schemas, or cost more.
        Keyword::Pattern(_)
        | Keyword::Discriminator(_)
        | Keyword::ContentEncoding(_)
        | Keyword::ContentMediaType(_)
        | Keyword::ContentSchema(_)
        | Keyword::Ref(_)
        | Keyword::DynamicRef(_)
        | Keyword::AllOf(_)
        | Keyword::AnyOf(_)
        | Keyword::OneOf(_)
        | Keyword::Not(_)
        | Keyword::If { condition: _, then: _, otherwise: _ }
        | Keyword::PrefixItems(_)
        | Keyword::Items(_)
        | Keyword::Contains { schema: _, min: _, max: _, evaluates: _ }
        | Keyword::MinItems(_)
        | Keyword::MaxItems(_)
        | Keyword::UniqueItems
        | Keyword::UnevaluatedItems(_)
        | Keyword::Properties(_)
        | Keyword::PatternProperties(_)
        | Keyword::AdditionalProperties(_)
        | Keyword::PropertyNames(_)
        | Keyword::Required(_)
        | Keyword::MinProperties(_)
        | Keyword::MaxProperties(_)
        | Keyword::DependentRequired { keyword: _, names: _ }
        | Keyword::DependentSchemas(_)
        | Keyword::UnevaluatedProperties(_) => Fit::Yes,
    }
}

fn bound(number: Option<&Number>, fits: impl Fn(&Number) -> bool, at: &str, words: &str, limit: &Number) -> Fit {
    holds(number.is_none_or(fits), at, || format!("{words} {limit}"))
}

fn format(name: &str, value: &Value, at: &str) -> Fit {
    match (formats::meaning(name), value) {
        (Meaning::Text(format), Value::String(text)) => {
            let fits = typeloom::formats::by_name(format.name()).is_none_or(|test| test(text));
            holds(fits, at, || format!("is not of the format `{name}`"))
        }
        (Meaning::Width(width), Value::Number(number)) => {
            let fits = !number.is_integer()
                || number.as_i128().is_some_and(|number| match width {
                    Width::I32 => i32::try_from(number).is_ok(),
                    Width::I64 => i64::try_from(number).is_ok(),
                    Width::U32 => u32::try_from(number).is_ok(),
                    Width::U64 => u64::try_from(number).is_ok(),
                });
            holds(fits, at, || format!("is not of the format `{name}`"))
        }
        (Meaning::Text(_) | Meaning::Width(_) | Meaning::Documented | Meaning::Unknown, _) => Fit::Yes,
    }
}
