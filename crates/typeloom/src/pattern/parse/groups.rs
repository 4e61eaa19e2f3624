//! The groups of a pattern: how many there are, what they are called, and which of them a reference can mean.

use crate::pattern::PatternError;
use crate::pattern::syntax::Node;
use std::collections::BTreeSet;

/// What is known of the groups while a pattern is read.
pub(super) struct Groups<'a> {
    /// How many the whole pattern has.
    count: u32,
    /// The names in the whole pattern: name, group, place.
    names: Vec<(&'a str, u32, usize)>,
    /// How many have begun.
    begun: u32,
}

impl<'a> Groups<'a> {
    /// Counts the groups ahead of the reading, since a reference may come before its group. Of a pattern that is not
    /// well-formed the count may be wrong; reading it fails for another reason then.
    pub(super) fn scan(source: &'a str) -> Groups<'a> {
        let mut groups = Groups { count: 0, names: Vec::new(), begun: 0 };
        let mut in_class = false;
        let mut characters = source.char_indices();
        while let Some((index, character)) = characters.next() {
            match character {
                '\\' => {
                    characters.next();
                }
                '[' => in_class = true,
                ']' => in_class = false,
                '(' if !in_class => {
                    let rest = characters.as_str();
                    let name = rest.strip_prefix("?<").filter(|rest| !rest.starts_with(['=', '!']));
                    if name.is_some() || !rest.starts_with('?') {
                        groups.count += 1;
                    }
                    if let Some((name, _)) = name.and_then(|rest| rest.split_once('>')) {
                        groups.names.push((name, groups.count, index + "(?<".len()));
                    }
                }
                _ => {}
            }
        }
        groups
    }

    /// The next group begins. Gives its number.
    pub(super) fn open(&mut self) -> u32 {
        self.begun += 1;
        self.begun
    }

    /// Whether there is a group of this number.
    pub(super) fn exists(&self, number: u32) -> bool {
        (1..=self.count).contains(&number)
    }

    /// The groups of this name.
    pub(super) fn named(&self, name: &str) -> Vec<u32> {
        self.names.iter().filter(|(known, _, _)| *known == name).map(|(_, number, _)| *number).collect()
    }

    /// Groups of one name must be in different branches, so that one at most takes part.
    pub(super) fn check(&self, node: &Node) -> Result<(), PatternError> {
        let distinct: BTreeSet<&str> = self.names.iter().map(|(name, _, _)| *name).collect();
        if distinct.len() == self.names.len() { Ok(()) } else { self.names_in(node).map(|_| ()) }
    }

    fn names_in(&self, node: &Node) -> Result<BTreeSet<&'a str>, PatternError> {
        let own = match node {
            Node::Group { capture: Some(number), .. } => self.names.iter().find(|(_, group, _)| group == number),
            _ => None,
        };
        let mut names: BTreeSet<&str> = own.iter().map(|(name, _, _)| *name).collect();
        for child in node.children() {
            for name in self.names_in(child)? {
                if !names.insert(name) && !matches!(node, Node::Choice(_)) {
                    let offset =
                        self.names.iter().rev().find(|(known, _, _)| *known == name).map_or(0, |(_, _, at)| *at);
                    return Err(PatternError::syntax(offset, format!("two groups are called `{name}`")));
                }
            }
        }
        Ok(names)
    }
}

/// Whether `text` can be the name of a group: an identifier of ECMAScript.
pub(super) fn is_name(text: &str) -> bool {
    let is_start = |character: char| character.is_alphabetic() || matches!(character, '$' | '_');
    text.starts_with(is_start)
        && text.chars().all(|character| {
            is_start(character) || character.is_alphanumeric() || matches!(character, '\u{200C}' | '\u{200D}')
        })
}
