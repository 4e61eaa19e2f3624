//! A file of small schemas that break other generators: a list of objects with `name`, `schema`, and instances that are
//! `valid`, `invalid`, or given as text.
//!
//! Run twice: as users have it, and with every option that takes documents to the letter. A schema that is broken has
//! no types, or a stand-in; that it is reported with its place is a test like others. That a `default` is written where
//! the member is absent (`raw_out`) is none: here what is absent stays absent.

use super::misses::{List, Misses};
use super::suite::{Group, Test};
use super::{Table, through};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::fs;
use std::path::Path;
use typeloom_build::Outcome;
use typeloom_build::diagnostic::Code;
use typeloom_build::options::{Numbers, Options};

/// A schema and its instances.
#[derive(Debug, Deserialize)]
struct Entry {
    name: String,
    schema: Box<RawValue>,
    valid: Vec<Box<RawValue>>,
    invalid: Vec<Box<RawValue>>,
    /// Valid instances as text.
    #[serde(default)]
    raw_valid: Vec<String>,
    /// Likewise; that they are written back as they are is so for all here.
    #[serde(default)]
    raw_roundtrip: Vec<String>,
}

/// The schemas that are broken, and what is to be said about each, with its place.
const BROKEN: &[(&str, Code)] = &[
    ("pattern_bad", Code::Pattern),
    ("ref_missing", Code::MissingReference),
    ("ref_external", Code::MissingReference),
    ("ref_loop", Code::ReferenceCycle),
    ("unknown_keyword", Code::UnknownKeyword),
    ("unknown_type", Code::KeywordValue),
];

/// Runs the schemas of a file, prints the table, and yields what is to complain about.
pub fn run(file: &Path) -> Result<Vec<String>, String> {
    let to_the_letter = Options { exact: true, numbers: Numbers::Exact, ..Options::default() };
    let listed = Misses::read(List::Minimal)?;
    let mut table = Table::default();
    for (column, options) in [("default", Options::default()), ("exact", to_the_letter)] {
        let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let entries: Vec<Entry> =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let folder = super::folder(&format!("minimal-{column}"));
        let _ = fs::remove_dir_all(folder.join("schemas")); // may not be there yet
        let (mut groups, mut modules, mut broken) = (vec![], vec![], vec![]);
        for entry in entries {
            let outcome = generate(&folder, &entry, &options).map_err(|error| error.to_string())?;
            broken.push(said(&entry.name, &outcome));
            let refused = BROKEN.iter().any(|(name, _)| *name == entry.name) && outcome.failed();
            let tests = if refused { vec![] } else { tests(&entry) };
            groups.push(Group { file: "minimal".to_owned(), description: entry.name, schema: entry.schema, tests });
            modules.push(through::module(&outcome));
        }
        let mut results = super::results(&folder, &groups, modules)?;
        for ((group, results), said) in groups.iter_mut().zip(&mut results).zip(broken) {
            let Some(said) = said else { continue };
            group.tests.push(test("the schema is reported", RawValue::NULL.to_owned(), false));
            results.push(said);
        }
        table.add(column, groups, results);
    }
    print!("{}", table.text());
    Ok(table.complaints(&listed, true))
}

/// The schema as the only document of a vendor, and what is made of it.
fn generate(folder: &Path, entry: &Entry, options: &Options) -> std::io::Result<Outcome> {
    let vendor = folder.join("schemas").join(&entry.name);
    fs::create_dir_all(&vendor)?;
    fs::write(vendor.join(through::ROOT), entry.schema.get())?;
    Ok(typeloom_build::generate(&[vendor], options))
}

/// Whether a broken schema is reported as it should be. [`None`] where it is not broken.
fn said(name: &str, outcome: &Outcome) -> Option<super::Result> {
    let (_, code) = BROKEN.iter().find(|(broken, _)| *broken == name)?;
    let said = outcome.diagnostics.iter().any(|diagnostic| diagnostic.code == *code && diagnostic.span.is_some());
    Some(if said { Ok(()) } else { Err(format!("nothing is said of `{}`", code.name())) })
}

fn tests(entry: &Entry) -> Vec<Test> {
    let raw = |text: &String| RawValue::from_string(text.clone()).ok();
    let raw = entry.raw_valid.iter().chain(&entry.raw_roundtrip).filter_map(raw);
    let valid = entry.valid.iter().cloned().chain(raw).map(|data| (data, true));
    let invalid = entry.invalid.iter().cloned().map(|data| (data, false));
    valid.chain(invalid).map(|(data, valid)| test(&on_one_line(data.get()), data.clone(), valid)).collect()
}

/// An instance as the description of its test.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect()
}

fn test(description: &str, data: Box<RawValue>, valid: bool) -> Test {
    Test { description: description.to_owned(), data, valid }
}
