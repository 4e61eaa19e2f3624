//! `content`: the schemas of a body by media type.
//!
//! JSON comes first and has the name; a body for another media type makes a type of its own if it is an object or a
//! choice (a form has fields), and says something else than the one before.

use super::Reader;
use super::spot::Spot;
use super::version::Version;
use crate::read::body_names as names;
use crate::read::json_schema::keywords::KEYWORDS;
use crate::read::node::{Node, NodeKind};
use crate::spec::{Origin, SchemaId};
use typeloom::Value;

const MEDIA_TYPE: &[&str] =
    &["schema", "itemSchema", "example", "examples", "encoding", "prefixEncoding", "itemEncoding", "description"];

impl Reader<'_> {
    /// Makes types of the bodies in `content`. `about` says what they are the bodies of.
    pub(super) fn content(&mut self, content: &Spot<'_>, name: &str, about: &str) {
        let mut entries = self.map(content);
        entries.sort_by_key(|entry| !names::is_json(entry.name)); // stable
        let mut seen: Vec<Value> = Vec::new();
        for entry in entries {
            if entry.node.get("$ref").is_some() {
                self.elsewhere(&entry, "Body", Reader::media_type);
                continue;
            }
            self.known(&entry, MEDIA_TYPE);
            let json = names::is_json(entry.name);
            for (member, suffix) in [("schema", ""), ("itemSchema", "Item")] {
                let Some(schema) = entry.member(member) else { continue };
                if !self.is_inline(schema.node) {
                    self.mention(&schema);
                    continue;
                }
                if !json && !is_structured(schema.node) {
                    self.makes_no_type("bodies that are neither JSON nor objects", schema.name_span);
                    continue;
                }
                let value = schema.node.to_value();
                if seen.contains(&value) {
                    continue; // the same in other clothes
                }
                let media = if seen.is_empty() { String::new() } else { names::of_media_type(entry.name) };
                seen.push(value);
                let id = self.named(&schema, format!("{name}{media}{suffix}"), Origin::Body);
                self.note(id, None, about);
            }
        }
    }

    /// A media type that stands alone (OpenAPI 3.2).
    pub(super) fn media_type(&mut self, media_type: &Spot<'_>, name: &str, about: &str) {
        self.known(media_type, MEDIA_TYPE);
        if media_type.node.as_object().is_none() {
            return self.kind(media_type, "an object");
        }
        for (member, suffix) in [("schema", ""), ("itemSchema", "Item")] {
            let Some(schema) = media_type.member(member) else { continue };
            if !self.is_inline(schema.node) {
                self.mention(&schema);
            } else {
                let id = self.named(&schema, format!("{name}{suffix}"), Origin::Body);
                self.note(id, None, about);
            }
        }
    }

    /// Tells what the schema of a body is the body of.
    pub(super) fn note(&mut self, id: SchemaId, description: Option<&str>, about: &str) {
        let notes = &mut self.draft.get(id).notes;
        if notes.description.is_none() {
            notes.description = description.map(str::to_owned);
        }
        if !about.is_empty() && !notes.remarks.iter().any(|remark| remark == about) {
            notes.remarks.push(about.to_owned());
        }
    }

    /// Whether a schema is described in place: neither a mere reference nor nothing. Before OpenAPI 3.1 nothing counts
    /// beside a reference.
    pub(super) fn is_inline(&self, schema: &Node) -> bool {
        let Some(members) = schema.as_object() else {
            return schema.as_bool() != Some(true) && !matches!(schema.kind, NodeKind::Null);
        };
        if schema.get("$ref").is_none() {
            return !members.is_empty();
        }
        let asserts = |name: &str| KEYWORDS.iter().any(|row| row.name == name && !row.beside_ref);
        match self.version {
            Version::Swagger2 | Version::V30 => false,
            Version::V31 | Version::V32 => members.iter().any(|member| asserts(&member.name)),
        }
    }

    /// Reads what makes no type of its own: where a reference leads is seen, and what is empty is told.
    pub(super) fn mention(&mut self, schema: &Spot<'_>) {
        if schema.node.get("$ref").is_some() {
            self.schema(schema);
        } else if matches!(schema.node.kind, NodeKind::Null) {
            self.kind(schema, "a schema");
        }
    }
}

/// Whether a schema describes more than a text.
fn is_structured(schema: &Node) -> bool {
    ["properties", "additionalProperties", "oneOf", "anyOf", "allOf", "items"]
        .iter()
        .any(|name| schema.get(name).is_some())
}
