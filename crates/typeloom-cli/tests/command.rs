//! The command as people run it: arguments, files, exit codes, and what is said on which stream.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const USER: &str =
    r#"{"title": "User", "type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}"#;

/// A folder of its own for each test, with a good and a bad document in it.
fn folder(test: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(test);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("acme")).expect("a folder");
    fs::write(root.join("acme/user.json"), USER).expect("a file");
    fs::write(root.join("acme/team.json"), USER.replace("User", "Team")).expect("a file");
    fs::write(root.join("user.json"), USER).expect("a file");
    fs::write(root.join("bad.json"), USER.replace("\"string\"", "\"strin\"")).expect("a file");
    root
}

fn typeloom(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_typeloom")).args(arguments).current_dir(root).output().expect("the command runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the command writes UTF-8")
}

/// Runs what must succeed and say nothing but this on standard error.
fn good(root: &Path, arguments: &[&str], said: &str) -> String {
    let output = typeloom(root, arguments);
    assert_eq!(text(&output.stderr), said);
    assert_eq!(output.status.code(), Some(0));
    text(&output.stdout).to_owned()
}

/// Runs what must fail, and returns what it says on standard error.
fn bad(root: &Path, arguments: &[&str]) -> String {
    fails(root, arguments, 1)
}

/// Runs what makes no sense, and returns what it says on standard error.
fn wrong(root: &Path, arguments: &[&str]) -> String {
    fails(root, arguments, 2)
}

fn fails(root: &Path, arguments: &[&str], code: i32) -> String {
    let output = typeloom(root, arguments);
    assert_eq!(text(&output.stdout), "");
    assert_eq!(output.status.code(), Some(code), "{}", text(&output.stderr));
    text(&output.stderr).to_owned()
}

#[test]
fn generate_writes_the_types_of_a_file_at_the_top_level() {
    let root = folder("generate-file");
    assert_eq!(good(&root, &["generate", "user.json", "--out", "src/user.rs"], ""), "");
    let code = fs::read_to_string(root.join("src/user.rs")).expect("the file is written");
    assert!(code.contains("\npub struct User {"), "{code}");
}

#[test]
fn generate_writes_a_module_for_a_folder() {
    let root = folder("generate-folder");
    good(&root, &["generate", "acme", "--out", "acme.rs"], "");
    let code = fs::read_to_string(root.join("acme.rs")).expect("the file is written");
    assert!(code.contains("pub mod acme {"), "{code}");
    assert!(code.contains("    pub struct User {") && code.contains("    pub struct Team {"), "{code}");
}

#[test]
fn generate_twice_writes_the_same() {
    let root = folder("twice");
    good(&root, &["generate", "acme", "user.json", "--out", "one.rs"], "");
    good(&root, &["generate", "user.json", "acme", "--out", "two.rs"], "");
    let read = |name| fs::read_to_string(root.join(name)).expect("the file is written");
    assert_eq!(read("one.rs"), read("two.rs"));
}

#[test]
fn an_error_writes_nothing_and_says_where() {
    let root = folder("error");
    let said = bad(&root, &["generate", "bad.json", "--out", "bad.rs"]);
    assert!(said.starts_with("error[keyword-value]: unknown type `strin`\n --> bad.json:1:87\n"), "{said}");
    assert!(said.ends_with("\n\n1 error\n"), "{said}");
    assert!(!root.join("bad.rs").exists());
    assert!(bad(&root, &["export", "bad.json", "--out", "."]).contains("unknown type"));
    assert!(!root.join("bad.schema.json").exists());
}

#[test]
fn root_names_the_type_of_a_single_file() {
    let root = folder("root");
    good(&root, &["generate", "user.json", "--root", "Person", "--out", "person.rs"], "");
    let code = fs::read_to_string(root.join("person.rs")).expect("the file is written");
    assert!(code.contains("\npub struct Person {"), "{code}");
    let said = "error: `--root` names the root type of a single file: give one file\n";
    assert_eq!(wrong(&root, &["generate", "acme", "--root", "Person", "--out", "person.rs"]), said);
    assert_eq!(wrong(&root, &["check", "user.json", "bad.json", "--root", "Person"]), said);
}

#[test]
fn export_writes_a_schema_for_each_file_or_folder() {
    let root = folder("export");
    good(&root, &["export", "acme", "user.json", "--out", "out"], "");
    let read = |name| fs::read_to_string(root.join("out").join(name)).expect("the file is written");
    assert!(read("acme.schema.json").contains("\"$defs\""));
    assert!(read("user.schema.json").contains("https://json-schema.org/draft/2020-12/schema"));
}

#[test]
fn two_documents_that_would_be_exported_to_one_file_are_refused() {
    let root = folder("export-twins");
    fs::write(root.join("acme.json"), USER).expect("a file");
    let said = wrong(&root, &["export", "acme", "acme.json", "--out", "out"]);
    assert_eq!(said, "error: two of the documents would be written to `acme.schema.json`\n");
}

#[test]
fn check_says_how_much_there_is() {
    let root = folder("check");
    good(&root, &["check", "user.json"], "1 type\n");
    good(&root, &["check", "acme"], "2 types\n");
    assert!(bad(&root, &["check", "bad.json", "acme"]).ends_with("\n1 error\n"));
}

#[test]
fn check_prints_the_first_of_many_notes_and_all_when_asked() {
    let root = folder("check-many");
    let members: Vec<String> = (0..40).map(|index| format!("\"m{index}\": {{}}, \"_m{index}\": {{}}")).collect();
    fs::write(root.join("many.json"), USER.replace("\"id\": {", &format!("{},\"id\": {{", members.join(","))))
        .expect("a file");
    let said = |arguments: &[&str]| text(&typeloom(&root, arguments).stderr).to_owned();
    let some = said(&["check", "many.json"]);
    assert_eq!(some.matches("note[name-spelled]").count(), 3, "{some}");
    assert_eq!(some.matches("\n  = note: 37 more like this; `--all` shows them\n").count(), 1, "{some}");
    assert!(some.ends_with("\n1 type; 40 notes\n"), "{some}");
    let all = said(&["check", "many.json", "--all"]);
    assert_eq!(all.matches("note[name-spelled]").count(), 40, "{all}");
    assert!(!all.contains("more like this"), "{all}");
}

#[test]
fn show_prints_every_stage_and_one_type_of_it() {
    let root = folder("show");
    for stage in ["spec", "model", "rust"] {
        let all = good(&root, &["show", "acme", "--stage", stage], "");
        assert!(all.contains("User") && all.contains("Team"), "{all}");
        let one = good(&root, &["show", "acme", "--stage", stage, "--type", "User"], "");
        assert!(one.contains("User") && !one.contains("Team"), "{stage}: {one}");
        let none = bad(&root, &["show", "acme", "--stage", stage, "--type", "Nobody"]);
        assert_eq!(none, "error: there is no type `Nobody`\n");
    }
}

#[test]
fn wrong_arguments_fail_with_two_and_help_does_not() {
    let root = folder("arguments");
    assert!(wrong(&root, &["generate", "user.json"]).contains("--out"));
    assert!(wrong(&root, &["check"]).contains("DOC"));
    assert!(wrong(&root, &["regen", "--sideways"]).contains("--sideways"));
    assert!(bad(&root, &["check", "nowhere.json"]).starts_with("error[unreadable]: cannot read `nowhere.json`"));
    assert_eq!(typeloom(&root, &["--help"]).status.code(), Some(0));
}

#[test]
fn diff_says_what_changed_and_answers_with_its_exit_code() {
    let root = folder("diff");
    fs::write(root.join("new.json"), USER.replace("\"id\"]", "\"id\", \"at\"]")).expect("a file");
    fs::write(root.join("later.json"), USER.replace("\"string\"}", "\"string\", \"maxLength\": 9}")).expect("a file");
    let diff = |arguments: &[&str]| {
        let output = typeloom(&root, &[&["diff"], arguments].concat());
        (output.status.code(), text(&output.stdout).to_owned(), text(&output.stderr).to_owned())
    };
    assert_eq!(diff(&["user.json", "user.json"]), (Some(0), String::new(), String::new()));
    assert_eq!(diff(&["user.json", "user.json", "--semver"]), (Some(0), "nothing\n".to_owned(), String::new()));
    let (code, said, _) = diff(&["user.json", "later.json"]);
    assert_eq!(code, Some(1));
    assert_eq!(
        said,
        "(top level)\n└── User\n    └── ~ minor  breaks writers  `id`: rule `maxLength 9` added\n\n\
         1 change in 1 type: 1 breaks writers. Version: minor.\n"
    );
    assert_eq!(diff(&["user.json", "later.json", "--semver"]).1, "minor\n");
    assert!(diff(&["user.json", "later.json", "--markdown"]).1.starts_with("**minor**: 1 change in 1 type"));
    assert!(diff(&["user.json", "later.json", "--changelog"]).1.starts_with("### Changed\n\n- `User`: "));
    assert!(diff(&["user.json", "later.json", "--json"]).1.starts_with("{\n  \"verdict\": \"minor\""));
    assert!(diff(&["user.json", "acme"]).1.contains("Team"));
    // What cannot be compared is no answer.
    for bad in
        [&["user.json"][..], &["user.json", "bad.json"], &["nowhere.json", "user.json"], &["a", "b", "--sideways"]]
    {
        let (code, said, why) = diff(bad);
        assert_eq!((code, said.as_str()), (Some(2), ""), "{why}");
        assert!(!why.is_empty());
    }
}

#[test]
fn names_are_printed_written_and_checked() {
    let root = folder("names");
    fs::create_dir_all(root.join("schemas")).expect("a folder");
    fs::rename(root.join("acme"), root.join("schemas/acme")).expect("a folder");
    let printed = good(&root, &["names", "schemas"], "");
    assert!(printed.contains("\n[acme.User]\ntitle = \"User\"\nat = \"user.json#\"\n"), "{printed}");
    let said = bad(&root, &["names", "schemas", "--check"]);
    assert_eq!(said, "error: `schemas/names.lock` is not up to date: run `typeloom names schemas --write`\n");
    assert_eq!(good(&root, &["names", "schemas", "--write"], ""), "");
    assert_eq!(fs::read_to_string(root.join("schemas/names.lock")).expect("the lock is written"), printed);
    assert_eq!(good(&root, &["names", "schemas", "--check"], ""), "");
    fs::remove_file(root.join("schemas/acme/team.json")).expect("a file");
    let said = bad(&root, &["names", "schemas", "--check"]);
    assert!(said.contains("warning[stale-name]: there is no type `Team` any more, which was called `Team`"), "{said}");
    fs::write(root.join("schemas/names.lock"), "[acme").expect("a file");
    for option in ["--write", "--check"] {
        assert!(bad(&root, &["names", "schemas", option]).starts_with("error[names-lock]: names.lock is damaged"));
    }
}
