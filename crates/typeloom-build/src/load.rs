//! Paths to [`Input`]: which files belong to which vendor, and their texts.
//!
//! A folder is one vendor, named after it; its documents are all files in it and in the folders below it, in the order
//! of their paths. A single file is a vendor of one document. Not documents are: names that begin with a dot,
//! `*.rejected`, `*.lock`, the manifest `vendor.toml`, what the manifest ignores, and a `README` that no dialect
//! recognises. Everything else must be one, so that nothing is left out in silence; names with control characters are
//! refused. A `names.lock` beside the vendors'
//! folders says how things were called before.
//!
//! Knows the file system, nothing of what the documents say.

mod file;
mod folder;

use crate::diagnostic::{Code, Sink};
use crate::manifest::{self, Manifest};
use crate::names::{self, Lock, Names};
use crate::source::{SourceId, Sources, Span};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The documents of a run.
#[derive(Debug, Default)]
pub struct Input {
    /// All texts, manifests included.
    pub sources: Sources,
    /// In the order of their names; single files first.
    pub vendors: Vec<Vendor>,
    /// Every file and folder that was looked at: when one of them changes, the result may change.
    pub watched: Vec<PathBuf>,
    /// Texts that are read instead of what these files hold, or as if the files were there.
    instead: BTreeMap<PathBuf, String>,
    /// The folder around what was given: what generated code calls a document does not begin further up.
    around: PathBuf,
    /// The folder of the vendor that is read, or the one that the file lies in.
    folder: PathBuf,
}

/// The documents of one vendor.
#[derive(Debug)]
pub struct Vendor {
    /// The name of the folder, `workos`, or of the file without what follows the first dot.
    pub name: String,
    /// Whether it was a folder: its types go to a module of their own.
    pub folder: bool,
    /// In the order of their paths.
    pub documents: Vec<SourceId>,
    /// The text of its `vendor.toml`.
    pub manifest: Option<SourceId>,
    /// What that says.
    pub settings: Manifest,
    /// Documents that only references lead to, from the folders of `[remotes]`.
    pub remotes: Vec<Remote>,
    /// The Rust names that were given before, where there is a `names.lock` beside the vendor's folder.
    pub names: Option<Names>,
}

/// A document that stands for a URI: nothing is ever fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote {
    /// The URI it would have been fetched from: the prefix in the manifest and the path below the folder.
    pub uri: String,
    /// Its text.
    pub source: SourceId,
}

/// Reads files and folders: each folder is a vendor, each file is a vendor of one document.
pub fn load(paths: &[PathBuf], sink: &mut Sink) -> Input {
    load_as_if(paths, &BTreeMap::new(), sink)
}

/// The same as if some files had other texts, or were there at all.
pub(crate) fn load_as_if(paths: &[PathBuf], instead: &BTreeMap<PathBuf, String>, sink: &mut Sink) -> Input {
    let mut input = Input { instead: instead.clone(), ..Input::default() };
    let mut folders = Vec::new();
    for path in paths {
        input.around = around(path);
        if file::is_refused(path, &mut input.sources, sink) {
            continue;
        }
        match path.is_dir() {
            true => {
                folders.push((path.as_path(), input.vendors.len()));
                vendor_of_folder(path, &mut input, sink);
            }
            false => vendor_of_file(path, &mut input, sink),
        }
    }
    let mut locks = BTreeMap::new();
    for (path, index) in folders {
        // A build reads the lock of the folder around; whoever looks at one vendor must see the same names.
        let Some(beside) = path.parent() else { continue };
        let lock = locks.entry(beside.to_owned()).or_insert_with(|| lock_of(beside, &mut input, sink));
        input.vendors[index].names = lock.as_ref().map(|lock| names_of(lock, &input.vendors[index].name));
    }
    finish(input)
}

/// Reads a folder of vendors, such as `schemas/`: each folder in it is a vendor, each file in it one of one document.
pub fn load_vendors(folder: &Path, sink: &mut Sink) -> Input {
    let mut input = Input { watched: vec![folder.to_owned()], around: around(folder), ..Input::default() };
    if file::is_refused(folder, &mut input.sources, sink) {
        return input;
    }
    let children = folder::children(folder, &mut input.sources, sink);
    let mut found = false;
    for child in children.into_iter().filter(|child| !folder::skipped(&child.name)) {
        found = true;
        match child.folder {
            true => vendor_of_folder(&child.path, &mut input, sink),
            false => vendor_of_file(&child.path, &mut input, sink),
        }
    }
    if !found && !sink.has_errors() {
        let place = file::place(&mut input.sources, folder);
        sink.report(Code::EmptyFolder, place)
            .message(format!("no vendors in `{}`", file::shown(folder)))
            .help("make a folder in it, named after the vendor, and put the vendor's documents there");
    }
    if let Some((id, lock)) = lock_of(folder, &mut input, sink) {
        for (vendor, names) in lock.vendors.iter().filter(|(name, _)| input.vendors.iter().all(|of| of.name != **name))
        {
            sink.report(Code::StaleName, names.span.unwrap_or(Span::start_of(id)))
                .group("vendor")
                .message(format!("there is no vendor `{vendor}` any more"))
                .help(names::HELP);
        }
        let lock = (id, lock);
        for vendor in &mut input.vendors {
            vendor.names = Some(names_of(&lock, &vendor.name));
        }
    }
    finish(input)
}

/// The lock in a folder of vendors, if there is one.
fn lock_of(folder: &Path, input: &mut Input, sink: &mut Sink) -> Option<(SourceId, Lock)> {
    let path = folder.join(names::FILE);
    if !path.is_file() {
        return None;
    }
    input.watched.push(path.clone());
    let id = read(&path, input, sink)?;
    let lock = names::read(id, &input.sources, sink);
    // Half a lock would be the cause of more complaints, and none of them would help.
    (!sink.has(Code::NamesLock)).then_some((id, lock))
}

/// The names of one vendor in a lock: none where it is a new one.
fn names_of((id, lock): &(SourceId, Lock), vendor: &str) -> Names {
    let none = || Names { span: Some(Span::start_of(*id)), ..Names::default() };
    lock.vendors.get(vendor).cloned().unwrap_or_else(none)
}

fn vendor_of_file(path: &Path, input: &mut Input, sink: &mut Sink) {
    input.watched.push(path.to_owned());
    input.folder = around(path);
    let Some(source) = read(path, input, sink) else { return };
    let stem = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    input.vendors.push(Vendor {
        name: stem.split('.').find(|part| !part.is_empty()).unwrap_or("document").to_owned(),
        folder: false,
        documents: vec![source],
        manifest: None,
        settings: Manifest::default(),
        remotes: Vec::new(),
        names: None,
    });
}

fn vendor_of_folder(folder: &Path, input: &mut Input, sink: &mut Sink) {
    input.watched.push(folder.to_owned());
    input.folder = folder.to_owned();
    let manifest = manifest_of(folder, input, sink);
    let settings = manifest.map(|id| manifest::read(id, &input.sources, sink)).unwrap_or_default();
    let remotes = remotes(folder, &settings, manifest, input, sink);
    let mut ignored = vec![false; settings.ignore.len()];
    let mut documents = Vec::new();
    let mut failed = false;
    for (name, path) in files(folder, input, sink) {
        // What a manifest leads to by `[remotes]` is not a document of the vendor itself.
        if name == MANIFEST || settings.remotes.values().any(|below| within(&name, below.get_ref())) {
            continue;
        }
        if let Some(index) = settings.ignore.iter().position(|ignore| ignore.file.get_ref() == &name) {
            ignored[index] = true;
            continue;
        }
        input.watched.push(path.clone());
        match read(&path, input, sink) {
            Some(source) => documents.push(source),
            None => failed = true,
        }
    }
    if let Some(id) = manifest {
        for (ignore, _) in settings.ignore.iter().zip(ignored).filter(|(_, used)| !used) {
            let range = ignore.file.span();
            sink.report(Code::UnusedOverride, Span::new(id, range.start, range.end))
                .message(format!("there is no file `{}` to ignore", ignore.file.get_ref()))
                .help("take this entry out");
        }
    }
    if documents.is_empty() && !failed {
        let place = file::place(&mut input.sources, folder);
        sink.report(Code::EmptyFolder, place)
            .message(format!("no documents in `{}`", file::shown(folder)))
            .help("put a document of the vendor into it: a JSON Schema, or a reference page with a table of fields");
    }
    // `.` and `a/..` have no name of their own.
    let absolute = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let name = folder.file_name().or(absolute.file_name()).unwrap_or_default().to_string_lossy().into_owned();
    input.vendors.push(Vendor { name, folder: true, documents, manifest, settings, remotes, names: None });
}

/// The file beside the documents that says what they do not.
pub(crate) const MANIFEST: &str = "vendor.toml";

fn manifest_of(folder: &Path, input: &mut Input, sink: &mut Sink) -> Option<SourceId> {
    let path = folder.join(MANIFEST);
    if !path.exists() {
        return None;
    }
    input.watched.push(path.clone());
    read(&path, input, sink)
}

/// Whether the file `name` lies in the folder `below`, both relative to the vendor's folder.
fn within(name: &str, below: &str) -> bool {
    let below = below.trim_end_matches('/').trim_start_matches("./");
    name.strip_prefix(below).is_some_and(|rest| rest.starts_with('/'))
}

fn remotes(
    folder: &Path,
    settings: &Manifest,
    manifest: Option<SourceId>,
    input: &mut Input,
    sink: &mut Sink,
) -> Vec<Remote> {
    let mut remotes = Vec::new();
    for (prefix, below) in &settings.remotes {
        let path = folder.join(below.get_ref());
        let place = manifest.map(|id| Span::new(id, below.span().start, below.span().end));
        if let (false, Some(place)) = (path.is_dir(), place) {
            sink.report(Code::Manifest, place)
                .message(format!("there is no folder `{}`", below.get_ref()))
                .help("write a folder, relative to the one of the manifest");
            continue;
        }
        if file::is_refused(&path, &mut input.sources, sink) {
            continue;
        }
        input.watched.push(path.clone());
        for (name, path) in files(&path, input, sink) {
            let separator = if prefix.ends_with('/') { "" } else { "/" };
            input.watched.push(path.clone());
            if let Some(source) = read(&path, input, sink) {
                remotes.push(Remote { uri: format!("{prefix}{separator}{name}"), source });
            }
        }
    }
    remotes
}

/// The files in `folder` and below, with their paths relative to it.
fn files(folder: &Path, input: &mut Input, sink: &mut Sink) -> Vec<(String, PathBuf)> {
    let mut files = folder::files(folder, &mut input.sources, sink);
    for path in input.instead.keys() {
        let Ok(name) = path.strip_prefix(folder) else { continue };
        if !files.iter().any(|(_, known)| known == path) {
            files.push((file::shown(name), path.clone()));
        }
    }
    files.sort();
    files
}

fn around(given: &Path) -> PathBuf {
    given.parent().unwrap_or(given).to_owned()
}

fn read(path: &Path, input: &mut Input, sink: &mut Sink) -> Option<SourceId> {
    let called = file::called(path, &input.around, &input.folder);
    match input.instead.get(path) {
        Some(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
            Some(input.sources.add_source(file::source(file::shown(path), called, text)))
        }
        None => file::read(path, called, &mut input.sources, sink),
    }
}

/// Sorts the vendors, so that the order of the arguments does not show.
fn finish(mut input: Input) -> Input {
    let Input { sources, vendors, watched, instead: _, around: _, folder: _ } = &mut input;
    let path = |vendor: &Vendor| vendor.documents.first().map(|&id| sources.get(id).path.clone());
    vendors.sort_by_cached_key(|vendor| (vendor.folder, vendor.name.clone(), path(vendor)));
    watched.sort();
    watched.dedup();
    input
}
