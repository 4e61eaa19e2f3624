//! What a `vendor.toml` may say, and what is said when it is wrong.

use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::diagnostic::Sink;
use typeloom_build::source::Sources;
use typeloom_build::{generate, manifest};

/// The diagnostics of a vendor with one document, `user.json`, and this manifest.
///
/// Errors alone: with a malformed manifest the remotes are not known as such, and are read as documents.
fn errors(test: &str, manifest: &str) -> Vec<String> {
    let mut said = said(test, manifest);
    said.retain(|text| text.starts_with("error"));
    said
}

fn said(test: &str, manifest: &str) -> Vec<String> {
    let root = vendor(test, manifest);
    let outcome = generate(std::slice::from_ref(&root), &Default::default());
    let root = root.to_str().expect("a path in UTF-8");
    outcome.diagnostics.iter().map(|diagnostic| diagnostic.to_text(&outcome.sources).replace(root, "acme")).collect()
}

fn vendor(test: &str, manifest: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("manifest").join(test).join("acme");
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("remotes")).expect("a folder");
    let schema = r#"{"title": "User", "type": "object", "required": ["id"], "properties": {
        "id": {"type": "string"}, "name": {"type": ["string", "null"]},
        "address": {"type": "object", "properties": {"zip_code": {"type": "string"}}}}}"#;
    fs::write(root.join("user.json"), schema).expect("a file");
    fs::write(root.join("remotes/a.json"), schema).expect("a file");
    fs::write(root.join("vendor.toml"), manifest).expect("a file");
    root
}

#[test]
fn an_unknown_key_is_shown_at_its_place() {
    let expected = "\
error[manifest]: `vendor.toml` is malformed
 --> acme/vendor.toml:2:1
  |
2 | secrt = true
  | ^^^^^ unknown field `secrt`, expected one of `rename`, `wire_names`, `secret`, `fields`, `because`";
    assert_eq!(errors("unknown-key", "[types.User]\nsecrt = true\n"), [expected]);
}

#[test]
fn malformed_toml_is_shown_at_its_place() {
    let said = errors("syntax", "wire_names = \"camelCase\"\n[types\n");
    assert!(said[0].starts_with("error[manifest]: `vendor.toml` is malformed\n --> acme/vendor.toml:2:"), "{said:?}");
}

#[test]
fn a_word_that_is_not_known_is_shown_with_those_that_are() {
    let expected = "\
error[manifest]: `vendor.toml` is malformed
 --> acme/vendor.toml:1:14
  |
1 | wire_names = \"camel\"
  |              ^^^^^^^ unknown variant `camel`, expected one of `camelCase`, `snake_case`, `PascalCase`, `kebab-case`, `as-written`";
    assert_eq!(errors("word", "wire_names = \"camel\"\n"), [expected]);
}

#[test]
fn what_contradicts_the_document_needs_a_reason() {
    let expected = "\
error[manifest]: the entry of `id` gives no reason
 --> acme/vendor.toml:1:20
  |
1 | [types.User.fields.id]
  |                    ^^ `required` and `null` say otherwise than the document
  |
  = help: write `because = \"..\"`: how it is known";
    assert!(said("reason", "[types.User.fields.id]\nrequired = false\n").contains(&expected.to_owned()));
}

#[test]
fn an_ignored_file_that_is_not_there_is_an_error() {
    let expected = "\
error[unused-override]: there is no file `notes.md` to ignore
 --> acme/vendor.toml:2:8
  |
2 | file = \"notes.md\"
  |        ^^^^^^^^^^
  |
  = help: take this entry out";
    let manifest = "[[ignore]]\nfile = \"notes.md\"\nbecause = \"prose\"\n[[ignore]]\nfile = \"remotes/a.json\"\nbecause = \"test\"\n";
    assert_eq!(said("ignore", manifest), [expected]);
}

#[test]
fn a_folder_of_remotes_that_is_not_there_is_an_error() {
    let expected = "\
error[manifest]: there is no folder `nowhere`
 --> acme/vendor.toml:2:18
  |
2 | \"https://a.b/\" = \"nowhere\"
  |                  ^^^^^^^^^
  |
  = help: write a folder, relative to the one of the manifest";
    let manifest = "[remotes]\n\"https://a.b/\" = \"nowhere\"\n\"https://b.c\" = \"remotes\"\n";
    assert_eq!(said("remotes", manifest), [expected]);
}

/// Whether a manifest is read without complaint.
fn reads(text: &str) -> bool {
    let (mut sources, mut sink) = (Sources::default(), Sink::new());
    let id = sources.add("vendor.toml", text);
    manifest::read(id, &sources, &mut sink);
    !sink.has_errors()
}

#[test]
fn the_schema_for_editors_allows_what_is_read_and_nothing_else() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../vendor.schema.json")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let valid = |text: &str| {
        let manifest: serde_json::Value = toml::from_str(text).expect("it is TOML");
        let (read, allowed) = (reads(text), validator.is_valid(&manifest));
        assert_eq!(read, allowed, "{text}");
        allowed
    };
    for good in [
        "",
        "wire_names = \"camelCase\"\nformats = \"annotate\"\nnumbers = \"exact\"\nexact = true",
        "[[ignore]]\nfile = \"a.md\"\nbecause = \"prose\"",
        "[types.A]\nrename = \"B\"\nsecret = false\n[types.A.fields.\"/a/b\"]\nwire = \"c\"\nnull = true\nbecause = \"seen\"",
        "[remotes]\n\"https://example.com/\" = \"far\"",
        "[sources.\"a.json\"]\nurl = \"https://example.com/\"\nschemas = [\"A*\"]\n[sources.\"b.json\"]\nmanual = true",
    ] {
        assert!(valid(good), "{good}");
    }
    for bad in [
        "wirenames = \"camelCase\"",
        "wire_names = \"camelcase\"",
        "formats = true",
        "[[ignore]]\nfile = \"a.md\"",
        "[types.A]\nrequired = true",
        "[types.A.fields.b]\nwire = 1",
        "[sources.\"a.json\"]\nuri = \"https://example.com/\"",
        "[sources.\"a.json\"]\nschemas = \"A*\"",
    ] {
        assert!(!valid(bad), "{bad}");
    }
}

#[test]
fn the_manifests_of_the_repository_refer_to_the_schema_for_editors() {
    // In a package of this crate alone there are none.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path().join("vendor.toml");
        if let Ok(text) = fs::read_to_string(&path) {
            let schema = text.lines().next().and_then(|line| line.strip_prefix("#:schema "));
            let schema = schema.unwrap_or_else(|| panic!("{}: the first line names no schema", path.display()));
            assert!(entry.path().join(schema).is_file(), "{}: {schema} is not there", path.display());
        }
    }
}
