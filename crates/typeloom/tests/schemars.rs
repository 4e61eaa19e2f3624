//! The schemas that generated types give to schemars.

#![cfg(feature = "schemars")]
#![allow(missing_docs, clippy::unwrap_used)]

use schemars::{JsonSchema, Schema, SchemaGenerator, schema_for};
use std::borrow::Cow;
use typeloom::__private as rt;
use typeloom::{Integer, Number, Sensitive, Valid, Value};

struct Account;

impl rt::JsonSchema for Account {
    fn schema_name() -> Cow<'static, str> {
        "Account".into()
    }

    fn json_schema(generator: &mut rt::SchemaGenerator) -> rt::Schema {
        rt::schema(
            generator,
            r##"{"type":"object","properties":{"plan":{"$ref":"#/$defs/acme.plan~1x%20y"},
                "default":{"$ref":"#/$defs/Inline","title":"t"},"owner":{"$ref":"#/$defs/Account"}},
                "default":{"$ref":"#/$defs/Account"},"additionalProperties":{"$ref":"#/$defs/unknown"}}"##,
            &[
                ("acme.plan/x y", |generator| generator.subschema_for::<Plan>()),
                ("Account", |generator| generator.subschema_for::<Account>()),
                ("Inline", |generator| generator.subschema_for::<Number>()),
            ],
        )
    }
}

struct Plan;

impl JsonSchema for Plan {
    fn schema_name() -> Cow<'static, str> {
        "Plan".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        rt::schema(generator, r#"{"enum":["free"]}"#, &[])
    }
}

#[test]
fn references_become_the_generators() {
    let schema = schema_for!(Vec<Account>).to_value();
    let account = &schema["$defs"]["Account"];
    assert_eq!(account["properties"]["plan"]["$ref"], "#/$defs/Plan");
    assert_eq!(account["properties"]["owner"]["$ref"], "#/$defs/Account");
    assert_eq!(account["properties"]["default"], serde_json::json!({"title": "t", "allOf": [{"type": "number"}]}));
    assert_eq!(account["default"]["$ref"], "#/$defs/Account");
    assert_eq!(account["additionalProperties"]["$ref"], "#/$defs/unknown");
    assert_eq!(schema["$defs"]["Plan"], serde_json::json!({"enum": ["free"]}));
}

#[test]
fn types_of_the_runtime() {
    assert_eq!(schema_for!(Integer).get("type").unwrap(), "integer");
    assert_eq!(schema_for!(Sensitive<String>).get("type").unwrap(), "string");
    assert!(schema_for!(Value).get("type").is_none());
    assert_eq!(schema_for!(Vec<Valid<Plan>>).to_value()["items"]["$ref"], "#/$defs/Plan");
}
