//! Types that several documents of a vendor describe: one type for each, and a warning for each fact on which the
//! documents differ.
//!
//! Two schemas are the same type if they have one name and all their rules are equal; schemas of one name that differ
//! are versions of each other and stay apart. What a reference page says of a type is a weaker source than a schema: the
//! schema is the type, and the page adds descriptions and examples. Several pages together make one type: what one of
//! them can say (a required mark) counts more than what another cannot. What a schema describes in place and pages under
//! a name of its own is one type too, with that name. Works on what was read; knows no dialects.

mod bodies;
mod equal;
mod facts;
mod nested;
#[cfg(test)]
mod tests;
mod versions;

use super::select;
use crate::diagnostic::Sink;
use crate::source::Sources;
use crate::spec::{Keyword, NamedSchema, Origin, SchemaId, Spec};
use facts::Facts;
use nested::Outcome;
use std::collections::{BTreeMap, BTreeSet};

/// Makes one type of all that describe the same.
pub(super) fn unite(spec: &mut Spec, sources: &Sources, sink: &mut Sink) {
    let replaced = references(spec);
    redirect(spec, &replaced);
    let mut replaced: BTreeMap<SchemaId, SchemaId> = BTreeMap::new();
    let mut pairs = Vec::new();
    for group in groups(spec) {
        let (schemas, pages): (Vec<NamedSchema>, Vec<NamedSchema>) =
            group.into_iter().partition(|named| !is_table(spec, named.schema));
        let mut versions: Vec<NamedSchema> = Vec::new();
        for schema in schemas {
            match versions.iter().find(|first| equal::same(spec, first.schema, schema.schema)) {
                Some(first) => {
                    replaced.insert(schema.schema, first.schema);
                }
                None => versions.push(schema),
            }
        }
        if let [first, others @ ..] = versions.as_slice() {
            others.iter().for_each(|other| versions::tell(spec, first, other, sink));
        }
        let mut pages = pages.into_iter();
        let base = match versions.as_slice() {
            [only] => only.clone(),
            [] => match pages.next() {
                Some(first) => first,
                None => continue,
            },
            [_, _, ..] => continue, // which of them a page describes is not known
        };
        let mut base = base;
        // The first page that describes something else than the body of its name. It keeps the name.
        let mut another: Option<NamedSchema> = None;
        for page in pages {
            if page.schema == base.schema {
                continue;
            }
            let (strong, weak) = match (bodies::is_another(spec, &base, &page), &another) {
                (false, _) => (&base, page),
                (true, Some(first)) => (first, page),
                (true, None) => {
                    another = Some(page);
                    match bodies::rename(spec, &mut base) {
                        Some(page) => (&base, page),
                        None => continue,
                    }
                }
            };
            Facts { spec: &mut *spec, sources, sink: &mut *sink, pairs: &mut pairs }.merge(strong, &weak);
            replaced.insert(weak.schema, strong.schema);
        }
    }
    // Most vendors have no pairs, and types by the thousand.
    let mut names = None;
    let mut next = 0;
    // Merging adds further pairs behind.
    while let Some(pair) = pairs.get(next).cloned() {
        next += 1;
        let names = names.get_or_insert_with(|| nested::Names::of(spec));
        let outcome = nested::name(spec, &pair, names, &mut replaced);
        let mut facts = Facts { spec: &mut *spec, sources, sink: &mut *sink, pairs: &mut pairs };
        match outcome {
            Outcome::Named(inner, page) => facts.merge(&inner, &page),
            Outcome::Known => {}
            Outcome::Apart => facts.apart(&pair),
        }
    }
    redirect(spec, &replaced);
}

/// Types that only say where another file describes them: `User: {$ref: ./User.yaml}` is the `User` of that file.
fn references(spec: &mut Spec) -> BTreeMap<SchemaId, SchemaId> {
    let fold = crate::convention::fold;
    let mut replaced = BTreeMap::new();
    let named: BTreeMap<SchemaId, String> = spec.types.iter().map(|named| (named.schema, fold(&named.name))).collect();
    for index in 0..spec.types.len() {
        let NamedSchema { name, schema, .. } = &spec.types[index];
        let (name, id, schema) = (fold(name), *schema, spec.schema(*schema));
        let [only] = schema.keywords.as_slice() else { continue };
        let Some(target) = only.value.reference().filter(|target| *target != id) else { continue };
        let there = spec.schema(target);
        if there.document == schema.document {
            continue;
        }
        match named.get(&target) {
            Some(other) if *other == name => {}
            // It has no name of its own there but the place where it stands.
            None if fold(there.pointer.rsplit('/').next().unwrap_or("")) == name => spec.types[index].schema = target,
            Some(_) | None => continue,
        }
        facts::fill(spec, target, id);
        replaced.insert(id, target);
    }
    replaced
}

/// The types of one name that different documents describe, in their order. Names that one document has twice, but for
/// case and punctuation, are different types there, and so everywhere.
fn groups(spec: &Spec) -> Vec<Vec<NamedSchema>> {
    let fold = crate::convention::fold;
    let mut by_name: BTreeMap<String, Vec<&NamedSchema>> = BTreeMap::new();
    for named in spec.types.iter().filter(|named| named.origin != Origin::StandIn) {
        by_name.entry(fold(&named.name)).or_default().push(named);
    }
    let mut groups = Vec::new();
    for (_, group) in by_name.into_iter().filter(|(_, group)| group.len() > 1) {
        let documents: BTreeSet<_> = group.iter().map(|named| spec.schema(named.schema).document).collect();
        if documents.len() == group.len() {
            groups.push(group.into_iter().cloned().collect());
            continue;
        }
        let mut exact: BTreeMap<&str, Vec<NamedSchema>> = BTreeMap::new();
        for named in group {
            exact.entry(&named.name).or_default().push(named.clone());
        }
        groups.extend(exact.into_values().filter(|group| {
            let documents: BTreeSet<_> = group.iter().map(|named| spec.schema(named.schema).document).collect();
            group.len() > 1 && documents.len() == group.len()
        }));
    }
    groups
}

/// Whether a schema was read from the table of a page.
fn is_table(spec: &Spec, id: SchemaId) -> bool {
    spec.tables.contains(&spec.schema(id).resource)
}

/// Lets all references lead to the schemas that stay, and takes the others out.
fn redirect(spec: &mut Spec, replaced: &BTreeMap<SchemaId, SchemaId>) {
    if replaced.is_empty() {
        return;
    }
    let lead = |id: &mut SchemaId| {
        // One may lead to the next; in a circle it does not matter where it ends.
        for _ in 0..replaced.len() {
            match replaced.get(id) {
                Some(&other) => *id = other,
                None => return,
            }
        }
    };
    for keyword in spec.schemas.iter_mut().flat_map(|schema| &mut schema.keywords) {
        if let Keyword::Ref(reference) = &mut keyword.value {
            lead(&mut reference.target);
        } else if let Keyword::DynamicRef(reference) = &mut keyword.value {
            lead(&mut reference.initial);
        } else if let Keyword::Discriminator(discriminator) = &mut keyword.value {
            discriminator.mapping.iter_mut().for_each(|(_, id)| lead(id));
            discriminator.default.iter_mut().for_each(lead);
        }
    }
    spec.types.retain(|named| !replaced.contains_key(&named.schema));
    let gone = select::reached(spec, replaced.keys().copied().collect());
    let kept = select::reached(spec, spec.types.iter().map(|named| named.schema).collect());
    // Only what nothing else leads to: other schemas of these documents may be referred to by their place.
    let held: BTreeSet<SchemaId> = spec.ids().filter(|id| !gone.contains(id) || kept.contains(id)).collect();
    select::clear_others(spec, &held);
}
