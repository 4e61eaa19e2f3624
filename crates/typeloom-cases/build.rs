//! Generates types as the build script of any crate does: from `schemas/`; and then those of every case.

#[path = "build/meta_schemas.rs"]
mod meta_schemas;
#[path = "build/second_opinion.rs"]
mod second_opinion;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use typeloom_build::Outcome;
use typeloom_build::model::{ItemKind, Model};

fn main() {
    typeloom_build::Config::new().build("schemas");
    cases();
    meta_schemas::generate();
    second_opinion::generate();
}

/// Each case that generates types becomes a module, and each of its types a row of a table that the tests look up.
fn cases() {
    println!("cargo::rerun-if-changed=cases");
    let (mut modules, mut rows) = (String::new(), String::new());
    for dialect in folders(Path::new("cases")) {
        writeln!(modules, "pub mod {} {{", name(&dialect)).expect("a string grows");
        // A golden says that the case generates types; `cargo xtask bless` writes it.
        for case in folders(&dialect).into_iter().filter(|case| case.join("model.txt").exists()) {
            let outcome = typeloom_build::generate(&[case.join("acme")], &Default::default());
            let path = format!("{}::{}", name(&dialect), name(&case));
            writeln!(modules, "pub mod {} {{\n{}\n}}", name(&case), code(&case, &outcome)).expect("a string grows");
            for item in names(&outcome.model) {
                let row =
                    format!("({:?}, {item:?}, probe::<crate::cases::{path}::acme::{item}>),", path.replace("::", "/"));
                writeln!(rows, "{row}").expect("a string grows");
            }
        }
        modules.push_str("}\n");
    }
    let table = format!("/// Every type of every case.\npub const TYPES: &[(&str, &str, Probe)] = &[\n{rows}];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("cases.rs"), modules).expect("the folder of cargo can be written");
    fs::write(out.join("types.rs"), table).expect("the folder of cargo can be written");
}

fn code(case: &Path, outcome: &Outcome) -> String {
    let Some(code) = outcome.code() else {
        for diagnostic in &outcome.diagnostics {
            eprintln!("{}\n", diagnostic.to_text(&outcome.sources));
        }
        panic!("{} generates no types any more: see `cargo xtask bless`", case.display());
    };
    code
}

/// The types that can be read on their own. Aliases are other names of types that the runtime has.
fn names(model: &Model) -> Vec<&str> {
    let items = model.modules.iter().flat_map(|module| &module.items);
    items
        .filter(|item| match item.kind {
            ItemKind::Struct(_)
            | ItemKind::Enum(_)
            | ItemKind::Union(_)
            | ItemKind::Newtype(_)
            | ItemKind::Alias(_) => true,
        })
        .map(|item| item.name.as_str())
        .collect()
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
