//! Definitions over several lines where they do not fit into one, as rustfmt has them.

use super::Code;

/// The lines of a type are this much further in.
const INDENT: &str = "    ";

/// A field: its type on a line of its own, or else in its parts, where both do not fit into one line.
pub(super) fn field(name: &str, of: &str, code: &mut Code<'_>) {
    let room = code.room();
    if width(name) + ": ,".len() + width(of) <= room {
        code.parts(&[name, ": ", of, ","]);
    } else if INDENT.len() + width(of) + ",".len() <= room || parts(of).is_none() {
        code.parts(&[name, ":"]);
        code.parts(&[INDENT, of, ","]);
    } else {
        generic(&format!("{name}: "), of, ",", 0, code);
    }
}

/// Something in parentheses: `Text(String),`, `pub struct Name(pub String);`.
pub(super) fn tuple(head: &str, of: &str, end: &str, code: &mut Code<'_>) {
    if width(head) + "()".len() + width(of) + end.len() <= code.room() {
        code.parts(&[head, "(", of, ")", end]);
    } else {
        code.parts(&[head, "("]);
        generic("", of, ",", 1, code);
        code.parts(&[")", end]);
    }
}

/// `pub type Name = Type;`
pub(super) fn alias(name: &str, of: &str, code: &mut Code<'_>) {
    let head = format!("pub type {name} =");
    if width(&head) + " ;".len() + width(of) <= code.room() {
        code.parts(&[&head, " ", of, ";"]);
    } else {
        code.parts(&[&head]);
        generic("", of, ";", 1, code);
    }
}

/// A line that opens a block. Its brace has a line of its own where it does not fit.
pub(super) fn open(head: &str, code: &mut Code<'_>) {
    if width(head) + " {".len() <= code.room() {
        code.open(head);
    } else {
        code.line(head);
        code.open("");
    }
}

/// A type between a head and an end, `depth` levels in: what is in its brackets on lines of its own where it does not
/// fit into one.
fn generic(head: &str, of: &str, end: &str, depth: usize, code: &mut Code<'_>) {
    let indent = INDENT.repeat(depth);
    let whole = width(&indent) + width(head) + width(of) + end.len() <= code.room();
    match parts(of).filter(|_| !whole) {
        None => code.parts(&[&indent, head, of, end]),
        Some((name, inner)) => {
            code.parts(&[&indent, head, name, "<"]);
            for part in inner {
                generic("", part, ",", depth + 1, code);
            }
            code.parts(&[&indent, ">", end]);
        }
    }
}

/// What stands before the brackets of a type, and in them. [`None`] where it has none.
fn parts(of: &str) -> Option<(&str, Vec<&str>)> {
    let (name, rest) = of.split_once('<')?;
    let inner = rest.strip_suffix('>')?;
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '<' | '(' => depth += 1,
            '>' | ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(inner.get(start..at)?.trim());
                start = at + 1;
            }
            _ => {} // part of a name
        }
    }
    parts.push(inner.get(start..)?.trim());
    Some((name, parts))
}

fn width(text: &str) -> usize {
    text.chars().count()
}
