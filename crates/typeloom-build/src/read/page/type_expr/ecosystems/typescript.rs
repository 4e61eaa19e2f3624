//! How TypeScript spells types.

use super::{ARRAY, BOOLEAN, DAY, DECIMAL, INTEGER, MOMENT, NULL, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const TYPESCRIPT: Vocabulary = Vocabulary {
    name: "TypeScript",
    words: &[
        ("string", STRING),
        ("String", STRING),
        ("number", NUMBER),
        ("bigint", INTEGER),
        ("Decimal", DECIMAL),
        ("boolean", BOOLEAN),
        ("Date", MOMENT),
        ("RFCDate", DAY),
        ("Blob", STRING),
        ("File", STRING),
        ("Buffer", STRING),
        ("Uint8Array", STRING),
        ("ArrayBuffer", STRING),
        ("ReadableStream", STRING),
        ("any", Meaning::Any),
        ("unknown", Meaning::Any),
        ("object", OBJECT),
        ("Object", OBJECT),
        ("Array", ARRAY),
        ("Record", OBJECT),
        ("null", NULL),
        ("Unrecognized", STRING),
    ],
    heads: &[
        ("Array", Head::List),
        ("ReadonlyArray", Head::List),
        ("Set", Head::Set),
        ("Record", Head::Map),
        ("Map", Head::Map),
        ("Partial", Head::Itself),
        ("Readonly", Head::Itself),
        ("Unrecognized", Head::Itself),
        ("ReadableStream", Head::Itself),
    ],
};
