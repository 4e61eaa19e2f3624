//! Groups of the suite to vendors: one folder each, with its schema and a mapping to the suite's remotes.

use super::suite::{Draft, Group};
use super::through::{self, Module, ROOT};
use std::fs;
use std::path::Path;
use typeloom_build::options::{Formats, Numbers, Options};

/// The URI that the suite's remotes are served under.
const REMOTES: &str = "http://localhost:1234/";

/// The code of each group.
pub fn modules(folder: &Path, suite: &Path, draft: &Draft, groups: &[Group]) -> Result<Vec<Module>, String> {
    let schemas = folder.join("schemas");
    let _ = fs::remove_dir_all(&schemas); // may not be there yet
    let remotes = folder.join("remotes");
    let _ = fs::remove_dir_all(&remotes);
    copy_remotes(&suite.join("remotes"), &remotes, draft).map_err(|error| error.to_string())?;
    groups
        .iter()
        .enumerate()
        .map(|(index, group)| {
            let vendor = schemas.join(format!("g{index:03}"));
            write_vendor(&vendor, &remotes, draft, group).map_err(|error| error.to_string())?;
            Ok(through::module(&typeloom_build::generate(&[vendor], &options(group))))
        })
        .collect()
}

/// The schema of a group as the only document of a vendor.
fn write_vendor(vendor: &Path, remotes: &Path, draft: &Draft, group: &Group) -> std::io::Result<()> {
    fs::create_dir_all(vendor)?;
    fs::write(vendor.join(ROOT), with_dialect(group.schema.get(), draft))?;
    if group.schema.get().contains(REMOTES)
        || group.schema.get().contains("$id")
        || group.schema.get().contains("\"id\"")
    {
        let mapping = format!("[remotes]\n\"{REMOTES}\" = {:?}\n", remotes.display().to_string());
        fs::write(vendor.join("vendor.toml"), mapping)?;
    }
    Ok(())
}

/// The remotes, with the draft of their folder, or else of the tests, where they do not name one.
fn copy_remotes(from: &Path, to: &Path, draft: &Draft) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = (entry.as_ref().map(fs::DirEntry::path), entry.as_ref().map(fs::DirEntry::file_name));
        let (Ok(path), Ok(name)) = (path, name) else { continue };
        if path.is_dir() {
            let own = Draft::ALL.iter().find(|draft| name.to_string_lossy() == draft.name);
            copy_remotes(&path, &to.join(name), own.unwrap_or(draft))?;
        } else {
            fs::write(to.join(name), with_dialect(&fs::read_to_string(&path)?, draft))?;
        }
    }
    Ok(())
}

/// The schema with a `$schema` where it has none.
fn with_dialect(schema: &str, draft: &Draft) -> String {
    let silent = |schema: &&str| match serde_json::from_str::<serde_json::Value>(schema) {
        Ok(serde_json::Value::Object(members)) => !members.contains_key("$schema"),
        Ok(_) | Err(_) => false,
    };
    match Some(schema.trim_start()).filter(silent).and_then(|schema| schema.strip_prefix('{')) {
        Some(rest) if rest.trim_start().starts_with('}') => format!("{{\"$schema\": {:?}{rest}", draft.uri),
        Some(rest) => format!("{{\"$schema\": {:?},{rest}", draft.uri),
        None => schema.to_owned(),
    }
}

/// What the suite asks of the tests of a file.
fn options(group: &Group) -> Options {
    let asserted = group.file.starts_with("optional/format/");
    let formats = if asserted { Formats::Assert } else { Formats::Annotate };
    // Numbers beyond 64 bits are for those who ask for them.
    let large = ["optional/bignum", "optional/float-overflow"].contains(&group.file.as_str());
    let numbers = if large { Numbers::Exact } else { Numbers::Native };
    Options { exact: true, formats, numbers, ..Options::default() }
}
