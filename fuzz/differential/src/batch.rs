//! Many schemas to one scratch crate: generated, compiled, run on all instances.

use crate::Case;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;
use typeloom_build::options::{Formats, Numbers, Options};

/// What the generated type says of one instance.
pub struct Verdict {
    pub valid: bool,
    pub round_trips: bool,
    pub message: String,
}

/// What became of a batch.
pub struct Outcome {
    /// By case; [`None`] where the schema was refused.
    pub verdicts: Vec<Option<Vec<Verdict>>>,
    /// Why schemas were refused.
    pub refused: Vec<String>,
}

const MAIN: &str = r#"
fn read<T>(text: &str) -> serde_json::Value
where
    T: for<'de> typeloom::Read<'de> + typeloom::Validate + typeloom::Write,
{
    match typeloom::from_str::<typeloom::Valid<T>>(text) {
        Ok(value) => {
            let written = typeloom::to_string(&value).unwrap_or_default();
            let same = typeloom::from_str::<typeloom::Value>(&written).ok() == typeloom::from_str(text).ok();
            serde_json::json!({"valid": true, "same": same, "says": ""})
        }
        Err(error) => serde_json::json!({"valid": false, "same": true, "says": error.to_string()}),
    }
}

fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).expect("a file")).expect("text");
    let cases: Vec<(usize, Vec<String>)> = serde_json::from_str(&text).expect("cases");
    let verdicts: Vec<Vec<serde_json::Value>> = cases
        .iter()
        .map(|(case, instances)| instances.iter().map(|instance| dispatch(*case, instance)).collect())
        .collect();
    println!("{}", serde_json::to_string(&verdicts).expect("JSON"));
}
"#;

/// Compiles the types of all cases together and runs them.
pub fn verdicts(cases: &[Case]) -> Outcome {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/differential");
    let (mut modules, mut dispatch) = (String::new(), String::new());
    let (mut refused, mut generated) = (Vec::new(), Vec::new());
    let options = Options {
        exact: true,
        formats: Formats::Annotate,
        numbers: Numbers::Exact,
        root: Some("Root".to_owned()),
        ..Options::default()
    };
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    for (index, case) in cases.iter().enumerate() {
        let path = folder.join("schema.json");
        std::fs::write(&path, case.schema.to_string()).expect("written");
        let outcome = typeloom_build::generate(&[path], &options);
        match outcome.code() {
            Some(code) => {
                let _ = writeln!(modules, "#[allow(warnings)]\nmod s{index} {{\n{code}\n}}");
                let _ = writeln!(dispatch, "        {index} => read::<s{index}::Root>(instance),");
                generated.push(index);
            }
            None => {
                let texts: Vec<String> = outcome.diagnostics.iter().map(|one| one.to_text(&outcome.sources)).collect();
                refused.push(format!("schema {}: {}\n{}", case.number, case.schema, texts.join("\n")));
            }
        }
    }
    let code = format!(
        "{modules}\nfn dispatch(case: usize, instance: &str) -> serde_json::Value {{\n    match case {{\n{dispatch}        _ => unreachable!(),\n    }}\n}}\n{MAIN}"
    );
    std::fs::write(folder.join("src/main.rs"), code).expect("written");
    let runtime = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../crates/typeloom");
    let manifest = format!(
        "[workspace]\n[package]\nname = \"scratch\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\nserde_json = \"1\"\ntypeloom = {{ path = {:?} }}\n[profile.dev]\ndebug = false\nincremental = false\n",
        runtime.display().to_string()
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    let texts: Vec<Value> = generated
        .iter()
        .map(|&index| json!([index, cases[index].instances.iter().map(Value::to_string).collect::<Vec<_>>()]))
        .collect();
    std::fs::write(folder.join("instances.json"), Value::Array(texts).to_string()).expect("written");
    let output = Command::new("cargo")
        .args(["run", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg(folder.join("instances.json"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "the generated code fails:\n{}", String::from_utf8_lossy(&output.stderr));
    let results: Vec<Vec<Value>> = serde_json::from_slice(&output.stdout).expect("verdicts");
    let mut verdicts: Vec<Option<Vec<Verdict>>> = cases.iter().map(|_| None).collect();
    for (index, result) in generated.into_iter().zip(results) {
        let verdict = |one: Value| Verdict {
            valid: one["valid"] == true,
            round_trips: one["same"] == true,
            message: one["says"].as_str().unwrap_or_default().to_owned(),
        };
        verdicts[index] = Some(result.into_iter().map(verdict).collect());
    }
    Outcome { verdicts, refused }
}
