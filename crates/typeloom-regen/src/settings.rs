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
    /// Replace files that were edited here since they were fetched.
    pub overwrite: bool,
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

impl Settings {
    /// The usual choices for this folder of vendors.
    pub fn new(folder: impl Into<PathBuf>) -> Settings {
        Settings {
            folder: folder.into(),
            vendors: Vec::new(),
            mode: Mode::Write,
            offline: false,
            overwrite: false,
            limits: Limits::default(),
            certificates: None,
            options: Options::default(),
            quiet: false,
        }
    }
}
