//! Schemas in, specs and diagnostics out: one test for each keyword that means something of its own.

use super::dialect::Edition;
use super::keywords::KEYWORDS;
use crate::read::sample::{file, files, with_remotes};

/// What is shown of the only type of a schema with these members.
fn shown(members: &str) -> String {
    let sample = file(&format!("{{\"title\": \"T\", {members}}}"));
    assert_eq!(sample.said(), Vec::<String>::new(), "{members}");
    sample.shown("T")
}

/// The same in an older draft.
fn shown_in(draft: &str, members: &str) -> String {
    shown(&format!("\"$schema\": \"http://json-schema.org/{draft}/schema#\", {members}"))
}

/// The complaints about a schema with these members, written on one line.
fn said(members: &str) -> Vec<String> {
    file(&format!("{{{members}}}")).said()
}

#[test]
fn every_keyword_of_the_newest_draft_is_read() {
    for (members, expected) in [
        (r#""type": "string""#, "T: string"),
        (r#""type": ["string", "null"]"#, "T: string|null"),
        (r#""enum": ["a", 1, null]"#, "T: one of\n  - \"a\"\n  - 1\n  - null"),
        (r#""const": {"a": [1]}"#, "T: = {\"a\":[1]}"),
        (r#""minimum": 1, "maximum": 2.5"#, "T: >= 1, <= 2.5"),
        (r#""exclusiveMinimum": 1, "exclusiveMaximum": 2, "multipleOf": 0.1"#, "T: > 1, < 2, multiple of 0.1"),
        (r#""minLength": 2.0, "maxLength": 30e-1"#, "T: at least 2 characters, at most 3 characters"),
        (r#""pattern": "^a", "format": "date""#, "T: matches /^a/, format date"),
        (
            r#""contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": true"#,
            "T: encoded as base64, contains application/json\n  content: anything",
        ),
        (
            r#""prefixItems": [{"type": "string"}], "items": false"#,
            "T: anything with\n  item 0: string\n  each item: nothing",
        ),
        (r#""minItems": 1, "maxItems": 2, "uniqueItems": true"#, "T: at least 1 item, at most 2 items, no item twice"),
        (r#""uniqueItems": false"#, "T: anything"),
        (r#""contains": {"type": "null"}"#, "T: anything with\n  at least 1 of the items: null"),
        (
            r#""contains": true, "minContains": 0, "maxContains": 2"#,
            "T: anything with\n  at least 0 and at most 2 of the items: anything",
        ),
        (r#""unevaluatedItems": false"#, "T: anything with\n  items not looked at: nothing"),
        (r#""unevaluatedProperties": false"#, "T: anything with\n  properties not looked at: nothing"),
        (
            r#""properties": {"$ref": {"type": "string"}, "type": true}, "required": ["type", "other"]"#,
            "T: anything with\n    $ref: string\n  * type: anything\n  * other",
        ),
        (
            r#""patternProperties": {"^x-": {"type": "null"}}, "additionalProperties": false"#,
            "T: anything with\n  each /^x-/: null\n  every other: nothing",
        ),
        (r#""propertyNames": {"maxLength": 1}"#, "T: anything with\n  each name: at most 1 character"),
        (r#""minProperties": 1, "maxProperties": 2"#, "T: at least 1 property, at most 2 properties"),
        (r#""dependentRequired": {"a": ["b", "c"]}"#, "T: anything with\n  with a: * b, c"),
        (r#""dependentSchemas": {"a": {"minProperties": 2}}"#, "T: anything with\n  with a: at least 2 properties"),
        (
            r#""allOf": [true], "anyOf": [true], "oneOf": [false], "not": {}"#,
            "T: anything with\n  all of\n    - anything\n  any of\n    - anything\n  one of\n    - nothing\n  not: anything",
        ),
        (
            r#""if": {"type": "string"}, "then": {"minLength": 1}, "else": false"#,
            "T: anything with\n  if: string\n  then: at least 1 character\n  else: nothing",
        ),
    ] {
        assert_eq!(shown(members), expected, "{members}");
    }
}

#[test]
fn older_drafts_are_read_with_the_meaning_of_the_newest() {
    for (draft, members, expected) in [
        ("draft-04", r#""minimum": 1, "exclusiveMinimum": true"#, "T: > 1"),
        ("draft-04", r#""maximum": 1, "exclusiveMaximum": false"#, "T: <= 1"),
        ("draft-06", r#""exclusiveMinimum": 1"#, "T: > 1"),
        (
            "draft-07",
            r#""items": [{"type": "string"}], "additionalItems": {"type": "null"}"#,
            "T: anything with\n  item 0: string\n  each item: null",
        ),
        ("draft-07", r#""items": {"type": "string"}"#, "T: anything with\n  each item: string"),
        ("draft-04", r#""items": []"#, "T: anything"),
        (
            "draft-07",
            r#""dependencies": {"a": ["b"], "c": {"minProperties": 2}}"#,
            "T: anything with\n  with a: * b\n  with c: at least 2 properties",
        ),
    ] {
        assert_eq!(shown_in(draft, members), expected, "{members}");
    }
}

#[test]
fn a_list_of_items_without_schema_is_read_as_before_2020() {
    let expected = "T: anything with\n  item 0: string\n  each item: nothing";
    assert_eq!(shown(r#""items": [{"type": "string"}], "additionalItems": false"#), expected);
    let said = said(r#""$schema": "https://json-schema.org/draft/2020-12/schema", "items": [{"type": "string"}]"#);
    assert_eq!(said, ["keyword-value 1:70 `items` is an array, not a schema"]);
}

#[test]
fn siblings_of_a_reference_count_from_2019_on() {
    let definitions = r##""$ref": "#/definitions/S", "definitions": {"S": {"type": "string"}}"##;
    let rule = r#""minLength": 1, "description": "text""#;
    assert_eq!(shown(&format!("{definitions}, {rule}")), "T: S, at least 1 character\n  \"text\"");
    let draft = "\"$schema\": \"http://json-schema.org/draft-07/schema#\"";
    let sample = file(&format!("{{{draft}, \"title\": \"T\",\n{definitions},\n{rule}}}"));
    assert_eq!(sample.said(), ["unknown-keyword 3:1 `minLength` beside `$ref` enforces nothing in draft 7"]);
    assert_eq!(sample.shown("T"), "T: S\n  \"text\"\n  minLength: 1");
}

#[test]
fn nullable_is_honoured_in_every_draft() {
    assert_eq!(shown(r#""type": "string", "nullable": true"#), "T: string|null");
    assert_eq!(shown(r#""type": "string", "nullable": false"#), "T: string");
    let expected = "T: string|null, one of\n  - \"a\"\n  - null";
    assert_eq!(shown_in("draft-04", r#""nullable": true, "enum": ["a"], "type": "string""#), expected);
    let reference =
        r##""properties": {"a": {"$ref": "#/$defs/A", "nullable": true}}, "$defs": {"A": {"type": "string"}}"##;
    assert_eq!(shown(reference), "T: anything with\n    a: anything with\n      any of\n        - A\n        - null");
}

#[test]
fn what_openapi_adds_is_kept() {
    let members = r##""type": "string", "example": "a", "xml": {"name": "x"}, "externalDocs": {"url": "u"}, "x-a": 1"##;
    let expected = "T: string\n  for example \"a\"\n  xml: {\"name\":\"x\"}\n  externalDocs: {\"url\":\"u\"}\n  x-a: 1";
    assert_eq!(shown(members), expected);
    let members = r##""enum": ["a", "b"], "x-enum-varnames": ["A", "B"], "x-enum-descriptions": ["first", ""]"##;
    assert_eq!(shown(members), "T: one of\n  - \"a\" (A): first\n  - \"b\" (B)");
    let members = r##""discriminator": {"propertyName": "kind", "mapping": {"c": "#/$defs/Cat", "d": "Dog"}},
        "$defs": {"Cat": {"type": "object"}}, "components": {"schemas": {"Dog": {"type": "object"}}}"##;
    let sample = file(&format!("{{\"title\": \"T\", \"type\": \"object\", {members}}}"));
    assert_eq!(sample.shown("T"), "T: object\n  told apart by `kind`\n    c: Cat\n    d: Dog");
}

#[test]
fn notes_are_kept() {
    let members = r#""description": "d", "$comment": "c", "default": [1], "examples": [1, "a"],
        "deprecated": true, "readOnly": true, "writeOnly": true"#;
    let expected =
        "T: anything, deprecated, read-only, write-only\n  \"d\"\n  default [1]\n  for example 1, \"a\"\n  comment: c";
    assert_eq!(shown(members), expected);
}

#[test]
fn wrong_values_are_reported_where_they_stand() {
    for (members, expected) in [
        (r#""type": "strin""#, "keyword-value 1:10 unknown type `strin`"),
        (r#""type": 1"#, "keyword-value 1:10 `type` is a number, not the name of a type"),
        (r#""type": []"#, "keyword-value 1:10 `type` is an empty array"),
        (r#""type": ["null", "null"]"#, "keyword-value 1:19 `type` lists `null` twice"),
        (r#""enum": "a""#, "keyword-value 1:10 `enum` is a string, not an array of values"),
        (r#""enum": [1, 1]"#, "keyword-value 1:14 `enum` lists one value twice"),
        (r#""minLength": -1"#, "keyword-value 1:15 `minLength` is -1"),
        (r#""minLength": 1.5"#, "keyword-value 1:15 `minLength` is 1.5"),
        (r#""maxItems": "1""#, "keyword-value 1:14 `maxItems` is a string, not a number"),
        (r#""multipleOf": 0.0"#, "keyword-value 1:16 `multipleOf` is 0.0"),
        (r#""minimum": null"#, "keyword-value 1:13 `minimum` is `null`, not a number"),
        (r#""exclusiveMinimum": true"#, "keyword-value 1:2 `exclusiveMinimum` without `minimum`"),
        (r#""exclusiveMaximum": false"#, "keyword-value 1:2 `exclusiveMaximum` without `maximum`"),
        (r#""uniqueItems": "yes""#, "keyword-value 1:17 `uniqueItems` is a string, not `true` or `false`"),
        (r#""pattern": 1"#, "keyword-value 1:13 `pattern` is a number, not a string"),
        (r#""allOf": []"#, "keyword-value 1:11 `allOf` is empty"),
        (r#""anyOf": {}"#, "keyword-value 1:11 `anyOf` is an object, not an array of schemas"),
        (r#""properties": []"#, "keyword-value 1:16 `properties` is an array, not an object"),
        (r#""properties": {"a": 1}"#, "keyword-value 1:22 a number where a schema belongs"),
        (r#""required": true"#, "keyword-value 1:14 `required` is `true`, not an array of names"),
        (r#""required": ["a", 1]"#, "keyword-value 1:20 `required` is a number, not a name"),
        (r#""required": ["a", "a"]"#, "keyword-value 1:20 `required` lists `a` twice"),
        (r#""$ref": 1"#, "keyword-value 1:10 `$ref` is a number, not a string"),
        (r#""$id": 1"#, "keyword-value 1:9 `$id` is a number, not a string"),
        (r##""$id": "#a""##, "keyword-value 1:9 `$id` with the fragment `#a`"),
        (r#""$anchor": "a b""#, "keyword-value 1:13 `$anchor` is `a b`"),
        (r#""examples": 1"#, "keyword-value 1:14 `examples` is a number, not an array of values"),
        (r#""discriminator": {}"#, "keyword-value 1:19 `discriminator` without `propertyName`"),
        (r#""$schema": "http://example.com/x""#, "unknown-dialect 1:13 dialect `http://example.com/x` is not known"),
    ] {
        assert_eq!(said(members), [expected], "{members}");
    }
    assert_eq!(file("[1]").said(), ["keyword-value 1:1 an array where a schema belongs"]);
    assert_eq!(files(&[("a.toml", "a = 1")]).said(), ["unknown-document 1:1 not a document of a known kind"]);
    let draft_4 = file(r#"{"$schema": "http://json-schema.org/draft-04/schema#", "items": true}"#);
    assert_eq!(draft_4.said(), ["keyword-value 1:65 draft 4 has no boolean schemas"]);
}

#[test]
fn all_wrong_values_of_a_document_are_reported_together() {
    let said = said("\"type\": \"x\",\n\"minLength\": -1,\n\"properties\": {\"a\": {\"maxItems\": 0.5}}");
    let lines: Vec<&str> = said.iter().filter_map(|said| said.split([' ', ':']).nth(1)).collect();
    assert_eq!(lines, ["1", "2", "3"]);
}

#[test]
fn unknown_keywords_are_kept_and_told() {
    let sample = file(r#"{"title": "T", "requried": ["a"], "x-mine": 1, "bogus": 2}"#);
    assert_eq!(
        sample.said(),
        ["unknown-keyword 1:16 keyword `requried` is not known", "unknown-keyword 1:48 keyword `bogus` is not known",]
    );
    assert_eq!(sample.diagnostics[0].help.as_deref(), Some("did you mean `required`?"));
    assert_eq!(sample.shown("T"), "T: anything\n  requried: [\"a\"]\n  x-mine: 1\n  bogus: 2");
    let sample = file(r#"{"$schema": "http://json-schema.org/draft-04/schema#", "const": 1}"#);
    assert_eq!(sample.said(), ["unknown-keyword 1:56 draft 4 has no keyword `const`"]);
    for lonely in ["then", "else", "minContains", "maxContains"] {
        let value = if lonely.ends_with("Contains") { "1" } else { "{}" };
        let said = said(&format!("\"{lonely}\": {value}"));
        assert!(matches!(said.as_slice(), [only] if only.contains("enforces nothing")), "{said:?}");
    }
}

#[test]
fn a_meta_schema_can_switch_validation_off() {
    let meta = r#"{
        "$id": "http://example.com/meta", "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true,
                        "https://json-schema.org/draft/2020-12/vocab/applicator": true}
    }"#;
    let schema = r#"{"$schema": "http://example.com/meta", "title": "T", "properties": {"a": false}, "minimum": 3}"#;
    let sample = with_remotes(&[("t.json", schema)], &[("http://example.com/meta", meta)]);
    assert!(
        sample.said().contains(&"unknown-keyword 1:82 keyword `minimum` is switched off by the meta-schema".into())
    );
    assert_eq!(sample.named("T").keywords.len(), 1);
}

#[test]
fn types_are_roots_and_definitions() {
    let sample = files(&[
        (
            "a.json",
            r#"{"title": "A thing of the API", "$id": "https://example.com/schemas/address.json", "type": "object"}"#,
        ),
        ("b.json", r##"{"$id": "#/components/schemas/Basket", "type": "object", "title": ""}"##),
        ("c.schema.json", r#"{"type": "object", "$defs": {"Inner": {"$defs": {"Hidden": true}}, "Other": false}}"#),
        ("d.json", r#"{"$comment": "only a container", "definitions": {"Part": {"type": "string"}}}"#),
        ("e.json", "true"),
        ("f.json", r#"{"title": "Free Text", "type": "string"}"#),
    ]);
    assert_eq!(sample.said(), Vec::<String>::new());
    assert_eq!(sample.types(), ["address", "Basket", "c", "Inner", "Other", "Part", "e", "Free Text"]);
}

#[test]
fn no_keyword_has_two_meanings_in_one_draft() {
    for edition in Edition::ALL {
        let mut names: Vec<&str> =
            KEYWORDS.iter().filter(|row| row.editions.has(edition)).map(|row| row.name).collect();
        names.sort();
        let twice: Vec<&str> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert_eq!(twice, Vec::<&str>::new(), "{edition:?}");
    }
}

#[test]
fn nested_as_deep_as_json_may_be() {
    for (open, close, count) in [("{\"allOf\": [", "]}", 127), ("{\"not\": ", "}", 255), ("{\"items\": ", "}", 255)] {
        let sample = file(&format!("{}true{}", open.repeat(count), close.repeat(count)));
        assert_eq!(sample.said(), Vec::<String>::new());
        assert_eq!(sample.spec.schemas.len(), count + 1);
        let again = file(&crate::export::export(&sample.spec));
        // It stands two levels deeper there, in `$defs`, which may be too deep to be read. Nothing overflows.
        assert_eq!(again.types(), ["acme"]);
        assert!(sample.shown("acme").lines().count() >= count);
    }
}
