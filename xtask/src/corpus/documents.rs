//! A folder to the documents in it, smallest first, so that the first rows come soon.

use std::fs;
use std::path::{Path, PathBuf};

/// One row of the table: a file, or a folder of files that belong together.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it lies.
    pub path: PathBuf,
    /// The name in the folder.
    pub name: String,
    /// The name as that of a crate.
    pub slug: String,
    /// Bytes of all its files.
    pub size: u64,
}

/// The documents in a folder.
pub fn of(folder: &Path) -> Result<Vec<Document>, String> {
    let fail = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
    let folder = folder.canonicalize().map_err(fail)?;
    let mut documents = Vec::new();
    for entry in fs::read_dir(&folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            documents.push(Document { slug: slug(&name), size: size(&path), path, name });
        }
    }
    documents.sort_by(|one, other| (one.size, &one.name).cmp(&(other.size, &other.name)));
    Ok(documents)
}

fn slug(name: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    format!("corpus_{}", name.chars().map(letter).collect::<String>())
}

fn size(path: &Path) -> u64 {
    let mut waiting = vec![path.to_owned()];
    let mut size = 0;
    while let Some(path) = waiting.pop() {
        match fs::read_dir(&path) {
            Ok(entries) => waiting.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => size += fs::metadata(&path).map_or(0, |metadata| metadata.len()),
        }
    }
    size
}
