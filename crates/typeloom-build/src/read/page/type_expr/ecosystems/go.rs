//! How Go spells types.

use super::{BOOLEAN, DAY, INT64, INTEGER, MOMENT, NUMBER, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const GO: Vocabulary = Vocabulary {
    name: "Go",
    words: &[
        ("string", STRING),
        ("bool", BOOLEAN),
        ("int", INTEGER),
        ("int8", INTEGER),
        ("int16", INTEGER),
        ("int32", INTEGER),
        ("int64", INT64),
        ("uint", INTEGER),
        ("uint8", INTEGER),
        ("uint16", INTEGER),
        ("uint32", INTEGER),
        ("uint64", INTEGER),
        ("float32", NUMBER),
        ("float64", NUMBER),
        ("time.Time", MOMENT),
        ("types.Date", DAY),
        ("os.File", STRING),
        ("io.Reader", STRING),
        ("io.ReadCloser", STRING),
        ("big.Int", INTEGER),
        ("decimal.Big", NUMBER),
        ("interface{}", Meaning::Any),
        ("any", Meaning::Any),
        ("json.RawMessage", Meaning::Any),
        ("http.Response", Meaning::Any),
        ("NullableString", STRING),
        ("NullableBool", BOOLEAN),
        ("NullableInt32", INTEGER),
        ("NullableInt64", INT64),
        ("NullableFloat32", NUMBER),
        ("NullableFloat64", NUMBER),
        ("NullableTime", MOMENT),
    ],
    heads: &[("map", Head::Map), ("optionalnullable.OptionalNullable", Head::Nullable)],
};
