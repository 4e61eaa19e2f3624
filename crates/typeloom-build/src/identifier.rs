//! What Rust takes as an identifier.

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

#[cfg(test)]
mod tests {
    use super::is_identifier;

    #[test]
    fn keywords_are_identifiers_only_where_they_are_raw() {
        for good in ["a", "_a", "user_id2", "r#type", "r#user", "größe", "union", "r#gen"] {
            assert!(is_identifier(good), "{good}");
        }
        for bad in ["", "_", "type", "r#self", "self", "2a", "a-b", "a b", " a", "r#", "a\n", "r#r#a", "crate::a"] {
            assert!(!is_identifier(bad), "{bad}");
        }
    }

    #[test]
    fn the_keywords_are_sorted() {
        assert!(super::KEYWORDS.is_sorted());
    }
}
