//! How R spells types.

use super::{INTEGER, NUMBER, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};
use crate::spec::Kind;

/// The words and containers.
pub(crate) const R: Vocabulary = Vocabulary {
    name: "R",
    // R's pages say `character` for booleans as well.
    words: &[
        ("character", Meaning::Kinds(&[Kind::String, Kind::Boolean])),
        ("integer", INTEGER),
        ("numeric", NUMBER),
        ("data.frame", STRING),
    ],
    heads: &[("array", Head::List), ("list", Head::List), ("map", Head::Map), ("set", Head::Set)],
};
