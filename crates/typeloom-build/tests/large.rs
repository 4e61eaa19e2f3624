//! Documents that make more code than they look like, and types within types within types.

use std::fs;
use std::path::PathBuf;
use typeloom_build::diagnostic::Code;
use typeloom_build::{Outcome, generate};

fn outcome(name: &str, text: &str) -> Outcome {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("large");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(format!("{name}.json"));
    fs::write(&path, text).expect("a document");
    generate(&[path], &Default::default())
}

/// So many types, each with one more member than the one before.
fn chain(types: usize) -> Outcome {
    let mut definitions = vec![r#""A0": {"type": "object", "properties": {"f0": {"type": "string"}}}"#.to_owned()];
    for index in 1..types {
        let before = index - 1;
        definitions.push(format!(
            r##""A{index}": {{"allOf": [{{"$ref": "#/$defs/A{before}"}}, {{"type": "object", "properties": {{"f{index}": {{"type": "string"}}}}}}]}}"##
        ));
    }
    outcome(&format!("chain{types}"), &format!(r#"{{"$defs": {{{}}}}}"#, definitions.join(",")))
}

#[test]
fn all_of_that_makes_much_of_little_is_told() {
    let large = chain(80);
    let said: Vec<_> = large.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::Repeated).collect();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].message, "80 properties become 3240 fields: `allOf` repeats them in 79 types");
    assert_eq!(said[0].label, "80 of the 80 fields of this type are those of other schemas");
    assert!(said[0].span.is_some() && said[0].help.is_some());
    assert!(!chain(40).diagnostics.iter().any(|diagnostic| diagnostic.code == Code::Repeated));
}

#[test]
fn types_in_types_stand_in_a_box_every_so_many_levels() {
    let text = format!(
        r#"{}{{"type": "string"}}{}"#,
        r#"{"type": "object", "required": ["a"], "properties": {"a": "#.repeat(120),
        "}}".repeat(120)
    );
    let code = outcome("nested", &text).code().expect("code");
    let boxes = code.lines().filter(|line| line.trim_start().starts_with("pub a:") && line.contains("Box<")).count();
    assert_eq!(boxes, 4);
}
