//! What a manifest changes in what was read.

use std::fs;
use std::path::Path;
use typeloom_build::spec::{Evidence, Field, Keyword, Kind, Spec, Stated};
use typeloom_build::{Outcome, generate};

const USER: &str = r##"{
  "title": "User", "type": "object", "required": ["id", "token"],
  "properties": {
    "id": {"type": "string"},
    "token": {"type": "string"},
    "state": {"type": "string", "enum": ["on", "off"]},
    "nick": {"type": ["string", "null"]},
    "address": {"type": "object", "properties": {"zip": {"type": "string"}}},
    "phones": {"type": "array", "items": {"type": "object", "properties": {"number": {"type": "string"}}}},
    "friend": {"$ref": "#"}
  },
  "allOf": [{"properties": {"extra": {"type": "string"}}}]
}"##;

fn amended(test: &str, manifest: &str) -> Outcome {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("amend").join(test).join("acme");
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).expect("a folder");
    fs::write(root.join("user.json"), USER).expect("a file");
    fs::write(root.join("vendor.toml"), manifest).expect("a file");
    generate(&[root], &Default::default())
}

/// The messages of errors.
fn errors(outcome: &Outcome) -> Vec<&str> {
    let errors =
        outcome.diagnostics.iter().filter(|found| found.severity == typeloom_build::diagnostic::Severity::Error);
    errors.map(|found| found.message.as_str()).collect()
}

fn field<'a>(spec: &'a Spec, name: &str) -> &'a Field {
    let fields = spec.schemas.iter().flat_map(|schema| schema.fields());
    fields.into_iter().find(|field| field.name == name).unwrap_or_else(|| panic!("no field {name}"))
}

fn required(spec: &Spec) -> Vec<&str> {
    let root = spec.types.iter().find(|named| named.name == "User").expect("the type").schema;
    spec.schema(root).required().iter().map(|name| name.value.as_str()).collect()
}

#[test]
fn a_name_in_the_json_is_replaced_everywhere() {
    let outcome = amended("wire", "[types.User.fields.id]\nwire = \"userId\"\n");
    assert_eq!(errors(&outcome), [""; 0]);
    let spec = &outcome.specs[0];
    assert_eq!(required(spec), ["userId", "token"]);
    let spelling = field(spec, "userId").spelling.as_ref().expect("the old name is kept");
    assert_eq!(spelling.page, "id");
    assert!(matches!(spelling.evidence, Evidence::Override(_)));
}

#[test]
fn a_name_that_another_field_has_is_refused() {
    let outcome = amended("twin", "[types.User.fields.id]\nwire = \"token\"\n");
    assert_eq!(errors(&outcome), ["two fields would be called `token` in the JSON"]);
}

fn said(field: &Field) -> Option<bool> {
    field.secret.last().map(|said| said.value)
}

#[test]
fn rust_names_and_secrets_are_marked() {
    let manifest = "[types.User]\nrename = \"Person\"\n[types.User.fields]\nid = { rename = \"number\" }\ntoken = { secret = false }\n";
    let outcome = amended("marks", manifest);
    assert_eq!(errors(&outcome), [""; 0]);
    let spec = &outcome.specs[0];
    let name = |name: &Option<typeloom_build::source::At<String>>| name.as_ref().map(|name| name.value.clone());
    assert_eq!(name(&spec.types[0].rust_name), Some("Person".to_owned()));
    assert_eq!(name(&field(spec, "id").rust_name), Some("number".to_owned()));
    assert_eq!(said(field(spec, "token")), Some(false));
    assert_eq!(said(field(spec, "id")), None);
}

#[test]
fn secrets_of_a_type_are_those_of_its_fields_and_a_field_may_differ() {
    let outcome = amended("secrets", "[types.User]\nsecret = true\n[types.User.fields.id]\nsecret = false\n");
    let secret = |name| said(field(&outcome.specs[0], name));
    assert_eq!(
        [secret("id"), secret("token"), secret("extra"), secret("zip")],
        [Some(false), Some(true), Some(true), None]
    );
}

#[test]
fn required_and_null_are_what_the_manifest_says() {
    let manifest = r#"
[types.User.fields]
token = { required = false, because = "guests have none" }
state = { required = true, null = true, because = "seen" }
nick = { null = false, because = "seen" }
"#;
    let outcome = amended("presence", manifest);
    assert_eq!(errors(&outcome), [""; 0]);
    let spec = &outcome.specs[0];
    assert_eq!(required(spec), ["id", "state"]);
    let kinds = |name| spec.schema(field(spec, name).schema).kinds().expect("a type").iter().collect::<Vec<_>>();
    assert_eq!(kinds("state"), [Kind::Null, Kind::String]);
    assert_eq!(kinds("nick"), [Kind::String]);
    assert_eq!(field(spec, "state").null, Stated::Yes);
    let state = &spec.schema(field(spec, "state").schema).keywords;
    let values = state
        .iter()
        .find_map(|keyword| if let Keyword::Enum(values) = &keyword.value { Some(values.len()) } else { None });
    assert_eq!(values, Some(3), "null is one of the values now");
}

#[test]
fn null_beside_a_reference_is_a_branch_of_its_own() {
    let outcome = amended("branch", "[types.User.fields.friend]\nnull = true\nbecause = \"seen\"\n");
    assert_eq!(errors(&outcome), [""; 0]);
    let spec = &outcome.specs[0];
    let keywords = &spec.schema(field(spec, "friend").schema).keywords;
    let [keyword] = keywords.as_slice() else { panic!("one keyword: {keywords:?}") };
    let Keyword::AnyOf(branches) = &keyword.value else { panic!("branches: {keyword:?}") };
    assert!(matches!(&spec.schema(branches[0]).keywords[0].value, Keyword::Ref(_)));
    assert_eq!(spec.schema(branches[1]).kinds().and_then(|kinds| kinds.only()), Some(Kind::Null));
}

#[test]
fn a_path_leads_through_objects_and_lists() {
    let manifest =
        "[types.User.fields]\n\"/address/zip\" = { rename = \"code\" }\n\"/phones/number\" = { secret = true }\n";
    let outcome = amended("path", manifest);
    assert_eq!(errors(&outcome), [""; 0]);
    assert!(field(&outcome.specs[0], "zip").rust_name.is_some());
    assert_eq!(said(field(&outcome.specs[0], "number")), Some(true));
}

#[test]
fn a_path_does_not_lead_through_references() {
    let outcome = amended("through", "[types.User.fields]\n\"/friend/id\" = { rename = \"code\" }\n");
    assert_eq!(errors(&outcome), ["type `User` has no field `/friend/id`"]);
}

#[test]
fn what_the_document_says_already_is_an_error() {
    let manifest = r#"
[types.User.fields]
id = { required = true, null = false, because = "to be sure" }
nick = { null = true, required = false, because = "to be sure" }
"#;
    let expected = [
        "the document says already that `id` is required",
        "the document says already that `id` may not be null",
        "the document says already that `nick` may be null",
        "the document says already that `nick` is optional",
    ];
    assert_eq!(errors(&amended("already", manifest)), expected);
}

#[test]
fn a_rust_name_must_be_one() {
    let outcome = amended("identifier", "[types.User]\nrename = \"my user\"\n[types.User.fields.id]\nrename = \"9\"\n");
    assert_eq!(errors(&outcome), ["`my user` is no Rust identifier", "`9` is no Rust identifier"]);
}
