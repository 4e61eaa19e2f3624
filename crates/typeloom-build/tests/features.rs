//! What is said of documents whose reader is switched off by the features of this crate. `.ci/run` runs this with each
//! of them alone.

use std::collections::BTreeMap;
use std::path::PathBuf;
use typeloom_build::generate_as_if;

/// The errors for one document, without their places.
fn errors(name: &str, text: &str) -> Vec<String> {
    let path = PathBuf::from(name);
    let texts = BTreeMap::from([(path.clone(), text.to_owned())]);
    let outcome = generate_as_if(&[path], &texts, &Default::default());
    let errors = outcome.diagnostics.iter().filter(|_| outcome.failed());
    errors.map(|diagnostic| format!("{}: {}", diagnostic.code.name(), diagnostic.message)).collect()
}

/// What is said where `feature` is off: nothing where it is on.
fn off(on: bool, kind: &str, feature: &str) -> Vec<String> {
    let said = format!("unknown-document: {kind} is read only with the feature `{feature}` of `typeloom-build`");
    if on { Vec::new() } else { vec![said] }
}

#[test]
fn json_schema_is_always_read() {
    assert_eq!(errors("pet.json", r#"{"title": "Pet", "type": "object"}"#), [""; 0]);
    // It only looks like a part of an OpenAPI document.
    assert_eq!(errors("pet.json", r#"{"type": "object", "properties": {"components": {"type": "string"}}}"#), [""; 0]);
}

#[test]
fn an_openapi_document_names_its_feature() {
    let text = r#"{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"},
        "components": {"schemas": {"Pet": {"type": "object"}}}}"#;
    assert_eq!(errors("pets.json", text), off(cfg!(feature = "openapi"), "an OpenAPI document", "openapi"));
}

#[test]
fn a_yaml_document_names_its_feature() {
    let on = cfg!(feature = "yaml");
    assert_eq!(errors("pet.yaml", "title: Pet\ntype: object\n"), off(on, "a YAML document", "yaml"));
}

#[test]
fn a_page_names_its_feature() {
    let text = "# Pet\n\n| Field | Type |\n| --- | --- |\n| `id` | string |\n";
    assert_eq!(errors("pet.md", text), off(cfg!(feature = "pages"), "a reference page", "pages"));
}
