//! The Rust type of numbers.

use super::draft::Draft;
use super::formats::{self, Meaning};
use crate::model::{Shape, Width};
use crate::options::Numbers;
use crate::spec::{Keyword, SchemaId};
use typeloom::Number;

/// The type of an integer: 64 bits with sign, unless the document asks for something else.
pub(super) fn integer(draft: &Draft<'_>, schema: SchemaId) -> Shape {
    match draft.options.numbers {
        Numbers::Exact => Shape::BigInteger,
        Numbers::Native => Shape::Integer(width(draft, schema)),
    }
}

/// The type of a number that may have a fraction. An `f64` rounds what has more digits than it holds, which those who
/// take documents to the letter do not want: a verdict might be about another number than the one that was sent.
pub(super) fn number(draft: &Draft<'_>) -> Shape {
    match draft.options.numbers {
        Numbers::Native if !draft.options.exact => Shape::Float,
        Numbers::Native | Numbers::Exact => Shape::Number,
    }
}

/// Whether a number of any kind has a format that only integers have.
pub(super) fn is_integer(draft: &Draft<'_>, schema: SchemaId) -> bool {
    draft.asserting(schema).any(
        |(_, keyword)| matches!(keyword, Keyword::Format(name) if matches!(formats::meaning(name), Meaning::Width(_))),
    )
}

/// What a format asks for; else 64 bits without sign where the limits leave no other integers than those, and some that
/// need them.
fn width(draft: &Draft<'_>, schema: SchemaId) -> Width {
    let (mut negative, mut large) = (true, None);
    for (_, keyword) in draft.asserting(schema) {
        match keyword {
            Keyword::Format(name) => {
                if let Meaning::Width(asked) = formats::meaning(name) {
                    return asked;
                }
            }
            Keyword::Minimum(limit) => negative &= *limit < Number::from(0),
            Keyword::ExclusiveMinimum(limit) => negative &= *limit < Number::from(-1),
            Keyword::Maximum(limit) | Keyword::ExclusiveMaximum(limit) => {
                large = Some(large.unwrap_or(true) && *limit > Number::from(i64::MAX));
            }
            Keyword::Never
            | Keyword::Type(_)
            | Keyword::Enum(_)
            | Keyword::Const(_)
            | Keyword::Ref(_)
            | Keyword::DynamicRef(_)
            | Keyword::AllOf(_)
            | Keyword::AnyOf(_)
            | Keyword::OneOf(_)
            | Keyword::Not(_)
            | Keyword::If { .. }
            | Keyword::Discriminator(_)
            | Keyword::MultipleOf(_)
            | Keyword::MinLength(_)
            | Keyword::MaxLength(_)
            | Keyword::Pattern(_)
            | Keyword::ContentEncoding(_)
            | Keyword::ContentMediaType(_)
            | Keyword::ContentSchema(_)
            | Keyword::PrefixItems(_)
            | Keyword::Items(_)
            | Keyword::Contains { .. }
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
            | Keyword::DependentRequired { .. }
            | Keyword::DependentSchemas(_)
            | Keyword::UnevaluatedProperties(_) => {}
        }
    }
    if large == Some(true) && !negative { Width::U64 } else { Width::I64 }
}
