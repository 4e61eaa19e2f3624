//! How Scala spells types.

use super::{ARRAY, INTEGER, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Vocabulary};

/// The words and containers.
pub(crate) const SCALA: Vocabulary = Vocabulary {
    name: "Scala",
    words: &[("String", STRING), ("Int", INTEGER), ("Seq", ARRAY)],
    heads: &[("Seq", Head::List), ("Option", Head::Optional)],
};
