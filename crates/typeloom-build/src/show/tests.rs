//! The text of a spec, as goldens hold it.

use super::spec_text;
use crate::read::sample::{file, files};
use crate::source::Span;
use crate::spec::{Convention, Evidence, Keyword, Spelling, Stated};

#[test]
fn a_type_is_seen_at_a_glance() {
    let sample = files(&[(
        "user.json",
        r##"{
  "title": "User",
  "description": "Somebody who signs in.",
  "type": "object",
  "properties": {
    "id": {"type": "string"},
    "reason": {"type": ["string", "null"], "description": "Why."},
    "home": {"$ref": "#/$defs/Address", "deprecated": true},
    "tags": {"type": "array", "items": {"type": "string", "maxLength": 10}, "default": []}
  },
  "required": ["id", "reason"],
  "$defs": {
    "Address": {"type": "object", "additionalProperties": false}
  }
}"##,
    )]);
    let expected = "\
vendor acme: 2 types

User: object                                                                            schemas/acme/user.json:2
  \"Somebody who signs in.\"
  * id: string                                                                          :6
  * reason: string|null                                                                 :7
      \"Why.\"
    home: Address, deprecated                                                           :8
    tags: array                                                                         :9
      default []
      each item: string, at most 10 characters

Address: object                                                                         schemas/acme/user.json:13
  every other: nothing
";
    assert_eq!(spec_text(&sample.spec, &sample.sources, None), expected);
    let only = spec_text(&sample.spec, &sample.sources, Some("Address"));
    assert!(only.starts_with("vendor acme: 1 type\n\nAddress: object"), "{only}");
}

#[test]
fn what_a_page_does_not_say_is_shown() {
    let mut sample = file(r#"{"title": "T", "properties": {"nextStep": {"type": "string"}}}"#);
    let span = Span::new(sample.spec.types[0].span.source, 0, 1);
    let root = sample.spec.types[0].schema;
    for keyword in &mut sample.spec.schema_mut(root).keywords {
        let Keyword::Properties(fields) = &mut keyword.value else { continue };
        let field = &mut fields[0];
        let evidence = Evidence::PageConvention(Convention::Camel, span);
        field.spelling = Some(Spelling { page: "next_step".to_owned(), evidence, accepted: true });
        (field.required, field.null, field.secret) = (Stated::Unknown, Stated::Unknown, vec![span.at(true)]);
    }
    let expected = "T: anything with
  ? nextStep: string, null unknown, secret
      `next_step` on the page, which is read too; the page writes camelCase, as at schemas/acme/acme.json:1";
    assert_eq!(sample.shown("T"), expected);
}

#[test]
fn what_is_referred_to_without_a_name_is_shown_too() {
    let sample = file(
        r##"{"title": "T", "items": {"$ref": "#/$defs/A/$defs/B"}, "$defs": {"A": {"$defs": {"B": {"type": "null"}}}}}"##,
    );
    let text = spec_text(&sample.spec, &sample.sources, None);
    assert!(text.contains("\n#/$defs/A/$defs/B: null"), "{text}");
}
