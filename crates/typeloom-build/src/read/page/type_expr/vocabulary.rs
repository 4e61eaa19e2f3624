//! What the words of type expressions mean, one table for each ecosystem.
//!
//! A new spelling is a row. Where ecosystems disagree (`Date` is a day in Ruby and a moment in TypeScript), the one
//! whose words a page uses most decides. Knows nothing of names of models.

use crate::spec::Kind;

/// What a word means by itself.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Meaning {
    /// A value of this kind.
    Kind(Kind),
    /// A value of one of these kinds; the word does not say which.
    Kinds(&'static [Kind]),
    /// A value of this kind with a `format`.
    Format(Kind, &'static str),
    /// Any value.
    Any,
}

/// What a word means that has arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Head {
    /// A list of its argument.
    List,
    /// A list of its argument without repetitions.
    Set,
    /// An object whose members are its last argument.
    Map,
    /// Its argument, which may be absent.
    Optional,
    /// Its argument, or `null`.
    Nullable,
    /// Its argument.
    Itself,
    /// One of its arguments.
    Union,
    /// One of these values.
    Literal,
}

/// The words of one ecosystem.
pub(crate) struct Vocabulary {
    /// What diagnostics and remarks call it.
    pub name: &'static str,
    /// Words by themselves.
    pub words: &'static [(&'static str, Meaning)],
    /// Words with arguments.
    pub heads: &'static [(&'static str, Head)],
}

const STRING: Meaning = Meaning::Kind(Kind::String);
const INTEGER: Meaning = Meaning::Kind(Kind::Integer);
const NUMBER: Meaning = Meaning::Kind(Kind::Number);
const BOOLEAN: Meaning = Meaning::Kind(Kind::Boolean);
const OBJECT: Meaning = Meaning::Kind(Kind::Object);
const ARRAY: Meaning = Meaning::Kind(Kind::Array);
const NULL: Meaning = Meaning::Kind(Kind::Null);
const INT64: Meaning = Meaning::Format(Kind::Integer, "int64");
const MOMENT: Meaning = Meaning::Format(Kind::String, "date-time");
const DAY: Meaning = Meaning::Format(Kind::String, "date");
const UUID: Meaning = Meaning::Format(Kind::String, "uuid");
const URI: Meaning = Meaning::Format(Kind::String, "uri");
const EMAIL: Meaning = Meaning::Format(Kind::String, "email");

/// Every ecosystem.
pub(crate) const VOCABULARIES: &[Vocabulary] = &[
    Vocabulary {
        name: "Python",
        words: &[
            ("str", STRING),
            ("string", STRING),
            ("int", INTEGER),
            ("float", NUMBER),
            ("decimal", NUMBER),
            ("Decimal", NUMBER),
            ("decimal.Decimal", NUMBER),
            ("complex", NUMBER),
            ("bool", BOOLEAN),
            ("datetime", MOMENT),
            ("datetime.datetime", MOMENT),
            ("date", DAY),
            ("datetime.date", DAY),
            ("bytes", STRING),
            ("bytearray", STRING),
            ("file", STRING),
            ("file_type", STRING),
            ("io.BufferedReader", STRING),
            ("io.IOBase", STRING),
            ("BinaryIO", STRING),
            ("UUID", UUID),
            ("uuid.UUID", UUID),
            ("object", OBJECT),
            ("dict", OBJECT),
            ("Dict", OBJECT),
            ("list", ARRAY),
            ("List", ARRAY),
            ("tuple", ARRAY),
            ("any", Meaning::Any),
            ("Any", Meaning::Any),
            ("typing.Any", Meaning::Any),
            ("None", NULL),
            ("none_type", NULL),
            ("NoneType", NULL),
            ("httpx.Response", Meaning::Any),
            ("requests.Response", Meaning::Any),
        ],
        heads: &[
            ("list", Head::List),
            ("List", Head::List),
            ("Sequence", Head::List),
            ("Iterable", Head::List),
            ("tuple", Head::List),
            ("Tuple", Head::List),
            ("set", Head::Set),
            ("Set", Head::Set),
            ("FrozenSet", Head::Set),
            ("dict", Head::Map),
            ("Dict", Head::Map),
            ("Mapping", Head::Map),
            ("Optional", Head::Optional),
            ("OptionalNullable", Head::Nullable),
            ("Nullable", Head::Nullable),
            ("Union", Head::Union),
            ("Literal", Head::Literal),
            ("IO", Head::Itself),
            ("Annotated", Head::Itself),
        ],
    },
    Vocabulary {
        name: "TypeScript",
        words: &[
            ("string", STRING),
            ("String", STRING),
            ("number", NUMBER),
            ("bigint", INTEGER),
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
            ("undefined", NULL),
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
    },
    Vocabulary {
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
    },
    Vocabulary {
        name: "Java",
        words: &[
            ("String", STRING),
            ("CharSequence", STRING),
            ("Character", STRING),
            ("int", INTEGER),
            ("Integer", INTEGER),
            ("Short", INTEGER),
            ("short", INTEGER),
            ("long", INT64),
            ("Long", INT64),
            ("BigInteger", INTEGER),
            ("float", NUMBER),
            ("Float", NUMBER),
            ("double", NUMBER),
            ("Double", NUMBER),
            ("BigDecimal", NUMBER),
            ("Number", NUMBER),
            ("boolean", BOOLEAN),
            ("Boolean", BOOLEAN),
            ("OffsetDateTime", MOMENT),
            ("ZonedDateTime", MOMENT),
            ("Instant", MOMENT),
            ("LocalDateTime", STRING),
            ("Date", MOMENT),
            ("DateTime", MOMENT),
            ("LocalDate", DAY),
            ("LocalTime", STRING),
            ("UUID", UUID),
            ("URI", URI),
            ("URL", URI),
            ("File", STRING),
            ("InputStream", STRING),
            ("Blob", STRING),
            ("Object", OBJECT),
            ("Map", OBJECT),
            ("HashMap", OBJECT),
            ("List", ARRAY),
            ("Set", ARRAY),
            ("JsonNode", Meaning::Any),
            ("AnyType", Meaning::Any),
            ("Void", NULL),
        ],
        heads: &[
            ("List", Head::List),
            ("ArrayList", Head::List),
            ("Collection", Head::List),
            ("Set", Head::Set),
            ("LinkedHashSet", Head::Set),
            ("Map", Head::Map),
            ("HashMap", Head::Map),
            ("Optional", Head::Optional),
            ("JsonNullable", Head::Nullable),
        ],
    },
    Vocabulary {
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
    },
    Vocabulary {
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
    },
    Vocabulary {
        name: "PHP",
        words: &[
            ("string", STRING),
            ("int", INTEGER),
            ("float", NUMBER),
            ("bool", BOOLEAN),
            ("DateTime", MOMENT),
            ("DateTimeInterface", MOMENT),
            ("LocalDate", DAY),
            ("SplFileObject", STRING),
            ("array", ARRAY),
            ("object", OBJECT),
            ("mixed", Meaning::Any),
            ("null", NULL),
        ],
        heads: &[("array", Head::List), ("list", Head::List)],
    },
    Vocabulary {
        name: "Ruby",
        words: &[
            ("String", STRING),
            ("Symbol", STRING),
            ("Integer", INTEGER),
            ("Float", NUMBER),
            ("BigDecimal", NUMBER),
            ("Boolean", BOOLEAN),
            ("BOOLEAN", BOOLEAN),
            ("TrueClass", BOOLEAN),
            ("Time", MOMENT),
            ("DateTime", MOMENT),
            ("Date", DAY),
            ("File", STRING),
            ("Object", OBJECT),
            ("Hash", OBJECT),
            ("Array", ARRAY),
            ("nil", NULL),
        ],
        heads: &[("Array", Head::List), ("Hash", Head::Map), ("Nilable", Head::Optional), ("Union", Head::Union)],
    },
    Vocabulary {
        name: "Kotlin",
        words: &[
            ("String", STRING),
            ("Int", INTEGER),
            ("Long", INT64),
            ("Float", NUMBER),
            ("Double", NUMBER),
            ("Boolean", BOOLEAN),
            ("Any", Meaning::Any),
            ("ByteArray", STRING),
        ],
        heads: &[
            ("Array", Head::List),
            ("List", Head::List),
            ("collections.List", Head::List),
            ("collections.Set", Head::Set),
            ("collections.Map", Head::Map),
            ("Map", Head::Map),
        ],
    },
    Vocabulary {
        name: "Scala",
        words: &[("String", STRING), ("Int", INTEGER), ("Seq", ARRAY)],
        heads: &[("Seq", Head::List), ("Option", Head::Optional)],
    },
    Vocabulary {
        name: "Swift",
        words: &[
            ("String", STRING),
            ("Int", INTEGER),
            ("Int64", INT64),
            ("Float", NUMBER),
            ("Double", NUMBER),
            ("Bool", BOOLEAN),
            ("Date", MOMENT),
            ("Data", STRING),
            ("AnyCodable", Meaning::Any),
            ("JSONValue", Meaning::Any),
        ],
        heads: &[],
    },
    Vocabulary {
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
    },
    Vocabulary {
        name: "Julia",
        words: &[
            ("String", STRING),
            ("Int", INTEGER),
            ("Int64", INT64),
            ("Float64", NUMBER),
            ("Bool", BOOLEAN),
            ("ZonedDateTime", MOMENT),
            ("Any", Meaning::Any),
        ],
        heads: &[("Vector", Head::List), ("Dict", Head::Map)],
    },
    Vocabulary {
        name: "R",
        // R's pages say `character` for booleans as well.
        words: &[
            ("character", Meaning::Kinds(&[Kind::String, Kind::Boolean])),
            ("integer", INTEGER),
            ("numeric", NUMBER),
            ("data.frame", STRING),
        ],
        heads: &[("array", Head::List), ("list", Head::List), ("map", Head::Map), ("set", Head::Set)],
    },
    Vocabulary {
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
    },
    Vocabulary {
        name: "prose",
        words: &[
            ("string", STRING),
            ("strings", STRING),
            ("text", STRING),
            ("char", STRING),
            ("varchar", STRING),
            ("integer", INTEGER),
            ("integers", INTEGER),
            ("int", INTEGER),
            ("int32", INTEGER),
            ("int64", INT64),
            ("uint32", INTEGER),
            ("uint64", INTEGER),
            ("long", INT64),
            ("number", NUMBER),
            ("numbers", NUMBER),
            ("numeric", NUMBER),
            ("float", NUMBER),
            ("floats", NUMBER),
            ("double", NUMBER),
            ("decimal", NUMBER),
            ("boolean", BOOLEAN),
            ("booleans", BOOLEAN),
            ("bool", BOOLEAN),
            ("null", NULL),
            ("object", OBJECT),
            ("objects", OBJECT),
            ("dictionary", OBJECT),
            ("dict", OBJECT),
            ("hash", OBJECT),
            ("map", OBJECT),
            ("json", Meaning::Any),
            ("any", Meaning::Any),
            ("mixed", Meaning::Any),
            ("undefined", Meaning::Any),
            ("array", ARRAY),
            ("arrays", ARRAY),
            ("list", ARRAY),
            ("snowflake", STRING),
            ("snowflakes", STRING),
            // Hand-written pages call days and moments the same, and moments in seconds as well.
            ("date", STRING),
            ("datetime", MOMENT),
            ("date-time", MOMENT),
            ("timestamp", Meaning::Kinds(&[Kind::String, Kind::Integer, Kind::Number])),
            ("time", STRING),
            ("datetimeoffset", MOMENT),
            ("uuid", UUID),
            ("guid", UUID),
            ("uri", URI),
            ("url", URI),
            ("urls", URI),
            ("email", EMAIL),
            ("binary", STRING),
            ("file", STRING),
            ("bytes", STRING),
            ("byte", STRING),
            ("base64", STRING),
            ("enum", STRING),
        ],
        heads: &[
            ("array", Head::List),
            ("list", Head::List),
            ("map", Head::Map),
            ("dict", Head::Map),
            ("object", Head::Map),
            ("hash", Head::Map),
        ],
    },
];

/// Namespaces of the languages themselves: what follows is a word of their vocabulary.
const NAMESPACES: &[&str] = &[
    "kotlin.",
    "java.lang.",
    "java.util.",
    "java.time.",
    "java.math.",
    "java.net.",
    "scala.",
    "typing.",
    "std::",
    "Crystalline::",
    "System.IO.",
    "System.",
    "::",
    "\\",
];

/// Words that a link explains: the address it ends with, and what it means. Speakeasy's Python pages link days and
/// moments to the same place.
pub(crate) const LINKED: &[(&str, Meaning)] = &[("/datetime.html#date-objects", STRING)];

/// Bytes: a list of these is text in JSON.
const BYTES: &[&str] = &["byte", "Byte", "Vec<u8>", "kotlin.Byte"];

/// Whether a list of `word` is a string of bytes and no list: `byte[]`, `[]byte`.
pub(crate) fn is_byte(word: &str) -> bool {
    BYTES.contains(&word)
}

/// What `word` means, asking `first` before the others.
pub(crate) fn word(word: &str, first: &Vocabulary) -> Option<Meaning> {
    lookup(word, first, |vocabulary| vocabulary.words)
}

/// What `head` means in front of arguments, asking `first` before the others.
pub(crate) fn head(head: &str, first: &Vocabulary) -> Option<Head> {
    lookup(head, first, |vocabulary| vocabulary.heads)
}

fn lookup<T: Copy>(
    text: &str,
    first: &Vocabulary,
    rows: fn(&'static Vocabulary) -> &'static [(&'static str, T)],
) -> Option<T> {
    let own = VOCABULARIES.iter().filter(|vocabulary| vocabulary.name == first.name);
    let order: Vec<&'static Vocabulary> = own.chain(VOCABULARIES).collect();
    let find = |text: &str| {
        order.iter().find_map(|vocabulary| rows(vocabulary).iter().find(|(word, _)| *word == text)).map(|(_, row)| *row)
    };
    let bare = NAMESPACES.iter().find_map(|namespace| text.strip_prefix(namespace));
    // Hand-written pages capitalise as they like: `DateTime`, `STRING`.
    find(text).or_else(|| bare.and_then(find)).or_else(|| {
        let lower = text.to_lowercase();
        let same = lower == text || text.to_uppercase() == text;
        VOCABULARIES
            .iter()
            .filter(|vocabulary| vocabulary.name == "prose")
            .find_map(|vocabulary| rows(vocabulary).iter().find(|(word, _)| same && *word == lower))
            .map(|(_, row)| *row)
    })
}

/// The ecosystem whose words occur most among `words`; the first of those that are equal.
pub(crate) fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> &'static Vocabulary {
    let mut scores = vec![0_usize; VOCABULARIES.len()];
    for word in words {
        for (score, vocabulary) in scores.iter_mut().zip(VOCABULARIES) {
            let known = vocabulary.words.iter().any(|(known, _)| *known == word)
                || vocabulary.heads.iter().any(|(known, _)| *known == word);
            *score += usize::from(known);
        }
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    let index = scores.iter().position(|&score| score == best).unwrap_or(0);
    &VOCABULARIES[index]
}

/// Known words that differ from `word` by a letter or two, for help texts.
pub(crate) fn near(word: &str) -> Vec<&'static str> {
    let lower = word.to_lowercase();
    let mut found: Vec<(usize, &'static str)> = Vec::new();
    let heads = VOCABULARIES.iter().flat_map(|vocabulary| vocabulary.heads).map(|(known, _)| *known);
    let words = VOCABULARIES.iter().flat_map(|vocabulary| vocabulary.words).map(|(known, _)| *known);
    for known in words.chain(heads) {
        let distance = distance(&lower, &known.to_lowercase());
        if distance <= 2 && distance < known.len() && !found.iter().any(|(_, other)| *other == known) {
            found.push((distance, known));
        }
    }
    found.sort();
    found.into_iter().map(|(_, known)| known).take(4).collect()
}

/// The number of letters to insert, remove or replace.
fn distance(a: &str, b: &str) -> usize {
    if a.len() > 64 {
        return usize::MAX;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, letter) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::read::page::type_expr::vocabulary::{Meaning, VOCABULARIES, near, of_words, word};
    use crate::spec::Kind;

    #[test]
    fn the_pages_own_ecosystem_decides() {
        let ruby = of_words(["Time", "String", "Boolean", "Hash"].into_iter());
        assert_eq!(ruby.name, "Ruby");
        assert_eq!(word("Date", ruby), Some(Meaning::Format(Kind::String, "date")));
        let typescript = of_words(["number", "string"].into_iter());
        assert_eq!(word("Date", typescript), Some(Meaning::Format(Kind::String, "date-time")));
        assert_eq!(word("kotlin.String", ruby), Some(Meaning::Kind(Kind::String)));
        assert_eq!(word("STRING", ruby), Some(Meaning::Kind(Kind::String)));
        assert_eq!(word("Pet", ruby), None);
    }

    #[test]
    fn near_words_are_offered() {
        assert!(near("strin").contains(&"string"));
        assert!(near("zebra").is_empty());
    }

    #[test]
    fn no_word_stands_twice_in_one_ecosystem() {
        for vocabulary in VOCABULARIES {
            for (index, (word, _)) in vocabulary.words.iter().enumerate() {
                assert!(vocabulary.words[index + 1..].iter().all(|(other, _)| other != word), "{word}");
            }
        }
    }
}
