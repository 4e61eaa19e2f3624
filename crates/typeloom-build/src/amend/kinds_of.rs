//! Schemas whose discriminator tells which of their kinds a value is, where the kinds are not branches of them but built
//! upon them by `allOf`.
//!
//! A discriminator changes nothing about what is valid (OpenAPI 3.1, section 4.8.25), and such a schema allows every
//! value of its kinds already. So nothing is added but a remark that says which types there are. Works on what was read;
//! knows no dialects.

use crate::spec::{Discriminator, Keyword, SchemaId, Spec};
use std::collections::{BTreeMap, BTreeSet};

/// Notes the kinds of each schema that has some.
pub(super) fn note(spec: &mut Spec) {
    let names: BTreeMap<SchemaId, &str> =
        spec.types.iter().rev().map(|named| (named.schema, named.name.as_str())).collect();
    let mut heirs: BTreeMap<SchemaId, BTreeMap<&str, SchemaId>> = BTreeMap::new();
    for named in &spec.types {
        for base in bases(spec, named.schema) {
            heirs.entry(base).or_default().insert(&named.name, named.schema);
        }
    }
    let mut remarks = Vec::new();
    for id in spec.ids() {
        let Some(discriminator) = alone(spec, id) else { continue };
        // What is mapped has the name that the mapping gives it, everything else its own.
        let mapped: BTreeSet<SchemaId> = discriminator.mapping.iter().map(|(_, target)| *target).collect();
        let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, heir) in heirs.get(&id).into_iter().flatten() {
            if !mapped.contains(heir) {
                kinds.insert(name, name);
            }
        }
        for (value, target) in &discriminator.mapping {
            kinds.extend(names.get(target).map(|name| (value.as_str(), *name)));
        }
        if !kinds.is_empty() {
            let kinds: Vec<String> = kinds.iter().map(|(value, name)| format!("`{value}` for `{name}`")).collect();
            remarks.push((id, format!("`{}` tells which kind it is: {}.", discriminator.property, kinds.join(", "))));
        }
    }
    for (id, remark) in remarks {
        let known = &mut spec.schema_mut(id).notes.remarks;
        if !known.contains(&remark) {
            known.push(remark);
        }
    }
}

/// The discriminator of a schema that lists no branches.
fn alone(spec: &Spec, id: SchemaId) -> Option<&Discriminator> {
    let mut found = None;
    for keyword in &spec.schema(id).keywords {
        match &keyword.value {
            Keyword::Discriminator(discriminator) => found = Some(discriminator),
            Keyword::OneOf(_) | Keyword::AnyOf(_) => return None,
            _ => {} // says nothing of kinds
        }
    }
    found
}

/// What a schema is built upon.
fn bases(spec: &Spec, id: SchemaId) -> Vec<SchemaId> {
    let parts = spec.schema(id).keywords.iter().filter_map(|keyword| match &keyword.value {
        Keyword::AllOf(parts) => Some(parts),
        _ => None, // only `allOf` takes over what another schema says
    });
    let reference = |part: &SchemaId| spec.schema(*part).keywords.iter().find_map(|keyword| keyword.value.reference());
    parts.flatten().filter_map(reference).collect()
}
