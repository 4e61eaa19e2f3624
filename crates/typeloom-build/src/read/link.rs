//! References: where each of them leads, when all documents of a vendor have been read.
//!
//! Comes in: the draft that the readers of all dialects filled. Goes out: the finished [`Spec`]. A reference leads to a
//! schema in the same document, in another one of the vendor's folder, in a folder that stands for a URI, or to a
//! document that calls itself so; where it leads nowhere, a stand-in takes its place. Nothing is fetched, and nothing
//! outside of the vendor's folder is looked at. It knows URIs, pointers and names, no keywords.

mod cycles;
pub(crate) mod documents;
pub(crate) mod missing;
mod names;
#[cfg(test)]
mod tests;
pub(crate) mod uri;

use crate::diagnostic::Sink;
use crate::extensions;
use crate::pointer;
use crate::read::draft::{Draft, Pending, Target, UNRESOLVED};
use crate::read::json_schema;
use crate::read::json_schema::dialect::Dialect;
use crate::read::signs;
use crate::read::tree;
use crate::source::{At, SourceId, Sources, Span};
use crate::spec::{Keyword, Reference, ResourceId, SchemaId, Spec};
use documents::SCHEME;
use missing::{Lacking, Missing};
use names::Names;
use std::collections::BTreeSet;
use std::rc::Rc;
use typeloom::Value;
use uri::Uri;

/// Resolves all references of the draft.
pub(crate) fn link(mut draft: Draft, sources: &Sources, sink: &mut Sink) -> Spec {
    let names = Names::of(&draft, sources);
    let mut linker =
        Linker { draft: &mut draft, sources, sink, names, missing: Missing::default(), at: None, exhausted: false };
    let mut next = 0;
    // Resolving may read further documents, whose references are added behind.
    while next < linker.draft.references.len() {
        linker.resolve(next);
        next += 1;
    }
    let missing = linker.missing;
    missing.stand_in(&mut draft, sources, sink);
    adopt_remote_types(&mut draft, sources);
    follow_marked(&mut draft);
    cycles::report(&draft, sink);
    let Draft { mut schemas, types, resources, holders, documents, .. } = draft; // the rest was for reading
    // Most have one or two rules, and room for four: in large documents that is a third of what is held.
    schemas.iter_mut().for_each(|schema| schema.keywords.shrink_to_fit());
    schemas.shrink_to_fit();
    let is_table = |id: &ResourceId| documents.facts(*id).is_none();
    let tables = (0..resources.len() as u32).map(ResourceId).filter(is_table).collect();
    Spec { vendor: documents.vendor, schemas, types, tables, holders, resources }
}

struct Linker<'a> {
    draft: &'a mut Draft,
    sources: &'a Sources,
    sink: &'a mut Sink,
    names: Names,
    missing: Missing,
    /// Where the reference stands that is being resolved.
    at: Option<Span>,
    /// Whether every remote document has been read, to see whether one of them has the `$id` that is looked for.
    exhausted: bool,
}

/// What came of a reference.
enum Found {
    Schema(SchemaId),
    /// Nothing, but this would be it.
    Nothing {
        /// What was looked for, the same for all references to the same thing.
        key: String,
        /// What would have to be there.
        lacking: Lacking,
    },
    /// It leads out of the vendor's folder.
    Outside,
}

impl Linker<'_> {
    fn resolve(&mut self, index: usize) {
        let Pending { schema, keyword, entry, span, .. } = self.draft.references[index]; // the caller counts
        self.at = Some(span);
        let found = match &self.draft.references[index].target {
            Target::Uri(text) => {
                let text = text.clone();
                let mapping = matches!(self.keyword(schema, keyword), Some(Keyword::Discriminator(_)));
                self.uri(&text, schema, mapping)
            }
            Target::Name(name) => match self.names.of_page(name, self.draft) {
                Some(id) => Found::Schema(id),
                None => Found::Nothing { key: names::fold(names::last(name)), lacking: Lacking::Page },
            },
        };
        match found {
            Found::Schema(target) => self.lead(schema, keyword, entry, target),
            Found::Nothing { key, lacking } => self.missing.add(index, key, lacking),
            Found::Outside => {
                missing::outside(span, self.sink);
                // No later stage meets a reference without a target.
                if let Some(keyword) = self.keyword(schema, keyword) {
                    *keyword = Keyword::AllOf(Vec::new());
                }
            }
        }
    }

    fn keyword(&mut self, schema: SchemaId, keyword: usize) -> Option<&mut Keyword> {
        self.draft.get(schema).keywords.get_mut(keyword).map(|keyword| &mut keyword.value)
    }

    /// Where the reference `text` in `schema` leads.
    fn uri(&mut self, text: &str, schema: SchemaId, mapping: bool) -> Found {
        let resource = self.draft.get(schema).resource;
        if mapping && !text.contains(['/', '#']) {
            // The values of a discriminator's mapping may be names of schemas (OpenAPI 3.1, section 4.8.25).
            let pointer = pointer::join("#/components/schemas", text);
            match self.uri(&pointer, schema, false) {
                Found::Schema(id) => return Found::Schema(id),
                // A name, not that of a file.
                Found::Nothing { key, lacking } if !text.contains('.') => return Found::Nothing { key, lacking },
                Found::Nothing { .. } | Found::Outside => {}
            }
        }
        let reference = Uri::parse(text);
        let base = self.base(resource);
        let absolute = base.resolve(&reference);
        let fragment = reference.fragment();
        let mut target = match reference.is_fragment_only() {
            true => Some(resource),
            false => self.by_uri(&absolute.without_fragment(), resource),
        };
        if let Some(found) = target.and_then(|target| self.within(target, &fragment)) {
            return Found::Schema(found);
        }
        // A document whose `$id` says where it is published lies beside others in the folder all the same.
        if target.is_none() && reference.is_path() {
            let document = self.draft.get(schema).document;
            let place = Uri::parse(&self.draft.documents.invent(&self.sources.get(document).path));
            let beside = self.draft.documents.beside(&place, &reference).without_fragment();
            target = self.draft.documents.by_place(&beside);
            if base.scheme() == Some(SCHEME) && target.is_none() && leads_out(&place, &reference) {
                return Found::Outside;
            }
            if let Some(found) = target.and_then(|target| self.within(target, &fragment)) {
                return Found::Schema(found);
            }
        }
        if reference.scheme() == Some("file") && target.is_none() {
            return Found::Outside;
        }
        if let Some(found) = self.draft.documents.named(text) {
            return Found::Schema(found);
        }
        let lacking = match (target, names::of_definition(&fragment)) {
            (_, Some(_)) if reference.is_fragment_only() => Lacking::Definition,
            (Some(_), _) => Lacking::Place,
            (None, _) => Lacking::Document,
        };
        match names::of_definition(&fragment).filter(|_| target.is_none_or(|target| target == resource)) {
            Some(name) => match self.names.of_document(name, self.draft) {
                Some(found) => Found::Schema(found),
                None if reference.is_fragment_only() => Found::Nothing { key: names::fold(name), lacking },
                None => Found::Nothing { key: absolute.to_string(), lacking },
            },
            None => Found::Nothing { key: absolute.to_string(), lacking },
        }
    }

    fn base(&self, resource: ResourceId) -> Uri {
        self.draft.resources.get(resource.0 as usize).map(|resource| Uri::parse(&resource.uri)).unwrap_or_default()
    }

    /// The resource `uri`, read now if a remote folder has it. Without a `$schema` of its own it is written in the
    /// dialect of the resource that refers to it.
    fn by_uri(&mut self, uri: &Uri, from: ResourceId) -> Option<ResourceId> {
        if let Some(known) = self.draft.documents.by_uri(uri) {
            return Some(known);
        }
        let dialect = self.draft.documents.dialect(from);
        if let Some(source) = self.draft.documents.remote(uri) {
            let root = self.read_remote(source, dialect)?;
            return Some(self.draft.get(root).resource);
        }
        if !self.exhausted && !self.draft.documents.remotes().is_empty() && uri.scheme() != Some(SCHEME) {
            self.exhausted = true;
            let read: BTreeSet<SourceId> = self.draft.documents.iter().map(|document| document.source).collect();
            let remotes: Vec<SourceId> = self.draft.documents.remotes().iter().map(|remote| remote.source).collect();
            for source in remotes.into_iter().filter(|source| !read.contains(source)) {
                self.index_remote(source);
            }
        }
        if let Some(source) = self.names.remote(uri) {
            self.read_remote(source, dialect)?;
            return self.draft.documents.by_uri(uri);
        }
        let at = self.at?;
        let node = json_schema::meta_schema::published(uri, at)?;
        let root = json_schema::built_in(at.source, node, uri, self.sources, self.draft, self.sink).1;
        Some(self.draft.get(root).resource)
    }

    fn read_remote(&mut self, source: SourceId, dialect: Dialect) -> Option<SchemaId> {
        if let Some(document) = self.draft.documents.iter().find(|document| document.source == source) {
            return document.root;
        }
        let node = self.draft.trees.parse(source, self.sources, self.sink)?;
        if signs::is_openapi(&node) {
            return self.read_openapi(source);
        }
        Some(json_schema::document(source, node, dialect, self.sources, self.draft, self.sink).1)
    }

    #[cfg(feature = "openapi")]
    fn read_openapi(&mut self, source: SourceId) -> Option<SchemaId> {
        crate::read::openapi::read_remote(source, self.sources, self.draft, self.sink)
    }

    /// Says which feature reads it.
    #[cfg(not(feature = "openapi"))]
    fn read_openapi(&mut self, source: SourceId) -> Option<SchemaId> {
        crate::read::switched_off::report(source, "an OpenAPI document", "openapi", self.sink);
        None
    }

    /// Notes the `$id` of a remote document that nothing has led to yet.
    fn index_remote(&mut self, source: SourceId) {
        let text = &self.sources.get(source).text;
        if !json_schema::recognises(self.sources.get(source)) || !text.contains("id") {
            return;
        }
        // Whatever is wrong with it matters only if something refers to it.
        let Some(node) = tree::parse(source, self.sources, &mut Sink::new()) else { return };
        if let Some(id) = node.get("$id").or(node.get("id")).and_then(|id| id.as_str()) {
            self.names.add_remote(&Uri::parse(id).without_fragment(), source);
        }
    }

    /// The schema that `fragment` means in a resource.
    fn within(&mut self, resource: ResourceId, fragment: &str) -> Option<SchemaId> {
        let root = self.draft.resources.get(resource.0 as usize)?.root;
        if fragment.is_empty() {
            return Some(root);
        }
        if !fragment.starts_with('/') {
            return self.draft.documents.anchored(resource, fragment);
        }
        let document = self.draft.documents.facts(resource)?.document;
        let start = self.draft.get(root).pointer.clone();
        let steps = pointer::steps(fragment)?;
        // In one spelling: an index or a name may be escaped in more ways than one.
        let canonical = steps.iter().fold(start.clone(), |at, step| pointer::join(&at, step));
        if let Some(known) = self.draft.documents.at(document, &canonical) {
            return Some(known);
        }
        let tree = Rc::clone(&self.draft.documents.get(document).tree);
        let mut node = tree.lookup(&start)?;
        let (mut at, mut inside) = (start, resource);
        for step in &steps {
            node = node.child(step)?;
            at = pointer::join(&at, step);
            if let Some(known) = self.draft.documents.at(document, &at) {
                inside = self.draft.get(known).resource;
            }
        }
        let (draft, sources, sink) = (&mut *self.draft, self.sources, &mut *self.sink);
        Some(json_schema::on_demand(document, &at, node, inside, sources, draft, sink))
    }

    /// Lets entry `entry` of a keyword lead to `target`.
    fn lead(&mut self, schema: SchemaId, keyword: usize, entry: usize, target: SchemaId) {
        lead(self.draft, schema, keyword, entry, target);
    }
}

/// Lets entry `entry` of a keyword lead to `target`.
///
/// A dynamic reference is one only if what it leads to at first sight is a dynamic anchor of that name (2020-12 core,
/// section 8.2.3.2; 2019-09 core, section 8.2.4.2.1). Otherwise it is a reference like any other.
fn lead(draft: &mut Draft, schema: SchemaId, keyword: usize, entry: usize, target: SchemaId) {
    let resource = draft.schemas.get(target.0 as usize).map(|schema| schema.resource);
    let resource = resource.and_then(|id| draft.resources.get(id.0 as usize));
    let anchors: &[(String, SchemaId)] = resource.map_or(&[], |resource| &resource.dynamic_anchors);
    let Some(keyword) = draft.schemas.get_mut(schema.0 as usize).and_then(|schema| schema.keywords.get_mut(keyword))
    else {
        return;
    };
    if let Keyword::Ref(reference) = &mut keyword.value {
        reference.target = target;
    } else if let Keyword::DynamicRef(reference) = &mut keyword.value {
        if anchors.iter().any(|(name, id)| *name == reference.anchor && *id == target) {
            reference.initial = target;
        } else {
            let text = std::mem::take(&mut reference.text);
            keyword.value = Keyword::Ref(Reference { target, text });
        }
    } else if let Keyword::Discriminator(discriminator) = &mut keyword.value {
        if entry == Pending::DEFAULT {
            discriminator.default = Some(target);
        } else if let Some((_, schema)) = discriminator.mapping.get_mut(entry) {
            *schema = target;
        }
    }
}

/// Whether the path of `reference`, taken from `place`, leaves the vendor's folder.
pub(crate) fn leads_out(place: &Uri, reference: &Uri) -> bool {
    // The first segment is the vendor, the last one the document.
    let mut depth = place.path().split('/').filter(|segment| !segment.is_empty()).count() as i64 - 2;
    if reference.path().starts_with('/') {
        return !reference.path().starts_with(&place.path()[..place.path()[1..].find('/').map_or(0, |end| end + 2)]);
    }
    for segment in reference.path().split('/') {
        match segment {
            ".." => depth -= 1,
            "." | "" => {}
            _ => depth += 1,
        }
        if depth < 0 {
            return true;
        }
    }
    false
}

/// The types of an export that it marks as references to themselves become what these lead to.
fn follow_marked(draft: &mut Draft) {
    for named in &mut draft.types {
        let Some(schema) = draft.schemas.get(named.schema.0 as usize) else { continue };
        let marked = schema
            .notes
            .extensions
            .iter()
            .any(|(name, value)| name == extensions::SAME_AS_REF && value.value == Value::Bool(true));
        if let ([At { value: Keyword::Ref(Reference { target, .. }), .. }], true) = (&schema.keywords[..], marked) {
            named.schema = *target;
        }
    }
}

/// Makes types of what references lead to in remote documents.
fn adopt_remote_types(draft: &mut Draft, sources: &Sources) {
    let mut used = BTreeSet::new();
    for reference in &draft.references {
        let keywords = draft.schemas.get(reference.schema.0 as usize).map(|schema| &schema.keywords);
        let keyword = keywords.and_then(|keywords| keywords.get(reference.keyword)).map(|keyword| &keyword.value);
        if let Some(Keyword::Ref(Reference { target, .. })) = keyword {
            used.insert(*target);
        } else if let Some(Keyword::DynamicRef(reference)) = keyword {
            used.insert(reference.initial);
        } else if let Some(Keyword::Discriminator(discriminator)) = keyword {
            used.extend(discriminator.targets());
        }
    }
    used.remove(&UNRESOLVED);
    let remote = draft.documents.iter().filter(|document| document.remote);
    let adopted = remote.flat_map(|document| &document.candidates).filter(|named| used.contains(&named.schema));
    let adopted: Vec<_> = adopted.cloned().collect();
    draft.types.extend(adopted);
    let place = |source: SourceId| sources.get(source).path.clone();
    // Stable: the types of one document stay in the order that its reader gave them.
    draft.types.sort_by_cached_key(|named| (place(named.span.source), named.span.source));
}
