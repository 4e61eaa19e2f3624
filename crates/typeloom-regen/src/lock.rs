//! `regen.lock`: what each file is, where it came from and when, and what it is about to become.
//!
//! It is written before files are replaced and again afterwards. In between an entry names both texts, so that a run
//! that was cut off is told apart from a file that somebody edited.

use crate::replace;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the file, in the folder of the vendors.
const NAME: &str = "regen.lock";

const HEAD: &str = "# Written by `regen`: where each document came from, and what it was. Not to be edited.\n\n";

/// What the lock says.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Lock {
    /// By `vendor/file`.
    #[serde(default)]
    pub files: BTreeMap<String, Entry>,
}

/// What it says of one file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Entry {
    /// Where it came from: an address, or a path as it stands in `vendor.toml`.
    pub source: String,
    /// What was taken of what is there, if not all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<String>,
    /// Of the text in the folder.
    pub sha256: String,
    /// Of the text that is being replaced. Only while that goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// What the server called this text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// When the server says that it was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The day on which this text came. Not there for a file that never came but was written here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetched: Option<String>,
}

impl Lock {
    /// Reads the lock of a folder of vendors; an empty one if there is none.
    ///
    /// # Errors
    /// Says why it cannot be read. Nothing must be replaced then: what was edited here could not be told.
    pub fn read(folder: &Path) -> Result<Lock, String> {
        let path = Lock::path(folder);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Lock::default()),
            Err(error) => return Err(format!("cannot read `{}`: {error}", path.display())),
        };
        let wrong = |error: toml::de::Error| {
            format!(
                "`{}` is malformed: {}. Take it from version control, or remove it",
                path.display(),
                error.message()
            )
        };
        toml::from_str(&text).map_err(wrong)
    }

    /// Writes the lock, if it says anything new.
    ///
    /// # Errors
    /// As the file system says.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let text = format!("{HEAD}{}", toml::to_string(self).map_err(io::Error::other)?);
        let path = Lock::path(folder);
        match std::fs::read(&path) {
            Ok(old) if old == text.as_bytes() => Ok(()),
            Ok(_) | Err(_) => replace::write(&path, text.as_bytes()),
        }
    }

    fn path(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }

    /// How an entry is called.
    pub fn key(vendor: &str, file: &str) -> String {
        format!("{vendor}/{file}")
    }

    /// What it says of a file.
    pub fn get(&self, vendor: &str, file: &str) -> Option<&Entry> {
        self.files.get(&Lock::key(vendor, file))
    }
}

impl Entry {
    /// Whether a text was fetched once and is now another one: neither what the lock knows, nor what was being replaced
    /// when a run was cut off.
    pub fn is_edited(&self, sha256: &str) -> bool {
        self.fetched.is_some() && self.sha256 != sha256 && self.replaces.as_deref() != Some(sha256)
    }
}
