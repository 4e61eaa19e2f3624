//! The goldens of `emit`, compiled and run: what is emitted reads, writes and validates, through serde too.

include!("emitted/hostile.rs");
include!("emitted/records.rs");
include!("emitted/rules_by_value.rs");
include!("emitted/schemas.rs");
include!("emitted/unions.rs");
include!("emitted/values.rs");

use serde_json::Value as Json;
use typeloom::{Read, Valid, Validate, Write};

/// Reads `json` in every way, writes it back in every way, and gives the value.
fn reads<T>(json: &str) -> T
where
    T: for<'a> Read<'a> + Write + Validate + PartialEq + std::fmt::Debug,
    T: serde::de::DeserializeOwned + serde::Serialize,
{
    let expected: Json = serde_json::from_str(json).expect("the test's own JSON");
    let value: T = typeloom::from_str(json).expect("it reads from text");
    assert_eq!(value, serde_json::from_str(json).expect("it reads through serde"));
    assert_eq!(value, serde_json::from_value(expected.clone()).expect("it reads from serde's values"));
    let text = typeloom::to_string(&value).expect("it writes");
    assert_eq!(expected, serde_json::from_str::<Json>(&text).expect("it writes JSON"));
    assert_eq!(expected, serde_json::to_value(&value).expect("it writes through serde"));
    value
}

/// Reads `json`, which is valid.
fn accepts<T>(json: &str) -> T
where
    T: for<'a> Read<'a> + Write + Validate + PartialEq + std::fmt::Debug,
    T: serde::de::DeserializeOwned + serde::Serialize,
{
    let value: T = reads(json);
    assert_eq!(value.validate().map_err(|violations| violations.to_string()), Ok(()));
    assert!(value.is_valid());
    assert!(serde_json::from_str::<Valid<T>>(json).is_ok());
    value
}

/// Why `json` cannot be read.
fn refuses<T>(json: &str) -> String
where
    T: for<'a> Read<'a> + serde::de::DeserializeOwned + std::fmt::Debug,
{
    serde_json::from_str::<T>(json).expect_err("serde refuses it too");
    let error = typeloom::from_str::<T>(json).expect_err("it is refused");
    format!("{} at {}", error.message(), error.pointer())
}

/// Reads `json` and lists what is wrong with it: place, keyword location, absolute keyword location.
fn violations<T>(json: &str) -> Vec<String>
where
    T: for<'a> Read<'a> + Write + Validate + PartialEq + std::fmt::Debug,
    T: serde::de::DeserializeOwned + serde::Serialize,
{
    let value: T = reads(json);
    assert!(!value.is_valid());
    let violations = value.validate().expect_err("it is not valid");
    let line = |violation: &typeloom::Violation| {
        let absolute = violation.absolute_keyword_location().unwrap_or_default();
        format!("{} {} {absolute}", violation.instance_location(), violation.keyword_location())
    };
    violations.iter().map(line).collect()
}

mod presence {
    use super::records::{Account, Plan};
    use super::{accepts, reads, refuses, violations};

    const LEAST: &str = r#"{"id": "a", "reason": null, "state": "free"}"#;

    #[test]
    fn absent_null_and_there_are_three_things() {
        let least: Account = accepts(LEAST);
        assert_eq!((least.reason, least.age, least.note), (None, None, None));
        let account: Account =
            accepts(r#"{"id": "a", "reason": "why", "state": "free", "note": null, "ageInYears": 1}"#);
        assert_eq!((account.reason.as_deref(), account.age, account.note), (Some("why"), Some(1), Some(None)));
    }

    #[test]
    fn a_null_of_which_nobody_knows_is_written_back() {
        let account: Account = accepts(r#"{"id": "a", "reason": null, "state": null, "plan": null}"#);
        assert_eq!((&account.plan, &account.state), (&None, &None));
        assert!(account.unknown.contains_key("plan"));
        let account: Account = accepts(r#"{"id": "a", "reason": null, "state": "free", "plan": "team \"x\""}"#);
        assert_eq!(account.plan, Some(Plan::Team));
    }

    #[test]
    fn missing_members_are_told_together() {
        let error = refuses::<Account>(r#"{"reason": "why"}"#);
        assert!(error.contains("`id`, `state`"), "{error}");
        assert!(refuses::<Account>(r#"{"id": "a", "state": "free"}"#).contains("`reason`"));
    }

    #[test]
    fn null_is_refused_where_it_is_excluded() {
        assert!(refuses::<Account>(r#"{"id": null, "reason": null, "state": "free"}"#).ends_with("at /id"));
        assert!(refuses::<Account>(r#"{"id": "a", "reason": null, "state": "free", "age": null}"#).ends_with("/age"));
    }

    #[test]
    fn other_spellings_are_read_and_the_first_is_written() {
        let account: Account =
            typeloom::from_str(r#"{"id": "a", "reason": null, "state": "free", "age_in_years": 3}"#).expect("an alias");
        assert_eq!(account.age, Some(3));
        assert!(typeloom::to_string(&account).expect("it writes").contains(r#""ageInYears":3"#));
        let twice = r#"{"id": "a", "reason": null, "state": "free", "age": 1, "ageInYears": 1}"#;
        assert!(refuses::<Account>(twice).contains("twice"));
    }

    #[test]
    fn unknown_members_and_values_are_kept() {
        let json = r#"{"id": "a", "reason": null, "state": "free", "more": {"a": [1.50, null]}, "plan": "gold"}"#;
        let account: Account = reads(json);
        assert_eq!(account.plan.as_ref().map(Plan::as_str), Some("gold"));
        assert!(typeloom::to_string(&account).expect("it writes").contains("1.50"));
        assert_eq!(violations::<Account>(json), ["/plan /properties/plan/$ref/enum acme/plan.json#/enum"]);
    }

    #[test]
    #[allow(deprecated)]
    fn violations_name_the_way_through_references() {
        let json = r#"{
            "id": "too long for it", "reason": "no", "state": "free", "note": "too long", "token": "abc",
            "owner": {"id": "", "reason": null, "state": "gold", "type": true},
            "history": [{"id": "a", "reason": "no", "state": "free"}]
        }"#;
        let expected = [
            "/id /properties/id/maxLength acme/account.json#/properties/id/maxLength",
            "/reason /properties/reason/minLength acme/account.json#/properties/reason/minLength",
            "/note /properties/note/maxLength acme/account.json#/properties/note/maxLength",
            "/token /properties/token/minLength acme/account.json#/properties/token/minLength",
            "/owner/id /properties/owner/$ref/properties/id/minLength acme/account.json#/properties/id/minLength",
            "/owner/state /properties/owner/$ref/properties/state/$ref/enum acme/plan.json#/enum",
            "/history/0/reason /properties/history/items/$ref/properties/reason/minLength \
             acme/account.json#/properties/reason/minLength",
        ];
        assert_eq!(violations::<Account>(json), expected);
        let account: Account = reads(json);
        assert_eq!(account.owner.and_then(|owner| owner.r#type), Some(true));
        assert_eq!(format!("{:?}", account.token), "Some(Sensitive(..))");
    }

    #[test]
    fn a_struct_without_required_members_has_a_default() {
        assert_eq!(super::records::Empty::default(), accepts("{}"));
        reads::<super::records::Empty>(r#"{"anything": [1]}"#);
    }
}

mod checks {
    use super::values::{Closed, Code, Color, Open, Shapes, Silent};
    use super::{accepts, reads, refuses, violations};

    /// The keyword locations that are violated by a member beside the required ones.
    fn member(json: &str) -> Vec<String> {
        let json = format!(r#"{{"choice": "red", "null_or_one": null, {json}}}"#);
        violations::<Shapes>(&json).iter().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn every_shape_reads_and_writes() {
        let json = r#"{
            "choice": "red", "null_or_one": 1, "nothing": null, "truth": true, "small": -3, "large": 8, "float": 0.3,
            "exact": 1.0, "integer": 12, "text": "xabcx", "list": ["a", null], "map": {"a": "red"}, "maybe_null": 1,
            "alias": ["a"], "newtype": "ab", "closed": {"c": true, "b": null, "d": 1}, "open": {"x": 0}, "silent": "s",
            "any": null
        }"#;
        // `d` is required and forbidden, so `closed` cannot be valid.
        assert_eq!(violations::<Shapes>(json).len(), 1);
        accepts::<Shapes>(&json.replace(r#""closed": {"c": true, "b": null, "d": 1}, "#, ""));
    }

    #[test]
    fn numbers() {
        assert_eq!(member(r#""small": -4"#), ["/small /properties/small/minimum"]);
        assert_eq!(member(r#""large": 3"#), ["/large /properties/large/enum"]);
        assert_eq!(member(r#""float": 1000.5"#), ["/float /properties/float/maximum"]);
        assert_eq!(member(r#""float": 0.0"#), ["/float /properties/float/exclusiveMinimum"]);
        assert_eq!(member(r#""float": 0.35"#), ["/float /properties/float/multipleOf"]);
        assert_eq!(member(r#""exact": 10"#), ["/exact /properties/exact/exclusiveMaximum"]);
        assert_eq!(member(r#""integer": 2147483648"#), ["/integer /properties/integer/format"]);
        assert!(refuses::<Shapes>(r#"{"choice": "red", "null_or_one": null, "small": 1.5}"#).ends_with("at /small"));
    }

    #[test]
    fn values_of_any_kind() {
        let also = "/any /properties/any/const";
        assert_eq!(member(r#""any": "a""#), [also, "/any /properties/any/minLength"]);
        assert_eq!(member(r#""any": 1"#), [also, "/any /properties/any/minimum"]);
        assert_eq!(member(r#""any": [1]"#), [also, "/any /properties/any/minItems"]);
        assert_eq!(member(r#""any": {"a": 1}"#), [also, "/any /properties/any/minProperties"]);
        assert_eq!(member(r#""never": null"#), ["/never /properties/never"]);
    }

    #[test]
    fn lists_and_maps() {
        assert_eq!(member(r#""list": []"#), ["/list /properties/list/minItems"]);
        assert_eq!(member(r#""list": ["a", "a"]"#), ["/list /properties/list/uniqueItems"]);
        assert_eq!(member(r#""list": [null, "abcd"]"#), ["/list/1 /properties/list/items/maxLength"]);
        assert_eq!(
            member(r#""map": {"long_name": "blue", "b": "red"}"#),
            [
                "/map/long_name /properties/map/propertyNames/maxLength",
                "/map /properties/map/required",
                "/map /properties/map/dependentRequired",
                "/map/long_name /properties/map/additionalProperties/$ref/enum",
            ]
        );
    }

    #[test]
    fn checks_beside_a_reference_stand_in_front_of_it() {
        let expected = ["/choice /properties/choice/maxLength", "/choice /properties/choice/$ref/enum"];
        let found = violations::<Shapes>(r#"{"choice": "blue", "null_or_one": null}"#);
        assert!(found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected)), "{found:?}");
        assert_eq!(member(r#""newtype": "a""#), ["/newtype /properties/newtype/minLength"]);
        assert_eq!(member(r#""newtype": "abcdef""#), ["/newtype /properties/newtype/$ref/maxLength"]);
        assert_eq!(member(r#""alias": ["a", "b", "c"]"#), ["/alias /properties/alias/maxItems"]);
        assert_eq!(member(r#""alias": ["abcdef"]"#), ["/alias/0 /properties/alias/$ref/items/$ref/maxLength"]);
    }

    #[test]
    fn checks_that_know_null() {
        let found = |json| violations::<Shapes>(json).len();
        assert_eq!(found(r#"{"choice": "red", "null_or_one": 6}"#), 2);
        assert_eq!(member(r#""maybe_null": null"#), ["/maybe_null /properties/maybe_null/const"]);
    }

    #[test]
    fn members_of_a_struct() {
        let places = |json| -> Vec<String> {
            violations::<Closed>(json)
                .iter()
                .map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "))
                .collect()
        };
        assert_eq!(
            places(r#"{"c": true, "a": true, "long_name": 1, "b": null}"#),
            [
                " /maxProperties",
                "/long_name /propertyNames/maxLength",
                " /required",
                "/long_name /additionalProperties",
            ]
        );
        assert_eq!(places(r#"{"c": true}"#), [" /minProperties", " /required", " /required"]);
        assert_eq!(places(r#"{"c": true, "a": true}"#), [" /required", " /required", " /dependentRequired"]);
    }

    #[test]
    fn typed_members_without_a_field() {
        let open: Open = accepts(r#"{"a": true, "x": 1, "y": 2}"#);
        assert_eq!(open.additional.len(), 2);
        assert_eq!(
            violations::<Open>(r#"{"x": -1}"#),
            ["/x /additionalProperties/minimum acme/open.json#/additionalProperties/minimum"]
        );
        assert!(refuses::<Open>(r#"{"x": "1"}"#).ends_with("at /x"));
    }

    #[test]
    fn newtypes_and_enums() {
        assert_eq!(violations::<Code>(r#""abcdef""#), [" /maxLength acme/code.json#/maxLength"]);
        assert_eq!(accepts::<Silent>(r#""anything""#).0, "anything");
        assert_eq!(accepts::<Color>(r#""green""#), Color::Green);
        assert_eq!(reads::<Color>(r#""blue""#), Color::Other("blue".to_owned()));
        assert_eq!(Color::from("red").to_string(), "red");
        assert!(typeloom::Validate::is_valid(&Color::Other("red".to_owned())));
    }
}

mod choice {
    use super::rules_by_value::{Parts, Whole};
    use super::unions::{Event, Label, Nested, Target, Tree};
    use super::{accepts, refuses, violations};

    #[test]
    fn by_kind() {
        assert_eq!(accepts::<Label>("null"), Label::Nothing(()));
        assert_eq!(accepts::<Label>("1.5"), Label::Number(1.5));
        let nested = accepts::<Label>(r#"["a", [2.0], null]"#);
        assert!(matches!(nested, Label::Labels(labels) if labels.len() == 3));
        assert_eq!(refuses::<Label>("[true]"), "expected null, a number, a string or an array, found a boolean at /0");
        assert_eq!(
            violations::<Label>(r#"["a", ["too long"]]"#),
            ["/1/0 /oneOf/3/items/$ref/oneOf/3/items/$ref/oneOf/1/maxLength acme/label.json#/oneOf/1/maxLength"]
        );
    }

    #[test]
    fn by_tag_wherever_it_stands() {
        assert!(matches!(accepts::<Event>(r#"{"at": 1, "type": "created"}"#), Event::Created(_)));
        let event: Event = accepts(r#"{"event": {"at": 1, "type": "created"}, "type": "inner"}"#);
        assert!(matches!(event, Event::Nested(nested) if matches!(nested.event, Event::Created(_))));
        assert!(refuses::<Event>(r#"{"event": {"type": "x"}, "type": "nested"}"#).contains("`created`, `nested`"));
        assert!(refuses::<Event>(r#"{"at": 1}"#).contains("`type`"));
        let nested = r#"{"event": {"at": -1, "type": "created"}, "type": "nested"}"#;
        assert_eq!(
            violations::<Nested>(nested),
            ["/event /properties/event/$ref/oneOf/0/$ref/properties/at/minimum acme/created.json#/properties/at/minimum"]
                .map(|line| line.replacen("/event ", "/event/at ", 1))
        );
    }

    #[test]
    fn by_trial_with_the_rule_first() {
        assert_eq!(accepts::<Target>("1"), Target::Count(1));
        assert!(matches!(accepts::<Target>("1.5"), Target::Label(Label::Number(_))));
        assert!(matches!(accepts::<Target>(r#"{"type": "a", "at": 1}"#), Target::Created(_)));
        let error = refuses::<Target>(r#"{"type": "a", "at": "b"}"#);
        assert!(error.contains("Created") && error.ends_with("at /at"), "{error}");
        assert_eq!(violations::<Target>("null"), [" /not acme/target.json#/not"]);
    }

    #[test]
    fn choices_inside_of_choices_are_made_once() {
        let mut json = r#"{"x": 1}"#.to_owned();
        for _ in 0..100 {
            json = format!(r#"{{"x": "a", "child": {json}}}"#);
        }
        assert!(matches!(accepts::<Tree>(&json), Tree::Text(_)));
        assert!(typeloom::from_str::<Tree>(&json.replace("1", "null")).is_err());
    }

    #[test]
    fn by_value() {
        accepts::<Whole>(r#"{"a": [1]}"#);
        assert_eq!(violations::<Whole>(r#"{"a": 1, "b": 2}"#), [" /not acme/whole.json#/not"]);
        accepts::<Parts>(r#"{"never_null": "a", "maybe": "b", "whole": {}}"#);
        assert_eq!(
            violations::<Parts>(r#"{"never_null": null, "maybe": null, "whole": {"b": 1}}"#),
            [
                "/never_null /properties/never_null/not acme/parts.json#/properties/never_null/not",
                "/maybe /properties/maybe/not acme/parts.json#/properties/maybe/not",
                "/whole /properties/whole/$ref/not acme/whole.json#/not",
            ]
        );
    }
}

mod names {
    use super::accepts;
    use super::hostile;

    #[test]
    fn types_with_names_of_the_prelude_work() {
        let json = |value: &str| {
            format!(
                r#"{{"required": {value}, "required_nullable": null, "optional": {value}, "unknown_null": null,
                    "reader": {value}, "members": {value}, "fn": {value}, "f0": {value}, "self_": {value}}}"#
            )
        };
        let option = json(r#""text""#);
        accepts::<hostile::Option>(&option);
        accepts::<hostile::Result>(&json("[1]"));
        accepts::<hostile::Vec>(&json(&option));
        accepts::<hostile::BTreeMap>(&json(r#"{"a": "self"}"#));
        accepts::<hostile::From>(&json(r#""ok""#));
        accepts::<hostile::Box>(&format!(r#"[{option}]"#));
        accepts::<hostile::Ok>("null");
        accepts::<hostile::Members>(r#"{"members": {"members": {}}}"#);
        assert_eq!(accepts::<hostile::Some>(r#""x""#).0, "x");
    }

    #[test]
    fn names_from_documents_are_only_strings() {
        let docs: hostile::Docs = accepts(r##"{"\"#;}\n//": "a", "`code` ``more``": "b"}"##);
        assert_eq!((docs.quotes.as_deref(), docs.undocumented.as_deref()), (Some("a"), Some("b")));
        let docs: hostile::Docs = typeloom::from_str(r#"{"*/": "a"}"#).expect("an alias");
        assert_eq!(docs.quotes.as_deref(), Some("a"));
    }
}

mod schemars_feature {
    use super::schemas::Node;
    use serde_json::json;

    #[test]
    fn references_lead_to_what_the_generator_calls_the_types() {
        let schema = schemars::schema_for!(Node).to_value();
        let expected = json!({
            "next": {"$ref": "#"},
            "name": {"$ref": "#/$defs/Name", "description": "of it"},
            "names": {"allOf": [{"type": "array", "items": {"$ref": "#/$defs/Name"}}]},
            "$ref": {"const": {"$ref": "#/$defs/name"}},
        });
        assert_eq!(schema["properties"], expected);
        assert_eq!(schema["$defs"], json!({"Name": {"type": "string"}}));
    }

    #[test]
    fn subschemas_can_be_inlined() {
        let mut settings = schemars::generate::SchemaSettings::draft2020_12();
        settings.inline_subschemas = true;
        let schema = settings.into_generator().into_root_schema_for::<Node>().to_value();
        assert_eq!(schema["properties"]["name"], json!({"allOf": [{"type": "string"}], "description": "of it"}));
    }
}
