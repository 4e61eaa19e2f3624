//! How Perl spells types.

use super::{BOOLEAN, DAY, INTEGER, MOMENT, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Vocabulary};

/// The words and containers.
pub(crate) const PERL: Vocabulary = Vocabulary {
    name: "Perl",
    words: &[
        ("string", STRING),
        ("int", INTEGER),
        ("double", NUMBER),
        ("boolean", BOOLEAN),
        ("DATE", DAY),
        ("DATE_TIME", MOMENT),
        ("DateTime", MOMENT),
        ("object", OBJECT),
    ],
    heads: &[("ARRAY", Head::List), ("HASH", Head::Map)],
};
