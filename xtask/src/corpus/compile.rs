//! Generated code to a crate, the crate to what the compiler says of it.

use super::process::{Moment, Whose};
use serde_json::Value;
use std::fs;
use std::io::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the compiler says.
#[derive(Clone, Debug, Default)]
pub struct Compiled {
    /// Seconds of processor, without those for what the crate depends on.
    pub seconds: f64,
    /// Errors and warnings.
    pub complaints: Vec<String>,
}

/// Runs a command of cargo on the code in `folder`.
pub fn compile(folder: &Path, command: &str) -> Compiled {
    match write(folder).and_then(|()| dependencies(folder, command)).and_then(|()| cargo(folder, command)) {
        Ok(compiled) => compiled,
        Err(error) => Compiled { seconds: 0.0, complaints: vec![format!("cannot compile: {error}")] },
    }
}

/// All documents share what they depend on.
fn target() -> PathBuf {
    crate::root().join("target/corpus/target")
}

fn write(folder: &Path) -> Result<(), Error> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let runtime = crate::root().join("crates/typeloom").display().to_string();
    let manifest = format!(
        "[package]
name = \"{name}\"
edition = \"2024\"

[workspace]

[dependencies]
typeloom = {{ path = {runtime:?} }}

[profile.dev]
incremental = false
"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(crate::root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(())
}

/// Compiles what the crate depends on, whose time does not count.
fn dependencies(folder: &Path, command: &str) -> Result<(), Error> {
    run(folder, &[command, "--package", "typeloom"]).map(|_| ())
}

fn cargo(folder: &Path, command: &str) -> Result<Compiled, Error> {
    // Compiled anew, whatever was there before.
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    run(folder, &["clean", "--package", &name])?;
    let moment = Moment::now(Whose::Children);
    let said = run(folder, &[command, "--message-format=json"])?;
    let seconds = moment.seconds();
    Ok(Compiled { seconds, complaints: said.lines().filter_map(complaint).collect() })
}

fn run(folder: &Path, arguments: &[&str]) -> Result<String, Error> {
    let mut cargo = Command::new("cargo");
    let (command, rest) = arguments.split_first().unwrap_or((&"check", &[]));
    cargo.arg(command).args(["--quiet", "--offline", "--target-dir"]).arg(target()).args(rest);
    let output = cargo.current_dir(folder).env_remove("RUSTFLAGS").output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.success() || said.lines().any(|line| complaint(line).is_some()) {
        true => Ok(said),
        false => Err(Error::other(String::from_utf8_lossy(&output.stderr).into_owned())),
    }
}

/// What a line of cargo's messages complains of.
fn complaint(line: &str) -> Option<String> {
    let message: Value = serde_json::from_str(line).ok()?;
    let message = message.get("message").filter(|_| message["reason"] == "compiler-message")?;
    let level = message["level"].as_str()?;
    let rendered = message["rendered"].as_str().unwrap_or_default();
    // The last message sums up, without a place.
    let sums_up = message["spans"].as_array().is_none_or(Vec::is_empty);
    (matches!(level, "warning" | "error") && !sums_up).then(|| rendered.to_owned())
}
