//! Texts to files, and to standard output.

use std::io::{ErrorKind, Write, stdout};
use std::path::Path;
use std::{fs, io};
use typeloom_build::Outcome;

/// Writes the code to a file; says where it cannot.
pub fn code(path: &Path, outcome: &Outcome) -> bool {
    let written = outcome.write_code(path);
    if let Err(error) = &written {
        eprintln!("error: cannot write `{}`: {error}", path.display());
    }
    written.unwrap_or(false)
}

/// Writes a file, and the folders it is in. One that has this text already keeps its time.
pub fn file(path: &Path, text: &str) -> bool {
    let written = match fs::read(path) {
        Ok(old) if old == text.as_bytes() => Ok(()),
        Ok(_) | Err(_) => write(path, text),
    };
    if let Err(error) = &written {
        eprintln!("error: cannot write `{}`: {error}", path.display());
    }
    written.is_ok()
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// Prints a text. A reader that has seen enough, such as `head`, is no error.
pub fn standard_output(text: &str) -> bool {
    match stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => true,
        Err(error) => error.kind() == ErrorKind::BrokenPipe,
    }
}
