//! The folder cases of `typeloom-cases`.
//!
//! `cases/<dialect>/<case>/` has the documents of a vendor in `acme/`, and goldens beside it: `errors.txt` with every
//! diagnostic, and, where types are generated, `spec.txt` and `model.txt`. Instances are in `ok/` and `bad/`; the tests
//! of `typeloom-cases` read them.

use crate::goldens::{Mode, golden};
use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::{Outcome, generate, model_text, spec_text};

/// The folders of all cases, sorted.
pub fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        children("crates/typeloom-cases/cases".as_ref()).iter().flat_map(|dialect| children(dialect)).collect();
    folders.sort();
    folders
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

/// Writes or compares the goldens of one case.
pub fn bless(case: &Path, mode: Mode, complaints: &mut Vec<String>) {
    let outcome = generate(&[case.join("acme")], &Default::default());
    let errors = errors(case, &outcome);
    let spec = || outcome.specs.iter().map(|spec| spec_text(spec, &outcome.sources, None)).collect::<String>();
    let [spec, model] = match outcome.failed() {
        true => [None, None],
        false => [spec(), model_text(&outcome.model, None)].map(|text| Some(relative(case, &text))),
    };
    golden(&case.join("errors.txt"), (!errors.is_empty()).then_some(&errors), mode, complaints);
    golden(&case.join("spec.txt"), spec.as_deref(), mode, complaints);
    golden(&case.join("model.txt"), model.as_deref(), mode, complaints);
}

/// All diagnostics as they are printed, with file names relative to the case.
fn errors(case: &Path, outcome: &Outcome) -> String {
    let texts = outcome.diagnostics.iter().map(|diagnostic| diagnostic.to_text(&outcome.sources));
    relative(case, &texts.map(|text| text.trim_end().to_owned() + "\n").collect::<Vec<_>>().join("\n"))
}

/// A case does not show where it lies.
fn relative(folder: &Path, text: &str) -> String {
    text.replace(&format!("{}/", folder.display()), "")
}
