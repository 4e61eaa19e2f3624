//! How Julia spells types.

use super::{BOOLEAN, INT64, INTEGER, MOMENT, NUMBER, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const JULIA: Vocabulary = Vocabulary {
    name: "Julia",
    words: &[
        ("String", STRING),
        ("Int", INTEGER),
        ("Int64", INT64),
        ("Float64", NUMBER),
        ("Bool", BOOLEAN),
        ("ZonedDateTime", MOMENT),
        ("Any", Meaning::Any),
    ],
    heads: &[("Vector", Head::List), ("Dict", Head::Map)],
};
