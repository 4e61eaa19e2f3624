//! Our meta-schemas judge as the published ones do.

use crate::diagnostic::{Code, Severity};
use crate::export::export;
use crate::read::json_schema::dialect::{Edition, Vocabulary};
use crate::read::json_schema::keywords::KEYWORDS;
use crate::read::sample::file;
use jsonschema::Validator;
use referencing::meta;
use serde_json::{Value, json};

/// What another implementation says of a schema.
type Theirs = fn(&Value) -> bool;

const EDITIONS: [(Edition, Theirs); 5] = [
    (Edition::D4, jsonschema::draft4::meta::is_valid),
    (Edition::D6, jsonschema::draft6::meta::is_valid),
    (Edition::D7, jsonschema::draft7::meta::is_valid),
    (Edition::D2019, jsonschema::draft201909::meta::is_valid),
    (Edition::D2020, jsonschema::draft202012::meta::is_valid),
];

fn uri(edition: Edition) -> String {
    let scheme = if edition <= Edition::D7 { "http" } else { "https" };
    format!("{scheme}://{}", edition.meta_schema())
}

/// Our own meta-schema, as a schema that refers to it has it.
fn ours(edition: Edition) -> Validator {
    published(&uri(edition))
}

fn published(uri: &str) -> Validator {
    let sample = file(&format!("{{\"title\": \"T\", \"$ref\": \"{uri}\"}}"));
    assert_eq!(sample.said(), Vec::<String>::new());
    let mut json: Value = serde_json::from_str(&export(&sample.spec)).expect("JSON");
    json["$ref"] = json!("#/$defs/T");
    jsonschema::validator_for(&json).expect("a schema")
}

/// Values of every shape that a keyword can have, and of some that none has.
fn values() -> Vec<Value> {
    [
        r#"null true 0 1 -1 1.5 2.0 "a" "string" "#.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        [
            "[]",
            "{}",
            "[1]",
            "[1, 1]",
            r#"["a"]"#,
            r#"["a", "a"]"#,
            r#"["string"]"#,
            r#"["string", "null"]"#,
            r#"["string", "string"]"#,
            "[{}]",
            "[true]",
            r#"{"a": {}}"#,
            r#"{"a": true}"#,
            r#"{"a": 1}"#,
            r#"{"a": ["b"]}"#,
            r#"{"a": ["b", "b"]}"#,
            r#"{"a": []}"#,
            r#"{"type": 1}"#,
            r#"{"a": {"type": 1}}"#,
            r#"[{"minLength": -1}]"#,
        ]
        .map(str::to_owned)
        .to_vec(),
    ]
    .concat()
    .iter()
    .map(|text| serde_json::from_str(text).expect("JSON"))
    .collect()
}

#[test]
fn they_say_the_same_as_the_published_ones() {
    let mut differ = vec![];
    for (edition, theirs) in EDITIONS {
        let ours = ours(edition);
        let mut names: Vec<&str> =
            KEYWORDS.iter().filter(|row| row.vocabulary != Vocabulary::OpenApi).map(|row| row.name).collect();
        names.dedup();
        for name in names {
            for value in values() {
                // Of `$schema` the other one looks at the format; in draft 4 it takes 2.0 for no integer.
                if name == "$schema" || edition == Edition::D4 && value.as_f64() == Some(2.0) {
                    continue;
                }
                let mut schema = json!({ name: value });
                // Draft 4 wants a bound beside these.
                if name.starts_with("exclusive") {
                    schema[name.replace("exclusiveM", "m")] = json!(1);
                }
                if ours.is_valid(&schema) != theirs(&schema) {
                    differ.push(format!("{edition:?} {schema}"));
                }
            }
        }
        for boolean in [true, false] {
            assert_eq!(ours.is_valid(&json!(boolean)), edition != Edition::D4);
        }
    }
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn those_of_vocabularies_say_the_same_as_the_published_ones() {
    let parts: [(&str, &Value); 14] = [
        ("2019-09/meta/core", &meta::DRAFT201909_CORE),
        ("2019-09/meta/applicator", &meta::DRAFT201909_APPLICATOR),
        ("2019-09/meta/validation", &meta::DRAFT201909_VALIDATION),
        ("2019-09/meta/meta-data", &meta::DRAFT201909_META_DATA),
        ("2019-09/meta/format", &meta::DRAFT201909_FORMAT),
        ("2019-09/meta/content", &meta::DRAFT201909_CONTENT),
        ("2020-12/meta/core", &meta::DRAFT202012_CORE),
        ("2020-12/meta/applicator", &meta::DRAFT202012_APPLICATOR),
        ("2020-12/meta/unevaluated", &meta::DRAFT202012_UNEVALUATED),
        ("2020-12/meta/validation", &meta::DRAFT202012_VALIDATION),
        ("2020-12/meta/meta-data", &meta::DRAFT202012_META_DATA),
        ("2020-12/meta/format-annotation", &meta::DRAFT202012_FORMAT_ANNOTATION),
        ("2020-12/meta/format-assertion", &meta::DRAFT202012_FORMAT_ASSERTION),
        ("2020-12/meta/content", &meta::DRAFT202012_CONTENT),
    ];
    let mut differ = vec![];
    for (path, theirs) in parts {
        let ours = published(&format!("https://json-schema.org/draft/{path}"));
        let theirs = jsonschema::options().should_validate_formats(false).build(theirs).expect("a schema");
        for row in KEYWORDS {
            for value in values() {
                let schema = json!({ row.name: value });
                if ours.is_valid(&schema) != theirs.is_valid(&schema) {
                    differ.push(format!("{path} {schema}"));
                }
            }
        }
    }
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn readers_report_what_they_do_not_allow() {
    let mut differ = vec![];
    for (edition, _) in EDITIONS {
        let ours = ours(edition);
        for row in KEYWORDS.iter().filter(|row| row.editions.has(edition) && row.vocabulary != Vocabulary::OpenApi) {
            for value in values() {
                // The text of the specification says more than its meta-schema.
                let strict = matches!((row.name, edition), ("$recursiveRef", _) | ("enum" | "$ref", Edition::D4));
                // Read in all drafts, though only later ones know them.
                let later =
                    matches!(row.name, "$defs" | "examples" | "$comment" | "readOnly" | "writeOnly" | "deprecated");
                // Tolerated: an empty list says nothing, and a boolean bound can mean only one thing.
                let empty =
                    matches!(row.name, "items" | "required" | "dependencies") && value.to_string().contains("[]");
                let bound = row.name.starts_with("exclusive") && value.is_boolean();
                // Draft 3 had it so.
                let third = row.name == "required" && value.is_boolean();
                // A name that is listed twice says nothing else than once.
                let twice = matches!(row.name, "required" | "dependencies" | "dependentRequired")
                    && [r#"["a","a"]"#, r#"["b","b"]"#, r#"["string","string"]"#]
                        .iter()
                        .any(|names| value.to_string().contains(names));
                if twice || strict || later && edition <= Edition::D7 || empty || bound || third {
                    continue;
                }
                let mut schema = json!({ row.name: value });
                if row.name.starts_with("exclusive") {
                    schema[row.name.replace("exclusiveM", "m")] = json!(1);
                }
                let valid = ours.is_valid(&schema);
                if row.name != "$schema" {
                    schema["$schema"] = json!(uri(edition));
                }
                let sample = file(&schema.to_string());
                // What asserts nothing stops nobody.
                let note = row.vocabulary == Vocabulary::MetaData || row.name == "$comment";
                let wrong = sample.diagnostics.iter().any(|diagnostic| {
                    diagnostic.code == Code::KeywordValue && (note || diagnostic.severity == Severity::Error)
                });
                if wrong == valid {
                    differ.push(format!("{edition:?} {schema} {:?}", sample.said()));
                }
            }
        }
    }
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn they_are_valid_by_themselves() {
    for (edition, _) in EDITIONS {
        let node = super::published(&crate::read::link::uri::Uri::parse(&uri(edition)), span()).expect("published");
        let text = crate::json_text::compact(&node.to_value());
        let schema: Value = serde_json::from_str(&text).expect("JSON");
        assert!(ours(edition).is_valid(&schema), "{text}");
        assert!(jsonschema::meta::is_valid(&schema), "{text}");
    }
}

fn span() -> crate::source::Span {
    crate::source::Span::start_of(crate::source::Sources::default().add("a.json", ""))
}

#[test]
fn their_parts_are_referred_to_by_name() {
    let text = r#"{"title": "T", "properties": {"a": {"$ref": "http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger"}}}"#;
    let sample = file(text);
    assert_eq!(sample.said(), Vec::<String>::new());
    assert_eq!(sample.leads(sample.field("T", "a")), "nonNegativeInteger");
}
