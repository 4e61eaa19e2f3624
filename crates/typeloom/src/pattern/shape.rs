//! Patterns that a loop over the characters decides: a literal, or classes with counts one after the other.
//!
//! In comes a tree, out comes a list of steps if each step can take as many characters as it likes without ever having
//! to give one back. That is so where no character of a step of varying length can belong to what follows it.

use super::charset::CharSet;
use super::syntax::Node;

/// A pattern that needs no engine.
#[derive(Debug)]
pub(super) enum Shape {
    /// The text has this in it, at its beginning if `start`, at its end if `end`.
    Literal { text: String, start: bool, end: bool },
    /// From the beginning of the text, and up to its end if `end`.
    Steps { steps: Vec<Step>, end: bool },
}

/// Characters of one class.
#[derive(Debug)]
pub(super) struct Step {
    set: CharSet,
    min: u32,
    max: u32,
}

impl Shape {
    /// The shape of a pattern, if it has one.
    pub(super) fn of(node: &Node) -> Option<Shape> {
        let mut parts = Vec::new();
        flatten(node, &mut parts)?;
        let start = matches!(parts.first(), Some(Node::Start { lines: false }));
        let end = parts.len() > usize::from(start) && matches!(parts.last(), Some(Node::End { lines: false }));
        let inner = parts.get(usize::from(start)..parts.len() - usize::from(end))?;
        if let Some(text) =
            inner.iter().map(|part| if let Node::Char(char) = part { Some(*char) } else { None }).collect()
        {
            return Some(Shape::Literal { text, start, end });
        }
        let steps: Vec<Step> = inner.iter().map(|part| step(part)).collect::<Option<_>>()?;
        (start && is_decided(&steps)).then_some(Shape::Steps { steps, end })
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        match self {
            Shape::Literal { text: literal, start, end } => match (start, end) {
                (true, true) => text == literal,
                (true, false) => text.starts_with(literal),
                (false, true) => text.ends_with(literal),
                (false, false) => text.contains(literal),
            },
            Shape::Steps { steps, end } => {
                let mut rest = text.chars();
                steps.iter().all(|step| step.take(&mut rest)) && (!end || rest.as_str().is_empty())
            }
        }
    }
}

/// The parts of a sequence, without the brackets of groups that only hold a sequence.
fn flatten<'a>(node: &'a Node, parts: &mut Vec<&'a Node>) -> Option<()> {
    match node {
        Node::Empty => {}
        Node::Char(_) | Node::Class(_) | Node::Start { .. } | Node::End { .. } | Node::Repeat { .. } => {
            parts.push(node)
        }
        Node::Group { ignore_case: None, node, .. } => flatten(node, parts)?,
        Node::Sequence(nodes) => nodes.iter().try_for_each(|node| flatten(node, parts))?,
        Node::Group { ignore_case: Some(_), .. }
        | Node::WordBoundary { .. }
        | Node::Look { .. }
        | Node::BackReference(_)
        | Node::Choice(_) => return None,
    }
    Some(())
}

fn step(node: &Node) -> Option<Step> {
    let (node, min, max) = match node {
        Node::Repeat { node, min, max, .. } => (&**node, *min, max.unwrap_or(u32::MAX)),
        _ => (node, 1, 1),
    };
    let node = match node {
        Node::Group { ignore_case: None, node, .. } => node,
        _ => node,
    };
    let set = CharSet::of(node, false)?;
    Some(Step { set, min, max })
}

fn is_decided(steps: &[Step]) -> bool {
    steps.iter().enumerate().all(|(index, step)| {
        let mut after = steps.iter().skip(index + 1);
        let mut passed = false;
        step.min == step.max
            || after.all(|next| {
                let apart = passed || !step.set.intersects(&next.set);
                passed |= next.min > 0;
                apart
            })
    })
}

impl Step {
    /// Takes as many characters as it can. Says whether they were enough.
    fn take(&self, rest: &mut std::str::Chars<'_>) -> bool {
        let mut count = 0;
        let mut ahead = rest.clone();
        while count < self.max
            && let Some(character) = ahead.next()
            && self.set.has(character)
        {
            count += 1;
            *rest = ahead.clone();
        }
        count >= self.min
    }
}
