//! What came, against what is there and what the lock knows: what is to be tried, and what is settled already.

use crate::digest::sha256;
use crate::fetch::Known;
use crate::lock::{Entry, Lock};
use crate::report::{FileReport, State};
use crate::run::gather::{Came, File, source};
use crate::settings::{Edits, Settings};
use chrono::{DateTime, Utc};
use std::time::SystemTime;

/// What is to become of a file.
pub(super) enum Weighed {
    /// Nothing; the lock may have learnt something.
    Stays { report: FileReport, entry: Option<Entry> },
    /// It is replaced by this text, if that turns out to be good.
    Candidate { report: FileReport, entry: Entry, text: String },
    /// What came is kept aside.
    Aside { report: FileReport, bytes: Vec<u8>, why: String },
}

const EDITED: &str = "edited here since it was fetched, and nothing newer has come";
const CONFLICT: &str = "it was edited here since it was fetched, and something newer has come: put the two together and \
                        use --keep-edits, or replace it with --overwrite";

/// Weighs one file.
pub(super) fn weigh(vendor: &str, file: File, lock: &Lock, settings: &Settings) -> Weighed {
    let entry = lock.get(vendor, &file.wanted.file);
    let report = FileReport {
        redirected: file.redirected.clone(),
        bytes_before: file.old.as_ref().map(|old| old.bytes),
        tries: file.tries,
        ..FileReport::new(&file.wanted.file, source(&file.wanted))
    };
    let edited = entry.zip(file.old.as_ref()).is_some_and(|(entry, old)| entry.is_edited(&old.sha256));
    let stays = |report, entry| Weighed::Stays { report, entry };
    let (text, known) = match file.came {
        Came::Nothing => return stays(report.state(State::Manual), None),
        Came::Failed(why) => return stays(report.state(State::Failed).detail(why), None),
        Came::Same if edited => return stays(report.state(State::Edited).detail(EDITED), None),
        Came::Same => return stays(report, entry.cloned().map(settled)),
        Came::Refused { bytes, why } => {
            let report = report.state(State::Rejected).detail(&why);
            return Weighed::Aside { report, bytes, why };
        }
        Came::Text { text, known } => (text, known),
    };
    let new = sha256(text.as_bytes());
    let next = next(&report, &file.wanted, entry, &new, known);
    let report = FileReport { bytes_after: Some(text.len() as u64), ..report };
    if file.old.as_ref().is_some_and(|old| old.sha256 == new) {
        return stays(report, Some(next));
    }
    if edited && settings.edits != Edits::Overwrite {
        let kept = settings.edits == Edits::Keep;
        if kept || entry.is_some_and(|entry| entry.sha256 == new) {
            return stays(report.state(State::Edited).detail(EDITED), Some(next));
        }
        let report = report.state(State::Rejected).detail(CONFLICT);
        return Weighed::Aside { report, bytes: text.into_bytes(), why: CONFLICT.to_owned() };
    }
    let state = if file.old.is_some() { State::Changed } else { State::New };
    let replaces = file.old.map(|old| old.sha256);
    Weighed::Candidate { report: report.state(state), entry: Entry { replaces, ..next }, text }
}

/// What the lock says of a file once nothing is going on any more.
pub(super) fn settled(entry: Entry) -> Entry {
    Entry { replaces: None, ..entry }
}

/// What the lock is to say of a text.
fn next(
    report: &FileReport,
    wanted: &crate::sources::Wanted,
    entry: Option<&Entry>,
    sha256: &str,
    known: Known,
) -> Entry {
    // The day is that on which the text came first.
    let same = entry.filter(|entry| entry.sha256 == sha256);
    Entry {
        source: report.source.clone().unwrap_or_default(),
        selection: wanted.selection.name(),
        sha256: sha256.to_owned(),
        replaces: None,
        etag: known.etag,
        last_modified: known.last_modified,
        fetched: same.and_then(|entry| entry.fetched.clone()).or_else(|| Some(today())),
    }
}

fn today() -> String {
    DateTime::<Utc>::from(SystemTime::now()).format("%Y-%m-%d").to_string()
}
