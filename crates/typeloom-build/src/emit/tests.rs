//! Models made by hand to text, compared with goldens in `tests/emitted/`, which `tests/emitted.rs` compiles and runs.
//!
//! `BLESS=1 cargo test -p typeloom-build emit` writes the goldens anew.

mod build;
mod hostile;
mod records;
mod rules;
mod schemas;
mod unions;
mod values;

use crate::model::{Model, Module};
use crate::options::Options;
use crate::outcome;
use crate::plan::blanks;
use crate::plan::rules::program::program;
use std::path::Path;

fn check(name: &str, module: Module) {
    check_with(name, module, &Options::default());
}

fn code(model: &Model, options: &Options) -> String {
    let mut text = String::new();
    outcome::code(model, options, &mut |part| text.push_str(part));
    text
}

fn check_with(name: &str, mut module: Module, options: &Options) {
    module.program = program(&module);
    blanks::settle(&mut module.items);
    let text = code(&Model { modules: vec![module] }, options);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/emitted").join(format!("{name}.rs"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &text).expect("the golden can be written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = text.lines().zip(golden.lines()).position(|(a, b)| a != b);
    assert!(text == golden, "{} differs from what is emitted, first at line {differs:?}", path.display());
}

#[test]
fn schemars_is_emitted_on_demand_only() {
    let model = Model { modules: vec![records::module()] };
    let with = |schemars| code(&model, &Options { schemars, ..Options::default() });
    assert!(!with(false).contains("json_schema"));
    assert!(with(true).contains("rt::json_schema!"));
}
