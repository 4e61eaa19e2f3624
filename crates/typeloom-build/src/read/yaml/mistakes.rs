//! Where the parser of YAML stops: what to write instead, and the one thing that it takes for a mistake and is none.
//!
//! Comes in: a text and the place where the parser gave up. What is wrong is told by what is written there, not by the
//! words of the parser.

use super::{offset, settings};
use granit_parser::{Event, Parser};
use std::ops::Range;

/// Tabs may stand between a key and its value (YAML 1.2.2, section 6.2), which the parser refuses before a letter. The
/// text with spaces in their place, so that all others keep theirs. [`None`] where nothing of the kind is at `at`.
pub(super) fn without_tabs(text: &str, at: usize) -> Option<String> {
    let stopped = text.get(..at)?;
    let key = stopped.trim_end_matches('\t');
    if key.len() == at || !key.ends_with(':') {
        return None;
    }
    let tabs = behind_colons(text);
    let all = with_spaces(text, tabs.iter());
    // A block or a quoted text may have such tabs, and keeps them.
    let mut own = Vec::new();
    let mut next = 0;
    for (event, place) in Parser::new_from_str_with_options(&all, settings()).map_while(Result::ok) {
        // As in the text itself: a tab is one byte, as a space is.
        let (start, end) = (offset(&place.start, &all), offset(&place.end, &all));
        if !matches!(event, Event::Scalar(..)) {
            continue;
        }
        while let Some(tabs) = tabs.get(next).filter(|tabs| tabs.start < end) {
            if tabs.start < start {
                own.push(tabs.clone());
            }
            next += 1;
        }
    }
    own.extend(tabs.get(next..).unwrap_or(&[]).iter().cloned());
    Some(with_spaces(text, own.iter()))
}

/// The tabs that stand directly behind colons.
fn behind_colons(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (colon, _) in text.match_indices(":\t") {
        let start = colon + 1;
        let rest = text.get(start..).unwrap_or("");
        found.push(start..start + rest.len() - rest.trim_start_matches('\t').len());
    }
    found
}

/// The text with spaces in the place of some tabs, which come in their order.
fn with_spaces<'r>(text: &str, tabs: impl Iterator<Item = &'r Range<usize>>) -> String {
    let mut result = String::with_capacity(text.len());
    for tabs in tabs {
        result.push_str(text.get(result.len()..tabs.start).unwrap_or(""));
        result.extend(std::iter::repeat_n(' ', tabs.len()));
    }
    result.push_str(text.get(result.len()..).unwrap_or(""));
    result
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
        None | Some('[' | '{' | '"' | '\'') => "close what is open: a quote, a bracket or a brace",
        Some(_) => "look for a quote, a bracket or a brace that is not closed, and for lines indented differently",
    }
}
