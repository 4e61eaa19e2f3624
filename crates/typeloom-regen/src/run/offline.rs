//! Without fetching: whether the files are what the lock holds.

use crate::lock::{Entry, Lock};
use crate::report::{FileReport, State};
use crate::run::gather::{self, Came, File, source};
use crate::sources::{From, Vendor};

/// What is to be said of one file that would be fetched, and what the lock learns.
pub(super) fn compare(vendor: &Vendor, file: &File, lock: &Lock) -> (FileReport, Option<Entry>) {
    let name = &file.wanted.file;
    let report = FileReport {
        bytes_before: file.old.as_ref().map(|old| old.bytes),
        ..FileReport::new(name, source(&file.wanted))
    };
    match (lock.get(&vendor.name, name), &file.old) {
        (Some(entry), Some(old)) if entry.sha256 == old.sha256 => (report, None),
        // Nothing was ever fetched that an edit could spoil.
        (Some(entry), Some(old)) if entry.fetched.is_none() => {
            let entry = Entry { sha256: old.sha256.clone(), ..entry.clone() };
            (report.state(State::New).detail("it was written here, and regen.lock knew an older text"), Some(entry))
        }
        (Some(_), Some(_)) => (report.state(State::Edited).detail("it is not what regen.lock holds"), None),
        (Some(_) | None, None) => (report.state(State::Missing).detail("it is not there"), None),
        (None, Some(old)) => {
            let entry = Entry {
                source: source(&file.wanted).unwrap_or_default(),
                selection: file.wanted.selection.name(),
                sha256: old.sha256.clone(),
                ..Entry::default()
            };
            (report.state(State::New).detail("regen.lock did not know it"), Some(entry))
        }
    }
}

/// What an index has led to before is known to the lock alone.
pub(super) fn locked(vendor: &Vendor, named: &[String], lock: &Lock) -> Vec<FileReport> {
    let mut reports = Vec::new();
    let prefix = Lock::key(&vendor.name, "");
    for (key, entry) in lock.files.range(prefix.clone()..) {
        let Some(file) = key.strip_prefix(&prefix) else { break };
        if named.iter().any(|named| named == file) {
            continue;
        }
        let report = FileReport::new(file, Some(entry.source.clone()));
        reports.push(match gather::old(&vendor.folder.join(file)) {
            Ok(None) => report.state(State::Missing).detail("it is not there"),
            Err(error) => report.state(State::Failed).detail(format!("it cannot be read: {error}")),
            Ok(Some(old)) if old.sha256 == entry.sha256 => report,
            Ok(Some(_)) => report.state(State::Edited).detail("it is not what regen.lock holds"),
        });
    }
    reports
}

/// Whether a file is compared instead of fetched.
pub(super) fn applies(file: &File) -> bool {
    match file.wanted.from {
        // Unless it could not even be looked at.
        From::Address(_) => matches!(file.came, Came::Nothing),
        From::File(_, _) | From::Hand(_) => false,
    }
}
