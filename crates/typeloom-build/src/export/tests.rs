//! What is exported is a valid schema, and says the same when it is read again.

use super::{export, schema_text};
use crate::read::sample::{Sample, file, files};
use crate::spec::difference;
use serde_json::{Value, json};

/// The export of a schema, read by another parser. It must be a valid schema, and read again it must say the same.
fn exported(sample: &Sample) -> Value {
    let text = export(&sample.spec);
    let json = valid(&text);
    let again = file(&text);
    assert_eq!(difference(&sample.spec, &again.spec), None, "{text}");
    for name in sample.types() {
        assert_eq!(again.shown(name), sample.shown(name), "{text}");
    }
    json
}

/// A schema that other tools take, and whose export says the same types.
fn valid(text: &str) -> Value {
    let json: Value = serde_json::from_str(text).expect("JSON");
    jsonschema::meta::validate(&json).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let again = file(text);
    assert_eq!(again.said(), Vec::<String>::new(), "{text}");
    assert_eq!(export(&again.spec), text);
    json
}

#[test]
fn every_type_stands_under_its_name() {
    let sample = files(&[
        (
            "user.json",
            r##"{"$id": "#/components/schemas/User", "title": "User", "type": "object", "description": "text",
                "properties": {"name": {"type": "string", "maxLength": 3, "example": "a", "default": "b", "x-a": [1]},
                    "home": {"$ref": "#/components/schemas/Address"}},
                "required": ["name"], "additionalProperties": false}"##,
        ),
        ("address.json", r#"{"title": "Address", "type": ["object", "null"]}"#),
    ]);
    let expected = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {
            "Address": {"title": "Address", "type": ["null", "object"]},
            "User": {
                "title": "User",
                "description": "text",
                "type": "object",
                "properties": {
                    "name": {"type": "string", "maxLength": 3, "default": "b", "examples": ["a"], "x-a": [1]},
                    "home": {"$ref": "#/$defs/Address"}
                },
                "required": ["name"],
                "additionalProperties": false
            }
        }
    });
    assert_eq!(exported(&sample), expected);
}

#[test]
fn every_keyword_goes_out_and_comes_in_again() {
    exported(&file(
        r##"{"title": "T", "$comment": "c", "deprecated": true, "readOnly": true, "writeOnly": true,
        "enum": ["a", {"b": [1.50, null]}], "x-enum-varnames": ["A", "B"], "x-enum-descriptions": ["first", ""],
        "const": 1e40, "minimum": 1, "maximum": 2, "exclusiveMinimum": 3, "exclusiveMaximum": 4, "multipleOf": 0.5,
        "minLength": 1, "maxLength": 2, "pattern": "^a\\.", "format": "date", "contentEncoding": "base64",
        "contentMediaType": "text/plain", "contentSchema": true, "prefixItems": [false, {"type": "null"}], "items": false,
        "contains": {"type": "string"}, "minContains": 0, "maxContains": 4, "minItems": 1, "maxItems": 9,
        "uniqueItems": true, "unevaluatedItems": {"not": {}}, "patternProperties": {"^x": true},
        "additionalProperties": {"type": "string"}, "propertyNames": {"maxLength": 4}, "required": ["a", "b"],
        "minProperties": 1, "maxProperties": 7, "dependentRequired": {"a": ["b"]},
        "dependentSchemas": {"a": {"minProperties": 2}}, "unevaluatedProperties": false,
        "if": {"type": "string"}, "then": true, "else": {"type": "array"},
        "allOf": [{"type": "string"}], "anyOf": [true], "oneOf": [false], "not": {"type": "number"},
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#/$defs/A"}}, "$defs": {"A": {"type": "string"}}}"##,
    ));
}

#[test]
fn references_to_what_has_no_name_stay_references() {
    // What is shown of them differs, for they have moved.
    let json = valid(&export(
        &file(
            r##"{"title": "T", "type": "object", "properties": {
            "in place": {"$ref": "#/properties/a~1b"}, "a/b": {"type": "string"},
            "nested": {"$ref": "#/$defs/Outer/$defs/T"}, "other": {"$ref": "#/x-parts/100%25"}},
            "$defs": {"Outer": {"type": "null", "$defs": {"T": {"items": {"$ref": "#/$defs/Outer/$defs/T"}}}}},
            "x-parts": {"100%": {"type": "integer"}}}"##,
        )
        .spec,
    ));
    let at =
        |pointer: &str| json.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer}: {json:#}"));
    assert_eq!(at("/$defs/T/properties/in place/$ref"), "#/$defs/T/properties/a~1b");
    assert_eq!(at("/$defs/T/properties/nested/$ref"), "#/$defs/Outer/$defs/T");
    assert_eq!(at("/$defs/T/properties/other/$ref"), "#/$defs/T/$defs/100%25");
}

#[test]
fn keywords_that_another_draft_ignored_enforce_nothing_afterwards() {
    let sample = file(
        r##"{"$schema": "http://json-schema.org/draft-04/schema#", "title": "T", "const": 1, "bogus": 2,
            "properties": {"a": {"$ref": "#/definitions/A", "minLength": 1}}, "definitions": {"A": {"type": "string"}}}"##,
    );
    let text = export(&sample.spec);
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["$defs"]["T"]["x-ignored"], json!({"const": 1}));
    assert_eq!(json["$defs"]["T"]["bogus"], json!(2));
    assert_eq!(json["$defs"]["T"]["properties"]["a"]["x-ignored"], json!({"minLength": 1}));
    assert_eq!(file(&text).named("T").notes.extensions.len(), 2);
}

#[test]
fn stand_ins_stay_stand_ins() {
    let sample = file(r##"{"title": "T", "properties": {"a": {"$ref": "#/components/schemas/Gone"}}}"##);
    let json = exported(&sample);
    assert_eq!(json["$defs"]["Gone"], json!({"x-stand-in": true}));
    let again = file(&export(&sample.spec));
    assert_eq!(again.spec.types[1].origin, crate::spec::Origin::StandIn);
}

#[test]
fn types_of_one_name_are_told_apart() {
    let one = |kind: &str| format!("{{\"title\": \"T\", \"type\": \"{kind}\"}}");
    let sample = files(&[("a.json", &one("string")), ("b.json", &one("null"))]);
    let json: Value = serde_json::from_str(&export(&sample.spec)).expect("JSON");
    assert_eq!(
        json["$defs"],
        json!({
            "T": {"title": "T", "type": "string"},
            "T-2": {"title": "T", "type": "null", "x-type-name": "T"}
        })
    );
    assert_eq!(difference(&sample.spec, &file(&export(&sample.spec)).spec), None);
}

#[test]
fn dynamic_references_find_the_same_schemas() {
    let sample = files(&[
        (
            "tree.json",
            r##"{"$id": "https://example.com/tree", "$dynamicAnchor": "node", "title": "Tree", "type": "object",
                "properties": {"data": true, "children": {"type": "array", "items": {"$dynamicRef": "#node"}}}}"##,
        ),
        (
            "strict.json",
            r##"{"$id": "https://example.com/strict", "$dynamicAnchor": "node", "title": "Strict", "$ref": "tree",
                "unevaluatedProperties": false}"##,
        ),
    ]);
    assert_eq!(sample.said(), Vec::<String>::new());
    assert_eq!(difference(&sample.spec, &file(&export(&sample.spec)).spec), None);
    let mut json: Value = serde_json::from_str(&export(&sample.spec)).expect("JSON");
    let allows = |json: &Value, value: &Value| jsonschema::validator_for(json).expect("a schema").is_valid(value);
    let typo = json!({"children": [{"daat": 1}]});
    json["$ref"] = json!("#/$defs/Tree");
    assert!(allows(&json, &typo));
    json["$ref"] = json!("#/$defs/Strict");
    assert!(!allows(&json, &typo));
    assert!(allows(&json, &json!({"children": [{"data": 1}]})));
}

#[test]
fn a_single_schema_refers_to_others_by_the_names_it_is_given() {
    let sample = file(
        r##"{"title": "T", "properties": {"a": {"$ref": "#/$defs/A"}, "b": {"items": {"$ref": "#"}}}, "$defs": {"A": true}}"##,
    );
    let root = sample.spec.types[0].schema;
    let text = schema_text(&sample.spec, root, &|id| format!("named {}", sample.called(id)));
    let expected =
        r##"{"title":"T","properties":{"a":{"$ref":"#/$defs/named%20A"},"b":{"items":{"$ref":"#/$defs/named%20T"}}}}"##;
    assert_eq!(text.json, expected);
    let names: Vec<&str> = text.references.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["named A", "named T"]);
}
