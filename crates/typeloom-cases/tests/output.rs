//! What is said of an instance, in JSON Schema's output format and through every way to read it: for references inside
//! of references, and for unions of which no branch holds.

use typeloom::{Valid, Validate, Value, from_str, from_value};
use typeloom_cases::cases::json_schema::a_failed_union_says_which_branch_came_closest::acme::{Nested, Tagged, Trial};
use typeloom_cases::cases::json_schema::references_to_places_of_every_spelling::acme::Parcel;

/// A unit: the place in the instance, the way through the schema, and the place of the keyword after the document.
fn units(output: &Value) -> Vec<[String; 3]> {
    let Value::Object(members) = output else { panic!("an object") };
    let Some(Value::Array(errors)) = members.get("errors") else { panic!("a list of errors") };
    let unit = |unit: &Value| {
        let Value::Object(unit) = unit else { panic!("an object") };
        let text = |name: &str| match unit.get(name) {
            Some(Value::String(text)) => text.clone(),
            other => panic!("`{name}` is {other:?}"),
        };
        assert!(!text("error").is_empty());
        let absolute = text("absoluteKeywordLocation");
        let absolute = absolute.split_once('#').expect("a document and a pointer").1;
        [text("instanceLocation"), text("keywordLocation"), absolute.to_owned()]
    };
    errors.iter().map(unit).collect()
}

fn output<T: Validate + for<'de> typeloom::Read<'de>>(text: &str) -> Vec<[String; 3]> {
    units(&from_str::<T>(text).expect("it can be held").validate().expect_err("it is not valid").to_output())
}

fn unit(instance: &str, keyword: &str, absolute: &str) -> [String; 3] {
    [instance, keyword, absolute].map(str::to_owned)
}

#[test]
fn keywords_are_found_through_references() {
    assert_eq!(
        output::<Parcel>(r#"{"inner_size": {"unit": "mms"}, "percent": 101, "second": 4, "chain": "y"}"#),
        [
            unit(
                "/inner_size/unit",
                "/properties/inner_size/$ref/properties/unit/maxLength",
                "/properties/size/properties/unit/maxLength"
            ),
            unit("/percent", "/properties/percent/$ref/maximum", "/definitions/100%/maximum"),
            unit("/second", "/properties/second/$ref/minimum", "/definitions/pair/items/1/minimum"),
            unit("/chain", "/properties/chain/$ref/$ref/enum", "/definitions/second/enum"),
        ]
    );
}

#[test]
fn reasons_follow_what_they_are_reasons_for() {
    assert_eq!(
        output::<Nested>(r#"{"pet": {"kind": "cat", "lives": 10}}"#),
        [
            unit("", "/oneOf", "/$defs/Nested/oneOf"),
            unit("/pet", "/oneOf/0/properties/pet/$ref/oneOf", "/$defs/Tagged/oneOf"),
            unit(
                "/pet/lives",
                "/oneOf/0/properties/pet/$ref/oneOf/0/$ref/properties/lives/maximum",
                "/$defs/Cat/properties/lives/maximum"
            ),
        ]
    );
    assert_eq!(
        output::<Tagged>(r#"{"kind": "dog", "tail": {"length": -1}}"#),
        [unit(
            "/tail/length",
            "/oneOf/1/$ref/properties/tail/properties/length/minimum",
            "/$defs/Dog/properties/tail/properties/length/minimum"
        )]
    );
}

#[test]
fn every_way_to_read_says_the_same() {
    for (text, said) in [
        (
            r#"{"size": 0}"#,
            "the value is not valid: matches none of the 3 branches; branch 1 comes closest (anyOf)\n  /size: must be at least 1, is 0 (minimum)",
        ),
        (
            r#"{"weight": 2}"#,
            "no branch of `anyOf` takes the value; closest is WithSize: missing required member `size` of Trial (WithSize)",
        ),
        ("null", "no branch of `anyOf` takes the value: expected a string or an object, found null"),
    ] {
        let value: Value = from_str(text).expect("JSON");
        let errors = [
            from_str::<Valid<Trial>>(text).expect_err("it is refused").to_string(),
            from_value::<Valid<Trial>>(&value).expect_err("it is refused").to_string(),
            serde_json::from_str::<Valid<Trial>>(text).expect_err("it is refused").to_string(),
        ];
        assert!(errors.iter().all(|error| error.starts_with(said)), "{errors:?}");
    }
}
