//! How Protocol Buffers spells types.

use super::{ARRAY, BOOLEAN, INTEGER, MOMENT, NUMBER, OBJECT, STRING};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};
use crate::spec::Kind;

/// The words and containers.
pub(crate) const PROTOBUF: Vocabulary = Vocabulary {
    name: "Protocol Buffers",
    // 64-bit integers are strings in the JSON of Protocol Buffers; the pages do not say whether it is that JSON.
    words: &[
        ("string", STRING),
        ("bool", BOOLEAN),
        ("int32", INTEGER),
        ("uint32", INTEGER),
        ("sint32", INTEGER),
        ("fixed32", INTEGER),
        ("sfixed32", INTEGER),
        ("sint64", Meaning::Kinds(&[Kind::Integer, Kind::String])),
        ("fixed64", Meaning::Kinds(&[Kind::Integer, Kind::String])),
        ("sfixed64", Meaning::Kinds(&[Kind::Integer, Kind::String])),
        ("float", NUMBER),
        ("double", NUMBER),
        ("bytes", STRING),
        ("google.protobuf.Timestamp", MOMENT),
        ("google.protobuf.Duration", STRING),
        ("google.protobuf.FieldMask", STRING),
        ("google.protobuf.Struct", OBJECT),
        ("google.protobuf.Value", Meaning::Any),
        ("google.protobuf.ListValue", ARRAY),
        ("google.protobuf.Any", OBJECT),
        ("google.protobuf.Empty", OBJECT),
        ("google.protobuf.StringValue", STRING),
        ("google.protobuf.BoolValue", BOOLEAN),
        ("google.protobuf.Int32Value", INTEGER),
        ("google.protobuf.DoubleValue", NUMBER),
    ],
    heads: &[("map", Head::Map)],
};
