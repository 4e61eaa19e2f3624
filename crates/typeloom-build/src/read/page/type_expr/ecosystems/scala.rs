//! How Scala spells types.

use super::{ARRAY, BOOLEAN, DAY, INT64, INTEGER, MOMENT, NUMBER, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Vocabulary};

/// The words and containers.
pub(crate) const SCALA: Vocabulary = Vocabulary {
    name: "Scala",
    words: &[
        ("String", STRING),
        ("Int", INTEGER),
        ("Long", INT64),
        ("Float", NUMBER),
        ("Double", NUMBER),
        ("BigDecimal", NUMBER),
        ("Boolean", BOOLEAN),
        ("LocalDate", DAY),
        ("OffsetDateTime", MOMENT),
        ("DateTime", MOMENT),
        ("Seq", ARRAY),
    ],
    heads: &[
        ("Seq", Head::List),
        ("List", Head::List),
        ("Set", Head::Set),
        ("Map", Head::Map),
        ("Option", Head::Optional),
    ],
};
