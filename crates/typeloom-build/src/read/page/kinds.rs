//! What the name and the description of a field say of its kind, where the type word of the page says too little.
//!
//! Some languages have one word for several kinds of JSON: TypeScript's `number` is an integer or not, R's kits print
//! `character` for text and for truth values, C's print `int` for those, Rust's
//! `serde_json::Value` is an object or anything, and generators print Python's and Java's `object` for what can be
//! anything as well. Names and prose go in, what they speak for comes out. A name speaks by its last word, and only for
//! what holds for that word with any vendor: the lists were made by counting in vendors' schemas, which say the kind.
//! Where nothing speaks, nothing is said.

use crate::convention;
use crate::read::page::type_expr::vocabulary::ANYTHING_IS_OBJECT;
use crate::spec::{Kind, Kinds};

/// What a row says of a field whose type word stands for several kinds.
pub(crate) struct Said<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its description.
    pub prose: String,
    /// The language of the page.
    pub ecosystem: &'a str,
    /// Its type, as the page spells it.
    pub word: &'a str,
    /// It must be present.
    pub required: bool,
    /// The type stands in `Option<..>` or the like.
    pub wrapped: bool,
}

/// What speaks for other kinds than those of the type word.
pub(crate) struct Verdict {
    /// The kinds; none where it can be anything.
    pub kinds: Kinds,
    /// What says so, for the documentation.
    pub why: String,
}

/// Words at the end of a name that say that a number identifies, counts or points to something.
const WHOLE: &[&str] = &["id", "count", "index", "line", "page", "port", "integer", "int", "int32", "int64"];

/// Two words at the end of a name that say the same together.
const WHOLE_TOGETHER: &[(&str, &str)] = &[
    ("status", "code"),
    ("error", "code"),
    ("exit", "code"),
    ("http", "code"),
    ("page", "size"),
    ("page", "number"),
    ("line", "number"),
    ("file", "size"),
];

/// Plurals that measure and do not count: there is half a second, but no half a retry.
const UNITS: &[&str] = &[
    "nanos",
    "millis",
    "nanoseconds",
    "microseconds",
    "milliseconds",
    "seconds",
    "secs",
    "minutes",
    "mins",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "meters",
    "metres",
    "kilometers",
    "feet",
    "inches",
    "miles",
    "pixels",
    "points",
    "degrees",
    "radians",
    "percents",
    "units",
    "credits",
    "dollars",
    "euros",
    "grams",
    "kilograms",
    "pounds",
    "coordinates",
    "liters",
    "litres",
    "calories",
    "watts",
    "volts",
    "fees",
    "costs",
    "totals",
    "taxes",
    "savings",
    "earnings",
    "sales",
    "funds",
    "means",
    "scores",
    "rates",
    "ratios",
    "values",
    "amounts",
];

/// Phrases of descriptions, in lower case, that say that a number is whole.
const WHOLE_PHRASES: &[&str] = &[
    "integer",
    "whole number",
    "int32",
    "int64",
    "number of",
    "count of",
    "the count",
    "total count",
    "how many",
    "status code",
    "per page",
    "unix timestamp",
];

/// What takes such a phrase back.
const FRACTION_PHRASES: &[&str] = &["fraction", "decimal", "float", "double", "non-integer", "average", "percentage"];

/// Words at the end of a name that hold one value: a text, a number, a moment.
const ONE_VALUE: &[&str] = &[
    "id",
    "uuid",
    "url",
    "uri",
    "slug",
    "at",
    "value",
    "default",
    "const",
    "example",
    "type",
    "kind",
    "state",
    "status",
    "code",
    "name",
    "title",
    "reason",
    "description",
    "message",
    "email",
    "phone",
    "password",
    "hash",
    "language",
    "position",
    "conclusion",
];

/// Singular words at the end of a name that hold objects.
const OBJECT: &[&str] = &["metadata", "config", "configuration", "object"];

/// Phrases of descriptions, in lower case, that say that a value is an object.
const OBJECT_PHRASES: &[&str] =
    &["json object", "an object", "free-form object", "freeform object", "key-value", "key/value", "dictionary"];

/// Kinds that descriptions speak of, in lower case, besides objects: `or a boolean value`.
const OTHER_KINDS: &[&str] = &["bool", "boolean", "string", "number", "integer", "array", "list", "scalar"];

/// Words that a description of a truth value begins with, in lower case.
const TRUTH_BEGINNINGS: &[&str] = &[
    "whether",
    "if true",
    "if set to true",
    "true if",
    "set to true",
    "indicates if",
    "indicates whether",
    "determines whether",
    "specifies whether",
    "specify whether",
];

/// Words that a name begins with that asks a question.
const TRUTH_QUESTIONS: &[&str] = &["is", "has", "can", "should", "enable", "disable", "allow"];

/// Words at the end of a name that hold text and are never answered by yes or no.
const TEXT: &[&str] = &[
    "id",
    "uuid",
    "url",
    "uri",
    "slug",
    "name",
    "title",
    "email",
    "description",
    "message",
    "path",
    "date",
    "at",
    "type",
    "kind",
    "status",
    "key",
    "token",
    "code",
    "text",
    "format",
    "prefix",
    "version",
    "language",
    "hostname",
    "filename",
    "timezone",
    "comment",
    "content",
    "country",
    "hash",
    "identifier",
    "image",
    "issuer",
    "label",
    "location",
    "pattern",
    "protocol",
    "provider",
    "reason",
    "ref",
    "region",
    "role",
    "secret",
    "source",
    "strategy",
    "summary",
];

/// Words at the end of a name that measure, which is never answered by yes or no.
const MEASURES: &[&str] = &[
    "bytes",
    "length",
    "minutes",
    "ms",
    "number",
    "offset",
    "percentage",
    "priority",
    "replicas",
    "retries",
    "score",
    "size",
    "timeout",
    "total",
    "width",
    "height",
];

/// Phrases of descriptions, in lower case, that say that a value can be of any kind.
const ANY_PHRASES: &[&str] = &["any json", "any valid json", "any value", "any type", "arbitrary value", "anything"];

/// What speaks for other kinds than `kinds`, those of the type word; none there means anything.
pub(crate) fn weigh(said: &Said<'_>, kinds: Kinds) -> Option<Verdict> {
    let (number, object) = (Kinds::NONE.with(Kind::Number), Kinds::NONE.with(Kind::Object));
    match said.ecosystem {
        "TypeScript" | "JavaScript" if kinds.without(Kind::Null) == number => {
            let kinds = kinds.without(Kind::Number).with(Kind::Integer);
            whole(said.name, &said.prose).map(|why| Verdict { kinds, why: format!("an integer, as {why}") })
        }
        "R" | "C" | "Objective-C" if kinds.has(Kind::Boolean) => truth(said, kinds),
        // What can be anything can be `null` too, and is printed as `Option<..>` even where it is required.
        "Rust" if kinds.is_empty() && said.required && !said.wrapped => {
            Some(Verdict { kinds: object, why: "an object, as what can be anything is printed in `Option`".to_owned() })
        }
        "Rust" if kinds.is_empty() && said.required => None,
        "Rust" if kinds.is_empty() => {
            let why = is_object(said.name, &said.prose)?;
            Some(Verdict { kinds: object, why: format!("an object, as {why}") })
        }
        ecosystem if ANYTHING_IS_OBJECT.contains(&ecosystem) && said.word.eq_ignore_ascii_case("object") => {
            let doubtful = kinds == object && (is_one_value(said.name) || is_several(&said.prose.to_lowercase()));
            doubtful.then(|| Verdict { kinds: Kinds::NONE, why: "printed for any value".to_owned() })
        }
        _ => None, // the other ecosystems have words enough
    }
}

/// Whether what may be a truth value is one, or is none, by its name and description.
fn truth(said: &Said<'_>, kinds: Kinds) -> Option<Verdict> {
    let prose = said.prose.trim_start().to_lowercase();
    let begins =
        |phrase: &&&str| prose.strip_prefix(**phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let boolean = Kinds::NONE.with(Kind::Boolean);
    if let Some(phrase) = TRUTH_BEGINNINGS.iter().find(begins) {
        return Some(Verdict {
            kinds: boolean,
            why: format!("a truth value, as its description begins with \"{phrase}\""),
        });
    }
    let words = convention::words(said.name);
    if let [first, _, ..] = words.as_slice()
        && TRUTH_QUESTIONS.contains(&first.as_str())
    {
        return Some(Verdict { kinds: boolean, why: format!("a truth value, as its name begins with `{first}`") });
    }
    if words.last().is_some_and(|last| last == "enabled") {
        return Some(Verdict { kinds: boolean, why: "a truth value, as its name ends with `enabled`".to_owned() });
    }
    let integer = Kinds::NONE.with(Kind::Integer);
    let last = |list: &[&str]| words.last().filter(|last| list.contains(&last.as_str()));
    let why = match kinds.has(Kind::Integer) {
        true => match whole(said.name, &said.prose) {
            Some(why) => return Some(Verdict { kinds: integer, why: format!("an integer, as {why}") }),
            None => last(MEASURES).map(|last| format!("its name ends with `{last}`"))?,
        },
        false => last(TEXT).map(|last| format!("its name ends with `{last}`"))?,
    };
    Some(Verdict { kinds: kinds.without(Kind::Boolean), why: format!("no truth value, as {why}") })
}

/// Whether a number is whole, by its name and description: what says so, for the documentation.
fn whole(name: &str, description: &str) -> Option<String> {
    let prose = description.to_lowercase();
    if FRACTION_PHRASES.iter().any(|phrase| has(&prose, phrase)) {
        return None;
    }
    if let Some(phrase) = WHOLE_PHRASES.iter().find(|phrase| has(&prose, phrase)) {
        return Some(format!("its description says \"{phrase}\""));
    }
    let words = convention::words(name);
    let (last, rest) = words.split_last()?;
    let together = rest.last().is_some_and(|before| WHOLE_TOGETHER.contains(&(before, last)));
    let counts = is_plural(last) && !UNITS.contains(&last.as_str());
    (together || counts || WHOLE.contains(&last.as_str())).then(|| format!("its name ends with `{last}`"))
}

/// Whether what may be anything is an object, by its name and description: what says so. Lists have type words of their
/// own, so a plural is not one.
fn is_object(name: &str, description: &str) -> Option<String> {
    let prose = description.to_lowercase();
    if is_several(&prose) {
        return None;
    }
    if let Some(phrase) = OBJECT_PHRASES.iter().find(|phrase| has(&prose, phrase)) {
        return Some(format!("its description says \"{phrase}\""));
    }
    let is = |kind: &&str| has(&prose, &format!("{} {kind}", article(kind))) || has(&prose, &format!("{kind} value"));
    if OTHER_KINDS.iter().any(is) {
        return None;
    }
    let last = convention::words(name).pop()?;
    (is_plural(&last) || OBJECT.contains(&last.as_str())).then(|| format!("its name ends with `{last}`"))
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'i']) { "an" } else { "a" }
}

/// Whether a description in lower case says that a value need not be an object: `or a boolean value`.
fn is_several(prose: &str) -> bool {
    let is_either =
        |kind: &&str| has(prose, &format!("or {kind}")) || has(prose, &format!("or {} {kind}", article(kind)));
    ANY_PHRASES.iter().any(|phrase| has(prose, phrase)) || OTHER_KINDS.iter().any(is_either)
}

/// Whether a name is one that objects seldom have.
fn is_one_value(name: &str) -> bool {
    let words = convention::words(name);
    words.last().is_some_and(|last| ONE_VALUE.contains(&last.as_str()))
}

/// Whether a word is an English plural, as far as its letters tell.
fn is_plural(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_ascii_alphabetic());
    letters && word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
}

/// Whether `phrase` stands in `text` as words of its own.
fn has(text: &str, phrase: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, _)| {
        let (before, behind) = (text[..at].chars().next_back(), text[at + phrase.len()..].chars().next());
        !inside(before) && !inside(behind)
    })
}

#[cfg(test)]
mod tests {
    use crate::read::page::kinds::{is_object, is_one_value, whole};

    #[test]
    fn what_counts_or_identifies_is_whole() {
        for (name, description) in [
            ("shelter_id", ""),
            ("visitCount", ""),
            ("max_retries", ""),
            ("httpStatusCode", ""),
            ("animals", "The number of animals."),
            ("born", "An integer timestamp."),
        ] {
            assert!(whole(name, description).is_some(), "{name}");
        }
    }

    #[test]
    fn what_measures_may_have_a_fraction() {
        for (name, description) in [
            ("weight", ""),
            ("seconds", ""),
            ("radius", ""),
            ("amount", "The amount to pay."),
            ("walks", "The average number of walks."),
            ("timeout_seconds", "How long to wait, in seconds."),
        ] {
            assert_eq!(whole(name, description), None, "{name}");
        }
    }

    #[test]
    fn plurals_that_are_no_lists_are_objects() {
        for (name, description) in
            [("labels", ""), ("pet_metadata", ""), ("extra", "A JSON object that is kept with the pet.")]
        {
            assert!(is_object(name, description).is_some(), "{name}");
        }
        for (name, description) in [
            ("extra_properties", "The properties, or a boolean value."),
            ("items", "A kennel or an array of kennels."),
            ("samples", "Any JSON value."),
            ("notes", "A JSON object or a string."),
        ] {
            assert_eq!(is_object(name, description), None, "{name}");
        }
        for name in ["payload", "access", "status", "value", "parent"] {
            assert_eq!(is_object(name, "Whatever was sent."), None, "{name}");
        }
        assert!(is_one_value("defaultValue") && is_one_value("created_at") && !is_one_value("values"));
    }
}
