//! Modules to a crate, the crate to a program, the program's output to outcomes.

use super::suite::Group;
use super::table::Outcome;
use super::through::Module;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Error, Write as _};
use std::path::Path;
use std::process::Command;

/// What became of the tests of a group.
#[derive(Debug)]
pub enum Outcomes {
    /// No code was generated, or it does not compile.
    None(String),
    /// Of each test, unless the program ended before.
    Each(Vec<Outcome>),
}

impl Outcomes {
    /// One for each test.
    pub fn of(self, count: usize) -> Vec<Outcome> {
        let (mut outcomes, missing) = match self {
            Outcomes::None(why) => (Vec::new(), Outcome::NoCode(why)),
            Outcomes::Each(outcomes) => (outcomes, Outcome::ended()),
        };
        outcomes.resize(count, missing);
        outcomes
    }
}

/// Compiles and runs a crate in `folder` with a module for each group.
pub fn run(folder: &Path, groups: &[Group], mut modules: Vec<Module>) -> Result<Vec<Outcomes>, String> {
    // Each round takes out what does not compile, so that one bad module hides no others.
    for _ in 0..10 {
        write(folder, groups, &modules).map_err(|error| error.to_string())?;
        let Some(errors) = compile(folder).map_err(|error| error.to_string())? else {
            return execute(groups, folder, modules).map_err(|error| error.to_string());
        };
        let bad = culprits(&errors);
        if bad.is_empty() {
            return Err(errors);
        }
        for index in bad {
            if let Some(module) = modules.get_mut(index) {
                *module = Err(format!("does not compile\n{}", excerpt(&errors, index)));
            }
        }
    }
    Err("gave up compiling".to_owned())
}

fn write(folder: &Path, groups: &[Group], modules: &[Module]) -> Result<(), Error> {
    let source = folder.join("src");
    fs::create_dir_all(&source)?;
    fs::write(folder.join("Cargo.toml"), manifest(folder))?;
    fs::copy(crate::root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let mut main = fs::read_to_string(crate::root().join("xtask/src/conformance/program.rs"))?;
    let mut calls = String::new();
    for (index, (group, module)) in groups.iter().zip(modules).enumerate() {
        let Ok(code) = module else { continue };
        let instances: Vec<&str> = group.tests.iter().map(|test| test.data.get()).collect();
        let instances = format!("pub const INSTANCES: &[&str] = &{instances:?};\n");
        replace(&source.join(format!("g{index:03}.rs")), &format!("{instances}{code}"))?;
        main.push_str(&format!("mod g{index:03};\n"));
        calls.push_str(&format!("    run({index}, g{index:03}::INSTANCES, g{index:03}::check);\n"));
    }
    main.push_str(&format!("fn main() {{\n    quiet();\n{calls}}}\n"));
    replace(&source.join("main.rs"), &main)
}

/// Writes a file unless that is what it says already, which spares a compilation.
fn replace(path: &Path, text: &str) -> Result<(), Error> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) { Ok(()) } else { fs::write(path, text) }
}

fn manifest(folder: &Path) -> String {
    let name = name(folder);
    let runtime = crate::root().join("crates/typeloom").display().to_string();
    format!(
        "[package]
name = \"{name}\"
edition = \"2024\"

[workspace]

[dependencies]
typeloom = {{ path = {runtime:?} }}
serde_json = {{ version = \"1\", features = [\"arbitrary_precision\"] }}

[profile.dev]
debug = 0
incremental = false
"
    )
}

/// The errors, where there are any. All drafts share what they depend on.
fn compile(folder: &Path) -> Result<Option<String>, Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--offline", "--target-dir"]).arg(target()).current_dir(folder);
    let output = cargo.env("RUSTFLAGS", "--cap-lints=allow").output()?;
    Ok((!output.status.success()).then(|| String::from_utf8_lossy(&output.stderr).into_owned()))
}

/// The name of the crate. They share a folder for what is compiled, where cargo takes crates of one name for the same.
fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn target() -> std::path::PathBuf {
    crate::root().join("target/conformance/target")
}

/// The modules that errors point at: ` --> src/g012.rs:5:1`.
fn culprits(errors: &str) -> BTreeSet<usize> {
    let places = errors.lines().filter_map(|line| line.trim_start().strip_prefix("--> src/g"));
    places.filter_map(|place| place.split('.').next()?.parse().ok()).collect()
}

/// The first error that points at a module.
fn excerpt(errors: &str, index: usize) -> String {
    let place = format!("src/g{index:03}.rs");
    let paragraph = errors.split("\n\n").find(|paragraph| paragraph.contains(&place));
    paragraph.unwrap_or_default().to_owned()
}

/// Runs the program, whose lines are: number of the group, number of the test, what became of it, and why.
fn execute(groups: &[Group], folder: &Path, modules: Vec<Module>) -> Result<Vec<Outcomes>, Error> {
    let output = Command::new(target().join("debug").join(name(folder))).current_dir(folder).output()?;
    std::io::stderr().write_all(&output.stderr)?;
    let mut outcomes: Vec<Outcomes> = modules
        .into_iter()
        .zip(groups)
        .map(|(module, group)| match module {
            Ok(_) => Outcomes::Each(vec![Outcome::ended(); group.tests.len()]),
            Err(why) => Outcomes::None(why),
        })
        .collect();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let mut cells = line.splitn(4, '\t');
        let mut number = || cells.next().and_then(|cell| cell.parse::<usize>().ok());
        let (Some(group), Some(test)) = (number(), number()) else { continue };
        let (what, why) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default().to_owned());
        let Some(Outcomes::Each(tests)) = outcomes.get_mut(group) else { continue };
        let Some(place) = tests.get_mut(test) else { continue };
        *place = match what {
            "accepted" => Outcome::Accepted,
            "refused" => Outcome::Refused(why),
            "changed" => Outcome::Changed(why),
            _ => Outcome::Crashed(why),
        };
    }
    Ok(outcomes)
}
