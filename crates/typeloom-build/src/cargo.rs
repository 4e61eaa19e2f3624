//! How a build script talks to cargo: the only file that reads environment variables or prints `cargo::` lines.

use crate::diagnostic::Diagnostic;
use crate::options::Options;
use crate::reuse;
use crate::source::Sources;
use std::env;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Whether the crate that is built has this feature on.
pub(crate) fn has_feature(name: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{name}")).is_some()
}

/// Says why the build cannot go on.
pub(crate) fn refuse(why: &str) {
    eprintln!("error: {why}");
}

/// Generates, and reports. Says whether the build can go on.
pub(crate) fn build(folder: &Path, options: &Options) -> bool {
    let Some(out) = env::var_os("OUT_DIR").map(PathBuf::from) else {
        eprintln!("`OUT_DIR` is not set: this must run in a build script");
        return false;
    };
    let built = match reuse::build(folder, options, program().as_deref(), &out) {
        Ok(built) => built,
        Err(error) => {
            eprintln!("cannot write to `{}`: {error}", out.display());
            return false;
        }
    };
    for path in &built.watched {
        tell("rerun-if-changed", &path.to_string_lossy());
    }
    for warning in &built.warnings {
        tell("warning", warning);
    }
    for error in &built.errors {
        eprintln!("{error}\n");
    }
    if !built.errors.is_empty() {
        let count = if built.errors.len() == 1 { "1 error" } else { &format!("{} errors", built.errors.len()) };
        eprintln!("no types were generated from `{}`: {count}", folder.display());
    }
    built.errors.is_empty()
}

/// The program that runs, which is another one when this crate or what it depends on changes.
fn program() -> Option<String> {
    let program = env::current_exe().and_then(|path| path.metadata()).ok()?;
    let changed = program.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), program.len(), changed.as_nanos()))
}

/// The line that includes a file below `$OUT_DIR`, whose path holds nothing that a string literal escapes.
pub(crate) fn include(path: &str) -> String {
    format!("::core::include!(::core::concat!(::core::env!(\"OUT_DIR\"), \"/{path}\"));\n")
}

/// The only way to cargo. Whatever the value holds, it is one line: control characters do not get through.
fn tell(directive: &str, value: &str) {
    let value: String = value.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    println!("cargo::{directive}={value}");
}

/// A diagnostic in one line: `schemas/riffyn/AuthResponse.md:12:5: .. [missing-reference]`.
pub(crate) fn line(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let place = diagnostic.span.map(|span| {
        let position = sources.position(span);
        format!("{}:{}:{}: ", sources.get(span.source).path, position.line, position.column)
    });
    let message: Vec<&str> = diagnostic.message.split_whitespace().collect();
    format!("{}{} [{}]", place.unwrap_or_default(), message.join(" "), diagnostic.code.name())
}
