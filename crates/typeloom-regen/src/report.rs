//! What a run has found and done, for people and for programs.

mod markdown;
mod text;

use crate::settings::{Mode, Settings};
use serde::Serialize;
use typeloom_build::diff::Changes;

/// What a run has found and done.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Report {
    /// Whether anything was to be written.
    pub mode: Mode,
    /// Whether nothing was to be fetched.
    pub offline: bool,
    /// What kept the run as a whole from being made.
    pub problems: Vec<String>,
    /// In the order of their names.
    pub vendors: Vec<VendorReport>,
}

/// What was found and done about one vendor.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct VendorReport {
    /// Its name.
    pub vendor: String,
    /// What kept something from being done for it.
    pub problems: Vec<String>,
    /// In the order of their names.
    pub files: Vec<FileReport>,
    /// How many types its documents had before. Not known where nothing new came.
    pub types_before: Option<usize>,
    /// How many they have with the new texts.
    pub types_after: Option<usize>,
    /// What changed in the types. Not known where nothing new came, or where the documents have errors.
    pub changes: Option<Changes>,
}

/// What was found and done about one file.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FileReport {
    /// Relative to the vendor's folder; for an index, the folder.
    pub file: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// Where that led to, if elsewhere.
    pub redirected: Option<String>,
    /// What came of it.
    pub state: State,
    /// Why, where the state does not say it.
    pub detail: Option<String>,
    /// How large the text was.
    pub bytes_before: Option<u64>,
    /// How large the new one is.
    pub bytes_after: Option<u64>,
    /// How often it was asked for.
    pub tries: u32,
}

/// What came of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It could not be fetched.
    Failed,
    /// What came must not replace it; it is kept aside.
    Rejected,
    /// It was edited here since it was fetched, and stays.
    Edited,
    /// The lock knows it, and it is not there. Only without fetching.
    Missing,
    /// The lock knows it, and no source leads to it any more. It stays.
    Gone,
    /// It is replaced.
    Changed,
    /// It was not there, or not known to the lock, before.
    New,
    /// It is what it was.
    Unchanged,
    /// People see to it.
    Manual,
}

impl State {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            State::Failed => "failed",
            State::Rejected => "rejected",
            State::Edited => "edited",
            State::Missing => "missing",
            State::Gone => "gone",
            State::Changed => "changed",
            State::New => "new",
            State::Unchanged => "unchanged",
            State::Manual => "manual",
        }
    }

    /// Whether something could not be done.
    pub fn is_trouble(self) -> bool {
        match self {
            State::Failed | State::Rejected => true,
            State::Edited
            | State::Missing
            | State::Gone
            | State::Changed
            | State::New
            | State::Unchanged
            | State::Manual => false,
        }
    }

    /// Whether the files are not what they should be.
    pub fn differs(self) -> bool {
        match self {
            State::Edited | State::Missing | State::Gone | State::Changed | State::New => true,
            State::Failed | State::Rejected | State::Unchanged | State::Manual => false,
        }
    }
}

impl Report {
    /// An empty report.
    pub(crate) fn new(settings: &Settings) -> Report {
        Report { mode: settings.mode, offline: settings.offline, problems: Vec::new(), vendors: Vec::new() }
    }

    /// 0 if all is well; 1 if something differs and that was the question ([`Mode::Check`], or offline); 2 if
    /// something could not be done.
    pub fn exit_code(&self) -> u8 {
        let files = || self.vendors.iter().flat_map(|vendor| &vendor.files);
        let problems = self.vendors.iter().any(|vendor| !vendor.problems.is_empty()) || !self.problems.is_empty();
        if problems || files().any(|file| file.state.is_trouble()) {
            return 2;
        }
        let asked = |file: &FileReport| match self.mode {
            Mode::Check => file.state.differs(),
            // A file that the lock did not know is known now.
            Mode::Write | Mode::DryRun => self.offline && file.state.differs() && file.state != State::New,
        };
        u8::from(files().any(asked))
    }

    /// What changed in the types of all vendors.
    pub fn changes(&self) -> Changes {
        let changes = self.vendors.iter().filter_map(|vendor| vendor.changes.as_ref());
        Changes { vendors: changes.flat_map(|changes| changes.vendors.clone()).collect() }
    }

    /// For programs.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            report: &'a Report,
            /// What all changes of types mean for the version of a crate that holds the types.
            version: &'static str,
        }
        let whole = Whole { report: self, version: self.changes().verdict().name() };
        // Nothing in it can fail to be written: names are text and numbers are finite.
        let text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        format!("{text}\n")
    }

    /// For a terminal, with or without colours.
    pub fn to_text(&self, colours: bool) -> String {
        text::text(self, colours)
    }

    /// For a pull request.
    pub fn to_markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// How many files are in each state that occurs, the worst first.
    pub(crate) fn counts(&self) -> Vec<(State, usize)> {
        let mut counts = std::collections::BTreeMap::new();
        for file in self.vendors.iter().flat_map(|vendor| &vendor.files) {
            *counts.entry(file.state).or_insert(0) += 1;
        }
        counts.into_iter().collect()
    }
}

impl FileReport {
    pub(crate) fn new(file: impl Into<String>, source: Option<String>) -> FileReport {
        let (file, state) = (file.into(), State::Unchanged);
        let (redirected, detail, bytes_before, bytes_after, tries) = (None, None, None, None, 0);
        FileReport { file, source, redirected, state, detail, bytes_before, bytes_after, tries }
    }

    pub(crate) fn state(mut self, state: State) -> FileReport {
        self.state = state;
        self
    }

    pub(crate) fn detail(mut self, detail: impl Into<String>) -> FileReport {
        self.detail = Some(detail.into());
        self
    }
}
