//! How C# spells types.

use super::{BOOLEAN, DAY, INT64, INTEGER, MOMENT, NUMBER, OBJECT, STRING, URI, UUID};
use crate::read::page::type_expr::vocabulary::{Head, Meaning, Vocabulary};

/// The words and containers.
pub(crate) const CSHARP: Vocabulary = Vocabulary {
    name: "C#",
    words: &[
        ("string", STRING),
        ("String", STRING),
        ("char", STRING),
        ("int", INTEGER),
        ("short", INTEGER),
        ("long", INT64),
        ("uint", INTEGER),
        ("ulong", INTEGER),
        ("float", NUMBER),
        ("double", NUMBER),
        ("decimal", NUMBER),
        ("bool", BOOLEAN),
        ("DateTime", MOMENT),
        ("DateTimeOffset", MOMENT),
        ("DateOnly", DAY),
        ("DateOnlyConverter", DAY),
        ("LocalDate", DAY),
        ("TimeSpan", STRING),
        ("Guid", UUID),
        ("Uri", URI),
        ("Stream", STRING),
        ("FileParameter", STRING),
        ("object", OBJECT),
        ("Object", OBJECT),
        ("Dictionary", OBJECT),
        ("JsonElement", Meaning::Any),
    ],
    heads: &[
        ("List", Head::List),
        ("IList", Head::List),
        ("Collection", Head::List),
        ("ICollection", Head::List),
        ("IEnumerable", Head::List),
        ("HashSet", Head::Set),
        ("Dictionary", Head::Map),
        ("IDictionary", Head::Map),
        ("Nullable", Head::Optional),
        ("Option", Head::Optional),
    ],
};
