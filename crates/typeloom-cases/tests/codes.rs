//! Every diagnostic has a case that shows it.

use std::fs;
use std::path::Path;
use typeloom_build::diagnostic::Code;

/// Codes that no folder in a repository can show, and why.
const ELSEWHERE: &[(Code, &str)] = &[
    (Code::Unreadable, "needs a file that is not there, or a link out of its folder: typeloom-build/tests/load.rs"),
    (Code::Repeated, "is about code that takes long to compile: typeloom-build/tests/large.rs"),
];

#[test]
fn every_code_has_a_case() {
    let mut shown = String::new();
    gather(Path::new("cases"), &mut shown);
    let has_case = |code: Code| shown.contains(&format!("[{}]", code.name()));
    let excused = |code: Code| ELSEWHERE.iter().any(|(other, _)| *other == code);
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|&&code| !has_case(code) && !excused(code)).map(|code| code.name()).collect();
    assert_eq!(missing, [""; 0], "no errors.txt shows these");
    let needless: Vec<&str> =
        Code::ALL.iter().filter(|&&code| has_case(code) && excused(code)).map(|code| code.name()).collect();
    assert_eq!(needless, [""; 0], "these have a case and need no excuse");
}

fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path().is_dir() {
            true => gather(&entry.path(), text),
            false if entry.file_name() == "errors.txt" => {
                text.push_str(&fs::read_to_string(entry.path()).unwrap_or_default());
            }
            false => {}
        }
    }
}
