//! Which reference leads where, and what is said of those that lead nowhere.

use crate::diagnostic::Code;
use crate::read::sample::{Sample, file, files, with_remotes};
use crate::spec::{Keyword, Origin};

/// Where the field `a` of the type `T` leads.
fn leads(documents: &[(&str, &str)]) -> String {
    let sample = files(documents);
    assert_eq!(sample.said(), Vec::<String>::new());
    sample.leads(sample.field("T", "a"))
}

/// A document of the type `T` whose field `a` refers to `reference`, with more members.
fn refers(reference: &str, more: &str) -> String {
    format!("{{\"title\": \"T\", \"properties\": {{\"a\": {{\"$ref\": \"{reference}\"}}}}{more}}}")
}

#[test]
fn references_within_a_document() {
    for (reference, more, expected) in [
        ("#", "", "T"),
        ("#/$defs/A", r#", "$defs": {"A": true}"#, "A"),
        ("#/definitions/A", r#", "definitions": {"A": true}"#, "A"),
        ("#mark", r#", "$defs": {"A": {"$anchor": "mark"}}"#, "A"),
        ("#/$defs/a~1b~0c", r#", "$defs": {"a/b~c": true}"#, "a/b~c"),
        ("#/$defs/100%25", r#", "$defs": {"100%": true}"#, "100%"),
        ("#/$defs/a%22b", r#", "$defs": {"a\"b": true}"#, "a\"b"),
        ("#/allOf/0", r#", "allOf": [{"type": "object"}]"#, "schemas/acme/t.json#/allOf/0"),
        ("#/x-parts/b/1", r#", "x-parts": {"b": [1, {"type": "null"}]}"#, "schemas/acme/t.json#/x-parts/b/1"),
        ("#/$defs/A/$defs/A", r#", "$defs": {"A": {"$defs": {"A": true}}}"#, "schemas/acme/t.json#/$defs/A/$defs/A"),
        ("https://example.com/t", r#", "$id": "https://example.com/t""#, "T"),
        (
            "part#/$defs/B",
            r#", "$id": "https://example.com/t", "$defs": {"A": {"$id": "part", "$defs": {"B": true}}}"#,
            "schemas/acme/t.json#/$defs/A/$defs/B",
        ),
    ] {
        assert_eq!(leads(&[("t.json", &refers(reference, more))]), expected, "{reference}");
    }
}

#[test]
fn references_to_other_documents_of_the_folder() {
    let user = r##"{"title": "User", "type": "object", "$defs": {"Name": {"type": "string"}}}"##;
    for (reference, path, expected) in [
        ("user.json", "user.json", "User"),
        ("./user.json#/$defs/Name", "user.json", "Name"),
        ("sub/user.json", "sub/user.json", "User"),
        ("#/components/schemas/User", "u.json", "User"),
        ("#/components/schemas/user_page", "user-page.json", "User"),
        ("#/components/schemas/Person", "acme-person-schema.json", "User"),
    ] {
        assert_eq!(leads(&[("t.json", &refers(reference, "")), (path, user)]), expected, "{reference}");
    }
    // From a folder below, and by way of the `$id`s.
    assert_eq!(leads(&[("sub/t.json", &refers("../user.json", "")), ("user.json", user)]), "User");
    let published = r#"{"$id": "https://example.com/v1/user.json", "title": "User", "type": "object"}"#;
    let id = r#", "$id": "https://example.com/v1/t.json""#;
    assert_eq!(leads(&[("t.json", &refers("user.json", id)), ("x.json", published)]), "User");
    // An `$id` says where a document is published; the other one lies beside it all the same.
    assert_eq!(leads(&[("t.json", &refers("user.json", id)), ("user.json", user)]), "User");
}

#[test]
fn documents_that_call_themselves_by_a_fragment() {
    let user = r##"{"$id": "#/components/schemas/User", "title": "Somebody", "type": "object"}"##;
    assert_eq!(leads(&[("t.json", &refers("#/components/schemas/User", "")), ("x.json", user)]), "Somebody");
    // What is in the document itself comes first.
    let own = r#", "components": {"schemas": {"User": {"title": "Mine", "type": "string"}}}"#;
    assert_eq!(leads(&[("t.json", &refers("#/components/schemas/User", own)), ("x.json", user)]), "User");
}

#[test]
fn folders_stand_for_uris() {
    let user = r#"{"type": "string", "$defs": {"Inner": true, "Unused": true}}"#;
    let sample = with_remotes(
        &[("t.json", &refers("https://example.com/user.json", ""))],
        &[("https://example.com/user.json", user), ("https://example.com/other.json", "{\"type\": 3}")],
    );
    assert_eq!(sample.said(), Vec::<String>::new(), "what nothing refers to is not read");
    assert_eq!(sample.types(), ["user", "T"]);
    assert_eq!(sample.leads(sample.field("T", "a")), "user");
    // By its own name instead of the place.
    let renamed = r#"{"$id": "https://example.com/real", "type": "string"}"#;
    let sample = with_remotes(
        &[("t.json", &refers("https://example.com/real", ""))],
        &[("https://example.com/x.json", renamed)],
    );
    assert_eq!(sample.leads(sample.field("T", "a")), "real");
}

#[test]
fn a_remote_document_is_written_in_the_draft_of_the_one_that_refers_to_it() {
    let schema = refers("http://example.com/n.json#here", r#", "$schema": "http://json-schema.org/draft-04/schema#""#);
    let remote = r##"{"definitions": {"N": {"id": "#here", "minimum": 1, "exclusiveMinimum": true}}}"##;
    let sample = with_remotes(&[("t.json", &schema)], &[("http://example.com/n.json", remote)]);
    assert_eq!(sample.said(), Vec::<String>::new());
    assert_eq!(sample.shown("N"), "N: > 1");
}

#[test]
fn identifiers_of_older_drafts() {
    let draft_4 = r##", "$schema": "http://json-schema.org/draft-04/schema#", "id": "http://example.com/t",
        "definitions": {"A": {"id": "#mark"}, "B": {"id": "b", "definitions": {"C": {"id": "#mark"}}}}"##;
    assert_eq!(leads(&[("t.json", &refers("#mark", draft_4))]), "A");
    assert_eq!(leads(&[("t.json", &refers("b#mark", draft_4))]), "schemas/acme/t.json#/definitions/B/definitions/C");
    // An `$id` beside `$ref` changes no base in draft 7.
    let draft_7 = r##"{"title": "T", "$schema": "http://json-schema.org/draft-07/schema#", "$id": "http://example.com/base/t",
        "properties": {"a": {"$id": "http://example.com/other/", "$ref": "x"}},
        "definitions": {"X": {"$id": "x", "type": "string"}, "Y": {"$id": "http://example.com/other/x"}}}"##;
    assert_eq!(leads(&[("t.json", draft_7)]), "X");
}

#[test]
fn what_is_missing_gets_one_stand_in_and_one_warning() {
    let sample = files(&[
        ("a.json", &refers("#/components/schemas/Gone", "").replace("\"T\"", "\"A\"")),
        ("b.json", &refers("#/components/schemas/Gone", "").replace("\"T\"", "\"B\"")),
        ("c.json", &refers("http://example.com/far.json#/$defs/Far", "").replace("\"T\"", "\"C\"")),
    ]);
    assert_eq!(
        sample.said(),
        [
            "missing-reference 1:45 nothing here is `#/components/schemas/Gone`",
            "missing-reference 1:45 nothing here is `http://example.com/far.json#/$defs/Far`",
        ]
    );
    assert_eq!(sample.diagnostics[0].related.len(), 1);
    let help = sample.diagnostics[0].help.as_deref().unwrap_or("");
    assert!(help.contains("add the document of `Gone`"), "{help}");
    assert_eq!(sample.types(), ["A", "Gone", "B", "C", "Far"]);
    let gone = &sample.spec.types[1];
    assert_eq!(gone.origin, Origin::StandIn);
    assert!(sample.spec.schema(gone.schema).keywords.is_empty());
    assert_eq!(sample.leads(sample.field("B", "a")), "Gone");
}

#[test]
fn nothing_outside_of_the_folder_is_referred_to() {
    for reference in
        ["../other/user.json", "../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "sub/../../x.json"]
    {
        let sample = file(&refers(reference, ""));
        let codes: Vec<Code> = sample.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [Code::OutsideReference], "{reference}");
    }
    let sample = file(&refers("sub/../user.json", ""));
    assert_eq!(sample.diagnostics[0].code, Code::MissingReference);
}

#[test]
fn two_documents_with_one_id_are_reported_with_both_places() {
    for id in ["https://example.com/user", "#/components/schemas/User"] {
        let text = format!("{{\"$id\": \"{id}\", \"type\": \"object\"}}");
        let sample = files(&[("a.json", &text), ("b.json", &text)]);
        assert_eq!(sample.said(), [format!("duplicate-id 1:9 `{id}` is the identifier of two schemas")]);
        let first = sample.diagnostics[0].related[0].0;
        assert_eq!(sample.sources.get(first.source).path, "schemas/acme/a.json");
    }
    let anchors = file(r#"{"allOf": [{"$anchor": "a"}, {"$anchor": "a"}]}"#);
    assert_eq!(anchors.said(), ["duplicate-id 1:42 `a` is the anchor of two schemas"]);
}

#[test]
fn references_that_lead_only_to_each_other_are_reported() {
    let cycle = |text: &str| file(text).diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>();
    let a_b = r##"{"$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}}"##;
    assert_eq!(cycle(a_b), [Code::ReferenceCycle]);
    assert_eq!(cycle(r##"{"$ref": "#"}"##), [Code::ReferenceCycle]);
    assert_eq!(cycle(r##"{"anyOf": [{"type": "string"}, {"$ref": "#"}]}"##), [Code::ReferenceCycle]);
    assert_eq!(cycle(r##"{"properties": {"a": {"$ref": "#/properties/a"}}}"##), [Code::ReferenceCycle]);
    let tree =
        r##"{"properties": {"left": {"$ref": "#"}}, "items": {"$ref": "#"}, "additionalProperties": {"$ref": "#"}}"##;
    assert_eq!(cycle(tree), []);
}

#[test]
fn dynamic_references_are_dynamic_only_where_they_lead_to_a_dynamic_anchor() {
    let text = |anchor: &str| {
        format!(
            "{{\"title\": \"T\", \"properties\": {{\"a\": {{\"$dynamicRef\": \"#node\"}}}}, \"$defs\": {{\"N\": {{\"{anchor}\": \"node\"}}}}}}"
        )
    };
    let dynamic = |sample: &Sample| matches!(sample.field("T", "a").keywords[0].value, Keyword::DynamicRef(_));
    assert!(dynamic(&file(&text("$dynamicAnchor"))));
    assert!(!dynamic(&file(&text("$anchor"))));
    let recursive = |anchor: &str| {
        format!(
            "{{\"$schema\": \"https://json-schema.org/draft/2019-09/schema\", {anchor} \"title\": \"T\", \"properties\": {{\"a\": {{\"$recursiveRef\": \"#\"}}}}}}"
        )
    };
    let sample = file(&recursive("\"$recursiveAnchor\": true,"));
    assert!(dynamic(&sample));
    assert_eq!(sample.spec.resources[0].dynamic_anchors.len(), 1);
    assert!(!dynamic(&file(&recursive(""))));
}

#[test]
fn the_order_of_files_does_not_show() {
    let (a, b) = (refers("b.json", ""), r#"{"title": "B", "type": "object"}"#);
    let one = files(&[("a.json", &a), ("b.json", b)]);
    let other = files(&[("b.json", b), ("a.json", &a)]);
    let text = |sample: &Sample| crate::show::spec_text(&sample.spec, &sample.sources, None);
    assert_eq!(text(&one), text(&other));
}
