//! What is taken out of a document, and what is said where it cannot be.

use crate::select::Selection;

const OPENAPI: &str = r##"{
    "openapi": "3.1.0", "info": {"title": "Acme", "version": "1"}, "servers": [{"url": "https://example.com"}],
    "paths": {"/users": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}}}}}},
    "components": {
        "responses": {"Error": {"description": "no"}},
        "schemas": {
            "Team": {"type": "object", "properties": {"lead": {"$ref": "#/components/schemas/User"}}},
            "User": {"type": "object", "properties": {"age": {"maximum": 1.50e2}, "pet": {"$ref": "#/components/schemas/Pet/properties/name"}, "team": {"$ref": "#/components/schemas/Team"}}},
            "Pet": {"oneOf": [], "properties": {"name": {"type": "string"}}, "discriminator": {"propertyName": "kind", "mapping": {"a": "Cat", "b": "#/components/schemas/Do%67"}}},
            "Cat": {}, "Dog": {"enum": ["\u0041\"{"]}, "Bird": {"$ref": "other.json#/Bird"}
        }
    }
}"##;

fn schemas(names: &[&str]) -> Result<String, String> {
    Selection::Schemas(names.iter().map(|name| (*name).to_owned()).collect()).take(OPENAPI)
}

#[test]
fn a_pointer_takes_one_value_as_it_was_written() {
    let taken = Selection::Pointer("/components/schemas/Dog".to_owned()).take(OPENAPI);
    assert_eq!(taken.as_deref(), Ok("{\n  \"enum\": [\n    \"\\u0041\\\"{\"\n  ]\n}\n"));
    let taken = Selection::Pointer("/paths/~1users/get/responses/200/content/application~1json/schema/$ref".to_owned());
    assert_eq!(taken.take(OPENAPI).as_deref(), Ok("\"#/components/schemas/User\"\n"));
    assert_eq!(
        Selection::Pointer("/servers/0/url".to_owned()).take(OPENAPI).as_deref(),
        Ok("\"https://example.com\"\n")
    );
    let nothing = Selection::Pointer("/components/schemas/Cow".to_owned()).take(OPENAPI);
    assert_eq!(nothing, Err("there is nothing at `/components/schemas/Cow`".to_owned()));
}

#[test]
fn schemas_come_with_all_they_refer_to_and_nothing_else() {
    let taken = schemas(&["Pet"]).expect("it is there");
    let expected = r##"{
  "openapi": "3.1.0",
  "info": {
    "title": "Acme",
    "version": "1"
  },
  "components": {
    "schemas": {
      "Pet": {
        "oneOf": [],
        "properties": {
          "name": {
            "type": "string"
          }
        },
        "discriminator": {
          "propertyName": "kind",
          "mapping": {
            "a": "Cat",
            "b": "#/components/schemas/Do%67"
          }
        }
      },
      "Cat": {},
      "Dog": {
        "enum": [
          "\u0041\"{"
        ]
      }
    }
  }
}
"##;
    assert_eq!(taken, expected);
}

#[test]
fn references_are_followed_round_circles_and_into_schemas() {
    let taken = schemas(&["T*m"]).expect("it is there");
    for name in ["\"Team\"", "\"User\"", "\"Pet\"", "\"Cat\"", "\"Dog\"", "1.50e2"] {
        assert!(taken.contains(name), "{name}: {taken}");
    }
    for name in ["Bird", "servers", "paths", "responses"] {
        assert!(!taken.contains(name), "{name}: {taken}");
    }
    assert_eq!(Selection::Schemas(vec!["Pet".to_owned()]).take(&taken), schemas(&["Pet"]));
}

#[test]
fn a_pattern_that_fits_nothing_is_told() {
    assert_eq!(schemas(&["Cat", "Cow*"]), Err("there is no schema `Cow*`".to_owned()));
}

#[test]
fn yaml_becomes_json() {
    let yaml =
        "openapi: 3.1.0\ncomponents:\n  schemas:\n    B: {const: 1.50}\n    A:\n      $ref: '#/components/schemas/B'\n";
    let taken = Selection::Schemas(vec!["A".to_owned()]).take(yaml).expect("it is there");
    let flat: String = taken.split_whitespace().collect();
    assert_eq!(
        flat,
        r##"{"openapi":"3.1.0","components":{"schemas":{"B":{"const":1.50},"A":{"$ref":"#/components/schemas/B"}}}}"##
    );
    let nothing = Selection::Schemas(vec!["A".to_owned()]).take("openapi: 3.1.0\n");
    assert_eq!(nothing, Err("there is no schema `A`".to_owned()));
    let broken = Selection::Pointer("/a".to_owned()).take("a: [1\n");
    assert!(broken.is_err_and(|why| why.contains("--> the document:")));
}

#[test]
fn definitions_and_defs_are_homes_of_schemas_too() {
    let text = r##"{"swagger": "2.0", "definitions": {"A": {"$ref": "#/definitions/B"}, "B": {}, "C": {}}, "$defs": {"A": {}}}"##;
    let taken = Selection::Schemas(vec!["A".to_owned()]).take(text).expect("it is there");
    let flat: String = taken.split_whitespace().collect();
    assert_eq!(flat, r##"{"swagger":"2.0","definitions":{"A":{"$ref":"#/definitions/B"},"B":{}},"$defs":{"A":{}}}"##);
}

#[test]
fn what_is_nested_too_deep_is_refused_and_nothing_overflows() {
    let deep = format!("{{\"$defs\": {{\"A\": {}{} }}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(Selection::Schemas(vec!["A".to_owned()]).take(&deep).is_err());
    let long = Selection::Pointer("/0".repeat(101)).take(&deep);
    assert!(long.is_err_and(|why| why.ends_with("is more than 100 deep")));
}
