//! How Ruby spells types.

use super::{ARRAY, BOOLEAN, DAY, INTEGER, MOMENT, NULL, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Vocabulary};

/// The words and containers.
pub(crate) const RUBY: Vocabulary = Vocabulary {
    name: "Ruby",
    words: &[
        ("String", STRING),
        ("Symbol", STRING),
        ("Integer", INTEGER),
        ("Float", NUMBER),
        ("BigDecimal", NUMBER),
        ("Boolean", BOOLEAN),
        ("BOOLEAN", BOOLEAN),
        ("TrueClass", BOOLEAN),
        ("Time", MOMENT),
        ("DateTime", MOMENT),
        ("Date", DAY),
        ("File", STRING),
        ("Object", OBJECT),
        ("Hash", OBJECT),
        ("Array", ARRAY),
        ("nil", NULL),
    ],
    heads: &[("Array", Head::List), ("Hash", Head::Map), ("Nilable", Head::Optional), ("Union", Head::Union)],
};
