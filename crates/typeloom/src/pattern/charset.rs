//! Classes as sets that can be asked quickly, with properties and letter case resolved.

use super::set::Set;
use super::syntax::{Class, Node, Property};
use regex_syntax::hir::{self, ClassUnicode, ClassUnicodeRange, HirKind};

/// A set of characters.
#[derive(Debug)]
pub(super) struct CharSet {
    /// One bit for each character of ASCII.
    ascii: u128,
    set: Set,
}

impl CharSet {
    /// What a node takes that takes one character, and nothing for any other node.
    pub(super) fn of(node: &Node, ignore_case: bool) -> Option<CharSet> {
        let set = match node {
            Node::Char(character) => {
                let set = Set::new(vec![(u32::from(*character), u32::from(*character))]);
                if ignore_case { fold(&set) } else { set }
            }
            Node::Class(class) => resolve(class, ignore_case),
            Node::Empty
            | Node::Start { .. }
            | Node::End { .. }
            | Node::WordBoundary { .. }
            | Node::Group { .. }
            | Node::Look { .. }
            | Node::Repeat { .. }
            | Node::BackReference(_)
            | Node::Sequence(_)
            | Node::Choice(_) => return None,
        };
        let ascii = (0..128).filter(|bit| contains(&set, *bit)).fold(0, |bits, bit| bits | 1u128 << bit);
        Some(CharSet { ascii, set })
    }

    pub(super) fn has(&self, character: char) -> bool {
        let point = u32::from(character);
        if point < 128 { self.ascii >> point & 1 == 1 } else { contains(&self.set, point) }
    }

    pub(super) fn intersects(&self, other: &CharSet) -> bool {
        let (mut a, mut b) = (self.set.ranges().iter().peekable(), other.set.ranges().iter().peekable());
        while let (Some((a_start, a_end)), Some((b_start, b_end))) = (a.peek(), b.peek()) {
            if a_start <= b_end && b_start <= a_end {
                return true;
            }
            if a_end < b_end {
                a.next()
            } else {
                b.next()
            };
        }
        false
    }
}

fn contains(set: &Set, point: u32) -> bool {
    let index = set.ranges().partition_point(|(_, end)| *end < point);
    set.ranges().get(index).is_some_and(|(start, _)| *start <= point)
}

/// Letter case counts before the negation, as in ECMAScript.
fn resolve(class: &Class, ignore_case: bool) -> Set {
    let mut ranges = class.set.ranges().to_vec();
    for property in &class.properties {
        ranges.extend(property_set(property).ranges());
    }
    let set = Set::new(ranges);
    let set = if ignore_case { fold(&set) } else { set };
    if class.negated { set.complement() } else { set }
}

fn property_set(property: &Property) -> Set {
    // The name was checked when the pattern was read; were it unknown here, nothing would have the property.
    let set = match regex_syntax::parse(&format!(r"\p{{{}}}", property.name)).map(hir::Hir::into_kind) {
        Ok(HirKind::Class(hir::Class::Unicode(class))) => to_set(&class),
        _ => Set::default(),
    };
    if property.negated { set.complement() } else { set }
}

/// With all characters that differ in letter case only.
fn fold(set: &Set) -> Set {
    let range =
        |(start, end): &(u32, u32)| Some(ClassUnicodeRange::new(char::from_u32(*start)?, char::from_u32(*end)?));
    let mut class = ClassUnicode::new(set.ranges().iter().filter_map(range));
    // It can only fail without the tables, which this crate asks for.
    let _ = class.try_case_fold_simple();
    to_set(&class)
}

fn to_set(class: &ClassUnicode) -> Set {
    Set::new(class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect())
}

/// Whether two characters differ in letter case at most.
pub(super) fn is_same(a: char, b: char, ignore_case: bool) -> bool {
    a == b || ignore_case && CharSet::of(&Node::Char(a), true).is_some_and(|set| set.has(b))
}
