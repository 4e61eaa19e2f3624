//! The instances of every case: what is in `ok/` is read, valid, and written back as equal JSON; what is in `bad/` is
//! refused or violates what `<name>.violations.txt` beside it says.
//!
//! A file is called `<Type>.<what it shows>.json`. `TYPELOOM_BLESS=1` writes the expected violations (`cargo xtask bless`
//! sets it).

use std::path::{Path, PathBuf};
use std::{env, fs};
use typeloom::Value;
use typeloom_cases::{TYPES, Verdict};

#[test]
fn instances_are_judged_as_they_should_be() {
    let mut complaints = Vec::new();
    let mut count = 0;
    for dialect in files("cases".as_ref()) {
        for case in files(&dialect) {
            for path in instances(&case.join("ok")) {
                count += 1;
                complaints.extend(ok(&case, &path));
            }
            for path in instances(&case.join("bad")) {
                count += 1;
                complaints.extend(bad(&case, &path));
            }
        }
    }
    assert!(complaints.is_empty(), "{} of {count} instances:\n{}", complaints.len(), complaints.join("\n"));
}

fn ok(case: &Path, path: &Path) -> Option<String> {
    let (text, verdict) = match judge(case, path) {
        Ok(judged) => judged,
        Err(complaint) => return Some(complaint),
    };
    let shown = path.display();
    if let Some(error) = verdict.refused {
        return Some(format!("{shown} is refused: {error}"));
    }
    if !verdict.violations.is_empty() {
        return Some(format!("{shown} is not valid:\n  {}", verdict.violations.join("\n  ")));
    }
    let read = |text: &str| typeloom::from_str::<Value>(text).ok();
    let written = verdict.written.unwrap_or_default();
    (read(&text) != read(&written)).then(|| format!("{shown} is written back as {written}"))
}

fn bad(case: &Path, path: &Path) -> Option<String> {
    let verdict = match judge(case, path) {
        Ok((_, verdict)) => verdict,
        Err(complaint) => return Some(complaint),
    };
    let refused = verdict.refused.map(|error| format!("refused: {error}"));
    let said: Vec<String> = refused.into_iter().chain(verdict.violations).collect();
    let said = said.join("\n") + "\n";
    if said == "\n" {
        return Some(format!("{} is valid, and should not be", path.display()));
    }
    let golden = path.with_extension("violations.txt");
    if env::var_os("TYPELOOM_BLESS").is_some() {
        return fs::write(&golden, said).err().map(|error| format!("{}: {error}", golden.display()));
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    (said != expected).then(|| format!("{}:\n  expected: {expected}  said:     {said}", path.display()))
}

/// What the type that the file is named after says of it.
fn judge(case: &Path, path: &Path) -> Result<(String, Verdict), String> {
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
    let name = file_name(path);
    let name = name.split('.').next().unwrap_or_default();
    let folder = case.strip_prefix("cases").unwrap_or(case).to_string_lossy().replace('\\', "/");
    let row = TYPES.iter().find(|(case, item, _)| *case == folder && *item == name);
    let (_, _, probe) = row.ok_or_else(|| format!("{shown}: the case generates no type `{name}`"))?;
    let verdict = probe(&text);
    match verdict.differences.is_empty() {
        true => Ok((text, verdict)),
        false => Err(format!("{shown}: {}", verdict.differences.join("; "))),
    }
}

fn instances(folder: &Path) -> Vec<PathBuf> {
    files(folder).into_iter().filter(|path| file_name(path).ends_with(".json")).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
