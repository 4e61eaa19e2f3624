//! `schemas/names.lock`: written, or compared with the names that are given now.

use crate::goldens::Mode;
use std::fs;
use std::path::Path;
use typeloom_build::diagnostic::Severity;
use typeloom_build::generate_vendors;
use typeloom_build::names::FILE;
use typeloom_regen::replace::replace;

/// Writes or compares the lock; returns what there is to complain about.
pub fn run(mode: Mode) -> Vec<String> {
    crate::enter();
    let outcome = generate_vendors("schemas".as_ref(), &Default::default());
    if outcome.failed() {
        let errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        return errors.map(|diagnostic| diagnostic.to_text(&outcome.sources) + "\n").collect();
    }
    let (path, text) = (Path::new("schemas").join(FILE), outcome.names().to_text());
    let stale = fs::read_to_string(&path).map_or(true, |old| old != text);
    match mode {
        Mode::Check if stale => vec![format!("{} is not up to date: run `cargo xtask names`", path.display())],
        Mode::Write if stale => {
            let error = replace(&path, |beside| fs::write(beside, &text)).err();
            error.map(|error| format!("cannot write {}: {error}", path.display())).into_iter().collect()
        }
        Mode::Check | Mode::Write => Vec::new(),
    }
}
