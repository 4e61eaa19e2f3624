//! Where the parser of YAML stops: what to write instead, and the one thing that it takes for a mistake and is none.
//!
//! Comes in: a text and the place where the parser gave up. What is wrong is told by what is written there, not by the
//! words of the parser.

use super::offsets::Offsets;
use saphyr_parser::Parser;

/// How many bytes may be parsed again and again for the sake of tabs.
const PARSED: usize = 1 << 26;

/// Tabs may stand between a key and its value (YAML 1.2.2, section 6.2), which the parser refuses before a letter. The
/// text with spaces in their place, so that all others keep theirs. [`None`] where nothing of the kind is at `at`.
pub(super) fn without_tabs(text: &str, at: usize) -> Option<String> {
    let mut repaired = text.to_owned();
    let mut next = Some(at);
    let mut parsed = 0;
    let offsets = Offsets::new(text); // the same for every repair: a tab is one byte, as a space is
    while let Some(at) = next.filter(|_| parsed < PARSED) {
        let Some(range) = tabs(&repaired, at) else { break };
        repaired.replace_range(range.clone(), &" ".repeat(range.len()));
        next = Parser::new_from_str(&repaired)
            .find_map(|event| event.err().map(|error| offsets.byte(error.marker().index())));
        parsed += next.unwrap_or(0);
    }
    (repaired != text).then_some(repaired)
}

/// The tabs between a colon and `at`.
fn tabs(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let key = text.get(..at)?.trim_end_matches('\t');
    (key.len() < at && key.ends_with(':')).then_some(key.len()..at)
}

/// What to write instead of what stands at `at`.
pub(super) fn help(text: &str, at: usize) -> &'static str {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let line = before.rsplit('\n').next().unwrap_or("");
    match behind.chars().next() {
        _ if line.contains('\t') && line.trim().is_empty() => "indent with spaces: tabs are not allowed there",
        Some('\t') if line.trim().is_empty() => "indent with spaces: tabs are not allowed there",
        Some(':') => {
            "indent the key like those beside it, or close what is open before it; a text with `: ` in it belongs in quotes"
        }
        Some('@' | '`' | '%') => "put the text in quotes: it begins with a character that YAML keeps for itself",
        Some('*') => "name the value with `&` before this; a text that begins with `*` belongs in quotes",
        None => "close what is open: a quote, a bracket or a brace",
        Some(_) => "look for a quote, a bracket or a brace that is not closed, and for lines indented differently",
    }
}
