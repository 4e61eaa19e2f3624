//! Which texts are Rust identifiers: nothing else that a document or a manifest says becomes code.

/// The words that mean something to Rust, edition 2024, those among them that are reserved for later included. Sorted.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The keywords that cannot be written raw.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Whether a word is a keyword that can be written raw.
pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.binary_search(&word).is_ok()
}

/// Whether a word is a keyword that cannot be written raw.
pub(crate) fn is_never_raw(word: &str) -> bool {
    NEVER_RAW.contains(&word)
}

/// Whether a text is an identifier as it stands: `user_id`, `r#type`.
pub(crate) fn is_identifier(text: &str) -> bool {
    let (raw, word) = match text.strip_prefix("r#") {
        Some(word) => (true, word),
        None => (false, text),
    };
    let mut chars = word.chars();
    chars.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && chars.all(unicode_ident::is_xid_continue)
        && !is_never_raw(word)
        && (raw || !is_keyword(word))
}

/// The identifier under which code finds a crate, `my_crate` for `my-crate`, or [`None`] where no crate is called so.
pub(crate) fn of_crate(name: &str) -> Option<String> {
    let name = name.replace('-', "_");
    is_identifier(&name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{is_identifier, of_crate};

    #[test]
    fn only_identifiers_are_identifiers() {
        for good in ["User", "user_id", "r#type", "r#gen", "_x", "\u{fc}ber", "union"] {
            assert!(is_identifier(good), "{good}");
        }
        for bad in [
            "",
            " ",
            "_",
            "fn",
            "gen",
            "Self",
            "self",
            "super",
            "crate",
            "r#",
            "r#self",
            "r#Self",
            "r#_",
            "1a",
            "a b",
            " a",
            "a ",
            "a\n",
            "a/**/",
            "a//",
            "a<T>",
            "a::b",
            "a-b",
            "'a",
            "\"a\"",
            "a\u{202e}",
            "a\u{0}",
            "a}",
            "#a",
            "$a",
        ] {
            assert!(!is_identifier(bad), "{bad:?}");
        }
    }

    #[test]
    fn the_keywords_are_sorted() {
        assert!(super::KEYWORDS.is_sorted());
    }

    #[test]
    fn a_crate_may_have_hyphens() {
        assert_eq!(of_crate("my-crate").as_deref(), Some("my_crate"));
        for bad in ["", "-", "fn", "a::b", "a b", "1a", "self", "crate"] {
            assert_eq!(of_crate(bad), None, "{bad:?}");
        }
    }
}
