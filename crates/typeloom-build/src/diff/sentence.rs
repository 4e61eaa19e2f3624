//! A change in words, the same in every report: Markdown, which is read in a terminal as it stands.

use super::changes::{Change, Kind};
use crate::diagnostic::shown::is_obeyed;

/// What changed, without the type that it is about.
pub(super) fn of(change: &Change) -> String {
    let at = subject(&change.at);
    let old = change.old.as_deref().unwrap_or_default();
    let new = change.new.as_deref().unwrap_or_default();
    let guess = change.guess.as_ref().map(|guess| format!(", at a guess: {guess}")).unwrap_or_default();
    match change.kind {
        Kind::VendorAdded => format!("vendor added: {new}"),
        Kind::VendorRemoved => format!("vendor removed: {old}"),
        Kind::TypeAdded => format!("type added: {new}"),
        Kind::TypeRemoved => format!("type removed: {old}"),
        Kind::TypeRenamed if old == new => format!("described under another name{guess}"),
        Kind::TypeRenamed => format!("type renamed from {}{guess}", code(old)),
        Kind::TypeBecame => format!("was {old}, is {new}"),
        Kind::DefaultGained => "implements `Default` now: no field is required".to_owned(),
        Kind::DefaultLost => "does not implement `Default` any more: a field is required".to_owned(),
        Kind::Deprecated => phrase(&at, "deprecated"),
        Kind::NotDeprecated => phrase(&at, "not deprecated any more"),
        Kind::Docs => "docs differ".to_owned(),
        Kind::FieldAdded => format!("field {at} added: {new}"),
        Kind::FieldRemoved => format!("field {at} removed: was {old}"),
        Kind::FieldRenamed => format!("field {} is called {}{guess}", code(old), code(new)),
        Kind::NameInRust => format!("{at} is called {} in Rust, was {}", code(new), code(old)),
        Kind::Retyped if change.at == "*" => format!("{at} hold {}, held {}", code(new), code(old)),
        Kind::Retyped => format!("{}is {}, was {}", before(&at), code(new), code(old)),
        Kind::Presence => format!("{}is {new}, was {old}", before(&at)),
        Kind::NullAllowed => format!("{}may be `null`: is {}, was {}", before(&at), code(new), code(old)),
        Kind::NullRefused => format!("{}may not be `null`: is {}, was {}", before(&at), code(new), code(old)),
        Kind::ValueAdded => format!("value {at} added"),
        Kind::ValueRemoved => format!("value {at} removed"),
        Kind::ValuesOpened => "strings that are not listed are valid now".to_owned(),
        Kind::ValuesClosed => "strings that are not listed are not valid any more".to_owned(),
        Kind::BranchAdded => format!("branch {at} added: holds {}", code(new)),
        Kind::BranchRemoved => format!("branch {at} removed: held {}", code(old)),
        Kind::Tag => match (&change.old, &change.new) {
            (Some(old), Some(new)) => format!("branches are told apart by {}, were by {}", code(new), code(old)),
            (None, Some(new)) => format!("branches are told apart by {}", code(new)),
            (Some(old), None) => format!("branches are not told apart by {} any more", code(old)),
            (None, None) => "branches are told apart otherwise".to_owned(),
        },
        Kind::TagValueAdded => format!("{at} means {} now", code(new)),
        Kind::TagValueRemoved => format!("{at} does not mean {} any more", code(old)),
        Kind::Opened => "members that are not described are valid now".to_owned(),
        Kind::Closed => "members that are not described are not valid any more".to_owned(),
        Kind::Aliases => match (&change.old, &change.new) {
            (Some(old), Some(new)) => format!("other spellings that are read: {new}; were: {old}"),
            (None, Some(new)) => format!("other spellings are read too: {new}"),
            (Some(old), None) => format!("other spellings are not read any more: {old}"),
            (None, None) => "other spellings that are read changed".to_owned(),
        },
        Kind::FieldsMoved => match (&change.old, &change.new) {
            (None, Some(new)) => format!("{new} in branch {at} now"),
            (Some(old), None) => format!("{old}, in branch {at} before"),
            (Some(_), Some(_)) | (None, None) => format!("fields of branch {at} differ"),
        },
        Kind::Tightened | Kind::Loosened | Kind::RuleChanged => rule(change, &at),
    }
}

/// What became of a rule.
fn rule(change: &Change, at: &str) -> String {
    let place = if at.is_empty() { String::new() } else { format!("{at}: ") };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!("{place}{}, was {}", code(new), code(old)),
        (None, Some(new)) => format!("{place}rule {} added", code(new)),
        (Some(old), None) => format!("{place}rule {} removed", code(old)),
        (None, None) => format!("{place}rules over the value as a whole differ"),
    }
}

fn subject(at: &str) -> String {
    match at {
        "" => String::new(),
        "*" => "members without a field".to_owned(),
        at => code(at),
    }
}

/// The subject in front of a verb.
fn before(at: &str) -> String {
    if at.is_empty() { String::new() } else { format!("{at} ") }
}

fn phrase(at: &str, what: &str) -> String {
    if at.is_empty() { what.to_owned() } else { format!("{at} is {what}") }
}

/// Text of a document as code: whatever stands in it, it cannot end the code or steer a terminal.
pub(super) fn code(text: &str) -> String {
    let mut clean = String::new();
    for c in text.chars() {
        if is_obeyed(c) {
            clean.extend(c.escape_unicode());
        } else {
            clean.push(c);
        }
    }
    let longest = clean.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A space beside the fence is taken off again, so one is put there where it matters.
    let edge = |c: Option<char>| c.is_none_or(|c| c == '`' || c == ' ');
    let space = if edge(clean.chars().next()) || edge(clean.chars().next_back()) { " " } else { "" };
    format!("{fence}{space}{clean}{space}{fence}")
}
