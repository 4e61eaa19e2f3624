//! Writes a tree in the syntax of the `regex` crate.
//!
//! Nothing is left to that engine's own ideas: classes are written as ranges, no group captures, and every character that
//! has a meaning anywhere is escaped. The output is linear in the size of the tree.

use super::set::Set;
use super::syntax::{Class, Node, Property};
use std::fmt::Write;

/// The pattern for `regex`, and nothing if that does not suffice.
pub(super) fn print(node: &Node) -> Option<String> {
    let mut printer = Printer { out: String::new() };
    printer.node(node)?;
    Some(printer.out)
}

struct Printer {
    out: String,
}

impl Printer {
    fn node(&mut self, node: &Node) -> Option<()> {
        match node {
            Node::Empty => {}
            Node::Char(character) => push_char(&mut self.out, *character, false),
            Node::Class(class) => self.class(class),
            Node::Start { lines: false } => self.out.push('^'),
            Node::End { lines: false } => self.out.push('$'),
            // The engine's own `\b` knows letters of all scripts.
            Node::WordBoundary { negated: false } => self.out.push_str(r"(?-u:\b)"),
            Node::WordBoundary { negated: true } => self.out.push_str(r"(?-u:\B)"),
            Node::Group { ignore_case, node, .. } => {
                let head = match ignore_case {
                    Some(true) => "(?i:",
                    Some(false) => "(?-i:",
                    None => "(?:",
                };
                self.within(head, node)?;
            }
            Node::Repeat { node, min, max, lazy } => self.repeat(node, *min, *max, *lazy)?,
            Node::Sequence(nodes) => nodes.iter().try_for_each(|node| self.node(node))?,
            Node::Choice(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    if index > 0 {
                        self.out.push('|');
                    }
                    self.node(node)?;
                }
            }
            Node::Start { lines: true } | Node::End { lines: true } | Node::Look { .. } | Node::BackReference(_) => {
                return None;
            }
        }
        Some(())
    }

    fn push(&mut self, text: std::fmt::Arguments<'_>) {
        // Strings take everything.
        let _ = self.out.write_fmt(text);
    }

    fn within(&mut self, head: &str, node: &Node) -> Option<()> {
        self.out.push_str(head);
        self.node(node)?;
        self.out.push(')');
        Some(())
    }

    fn repeat(&mut self, node: &Node, min: u32, max: Option<u32>, lazy: bool) -> Option<()> {
        match node {
            Node::Char(_) | Node::Group { .. } => self.node(node)?,
            Node::Class(class) if class.properties.len() < 2 => self.class(class),
            Node::Class(_)
            | Node::Empty
            | Node::Start { .. }
            | Node::End { .. }
            | Node::WordBoundary { .. }
            | Node::Look { .. }
            | Node::Repeat { .. }
            | Node::BackReference(_)
            | Node::Sequence(_)
            | Node::Choice(_) => self.within("(?:", node)?,
        }
        match (min, max) {
            (0, None) => self.out.push('*'),
            (1, None) => self.out.push('+'),
            (0, Some(1)) => self.out.push('?'),
            (_, None) => self.push(format_args!("{{{min},}}")),
            (_, Some(max)) if max == min => self.push(format_args!("{{{min}}}")),
            (_, Some(max)) => self.push(format_args!("{{{min},{max}}}")),
        }
        if lazy {
            self.out.push('?');
        }
        Some(())
    }

    fn class(&mut self, class: &Class) {
        if class.properties.is_empty() {
            return self.set(&class.set, class.negated);
        }
        // Written out, since engines differ in what a class of several negated classes is.
        let joined = class.properties.len() > 1;
        let out = &mut self.out;
        if joined {
            out.push_str(if class.negated { "[" } else { "(?:" });
        }
        for (index, property) in class.properties.iter().enumerate() {
            let is_last = index + 1 == class.properties.len();
            match (joined, class.negated) {
                (false, negated) => {
                    out.push_str(if negated { "[^" } else { "[" });
                    push_property(out, property, false);
                    push_ranges(out, &class.set);
                    out.push(']');
                }
                (true, true) => {
                    push_property(out, property, true);
                    if !is_last {
                        out.push_str("&&");
                    }
                }
                (true, false) => {
                    push_property(out, property, false);
                    if !is_last {
                        out.push('|');
                    }
                }
            }
        }
        if joined && !class.set.is_empty() {
            out.push_str(if class.negated { "&&[^" } else { "|[" });
            push_ranges(out, &class.set);
            out.push(']');
        }
        if joined {
            out.push(if class.negated { ']' } else { ')' });
        }
    }

    fn set(&mut self, set: &Set, negated: bool) {
        match (set.is_empty(), negated) {
            (true, true) => self.out.push_str("(?s:.)"),
            (true, false) => self.out.push_str(r"[^\x{0}-\x{10FFFF}]"),
            (false, _) => {
                self.out.push_str(if negated { "[^" } else { "[" });
                push_ranges(&mut self.out, set);
                self.out.push(']');
            }
        }
    }
}

fn push_property(out: &mut String, property: &Property, negate: bool) {
    out.push_str(if property.negated != negate { r"\P{" } else { r"\p{" });
    out.push_str(&property.name);
    out.push('}');
}

fn push_ranges(out: &mut String, set: &Set) {
    for (start, end) in set.ranges() {
        push_point(out, *start);
        if end > start {
            if *end > start + 1 {
                out.push('-');
            }
            push_point(out, *end);
        }
    }
}

fn push_point(out: &mut String, point: u32) {
    // Sets hold no surrogates, so every point is a character.
    if let Some(character) = char::from_u32(point) {
        push_char(out, character, true);
    }
}

/// A character as itself, escaped where it has a meaning or cannot be seen.
fn push_char(out: &mut String, character: char, in_class: bool) {
    let special = if in_class { r"\[]^-&~" } else { r"\^$.|?*+()[]{}" };
    match character {
        '\n' => out.push_str(r"\n"),
        '\r' => out.push_str(r"\r"),
        '\t' => out.push_str(r"\t"),
        _ if special.contains(character) => out.extend(['\\', character]),
        _ if is_visible(character) => out.push(character),
        _ => {
            let _ = write!(out, r"\x{{{:X}}}", u32::from(character));
        }
    }
}

fn is_visible(character: char) -> bool {
    character.is_ascii_graphic() || character == ' ' || character.is_alphanumeric()
}
