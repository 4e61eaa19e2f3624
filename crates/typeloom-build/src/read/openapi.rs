//! OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0: the schemas with names, and the bodies that operations describe in place.
//!
//! Comes in: a document with `openapi` or `swagger` at its root. Goes out: its schemas, read by the reader of JSON
//! Schema in the dialect of the version, each under its name. What is named by the document keeps that name; an inline
//! body is named after its operation (see [`body_names`](crate::read::body_names)). It knows where schemas stand, not what their keywords mean.

mod components;
mod content;
pub(crate) mod family;
mod follow;
mod operation;
mod paths;
mod spot;
mod swagger;
#[cfg(test)]
mod tests;
mod version;

use crate::diagnostic::{Code, Severity, Sink};
use crate::read::draft::Draft;
use crate::read::json_schema;
use crate::read::json_schema::dialect::{self, Dialect};
use crate::read::link::uri::Uri;
use crate::read::node::Node;
use crate::read::signs;
use crate::source::{SourceId, Sources, Span};
use crate::spec::{NamedSchema, Origin, ResourceId, SchemaId};
use spot::Spot;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use version::Version;

/// Reads a document of its own; one that only looked like an OpenAPI document is a schema.
pub(crate) fn read(source: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    let Some(tree) = draft.trees.parse(source, sources, sink) else { return };
    if !signs::is_openapi(&tree) {
        return json_schema::read(source, sources, draft, sink);
    }
    let types = Reader::open(source, &tree, sources, draft, sink).document(&tree);
    draft.types.extend(types);
}

/// Reads a document that only references lead to; what they lead to becomes a type. Yields its root.
pub(crate) fn read_remote(source: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) -> Option<SchemaId> {
    let tree = draft.trees.parse(source, sources, sink)?;
    let reader = Reader::open(source, &tree, sources, draft, sink);
    let document = reader.document;
    let types = reader.document(&tree);
    let root = draft.documents.get(document).root?;
    draft.documents.finished(document, root, types);
    Some(root)
}

/// What reads one document, and the files that it consists of.
struct Reader<'a> {
    draft: &'a mut Draft,
    sources: &'a Sources,
    sink: &'a mut Sink,
    version: Version,
    /// Index of the document itself in [`Documents`](crate::read::link::documents::Documents).
    document: usize,
    types: Vec<NamedSchema>,
    /// The parts of other files that have been read, by document and pointer.
    followed: BTreeSet<(usize, String)>,
    /// The identifiers of operations, and where they stand.
    operations: BTreeMap<String, Span>,
    /// What operations are called, in lower case.
    called: BTreeSet<String>,
    /// What makes no types: how often, and where first.
    untyped: BTreeMap<&'static str, (usize, Span)>,
}

impl<'a> Reader<'a> {
    fn open(
        source: SourceId,
        tree: &Rc<Node>,
        sources: &'a Sources,
        draft: &'a mut Draft,
        sink: &'a mut Sink,
    ) -> Reader<'a> {
        let inherited = draft.inherited(source);
        let version = version::of(tree, inherited, sink);
        let dialect = schema_dialect(tree, version, inherited, sources, draft, sink);
        let document = match draft.documents.of_source(source) {
            Some(known) => known,
            None => json_schema::container(source, Rc::clone(tree), dialect, sources, draft),
        };
        let (types, followed, operations, called, untyped) = Default::default();
        Reader { draft, sources, sink, version, document, types, followed, operations, called, untyped }
    }

    /// Reads everything that holds schemas.
    fn document(mut self, tree: &Rc<Node>) -> Vec<NamedSchema> {
        let root = Spot { document: self.document, node: tree, pointer: String::new(), name: "", name_span: tree.span };
        self.own_uri(&root);
        self.claim_files(tree);
        let [both, new, old] = signs::OPENAPI;
        // A part of a document does not say of which version it is, and may hold what any of them has.
        let part = signs::openapi_version(tree).is_none();
        let swagger = self.version == Version::Swagger2;
        match (part, swagger) {
            (true, _) => self.known(&root, &signs::OPENAPI.concat()),
            (false, true) => self.known(&root, &[both, old].concat()),
            (false, false) => self.known(&root, &[both, new].concat()),
        }
        if part || swagger {
            self.swagger_components(&root);
        }
        if let Some(components) = root.member("components").filter(|_| part || !swagger) {
            self.components(&components);
        }
        if let Some(paths) = root.member("paths") {
            self.paths(&paths);
        }
        for name in ["webhooks", "x-webhooks"] {
            if let Some(webhooks) = root.member(name) {
                self.webhooks(&webhooks);
            }
        }
        self.tell_untyped(tree.span);
        self.types.sort_by_key(|named| named.span);
        self.types
    }

    /// `$self` of OpenAPI 3.2: where the document is published.
    fn own_uri(&mut self, root: &Spot<'_>) {
        let Some(written) = root.node.get("$self") else { return };
        let Some(text) = written.as_str() else {
            self.wrong(written.span, format!("`$self` is {}, not a string", written.described()), "a URI is expected");
            return;
        };
        let base = Uri::parse(&self.draft.documents.get(root.document).uri);
        let uri = base.resolve(&Uri::parse(text)).without_fragment();
        let resource = self.resource(root.document);
        self.draft.documents.rename(&mut self.draft.resources, &uri, resource, written.span);
    }

    /// Makes a type of the schema at `spot`.
    fn named(&mut self, spot: &Spot<'_>, name: String, origin: Origin) -> SchemaId {
        let schema = self.schema(spot);
        self.types.push(NamedSchema { name, schema, span: spot.name_span, origin, rust_name: None, secret: None });
        schema
    }

    /// The schema at `spot`.
    fn schema(&mut self, spot: &Spot<'_>) -> SchemaId {
        if let Some(known) = self.draft.documents.at(spot.document, &spot.pointer) {
            return known;
        }
        let inside = self.inside(spot);
        let (draft, sources, sink) = (&mut *self.draft, self.sources, &mut *self.sink);
        json_schema::on_demand(spot.document, &spot.pointer, spot.node, inside, sources, draft, sink)
    }

    /// The resource that the schema at `spot` is read in: that of the document, or another one of the same place where it
    /// names a dialect of its own (OpenAPI 3.1, section 4.8.24.5).
    fn inside(&mut self, spot: &Spot<'_>) -> ResourceId {
        let document = self.resource(spot.document);
        let (Some(named), None) = (spot.node.get("$schema"), spot.node.get("$id")) else { return document };
        if !matches!(self.version, Version::V31 | Version::V32) {
            return document;
        }
        let around = self.draft.documents.dialect(document);
        let dialect = dialect::named_by(named, around, self.draft, self.sources, self.sink);
        let resource =
            self.draft.resources.get(document.0 as usize).map(|resource| (resource.root, resource.uri.clone()));
        match resource.filter(|_| dialect != around) {
            Some((root, uri)) => {
                let (uri, resources) = (Uri::parse(&uri), &mut self.draft.resources);
                self.draft.documents.resource(resources, &uri, root, spot.document, dialect)
            }
            None => document,
        }
    }

    /// Counts something that makes no type.
    fn makes_no_type(&mut self, what: &'static str, span: Span) {
        self.untyped.entry(what).or_insert((0, span)).0 += 1;
    }

    fn tell_untyped(&mut self, document: Span) {
        let holder = match self.version {
            Version::Swagger2 => "definitions",
            Version::V30 | Version::V31 | Version::V32 => "components/schemas",
        };
        for (what, (count, span)) in std::mem::take(&mut self.untyped) {
            self.sink
                .report(Code::Untyped, span)
                .group(what)
                .message(format!("{what} make no types: {count} of them in this document"))
                .label("the first of them")
                .help(format!("types are made of the named schemas under `{holder}` and of JSON bodies"));
        }
        if self.types.is_empty() && !self.sink.has_errors() {
            let place = Span { end: document.start.saturating_add(1), ..document };
            self.sink
                .report(Code::Untyped, place)
                .message("this OpenAPI document describes no schemas")
                .help("remove it, or add the files with its schemas")
                .severity = Severity::Warning;
        }
    }
}

/// The dialect of the schemas: that of the version, unless `jsonSchemaDialect` names another one (OpenAPI 3.1, section
/// 4.8.24.5).
fn schema_dialect(
    tree: &Node,
    version: Version,
    inherited: Option<Dialect>,
    sources: &Sources,
    draft: &mut Draft,
    sink: &mut Sink,
) -> Dialect {
    let of_version = inherited.unwrap_or(Dialect::of(version.edition()));
    match (version, tree.get("jsonSchemaDialect")) {
        (Version::V31 | Version::V32, Some(named)) => dialect::named_by(named, of_version, draft, sources, sink),
        (Version::Swagger2 | Version::V30 | Version::V31 | Version::V32, _) => of_version,
    }
}
