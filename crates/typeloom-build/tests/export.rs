//! What is exported of OpenAPI documents, YAML and pages is a valid schema, and says the same when it is read again.
//!
//! The documents are those of the cases; `TYPELOOM_DOCUMENTS` names a folder with others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};
use typeloom_build::spec::Spec;
use typeloom_build::{Outcome, export, generate, spec_text};

#[test]
fn exports_of_all_cases_are_valid_and_say_the_same() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../typeloom-cases/cases");
    let documents = ["openapi", "yaml", "one_type", "speakeasy"].iter().flat_map(|kind| children(&cases.join(kind)));
    let mut documents: Vec<PathBuf> = documents.map(|case| case.join("acme")).collect();
    documents.extend(env::var_os("TYPELOOM_DOCUMENTS").iter().flat_map(|folder| children(folder.as_ref())));
    let exported = documents.iter().filter(|document| checked(document)).count();
    assert!(exported >= 15, "only {exported} of {} documents are exported", documents.len());
}

/// Whether a document is exported at all; those with errors are not.
fn checked(document: &Path) -> bool {
    let (schemas, outcome) = export(&[document.to_owned()], &Default::default());
    let Some(schema) = schemas.first() else { return false };
    // A schema that defines nothing is read as one that allows anything.
    if outcome.specs.iter().all(|spec| spec.types.is_empty()) {
        return false;
    }
    let json: serde_json::Value = serde_json::from_str(&schema.json).expect("JSON");
    jsonschema::meta::validate(&json).unwrap_or_else(|error| panic!("{}: {error}", document.display()));
    let name = document.to_string_lossy().replace(['/', '.'], "-");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export{name}.json"));
    fs::write(&path, &schema.json).expect("a file");
    let (again, read) = export(std::slice::from_ref(&path), &Default::default());
    let said: Vec<&str> = read.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    let [again] = again.as_slice() else { panic!("{}: the export is not read: {said:?}", document.display()) };
    assert!(again.json == schema.json, "{}: another export, see {}", document.display(), path.display());
    // How a page spells a field, and that it says nothing of `null`, has no keyword; and in one document each name stands
    // once.
    let plain = |spec: &Spec| {
        let names: BTreeSet<&str> = spec.types.iter().map(|named| named.name.as_str()).collect();
        spec.tables.is_empty() && names.len() == spec.types.len()
    };
    if outcome.specs.iter().all(plain) {
        assert!(shown(&read) == shown(&outcome), "{}: other types, see {}", document.display(), path.display());
    }
    true
}

/// The types as they are shown, without places.
fn shown(outcome: &Outcome) -> Vec<String> {
    let Some(spec) = outcome.specs.first() else { return Vec::new() };
    let text = spec_text(spec, &outcome.sources, None);
    // A place stands behind two blanks and ends with a number.
    let is_place = |text: &str| text.rsplit_once(':').is_some_and(|(_, line)| line.parse::<u32>().is_ok());
    let lines = text.lines().skip(1).map(|line| match line.rsplit_once("  ") {
        Some((shown, place)) if is_place(place) => shown.trim_end().to_owned(),
        Some(_) | None => line.trim_end().to_owned(),
    });
    lines.collect()
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[test]
fn documents_without_types_generate_nothing() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("empty.yaml");
    fs::write(&path, "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n").expect("a file");
    let outcome = generate(&[path], &Default::default());
    assert_eq!(outcome.summary(), "1 warning");
    assert!(outcome.code.is_some());
}
