//! Writes a tree in the syntax of the engine.
//!
//! Nothing is left to the engine's own ideas: classes are written as ranges, only groups that something refers to
//! capture, and every character that has a meaning anywhere is escaped. The output is linear in the size of the tree.

use super::captures;
use super::set::Set;
use super::syntax::{Class, Node, Property};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The pattern for `regex` where that suffices, else for `fancy-regex`.
pub(super) fn print(node: &Node) -> String {
    let backtracks = node.any(&|node| match node {
        Node::Look { .. } | Node::BackReference(_) | Node::Start { lines: true } | Node::End { lines: true } => true,
        Node::Empty
        | Node::Char(_)
        | Node::Class(_)
        | Node::Start { .. }
        | Node::End { .. }
        | Node::WordBoundary { .. }
        | Node::Group { .. }
        | Node::Repeat { .. }
        | Node::Sequence(_)
        | Node::Choice(_) => false,
    });
    let referenced = captures::referenced(node);
    let unset = referenced.iter().copied().filter(|group| captures::may_be_unset(node, *group)).collect();
    let mut printer = Printer { out: String::new(), backtracks, referenced: referenced.into_iter().collect(), unset };
    printer.node(node);
    printer.out
}

struct Printer {
    out: String,
    backtracks: bool,
    /// The groups that capture: the first has number 1 in the output, and so on.
    referenced: Vec<u32>,
    /// Those of them that may be without a capture.
    unset: BTreeSet<u32>,
}

const LINE_END: &str = r"[\n\r\x{2028}\x{2029}]";
const WORD: &str = "[0-9A-Z_a-z]";

impl Printer {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Empty => {}
            Node::Char(character) => push_char(&mut self.out, *character, false),
            Node::Class(class) => self.class(class),
            Node::Start { lines: false } => self.out.push('^'),
            Node::End { lines: false } => self.out.push('$'),
            Node::Start { lines: true } => self.push(format_args!("(?:^|(?<={LINE_END}))")),
            Node::End { lines: true } => self.push(format_args!("(?:$|(?={LINE_END}))")),
            Node::WordBoundary { negated } => self.boundary(*negated),
            Node::Group { capture, ignore_case, node } => {
                let head = match (capture.is_some_and(|group| self.referenced.contains(&group)), ignore_case) {
                    (true, _) => "(",
                    (false, Some(true)) => "(?i:",
                    (false, Some(false)) => "(?-i:",
                    (false, None) => "(?:",
                };
                self.within(head, node);
            }
            Node::Look { behind, negated, node } => {
                let head = match (behind, negated) {
                    (false, false) => "(?=",
                    (false, true) => "(?!",
                    (true, false) => "(?<=",
                    (true, true) => "(?<!",
                };
                self.within(head, node);
            }
            Node::Repeat { node, min, max, lazy } => self.repeat(node, *min, *max, *lazy),
            Node::BackReference(groups) => self.reference(groups),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.node(node)),
            Node::Choice(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    if index > 0 {
                        self.out.push('|');
                    }
                    self.node(node);
                }
            }
        }
    }

    fn push(&mut self, text: std::fmt::Arguments<'_>) {
        // Strings take everything.
        let _ = self.out.write_fmt(text);
    }

    fn within(&mut self, head: &str, node: &Node) {
        self.out.push_str(head);
        self.node(node);
        self.out.push(')');
    }

    /// The engine's own `\b` knows letters of all scripts. Its ASCII form is known to `regex` only.
    fn boundary(&mut self, negated: bool) {
        match (self.backtracks, negated) {
            (false, false) => self.out.push_str(r"(?-u:\b)"),
            (false, true) => self.out.push_str(r"(?-u:\B)"),
            (true, false) => self.push(format_args!("(?:(?<={WORD})(?!{WORD})|(?<!{WORD})(?={WORD}))")),
            (true, true) => self.push(format_args!("(?:(?<={WORD})(?={WORD})|(?<!{WORD})(?!{WORD}))")),
        }
    }

    fn repeat(&mut self, node: &Node, min: u32, max: Option<u32>, lazy: bool) {
        match node {
            Node::Char(_) | Node::Group { .. } => self.node(node),
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
            | Node::Choice(_) => self.within("(?:", node),
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
    }

    /// A reference to a group without a capture matches nothing more than where it stands.
    fn reference(&mut self, groups: &[u32]) {
        for group in groups {
            let number = self.referenced.partition_point(|known| known < group) + 1;
            if self.unset.contains(group) {
                self.push(format_args!("(?({number})\\{number})"));
            } else {
                self.push(format_args!("(?:\\{number})"));
            }
        }
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
