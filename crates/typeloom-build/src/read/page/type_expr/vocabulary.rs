//! What the words of type expressions mean, one table for each ecosystem.
//!
//! A new spelling is a row. Where ecosystems disagree (`Date` is a day in Ruby and a moment in TypeScript), the one
//! whose words a page uses most decides. Knows nothing of names of models.

use crate::edit_distance;
use crate::read::page::type_expr::ecosystems::VOCABULARIES;
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
    "Crystalline::",
    "System.IO.",
    "System.",
    "::",
    "\\",
];

/// The crates of Rust's own library: the last segment of such a path is the word.
const OWN_CRATES: &[&str] = &["std::", "core::", "alloc::"];

/// Words that a link explains: the address it ends with, and what it means. Speakeasy's Python pages link days and
/// moments to the same place.
pub(crate) const LINKED: &[(&str, Meaning)] = &[("/datetime.html#date-objects", Meaning::Kind(Kind::String))];

/// What may stand in brackets behind a type and is a format: `string (date-time)`.
pub(crate) const FORMATS: &[&str] = &[
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "uri-template",
    "iri",
    "iri-reference",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "byte",
    "int32",
    "int64",
    "password",
    "binary",
];

/// Ecosystems whose generated pages print `object` for what can be anything.
pub(crate) const ANYTHING_IS_OBJECT: &[&str] = &["Python", "Java", "C#", "PHP", "Ruby"];

/// Ecosystems where the names of all public members begin with a capital, whatever the JSON has.
const CAPITALISING: &[&str] = &["Go", "C#", "PowerShell"];

/// What Python's older pages print for what can be anything.
pub(crate) const ANYTHING: &str = "bool, date, datetime, dict, float, int, list, str, none_type";

/// Bytes: a list of these is text in JSON.
const BYTES: &[&str] = &["byte", "Byte", "u8", "UInt8", "kotlin.Byte"];

/// Whether a list of `word` is a string of bytes and no list: `byte[]`, `[]byte`, `Vec<u8>`.
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

/// Words of several words: `image data`.
pub(crate) fn phrases() -> impl Iterator<Item = &'static str> {
    let all = VOCABULARIES.iter().flat_map(|vocabulary| vocabulary.words);
    all.map(|(word, _)| *word).filter(|word| word.contains(' '))
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
    // Hand-written pages capitalise as they like: `DateTime`, `STRING`.
    find(text).or_else(|| bare(text).and_then(find)).or_else(|| {
        let lower = text.to_lowercase();
        let same = lower == text || text.to_uppercase() == text || text.contains(' ');
        VOCABULARIES
            .iter()
            .filter(|vocabulary| vocabulary.name == "prose")
            .find_map(|vocabulary| rows(vocabulary).iter().find(|(word, _)| same && *word == lower))
            .map(|(_, row)| *row)
    })
}

/// The word that a path in a language's own namespaces leads to: `kotlin.String`, `::std::collections::HashMap`.
fn bare(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(inner) = NAMESPACES.iter().find_map(|namespace| rest.strip_prefix(namespace)) {
        rest = inner;
    }
    if let Some(inner) = OWN_CRATES.iter().find_map(|name| rest.strip_prefix(name)) {
        rest = inner.rsplit("::").next().unwrap_or(inner);
    }
    (rest.len() < text.len()).then_some(rest)
}

/// The ecosystem whose words occur most among `words`; the first of those that are equal.
pub(crate) fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> &'static Vocabulary {
    best(&scores(words))
}

/// The ecosystem with the highest of these [`scores`]; the first of those that are equal.
pub(crate) fn best(scores: &[usize]) -> &'static Vocabulary {
    let best = scores.iter().copied().max().unwrap_or(0);
    let index = scores.iter().position(|&score| score == best).unwrap_or(0);
    &VOCABULARIES[index]
}

/// Whether an ecosystem that begins every name with a capital is among those with the highest of these [`scores`].
pub(crate) fn may_capitalise(scores: &[usize]) -> bool {
    let best = scores.iter().max();
    let mut rows = scores.iter().zip(VOCABULARIES);
    rows.any(|(score, vocabulary)| Some(score) == best && CAPITALISING.contains(&vocabulary.name))
}

/// How many of `words` each ecosystem knows.
pub(crate) fn scores<'a>(words: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut scores = vec![0_usize; VOCABULARIES.len()];
    for word in words {
        for (score, vocabulary) in scores.iter_mut().zip(VOCABULARIES) {
            let known = vocabulary.words.iter().any(|(known, _)| *known == word)
                || vocabulary.heads.iter().any(|(known, _)| *known == word);
            *score += usize::from(known);
        }
    }
    scores
}

/// Known words that differ from `word` by a letter or two, for help texts.
pub(crate) fn near(word: &str) -> Vec<&'static str> {
    let lower = word.to_lowercase();
    let mut found: Vec<(usize, &'static str)> = Vec::new();
    let heads = VOCABULARIES.iter().flat_map(|vocabulary| vocabulary.heads).map(|(known, _)| *known);
    let words = VOCABULARIES.iter().flat_map(|vocabulary| vocabulary.words).map(|(known, _)| *known);
    for known in words.chain(heads) {
        let distance = edit_distance::within(&lower, &known.to_lowercase(), 2);
        if let Some(distance) = distance.filter(|distance| *distance < known.len())
            && !found.iter().any(|(_, other)| *other == known)
        {
            found.push((distance, known));
        }
    }
    found.sort();
    found.into_iter().map(|(_, known)| known).take(4).collect()
}

#[cfg(test)]
mod tests {
    use crate::read::page::type_expr::ecosystems::VOCABULARIES;
    use crate::read::page::type_expr::vocabulary::{Meaning, near, of_words, word};
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
