//! Schemas by name: for references that mean a document of the vendor without saying where it is.
//!
//! Exact names win over names that differ in case and punctuation only. A name that several schemas have leads to none
//! of them, unless one of them is better than the others: a type's own name, then a title, then a file name. Of several
//! documents that describe one type the strongest one is meant: a schema, else the first page.

use crate::read::draft::Draft;
use crate::read::json_schema::types::stem;
use crate::read::link::uri::Uri;
use crate::source::{SourceId, Sources};
use crate::spec::{Origin, SchemaId};
use std::collections::{BTreeMap, HashMap};

/// What schemas are called.
#[derive(Default)]
pub(super) struct Names {
    /// Every type, title and file name, the better ones first.
    types: [BTreeMap<String, Vec<SchemaId>>; 3],
    /// Only whole documents.
    documents: [BTreeMap<String, Vec<SchemaId>>; 3],
    remotes: HashMap<String, SourceId>,
}

impl Names {
    /// What the schemas of a draft are called.
    pub fn of(draft: &Draft, sources: &Sources) -> Names {
        let mut names = Names::default();
        for named in &draft.types {
            let document = named.origin == Origin::Document;
            names.add(0, &named.name, named.schema, document);
            if document {
                names.add_file(&sources.get(named.span.source).path, named.schema, &draft.documents.vendor);
            }
        }
        for document in draft.documents.iter().filter(|document| !document.remote) {
            let Some(root) = document.root else { continue };
            if let Some(title) = document.tree.get("title").and_then(|title| title.as_str()) {
                names.add(1, title, root, true);
            }
            names.add_file(&sources.get(document.source).path, root, &draft.documents.vendor);
        }
        names
    }

    fn add(&mut self, rank: usize, name: &str, schema: SchemaId, document: bool) {
        for (maps, wanted) in [(&mut self.types, true), (&mut self.documents, document)] {
            let Some(map) = maps.get_mut(rank).filter(|_| wanted) else { continue };
            for key in [exact(name), fold(name)] {
                let schemas = map.entry(key).or_default();
                if !schemas.contains(&schema) {
                    schemas.push(schema);
                }
            }
        }
    }

    /// A file name, with and without the vendor's name in front: `workos-userlanduser-schema.json` is `userlanduser`.
    fn add_file(&mut self, path: &str, schema: SchemaId, vendor: &str) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = stem(path);
        self.add(2, name.split('.').next().unwrap_or(name), schema, true);
        self.add(2, stem, schema, true);
        if let Some(short) = stem.strip_prefix(vendor) {
            self.add(2, short.trim_start_matches(['-', '_', '.']), schema, true);
        }
    }

    /// Notes that a remote document calls itself `uri`.
    pub fn add_remote(&mut self, uri: &Uri, source: SourceId) {
        self.remotes.entry(uri.to_string()).or_insert(source);
    }

    /// The remote document that calls itself `uri`.
    pub fn remote(&self, uri: &Uri) -> Option<SourceId> {
        self.remotes.get(&uri.to_string()).copied()
    }

    /// The type that a page calls `name`: `models.AuthProviders`, `AuthProviders`. Pages written by people have a
    /// heading `Prompt Types` above the values of a `prompt type`.
    pub fn of_page(&self, name: &str, draft: &Draft) -> Option<SchemaId> {
        let last = last(name);
        let found = lookup(&self.types, name, draft).or_else(|| lookup(&self.types, last, draft));
        found.or_else(|| lookup(&self.types, &format!("{last}s"), draft))
    }

    /// The document that a schema calls `name`.
    pub fn of_document(&self, name: &str, draft: &Draft) -> Option<SchemaId> {
        lookup(&self.documents, name, draft)
    }
}

fn lookup(maps: &[BTreeMap<String, Vec<SchemaId>>; 3], name: &str, draft: &Draft) -> Option<SchemaId> {
    for key in [exact(name), fold(name)] {
        for (rank, map) in maps.iter().enumerate() {
            match map.get(&key).map(Vec::as_slice) {
                Some([only]) => return Some(*only),
                Some(several) if rank == 0 => {
                    if let Some(strongest) = strongest(several, draft) {
                        return Some(strongest);
                    }
                }
                Some(_) | None => {}
            }
        }
    }
    None
}

/// Which of several schemas of one name is meant: the one that all of them will be. [`None`] where they are different
/// types: one document has two of them, or two schemas differ.
fn strongest(schemas: &[SchemaId], draft: &Draft) -> Option<SchemaId> {
    let read: Vec<_> = schemas.iter().filter_map(|id| Some((*id, draft.schemas.get(id.0 as usize)?))).collect();
    let mut documents: Vec<SourceId> = read.iter().map(|(_, schema)| schema.document).collect();
    documents.sort_unstable();
    documents.dedup();
    if documents.len() < read.len() {
        return None;
    }
    // Pages have no JSON behind them.
    let trees = read.iter().filter_map(|(id, schema)| {
        let document = draft.documents.facts(schema.resource)?.document;
        Some((*id, draft.documents.get(document).tree.lookup(&schema.pointer)?.to_value()))
    });
    let trees: Vec<_> = trees.collect();
    match trees.as_slice() {
        [] => schemas.first().copied(),
        [(first, tree), others @ ..] => others.iter().all(|(_, other)| other == tree).then_some(*first),
    }
}

/// Exact names are kept apart from folded ones by a character that folded ones do not have.
fn exact(name: &str) -> String {
    format!("={name}")
}

/// A name without case and punctuation: `authproviders` for `Auth_Providers`.
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The last segment of a name with dots, slashes or colons in it.
pub(super) fn last(name: &str) -> &str {
    name.rsplit(['.', '/', ':', '\\']).next().unwrap_or(name)
}

/// The name of the definition that a fragment leads to: `User` for `/components/schemas/User`.
pub(super) fn of_definition(fragment: &str) -> Option<&str> {
    let holders = ["/components/schemas/", "/$defs/", "/definitions/", "/schemas/"];
    let name = holders.iter().find_map(|holder| fragment.strip_prefix(holder))?;
    Some(name).filter(|name| !name.is_empty() && !name.contains('/'))
}
