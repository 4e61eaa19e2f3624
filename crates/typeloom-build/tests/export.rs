//! What is exported of OpenAPI documents, YAML and pages is a valid schema, and says the same when it is read again.
//!
//! The documents are those of the cases; `TYPELOOM_DOCUMENTS` names a folder with others.

use std::path::{Path, PathBuf};
use std::{env, fs};
use typeloom_build::options::Options;
use typeloom_build::spec::difference;
use typeloom_build::{export, generate};

/// Cases that cannot be compared so, and why.
const OTHERWISE: [(&str, &str); 3] = [
    ("constants_of_any_json_value", "has a number that serde_json, with which the export is judged, cannot hold"),
    ("contains_evaluates_items_since_2020_12", "what `contains` meant in 2019-09 is written as two negations"),
    ("some_items_must_match", "the same, which nobody asks for where there is no `unevaluatedItems`"),
];

#[test]
fn exports_of_all_cases_are_valid_and_say_the_same() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../typeloom-cases/cases");
    let mut documents: Vec<PathBuf> =
        children(&cases).iter().flat_map(|kind| children(kind)).map(|case| case.join("acme")).collect();
    documents.extend(env::var_os("TYPELOOM_DOCUMENTS").iter().flat_map(|folder| children(folder.as_ref())));
    let (mut exported, mut wrong, mut waivers) = (0, Vec::new(), OTHERWISE.len());
    for document in &documents {
        match checked(document) {
            Ok(is_exported) => exported += usize::from(is_exported),
            Err(_) if waived(document) => waivers -= 1,
            Err(message) => wrong.push(format!("{}: {message}", document.display())),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), documents.len(), wrong.join("\n"));
    assert_eq!(waivers, 0, "an exception is not needed any more");
    assert!(exported >= 150, "only {exported} of {} documents are exported", documents.len());
}

fn waived(document: &Path) -> bool {
    OTHERWISE.iter().any(|(case, _)| document.parent().is_some_and(|folder| folder.ends_with(case)))
}

/// Whether a document is exported at all; those with errors are not. Fails where the export is wrong.
fn checked(document: &Path) -> Result<bool, String> {
    let (schemas, outcome) = export(&[document.to_owned()], &Default::default());
    let (Some(schema), Some(ours)) = (schemas.first(), outcome.specs.first()) else { return Ok(false) };
    // A schema that defines nothing is read as one that allows anything.
    if ours.types.is_empty() {
        return Ok(false);
    }
    let json: serde_json::Value = serde_json::from_str(&schema.json).map_err(|error| error.to_string())?;
    jsonschema::meta::validate(&json).map_err(|error| error.to_string())?;
    let name = document.to_string_lossy().replace(['/', '.'], "-");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export{name}.json"));
    fs::write(&path, &schema.json).expect("a file");
    // How literally a document is taken is no part of what it says.
    let manifest = fs::read_to_string(document.join("vendor.toml")).unwrap_or_default();
    let options = Options { exact: manifest.contains("exact = true"), ..Options::default() };
    let (again, read) = export(std::slice::from_ref(&path), &options);
    let (Some(_), Some(theirs)) = (again.first(), read.specs.first()) else {
        let said: Vec<&str> = read.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        return Err(format!("the export is not read: {}", said.join("; ")));
    };
    difference(ours, theirs).map_or(Ok(true), |message| Err(format!("other types: {message}")))
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
    assert!(!outcome.failed());
}

#[test]
fn facts_that_nobody_exported_are_kept() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("facts.json");
    for facts in [r#"{"a": "indexed"}"#, r#"{"a": {"page": 1}}"#, r#"{"b": {"null": "unknown"}}"#, r#"[1]"#] {
        let text =
            format!(r#"{{"title": "T", "type": "object", "properties": {{"a": true}}, "x-field-facts": {facts}}}"#);
        fs::write(&path, text).expect("a file");
        let (schemas, _) = export(std::slice::from_ref(&path), &Default::default());
        let json: serde_json::Value = serde_json::from_str(&schemas[0].json).expect("JSON");
        let kept: serde_json::Value = serde_json::from_str(facts).expect("JSON");
        assert_eq!(json["$defs"]["T"]["x-field-facts"], kept);
    }
}
