//! How Eiffel spells types.

use super::{BOOLEAN, DAY, INT64, INTEGER, MOMENT, NUMBER, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const EIFFEL: Vocabulary = Vocabulary {
    name: "Eiffel",
    words: &[
        ("STRING_8", STRING),
        ("STRING_32", STRING),
        ("INTEGER_32", INTEGER),
        ("INTEGER_64", INT64),
        ("NATURAL_32", INTEGER),
        ("NATURAL_64", INTEGER),
        ("REAL_32", NUMBER),
        ("REAL_64", NUMBER),
        ("BOOLEAN", BOOLEAN),
        ("DATE", DAY),
        ("DATE_TIME", MOMENT),
        ("FILE", STRING),
        ("UUID", STRING),
        ("ANY", Meaning::Any),
    ],
    heads: &[("LIST", Head::List), ("ARRAYED_LIST", Head::List), ("STRING_TABLE", Head::Map)],
};
