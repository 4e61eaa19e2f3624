//! Text of documents and names of files, made fit for a terminal.

/// Whether a terminal would obey it, or turn the reading around: controls (C0, DEL, C1), controls of bidirectional text,
/// separators of lines.
pub(crate) fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// The text with a mark in place of each of them.
pub(crate) fn shown(text: &str) -> String {
    text.chars().map(|c| if is_obeyed(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The same for what we say of it, which may have several lines.
pub(super) fn said(text: &str) -> String {
    text.split('\n').map(shown).collect::<Vec<String>>().join("\n")
}

/// The same for text that was laid out already: line breaks and colours stay. What the document says has none any more.
pub(super) fn laid_out(text: &str) -> String {
    text.chars()
        .map(|c| if is_obeyed(c) && !matches!(c, '\n' | '\t' | '\u{1b}') { char::REPLACEMENT_CHARACTER } else { c })
        .collect()
}
