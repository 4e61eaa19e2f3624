//! `include` and `exclude` of the manifest: which types a vendor's documents make.
//!
//! Patterns are names with `*` (any text) and `?` (any character). What is selected comes with everything that it refers
//! to, whatever is excluded. A pattern that selects nothing is a warning.

use super::Place;
use crate::diagnostic::{Code, Sink};
use crate::spec::{Keyword, NamedSchema, Origin, SchemaId, Spec};
use std::collections::BTreeSet;
use toml::Spanned;

/// Keeps what the patterns select. Without `include` everything is selected.
pub(super) fn select(
    spec: &mut Spec,
    include: &[Spanned<String>],
    exclude: &[Spanned<String>],
    place: Place,
    sink: &mut Sink,
) {
    if include.is_empty() && exclude.is_empty() {
        return;
    }
    for pattern in include.iter().chain(exclude) {
        if !spec.types.iter().any(|named| matches(pattern.get_ref(), &named.name)) {
            sink.report(Code::Selection, place.span(pattern.span()))
                .message(format!("no type of vendor `{}` is called `{}`", spec.vendor, pattern.get_ref()))
                .label("selects nothing")
                .help("`typeloom show DOC --stage spec` lists the names; `*` stands for any text");
        }
    }
    let any =
        |patterns: &[Spanned<String>], name: &str| patterns.iter().any(|pattern| matches(pattern.get_ref(), name));
    let wanted = |named: &&NamedSchema| (include.is_empty() || any(include, &named.name)) && !any(exclude, &named.name);
    let roots: Vec<SchemaId> = spec.types.iter().filter(wanted).map(|named| named.schema).collect();
    let kept = reached(spec, roots);
    for named in spec.types.iter().filter(|named| kept.contains(&named.schema)) {
        let excluded = exclude.iter().find(|pattern| matches(pattern.get_ref(), &named.name));
        if let Some(pattern) = excluded.filter(|pattern| !pattern.get_ref().contains(['*', '?'])) {
            sink.report(Code::Selection, place.span(pattern.span()))
                .group("excluded")
                .message(format!("`{}` is excluded, and comes all the same", named.name))
                .label("another type that is selected refers to it")
                .related(named.span, "this type")
                .help("exclude what refers to it too, or take this pattern out");
        }
    }
    // What nothing refers to any more is not missing.
    let gone = spec.types.iter().filter(|named| named.origin == Origin::StandIn && !kept.contains(&named.schema));
    gone.for_each(|named| sink.withdraw(Code::MissingReference, named.span));
    spec.types.retain(|named| kept.contains(&named.schema));
    clear_others(spec, &kept);
}

/// Takes the rules out of what nothing leads to any more, so that nothing is made of it.
pub(super) fn clear_others(spec: &mut Spec, kept: &BTreeSet<SchemaId>) {
    for (index, schema) in spec.schemas.iter_mut().enumerate() {
        if !kept.contains(&SchemaId(index as u32)) {
            schema.keywords.clear();
            schema.notes = Default::default();
        }
    }
}

/// Everything that is written in the roots or referred to from there.
pub(super) fn reached(spec: &Spec, roots: Vec<SchemaId>) -> BTreeSet<SchemaId> {
    let mut seen = BTreeSet::new();
    let mut waiting = roots;
    while let Some(id) = waiting.pop() {
        if (id.0 as usize) >= spec.schemas.len() || !seen.insert(id) {
            continue;
        }
        for keyword in &spec.schema(id).keywords {
            keyword.value.each_subschema(&mut |child| waiting.push(child));
            waiting.extend(keyword.value.reference());
            if let Keyword::Discriminator(discriminator) = &keyword.value {
                waiting.extend(discriminator.targets());
            }
            if let Keyword::DynamicRef(reference) = &keyword.value {
                // Which of them is meant is known only when a value is looked at.
                let anchors = spec.resources.iter().flat_map(|resource| &resource.dynamic_anchors);
                waiting.extend(anchors.filter(|(name, _)| *name == reference.anchor).map(|(_, id)| *id));
            }
        }
    }
    seen
}

/// Whether a name is one that a pattern means. In time that the product of their lengths bounds.
fn matches(pattern: &str, name: &str) -> bool {
    let name: Vec<char> = name.chars().collect();
    // Which beginnings of the name the pattern so far can stand for.
    let mut ends = vec![false; name.len() + 1];
    ends[0] = true; // there is one more than the name has characters
    for sign in pattern.chars() {
        let mut next = vec![false; name.len() + 1];
        let mut before = false;
        for (index, slot) in next.iter_mut().enumerate() {
            let here = ends.get(index).copied().unwrap_or(false);
            let last = index.checked_sub(1).and_then(|last| Some((*ends.get(last)?, *name.get(last)?)));
            *slot = match sign {
                '*' => before || here,
                '?' => last.is_some_and(|(matched, _)| matched),
                sign => last.is_some_and(|(matched, found)| matched && found == sign),
            };
            before = *slot;
        }
        ends = next;
    }
    ends.last().copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_are_names_with_gaps() {
        for (pattern, name, is) in [
            ("Session", "Session", true),
            ("Session", "Sessions", false),
            ("Session*", "SessionUser", true),
            ("Session*", "Session", true),
            ("*User", "SessionUser", true),
            ("*es?i*r", "SessionUser", true),
            ("S?ssion", "Session", true),
            ("?", "", false),
            ("*", "", true),
            ("a*b*c", "aXbYbZc", true),
            ("a*b*c", "aXbYbZd", false),
        ] {
            assert_eq!(matches(pattern, name), is, "{pattern} {name}");
        }
    }
}
