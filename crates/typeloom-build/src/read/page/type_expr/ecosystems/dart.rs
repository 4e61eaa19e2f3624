//! How Dart spells types.

use super::{ARRAY, BOOLEAN, DAY, INTEGER, MOMENT, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const DART: Vocabulary = Vocabulary {
    name: "Dart",
    words: &[
        ("String", STRING),
        ("int", INTEGER),
        ("num", NUMBER),
        ("double", NUMBER),
        ("bool", BOOLEAN),
        ("DateTime", MOMENT),
        ("Date", DAY),
        ("MultipartFile", STRING),
        ("Uint8List", STRING),
        ("JsonObject", Meaning::Any),
        ("BuiltMap", OBJECT),
        ("BuiltList", ARRAY),
    ],
    heads: &[
        ("BuiltList", Head::List),
        ("BuiltSet", Head::Set),
        ("BuiltMap", Head::Map),
        ("List", Head::List),
        ("Map", Head::Map),
    ],
};
