//! Documents to [`Spec`]: the vendor's words, in the vendor's order, every node with its place.
//!
//! Knows dialects, nothing of Rust names. One row of [`DIALECTS`] and one file per kind of document.

#[cfg(any(feature = "openapi", feature = "pages"))]
pub(crate) mod body_names;
pub(crate) mod draft;
pub(crate) mod json;
pub(crate) mod json_schema;
pub(crate) mod link;
pub(crate) mod node;
#[cfg(feature = "openapi")]
pub(crate) mod openapi;
#[cfg(feature = "pages")]
pub(crate) mod page;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod signs;
#[cfg(not(all(feature = "openapi", feature = "pages", feature = "yaml")))]
mod switched_off;
pub(crate) mod tree;
#[cfg(feature = "yaml")]
pub(crate) mod yaml;

use crate::diagnostic::{Code, Sink};
use crate::load::Vendor;
use crate::source::{Source, SourceId, Sources, Span};
use crate::spec::Spec;
use draft::Draft;
use link::documents::Remote;

/// One kind of document.
pub(crate) struct Dialect {
    /// What diagnostics and `show` call it: `speakeasy page`.
    pub name: &'static str,
    /// Whether a document is of this kind, by its file name and its first lines. Cheap; the first row that says yes
    /// wins, so the order of the table goes from the special to the general.
    pub recognises: fn(&Source) -> bool,
    /// Reads the document into the draft. Never panics; what is wrong goes to the sink.
    pub read: fn(SourceId, &Sources, &mut Draft, &mut Sink),
}

/// Every kind of document that is read.
pub(crate) const DIALECTS: &[Dialect] = &[
    #[cfg(feature = "openapi")]
    Dialect { name: "OpenAPI document", recognises: signs::may_be_openapi, read: openapi::read },
    #[cfg(not(feature = "openapi"))]
    Dialect { name: "OpenAPI document", recognises: signs::may_be_openapi, read: without_openapi },
    Dialect { name: "JSON Schema", recognises: json_schema::recognises, read: json_schema::read },
    #[cfg(feature = "pages")]
    Dialect { name: "schema page", recognises: page::schema_page::recognises, read: page::schema_page::read },
    #[cfg(feature = "pages")]
    Dialect {
        name: "openapi-generator page",
        recognises: page::layout::is_openapi_generator,
        read: page::layout::read_openapi_generator,
    },
    #[cfg(feature = "pages")]
    Dialect { name: "apimatic page", recognises: page::layout::is_apimatic, read: page::layout::read_apimatic },
    #[cfg(feature = "pages")]
    Dialect { name: "speakeasy page", recognises: page::layout::is_speakeasy, read: page::layout::read_speakeasy },
    #[cfg(feature = "pages")]
    Dialect { name: "field table page", recognises: signs::is_page, read: page::layout::read_general },
    #[cfg(not(feature = "pages"))]
    Dialect { name: "page", recognises: signs::is_page, read: without_pages },
];

/// The documents of one vendor, as far as reading goes.
pub(crate) struct Input<'a> {
    /// The vendor's name: `workos`.
    pub vendor: &'a str,
    /// In any order.
    pub documents: &'a [SourceId],
    /// Documents that only references lead to.
    pub remotes: Vec<Remote>,
    /// Whether the letter of a specification counts for more than what vendors mean.
    pub exact: bool,
}

/// Reads all documents of one vendor.
pub(crate) fn read(vendor: &Vendor, sources: &Sources, exact: bool, sink: &mut Sink) -> Spec {
    let remote = |remote: &crate::load::Remote| Remote { uri: remote.uri.clone(), source: remote.source };
    let remotes = vendor.remotes.iter().map(remote).collect();
    read_input(Input { vendor: &vendor.name, documents: &vendor.documents, remotes, exact }, sources, sink)
}

/// The same without the vendor's manifest.
pub(crate) fn read_input(input: Input<'_>, sources: &Sources, sink: &mut Sink) -> Spec {
    let mut documents = input.documents.to_vec();
    documents.sort_by_cached_key(|id| (sources.get(*id).path.clone(), *id));
    // What an OpenAPI document says of the files that belong to it must be known when these are read.
    documents.sort_by_key(|id| !signs::may_be_openapi(sources.get(*id)));
    let mut draft = Draft { exact: input.exact, ..Draft::default() };
    draft.documents.vendor = input.vendor.to_owned();
    draft.documents.folder = folder(input.vendor, &documents, sources);
    draft.documents.set_remotes(input.remotes);
    draft.documents.set_files(&documents, sources);
    #[cfg(feature = "pages")]
    (draft.unmarked = page::unmarked::of(&documents, sources));
    for id in documents {
        let source = sources.get(id);
        match DIALECTS.iter().find(|dialect| (dialect.recognises)(source)) {
            Some(dialect) if is_readme(&source.path) && !reads(dialect, id, sources) => {}
            // An OpenAPI document has read it already.
            #[cfg(feature = "openapi")]
            Some(_) if draft.family.is_part(id) => {}
            Some(dialect) => (dialect.read)(id, sources, &mut draft, sink),
            None if is_readme(&source.path) => {}
            None => unknown(id, sink),
        }
    }
    finish(draft, sources, sink)
}

/// What is decided when every document has been read: what pages call the names in the JSON, where references lead.
#[cfg(feature = "pages")]
fn finish(mut draft: Draft, sources: &Sources, sink: &mut Sink) -> Spec {
    page::passed_over::report(&draft, sink);
    page::wire_names::decide(&mut draft);
    let unlinked = std::mem::take(&mut draft.unlinked);
    let mut spec = link::link(draft, sources, sink);
    page::unlinked::settle(&unlinked, &mut spec);
    page::defaults::settle(&mut spec);
    spec
}

#[cfg(not(feature = "pages"))]
fn finish(draft: Draft, sources: &Sources, sink: &mut Sink) -> Spec {
    link::link(draft, sources, sink)
}

/// Says which feature reads OpenAPI documents. What only looked like one is a schema.
#[cfg(not(feature = "openapi"))]
fn without_openapi(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    let Some(tree) = draft.trees.parse(id, sources, sink) else { return };
    match signs::is_openapi(&tree) {
        true => switched_off::report(id, "an OpenAPI document", "openapi", sink),
        false => json_schema::read(id, sources, draft, sink),
    }
}

/// Says which feature reads pages.
#[cfg(not(feature = "pages"))]
fn without_pages(id: SourceId, _: &Sources, _: &mut Draft, sink: &mut Sink) {
    switched_off::report(id, "a reference page", "pages", sink);
}

/// A readme says what lies in a folder. It may be a document too, a page with a table; it need not.
fn is_readme(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    matches!(name.as_str(), "readme" | "readme.md" | "readme.txt")
}

/// Whether a dialect finds anything to read in a document.
fn reads(dialect: &Dialect, id: SourceId, sources: &Sources) -> bool {
    let (mut draft, mut sink) = (Draft::default(), Sink::new());
    (dialect.read)(id, sources, &mut draft, &mut sink);
    #[cfg(feature = "pages")]
    if !draft.passed_over.is_empty() {
        return false;
    }
    !sink.has(Code::NoTable) && !sink.has(Code::UnknownDocument)
}

fn unknown(id: SourceId, sink: &mut Sink) {
    let kinds: Vec<&str> = DIALECTS.iter().map(|dialect| dialect.name).collect();
    sink.report(Code::UnknownDocument, Span::start_of(id))
        .label("begins like none of the kinds of documents that are read")
        .help(format!("these are read: {}", kinds.join(", ")));
}

/// The folder that holds all documents, up to the one named after the vendor where that is among them.
fn folder(vendor: &str, documents: &[SourceId], sources: &Sources) -> String {
    let mut paths = documents.iter().map(|id| sources.get(*id).path.as_str());
    let first = paths.next().unwrap_or("");
    let mut folder = &first[..first.rfind('/').map_or(0, |slash| slash + 1)];
    for path in paths {
        while !path.starts_with(folder) {
            let parent = folder.trim_end_matches('/').rfind('/').map_or(0, |slash| slash + 1);
            folder = &folder[..parent];
        }
    }
    let named = format!("/{vendor}/");
    match format!("/{folder}").rfind(&named) {
        Some(start) => folder[..start + named.len() - 1].to_owned(),
        None => folder.to_owned(),
    }
}
