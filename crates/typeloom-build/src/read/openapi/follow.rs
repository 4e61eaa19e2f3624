//! References of what is no schema: a response, a request body, a path item that stands elsewhere.

use super::Reader;
use super::spot::Spot;
use crate::diagnostic::Code;
use crate::pointer;
use crate::read::body_names as names;
use crate::read::json_schema;
use crate::read::json_schema::types::stem;
use crate::read::link::uri::Uri;
use crate::read::link::{leads_out, missing};
use crate::read::node::Node;
use crate::read::signs;
use crate::source::Span;
use std::rc::Rc;

/// How many references may lead to each other before something is reached.
const CHAIN: usize = 16;

/// Where a reference leads.
pub(super) struct Target {
    document: usize,
    tree: Rc<Node>,
    pointer: String,
    name: String,
    span: Span,
    /// Whether it stands under a name of its own in an OpenAPI document, and is read there.
    pub named: bool,
}

impl Target {
    /// The place. [`None`] where nothing stands there, which has been reported.
    pub fn spot(&self) -> Option<Spot<'_>> {
        let node = self.tree.lookup(&self.pointer)?;
        Some(Spot {
            document: self.document,
            node,
            pointer: self.pointer.clone(),
            name: &self.name,
            name_span: self.span,
        })
    }
}

impl Reader<'_> {
    /// Where the `$ref` of `spot` leads, through further ones. [`None`] where it has none, or leads nowhere.
    pub(super) fn follow(&mut self, spot: &Spot<'_>) -> Option<Target> {
        let mut target = self.step(spot)?;
        for _ in 0..CHAIN {
            if target.named {
                return Some(target);
            }
            let next = match target.spot() {
                Some(spot) if spot.node.get("$ref").is_some() => self.step(&spot)?,
                Some(_) | None => return Some(target),
            };
            target = next;
        }
        self.sink.report(Code::ReferenceCycle, spot.node.span).help("let one of them describe something");
        None
    }

    fn step(&mut self, spot: &Spot<'_>) -> Option<Target> {
        let written = spot.node.get("$ref")?;
        let Some(text) = written.as_str() else {
            self.wrong(written.span, format!("`$ref` is {}, not a string", written.described()), "a URI is expected");
            return None;
        };
        let reference = Uri::parse(text);
        let base = Uri::parse(&self.draft.documents.get(spot.document).uri);
        let document = match reference.is_fragment_only() {
            true => spot.document,
            false => match self.file(&self.draft.documents.beside(&base, &reference).without_fragment()) {
                Some(document) => document,
                None if reference.is_path() && leads_out(&base, &reference) => {
                    missing::outside(written.span, self.sink);
                    return None;
                }
                None => return self.missing(written.span, text),
            },
        };
        let tree = Rc::clone(&self.draft.documents.get(document).tree);
        let steps = pointer::steps(&reference.fragment()).unwrap_or_default();
        let pointer = steps.iter().fold(String::new(), |at, step| pointer::join(&at, step));
        if tree.lookup(&pointer).is_none() || document == spot.document && pointer.is_empty() {
            return self.missing(written.span, text);
        }
        let read = self.draft.documents.get(document);
        let holder = steps.first().map_or("", String::as_str);
        let holds = matches!(holder, "components" | "paths" | "responses" | "parameters");
        let named = holds && !read.remote && signs::is_openapi(&tree);
        let name = match steps.last() {
            Some(step) => step.clone(),
            None => stem(&self.sources.get(read.source).path).to_owned(),
        };
        Some(Target { document, tree, pointer, name, span: written.span, named })
    }

    fn missing(&mut self, span: Span, text: &str) -> Option<Target> {
        self.sink
            .report(Code::MissingReference, span)
            .message(format!("nothing here is `{text}`"))
            .label("makes no types")
            .help(match text.starts_with('#') {
                true => "correct the reference: this document has nothing there",
                false => "add the file to the folder, or correct the reference",
            });
        None
    }

    /// The document that is found under a URI, opened now if it is a part that nothing has led to yet.
    fn file(&mut self, uri: &Uri) -> Option<usize> {
        let source = self.draft.documents.file(uri).or_else(|| self.draft.documents.remote(uri))?;
        if let Some(known) = self.draft.documents.of_source(source) {
            return Some(known);
        }
        let tree = self.draft.trees.parse(source, self.sources, self.sink)?;
        if signs::is_openapi(&tree) {
            let (draft, sink) = (&mut *self.draft, &mut *self.sink);
            return Some(Reader::open(source, &tree, self.sources, draft, sink).document);
        }
        let resource = self.resource(self.document);
        let dialect = self.draft.documents.dialect(resource);
        self.draft.family.add_part(source);
        Some(json_schema::container(source, tree, dialect, self.sources, self.draft))
    }

    /// Reads what another file has under a name, once: `read` gets its place and its name as a part.
    pub(super) fn elsewhere(&mut self, spot: &Spot<'_>, kind: &str, read: fn(&mut Self, &Spot<'_>, &str, &str)) {
        let Some(target) = self.follow(spot).filter(|target| !target.named) else { return };
        if !self.followed.insert((target.document, target.pointer.clone())) {
            return;
        }
        if let Some(spot) = target.spot() {
            let name = names::of_part(spot.name, kind);
            read(self, &spot, &name, "");
        }
    }
}
