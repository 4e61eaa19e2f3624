//! The JSON behind the schemas of one vendor, and under which URIs, anchors and pointers each schema is found.
//!
//! Filled while documents are read, asked when references are resolved. It knows no keywords.

use crate::read::json_schema::dialect::Dialect;
use crate::read::link::uri::{Uri, escape_segment};
use crate::read::node::Node;
use crate::source::{SourceId, Sources, Span};
use crate::spec::{NamedSchema, Resource, ResourceId, SchemaId};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// The scheme of the URIs that documents without an `$id` get.
pub(crate) const SCHEME: &str = "typeloom";

/// A document that stands for a URI, so that nothing is fetched.
#[derive(Clone, Debug)]
pub(crate) struct Remote {
    /// The URI that it would have been fetched from.
    pub uri: String,
    /// Its text.
    pub source: SourceId,
}

/// All JSON documents of one vendor, and what is found in them.
#[derive(Default)]
pub(crate) struct Documents {
    /// The vendor's name, which begins the paths of invented URIs.
    pub vendor: String,
    /// The folder that paths are relative to, as the beginning of [`Source::path`](crate::source::Source::path), with
    /// its closing slash.
    pub folder: String,
    remotes: Vec<Remote>,
    /// The remotes by their URIs, in the one spelling, with and without `.json`, `.yaml` and `.yml`.
    remote_uris: HashMap<String, SourceId>,
    /// The vendor's own files, by the URIs that are invented for them.
    files: HashMap<String, SourceId>,
    read: Vec<Document>,
    /// What is known of resources that were read from JSON.
    facts: BTreeMap<ResourceId, Facts>,
    /// Resources by the absolute URIs under which they are found, and where these were written.
    uris: HashMap<String, (ResourceId, Option<Span>)>,
    /// Schemas by fragment-only `$id`s, `#/components/schemas/User`, and where these were written.
    names: HashMap<String, (SchemaId, Span)>,
}

/// One JSON document, or the one schema of a page.
pub(crate) struct Document {
    /// Its text.
    pub source: SourceId,
    /// What is written in it.
    pub tree: Rc<Node>,
    /// Where it was found.
    pub uri: String,
    /// Whether only references lead to it.
    pub remote: bool,
    /// The schema of the whole document, once it is read.
    pub root: Option<SchemaId>,
    /// The types it would make if it were not remote.
    pub candidates: Vec<NamedSchema>,
    /// Schemas by JSON Pointer.
    pointers: HashMap<String, SchemaId>,
}

/// What is known of a resource that was read from JSON.
pub(crate) struct Facts {
    /// Index of its document.
    pub document: usize,
    /// What its keywords mean.
    pub dialect: Dialect,
    /// Schemas by plain-name fragment, and where that was written.
    anchors: HashMap<String, (SchemaId, Span)>,
}

impl Documents {
    /// Adds a document and says where it is.
    pub fn add(&mut self, source: SourceId, tree: Rc<Node>, sources: &Sources) -> usize {
        let remote = self.remotes.iter().find(|remote| remote.source == source);
        let uri = remote.map_or_else(|| self.invent(&sources.get(source).path), |remote| remote.uri.clone());
        let remote = remote.is_some();
        let (root, candidates, pointers) = (None, vec![], HashMap::new());
        self.read.push(Document { source, tree, uri, remote, root, candidates, pointers });
        self.read.len() - 1
    }

    /// Adds what stands for a document that is published under `uri`; its places are those of the reference to it.
    pub fn add_published(&mut self, source: SourceId, tree: Rc<Node>, uri: &Uri) -> usize {
        let (root, candidates, pointers) = (None, vec![], HashMap::new());
        self.read.push(Document { source, tree, uri: uri.to_string(), remote: true, root, candidates, pointers });
        self.read.len() - 1
    }

    /// The URI of a document that has no other: its path within the vendor's folder.
    pub fn invent(&self, path: &str) -> String {
        let path = path.strip_prefix(&self.folder).unwrap_or(path);
        let segments: Vec<String> = path.split('/').map(escape_segment).collect();
        format!("{SCHEME}:/{}/{}", escape_segment(&self.vendor), segments.join("/"))
    }

    /// Where `reference` leads from the document `place`. In the vendor's own files a path that begins with a slash begins at the
    /// vendor's folder, for there is nothing above it.
    pub fn beside(&self, place: &Uri, reference: &Uri) -> Uri {
        let vendor = format!("/{}/", escape_segment(&self.vendor));
        let rooted = reference.path().starts_with('/') && !reference.path().starts_with(&vendor);
        match rooted && place.scheme() == Some(SCHEME) {
            true => Uri::parse(&self.invent("")).resolve(&reference.below()),
            false => place.resolve(reference),
        }
    }

    /// The document at an index that [`Documents::add`] gave.
    pub fn get(&self, index: usize) -> &Document {
        &self.read[index] // indexes come from `add` only
    }

    /// All documents, in the order of reading.
    pub fn iter(&self) -> impl Iterator<Item = &Document> {
        self.read.iter()
    }

    /// Notes the root of a document and the types it would make.
    pub fn finished(&mut self, document: usize, root: SchemaId, candidates: Vec<NamedSchema>) {
        if let Some(document) = self.read.get_mut(document) {
            document.root = Some(root);
            document.candidates = candidates;
        }
    }

    /// Sets the vendor's own files, read or not.
    pub fn set_files(&mut self, files: &[SourceId], sources: &Sources) {
        self.files = files.iter().map(|id| (self.invent(&sources.get(*id).path), *id)).collect();
    }

    /// The vendor's own file with this invented URI, which may leave the ending out.
    pub fn file(&self, uri: &Uri) -> Option<SourceId> {
        spellings(uri).iter().find_map(|uri| self.files.get(uri)).copied()
    }

    /// The index of the document of a text, where it has been read.
    pub fn of_source(&self, source: SourceId) -> Option<usize> {
        self.read.iter().position(|document| document.source == source)
    }

    /// Sets the documents that only references lead to.
    pub fn set_remotes(&mut self, remotes: Vec<Remote>) {
        let uris: Vec<(String, SourceId)> =
            remotes.iter().map(|remote| (Uri::parse(&remote.uri).to_string(), remote.source)).collect();
        for (uri, source) in &uris {
            self.remote_uris.entry(uri.clone()).or_insert(*source);
        }
        // A file has an ending where the URI often has none. What is spelled exactly comes first.
        for (uri, source) in &uris {
            for short in [".json", ".yaml", ".yml"].iter().filter_map(|ending| uri.strip_suffix(ending)) {
                self.remote_uris.entry(short.to_owned()).or_insert(*source);
            }
        }
        self.remotes = remotes;
    }

    /// The documents that only references lead to.
    pub fn remotes(&self) -> &[Remote] {
        &self.remotes
    }

    /// The text that stands for `uri`.
    pub fn remote(&self, uri: &Uri) -> Option<SourceId> {
        self.remote_uris.get(&uri.to_string()).copied()
    }

    /// Adds a resource whose root is `root`. It is found under `uri` unless another one is.
    pub fn resource(
        &mut self,
        resources: &mut Vec<Resource>,
        uri: &Uri,
        root: SchemaId,
        document: usize,
        dialect: Dialect,
    ) -> ResourceId {
        let id = ResourceId(resources.len() as u32);
        let asserts_formats = dialect.asserts_formats;
        resources.push(Resource { uri: uri.to_string(), root, dynamic_anchors: vec![], asserts_formats });
        self.facts.insert(id, Facts { document, dialect, anchors: HashMap::new() });
        self.uris.entry(uri.to_string()).or_insert((id, None));
        id
    }

    /// Gives the resource the URI that its `$id` says. Yields where that was written already, if it was.
    pub fn rename(&mut self, resources: &mut [Resource], uri: &Uri, id: ResourceId, span: Span) -> Option<Span> {
        if let Some(resource) = resources.get_mut(id.0 as usize) {
            resource.uri = uri.to_string();
        }
        self.alias(uri, id, span)
    }

    /// Lets the resource be found under `uri` too. Yields where that was written already, if it was.
    pub fn alias(&mut self, uri: &Uri, id: ResourceId, span: Span) -> Option<Span> {
        let (known, first) = self.uris.entry(uri.to_string()).or_insert((id, Some(span)));
        if *known == id {
            *first = Some(span);
            return None;
        }
        // The place where a document was found counts for less than what another one says of itself.
        if first.is_none() {
            (*known, *first) = (id, Some(span));
            return None;
        }
        first.filter(|_| !self.is_remote(id))
    }

    fn is_remote(&self, id: ResourceId) -> bool {
        self.facts(id).is_some_and(|facts| self.get(facts.document).remote)
    }

    /// Lets a schema be found under a name that is no URI: `#/components/schemas/User`. Yields where that was written
    /// already, if it was.
    pub fn register(&mut self, name: &str, id: SchemaId, span: Span) -> Option<Span> {
        let (known, first) = *self.names.entry(name.to_owned()).or_insert((id, span));
        Some(first).filter(|_| known != id)
    }

    /// The schema that calls itself `name`: `#/components/schemas/User`.
    pub fn named(&self, name: &str) -> Option<SchemaId> {
        self.names.get(name).map(|(id, _)| *id)
    }

    /// Lets a schema be found by a plain-name fragment. Yields where that was written already, if it was.
    pub fn anchor(&mut self, resource: ResourceId, name: &str, id: SchemaId, span: Span) -> Option<Span> {
        let anchors = &mut self.facts.get_mut(&resource)?.anchors;
        let (known, first) = *anchors.entry(name.to_owned()).or_insert((id, span));
        Some(first).filter(|_| known != id)
    }

    /// The schema with the plain-name fragment `name`.
    pub fn anchored(&self, resource: ResourceId, name: &str) -> Option<SchemaId> {
        self.facts(resource)?.anchors.get(name).map(|(id, _)| *id)
    }

    /// Notes that the schema at `pointer` was read.
    pub fn found(&mut self, document: usize, pointer: &str, id: SchemaId) {
        if let Some(document) = self.read.get_mut(document) {
            document.pointers.entry(pointer.to_owned()).or_insert(id);
        }
    }

    /// The schema at `pointer`, where one was read.
    pub fn at(&self, document: usize, pointer: &str) -> Option<SchemaId> {
        self.read.get(document)?.pointers.get(pointer).copied()
    }

    /// The resource of a file of the vendor, by its invented URI, which may leave the ending out.
    pub fn by_place(&self, uri: &Uri) -> Option<ResourceId> {
        spellings(uri).iter().find_map(|uri| self.uris.get(uri)).map(|(id, _)| *id)
    }

    /// The resource that is found under `uri`.
    pub fn by_uri(&self, uri: &Uri) -> Option<ResourceId> {
        self.uris.get(&uri.to_string()).map(|(id, _)| *id)
    }

    /// What is known of a resource. [`None`] for those of pages, which have no JSON.
    pub fn facts(&self, resource: ResourceId) -> Option<&Facts> {
        self.facts.get(&resource)
    }

    /// What the keywords of a resource mean.
    pub fn dialect(&self, resource: ResourceId) -> Dialect {
        self.facts(resource).map_or(Dialect::DEFAULT, |facts| facts.dialect)
    }
}

/// A URI as it is written, and with the endings that a reference to it may leave out.
fn spellings(uri: &Uri) -> Vec<String> {
    let written = uri.to_string();
    let last = written.rsplit('/').next().unwrap_or("");
    let endings: &[&str] = if last.is_empty() || last.contains('.') { &[] } else { &[".json", ".yaml", ".yml"] };
    let longer: Vec<String> = endings.iter().map(|ending| format!("{written}{ending}")).collect();
    std::iter::once(written).chain(longer).collect()
}
