//! What a schema describes in place, and a page under a name: `AuthMethod.type` is a list of values there, and here the
//! page `AuthMethodType`. It is one type, and that is its name.

use super::equal;
use super::is_table;
use crate::convention::fold;
use crate::spec::{Keyword, NamedSchema, Origin, Reference, SchemaId, Spec};
use std::collections::{BTreeMap, BTreeSet};

/// Lists in lists that are looked into.
const CHAIN: usize = 8;

/// What a schema describes in place, and the page that describes the same under a name.
#[derive(Clone)]
pub(super) struct Pair {
    /// The field: `AuthMethod.type`.
    pub title: String,
    /// The place in the schema.
    pub inner: SchemaId,
    /// What the page describes.
    pub page: SchemaId,
}

/// What came of a pair.
pub(super) enum Outcome {
    /// A type, and the page that is to be merged into it.
    Named(Box<NamedSchema>, Box<NamedSchema>),
    /// Another place said the same, and is a type already.
    Known,
    /// The place stays without a name.
    Apart,
}

/// The types by schema and by name.
pub(super) struct Names {
    types: BTreeMap<SchemaId, NamedSchema>,
    folded: BTreeMap<String, BTreeSet<SchemaId>>,
}

impl Names {
    /// Those of all types.
    pub fn of(spec: &Spec) -> Names {
        let mut names = Names { types: BTreeMap::new(), folded: BTreeMap::new() };
        spec.types.iter().for_each(|named| names.add(named));
        names
    }

    fn add(&mut self, named: &NamedSchema) {
        self.folded.entry(fold(&named.name)).or_default().insert(named.schema);
        self.types.entry(named.schema).or_insert_with(|| named.clone());
    }
}

/// What of `mine` is described in place, where `other`, of a page, refers to another page for it.
pub(super) fn pair(spec: &Spec, title: &str, mut mine: SchemaId, mut other: SchemaId) -> Option<Pair> {
    for _ in 0..CHAIN {
        let (ours, theirs) = (spec.schema(mine), spec.schema(other));
        if ours.keywords.iter().any(|keyword| keyword.value.reference().is_some()) {
            return None;
        }
        if let Some(page) = theirs.keywords.iter().find_map(|keyword| keyword.value.reference()) {
            let holds = |keyword: &Keyword| matches!(keyword, Keyword::Properties(_) | Keyword::Enum(_));
            let both =
                [mine, page].iter().all(|id| spec.schema(*id).keywords.iter().any(|keyword| holds(&keyword.value)));
            let pair = Pair { title: title.to_owned(), inner: mine, page };
            return (both && is_table(spec, page)).then_some(pair);
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

/// Makes a type of what is described in place, with the name of its page. A second place that says the same as the
/// first refers to that.
pub(super) fn name(
    spec: &mut Spec,
    pair: &Pair,
    names: &mut Names,
    replaced: &mut BTreeMap<SchemaId, SchemaId>,
) -> Outcome {
    let inner = pair.inner;
    if let Some(&first) = replaced.get(&pair.page) {
        if !equal::same(spec, first, inner) {
            return Outcome::Apart;
        }
        refer(spec, inner, first);
        return Outcome::Known;
    }
    let Some(page) = names.types.get(&pair.page).cloned() else { return Outcome::Apart };
    let others = names.folded.get(&fold(&page.name));
    if names.types.contains_key(&inner) || others.is_some_and(|others| others.iter().any(|id| *id != page.schema)) {
        return Outcome::Apart;
    }
    let schema = SchemaId(spec.schemas.len() as u32);
    let moved = spec.schema(inner).clone();
    let span = moved.span;
    spec.schemas.push(moved);
    refer(spec, inner, schema);
    let named = NamedSchema {
        name: page.name.clone(),
        schema,
        span,
        origin: Origin::Definition,
        rust_name: None,
        secret: None,
    };
    let behind = |other: &NamedSchema| other.span.source == span.source && other.span.start > span.start;
    let position = spec.types.iter().position(behind).unwrap_or(spec.types.len());
    spec.types.insert(position, named.clone());
    names.add(&named);
    replaced.insert(page.schema, schema);
    Outcome::Named(Box::new(named), Box::new(page))
}

/// Lets a place refer to a type instead of describing it.
fn refer(spec: &mut Spec, place: SchemaId, target: SchemaId) {
    let text = spec.schema(target).pointer.clone();
    let place = spec.schema_mut(place);
    place.keywords = vec![place.span.at(Keyword::Ref(Reference { target, text }))];
}
