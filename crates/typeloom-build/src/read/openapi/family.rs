//! The files that belong to an OpenAPI document: what it refers to, and what that refers to.
//!
//! Such a file is written in the dialect of the document unless it names one itself. One that is not meant as a whole
//! by any reference is a collection of definitions, no schema.

use super::Reader;
use super::spot::Spot;
use crate::read::json_schema;
use crate::read::json_schema::dialect::Dialect;
use crate::read::json_schema::keywords::KEYWORDS;
use crate::read::link::documents::Documents;
use crate::read::link::uri::Uri;
use crate::read::node::{Node, NodeKind};
use crate::read::signs;
use crate::read::tree;
use crate::source::SourceId;
use crate::spec::Origin;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is known of the files of all OpenAPI documents.
#[derive(Default)]
pub(crate) struct Family {
    dialects: BTreeMap<SourceId, Dialect>,
    /// Those that an OpenAPI document has read: paths, responses, definitions.
    parts: BTreeSet<SourceId>,
}

impl Family {
    /// The dialect of a file without `$schema`, where an OpenAPI document leads to it.
    pub fn dialect(&self, source: SourceId) -> Option<Dialect> {
        self.dialects.get(&source).copied()
    }

    /// Whether the file has been read as a part of an OpenAPI document.
    pub fn is_part(&self, source: SourceId) -> bool {
        self.parts.contains(&source)
    }

    /// Notes that the file has been read.
    pub fn add_part(&mut self, source: SourceId) {
        self.parts.insert(source);
    }
}

impl Reader<'_> {
    /// Finds the files that belong to the document, and reads those that are collections of definitions.
    pub(super) fn claim_files(&mut self, tree: &Rc<Node>) {
        let resource = self.resource(self.document);
        let dialect = self.draft.documents.dialect(resource);
        let mut whole = BTreeSet::new();
        let mut found = Vec::new();
        let mut waiting = vec![(Uri::parse(&self.draft.documents.get(self.document).uri), Rc::clone(tree))];
        while let Some((base, tree)) = waiting.pop() {
            for (uri, is_whole) in references(&tree, &base, &self.draft.documents) {
                let Some(source) = self.draft.documents.file(&uri) else { continue };
                if is_whole {
                    whole.insert(source);
                }
                if self.draft.family.dialects.contains_key(&source) || !tree::is_one(self.sources.get(source)) {
                    continue;
                }
                let Some(tree) = self.draft.trees.parse(source, self.sources, self.sink) else { continue };
                if tree.get("$schema").is_some() || signs::openapi_version(&tree).is_some() {
                    continue;
                }
                self.draft.family.dialects.insert(source, dialect);
                found.push((source, Rc::clone(&tree)));
                waiting.push((uri, tree));
            }
        }
        found.sort_by_key(|(source, _)| *source);
        for (source, tree) in found {
            if !whole.contains(&source) && is_collection(&tree) {
                self.collection(source, &tree, dialect);
            }
        }
    }

    /// Makes a type of each schema in a file of definitions.
    fn collection(&mut self, source: SourceId, tree: &Rc<Node>, dialect: Dialect) {
        self.draft.family.add_part(source);
        let document = json_schema::container(source, Rc::clone(tree), dialect, self.sources, self.draft);
        let root = Spot { document, node: tree, pointer: String::new(), name: "", name_span: tree.span };
        for entry in self.map(&root) {
            if is_schema(entry.node) {
                self.named(&entry, entry.name.to_owned(), Origin::Definition);
            }
        }
    }
}

/// What the references of a tree lead to, each with whether the whole file is meant.
fn references(tree: &Node, base: &Uri, documents: &Documents) -> BTreeMap<Uri, bool> {
    let mut found: BTreeMap<Uri, bool> = BTreeMap::new();
    let mut waiting = vec![tree];
    while let Some(node) = waiting.pop() {
        match &node.kind {
            NodeKind::Object(members) => {
                for member in members {
                    let mapping = member.value.get("mapping").filter(|_| member.name == "discriminator");
                    let mapped = mapping.and_then(Node::as_object).unwrap_or(&[]).iter().map(|entry| &entry.value);
                    let mapped = mapped.filter(|value| !value.as_str().is_some_and(|text| is_name(tree, text)));
                    let written = Some(&member.value).filter(|_| member.name == "$ref");
                    let texts = mapped.chain(written).filter_map(Node::as_str);
                    for text in texts.filter(|text| !text.starts_with('#')) {
                        let reference = Uri::parse(text);
                        if !reference.is_fragment_only() {
                            let whole = reference.fragment().is_empty();
                            *found.entry(documents.beside(base, &reference).without_fragment()).or_default() |= whole;
                        }
                    }
                    waiting.push(&member.value);
                }
            }
            NodeKind::Array(items) => waiting.extend(items),
            NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(_) | NodeKind::String(_) => {}
        }
    }
    found
}

/// Whether a text of a discriminator's `mapping` is the name of a schema, and no reference: as when references are
/// resolved, names come first.
fn is_name(tree: &Node, text: &str) -> bool {
    let schemas = tree.get("components").and_then(|components| components.get("schemas"));
    !text.contains(['/', '#', '.']) || schemas.is_some_and(|schemas| schemas.get(text).is_some())
}

/// Whether a tree is no schema itself: none of its members is a keyword, and all are objects.
fn is_collection(tree: &Node) -> bool {
    let is_keyword = |name: &str| KEYWORDS.iter().any(|row| row.name == name);
    let entry = |member: &crate::read::node::Member| !is_keyword(&member.name) && member.value.as_object().is_some();
    tree.as_object().is_some_and(|members| !members.is_empty() && members.iter().all(entry))
}

/// Whether an entry of a collection is a schema, by its keywords.
fn is_schema(node: &Node) -> bool {
    const TELLING: [&str; 8] = ["type", "$ref", "properties", "allOf", "anyOf", "oneOf", "enum", "items"];
    TELLING.iter().any(|name| node.get(name).is_some())
}
