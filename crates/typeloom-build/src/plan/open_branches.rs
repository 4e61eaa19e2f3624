//! Unions with a branch that accepts everything: `{}`, `true`, or one that has only annotations.
//!
//! Such a `oneOf` accepts what no other branch takes, and nothing else, which nobody means; such an `anyOf` accepts
//! everything, whatever its other branches say.

use super::draft::Draft;
use crate::diagnostic::{Code, Severity, Sink};
use crate::spec::{Keyword, Origin, SchemaId};
use std::collections::BTreeSet;

/// How far references lead from a branch.
const DEPTH: u8 = 16;

/// Looks at every union.
pub(super) fn report(draft: &Draft<'_>, sink: &mut Sink) {
    let types = draft.spec.types.iter();
    // It is said of these that they hold any JSON.
    let stand_ins: BTreeSet<SchemaId> =
        types.filter(|named| named.origin == Origin::StandIn).map(|named| named.schema).collect();
    for id in draft.spec.ids() {
        let keywords = &draft.spec.schema(id).keywords;
        let chosen = keywords.iter().any(|keyword| matches!(keyword.value, Keyword::Discriminator(_)));
        for keyword in keywords {
            match &keyword.value {
                // A `discriminator` chooses the branch, whatever the others take.
                Keyword::OneOf(branches) if !chosen => union(draft, branches, true, &stand_ins, sink),
                Keyword::AnyOf(branches) => union(draft, branches, false, &stand_ins, sink),
                _ => {} // two keywords are unions
            }
        }
    }
}

fn union(draft: &Draft<'_>, branches: &[SchemaId], one: bool, stand_ins: &BTreeSet<SchemaId>, sink: &mut Sink) {
    let open = |id: &&SchemaId| is_open(draft, **id, stand_ins, DEPTH);
    let (Some(first), true) = (branches.iter().find(open), branches.len() > 1) else { return };
    let span = draft.spec.schema(*first).span;
    let diagnostic = sink.report(Code::OpenBranch, span);
    if one {
        diagnostic
            .message("a branch of `oneOf` accepts everything, so only what no other branch accepts is valid")
            .label("accepts what every other branch accepts too, and `oneOf` wants exactly one that does")
            .help("the type holds every value; it is `validate` and `Valid` that refuse what two branches accept");
    } else {
        diagnostic.severity = Severity::Note;
        diagnostic
            .message("a branch of `anyOf` accepts everything, so the other branches exclude nothing")
            .label("any JSON is valid here");
    }
}

fn is_open(draft: &Draft<'_>, id: SchemaId, stand_ins: &BTreeSet<SchemaId>, depth: u8) -> bool {
    if depth == 0 || stand_ins.contains(&id) {
        return false;
    }
    draft.asserting(id).all(|(_, keyword)| match keyword {
        Keyword::Ref(reference) => is_open(draft, reference.target, stand_ins, depth - 1),
        _ => false, // a rule
    })
}
