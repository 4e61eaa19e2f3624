//! [`Lock`] to text.

use super::Lock;
use std::fmt::Write;

/// What stands at the top.
const HEAD: &str = "\
# The Rust names of what the vendors describe, so that they stay when something is added or removed.
# Written by `typeloom names SCHEMAS --write`, read by every build. To rename something on purpose, write `rename`
# into the `vendor.toml` of its vendor.
";

/// The text of the file.
pub(super) fn write(lock: &Lock) -> String {
    let mut text = HEAD.to_owned();
    for (vendor, names) in &lock.vendors {
        for (name, of) in &names.types {
            let path = format!("{}.{}", key(vendor), key(name));
            // Writing to a string does not fail.
            let _ = write!(text, "\n[{path}]\ntitle = {}\nat = {}\n", value(&of.title), value(&of.at));
            if let Some(rest) = &of.rest {
                let _ = writeln!(text, "rest = {}", value(rest));
            }
            if !of.members.is_empty() {
                let _ = write!(text, "\n[{path}.members]\n");
            }
            for (wire, member) in &of.members {
                let _ = writeln!(text, "{} = {}", key(wire), value(&member.name));
            }
        }
    }
    text
}

/// A key of TOML: bare where it can be, else in quotes.
pub(crate) fn key(text: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !text.is_empty() && text.chars().all(bare) { text.to_owned() } else { value(text) }
}

/// A basic string (TOML 1.0, "String"): on one line, whatever is in it.
fn value(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
