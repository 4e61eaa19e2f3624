//! What typify makes of the vendors' exported schemas, one module each, for `tests/second_opinion.rs`.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};
use typeloom_build::options::{Formats, Options};
use typify::{TypeSpace, TypeSpaceSettings};

/// Writes `second_opinion.rs`. A vendor that typify cannot read has no module, and so the test does not compile.
pub fn generate() {
    println!("cargo::rerun-if-changed=../../schemas");
    let mut modules = String::new();
    for folder in super::folders("../../schemas".as_ref()) {
        let options = Options { formats: Formats::Annotate, ..Options::default() };
        let (schemas, outcome) = typeloom_build::export(&[folder], &options);
        assert!(!outcome.failed(), "the vendors' documents are in order: cargo xtask check");
        for schema in schemas {
            let code = typify(&schema.json);
            writeln!(modules, "pub mod {} {{\n{code}\n}}", schema.vendor).expect("a string grows");
        }
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("second_opinion.rs"), modules).expect("the folder of cargo can be written");
}

fn typify(schema: &str) -> String {
    let root: schemars_08::schema::RootSchema = serde_json::from_str(schema).expect("typify's dialect covers exports");
    let mut types = TypeSpace::new(&TypeSpaceSettings::default());
    types.add_root_schema(root).expect("typify reads what was exported");
    let tokens = types.to_stream().to_string();
    prettyplease::unparse(&syn::parse_str(&tokens).expect("typify writes Rust"))
}
