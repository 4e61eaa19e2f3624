//! Yes and no, as cells say it.
//!
//! A cell of a column such as `Required` goes in, a mark and what else the cell says come out. A new word is a row of
//! [`WORDS`].

/// A mark of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Marker {
    /// Yes or no.
    pub yes: bool,
    /// What the cell says besides: `default: 20`, `if the user is new`.
    pub rest: String,
}

/// Words in lower case. The empty cell means no.
const WORDS: &[(&str, bool)] = &[
    (":heavy_check_mark:", true),
    (":white_check_mark:", true),
    (":ballot_box_with_check:", true),
    (":heavy_minus_sign:", false),
    (":x:", false),
    (":heavy_multiplication_x:", false),
    (":negative_squared_cross_mark:", false),
    ("✓", true),
    ("✔", true),
    ("✔️", true),
    ("✅", true),
    ("☑", true),
    ("●", true),
    ("❌", false),
    ("✗", false),
    ("✘", false),
    ("➖", false),
    ("yes", true),
    ("no", false),
    ("y", true),
    ("n", false),
    ("true", true),
    ("false", false),
    ("required", true),
    ("optional", false),
    ("mandatory", true),
    ("must", true),
    ("may", false),
    ("always", true),
    ("never", false),
    ("conditional", false),
    ("conditionally", false),
    ("sometimes", false),
    ("depends", false),
    ("recommended", false),
    ("additional", false),
    ("nullable", true),
    ("o", true),
    ("x", false),
    ("-", false),
    ("–", false),
    ("—", false),
    ("n/a", false),
    ("none", false),
    ("是", true),
    ("否", false),
    ("必须", true),
    ("可选", false),
    ("예", true),
    ("필수", true),
    ("아니오", false),
    ("아니요", false),
    ("선택", false),
    ("はい", true),
    ("いいえ", false),
    ("必須", true),
    ("任意", false),
    ("oui", true),
    ("non", false),
    ("sí", true),
    ("si", true),
    ("sim", true),
    ("não", false),
    ("ja", true),
    ("nein", false),
    ("nee", false),
    ("igen", true),
    ("nem", false),
    ("да", true),
    ("нет", false),
];

/// Whole cells in lower case that say no more than a word does.
const PHRASES: &[(&str, bool)] = &[("can be null", true), ("cannot be null", false)];

/// Reads a cell. [`None`] where its first word is not known.
pub(crate) fn read(cell: &str) -> Option<Marker> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Some(Marker { yes: false, rest: String::new() });
    }
    if let Some((_, yes)) = PHRASES.iter().find(|(phrase, _)| *phrase == cell.to_lowercase()) {
        return Some(Marker { yes: *yes, rest: String::new() });
    }
    let end = cell.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | '.')).unwrap_or(cell.len());
    let yes = word(&cell[..end])?;
    let mut rest = cell[end..].trim();
    // A sign and a word for the same thing: `:white_check_mark: Yes`.
    let end = rest.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(rest.len());
    if word(&rest[..end]) == Some(yes) {
        rest = &rest[end..];
    }
    let rest = rest.trim_start_matches([',', ';', '.']).trim();
    Some(Marker { yes, rest: rest.to_owned() })
}

fn word(text: &str) -> Option<bool> {
    let text = text.trim_matches(['*', '`', '_']).to_lowercase();
    WORDS.iter().find(|(word, _)| *word == text).map(|(_, yes)| *yes)
}

/// The marks a column of yes and no can hold, for help texts.
pub(crate) const EXPECTED: &str =
    "write one of: yes, no, true, false, required, optional, :heavy_check_mark:, :heavy_minus_sign:";

#[cfg(test)]
mod tests {
    use crate::read::page::markers::{self, WORDS};

    #[test]
    fn no_word_stands_twice() {
        for (index, (word, _)) in WORDS.iter().enumerate() {
            assert!(WORDS[index + 1..].iter().all(|(other, _)| other != word), "{word}");
        }
    }

    #[test]
    fn marks_are_words_or_signs_and_may_be_followed_by_more() {
        let read = |cell: &str| markers::read(cell).map(|marker| (marker.yes, marker.rest));
        assert_eq!(read(":heavy_check_mark:"), Some((true, String::new())));
        assert_eq!(read(":white_check_mark: Yes"), Some((true, String::new())));
        assert_eq!(read("No, default: `0`"), Some((false, "default: `0`".to_owned())));
        assert_eq!(read("**Required**"), Some((true, String::new())));
        assert_eq!(read(""), Some((false, String::new())));
        assert_eq!(read("cannot be null"), Some((false, String::new())));
        assert_eq!(read("perhaps"), None);
    }
}
