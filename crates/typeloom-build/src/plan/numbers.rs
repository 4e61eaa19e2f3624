//! The Rust type of numbers.

use super::draft::Draft;
use super::formats::{self, Meaning};
use crate::model::{Shape, Width};
use crate::options::{Formats, Numbers};
use crate::spec::{Keyword, SchemaId};

/// The type of an integer: 64 bits with sign, unless the document asks for something else.
pub(super) fn integer(draft: &Draft<'_>, schema: SchemaId) -> Shape {
    match draft.options.numbers {
        Numbers::Exact => Shape::BigInteger,
        Numbers::Native => Shape::Integer(width(draft, schema)),
    }
}

/// The type of a number that may have a fraction.
pub(super) fn number(draft: &Draft<'_>) -> Shape {
    match draft.options.numbers {
        Numbers::Exact => Shape::Number,
        Numbers::Native => Shape::Float,
    }
}

fn width(draft: &Draft<'_>, schema: SchemaId) -> Width {
    let mut width = Width::I64;
    let mut negative = true;
    for (_, keyword) in draft.asserting(schema) {
        match keyword {
            Keyword::Format(name) if draft.options.formats == Formats::Assert => {
                if let Meaning::Width(asked) = formats::meaning(name) {
                    return asked;
                }
            }
            // A limit that only an unsigned integer can reach.
            Keyword::Maximum(limit) | Keyword::ExclusiveMaximum(limit) => {
                let limit = limit.as_str();
                if limit.parse::<i64>().is_err() && limit.parse::<u64>().is_ok() {
                    width = Width::U64;
                }
            }
            Keyword::Minimum(limit) => negative = limit.as_str().starts_with('-'),
            _ => {} // the other keywords do not limit the range
        }
    }
    if width == Width::U64 && negative { Width::I64 } else { width }
}
