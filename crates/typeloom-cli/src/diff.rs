//! `typeloom diff`: two documents in, what changed on standard output out.
//!
//! The exit code is that of `diff`: 0 nothing changed, 1 something did, 2 they could not be compared.

use crate::arguments::Format;
use crate::report::{Detail, report};
use crate::write;
use std::io::{IsTerminal, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use typeloom_build::diff::{Changes, compare};
use typeloom_build::generate;
use typeloom_build::options::Options;

/// The exit code where two documents could not be compared.
pub const TROUBLE: u8 = 2;

/// Compares two documents and prints what changed.
pub fn run(old: PathBuf, new: PathBuf, options: &Options, format: Format) -> ExitCode {
    let [old, new] = [old, new].map(|path| generate(&[path], options));
    // Both are read before anything is said, so that all that is wrong is told.
    let good = [&old, &new].map(|outcome| report(outcome, Detail::Errors, true));
    if good != [true, true] {
        return ExitCode::from(TROUBLE);
    }
    let changes = compare(&old.model, &new.model);
    match text(&changes, format).is_some_and(|text| write::standard_output(&text)) {
        true => ExitCode::from(u8::from(!changes.is_empty())),
        false => ExitCode::from(TROUBLE),
    }
}

fn text(changes: &Changes, format: Format) -> Option<String> {
    let Format { markdown, json, changelog, semver } = format;
    if markdown {
        Some(changes.to_markdown())
    } else if json {
        serde_json::to_string_pretty(changes).ok().map(|text| text + "\n")
    } else if changelog {
        Some(changes.to_changelog())
    } else if semver {
        Some(format!("{}\n", changes.verdict()))
    } else {
        let colour = stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Some(changes.to_text(colour))
    }
}
