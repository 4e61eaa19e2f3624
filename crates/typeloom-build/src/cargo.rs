//! How a build script talks to cargo: the only file that reads environment variables or prints `cargo::` lines.

use crate::diagnostic::{Diagnostic, Severity, told};
use crate::outcome::Outcome;
use crate::source::Sources;
use std::env;
use std::path::{Path, PathBuf};

/// Whether the crate that is built has this feature on.
pub(crate) fn has_feature(name: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{name}")).is_some()
}

/// Reports, and writes the code. Says whether the build can go on.
pub(crate) fn finish(folder: &Path, outcome: &Outcome) -> bool {
    for path in &outcome.watched {
        tell("rerun-if-changed", &path.to_string_lossy());
    }
    let all = "`typeloom check --all` on the vendor's folder shows them";
    for told in told(&outcome.diagnostics) {
        let diagnostic = told.diagnostic;
        match diagnostic.severity {
            Severity::Error => eprintln!("{}\n", diagnostic.to_text(&outcome.sources)),
            Severity::Warning => {
                let rest = told.rest(all).map(|rest| format!(" ({rest})"));
                tell("warning", &format!("{}{}", line(diagnostic, &outcome.sources), rest.unwrap_or_default()));
            }
            // A decision that was made: `typeloom check` shows them, a build need not.
            Severity::Note => {}
        }
    }
    let Some(out) = env::var_os("OUT_DIR") else {
        eprintln!("`OUT_DIR` is not set: this must run in a build script");
        return false;
    };
    let path = PathBuf::from(out).join("typeloom.rs");
    match outcome.write_code(&path) {
        Ok(true) => true,
        Ok(false) => {
            eprintln!("no types were generated from `{}`: {}", folder.display(), outcome.summary());
            false
        }
        Err(error) => {
            eprintln!("cannot write `{}`: {error}", path.display());
            false
        }
    }
}

/// The only way to cargo. Whatever the value holds, it is one line: control characters do not get through.
fn tell(directive: &str, value: &str) {
    let value: String = value.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    println!("cargo::{directive}={value}");
}

/// A diagnostic in one line: `schemas/riffyn/AuthResponse.md:12:5: .. [missing-reference]`.
fn line(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let place = diagnostic.span.map(|span| {
        let position = sources.position(span);
        format!("{}:{}:{}: ", sources.get(span.source).path, position.line, position.column)
    });
    let message: Vec<&str> = diagnostic.message.split_whitespace().collect();
    format!("{}{} [{}]", place.unwrap_or_default(), message.join(" "), diagnostic.code.name())
}
