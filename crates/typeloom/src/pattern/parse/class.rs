//! Classes: `[a-z\d]`.

use super::Parser;
use super::escape::Escape;
use crate::pattern::PatternError;
use crate::pattern::set::Set;
use crate::pattern::syntax::{Class, Node};

impl Parser<'_> {
    /// What follows `[`.
    pub(super) fn class(&mut self) -> Result<Node, PatternError> {
        let start = self.at.saturating_sub(1);
        let negated = self.eat("^");
        let (mut ranges, mut properties) = (Vec::new(), Vec::new());
        loop {
            let item_start = self.at;
            let item = match self.class_item(start)? {
                None => break,
                Some(item) => item,
            };
            let low = match item {
                Escape::Point(point) => point,
                Escape::Class(class) => {
                    add(class, &mut ranges, &mut properties);
                    continue;
                }
            };
            // A hyphen before the bracket or beside a class is itself.
            if !self.rest().starts_with('-') || self.rest().starts_with("-]") {
                ranges.push((low, low));
                continue;
            }
            self.at += 1;
            match self.class_item(start)? {
                Some(Escape::Point(high)) if low <= high => ranges.push((low, high)),
                Some(Escape::Point(_)) => {
                    return Err(PatternError::syntax(item_start, "the range is out of order"));
                }
                Some(Escape::Class(class)) => {
                    ranges.extend([(low, low), ('-'.into(), '-'.into())]);
                    add(class, &mut ranges, &mut properties);
                }
                None => break,
            }
        }
        Ok(Node::Class(Class { negated, set: Set::new(ranges), properties }))
    }

    /// A character or an escape, and nothing at the closing bracket, which is stepped over.
    fn class_item(&mut self, start: usize) -> Result<Option<Escape>, PatternError> {
        Ok(Some(match self.bump() {
            None => return Err(PatternError::syntax(start, "this class is not closed")),
            Some(']') => return Ok(None),
            Some('\\') => match self.peek() {
                Some('b') => {
                    self.at += 1;
                    Escape::Point(0x08)
                }
                Some('-') => {
                    self.at += 1;
                    Escape::Point('-'.into())
                }
                _ => self.shared_escape()?,
            },
            Some(character) => Escape::Point(character.into()),
        }))
    }
}

/// A class inside a class. One that is negated has no properties, or no set.
fn add(class: Class, ranges: &mut Vec<(u32, u32)>, properties: &mut Vec<crate::pattern::syntax::Property>) {
    match class.to_set() {
        Some(set) => ranges.extend(set.ranges()),
        None => properties.extend(class.properties),
    }
}
