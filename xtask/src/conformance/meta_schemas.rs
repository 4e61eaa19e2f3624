//! The published meta-schemas, through generated types: each judges all of them, and what else is given.
//!
//! Those of the drafts come with the crate of an independent validator, which also says what the verdicts should be.
//! No copy of them is kept in this repository.

use super::suite::{self, Group, Test};
use super::{Table, misses, spoil, through};
use referencing::meta;
use serde_json::Value;
use serde_json::value::RawValue;
use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::options::{Formats, Options};

/// A meta-schema, and the documents beside it that it is made of.
struct Meta {
    name: String,
    schema: Value,
    parts: Vec<(&'static str, Value)>,
}

/// Beyond this many bytes, an instance makes the program slow to compile.
const LARGE: u64 = 500_000;

/// Generates types of the meta-schemas of the drafts and of those in `files`, has each judge all of them and the
/// documents beside `files`, prints the table, and yields where a verdict is not that of the other validator.
pub fn run(files: &[PathBuf]) -> Result<Vec<String>, String> {
    let mut metas = published();
    let mut instances: Vec<(String, Value)> = Vec::new();
    for file in files {
        metas.push(Meta { name: stem(file), schema: read(file)?, parts: Vec::new() });
        for path in suite::files(file.parent().unwrap_or(file))? {
            if &path != file && fs::metadata(&path).is_ok_and(|data| data.len() < LARGE) {
                instances.push((stem(&path), read(&path)?));
            }
        }
    }
    for meta in &metas {
        instances.push((meta.name.clone(), meta.schema.clone()));
        instances.extend(meta.parts.iter().map(|(name, part)| (format!("{} {name}", meta.name), part.clone())));
    }
    let spoilt: Vec<(String, Value)> = instances.iter().flat_map(|(name, value)| spoil::spoil(name, value)).collect();
    instances.extend(spoilt);
    let folder = super::folder("meta-schemas");
    let _ = fs::remove_dir_all(folder.join("schemas")); // may not be there yet
    let (mut groups, mut modules) = (Vec::new(), Vec::new());
    for meta in metas {
        let options = Options { exact: true, formats: Formats::Annotate, ..Options::default() };
        let vendor = write(&folder, &meta).map_err(|error| error.to_string())?;
        modules.push(through::module(&typeloom_build::generate(&[vendor], &options)));
        groups.push(group(&meta, &instances)?);
    }
    let results = super::results(&folder, &groups, modules)?;
    let mut table = Table::default();
    table.add("meta-schemas", groups, results);
    print!("{}", table.text());
    Ok(table.complaints(&misses::Misses::default(), true))
}

/// The meta-schemas of the five drafts.
fn published() -> Vec<Meta> {
    let meta = |name: &str, schema: &Value, parts: &[(&'static str, &Value)]| Meta {
        name: name.to_owned(),
        schema: schema.clone(),
        parts: parts.iter().map(|(name, part)| (*name, (*part).clone())).collect(),
    };
    let parts_of_2019: [(&str, &Value); 6] = [
        ("applicator", &meta::DRAFT201909_APPLICATOR),
        ("content", &meta::DRAFT201909_CONTENT),
        ("core", &meta::DRAFT201909_CORE),
        ("format", &meta::DRAFT201909_FORMAT),
        ("meta-data", &meta::DRAFT201909_META_DATA),
        ("validation", &meta::DRAFT201909_VALIDATION),
    ];
    let parts_of_2020: [(&str, &Value); 7] = [
        ("applicator", &meta::DRAFT202012_APPLICATOR),
        ("content", &meta::DRAFT202012_CONTENT),
        ("core", &meta::DRAFT202012_CORE),
        ("format-annotation", &meta::DRAFT202012_FORMAT_ANNOTATION),
        ("meta-data", &meta::DRAFT202012_META_DATA),
        ("unevaluated", &meta::DRAFT202012_UNEVALUATED),
        ("validation", &meta::DRAFT202012_VALIDATION),
    ];
    vec![
        meta("draft4", &meta::DRAFT4, &[]),
        meta("draft6", &meta::DRAFT6, &[]),
        meta("draft7", &meta::DRAFT7, &[]),
        meta("draft2019-09", &meta::DRAFT201909, &parts_of_2019),
        meta("draft2020-12", &meta::DRAFT202012, &parts_of_2020),
    ]
}

/// The vendor that has the meta-schema as its documents.
fn write(folder: &Path, meta: &Meta) -> std::io::Result<PathBuf> {
    let vendor = folder.join("schemas").join(&meta.name);
    fs::create_dir_all(vendor.join("meta"))?;
    fs::write(vendor.join(through::ROOT), format!("{:#}", meta.schema))?;
    for (name, part) in &meta.parts {
        fs::write(vendor.join("meta").join(format!("{name}.json")), format!("{part:#}"))?;
    }
    Ok(vendor)
}

/// Each instance with the verdict of the other validator.
fn group(meta: &Meta, instances: &[(String, Value)]) -> Result<Group, String> {
    let options = jsonschema::options().should_validate_formats(false);
    let validator = options.build(&meta.schema).map_err(|error| format!("{}: {error}", meta.name))?;
    let raw = |value: &Value| RawValue::from_string(value.to_string()).map_err(|error| error.to_string());
    let test = |(name, instance): &(String, Value)| {
        Ok(Test { description: name.clone(), data: raw(instance)?, valid: validator.is_valid(instance) })
    };
    let tests = instances.iter().map(test).collect::<Result<Vec<_>, String>>()?;
    Ok(Group { file: meta.name.clone(), description: meta.name.clone(), schema: raw(&meta.schema)?, tests })
}

fn read(file: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
