//! The cases of `typeloom diff`: `crates/typeloom-cases/diff/<case>/` has a document or a folder `old` and one `new`,
//! and beside them `report.md`, what is said of the change. `everything_at_once` has every other kind of report too.

use crate::goldens::{Mode, golden};
use crate::same_types;
use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::diff::{Changes, Verdict, compare};
use typeloom_build::{Outcome, generate};

/// The case that shows every kind of report.
const SHOWN: &str = "everything_at_once";

/// The folders of all cases, sorted.
pub fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir("crates/typeloom-cases/diff").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Writes or compares the goldens of one case, and complains where its verdict is not what the code shows.
pub fn bless(case: &Path, mode: Mode, complaints: &mut Vec<String>) {
    let [Some(old), Some(new)] = ["old", "new"].map(|name| side(case, name)) else {
        complaints.push(format!("{}: needs `old` and `new`, a document or a folder each", case.display()));
        return;
    };
    for outcome in [&old, &new].into_iter().filter(|outcome| outcome.failed()) {
        let texts = outcome.diagnostics.iter().map(|diagnostic| diagnostic.to_text(&outcome.sources));
        complaints.push(texts.collect::<Vec<_>>().join("\n"));
    }
    let changes = compare(&old.model, &new.model);
    let report = if changes.is_empty() { "Nothing changed.\n".to_owned() } else { changes.to_markdown() };
    golden(&case.join("report.md"), Some(&report), mode, complaints);
    if case.ends_with(SHOWN) {
        golden(&case.join("report.txt"), Some(&changes.to_text(false)), mode, complaints);
        golden(&case.join("changelog.md"), Some(&changes.to_changelog()), mode, complaints);
        let json = serde_json::to_string_pretty(&changes).unwrap_or_default() + "\n";
        golden(&case.join("report.json"), Some(&json), mode, complaints);
    }
    verdict(case, &old, &new, &changes, complaints);
}

/// What `old` or `new` of a case gives.
fn side(case: &Path, name: &str) -> Option<Outcome> {
    let entries = fs::read_dir(case).into_iter().flatten().flatten().map(|entry| entry.path());
    let path = entries.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == name))?;
    Some(generate(&[path], &Default::default()))
}

/// A verdict is major exactly if a type of the old code is not in the new code as it was.
fn verdict(case: &Path, old: &Outcome, new: &Outcome, changes: &Changes, complaints: &mut Vec<String>) {
    let [Some(old), Some(new)] = [old, new].map(Outcome::code) else { return };
    match same_types::lost(&old, &new) {
        Ok(lost) if lost.is_empty() == (changes.verdict() == Verdict::Major) => complaints.push(format!(
            "{}: the verdict is {}, but what the new code has not is: {}",
            case.display(),
            changes.verdict(),
            if lost.is_empty() { "nothing".to_owned() } else { lost.join(", ") },
        )),
        Ok(_) => {}
        Err(error) => complaints.push(format!("{}: {error}", case.display())),
    }
}
