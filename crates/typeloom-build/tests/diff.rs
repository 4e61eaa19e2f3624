//! Comparing models through the public interface. What a single change is called and how it is judged is shown by the
//! folders of `typeloom-cases/diff`; here are vendors, the pieces of a report, and models that are far apart.

use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::diff::{Changes, Effect, Kind, Verdict, compare};
use typeloom_build::model::Model;
use typeloom_build::{generate, generate_vendors};

fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff").join(test);
    let _ = fs::remove_dir_all(&root);
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    root
}

fn vendors(test: &str, files: &[(&str, &str)]) -> Model {
    let outcome = generate_vendors(&folder(test, files), &Default::default());
    assert!(!outcome.failed(), "{:?}", outcome.diagnostics);
    outcome.model
}

fn kinds(changes: &Changes) -> Vec<Kind> {
    changes.iter().map(|change| change.kind).collect()
}

const USER: &str = r#"{"title": "User", "type": "object", "properties": {"id": {"type": "string"}}}"#;
const TEAM: &str = r#"{"title": "Team", "type": "object", "properties": {"id": {"type": "string"}}}"#;

#[test]
fn vendors_come_and_go() {
    let one = vendors("one", &[("acme/user.json", USER)]);
    let two = vendors("two", &[("acme/user.json", USER), ("globex/user.json", USER), ("globex/team.json", TEAM)]);
    let added = compare(&one, &two);
    assert_eq!(kinds(&added), [Kind::VendorAdded]);
    assert_eq!(added.vendors[0].vendor.as_deref(), Some("globex"));
    assert_eq!((added.verdict(), added.of_vendor("acme").verdict()), (Verdict::Minor, Verdict::Nothing));
    assert_eq!(added.of_vendor("globex"), added);
    let text = "globex\n└── + minor  compatible      vendor added: 2 types\n\n1 change: no JSON breaks. \
                Version: minor.\n";
    assert_eq!(added.to_text(false), text);
    assert_eq!(added.to_changelog(), "### Added\n\n- `globex`: vendor added: 2 types.\n");
    let removed = compare(&two, &one);
    assert_eq!(kinds(&removed), [Kind::VendorRemoved]);
    assert_eq!(
        (removed.verdict(), removed.vendors[0].change.as_ref().map(|change| change.effect)),
        (Verdict::Major, Some(Effect::BOTH))
    );
}

#[test]
fn single_files_at_the_top_level_are_paired() {
    let old = vendors("files-old", &[("user.json", USER), ("team.json", TEAM)]);
    let new = vendors("files-new", &[("user.json", USER), ("team.json", &TEAM.replace("string", "integer"))]);
    let changes = compare(&old, &new);
    assert_eq!(kinds(&changes), [Kind::Retyped]);
    assert_eq!(changes.vendors[0].types[0].name, "Team");
}

#[test]
fn two_single_documents_are_compared_whatever_they_are_called() {
    let root = folder("names", &[("old.json", USER), ("new.json", &USER.replace("User", "Person"))]);
    let [old, new] = ["old.json", "new.json"].map(|name| generate(&[root.join(name)], &Default::default()).model);
    let changes = compare(&old, &new);
    // One member in common is no evidence.
    assert_eq!(kinds(&changes), [Kind::TypeAdded, Kind::TypeRemoved]);
    assert!(compare(&old, &old).is_empty());
    assert_eq!(compare(&old, &old).to_text(true), "");
    assert_eq!(compare(&old, &old).to_markdown(), "");
}

#[test]
fn docs_of_many_types_are_one_line() {
    let described = |what: &str| USER.replace("\"string\"", &format!("\"string\", \"description\": \"{what}\""));
    let files = |what: &str| {
        let of = |name: &str| (format!("acme/{name}.json"), described(what).replace("User", name));
        ["A", "B", "C", "D"].map(of)
    };
    let model = |test: &str, what: &str| {
        let files = files(what);
        vendors(test, &files.each_ref().map(|(name, text)| (name.as_str(), text.as_str())))
    };
    let changes = compare(&model("docs-old", "Who."), &model("docs-new", "Which."));
    let text = changes.to_text(false);
    assert!(text.contains("└── ~ patch  compatible      docs differ of `A`, `B`, `C` and 1 more\n"), "{text}");
    assert!(changes.to_changelog().contains("- Docs of `acme::A`, `acme::B`, `acme::C`, `acme::D`."));
    assert_eq!((changes.verdict(), changes.iter().count()), (Verdict::Patch, 4));
}

#[test]
fn colours_are_only_there_when_asked_for() {
    let old = vendors("colour-old", &[("acme/user.json", USER)]);
    let new = vendors("colour-new", &[("acme/user.json", &USER.replace("string", "integer"))]);
    let changes = compare(&old, &new);
    assert!(changes.to_text(true).contains("\u{1b}[") && !changes.to_text(false).contains('\u{1b}'));
}

#[test]
fn hostile_names_stay_text() {
    let hostile = r##"{"type": "object", "properties": {"a\u001b[31m`b\n# c": {"type": "string", "pattern": "`x`"}}}"##;
    let root = folder("hostile", &[("old.json", hostile), ("new.json", r#"{"type": "object", "properties": {}}"#)]);
    let [old, new] = ["old.json", "new.json"].map(|name| generate(&[root.join(name)], &Default::default()).model);
    for changes in [compare(&old, &new), compare(&new, &old)] {
        for text in [changes.to_text(false), changes.to_markdown(), changes.to_changelog()] {
            assert!(!text.contains('\u{1b}') && !text.contains("\n# c"), "{text}");
        }
    }
}

/// Rules that refer to rules in circles, and two models with nothing in common, are compared in a moment.
#[test]
fn large_and_circular_models_are_compared() {
    let schema = |prefix: &str| {
        let definitions: Vec<String> = (0..60)
            .map(|index| {
                let next = (index + 1) % 60;
                format!(
                    r##""{prefix}{index}": {{"type": "object", "properties": {{"{prefix}_{index}": {{"type": "string"}}}},
                    "not": {{"items": {{"$ref": "#/$defs/{prefix}{next}"}}, "required": ["{prefix}"]}}}}"##
                )
            })
            .collect();
        format!(r#"{{"$defs": {{{}}}}}"#, definitions.join(","))
    };
    let root = folder("large", &[("old.json", &schema("alpha")), ("new.json", &schema("omega"))]);
    let [old, new] = ["old.json", "new.json"].map(|name| generate(&[root.join(name)], &Default::default()).model);
    assert_eq!((old.modules[0].items.len(), new.modules[0].items.len()), (60, 60));
    assert!(compare(&old, &old).is_empty());
    assert_eq!(compare(&old, &new).iter().count(), 120);
}
