//! How Rust spells types.

use super::{BOOLEAN, DAY, INT64, INTEGER, MOMENT, NUMBER, STRING, UUID};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const RUST: Vocabulary = Vocabulary {
    name: "Rust",
    words: &[
        ("String", STRING),
        ("str", STRING),
        ("char", STRING),
        ("bool", BOOLEAN),
        ("i8", INTEGER),
        ("i16", INTEGER),
        ("i32", INTEGER),
        ("i64", INT64),
        ("u8", INTEGER),
        ("u16", INTEGER),
        ("u32", INTEGER),
        ("u64", INTEGER),
        ("usize", INTEGER),
        ("f32", NUMBER),
        ("f64", NUMBER),
        ("PathBuf", STRING),
        ("path::PathBuf", STRING),
        ("Uuid", UUID),
        ("uuid::Uuid", UUID),
        ("chrono::DateTime", MOMENT),
        ("chrono::NaiveDate", DAY),
        ("serde_json::Value", Meaning::Any),
        ("Value", Meaning::Any),
    ],
    heads: &[
        ("Option", Head::Optional),
        ("Vec", Head::List),
        ("HashSet", Head::Set),
        ("BTreeSet", Head::Set),
        ("HashMap", Head::Map),
        ("BTreeMap", Head::Map),
        ("collections::HashMap", Head::Map),
        ("collections::BTreeMap", Head::Map),
        ("Box", Head::Itself),
        ("Rc", Head::Itself),
        ("Arc", Head::Itself),
        ("chrono::DateTime", Head::Itself),
    ],
};
