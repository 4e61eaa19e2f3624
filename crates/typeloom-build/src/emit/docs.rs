//! Paragraphs to doc comments. What the paragraphs say, and that their Markdown is harmless, is decided before; here no
//! text can become anything but a comment.

use super::Code;

/// The doc comment of `paragraphs`, or of `otherwise` where there are none.
pub(super) fn write(paragraphs: &[String], otherwise: Option<&str>, code: &mut Code<'_>) {
    let mut first = true;
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.trim().is_empty()) {
        if !std::mem::replace(&mut first, false) {
            code.line("///");
        }
        lines(paragraph, code);
    }
    if let (true, Some(otherwise)) = (first, otherwise) {
        lines(otherwise, code);
    }
}

/// `text` as a code span that Markdown ends where we end it.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn lines(text: &str, code: &mut Code<'_>) {
    let text = text.replace("\r\n", "\n");
    for line in text.split(['\n', '\r']) {
        let line = if line.chars().all(|c| visible(c) == c && c != '\t') {
            line.to_owned()
        } else {
            line.replace('\t', INDENT).chars().map(visible).collect()
        };
        match line.trim_end() {
            "" => code.line("///"),
            line => code.parts(&["/// ", line]),
        }
    }
}

/// What a tab is in a comment.
const INDENT: &str = "    ";

/// Control characters do not belong into source text, and rustc refuses those that turn the direction of writing.
fn visible(c: char) -> char {
    let turns = matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hidden = matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}');
    if (c.is_control() && c != '\t') || turns || hidden { char::REPLACEMENT_CHARACTER } else { c }
}
