//! What OpenAPI adds to schemas. Vendors' files use it whatever their `$schema` says, so it is read in every draft.

use super::{Here, Walk, values};
use crate::diagnostic::Severity;
use crate::read::draft::{Pending, Target, UNRESOLVED};
use crate::read::node::{Member, Node};
use crate::spec::{Discriminator, Keyword, SchemaId};
use std::collections::BTreeSet;

/// `nullable` itself; [`super::nullable`] does the work, when all other keywords are known.
pub(super) fn nullable_value(walk: &mut Walk<'_>, _: &Here<'_>, member: &Member) {
    walk.truth(member);
}

/// OpenAPI 3's object, or the mere name of a property (Swagger 2).
pub(super) fn discriminator(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let property = member.value.get("propertyName").and_then(Node::as_str).or(member.value.as_str());
    let Some(property) = property else {
        match member.value.as_object() {
            Some(_) => walk.wrong(member.value.span, "`discriminator` without `propertyName`", "a name is expected"),
            None => walk.not(member, "an object with a `propertyName`"),
        }
        .help("write `{\"propertyName\": \"type\"}`");
        return;
    };
    let keyword = walk.draft.get(here.id).keywords.len();
    let mut mapping = vec![];
    let mut default = None;
    for entry in member.value.as_object().unwrap_or(&[]) {
        match entry.name.as_str() {
            "propertyName" => {}
            "mapping" => mapping = entries_of_mapping(walk, here, keyword, entry),
            "defaultMapping" => default = refer(walk, here, keyword, Pending::DEFAULT, &entry.value),
            name if name.starts_with("x-") => {}
            name => {
                walk.wrong(entry.name_span, format!("`discriminator` has no `{name}`"), "says nothing")
                    .help("it has `propertyName`, `mapping` and `defaultMapping`")
                    .severity = Severity::Warning;
            }
        }
    }
    let discriminator = Discriminator { property: property.to_owned(), mapping, default };
    walk.rule(here, &member.value, Keyword::Discriminator(discriminator));
}

fn entries_of_mapping(
    walk: &mut Walk<'_>,
    here: &Here<'_>,
    keyword: usize,
    member: &Member,
) -> Vec<(String, SchemaId)> {
    let mut mapping = vec![];
    for entry in walk.entries(member).unwrap_or(&[]) {
        let target = refer(walk, here, keyword, mapping.len(), &entry.value);
        mapping.extend(target.map(|target| (entry.name.clone(), target)));
    }
    mapping
}

/// A reference of a discriminator, to be resolved when every document has been read.
fn refer(walk: &mut Walk<'_>, here: &Here<'_>, keyword: usize, entry: usize, node: &Node) -> Option<SchemaId> {
    let Some(text) = node.as_str() else {
        walk.unwanted(node, "mapping", "the name of a schema or a reference")
            .help("write `\"#/components/schemas/A\"`");
        return None;
    };
    let target = Target::Uri(text.to_owned());
    walk.draft.references.push(Pending { schema: here.id, keyword, entry, span: node.span, target });
    Some(UNRESOLVED)
}

/// The schemas among the components of a file that is no OpenAPI document of its own.
pub(super) fn components(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if !here.pointer.is_empty() {
        return super::notes::keep(walk, here, member);
    }
    let Some(components) = walk.entries(member) else { return };
    for kind in components.iter().filter(|kind| kind.name == "schemas") {
        for entry in walk.entries(kind).unwrap_or(&[]) {
            walk.sub(here, &entry.value, &["components", "schemas", &entry.name]);
        }
    }
}

/// `x-extensible-enum`: values that are known, where others may come. They exclude nothing, so they are documented.
pub(super) fn extensible(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    super::notes::keep(walk, here, member);
    let values = member.value.as_array().unwrap_or(&[]).iter().filter_map(values::spelled);
    let values: Vec<String> = values.map(|value| format!("`{value}`")).collect();
    if !values.is_empty() {
        let remark = format!("Known values: {}; there may be others.", values.join(", "));
        let remarks = &mut walk.draft.get(here.id).notes.remarks;
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
}

/// Names and descriptions of the values of `enum`, which are read with that: what does not fit is reported and kept.
pub(super) fn about_values(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let name = &member.name;
    let values = here.sibling("enum").and_then(Node::as_array);
    let (labels, problem) = match (values, member.value.as_array(), member.value.as_object()) {
        (None, _, _) => (vec![], Some((member.name_span, format!("`{name}` without `enum`")))),
        (Some(values), Some(labels), _) if labels.len() != values.len() => {
            let message = format!("`{name}` has {} entries for {} values", labels.len(), values.len());
            (vec![], Some((member.value.span, message)))
        }
        (Some(_), Some(labels), _) => (labels.iter().collect(), None),
        (Some(values), None, Some(labels)) => {
            let known: BTreeSet<String> = values.iter().filter_map(values::spelled).collect();
            let stray = labels.iter().find(|label| !known.contains(&label.name));
            let stray = stray.map(|label| (label.name_span, format!("`{name}` speaks of `{}`, no value", label.name)));
            (labels.iter().map(|label| &label.value).collect::<Vec<_>>(), stray)
        }
        (Some(_), None, None) => {
            let message = format!("`{name}` is {}, not an array or an object of texts", member.value.described());
            (vec![], Some((member.value.span, message)))
        }
    };
    let text = |label: &&Node| label.as_str().is_none() && !matches!(label.kind, crate::read::node::NodeKind::Null);
    let wrong =
        labels.into_iter().find(text).map(|label| (label.span, format!("`{name}` holds {}", label.described())));
    let Some((span, message)) = problem.or(wrong) else { return };
    walk.wrong(span, message, "does not describe the values of `enum`")
        .help("write one text for each value of `enum`, in the same order")
        .severity = Severity::Warning;
    super::notes::keep(walk, here, member);
}
