//! Groups of tests to modules of code: the one place that decides how an instance goes through what is generated.

use super::suite::{Draft, Group};
use std::fs;
use std::path::Path;
use typeloom_build::Outcome;
use typeloom_build::diagnostic::Severity;
use typeloom_build::model::Item;
use typeloom_build::options::{Formats, Numbers, Options};

/// The code of a group, or why there is none.
pub type Module = Result<String, String>;

/// The URI that the suite's remotes are served under.
const REMOTES: &str = "http://localhost:1234/";

/// The code of each group: a module with `pub fn check(text: &str) -> Result<String, String>`, which yields the
/// instance as it was written back, or why it was refused.
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
            Ok(module(&vendor, group))
        })
        .collect()
}

/// The schema of a group as the only document of a vendor.
fn write_vendor(vendor: &Path, remotes: &Path, draft: &Draft, group: &Group) -> std::io::Result<()> {
    fs::create_dir_all(vendor)?;
    fs::write(vendor.join("root.json"), with_dialect(group.schema.get(), draft))?;
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

fn module(vendor: &Path, group: &Group) -> Module {
    let asserted = group.file.starts_with("optional/format/");
    let formats = if asserted { Formats::Assert } else { Formats::Annotate };
    // Numbers beyond 64 bits are for those who ask for them.
    let large = ["optional/bignum", "optional/float-overflow"].contains(&group.file.as_str());
    let numbers = if large { Numbers::Exact } else { Numbers::Native };
    let options = Options { exact: true, formats, numbers, ..Options::default() };
    let outcome = typeloom_build::generate(&[vendor.to_owned()], &options);
    let Some(code) = &outcome.code else {
        let errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        return Err(errors.map(|error| error.to_text(&outcome.sources)).collect::<Vec<_>>().join("\n"));
    };
    Ok(through_types(code, &root(&outcome)))
}

/// The path to the type of the document's root. A document that only holds definitions has none.
fn root(outcome: &Outcome) -> String {
    let module = outcome.model.modules.first();
    let is_root = |item: &&Item| item.location.ends_with("root.json#");
    match module.and_then(|module| module.items.iter().find(is_root).zip(module.name.as_ref())) {
        Some((item, module)) => format!("{module}::{}", item.name),
        None => "typeloom::Value".to_owned(),
    }
}

/// Through `Valid` of the root's type, by way of serde and by our own reader and writer, which must agree.
fn through_types(code: &str, root: &str) -> String {
    format!(
        "{code}
type Root = typeloom::Valid<{root}>;
pub fn check(text: &str) -> Result<String, String> {{
    let read = serde_json::from_str::<Root>(text).map_err(|error| error.to_string());
    let own = typeloom::from_str::<Root>(text).map_err(|error| error.to_string());
    assert_eq!(read.is_ok(), own.is_ok(), \"serde and from_str differ: {{:?}} {{:?}}\", read.as_ref().err(), own.as_ref().err());
    let of_value = typeloom::from_value::<Root>(&crate::value(text)).map_err(|error| error.to_string());
    assert_eq!(read.is_ok(), of_value.is_ok(), \"from_str and from_value differ: {{:?}} {{:?}}\", own.as_ref().err(), of_value.as_ref().err());
    let read = read?;
    let written = typeloom::to_string(&own?).map_err(|error| error.to_string())?;
    match serde_json::to_string(&read) {{
        Ok(by_serde) => assert_eq!(crate::value(&written), crate::value(&by_serde), \"serde and to_string differ\"),
        // serde has no way to say it.
        Err(error) => assert!(error.to_string().contains(\"cannot be written exactly through serde\"), \"{{error}}\"),
    }}
    Ok(written)
}}
"
    )
}
