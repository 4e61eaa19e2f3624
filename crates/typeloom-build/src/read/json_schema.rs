//! JSON Schema of draft 4, 6, 7, 2019-09 and 2020-12 to the draft of a `Spec`.
//!
//! Comes in: a tree of JSON values. Goes out: a [`Schema`](crate::spec::Schema) for each schema in it, normalised to
//! the meaning of 2020-12, references still pending. Walks schemas, not JSON: a property may be called `$ref` or
//! `type`. What each keyword means is said by one row of [`keywords::KEYWORDS`] and one function; this file knows only
//! what is common to all schemas: resources, dialects, booleans, siblings of `$ref`.

mod applicators;
mod arrays;
mod core;
pub(crate) mod dialect;
mod field_facts;
mod formats;
pub(crate) mod keywords;
pub(crate) mod meta_schema;
mod notes;
mod nullable;
mod numbers;
mod objects;
mod openapi;
mod strings;
#[cfg(test)]
mod tests;
pub(crate) mod types;
mod values;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::pointer;
use crate::read::draft::Draft;
use crate::read::link::documents::Document;
use crate::read::link::uri::Uri;
use crate::read::node::{Member, Node, NodeKind, find};
use crate::read::tree;
use crate::source::{Source, SourceId, Sources, Span};
use crate::spec::{Keyword, ResourceId, SchemaId};
use dialect::{Dialect, Edition};
use keywords::Row;
use std::rc::Rc;

/// Whether a document is JSON or YAML, to be read as a schema.
pub(crate) fn recognises(source: &Source) -> bool {
    tree::is_one(source)
}

/// Reads a document of its own.
pub(crate) fn read(source: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    let Some(node) = draft.trees.parse(source, sources, sink) else { return };
    let assumed = draft.inherited(source).unwrap_or_else(|| dialect::assumed(&node));
    let (document, _) = document(source, node, assumed, sources, draft, sink);
    let types = draft.documents.get(document).candidates.clone();
    draft.types.extend(types);
}

/// Reads a schema that is part of a page, and does not make a type of it: the page knows its name.
pub(crate) fn read_embedded(
    source: SourceId,
    node: Node,
    sources: &Sources,
    draft: &mut Draft,
    sink: &mut Sink,
) -> SchemaId {
    let assumed = dialect::assumed(&node);
    document(source, Rc::new(node), assumed, sources, draft, sink).1
}

/// Reads a tree as the schemas of one document, `assumed` being its dialect unless it says otherwise. Yields where the
/// document is in [`Documents`](crate::read::link::documents::Documents), and its root.
pub(crate) fn document(
    source: SourceId,
    node: Rc<Node>,
    assumed: Dialect,
    sources: &Sources,
    draft: &mut Draft,
    sink: &mut Sink,
) -> (usize, SchemaId) {
    let index = draft.documents.add(source, node, sources);
    read_document(index, assumed, sources, draft, sink)
}

/// Adds a document that is no schema itself, but holds some: its root is a schema without rules, and a resource, so that
/// references find what is in it. Yields where the document is in
/// [`Documents`](crate::read::link::documents::Documents).
pub(crate) fn container(
    source: SourceId,
    node: Rc<Node>,
    dialect: Dialect,
    sources: &Sources,
    draft: &mut Draft,
) -> usize {
    let span = node.span;
    draft.holders.insert(source);
    let index = draft.documents.add(source, node, sources);
    let base = Uri::parse(&draft.documents.get(index).uri);
    let root = draft.schema(span, source, String::new(), ResourceId(0));
    let resource = draft.documents.resource(&mut draft.resources, &base, root, index, dialect);
    draft.get(root).resource = resource;
    draft.documents.found(index, "", root);
    draft.documents.finished(index, root, vec![]);
    index
}

/// Reads what is written here instead of a document that is published: a meta-schema.
pub(crate) fn built_in(
    source: SourceId,
    node: Node,
    uri: &Uri,
    sources: &Sources,
    draft: &mut Draft,
    sink: &mut Sink,
) -> (usize, SchemaId) {
    let index = draft.documents.add_published(source, Rc::new(node), uri);
    read_document(index, Dialect::DEFAULT, sources, draft, sink)
}

fn read_document(
    index: usize,
    assumed: Dialect,
    sources: &Sources,
    draft: &mut Draft,
    sink: &mut Sink,
) -> (usize, SchemaId) {
    let Document { tree, uri, source, .. } = draft.documents.get(index);
    let (tree, base, source) = (Rc::clone(tree), Uri::parse(uri), *source); // the walk changes the documents
    let mut walk = Walk { draft, sources, sink, document: index, source };
    let root = walk.root(&tree, assumed, base);
    let types = types::named(root, index, sources, draft);
    draft.documents.finished(index, root, types);
    (index, root)
}

/// Reads a place of a document that was not read as a schema, because a reference leads there.
pub(crate) fn on_demand(
    document: usize,
    pointer: &str,
    node: &Node,
    inside: ResourceId,
    sources: &Sources,
    draft: &mut Draft,
    sink: &mut Sink,
) -> SchemaId {
    let source = draft.documents.get(document).source;
    let mut walk = Walk { draft, sources, sink, document, source };
    walk.schema(node, pointer.to_owned(), inside)
}

/// What is read, and where to.
struct Walk<'a> {
    draft: &'a mut Draft,
    sources: &'a Sources,
    sink: &'a mut Sink,
    /// Index into [`Documents`](crate::read::link::documents::Documents).
    document: usize,
    source: SourceId,
}

/// The schema whose keywords are being read.
struct Here<'a> {
    id: SchemaId,
    pointer: &'a str,
    resource: ResourceId,
    dialect: Dialect,
    /// All its members: some keywords depend on others.
    members: &'a [Member],
}

impl<'a> Here<'a> {
    fn sibling(&self, name: &str) -> Option<&'a Node> {
        find(self.members, name)
    }
}

impl Walk<'_> {
    /// The root of a document: always a resource.
    fn root(&mut self, node: &Node, assumed: Dialect, base: Uri) -> SchemaId {
        let dialect = dialect::of_resource(node, assumed, self.draft, self.sources, self.sink);
        let id = self.draft.schema(node.span, self.source, String::new(), ResourceId(0));
        let resource = self.draft.documents.resource(&mut self.draft.resources, &base, id, self.document, dialect);
        self.draft.get(id).resource = resource;
        self.enter(node, id, String::new(), resource);
        id
    }

    /// A schema anywhere else, inside of `resource` unless it has an `$id` of its own.
    fn schema(&mut self, node: &Node, pointer: String, resource: ResourceId) -> SchemaId {
        let id = self.draft.schema(node.span, self.source, pointer.clone(), resource);
        self.enter(node, id, pointer, resource);
        id
    }

    fn enter(&mut self, node: &Node, id: SchemaId, pointer: String, resource: ResourceId) {
        self.draft.documents.found(self.document, &pointer, id);
        match &node.kind {
            NodeKind::Object(members) => {
                let resource = core::identify(self, node, members, id, resource);
                self.draft.get(id).resource = resource;
                let dialect = self.draft.documents.dialect(resource);
                self.keywords(&Here { id, pointer: &pointer, resource, dialect, members });
            }
            NodeKind::Bool(allowed) => {
                if self.draft.documents.dialect(resource).edition < Edition::D6 && !may_be_boolean(&pointer) {
                    let help = if *allowed { "write `{}`" } else { "write `{\"not\": {}}`" };
                    self.wrong(node.span, "draft 4 has no boolean schemas", "an object is expected").help(help);
                }
                if !allowed {
                    self.draft.rule(id, node.span, Keyword::Never);
                }
            }
            NodeKind::Null | NodeKind::Number(_) | NodeKind::String(_) | NodeKind::Array(_) => {
                let message = format!("{} where a schema belongs", node.described());
                self.wrong(node.span, message, "a schema is expected")
                    .help("a schema is an object, or `true` (everything) or `false` (nothing)");
            }
        }
    }

    fn keywords(&mut self, here: &Here<'_>) {
        let pending = self.draft.references.len();
        let reference = here.sibling("$ref").filter(|_| here.dialect.edition <= Edition::D7);
        for member in here.members {
            let Some(row) = keywords::find(&member.name, here.dialect) else {
                notes::extension(self, here, member);
                continue;
            };
            if reference.is_some_and(|node| node.as_str().is_some()) && !row.beside_ref {
                self.ignored(here, member, row);
                continue;
            }
            (row.read)(self, here, member);
        }
        formats::widen(self, here);
        nullable::apply(self, here, pending);
    }

    /// A rule beside `$ref`, in a draft where that counts for nothing.
    fn ignored(&mut self, here: &Here<'_>, member: &Member, row: &Row) {
        let message = format!("`{}` beside `$ref` enforces nothing in {}", row.name, here.dialect.edition.name());
        let help = match here.dialect.edition.is_openapi() {
            true => "write `\"allOf\": [{\"$ref\": ..}]` and put the rule beside that",
            false => {
                "write `\"allOf\": [{\"$ref\": ..}]` and put the rule beside that, or name a newer draft in `$schema`"
            }
        };
        self.sink
            .report(Code::UnknownKeyword, member.name_span)
            .group("beside `$ref`")
            .message(message)
            .label("ignored")
            .help(help);
        notes::keep(self, here, member);
    }

    /// A schema in a keyword of `here`: `steps` lead there.
    fn sub(&mut self, here: &Here<'_>, node: &Node, steps: &[&str]) -> SchemaId {
        let pointer = steps.iter().fold(here.pointer.to_owned(), |at, step| pointer::join(&at, step));
        self.schema(node, pointer, here.resource)
    }

    fn rule(&mut self, here: &Here<'_>, node: &Node, keyword: Keyword) {
        self.draft.rule(here.id, node.span, keyword);
    }

    /// Reports a value that a keyword cannot have.
    fn wrong(&mut self, span: Span, message: impl Into<String>, label: impl Into<String>) -> &mut Diagnostic {
        self.sink.report(Code::KeywordValue, span).message(message).label(label)
    }

    /// Reports that the value of `member` is not `wanted` ("an array of strings").
    fn not(&mut self, member: &Member, wanted: &str) -> &mut Diagnostic {
        self.unwanted(&member.value, &member.name, wanted)
    }

    /// The same for a value within that of the keyword `name`.
    fn unwanted(&mut self, node: &Node, name: &str, wanted: &str) -> &mut Diagnostic {
        let message = format!("`{name}` is {}, not {wanted}", node.described());
        self.wrong(node.span, message, format!("{wanted} expected"))
    }

    /// The string that `member` holds.
    fn text<'m>(&mut self, member: &'m Member) -> Option<&'m str> {
        let text = member.value.as_str();
        if text.is_none() {
            self.not(member, "a string").help(format!("write `\"{}\": \"..\"`", member.name));
        }
        text
    }

    /// The truth value that `member` holds.
    fn truth(&mut self, member: &Member) -> Option<bool> {
        let truth = member.value.as_bool();
        if truth.is_none() {
            self.not(member, "`true` or `false`").help("write `true` or `false`, without quotes");
        }
        truth
    }

    /// The members of the object that `member` holds.
    fn entries<'m>(&mut self, member: &'m Member) -> Option<&'m [Member]> {
        let entries = member.value.as_object();
        if entries.is_none() {
            self.not(member, "an object").help(format!("write `\"{}\": {{\"name\": ..}}`", member.name));
        }
        entries
    }
}

/// Where draft 4 has booleans in place of schemas.
fn may_be_boolean(pointer: &str) -> bool {
    pointer.ends_with("/additionalProperties") || pointer.ends_with("/additionalItems")
}
