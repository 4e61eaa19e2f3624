//! How C spells types.

use super::{INT64, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};
use crate::spec::Kind;

/// The words and containers.
pub(crate) const C: Vocabulary = Vocabulary {
    name: "C",
    words: &[
        ("char", STRING),
        // Truth values are integers in C.
        ("int", Meaning::Kinds(&[Kind::Integer, Kind::Boolean])),
        ("short", Meaning::Kind(Kind::Integer)),
        ("long", INT64),
        ("float", NUMBER),
        ("double", NUMBER),
        // Of the kits' own types, those that hold pairs are printed without a space before the asterisk.
        ("list_t*", OBJECT),
        ("binary_t*", STRING),
        ("binary_t", STRING),
        ("object_t", OBJECT),
        ("any_type_t", Meaning::Any),
    ],
    heads: &[("list_t", Head::List)],
};
