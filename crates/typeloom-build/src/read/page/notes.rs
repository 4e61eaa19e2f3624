//! The marks in brackets of a notes cell: `[optional] [readonly] [default to 20]`.
//!
//! Text goes in, marks come out. Values may hold brackets themselves (`[example: [http://x]]`), so a mark ends at the
//! last bracket before the next mark.

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Note {
    /// `[optional]`
    Optional,
    /// `[readonly]`
    ReadOnly,
    /// `[writeonly]`
    WriteOnly,
    /// `[deprecated]`
    Deprecated,
    /// `[default to V]`
    Default(String),
    /// `[example: V]`
    Example(String),
    /// `[Enum: [a, b]]`
    Values(Vec<String>),
    /// `[Max. length: 20]`: the name of a rule and its value.
    Rule(&'static str, String),
    /// Anything else, kept as a remark.
    Other(String),
}

/// What a mark makes of the text behind its word.
#[derive(Clone, Copy)]
enum Mark {
    Plain(fn() -> Note),
    Valued(fn(String) -> Note),
}

/// Words in lower case. Longer ones first where one begins another.
const WORDS: &[(&str, Mark)] = &[
    ("optional", Mark::Plain(|| Note::Optional)),
    ("readonly", Mark::Plain(|| Note::ReadOnly)),
    ("read-only", Mark::Plain(|| Note::ReadOnly)),
    ("read only", Mark::Plain(|| Note::ReadOnly)),
    ("writeonly", Mark::Plain(|| Note::WriteOnly)),
    ("write-only", Mark::Plain(|| Note::WriteOnly)),
    ("deprecated", Mark::Plain(|| Note::Deprecated)),
    ("default to", Mark::Valued(Note::Default)),
    ("defaults to", Mark::Valued(Note::Default)),
    ("default:", Mark::Valued(Note::Default)),
    ("example:", Mark::Valued(Note::Example)),
    ("example", Mark::Valued(Note::Example)),
    ("enum:", Mark::Valued(|text| Note::Values(listed(&text)))),
    ("max:", Mark::Valued(|text| Note::Rule("maximum", text))),
    ("min:", Mark::Valued(|text| Note::Rule("minimum", text))),
    ("pattern:", Mark::Valued(|text| Note::Rule("pattern", between_slashes(text)))),
    ("max. items:", Mark::Valued(|text| Note::Rule("maximum items", text))),
    ("min. items:", Mark::Valued(|text| Note::Rule("minimum items", text))),
    ("max. length:", Mark::Valued(|text| Note::Rule("maximum length", text))),
    ("min. length:", Mark::Valued(|text| Note::Rule("minimum length", text))),
];

/// Values that mean there is none.
const NO_VALUE: &[&str] = &[
    "undefined",
    "null",
    "nothing",
    "nil",
    "none",
    "None",
    "<nil>",
    "",
    // Dart's kits begin every list and every map so, whether the vendor has a default or not.
    "const []",
    "const {}",
];

/// Reads a notes cell.
pub(crate) fn read(cell: &str) -> Vec<Note> {
    let starts: Vec<usize> =
        cell.match_indices('[').map(|(at, _)| at).filter(|&at| mark(&cell[at + 1..]).is_some()).collect();
    let mut notes = Vec::new();
    let before = cell[..starts.first().copied().unwrap_or(cell.len())].trim();
    if !before.is_empty() {
        notes.push(Note::Other(before.to_owned()));
    }
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(cell.len());
        let inner = &cell[start + 1..end];
        let inner = inner.rfind(']').map_or(inner, |close| &inner[..close]);
        let Some((word, mark)) = mark(inner) else { continue };
        let value = inner[word.len()..].trim();
        notes.push(match mark {
            Mark::Plain(note) => note(),
            Mark::Valued(_) if NO_VALUE.contains(&value) => continue,
            // Rust's servers have all defaults so: `Some(20)`.
            Mark::Valued(note) => {
                let inner = value.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')'));
                note(inner.unwrap_or(value).to_owned())
            }
        });
    }
    notes
}

/// The values of `[a, b]`, with or without the brackets.
fn listed(text: &str) -> Vec<String> {
    let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    inner.split(',').map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// The expression of `/^[A-Z]+$/`.
fn between_slashes(text: String) -> String {
    let inner = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    inner.map(str::to_owned).unwrap_or(text)
}

fn mark(inner: &str) -> Option<(&'static str, Mark)> {
    WORDS
        .iter()
        .find(|(word, _)| inner.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)))
        .map(|(word, mark)| (*word, *mark))
}

#[cfg(test)]
mod tests {
    use crate::read::page::notes::{Note, read};

    #[test]
    fn marks_are_read_in_order() {
        assert_eq!(
            read("[optional] [readonly] [default to 'x']"),
            [Note::Optional, Note::ReadOnly, Note::Default("'x'".to_owned())]
        );
        assert_eq!(read(""), []);
        assert_eq!(read("see below"), [Note::Other("see below".to_owned())]);
    }

    #[test]
    fn values_may_hold_brackets() {
        assert_eq!(read("[example: [http://x]]"), [Note::Example("[http://x]".to_owned())]);
        assert_eq!(read("[default to []] [optional]"), [Note::Default("[]".to_owned()), Note::Optional]);
    }

    #[test]
    fn values_and_rules_are_marks() {
        assert_eq!(
            read("[optional] [default to a] [Max: 9] [Enum: [a, b]] [Pattern: /^[a-z]$/] [Min. length: 1] "),
            [
                Note::Optional,
                Note::Default("a".to_owned()),
                Note::Rule("maximum", "9".to_owned()),
                Note::Values(vec!["a".to_owned(), "b".to_owned()]),
                Note::Rule("pattern", "^[a-z]$".to_owned()),
                Note::Rule("minimum length", "1".to_owned()),
            ]
        );
        assert_eq!(read("[optional] [Enum: ] "), [Note::Optional]);
    }

    #[test]
    fn a_default_that_is_none_is_none() {
        for none in ["[default to undefined]", "[default to null]", "[default to nothing]", "[default to const []]"] {
            assert_eq!(read(none), []);
        }
    }
}
