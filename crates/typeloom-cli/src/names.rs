//! `typeloom names`: a folder of vendors in, the names of what they describe out: printed, written to the lock beside
//! them, or compared with it.

use crate::report::{Detail, report, report_codes};
use crate::write;
use std::fs;
use std::path::Path;
use typeloom_build::diagnostic::Code;
use typeloom_build::generate_vendors;
use typeloom_build::names::FILE;
use typeloom_build::options::Options;

/// Prints, writes or checks; says whether all is well.
pub fn run(schemas: &Path, options: &Options, write: bool, check: bool, all: bool) -> bool {
    let outcome = generate_vendors(schemas, options);
    if outcome.failed() {
        return report(&outcome, Detail::Errors, true);
    }
    let (path, text) = (schemas.join(FILE), outcome.names().to_text());
    if write {
        return write::file(&path, &text);
    }
    if !check {
        return write::standard_output(&text);
    }
    report_codes(&outcome, &[Code::StaleName, Code::NewName], all);
    let current = fs::read_to_string(&path).is_ok_and(|old| old == text);
    if !current {
        let (path, schemas) = (path.display(), schemas.display());
        eprintln!("error: `{path}` is not up to date: run `typeloom names {schemas} --write`");
    }
    current
}
