//! What a build script says to cargo: whatever files are called, each line is one of ours.
#![cfg(unix)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// Names the folder that the test below is to build, as a build script would.
const FOLDER: &str = "TYPELOOM_TEST_FOLDER";

const INJECTED: &str = "x\ncargo::warning=INJECTED\ncargo::rustc-env=PWNED=1\n\u{1b}[31m\u{9b}y";

/// This program is its own build script.
#[test]
fn as_a_build_script() {
    if let Some(folder) = env::var_os(FOLDER) {
        typeloom_build::Config::new().build(PathBuf::from(folder));
    }
}

fn folder(test: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cargo-lines").join(test);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).expect("a folder");
    root
}

fn write(path: &Path) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    let text = r#"{"title": "User", "type": "object", "properties": {"id": {"type": "string", "format": "zzz"}}}"#;
    fs::write(path, text).expect("a file");
}

fn build(root: &Path, schemas: &Path) -> Output {
    let program = env::current_exe().expect("a test is a program");
    let mut command = Command::new(program);
    command.args(["--exact", "as_a_build_script", "--nocapture"]);
    command.env(FOLDER, schemas).env("OUT_DIR", root).output().expect("it runs")
}

/// The lines for cargo: none of them is another than what a path or a message began.
fn said(output: &Output) -> Vec<String> {
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    let lines: Vec<String> = text.lines().filter(|line| line.contains("cargo::")).map(str::to_owned).collect();
    for line in &lines {
        let ours = line.starts_with("cargo::rerun-if-changed=") || line.starts_with("cargo::warning=");
        assert!(ours && !line.starts_with("cargo::warning=INJECTED"), "{line:?}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    lines
}

#[test]
fn a_document_whose_name_would_be_a_line_for_cargo_is_refused() {
    let root = folder("document");
    let schemas = root.join("schemas");
    write(&schemas.join("acme/user.json"));
    let output = build(&root, &schemas);
    assert!(output.status.success());
    assert!(said(&output).iter().any(|line| line.ends_with("[unknown-format]")), "{output:?}");
    for odd in [format!("acme/{INJECTED}.json"), format!("acme/{INJECTED}/team.json"), format!("{INJECTED}/team.json")]
    {
        write(&schemas.join(&odd));
        let output = build(&root, &schemas);
        assert_eq!(output.status.code(), Some(1), "{odd:?}");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(stderr.contains(r"x\u{a}cargo::warning=INJECTED\u{a}"), "{stderr}");
        assert!(stderr.contains("holds control characters"), "{stderr}");
        assert!(!stderr.replace('\n', "").contains(char::is_control), "{stderr:?}");
        said(&output);
        fs::remove_dir_all(&schemas).expect("it was written");
    }
}

#[test]
fn a_folder_whose_name_would_be_a_line_for_cargo_is_refused() {
    let root = folder("folder");
    let schemas = root.join(INJECTED);
    write(&schemas.join("acme/user.json"));
    let output = build(&root, &schemas);
    assert_eq!(output.status.code(), Some(1));
    assert!(!said(&output).is_empty());
}
