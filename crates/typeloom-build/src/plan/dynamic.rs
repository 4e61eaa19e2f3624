//! What depends on the way that evaluation came: `$dynamicRef`.
//!
//! A rule that does can only be checked from the outermost schema inwards, by value. So every schema from which such
//! a reference can be reached is marked.

use crate::spec::{DynamicReference, Keyword, SchemaId, Spec};

/// Whether a `$dynamicRef` always leads to where it leads at first: nothing else has its anchor.
pub(super) fn is_plain(spec: &Spec, reference: &DynamicReference) -> bool {
    let has = |anchors: &[(String, SchemaId)]| anchors.iter().any(|(name, _)| *name == reference.anchor);
    let home = spec
        .schemas
        .get(reference.initial.0 as usize)
        .and_then(|schema| spec.resources.get(schema.resource.0 as usize));
    let initial = (reference.anchor.clone(), reference.initial);
    match home {
        Some(home) if home.dynamic_anchors.contains(&initial) => {
            spec.resources.iter().filter(|resource| has(&resource.dynamic_anchors)).count() <= 1
        }
        // Where the first target has no such anchor, it is a plain reference (2020-12 core, section 8.2.3.2).
        Some(_) | None => true,
    }
}

/// For each schema, whether a reference that is really dynamic can be reached from it.
pub(super) fn reaching(spec: &Spec) -> Vec<bool> {
    let mut reaching = vec![false; spec.schemas.len()];
    let mut waiting = Vec::new();
    for id in spec.ids() {
        for keyword in &spec.schema(id).keywords {
            if let Keyword::DynamicRef(reference) = &keyword.value
                && !is_plain(spec, reference)
            {
                waiting.push(id);
            }
        }
    }
    if waiting.is_empty() {
        return reaching;
    }
    let mut askers: Vec<Vec<SchemaId>> = vec![Vec::new(); spec.schemas.len()];
    for id in spec.ids() {
        for keyword in &spec.schema(id).keywords {
            let targets = keyword.value.subschemas().into_iter().chain(keyword.value.reference());
            for target in targets {
                if let Some(list) = askers.get_mut(target.0 as usize) {
                    list.push(id);
                }
            }
        }
    }
    while let Some(id) = waiting.pop() {
        if !std::mem::replace(&mut reaching[id.0 as usize], true) {
            waiting.extend(&askers[id.0 as usize]);
        }
    }
    reaching
}
