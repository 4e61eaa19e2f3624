//! What references to groups need: which groups are referred to, and whether one may be without a capture.
//!
//! ECMAScript forgets what groups inside a repetition captured when the next round begins; the engine does not. Where
//! that could be seen, the pattern is refused.

use super::PatternError;
use super::syntax::Node;
use std::collections::BTreeSet;

/// The groups that something refers to.
pub(super) fn referenced(node: &Node) -> BTreeSet<u32> {
    let mut groups = BTreeSet::new();
    collect(node, &mut groups);
    groups
}

fn collect(node: &Node, groups: &mut BTreeSet<u32>) {
    if let Node::BackReference(numbers) = node {
        groups.extend(numbers);
    }
    for child in node.children() {
        collect(child, groups);
    }
}

/// Refuses a pattern in which a reference could see the capture of an earlier round.
pub(super) fn check(node: &Node) -> Result<(), PatternError> {
    for group in referenced(node) {
        if let Some(Path { stale: true, .. }) = path(node, group) {
            let message =
                format!("references to group {group}, which a round of a repetition may leave out, are not supported");
            return Err(PatternError::unsupported(0, message));
        }
    }
    Ok(())
}

/// Whether a match of `node` may leave `group` without a capture.
pub(super) fn may_be_unset(node: &Node, group: u32) -> bool {
    path(node, group).is_none_or(|path| path.optional)
}

/// What lies between a node and a group in it.
struct Path {
    /// A match of the node may leave the group out.
    optional: bool,
    /// So may a round of a repetition in the node.
    stale: bool,
}

fn path(node: &Node, group: u32) -> Option<Path> {
    if let Node::Group { capture: Some(number), .. } = node
        && *number == group
    {
        return Some(Path { optional: false, stale: false });
    }
    let inner = node.children().iter().find_map(|child| path(child, group))?;
    Some(match node {
        Node::Choice(_) | Node::Look { negated: true, .. } => Path { optional: true, ..inner },
        Node::Repeat { min, max, .. } => Path {
            optional: inner.optional || *min == 0,
            stale: inner.stale || inner.optional && max.is_none_or(|max| max > 1),
        },
        Node::Group { .. }
        | Node::Look { .. }
        | Node::Sequence(_)
        | Node::Empty
        | Node::Char(_)
        | Node::Class(_)
        | Node::Start { .. }
        | Node::End { .. }
        | Node::WordBoundary { .. }
        | Node::BackReference(_) => inner,
    })
}
