//! The goldens of the vendors in `schemas/`, of all cases and of all comparisons, the README's table of keywords, and
//! the schema of `vendor.toml`.

use crate::cases;
use crate::diffs;
use crate::goldens::{Mode, golden};
use crate::{manifest_schema, readme};
use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::{generate, model_text, spec_text};

/// Writes or compares all goldens; returns what there is to complain about.
pub fn all(mode: Mode) -> Vec<String> {
    crate::enter();
    let mut complaints = Vec::new();
    for vendor in vendors() {
        bless_vendor(&vendor, mode, &mut complaints);
    }
    for case in cases::folders() {
        cases::bless(&case, mode, &mut complaints);
    }
    for case in diffs::folders() {
        diffs::bless(&case, mode, &mut complaints);
    }
    bless_memory(mode, &mut complaints);
    readme::bless(mode, &mut complaints);
    manifest_schema::bless(mode, &mut complaints);
    complaints
}

/// The types that the runtime's test of memory looks for secrets of.
fn bless_memory(mode: Mode, complaints: &mut Vec<String>) {
    let folder = Path::new("crates/typeloom/tests/memory");
    let outcome = generate(&[folder.join("memory.json")], &Default::default());
    golden(&folder.join("goldens/models.rs"), outcome.code().as_deref(), mode, complaints);
}

/// The folders of the vendors, sorted.
fn vendors() -> Vec<PathBuf> {
    let entries = fs::read_dir("schemas").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn bless_vendor(folder: &Path, mode: Mode, complaints: &mut Vec<String>) {
    let outcome = generate(&[folder.to_owned()], &Default::default());
    if outcome.failed() {
        let failed = outcome.diagnostics.iter().map(|diagnostic| diagnostic.to_text(&outcome.sources) + "\n");
        complaints.extend(failed);
        return;
    }
    let spec: String = outcome.specs.iter().map(|spec| spec_text(spec, &outcome.sources, None)).collect();
    let goldens = Path::new("tests/goldens").join(folder.file_name().unwrap_or_default());
    golden(&goldens.join("spec.txt"), Some(&spec), mode, complaints);
    golden(&goldens.join("model.txt"), Some(&model_text(&outcome.model, None)), mode, complaints);
}
