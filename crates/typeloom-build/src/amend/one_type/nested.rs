//! What a schema describes in place, and a page under a name: `AuthMethod.type` is a list of values there, and here the
//! page `AuthMethodType`. It is one type, and that is its name.

use super::equal;
use super::is_table;
use crate::convention::fold;
use crate::spec::{Keyword, NamedSchema, Origin, Reference, SchemaId, Spec};
use std::collections::BTreeMap;

/// Lists in lists that are looked into.
const CHAIN: usize = 8;

/// What of `mine` is described in place, where `other`, of a page, refers to another page for it.
pub(super) fn pair(spec: &Spec, mut mine: SchemaId, mut other: SchemaId) -> Option<(SchemaId, SchemaId)> {
    for _ in 0..CHAIN {
        let (ours, theirs) = (spec.schema(mine), spec.schema(other));
        if ours.keywords.iter().any(|keyword| keyword.value.reference().is_some()) {
            return None;
        }
        if let Some(page) = theirs.keywords.iter().find_map(|keyword| keyword.value.reference()) {
            let holds = |keyword: &Keyword| matches!(keyword, Keyword::Properties(_) | Keyword::Enum(_));
            let both =
                [mine, page].iter().all(|id| spec.schema(*id).keywords.iter().any(|keyword| holds(&keyword.value)));
            return (both && is_table(spec, page)).then_some((mine, page));
        }
        (mine, other) = (inner(spec, mine)?, inner(spec, other)?);
    }
    None
}

/// The items of a list, the values of a map, the one part of an `allOf`.
fn inner(spec: &Spec, id: SchemaId) -> Option<SchemaId> {
    spec.schema(id).keywords.iter().find_map(|keyword| match &keyword.value {
        Keyword::Items(inner) | Keyword::AdditionalProperties(inner) => Some(*inner),
        Keyword::AllOf(parts) => parts.first().copied().filter(|_| parts.len() == 1),
        _ => None, // nothing else is about all of what is inside
    })
}

/// Makes a type of what is described in place, with the name of its page; yields both, the page to be merged. A second
/// place that says the same as the first refers to that.
pub(super) fn name(
    spec: &mut Spec,
    (inner, page): (SchemaId, SchemaId),
    replaced: &mut BTreeMap<SchemaId, SchemaId>,
) -> Option<(NamedSchema, NamedSchema)> {
    if let Some(&first) = replaced.get(&page) {
        if equal::same(spec, first, inner) {
            refer(spec, inner, first);
        }
        return None;
    }
    let page = spec.types.iter().find(|named| named.schema == page)?.clone();
    let taken = |named: &NamedSchema| {
        named.schema == inner || fold(&named.name) == fold(&page.name) && named.schema != page.schema
    };
    if spec.types.iter().any(taken) {
        return None;
    }
    let schema = SchemaId(spec.schemas.len() as u32);
    let moved = spec.schema(inner).clone();
    let span = moved.span;
    spec.schemas.push(moved);
    refer(spec, inner, schema);
    let named = NamedSchema { name: page.name.clone(), schema, span, origin: Origin::Definition, rust_name: None };
    let behind = |other: &NamedSchema| other.span.source == span.source && other.span.start > span.start;
    let position = spec.types.iter().position(behind).unwrap_or(spec.types.len());
    spec.types.insert(position, named.clone());
    replaced.insert(page.schema, schema);
    Some((named, page))
}

/// Lets a place refer to a type instead of describing it.
fn refer(spec: &mut Spec, place: SchemaId, target: SchemaId) {
    let text = spec.schema(target).pointer.clone();
    let place = spec.schema_mut(place);
    place.keywords = vec![place.span.at(Keyword::Ref(Reference { target, text }))];
}
