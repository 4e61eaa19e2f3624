//! How Julia spells types.

use super::{BOOLEAN, DAY, INT64, INTEGER, MOMENT, NUMBER, STRING, UUID};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const JULIA: Vocabulary = Vocabulary {
    name: "Julia",
    words: &[
        ("String", STRING),
        ("Int", INTEGER),
        ("Int64", INT64),
        ("Int32", INTEGER),
        ("Float32", NUMBER),
        ("Float64", NUMBER),
        ("Bool", BOOLEAN),
        ("ZonedDateTime", MOMENT),
        ("Date", DAY),
        ("UUID", UUID),
        ("Any", Meaning::Any),
    ],
    heads: &[("Vector", Head::List), ("Dict", Head::Map)],
};
