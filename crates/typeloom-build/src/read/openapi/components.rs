//! `components` of OpenAPI 3: schemas under their names, and what else may hold schemas.

use super::Reader;
use super::names;
use super::spot::Spot;
use crate::read::node::Node;
use crate::spec::Origin;

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
                "mediaTypes" => self.parts(&kind, "Body", Reader::media_type),
                "headers" => {
                    for entry in self.entries(&kind) {
                        self.makes_no_type("headers", entry.name_span);
                    }
                }
                "pathItems" => {
                    for entry in self.entries(&kind) {
                        self.path_item(&entry, entry.name);
                    }
                }
                "callbacks" => {
                    for entry in self.entries(&kind) {
                        self.callback(&entry, &names::pascal(entry.name));
                    }
                }
                _ => {} // examples, links and security schemes hold no schemas; what is unknown has been reported
            }
        }
    }

    /// Makes a type of each schema under its name.
    pub(super) fn schemas(&mut self, kind: &Spot<'_>) {
        for entry in self.entries(kind) {
            self.named(&entry, entry.name.to_owned(), Origin::Definition);
        }
    }

    /// Reads the parts of one kind, each by its name.
    pub(super) fn parts(&mut self, kind: &Spot<'_>, suffix: &str, read: fn(&mut Self, &Spot<'_>, &str, &str)) {
        for entry in self.entries(kind) {
            match entry.node.get("$ref") {
                Some(_) => self.elsewhere(&entry, suffix, read),
                None => read(self, &entry, &names::of_part(entry.name, suffix), ""),
            }
        }
    }

    /// A parameter makes a type if its schema is more than a plain value.
    fn parameter(&mut self, parameter: &Spot<'_>, name: &str, _: &str) {
        if parameter.node.as_object().is_none() {
            return self.kind(parameter, "an object");
        }
        if let Some(content) = parameter.member("content") {
            return self.content(&content, name, "");
        }
        match parameter.member("schema") {
            Some(schema) if is_worth_a_type(schema.node) => {
                let id = self.named(&Spot { name_span: parameter.name_span, ..schema }, name.to_owned(), Origin::Body);
                self.note(id, parameter.node.get("description").and_then(Node::as_str), "");
            }
            Some(_) | None => {}
        }
    }
}

/// Whether a schema is more than a plain value or a reference.
fn is_worth_a_type(schema: &Node) -> bool {
    ["enum", "properties", "oneOf", "anyOf", "allOf"].iter().any(|name| schema.get(name).is_some())
}
