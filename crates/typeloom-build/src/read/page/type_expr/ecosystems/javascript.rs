//! How JavaScript spells types.

use super::{ARRAY, BOOLEAN, MOMENT, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Vocabulary};

/// The words and containers.
pub(crate) const JAVASCRIPT: Vocabulary = Vocabulary {
    name: "JavaScript",
    words: &[
        ("String", STRING),
        ("Number", NUMBER),
        ("Boolean", BOOLEAN),
        ("Date", MOMENT),
        ("File", STRING),
        ("Blob", STRING),
        ("Object", OBJECT),
        ("Array", ARRAY),
    ],
    heads: &[("Array", Head::List)],
};
