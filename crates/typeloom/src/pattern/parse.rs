//! Reads a pattern of ECMA-262 into a tree.
//!
//! The meaning is that of the `u` flag, as JSON Schema recommends. Spellings without the flag (annex B) that patterns in
//! schemas use are read too, where they can mean one thing only: `\-`, `\@`, a literal `{`, `}` or `]`, `[\w-.]`. What is
//! wrong is an error with its place. Nesting is bounded, since the tree is walked by recursion.

mod class;
mod escape;
mod groups;

use super::syntax::{Class, Node};
use super::{PatternError, set};
use groups::Groups;

/// How deep groups may nest.
const DEEPEST: usize = 50;

/// The tree of a pattern.
pub(super) fn parse(source: &str) -> Result<Node, PatternError> {
    let mut parser = Parser { source, at: 0, groups: Groups::scan(source), flags: Flags::default() };
    let node = parser.choice(0)?;
    if parser.peek().is_some() {
        return Err(parser.error("`)` without a group to close"));
    }
    parser.groups.check(&node)?;
    Ok(node)
}

struct Parser<'a> {
    source: &'a str,
    /// Where the rest begins, in bytes.
    at: usize,
    groups: Groups<'a>,
    flags: Flags,
}

/// What `(?ims:..)` switches.
#[derive(Clone, Copy, Default)]
struct Flags {
    lines: bool,
    dot_all: bool,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    /// Steps over `text`, if it comes next.
    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn error(&self, message: impl Into<String>) -> PatternError {
        PatternError::syntax(self.at, message)
    }

    fn choice(&mut self, depth: usize) -> Result<Node, PatternError> {
        if depth > DEEPEST {
            return Err(PatternError::limit(self.at, format!("groups nest deeper than {DEEPEST}")));
        }
        let first = self.sequence(depth)?;
        if self.peek() != Some('|') {
            return Ok(first);
        }
        let mut branches = vec![first];
        while self.eat("|") {
            branches.push(self.sequence(depth)?);
        }
        Ok(Node::Choice(branches))
    }

    fn sequence(&mut self, depth: usize) -> Result<Node, PatternError> {
        let mut nodes = Vec::new();
        while let Some(next) = self.peek()
            && !matches!(next, '|' | ')')
        {
            let node = self.term(depth)?;
            let node = self.repeated(node)?;
            if node != Node::Empty {
                nodes.push(node);
            }
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.swap_remove(0),
            _ => Node::Sequence(nodes),
        })
    }

    fn term(&mut self, depth: usize) -> Result<Node, PatternError> {
        let start = self.at;
        Ok(match self.bump() {
            None => Node::Empty,
            Some('^') => Node::Start { lines: self.flags.lines },
            Some('$') => Node::End { lines: self.flags.lines },
            Some('.') => {
                let ends = if self.flags.dot_all { &[][..] } else { set::LINE_END };
                Node::Class(Class::of(ends, true))
            }
            Some('(') => self.group(depth)?,
            Some('[') => self.class()?,
            Some('\\') => self.escape()?,
            Some('*' | '+' | '?') => return Err(PatternError::syntax(start, "nothing to repeat")),
            Some('{') => {
                self.at = start;
                if self.counts().is_some() {
                    return Err(PatternError::syntax(start, "nothing to repeat"));
                }
                self.at = start + 1;
                Node::Char('{')
            }
            Some(character) => Node::Char(character),
        })
    }

    /// What follows `(`.
    fn group(&mut self, depth: usize) -> Result<Node, PatternError> {
        let start = self.at;
        let flags = self.flags;
        let (mut capture, mut ignore_case, mut look) = (None, None, None);
        if !self.eat("?") {
            capture = Some(self.groups.open());
        } else if self.eat(":") {
        } else if self.eat("=") {
            look = Some((false, false));
        } else if self.eat("!") {
            look = Some((false, true));
        } else if self.eat("<=") {
            look = Some((true, false));
        } else if self.eat("<!") {
            look = Some((true, true));
        } else if self.eat("<") {
            self.group_name()?;
            capture = Some(self.groups.open());
        } else {
            ignore_case = self.modifiers(start)?;
        }
        let node = Box::new(self.choice(depth + 1)?);
        if !self.eat(")") {
            return Err(PatternError::syntax(start.saturating_sub(1), "this group is not closed"));
        }
        self.flags = flags;
        Ok(match look {
            Some((behind, negated)) => Node::Look { behind, negated, node },
            None => Node::Group { capture, ignore_case, node },
        })
    }

    /// `ims-ims:` of `(?i:..)`, behind the question mark. Gives whether case is ignored.
    fn modifiers(&mut self, start: usize) -> Result<Option<bool>, PatternError> {
        let error = |message: &str| Err(PatternError::syntax(start.saturating_sub(1), message));
        let (mut on, mut seen, mut ignore_case) = (true, String::new(), None);
        loop {
            match self.bump() {
                Some(':') if !seen.is_empty() => return Ok(ignore_case),
                Some('-') if on => on = false,
                Some(flag @ ('i' | 'm' | 's')) if !seen.contains(flag) => {
                    seen.push(flag);
                    match flag {
                        'i' => ignore_case = Some(on),
                        'm' => self.flags.lines = on,
                        _ => self.flags.dot_all = on,
                    }
                }
                Some(')') if !seen.is_empty() => {
                    return error("ECMA-262 has no flags for the rest of a pattern: write `(?i:..)` around it");
                }
                Some('P') if seen.is_empty() => return error("ECMA-262 writes named groups `(?<name>..)`"),
                Some('#') if seen.is_empty() => return error("ECMA-262 has no comments in patterns"),
                Some('>') if seen.is_empty() => return error("ECMA-262 has no atomic groups"),
                _ => return error("unknown kind of group"),
            }
        }
    }

    /// `name>`
    fn group_name(&mut self) -> Result<&'a str, PatternError> {
        let start = self.at;
        let name = self.rest().split_once('>').map(|(name, _)| name).filter(|name| groups::is_name(name));
        let Some(name) = name else {
            return Err(PatternError::syntax(start, "a group's name is an identifier, followed by `>`"));
        };
        self.at += name.len() + 1;
        Ok(name)
    }

    /// The node with the quantifier that follows it, if one does.
    fn repeated(&mut self, node: Node) -> Result<Node, PatternError> {
        let at = self.at;
        let Some((min, max)) = self.quantifier() else { return Ok(node) };
        let lazy = self.eat("?");
        match node {
            Node::Start { .. } | Node::End { .. } | Node::WordBoundary { .. } | Node::Look { behind: true, .. } => {
                return Err(PatternError::syntax(at, "nothing to repeat: an assertion has no length"));
            }
            Node::Empty
            | Node::Look { .. }
            | Node::Char(_)
            | Node::Class(_)
            | Node::Group { .. }
            | Node::Repeat { .. }
            | Node::BackReference(_)
            | Node::Sequence(_)
            | Node::Choice(_) => {}
        }
        if max.is_some_and(|max| max < min) {
            return Err(PatternError::syntax(at, "the counts are out of order"));
        }
        Ok(Node::Repeat { node: Box::new(node), min, max, lazy })
    }

    fn quantifier(&mut self) -> Option<(u32, Option<u32>)> {
        match self.peek() {
            Some('*') => {
                self.at += 1;
                Some((0, None))
            }
            Some('+') => {
                self.at += 1;
                Some((1, None))
            }
            Some('?') => {
                self.at += 1;
                Some((0, Some(1)))
            }
            Some('{') => self.counts(),
            _ => None,
        }
    }

    /// `{2}`, `{2,}` or `{2,3}`. Anything else in braces is text.
    fn counts(&mut self) -> Option<(u32, Option<u32>)> {
        let counts = self.rest().strip_prefix('{').and_then(|rest| rest.split_once('}')).and_then(|(counts, _)| {
            let (min, max) = counts.split_once(',').map_or((counts, None), |(min, max)| (min, Some(max)));
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let good = !min.is_empty() && digits(min) && max.is_none_or(digits);
            good.then_some((min, max, counts.len()))
        });
        let (min, max, length) = counts?;
        self.at += length + 2;
        // No text is so long that a greater count would differ.
        let number = |text: &str| match text.trim_start_matches('0') {
            "" => 0,
            digits => digits.parse().unwrap_or(u32::MAX),
        };
        let min = number(min);
        Some(match max {
            None => (min, Some(min)),
            Some("") => (min, None),
            Some(max) => (min, Some(number(max))),
        })
    }
}
