//! Keywords about objects. `dependencies`, before 2019-09, is two keywords in one.

use super::field_facts;
use super::numbers::count;
use super::{Here, Walk};
use crate::diagnostic::Severity;
use crate::read::node::{Member, Node};
use crate::source::At;
use crate::spec::{Field, Keyword, SchemaId, Stated};

pub(super) fn properties(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(entries) = walk.entries(member) else { return };
    let mut facts = field_facts::of(here);
    let fields = entries.iter().map(|entry| {
        let mut field = Field {
            name: entry.name.clone(),
            span: entry.name_span,
            schema: walk.sub(here, &entry.value, &["properties", &entry.name]),
            spelling: None,
            required: Stated::Yes,
            null: Stated::Yes,
            secret: Vec::new(),
            rust_name: None,
        };
        if let Some(facts) = facts.remove(field.name.as_str()) {
            facts.add(&mut field);
        }
        field
    });
    let fields = fields.collect();
    walk.rule(here, &member.value, Keyword::Properties(fields));
}

pub(super) fn pattern_properties(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(schemas) = named_schemas(walk, here, member) {
        walk.rule(here, &member.value, Keyword::PatternProperties(schemas));
    }
}

fn named_schemas(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) -> Option<Vec<(At<String>, SchemaId)>> {
    let entries = walk.entries(member)?;
    let mut schemas = vec![];
    for entry in entries {
        let schema = walk.sub(here, &entry.value, &[&member.name, &entry.name]);
        schemas.push((entry.name_span.at(entry.name.clone()), schema));
    }
    Some(schemas)
}

pub(super) fn additional_properties(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["additionalProperties"]);
    walk.rule(here, &member.value, Keyword::AdditionalProperties(schema));
}

pub(super) fn property_names(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["propertyNames"]);
    walk.rule(here, &member.value, Keyword::PropertyNames(schema));
}

pub(super) fn unevaluated_properties(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["unevaluatedProperties"]);
    walk.rule(here, &member.value, Keyword::UnevaluatedProperties(schema));
}

pub(super) fn min_properties(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(limit) = count(walk, member) {
        walk.rule(here, &member.value, Keyword::MinProperties(limit));
    }
}

pub(super) fn max_properties(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(limit) = count(walk, member) {
        walk.rule(here, &member.value, Keyword::MaxProperties(limit));
    }
}

pub(super) fn required(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if member.value.as_bool().is_some() {
        // Draft 3 had it so, inside of the property, and people still write it.
        walk.not(member, "an array of names")
            .label("enforces nothing")
            .help("list the required properties beside `properties`: `[\"id\"]`")
            .severity = Severity::Warning;
        return;
    }
    if let Some(names) = names(walk, &member.value, "required") {
        walk.rule(here, &member.value, Keyword::Required(names));
    }
}

/// The names in an array. One that stands twice is kept once.
fn names(walk: &mut Walk<'_>, node: &Node, keyword: &str) -> Option<Vec<At<String>>> {
    let Some(items) = node.as_array() else {
        walk.unwanted(node, keyword, "an array of names").help("write `[\"id\"]`");
        return None;
    };
    let mut names: Vec<At<String>> = vec![];
    let mut seen = std::collections::BTreeMap::new();
    for item in items {
        let Some(name) = item.as_str() else {
            walk.unwanted(item, keyword, "a name").help("write the name of a property in quotes");
            continue;
        };
        match seen.insert(name, item.span) {
            Some(first) => {
                walk.wrong(item.span, format!("`{keyword}` lists `{name}` twice"), "here again")
                    .related(first, "first here")
                    .help("remove one of the two")
                    .severity = Severity::Warning; // it says the same twice
            }
            None => names.push(item.span.at(name.to_owned())),
        }
    }
    Some(names)
}

pub(super) fn dependent_required(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(entries) = walk.entries(member) else { return };
    let mut dependent = vec![];
    for entry in entries {
        if let Some(names) = names(walk, &entry.value, "dependentRequired") {
            dependent.push((entry.name_span.at(entry.name.clone()), names));
        }
    }
    walk.rule(here, &member.value, Keyword::DependentRequired { keyword: "dependentRequired", names: dependent });
}

pub(super) fn dependent_schemas(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(schemas) = named_schemas(walk, here, member) {
        walk.rule(here, &member.value, Keyword::DependentSchemas(schemas));
    }
}

pub(super) fn dependencies(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(entries) = walk.entries(member) else { return };
    let (mut required, mut schemas) = (vec![], vec![]);
    for entry in entries {
        let name = entry.name_span.at(entry.name.clone());
        if entry.value.as_array().is_some() {
            required.extend(names(walk, &entry.value, "dependencies").map(|names| (name, names)));
        } else {
            schemas.push((name, walk.sub(here, &entry.value, &["dependencies", &entry.name])));
        }
    }
    if !required.is_empty() {
        walk.rule(here, &member.value, Keyword::DependentRequired { keyword: "dependencies", names: required });
    }
    if !schemas.is_empty() {
        walk.rule(here, &member.value, Keyword::DependentSchemas(schemas));
    }
}
