//! Merge keys: `<<: *base` puts the members of another mapping behind those that are written here, which win.
//!
//! While a mapping is open its members are kept as written; this makes the final ones of them.

use crate::diagnostic::{Code, Sink};
use crate::read::node::{Member, Node, NodeKind};
use crate::source::Span;
use std::collections::BTreeSet;

/// The name under which a mapping to merge waits. No key is called so: a control character cannot be written in YAML
/// but by an escape, and keys with it are refused.
const MERGE: &str = "\u{0}<<";

/// The name of the value of something that is no key.
pub(super) const DROPPED: &str = "\u{0}";

/// A mapping to merge.
pub(super) fn member(span: Span, value: Node) -> Member {
    Member { name: MERGE.to_owned(), name_span: span, value }
}

/// The members of a mapping: those written in it, then those that are merged.
pub(super) fn resolve(members: Vec<Member>, sink: &mut Sink) -> Vec<Member> {
    if members.iter().all(|member| !member.name.starts_with('\u{0}')) {
        return members;
    }
    let (special, mut own): (Vec<Member>, Vec<Member>) =
        members.into_iter().partition(|member| member.name.starts_with('\u{0}'));
    let mut taken: BTreeSet<String> = own.iter().map(|member| member.name.clone()).collect();
    for Member { name, name_span, value } in special {
        if name == DROPPED {
            continue;
        }
        if name != MERGE {
            sink.report(Code::YamlSyntax, name_span).message("a key with a zero in it").help("write another key");
            continue;
        }
        let span = value.span;
        let mappings = match value.kind {
            NodeKind::Array(items) => items,
            kind @ (NodeKind::Null
            | NodeKind::Bool(_)
            | NodeKind::Number(_)
            | NodeKind::String(_)
            | NodeKind::Object(_)) => vec![Node { span, kind }],
        };
        for mapping in mappings {
            let NodeKind::Object(merged) = mapping.kind else {
                sink.report(Code::YamlSyntax, mapping.span)
                    .message("`<<` merges mappings only")
                    .label("not a mapping")
                    .related(name_span, "to be merged here")
                    .help("write `\"<<\"` in quotes if it is a key");
                continue;
            };
            own.extend(merged.into_iter().filter(|member| taken.insert(member.name.clone())));
        }
    }
    own
}
