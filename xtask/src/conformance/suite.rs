//! The files of the suite to groups of tests: schemas and instances as text, untouched.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::path::{Path, PathBuf};

/// A draft of JSON Schema as the suite names it.
#[derive(Debug)]
pub struct Draft {
    /// The folder below `tests/`.
    pub name: &'static str,
    /// The URI for `$schema`, for the schemas that do not say.
    pub uri: &'static str,
}

impl Draft {
    /// Every draft, newest first.
    pub const ALL: &[Draft] = &[
        Draft { name: "draft2020-12", uri: "https://json-schema.org/draft/2020-12/schema" },
        Draft { name: "draft2019-09", uri: "https://json-schema.org/draft/2019-09/schema" },
        Draft { name: "draft7", uri: "http://json-schema.org/draft-07/schema#" },
        Draft { name: "draft6", uri: "http://json-schema.org/draft-06/schema#" },
        Draft { name: "draft4", uri: "http://json-schema.org/draft-04/schema#" },
    ];
}

/// A schema and its tests.
#[derive(Debug, Deserialize)]
pub struct Group {
    /// `anyOf`, `optional/bignum`
    #[serde(skip)]
    pub file: String,
    /// What the group is about.
    pub description: String,
    /// The schema.
    pub schema: Box<RawValue>,
    /// The tests.
    pub tests: Vec<Test>,
}

/// An instance.
#[derive(Debug, Deserialize)]
pub struct Test {
    /// What the test is about.
    pub description: String,
    /// The instance.
    pub data: Box<RawValue>,
    /// Whether the schema allows it.
    pub valid: bool,
}

/// The groups of a draft: the required ones, or those of `optional/`.
pub fn groups(suite: &Path, draft: &Draft, optional: bool) -> Result<Vec<Group>, String> {
    let tests = suite.join("tests").join(draft.name);
    let folders = if optional { &["optional/", "optional/format/"][..] } else { &[""] };
    let mut groups = Vec::new();
    for folder in folders {
        for path in files(&tests.join(folder))? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let file = format!("{folder}{stem}");
            groups.extend(read(&path)?.into_iter().map(|group| Group { file: file.clone(), ..group }));
        }
    }
    Ok(groups)
}

/// The JSON files of a folder, in the order of their names.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|kind| kind == "json")).collect();
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<Vec<Group>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}
