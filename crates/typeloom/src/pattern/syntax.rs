//! A pattern as a tree, in the terms of ECMA-262.

use super::set::Set;

/// A part of a pattern.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Node {
    /// Matches nothing more than where it stands.
    Empty,
    /// One character.
    Char(char),
    /// One character of a class, `.` and escapes such as `\d` included.
    Class(Class),
    /// `^`
    Start {
        /// Behind line ends too.
        lines: bool,
    },
    /// `$`
    End {
        /// Before line ends too.
        lines: bool,
    },
    /// `\b`, `\B`
    WordBoundary {
        /// `\B`
        negated: bool,
    },
    /// `(..)`, `(?<name>..)`, `(?:..)`, `(?i:..)`
    Group {
        /// Its number, where it captures.
        capture: Option<u32>,
        /// `(?i:..)`, and `false` for `(?-i:..)`.
        ignore_case: Option<bool>,
        node: Box<Node>,
    },
    /// `(?=..)`, `(?!..)`, `(?<=..)`, `(?<!..)`
    Look { behind: bool, negated: bool, node: Box<Node> },
    /// `*`, `+`, `?`, `{2,3}`
    Repeat { node: Box<Node>, min: u32, max: Option<u32>, lazy: bool },
    /// `\1`, `\k<name>`: the text that the one of these groups captured which took part, if any did.
    BackReference(Vec<u32>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// `|`
    Choice(Vec<Node>),
}

/// A class of characters: the set and the properties together, or all others.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Class {
    pub(super) negated: bool,
    pub(super) set: Set,
    pub(super) properties: Vec<Property>,
}

/// `\p{..}`
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Property {
    /// `\P{..}`
    pub(super) negated: bool,
    /// As the engine spells it, checked: `gc=Letter`, `sc=Greek`.
    pub(super) name: String,
}

impl Class {
    pub(super) fn of(ranges: &[(u32, u32)], negated: bool) -> Class {
        Class { negated, set: Set::new(ranges.to_vec()), properties: Vec::new() }
    }

    /// The characters, where no property is needed to tell.
    pub(super) fn to_set(&self) -> Option<Set> {
        let set = if self.negated { self.set.complement() } else { self.set.clone() };
        self.properties.is_empty().then_some(set)
    }
}

impl Node {
    /// The parts directly in it.
    pub(super) fn children(&self) -> &[Node] {
        match self {
            Node::Group { node, .. } | Node::Look { node, .. } | Node::Repeat { node, .. } => {
                std::slice::from_ref(node)
            }
            Node::Sequence(nodes) | Node::Choice(nodes) => nodes,
            Node::Empty
            | Node::Char(_)
            | Node::Class(_)
            | Node::Start { .. }
            | Node::End { .. }
            | Node::WordBoundary { .. }
            | Node::BackReference(_) => &[],
        }
    }
}

#[cfg(feature = "pattern")]
impl Node {
    /// Whether `is` holds for it or a part of it.
    pub(super) fn any(&self, is: &impl Fn(&Node) -> bool) -> bool {
        is(self) || self.children().iter().any(|child| child.any(is))
    }

    /// Whether it has what `regex` does not know: lookaround, references to groups, line ends of ECMAScript.
    pub(super) fn needs_own_engine(&self) -> bool {
        self.any(&|node| match node {
            Node::Look { .. } | Node::BackReference(_) => true,
            Node::Start { lines } | Node::End { lines } => *lines,
            Node::Empty
            | Node::Char(_)
            | Node::Class(_)
            | Node::WordBoundary { .. }
            | Node::Group { .. }
            | Node::Repeat { .. }
            | Node::Sequence(_)
            | Node::Choice(_) => false,
        })
    }
}
