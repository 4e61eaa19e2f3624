//! How Swift spells types.

use super::{BOOLEAN, INT64, INTEGER, MOMENT, NUMBER, STRING};
use crate::read::page::type_expr::vocabulary::{Meaning, Vocabulary};

/// The words and containers.
pub(crate) const SWIFT: Vocabulary = Vocabulary {
    name: "Swift",
    words: &[
        ("String", STRING),
        ("Int", INTEGER),
        ("Int64", INT64),
        ("Float", NUMBER),
        ("Double", NUMBER),
        ("Bool", BOOLEAN),
        ("Date", MOMENT),
        ("Data", STRING),
        ("AnyCodable", Meaning::Any),
        ("JSONValue", Meaning::Any),
    ],
    heads: &[],
};
