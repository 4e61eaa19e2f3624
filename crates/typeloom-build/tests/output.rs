//! Where code is written to: whatever a file held before, it holds the code afterwards, and one that held it already
//! is left alone.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use typeloom_build::{Outcome, generate};

const SCHEMA: &str = r#"{"title": "Account", "type": "object", "properties": {"id": {"type": "string"}}}"#;

/// An empty folder, with what `schema` gives.
fn scene(name: &str, schema: &str) -> (PathBuf, Outcome) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("output").join(name);
    let _ = fs::remove_dir_all(&folder); // it need not be there
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("account.json"), schema).expect("a document");
    let outcome = generate(&[folder.join("account.json")], &Default::default());
    (folder, outcome)
}

#[test]
fn a_file_that_is_not_there_is_made_with_its_folders() {
    let (folder, outcome) = scene("new", SCHEMA);
    let path = folder.join("a/b/models.rs");
    assert!(outcome.write_code(&path).expect("written"));
    assert_eq!(fs::read_to_string(path).ok(), outcome.code());
}

#[test]
fn whatever_a_file_held_it_holds_the_code_afterwards() {
    let (folder, outcome) = scene("old", SCHEMA);
    let code = outcome.code().expect("code");
    let (path, half) = (folder.join("models.rs"), &code[..code.len() / 2]);
    let longer = format!("{code}{code}");
    let other = format!("{half}// {half}");
    for old in ["", "x", half, &longer, &other, &code.replace("Account", "Session"), "\u{fe}"] {
        fs::write(&path, old).expect("written");
        assert!(outcome.write_code(&path).expect("written"));
        assert_eq!(fs::read_to_string(&path).expect("a text"), code, "behind {old:?}");
    }
}

#[test]
fn a_file_that_holds_the_code_keeps_its_time_and_need_not_be_writable() {
    let (folder, outcome) = scene("same", SCHEMA);
    let path = folder.join("models.rs");
    assert!(outcome.write_code(&path).expect("written"));
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(long_ago)).expect("a time");
    let mut permissions = fs::metadata(&path).expect("there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("read only");
    assert!(outcome.write_code(&path).expect("nothing to write"));
    assert_eq!(fs::metadata(&path).and_then(|file| file.modified()).expect("a time"), long_ago);
}

#[test]
fn where_there_is_an_error_the_file_stays() {
    let (folder, outcome) = scene("error", r#"{"type": "objekt"}"#);
    assert!(outcome.failed());
    let path = folder.join("models.rs");
    fs::write(&path, "as it was").expect("written");
    assert!(!outcome.write_code(&path).expect("nothing to do"));
    assert_eq!((fs::read_to_string(&path).expect("there").as_str(), outcome.code()), ("as it was", None));
}

#[test]
fn a_folder_is_no_file() {
    let (folder, outcome) = scene("folder", SCHEMA);
    assert!(outcome.write_code(&folder).is_err());
}
