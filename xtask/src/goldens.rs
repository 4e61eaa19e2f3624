//! Files that hold what a program made, to be read by people: written, or compared with what it makes now.

use std::fs;
use std::path::Path;

/// What is done with a golden.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// It is written.
    Write,
    /// It is compared.
    Check,
}

/// Writes or compares one golden; [`None`] is one that must not be there. Complains about what differs.
pub fn golden(path: &Path, text: Option<&str>, mode: Mode, complaints: &mut Vec<String>) {
    let old = fs::read_to_string(path).ok();
    if old.as_deref() == text {
        return;
    }
    let shown = path.display();
    match (mode, text) {
        (Mode::Write, Some(text)) => {
            let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
            complaints.extend(written.err().map(|error| format!("cannot write {shown}: {error}")));
        }
        (Mode::Write, None) => {
            complaints.extend(fs::remove_file(path).err().map(|error| format!("cannot remove {shown}: {error}")));
        }
        (Mode::Check, Some(text)) => complaints.push(format!("{shown} {}", difference(old.as_deref(), text))),
        (Mode::Check, None) => complaints.push(format!("{shown} is there, and nothing writes it any more")),
    }
}

/// The first line that differs.
fn difference(old: Option<&str>, new: &str) -> String {
    let Some(old) = old else { return "is not there: run `cargo xtask bless`".to_owned() };
    let (mut old, mut new) = (old.lines(), new.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (was, is) if was == is => {}
            (was, is) => {
                let [was, is] = [was, is].map(|text| text.unwrap_or("(the end)"));
                return format!("differs in line {line}: run `cargo xtask bless`\n  was: {was}\n  is:  {is}");
            }
        }
    }
    "differs in its line ends".to_owned()
}
