//! What must never be, looked for in the text of the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// The longest that a file of code may be.
const LONGEST: usize = 500;

/// Names of modules that do not say what question they answer.
const EMPTY_NAMES: [&str; 6] = ["utils", "util", "helpers", "helper", "common", "misc"];

/// Words that files must not hold: where, the word, and why.
const FORBIDDEN: &[(&str, &str, &str)] = &[
    ("crates/typeloom-build/src/read", "crate::model", "reading knows nothing of Rust"),
    ("crates/typeloom-build/src/read", "crate::plan", "reading knows nothing of Rust"),
    ("crates/typeloom-build/src/amend", "crate::model", "amending knows nothing of Rust"),
    ("crates/typeloom-build/src/amend", "crate::read", "amending knows no dialects"),
    ("crates/typeloom-build/src/plan", "crate::read", "planning knows no dialects"),
    ("crates/typeloom-build/src/plan", "crate::emit", "planning writes no code"),
    ("crates/typeloom-build/src/emit", "crate::spec", "emitting knows nothing of where things came from"),
    ("crates/typeloom-build/src/emit", "crate::read", "emitting knows nothing of where things came from"),
    ("crates", "use super::*", "imports are explicit"),
    ("src", "use super::*", "imports are explicit"),
];

/// Returns what there is to complain about.
pub fn all(root: &Path) -> Vec<String> {
    let mut complaints = Vec::new();
    for path in sources(root) {
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let Ok(text) = fs::read_to_string(&path) else {
            complaints.push(format!("{name}: cannot be read"));
            continue;
        };
        check(&name, &text, &mut complaints);
    }
    complaints
}

fn check(name: &str, text: &str, complaints: &mut Vec<String>) {
    let lines = text.lines().count();
    if lines > LONGEST {
        complaints.push(format!("{name}: {lines} lines, the most is {LONGEST}"));
    }
    let stem = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".rs");
    if EMPTY_NAMES.contains(&stem) {
        complaints.push(format!("{name}: `{stem}` does not say what question the file answers"));
    }
    if !text.starts_with("//!") {
        complaints.push(format!("{name}: no `//!` paragraph at the top says what comes in and what goes out"));
    }
    // Tests look across the stages.
    if name.contains("/tests/") || stem == "tests" {
        return;
    }
    for (place, word, why) in FORBIDDEN {
        // The stage is a folder and the file of the same name beside it.
        let there = name.strip_prefix(place).is_some_and(|rest| rest.starts_with('/') || rest == ".rs");
        if there {
            forbid(name, text, word, why, complaints);
        }
    }
    if name.starts_with("crates/typeloom-build/src/") && name != "crates/typeloom-build/src/cargo.rs" {
        for word in ["env::", "env!(", "cargo::rerun", "cargo::warning"] {
            forbid(name, text, word, "only cargo.rs talks to cargo and reads the environment", complaints);
        }
    }
}

fn forbid(name: &str, text: &str, word: &str, why: &str, complaints: &mut Vec<String>) {
    let code = |line: &&str| !line.trim_start().starts_with("//");
    for (index, line) in text.lines().enumerate().filter(|(_, line)| code(line)) {
        let found = line.match_indices(word).any(|(at, _)| {
            // `::quote` and `crate::model` as parts of longer words are other words, and text is generated code.
            let before = line[..at].chars().next_back();
            !before.is_some_and(|before| before.is_alphanumeric() || ['_', '"'].contains(&before))
        });
        if found {
            complaints.push(format!("{name}:{}: `{word}`: {why}", index + 1));
        }
    }
}

/// All Rust files that people write.
fn sources(root: &Path) -> Vec<PathBuf> {
    let mut waiting = ["src", "crates", "xtask", "tests", "examples"].map(|name| root.join(name)).to_vec();
    let mut files = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            match path.is_dir() {
                true if !["target", "cases", "goldens", "emitted"].contains(&name.as_str()) => waiting.push(path),
                false if name.ends_with(".rs") => files.push(path),
                true | false => {}
            }
        }
    }
    files.sort();
    files
}
