//! How Kotlin spells types.

use super::{BOOLEAN, INT64, INTEGER, NUMBER, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const KOTLIN: Vocabulary = Vocabulary {
    name: "Kotlin",
    words: &[
        ("String", STRING),
        ("Int", INTEGER),
        ("Long", INT64),
        ("Float", NUMBER),
        ("Double", NUMBER),
        ("Boolean", BOOLEAN),
        ("Any", Meaning::Any),
        ("ByteArray", STRING),
        // What an enumeration of a field has for a name; its values are in a section of their own.
        ("inline", Meaning::Any),
    ],
    heads: &[
        ("Array", Head::List),
        ("List", Head::List),
        ("collections.List", Head::List),
        ("collections.Set", Head::Set),
        ("collections.Map", Head::Map),
        ("Map", Head::Map),
    ],
};
