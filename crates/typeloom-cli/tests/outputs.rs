//! What becomes of the files that are written: nothing that was there is lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const USER: &str =
    r#"{"title": "User", "type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}"#;

/// A folder of its own for each test, with a document and a folder of documents in it.
fn folder(test: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outputs").join(test);
    let _ = fs::remove_dir_all(&root);
    write(&root, "user.json", USER);
    write(&root, "schemas/acme/user.json", USER);
    write(&root, "schemas/acme/vendor.toml", "numbers = \"exact\"\n");
    root
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn read(root: &Path, name: &str) -> String {
    fs::read_to_string(root.join(name)).expect("it is there")
}

fn run(program: &Path, root: &Path, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).current_dir(root).output().expect("it runs")
}

fn typeloom(root: &Path, arguments: &[&str]) -> Output {
    run(Path::new(env!("CARGO_BIN_EXE_typeloom")), root, arguments)
}

/// Exit code, standard output, standard error.
fn ended(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// The names in a folder.
fn names(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn refused(root: &Path, arguments: &[&str], path: &str) {
    let said = format!("error: `{path}` is one of the documents: give `--out` another name\n");
    assert_eq!(ended(&typeloom(root, arguments)), (Some(2), String::new(), said));
}

#[test]
fn a_document_is_not_written_over() {
    let root = folder("input");
    write(&root, "schemas/names.lock", "");
    let document = root.join("user.json");
    for out in ["user.json", "./user.json", "schemas/../user.json", document.to_str().expect("text")] {
        refused(&root, &["generate", "user.json", "--out", out], out);
    }
    for out in ["schemas/acme/user.json", "schemas/acme/vendor.toml", "schemas/names.lock"] {
        refused(&root, &["generate", "schemas/acme", "--out", out], out);
    }
    write(&root, "team.schema.json", USER);
    refused(&root, &["export", "team.schema.json", "--out", "."], "./team.schema.json");
    for name in ["user.json", "schemas/acme/user.json", "team.schema.json"] {
        assert_eq!(read(&root, name), USER);
    }
    // Another document is none of them.
    write(&root, "old.json", USER);
    assert_eq!(typeloom(&root, &["generate", "user.json", "--out", "old.json"]).status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_document_is_not_written_over_through_links() {
    let root = folder("input-links");
    std::os::unix::fs::symlink("user.json", root.join("out.rs")).expect("a link");
    std::os::unix::fs::symlink("schemas", root.join("linked")).expect("a link");
    refused(&root, &["generate", "user.json", "--out", "out.rs"], "out.rs");
    refused(&root, &["generate", "out.rs", "--out", "user.json"], "user.json");
    refused(&root, &["generate", "schemas/acme", "--out", "linked/acme/user.json"], "linked/acme/user.json");
    assert_eq!((read(&root, "user.json"), read(&root, "schemas/acme/user.json")), (USER.to_owned(), USER.to_owned()));
}

#[test]
fn a_dash_is_standard_output() {
    let root = folder("dash");
    assert_eq!(typeloom(&root, &["generate", "user.json", "--out", "user.rs"]).status.code(), Some(0));
    let code = read(&root, "user.rs");
    assert_eq!(ended(&typeloom(&root, &["generate", "user.json", "--out", "-"])), (Some(0), code, String::new()));
    assert_eq!(typeloom(&root, &["export", "user.json", "--out", "."]).status.code(), Some(0));
    let schema = read(&root, "user.schema.json");
    assert_eq!(ended(&typeloom(&root, &["export", "user.json", "--out", "-"])), (Some(0), schema, String::new()));
    let (code, _, said) = ended(&typeloom(&root, &["export", "user.json", "schemas/acme", "--out", "-"]));
    assert_eq!(code, Some(2));
    assert!(said.contains("give one document"), "{said}");
    assert_eq!(names(&root), ["schemas", "user.json", "user.rs", "user.schema.json"]);
}

#[test]
fn a_file_that_holds_it_already_keeps_its_time() {
    let root = folder("same");
    for arguments in [&["generate", "user.json", "--out", "user.rs"][..], &["export", "user.json", "--out", "."]] {
        let out = root.join(if arguments[0] == "generate" { "user.rs" } else { "user.schema.json" });
        assert_eq!(typeloom(&root, arguments).status.code(), Some(0));
        let time = || fs::metadata(&out).expect("it is there").modified().expect("a time");
        let before = time();
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert_eq!(typeloom(&root, arguments).status.code(), Some(0));
        assert_eq!(time(), before);
        // Longer, shorter, another.
        for other in [format!("{}x", fs::read_to_string(&out).expect("text")), String::new(), "y".to_owned()] {
            let whole = fs::read_to_string(&out).expect("text");
            fs::write(&out, other).expect("a file");
            assert_eq!(typeloom(&root, arguments).status.code(), Some(0));
            assert_eq!(fs::read_to_string(&out).expect("text"), whole);
        }
    }
    assert_eq!(names(&root), ["schemas", "user.json", "user.rs", "user.schema.json"]);
}

/// As on a disk that is full: no file may become longer than a kilobyte.
#[cfg(unix)]
fn on_a_small_disk(root: &Path, killed: bool, arguments: &[&str]) -> Output {
    let signal = if killed { "" } else { "trap '' XFSZ; " };
    let script = format!("{signal}ulimit -f 1; exec \"$0\" \"$@\"");
    let arguments = [&["-c", &script, env!("CARGO_BIN_EXE_typeloom")], arguments].concat();
    run(Path::new("sh"), root, &arguments)
}

#[cfg(unix)]
#[test]
fn what_was_there_stays_when_it_cannot_be_written() {
    let root = folder("full");
    let members: Vec<String> = (0..100).map(|index| format!("\"m{index}\": {{\"type\": \"string\"}}")).collect();
    let big = USER.replace("\"id\": {", &format!("{}, \"id\": {{", members.join(", ")));
    write(&root, "schemas/acme/big.json", &big.replace("User", "Big"));
    write(&root, "big.json", &big);
    write(&root, "out/big.rs", "good");
    write(&root, "out/big.schema.json", "good");
    assert_eq!(typeloom(&root, &["names", "schemas", "--write"]).status.code(), Some(0));
    let lock = read(&root, "schemas/names.lock").replace("m1", "n1");
    write(&root, "schemas/names.lock", &lock);
    for arguments in [
        &["generate", "big.json", "--out", "out/big.rs"][..],
        &["export", "big.json", "--out", "out"],
        &["names", "schemas", "--write"],
    ] {
        let (code, _, said) = ended(&on_a_small_disk(&root, false, arguments));
        assert_eq!(code, Some(1), "{arguments:?}: {said}");
        assert!(said.contains("error: cannot write `"), "{said}");
        // Nothing is left of what was half written.
        assert_eq!((names(&root.join("out")).len(), names(&root.join("schemas")).len()), (2, 2));
        assert_eq!(on_a_small_disk(&root, true, arguments).status.code(), None, "{arguments:?}");
        assert_eq!((read(&root, "out/big.rs"), read(&root, "out/big.schema.json")), ("good".into(), "good".into()));
        assert_eq!(read(&root, "schemas/names.lock"), lock);
        for folder in ["out", "schemas"] {
            let left = names(&root.join(folder)).into_iter().filter(|name| name.starts_with(".regen-"));
            left.for_each(|name| fs::remove_file(root.join(folder).join(name)).expect("it is there"));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_a_device_a_device_and_a_mode_a_mode() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    let root = folder("kinds");
    write(&root, "real/user.rs", "old");
    fs::set_permissions(root.join("real/user.rs"), fs::Permissions::from_mode(0o640)).expect("a mode");
    std::os::unix::fs::symlink("real/user.rs", root.join("user.rs")).expect("a link");
    assert_eq!(typeloom(&root, &["generate", "user.json", "--out", "user.rs"]).status.code(), Some(0));
    assert!(root.join("user.rs").is_symlink());
    assert!(read(&root, "real/user.rs").contains("pub struct User"));
    let mode = fs::metadata(root.join("real/user.rs")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(typeloom(&root, &["generate", "user.json", "--out", "/dev/null"]).status.code(), Some(0));
    assert!(fs::metadata("/dev/null").expect("it is there").file_type().is_char_device());
    let (code, said, _) = ended(&typeloom(&root, &["generate", "user.json", "--out", "/dev/stdout"]));
    assert_eq!(code, Some(0));
    assert!(said.contains("pub struct User"));
    let (code, _, said) = ended(&typeloom(&root, &["generate", "user.json", "--out", "schemas"]));
    assert_eq!(code, Some(1));
    assert!(said.starts_with("error: cannot write `schemas`: "), "{said}");
}
