//! Texts to files, and to standard output.

use std::fs;
use std::io::{ErrorKind, Write, stdout};
use std::path::{Path, PathBuf};
use typeloom_build::Outcome;
use typeloom_regen::replace::replace;

/// The name of standard output.
const STANDARD_OUTPUT: &str = "-";

/// Whether a path stands for standard output.
pub fn is_standard_output(path: &Path) -> bool {
    path.as_os_str() == STANDARD_OUTPUT
}

/// Whether a file is one of those that were read, whatever either of them is called: it must not be written.
pub fn is_input(path: &Path, outcome: &Outcome, documents: &[PathBuf]) -> bool {
    // What is not there was not read.
    let Ok(path) = path.canonicalize() else { return false };
    let mut inputs = documents.iter().chain(&outcome.watched);
    path.is_file() && inputs.any(|input| input.canonicalize().is_ok_and(|input| input == path))
}

/// Writes the code to a file; says where it cannot.
pub fn code(path: &Path, outcome: &Outcome) -> bool {
    said(path, replace(path, |beside| outcome.write_code(beside).map(drop)))
}

/// Writes a file, and the folders it is in. One that has this text already keeps its time.
pub fn file(path: &Path, text: &str) -> bool {
    said(path, replace(path, |beside| fs::write(beside, text)))
}

fn said(path: &Path, written: std::io::Result<()>) -> bool {
    if let Err(error) = &written {
        eprintln!("error: cannot write `{}`: {error}", path.display());
    }
    written.is_ok()
}

/// Prints a text. A reader that has seen enough, such as `head`, is no error.
pub fn standard_output(text: &str) -> bool {
    match stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => true,
        Err(error) => error.kind() == ErrorKind::BrokenPipe,
    }
}
