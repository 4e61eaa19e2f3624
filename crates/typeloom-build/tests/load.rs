//! Which files become documents, and what is said of those that cannot.

use std::fs;
use std::path::{Path, PathBuf};
use typeloom_build::{Outcome, generate, generate_as_if, generate_vendors};

const SCHEMA: &str = "{\"title\": \"User\", \"type\": \"object\"}";

/// A folder of its own for each test, with these files in it.
fn folder(test: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("load").join(test);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).expect("a folder");
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    root
}

/// The diagnostics, with `$` for the folder of the test.
fn said(outcome: &Outcome, root: &Path) -> Vec<String> {
    let root = root.to_str().expect("a path in UTF-8");
    let texts = outcome.diagnostics.iter().map(|diagnostic| diagnostic.to_text(&outcome.sources).replace(root, "$"));
    texts.collect()
}

/// The texts that were read, with `$` for the folder of the test.
fn read(outcome: &Outcome, root: &Path) -> Vec<String> {
    let root = root.to_str().expect("a path in UTF-8");
    outcome.sources.iter().map(|(_, source)| source.path.replace(root, "$")).collect()
}

#[test]
fn a_folder_is_a_vendor_with_all_files_below_it_in_order_of_path() {
    let files: &[(&str, &[u8])] = &[
        ("acme/z.json", b"{\"title\": \"Z\"}"),
        ("acme/deep/b.json", b"{\"title\": \"B\"}"),
        ("acme/a.json", SCHEMA.as_bytes()),
        ("acme/.hidden", b"no"),
        ("acme/.git/config", b"no"),
        ("acme/a.json.rejected", b"no"),
        ("acme/vendor.lock", b"no"),
    ];
    let root = folder("order", files);
    let outcome = generate(&[root.join("acme")], &Default::default());
    assert_eq!(said(&outcome, &root), [""; 0]);
    assert_eq!(read(&outcome, &root), ["$/acme/a.json", "$/acme/deep/b.json", "$/acme/z.json"]);
    assert_eq!(outcome.specs[0].vendor, "acme");
}

#[test]
fn a_folder_of_vendors_has_one_for_each_folder() {
    let files: &[(&str, &[u8])] =
        &[("zeta/a.json", SCHEMA.as_bytes()), ("acme/a.json", SCHEMA.as_bytes()), (".DS_Store", b"\xff")];
    let root = folder("vendors", files);
    let outcome = generate_vendors(&root, &Default::default());
    assert_eq!(said(&outcome, &root), [""; 0]);
    assert_eq!(outcome.specs.iter().map(|spec| spec.vendor.as_str()).collect::<Vec<_>>(), ["acme", "zeta"]);
}

#[test]
fn a_file_is_a_vendor_of_one_document() {
    let root = folder("file", &[("user.schema.json", SCHEMA.as_bytes())]);
    let outcome = generate(&[root.join("user.schema.json")], &Default::default());
    assert_eq!(said(&outcome, &root), [""; 0]);
    assert_eq!(outcome.specs[0].vendor, "user");
}

#[test]
fn code_does_not_say_where_on_the_machine_the_documents_lie() {
    const RULES: &str = r##"{"title": "User", "type": "object", "properties": {"a": {"$ref": "#/components/schemas/Gone"}}, "not": {"const": 1}}"##;
    let page = "# Pet\n\n| Field | Type |\n| --- | --- |\n| name | string |\n".as_bytes();
    let files: &[(&str, &[u8])] = &[
        ("schemas/acme/deep/user.json", RULES.as_bytes()),
        ("schemas/acme/pet.md", page),
        ("schemas/one.json", RULES.as_bytes()),
    ];
    let (here, there) = (folder("checkout", files), folder("elsewhere/some/other/checkout", files));
    let code = |outcome: Outcome| outcome.code().expect("code");
    let vendors = |root: &Path| code(generate_vendors(&root.join("schemas"), &Default::default()));
    let of = |root: &Path, path: &str| code(generate(&[root.join(path)], &Default::default()));
    assert_eq!(vendors(&here), vendors(&there));
    assert!(vendors(&here).contains("From `schemas/acme/deep/user.json:1`."), "{}", vendors(&here));
    assert_eq!(of(&here, "schemas/acme"), of(&there, "schemas/acme"));
    assert!(of(&here, "schemas/acme").contains("From `acme/deep/user.json:1`."));
    assert_eq!(of(&here, "schemas/one.json"), of(&there, "schemas/one.json"));
    assert!(of(&here, "schemas/one.json").contains("From `one.json:1`."));
    // Whoever reads a diagnostic wants to open the file.
    let outcome = generate(&[here.join("schemas/one.json")], &Default::default());
    assert!(said(&outcome, &here).concat().contains("$/schemas/one.json:1:"), "{:?}", said(&outcome, &here));
}

/// Names of types that collide are made from where their documents lie in the vendor's folder, and from nothing above.
#[test]
fn names_do_not_tell_how_the_folder_was_given() {
    const A: &[u8] = br#"{"title": "A", "type": "object", "properties": {"a": {"type": "string"}}}"#;
    const B: &[u8] = br#"{"title": "A", "type": "array", "items": {"type": "boolean"}}"#;
    let files: &[(&str, &[u8])] = &[("acme/schemas/acme/x/acme/y.json", A), ("acme/schemas/acme/z/y.json", B)];
    let outer = folder("names_of_folders", files);
    let names = |path: PathBuf| -> Vec<String> {
        let outcome = generate(&[path], &Default::default());
        outcome.model.modules[0].items.iter().map(|item| item.name.clone()).collect()
    };
    let here = std::env::current_dir().expect("a folder");
    let upwards: PathBuf = here.components().skip(1).map(|_| "..").collect();
    let relative = upwards.join(outer.strip_prefix("/").unwrap_or(&outer)).join("acme/schemas/acme");
    assert_eq!(names(outer.join("acme/schemas/acme")), ["XAcmeYJsonA", "ZYJsonA"]);
    assert_eq!(names(relative), ["XAcmeYJsonA", "ZYJsonA"]);
}

#[test]
fn a_byte_order_mark_is_taken_off() {
    let root = folder("mark", &[("a.json", format!("\u{feff}{SCHEMA}").as_bytes())]);
    let outcome = generate(&[root.join("a.json")], &Default::default());
    assert_eq!(outcome.sources.iter().map(|(_, source)| source.text.as_str()).collect::<Vec<_>>(), [SCHEMA]);
}

#[test]
fn what_is_not_utf_8_is_shown_at_the_byte() {
    let root = folder("latin", &[("acme/a.json", b"{\n\"title\": \"caf\xe9\"}")]);
    let outcome = generate(&[root.join("acme")], &Default::default());
    let expected = "\
error[not-utf8]: `$/acme/a.json` is not UTF-8
 --> $/acme/a.json:2:14
  |
2 | \"title\": \"caf\u{fffd}\"}
  |              ^ byte 15 is 0xe9
  |
  = help: save it as UTF-8; if it is no document, move it or name it under `[[ignore]]` in `vendor.toml`";
    assert_eq!(said(&outcome, &root), [expected]);
    assert_eq!(outcome.code(), None);
}

#[test]
fn an_empty_folder_says_what_to_put_in() {
    let root = folder("empty", &[("acme/.keep", b"")]);
    let expected = "\
error[empty-folder]: no documents in `$/acme`
--> $/acme
 = help: put a document of the vendor into it: a JSON Schema, or a reference page with a table of fields";
    assert_eq!(said(&generate(&[root.join("acme")], &Default::default()), &root), [expected]);

    let root = folder("no-vendors", &[]);
    let expected = "\
error[empty-folder]: no vendors in `$`
--> $
 = help: make a folder in it, named after the vendor, and put the vendor's documents there";
    assert_eq!(said(&generate_vendors(&root, &Default::default()), &root), [expected]);
}

#[test]
fn what_is_not_there_is_named() {
    let root = folder("nothing", &[]);
    let outcome = generate(&[root.join("a.json"), root.join("b")], &Default::default());
    let said = said(&outcome, &root);
    assert!(said[0].starts_with("error[unreadable]: cannot read `$/a.json`: "), "{said:?}");
    assert!(said[1].starts_with("error[unreadable]: cannot read `$/b`: "), "{said:?}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_refused() {
    let root = folder("links", &[("acme/a.json", SCHEMA.as_bytes()), ("secret.json", SCHEMA.as_bytes())]);
    std::os::unix::fs::symlink(root.join("secret.json"), root.join("acme/b.json")).expect("a link");
    std::os::unix::fs::symlink(&root, root.join("acme/up")).expect("a link");
    let outcome = generate(&[root.join("acme")], &Default::default());
    let why = "it is a link that leads out of the folder";
    let expected = ["b.json", "up"]
        .map(|name| format!("error[unreadable]: cannot read `$/acme/{name}`: {why}\n--> $/acme/{name}"));
    assert_eq!(said(&outcome, &root), expected);
}

#[cfg(unix)]
#[test]
fn a_device_is_not_read() {
    let outcome = generate(&["/dev/zero".into()], &Default::default());
    assert_eq!(outcome.diagnostics.len(), 1);
    assert!(outcome.diagnostics[0].message.ends_with("it is no file"), "{}", outcome.diagnostics[0].message);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_circle_ends() {
    let root = folder("circle", &[("acme/a/a.json", SCHEMA.as_bytes())]);
    std::os::unix::fs::symlink(root.join("acme"), root.join("acme/a/again")).expect("a link");
    let outcome = generate(&[root.join("acme")], &Default::default());
    assert_eq!(outcome.diagnostics.len(), 1);
    assert!(outcome.failed());
}

#[test]
fn two_folders_of_one_name_are_refused() {
    let files: &[(&str, &[u8])] = &[("a/acme/a.json", SCHEMA.as_bytes()), ("b/acme/a.json", SCHEMA.as_bytes())];
    let root = folder("twins", files);
    let outcome = generate(&[root.join("b/acme"), root.join("a/acme")], &Default::default());
    let expected = "\
error[name-collision]: `acme` would be there twice at the top level of the code
 --> $/b/acme/a.json:1:1
  |
1 | {\"title\": \"User\", \"type\": \"object\"}
  | ^
  |
 ::: $/a/acme/a.json:1:1
  |
1 | {\"title\": \"User\", \"type\": \"object\"}
  | - the other one comes from here
  |
  = help: a folder becomes a module of its name: give one of them another, or put files into folders";
    assert_eq!(said(&outcome, &root), [expected]);
}

#[test]
fn the_order_of_the_arguments_does_not_show() {
    let files: &[(&str, &[u8])] = &[("b/b.json", SCHEMA.as_bytes()), ("a/a.json", SCHEMA.as_bytes())];
    let root = folder("arguments", files);
    let one = generate(&[root.join("a"), root.join("b")], &Default::default());
    let two = generate(&[root.join("b"), root.join("a")], &Default::default());
    assert_eq!(one.code(), two.code());
    assert!(!one.failed());
}

#[test]
fn files_can_be_read_as_if_they_had_other_texts_or_were_there() {
    let files: &[(&str, &[u8])] = &[
        ("acme/a.json", SCHEMA.as_bytes()),
        ("acme/b.json", b"\xff"),
        ("acme/vendor.toml", b"[remotes]\n\"https://example.com/\" = \"far\"\n"),
        ("acme/far/team.json", b"{"),
    ];
    let root = folder("as-if", files);
    let text = |name: &str, text: &str| (root.join("acme").join(name), text.to_owned());
    let texts = [
        text("b.json", "\u{feff}{\"title\": \"B\", \"$ref\": \"https://example.com/team.json\"}"),
        text("deep/c.json", "{\"title\": \"C\"}"),
        text("far/team.json", "{\"title\": \"Team\"}"),
        (root.join("beta/d.json"), "no".to_owned()),
    ];
    let outcome = generate_as_if(&[root.join("acme")], &texts.into(), &Default::default());
    assert_eq!(said(&outcome, &root), [""; 0]);
    let mut paths = read(&outcome, &root);
    paths.sort();
    let expected =
        ["$/acme/a.json", "$/acme/b.json", "$/acme/deep/c.json", "$/acme/far/team.json", "$/acme/vendor.toml"];
    assert_eq!(paths, expected);
    assert!(!root.join("acme/deep").exists());
}
