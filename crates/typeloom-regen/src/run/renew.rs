//! What came for one vendor, to its files and the lock.
//!
//! The order makes sure that at any time each file is what the lock says it is or was: new texts are brought to the
//! disk under other names, the lock says what each file is about to become, the files are renamed, and the lock is
//! told that it is done.

use crate::judge::{Candidate, judge};
use crate::lock::{Entry, Lock};
use crate::pause::{self, Point};
use crate::replace::{self, Staged};
use crate::report::{FileReport, State, VendorReport};
use crate::run::gather::{File, Gathered};
use crate::run::weigh::{Weighed, settled, weigh};
use crate::run::{aside, offline};
use crate::settings::{Mode, Settings};
use crate::sources::Vendor;
use std::fs;
use std::path::Path;
use typeloom_build::diff::compare;
use typeloom_build::{Outcome, generate};

/// A text that is to replace a file.
struct Next {
    report: FileReport,
    entry: Entry,
    text: String,
}

/// Does what is to be done for a vendor.
pub(super) fn renew(vendor: &Vendor, gathered: Gathered, lock: &mut Lock, settings: &Settings) -> VendorReport {
    let mut report = VendorReport {
        vendor: vendor.name.clone(),
        problems: vendor.problems.clone(),
        files: gathered.failed,
        ..VendorReport::default()
    };
    if !report.problems.is_empty() {
        return report;
    }
    let writes = settings.mode == Mode::Write;
    if writes {
        tidy(vendor, &gathered.files);
    }
    let failed: Vec<String> = report.files.iter().map(|failed| failed.file.clone()).collect();
    let names: Vec<String> = gathered.files.iter().map(|file| file.wanted.file.clone()).collect();
    let mut candidates = Vec::new();
    for file in gathered.files {
        if settings.offline && offline::applies(&file) {
            let (said, entry) = offline::compare(vendor, &file, lock);
            learn(vendor, &said.file, entry, lock);
            report.files.push(said);
            continue;
        }
        match weigh(&vendor.name, file, lock, settings) {
            Weighed::Stays { report: said, entry } => {
                if writes && matches!(said.state, State::Unchanged | State::Edited) {
                    aside::clear(&vendor.folder.join(&said.file));
                }
                learn(vendor, &said.file, entry, lock);
                report.files.push(said);
            }
            Weighed::Candidate { report, entry, text } => candidates.push(Next { report, entry, text }),
            Weighed::Aside { report: said, bytes, why } => {
                report.files.push(keep_aside(vendor, said, &bytes, &why, writes));
            }
        }
    }
    match settings.offline {
        true => report.files.extend(offline::locked(vendor, &names, lock)),
        false => gone(vendor, &names, &failed, lock, &mut report),
    }
    let (good, before) = tried(vendor, candidates, settings, &mut report);
    pause::at(Point::Judged);
    match writes {
        true => {
            if !replace_all(vendor, good, lock, settings, &mut report) {
                report_what_is_there(vendor, before, settings, &mut report);
            }
        }
        false => report.files.extend(good.into_iter().map(|next| next.report)),
    }
    report.files.sort_by(|a, b| a.file.cmp(&b.file));
    report
}

/// What the lock is told of a file that is not replaced.
fn learn(vendor: &Vendor, file: &str, entry: Option<Entry>, lock: &mut Lock) {
    if let Some(entry) = entry {
        lock.files.insert(Lock::key(&vendor.name, file), entry);
    }
}

/// Removes what a run has left behind that was cut off.
fn tidy(vendor: &Vendor, files: &[File]) {
    let mut folders: Vec<_> =
        files.iter().filter_map(|file| Some(vendor.folder.join(&file.wanted.file).parent()?.to_owned())).collect();
    folders.extend([vendor.folder.clone()].into_iter().chain(vendor.folder.parent().map(Path::to_owned)));
    folders.sort();
    folders.dedup();
    folders.iter().for_each(|folder| replace::tidy(folder));
}

fn keep_aside(vendor: &Vendor, report: FileReport, bytes: &[u8], why: &str, writes: bool) -> FileReport {
    if !writes {
        return report;
    }
    match aside::keep(&vendor.folder.join(&report.file), bytes, why) {
        Ok(()) => report,
        Err(error) => report.detail(format!("{why}; it cannot be kept aside: {error}")),
    }
}

/// Files that the lock knows and that nothing leads to any more. They stay; those that somebody removed are forgotten.
fn gone(vendor: &Vendor, names: &[String], failed: &[String], lock: &mut Lock, report: &mut VendorReport) {
    let prefix = Lock::key(&vendor.name, "");
    // An index is called by its folder.
    let unknown = |failed: &String, file: &str| match failed.ends_with('/') {
        true => failed == "./" || file.starts_with(failed.as_str()),
        false => failed == file,
    };
    let mut forgotten = Vec::new();
    for (key, entry) in lock.files.range(prefix.clone()..) {
        let Some(file) = key.strip_prefix(&prefix) else { break };
        if names.iter().any(|name| name == file) || failed.iter().any(|failed| unknown(failed, file)) {
            continue;
        }
        if vendor.folder.join(file).exists() {
            let said = FileReport::new(file, Some(entry.source.clone())).state(State::Gone);
            report.files.push(said.detail("no source leads to it any more; remove it, or let it be `manual`"));
        } else {
            forgotten.push(key.clone());
        }
    }
    forgotten.iter().for_each(|key| drop(lock.files.remove(key)));
}

/// Tries the candidates; those that are good come back, and what the old texts say.
fn tried(
    vendor: &Vendor,
    candidates: Vec<Next>,
    settings: &Settings,
    report: &mut VendorReport,
) -> (Vec<Next>, Option<Outcome>) {
    if candidates.is_empty() {
        return (candidates, None);
    }
    let texts: Vec<Candidate> =
        candidates.iter().map(|next| Candidate { file: next.report.file.clone(), text: next.text.clone() }).collect();
    let verdict = judge(vendor, &texts, &settings.options);
    report.types_before = Some(types(&verdict.before));
    report.types_after = Some(types(verdict.after.as_ref().unwrap_or(&verdict.before)));
    // Of documents with errors only a part is known.
    let after = verdict.after.as_ref().filter(|after| !after.failed());
    report.changes = after.map(|after| compare(&verdict.before.model, &after.model));
    let mut good = Vec::new();
    for next in candidates {
        match verdict.rejected.get(&next.report.file) {
            None => good.push(next),
            Some(why) => {
                let said = next.report.state(State::Rejected).detail(why);
                report.files.push(keep_aside(vendor, said, next.text.as_bytes(), why, settings.mode == Mode::Write));
            }
        }
    }
    (good, Some(verdict.before))
}

/// How many there are.
fn types(outcome: &Outcome) -> usize {
    outcome.model.modules.iter().map(|module| module.items.len()).sum()
}

/// Where not all was written that was good, what changed is not what would have.
fn report_what_is_there(vendor: &Vendor, before: Option<Outcome>, settings: &Settings, report: &mut VendorReport) {
    let Some(before) = before else { return };
    let after = generate(std::slice::from_ref(&vendor.folder), &settings.options);
    report.types_after = Some(types(&after));
    report.changes = (!after.failed()).then(|| compare(&before.model, &after.model));
}

/// Replaces files, and says whether all were. Whatever happens, the lock is as right afterwards as it can be.
fn replace_all(
    vendor: &Vendor,
    good: Vec<Next>,
    lock: &mut Lock,
    settings: &Settings,
    report: &mut VendorReport,
) -> bool {
    let mut all = true;
    let failed = |said: FileReport, error: &std::io::Error| {
        said.state(State::Failed).detail(format!("it cannot be written: {error}"))
    };
    let mut staged: Vec<(FileReport, Entry, Staged)> = Vec::new();
    for next in good {
        match replace::stage(&vendor.folder.join(&next.report.file), |beside| fs::write(beside, &next.text)) {
            Ok(text) => staged.push((next.report, next.entry, text)),
            Err(error) => {
                all = false;
                report.files.push(failed(next.report, &error));
            }
        }
    }
    pause::at(Point::Staged);
    let before = lock.clone();
    for (said, entry, _) in &staged {
        lock.files.insert(Lock::key(&vendor.name, &said.file), entry.clone());
    }
    if let Err(error) = lock.write(&settings.folder) {
        *lock = before;
        report.problems.push(format!("error: cannot write regen.lock: {error}"));
        report
            .files
            .extend(staged.into_iter().map(|(said, _, _)| said.state(State::Failed).detail("regen.lock comes first")));
        return false;
    }
    pause::at(Point::Announced);
    for (said, entry, text) in staged {
        let key = Lock::key(&vendor.name, &said.file);
        match text.finish() {
            Ok(()) => {
                aside::clear(&vendor.folder.join(&said.file));
                lock.files.insert(key, settled(entry));
                report.files.push(said);
            }
            Err(error) => {
                match before.files.get(&key) {
                    Some(old) => drop(lock.files.insert(key, old.clone())),
                    None => drop(lock.files.remove(&key)),
                }
                all = false;
                report.files.push(failed(said, &error));
            }
        }
        pause::at(Point::ReplacedOne);
    }
    pause::at(Point::Replaced);
    if let Err(error) = lock.write(&settings.folder) {
        report.problems.push(format!("error: cannot write regen.lock: {error}; the next run puts it right"));
    }
    pause::at(Point::Locked);
    all
}
