//! What lies in a folder, in the order of names, whatever the file system says.
//!
//! Links that lead out of the folder are refused: a document must not be able to pull in what is beside it.

use super::file::{is_refused, unreadable};
use crate::diagnostic::Sink;
use crate::source::Sources;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders nested deeper than this are not read.
const DEEPEST: usize = 32;

/// One entry of a folder.
pub(super) struct Child {
    pub name: String,
    pub path: PathBuf,
    pub folder: bool,
}

/// The files in `folder` and below, with their paths relative to it (with `/`), sorted by these.
pub(super) fn files(folder: &Path, sources: &mut Sources, sink: &mut Sink) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    let mut waiting = vec![(String::new(), folder.to_owned(), 0)];
    while let Some((prefix, path, depth)) = waiting.pop() {
        if depth > DEEPEST {
            unreadable(&path, &format!("folders are nested more than {DEEPEST} deep"), sources, sink);
            continue;
        }
        for child in children(&path, sources, sink) {
            if skipped(&child.name) {
                continue;
            }
            if leads_out(&child.path, folder) {
                unreadable(&child.path, "it is a link that leads out of the folder", sources, sink);
                continue;
            }
            if child.folder && leads_up(&child.path) {
                unreadable(&child.path, "it is a link to a folder that holds it", sources, sink);
                continue;
            }
            let name = format!("{prefix}{}", child.name);
            match child.folder {
                true => waiting.push((format!("{name}/"), child.path, depth + 1)),
                false => files.push((name, child.path)),
            }
        }
    }
    files.sort();
    files
}

/// The entries of `folder`, sorted by name, but for those whose names are refused.
pub(super) fn children(folder: &Path, sources: &mut Sources, sink: &mut Sink) -> Vec<Child> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            unreadable(folder, &error.to_string(), sources, sink);
            return Vec::new();
        }
    };
    let mut children = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                let name = entry.file_name().to_string_lossy().into_owned();
                if !skipped(&name) && is_refused(&path, sources, sink) {
                    continue;
                }
                children.push(Child { name, folder: path.is_dir(), path });
            }
            Err(error) => unreadable(folder, &error.to_string(), sources, sink),
        }
    }
    children.sort_by(|a, b| a.name.cmp(&b.name));
    children
}

/// Whether a name is that of no document: hidden files, what a download left behind, lock files.
pub(super) fn skipped(name: &str) -> bool {
    name.starts_with('.') || name.ends_with(".rejected") || name.ends_with(".lock")
}

fn leads_out(path: &Path, folder: &Path) -> bool {
    if !path.is_symlink() {
        return false;
    }
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(target), Ok(folder)) => !target.starts_with(folder),
        // A link to nothing cannot be read, which is said when it is tried.
        (Err(_), _) | (_, Err(_)) => false,
    }
}

/// Whether reading what the link leads to would come back to the link.
fn leads_up(path: &Path) -> bool {
    if !path.is_symlink() {
        return false;
    }
    match (path.canonicalize(), path.parent().map(Path::canonicalize)) {
        (Ok(target), Some(Ok(parent))) => parent.starts_with(target),
        (Err(_), _) | (Ok(_), Some(Err(_)) | None) => false,
    }
}
