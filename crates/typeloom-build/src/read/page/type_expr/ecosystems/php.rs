//! How PHP spells types.

use super::{ARRAY, BOOLEAN, DAY, INTEGER, MOMENT, NULL, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const PHP: Vocabulary = Vocabulary {
    name: "PHP",
    words: &[
        ("string", STRING),
        ("int", INTEGER),
        ("float", NUMBER),
        ("bool", BOOLEAN),
        ("DateTime", MOMENT),
        ("DateTimeInterface", MOMENT),
        ("LocalDate", DAY),
        ("SplFileObject", STRING),
        ("array", ARRAY),
        ("object", OBJECT),
        ("mixed", Meaning::Any),
        ("null", NULL),
    ],
    heads: &[("array", Head::List), ("list", Head::List)],
};
