//! Types of the meta-schemas that `typeloom-build` has built in, and of one that is put together from vocabularies, for
//! `tests/meta_schemas.rs`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use typeloom_build::options::{Formats, Options};

const DRAFTS: [(&str, &str); 5] = [
    ("draft4", "http://json-schema.org/draft-04/schema"),
    ("draft6", "http://json-schema.org/draft-06/schema"),
    ("draft7", "http://json-schema.org/draft-07/schema"),
    ("draft2019", "https://json-schema.org/draft/2019-09/schema"),
    ("draft2020", "https://json-schema.org/draft/2020-12/schema"),
];

/// Every schema in it must say what it is for.
const OWN: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://acme.example/meta/described",
  "$dynamicAnchor": "meta",
  "allOf": [
    {"$ref": "https://json-schema.org/draft/2020-12/meta/core"},
    {"$ref": "https://json-schema.org/draft/2020-12/meta/applicator"},
    {"$ref": "https://json-schema.org/draft/2020-12/meta/validation"}
  ],
  "type": "object",
  "required": ["description"],
  "properties": {"description": {"type": "string", "minLength": 1}}
}"#;

/// The same for a draft that has `$recursiveRef`.
const OWN_2019: &str = r#"{
  "$schema": "https://json-schema.org/draft/2019-09/schema",
  "$id": "https://acme.example/meta/described-2019",
  "$recursiveAnchor": true,
  "allOf": [
    {"$ref": "https://json-schema.org/draft/2019-09/meta/applicator"},
    {"$ref": "https://json-schema.org/draft/2019-09/meta/validation"}
  ],
  "type": "object",
  "required": ["description"],
  "properties": {"description": {"type": "string", "minLength": 1}}
}"#;

/// Writes `meta_schemas.rs`: a module for each, and a table of all.
pub fn generate() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let drafts = DRAFTS.map(|(name, uri)| (name, typeloom_build::meta_schema(uri).expect("it is built in")));
    let own = [("described", OWN.to_owned()), ("described2019", OWN_2019.to_owned())];
    let (mut modules, mut rows) = (String::new(), String::new());
    for (name, schema) in drafts.into_iter().chain(own) {
        let (code, root) = types(&out.join("meta_schemas").join(name), &schema);
        writeln!(modules, "pub mod {name} {{\n{code}\n}}").expect("a string grows");
        writeln!(rows, "({name:?}, {schema:?}, crate::probe::<{name}::{root}>),").expect("a string grows");
    }
    let table = format!("/// Name, text, type.\npub const ALL: &[(&str, &str, crate::Probe)] = &[\n{rows}];\n");
    fs::write(out.join("meta_schemas.rs"), modules + &table).expect("the folder of cargo can be written");
}

/// The code for a schema, and the path to the type of its root.
fn types(folder: &Path, schema: &str) -> (String, String) {
    fs::create_dir_all(folder).expect("the folder of cargo can be written");
    fs::write(folder.join("root.json"), schema).expect("the folder of cargo can be written");
    let options = Options { exact: true, formats: Formats::Annotate, ..Options::default() };
    let outcome = typeloom_build::generate(&[folder.to_owned()], &options);
    let module = outcome.model.modules.first().expect("a vendor is a module");
    let root = module.items.iter().find(|item| item.location.ends_with("root.json#")).expect("the root is a type");
    let path = format!("{}::{}", module.name.as_deref().unwrap_or("self"), root.name);
    (super::code(folder, &outcome).to_owned(), path)
}
