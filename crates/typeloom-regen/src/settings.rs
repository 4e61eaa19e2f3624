//! What a caller chooses about a run.

use crate::limits::Limits;
use serde::Serialize;
use std::path::PathBuf;
use typeloom_build::options::Options;

/// What a caller chooses about a run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of vendors: `schemas`.
    pub folder: PathBuf,
    /// Only these vendors; all if empty.
    pub vendors: Vec<String>,
    /// Whether anything is written.
    pub mode: Mode,
    /// Fetch nothing: compare the files with what the lock holds. Sources that are files are read all the same.
    pub offline: bool,
    /// What becomes of files that were edited here since they were fetched, when something newer has come.
    pub edits: Edits,
    /// How much, how long, how often.
    pub limits: Limits,
    /// The certificates (PEM) that are trusted instead of the usual ones.
    pub certificates: Option<PathBuf>,
    /// How documents are read when they are tried.
    pub options: Options,
    /// Whether standard error is told what is going on.
    pub quiet: bool,
}

/// Whether anything is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Files are replaced.
    #[default]
    Write,
    /// Nothing is written; what would be is told.
    DryRun,
    /// Nothing is written, and the exit code says whether something differs.
    Check,
}

/// What becomes of files that were edited here since they were fetched, when something newer has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Edits {
    /// The file stays, what came is kept aside, and the exit code says so.
    #[default]
    Ask,
    /// The file is replaced.
    Overwrite,
    /// The file stays, and the lock takes note of what came: somebody has put the two together.
    Keep,
}

impl Settings {
    /// The usual choices for this folder of vendors.
    pub fn new(folder: impl Into<PathBuf>) -> Settings {
        Settings {
            folder: folder.into(),
            vendors: Vec::new(),
            mode: Mode::Write,
            offline: false,
            edits: Edits::Ask,
            limits: Limits::default(),
            certificates: None,
            options: Options::default(),
            quiet: false,
        }
    }
}
