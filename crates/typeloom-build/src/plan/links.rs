//! Where a schema says no more than another one: `{"$ref": ..}` with a description, `allOf` of one, `oneOf` of one
//! schema and `null`.
//!
//! In comes a schema, out comes the schema that decides its shape, and the step to it. Following a link loses no rule:
//! whatever is allowed by the one is allowed by the other, but for `null`, which [`KindTable`](super::kinds::KindTable)
//! knows of.

use super::draft::Draft;
use super::dynamic;
use crate::spec::{Keyword, SchemaId};
use std::collections::BTreeSet;
use typeloom::KindSet;

/// Where a schema leads to.
pub(super) struct Link {
    /// The schema that decides.
    pub target: SchemaId,
    /// The step to it: `/oneOf/0/$ref`.
    pub via: String,
    /// The kinds of the target that are meant.
    pub kinds: KindSet,
}

/// Follows the links from `start` up to the next schema with a name of its own.
pub(super) fn follow(draft: &Draft<'_>, start: SchemaId) -> Link {
    let kinds = draft.kinds.kinds(start).without(KindSet::NULL);
    let mut link = Link { target: start, via: String::new(), kinds };
    // Few links follow one another.
    let mut seen = vec![start];
    while link.target == start || !draft.named.contains_key(&link.target) {
        match step(draft, &link, start) {
            Some(next) if !seen.contains(&next.target) => {
                seen.push(next.target);
                link = next;
            }
            Some(_) | None => break,
        }
    }
    link
}

/// The next link after `from`, on the way from `start`.
fn step(draft: &Draft<'_>, from: &Link, start: SchemaId) -> Option<Link> {
    let mut kinds = from.kinds;
    let mut only = None;
    for (_, keyword) in draft.asserting(from.target) {
        match keyword {
            Keyword::Type(of) => kinds = kinds & of.values(),
            other if only.is_none() => only = Some(other),
            _ => return None, // a second rule beside the link
        }
    }
    let (target, step) = match only? {
        Keyword::Ref(reference) => (reference.target, "/$ref".to_owned()),
        Keyword::DynamicRef(reference) if dynamic::is_plain(draft.spec, reference) => {
            (reference.initial, "/$dynamicRef".to_owned())
        }
        Keyword::AllOf(schemas) => {
            let (index, target) = single(schemas, |id| !draft.is_trivial(id))?;
            (target, format!("/allOf/{index}"))
        }
        // Branches that no value of these kinds can match do not count.
        Keyword::AnyOf(schemas) => {
            let (index, target) = single(schemas, |id| is_live(draft, id, kinds))?;
            (target, format!("/anyOf/{index}"))
        }
        Keyword::OneOf(schemas) => {
            let (index, target) = single(schemas, |id| is_live(draft, id, kinds))?;
            (target, format!("/oneOf/{index}"))
        }
        _ => return None, // a rule of its own
    };
    if draft.named.contains_key(&target) {
        let wider = !kinds.covers(draft.kinds.kinds(target).without(KindSet::NULL));
        let with_null = draft.kinds.null(target) != Some(false) && draft.kinds.null(start) != Some(true);
        if wider || with_null {
            return None;
        }
    }
    Some(Link { target, via: format!("{}{step}", from.via), kinds })
}

/// Whether a value of `kinds` other than `null` could match a branch.
pub(super) fn is_live(draft: &Draft<'_>, branch: SchemaId, kinds: KindSet) -> bool {
    !(draft.kinds.kinds(branch) & kinds).without(KindSet::NULL).is_empty()
}

fn single(schemas: &[SchemaId], counts: impl Fn(SchemaId) -> bool) -> Option<(usize, SchemaId)> {
    let mut all = schemas.iter().copied().enumerate().filter(|&(_, id)| counts(id));
    let only = all.next()?;
    all.next().is_none().then_some(only)
}

/// A schema that a value has to obey, one of several that apply at once.
pub(super) struct Member {
    /// The schema.
    pub schema: SchemaId,
    /// The step to it: `/allOf/1/$ref`.
    pub via: String,
}

/// At most this many schemas are put together; where there are more, a rule by value takes care of the rest.
pub(super) const MEMBERS: usize = 512;

/// The schema and all that it includes by `$ref` and `allOf`, in the order of the document.
pub(super) fn members(draft: &Draft<'_>, start: SchemaId) -> Vec<Member> {
    let keywords = &draft.spec.schema(start).keywords;
    if !keywords.iter().any(|keyword| matches!(keyword.value, Keyword::Ref(_) | Keyword::AllOf(_))) {
        return vec![Member { schema: start, via: String::new() }];
    }
    let mut seen = BTreeSet::new();
    let mut members = Vec::new();
    let mut waiting = vec![Member { schema: start, via: String::new() }];
    while let Some(member) = waiting.pop() {
        if !seen.insert(member.schema) || members.len() >= MEMBERS {
            continue;
        }
        let mut included = Vec::new();
        for keyword in &draft.spec.schema(member.schema).keywords {
            match &keyword.value {
                Keyword::Ref(reference) => {
                    included.push(Member { schema: reference.target, via: format!("{}/$ref", member.via) });
                }
                Keyword::AllOf(schemas) => included.extend((0..).zip(schemas).map(|(index, &schema): (usize, _)| {
                    Member { schema, via: format!("{}/allOf/{index}", member.via) }
                })),
                _ => {} // the other keywords include nothing that applies to every value
            }
        }
        waiting.extend(included.into_iter().rev());
        members.push(member);
    }
    members
}
