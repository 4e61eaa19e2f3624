//! `components` of OpenAPI 3: schemas under their names, and what else may hold schemas.

use super::Reader;
use super::spot::Spot;
use crate::read::body_names as names;
use crate::read::json_schema::keywords::KEYWORDS;
use crate::read::node::{Node, NodeKind};
use crate::spec::Origin;
use std::collections::BTreeSet;
use std::rc::Rc;

const KINDS: &[&str] = &[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
];

impl Reader<'_> {
    /// Reads the components of a document.
    pub(super) fn components(&mut self, components: &Spot<'_>) {
        self.known(components, KINDS);
        for kind in self.entries(components) {
            match kind.name {
                "schemas" => self.schemas(&kind),
                "responses" => self.parts(&kind, "Response", Reader::response),
                "requestBodies" => self.parts(&kind, "Request", Reader::request_body),
                "parameters" => self.parts(&kind, "Parameter", Reader::parameter),
                "headers" => self.parts(&kind, "Header", Reader::header),
                "mediaTypes" => self.parts(&kind, "Body", Reader::media_type),
                "pathItems" => {
                    for entry in self.map(&kind) {
                        self.path_item(&entry, entry.name);
                    }
                }
                "callbacks" => {
                    for entry in self.map(&kind) {
                        self.callback(&entry, &names::pascal(entry.name));
                    }
                }
                _ => {} // examples, links and security schemes hold no schemas; what is unknown has been reported
            }
        }
    }

    /// Makes a type of each schema under its name.
    pub(super) fn schemas(&mut self, kind: &Spot<'_>) {
        let mut entries = self.map(kind);
        let may_be_extension = |entry: &Spot<'_>| entry.name.starts_with("x-") && !is_schema(entry.node);
        if entries.iter().any(may_be_extension) {
            let tree = Rc::clone(&self.draft.documents.get(kind.document).tree);
            let fragments = fragments(&tree);
            entries.retain(|entry| !may_be_extension(entry) || fragments.contains(entry.pointer.as_str()));
        }
        for entry in entries {
            self.named(&entry, entry.name.to_owned(), Origin::Definition);
        }
    }

    /// Reads the parts of one kind, each by its name.
    pub(super) fn parts(&mut self, kind: &Spot<'_>, suffix: &str, read: fn(&mut Self, &Spot<'_>, &str, &str)) {
        for entry in self.map(kind) {
            match entry.node.get("$ref") {
                Some(_) => self.elsewhere(&entry, suffix, read),
                None => read(self, &entry, &names::of_part(entry.name, suffix), ""),
            }
        }
    }

    /// Reads a parameter that has a name.
    pub(super) fn parameter(&mut self, parameter: &Spot<'_>, name: &str, _: &str) {
        self.value(parameter, name, "parameters");
    }

    /// The same for a header.
    pub(super) fn header(&mut self, header: &Spot<'_>, name: &str, _: &str) {
        self.value(header, name, "headers");
    }

    /// A parameter or a header makes a type if its schema is more than a plain value.
    fn value(&mut self, value: &Spot<'_>, name: &str, kind: &'static str) {
        if value.node.as_object().is_none() {
            return self.kind(value, "an object");
        }
        if let Some(content) = value.member("content") {
            return self.content(&content, name, "");
        }
        let Some(schema) = value.member("schema") else { return };
        if !self.is_inline(schema.node) {
            self.mention(&schema);
        } else if is_worth_a_type(schema.node) {
            let id = self.named(&Spot { name_span: value.name_span, ..schema }, name.to_owned(), Origin::Body);
            self.note(id, value.node.get("description").and_then(Node::as_str), "");
        } else {
            self.makes_no_type(kind, value.name_span);
        }
    }
}

/// Whether an object that may be an extension is a schema: it has a keyword.
fn is_schema(node: &Node) -> bool {
    let is_keyword = |name: &str| KEYWORDS.iter().any(|row| row.name == name);
    node.as_object().unwrap_or(&[]).iter().any(|member| is_keyword(&member.name))
}

/// The fragments of everything in a tree that looks like a reference.
fn fragments(tree: &Node) -> BTreeSet<&str> {
    let (mut found, mut waiting) = (BTreeSet::new(), vec![tree]);
    while let Some(node) = waiting.pop() {
        match &node.kind {
            NodeKind::String(text) => found.extend(text.split_once('#').map(|(_, fragment)| fragment)),
            NodeKind::Array(items) => waiting.extend(items),
            NodeKind::Object(members) => waiting.extend(members.iter().map(|member| &member.value)),
            NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(_) => {}
        }
    }
    found
}

/// Whether a schema is more than a plain value, or a list of such.
fn is_worth_a_type(schema: &Node) -> bool {
    const TELLING: [&str; 6] = ["enum", "properties", "additionalProperties", "oneOf", "anyOf", "allOf"];
    TELLING.iter().any(|name| schema.get(name).is_some()) || schema.get("items").is_some_and(is_worth_a_type)
}
