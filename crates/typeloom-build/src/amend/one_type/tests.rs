//! Small documents in, the types that are left and what is said of them out.

use super::unite;
use crate::diagnostic::Sink;
use crate::read::sample::files;

/// The names of the types, and what is said.
fn united(documents: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let mut sample = files(documents);
    let mut sink = Sink::new();
    unite(&mut sample.spec, &sample.sources, &mut sink);
    let said = sink.into_sorted(&sample.sources).into_iter().map(|diagnostic| diagnostic.message).collect();
    (sample.types().into_iter().map(str::to_owned).collect(), said)
}

const PAGE: &str = "# CreateTeamRequest

## Properties

| Name | Type | Description | Notes |
| --- | --- | --- | --- |
| **team_id** | **str** |  | [optional] |
| **body** | **str** |  | [optional] |
";

#[test]
fn a_body_gives_its_name_to_all_pages_at_once() {
    let api = r#"{"openapi": "3.0.0", "paths": {"/t": {"post": {"operationId": "createTeam",
        "requestBody": {"content": {"application/json": {"schema": {"properties": {"name": {"type": "string"}}}}}},
        "responses": {}}}}}"#;
    let (types, said) =
        united(&[("a/CreateTeamRequest.md", PAGE), ("api.json", api), ("b/CreateTeamRequest.md", PAGE)]);
    assert_eq!(types, ["CreateTeamRequest", "CreateTeamRequestBody"]);
    assert_eq!(said, [""; 0]);
}

#[test]
fn values_of_a_second_place_are_compared_too() {
    let api = r#"{"openapi": "3.0.0", "components": {"schemas": {"Auth": {"type": "object", "properties": {
        "type": {"type": "string", "enum": ["a", "b"]}, "other": {"type": "string", "enum": ["a", "c"]}}}}}}"#;
    let page = "# Auth\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
        | **type** | [**AuthType**](AuthType.md) |  | [optional] |\n\
        | **other** | [**AuthType**](AuthType.md) |  | [optional] |\n";
    let values = "# AuthType\n\n## Enum\n\n* `a`\n* `b`\n";
    let (types, said) = united(&[("Auth.md", page), ("AuthType.md", values), ("api.json", api)]);
    assert_eq!(types, ["Auth", "AuthType"]);
    assert_eq!(said, ["`Auth.other` cannot be `c` here, but there", "`Auth.other` may be `b` here, and not there"]);
}

#[test]
fn definitions_of_swagger_are_compared_and_those_of_a_schema_are_its_own() {
    let swagger = |kind: &str| {
        format!(r#"{{"swagger": "2.0", "definitions": {{"User": {{"properties": {{"id": {{"type": "{kind}"}}}}}}}}}}"#)
    };
    let (types, said) = united(&[("a.json", &swagger("string")), ("b.json", &swagger("integer"))]);
    assert_eq!(types, ["User", "User"]);
    assert_eq!(said, ["`User.id` says something else here than there"]);
    let own = |title: &str, kind: &str| {
        format!(r##"{{"title": "{title}", "$ref": "#/$defs/User", "$defs": {{"User": {{"type": "{kind}"}}}}}}"##)
    };
    let (_, said) = united(&[("a.json", &own("A", "string")), ("b.json", &own("B", "integer"))]);
    assert_eq!(said, [""; 0]);
}
