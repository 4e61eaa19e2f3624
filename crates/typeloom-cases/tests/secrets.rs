//! What a place makes a secret is shown nowhere: not by `Debug`, not by violations, not by errors of reading. All secrets
//! of the instances have `hush` in them, or are this number.

use std::fmt::Debug;
use std::fs;
use std::path::Path;
use typeloom::{Read, Sensitive, Valid, Validate, Write, from_str};
use typeloom_cases::cases::manifest::secrets_by_override::acme::{Door, Shop};
use typeloom_cases::cases::openapi::a_place_makes_what_it_reaches_a_secret::acme as secrets;

const NUMBER: &str = "71077345";
const CASE: &str = "cases/openapi/a_place_makes_what_it_reaches_a_secret";

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(CASE).join(path)).expect("the case has it")
}

fn hidden(shown: &str) {
    let parts = ["hush", NUMBER, "7107", "7345"];
    assert!(!parts.iter().any(|part| shown.contains(part)), "{shown}");
}

/// Everything that can be said of a text, in both ways in.
fn said<T>(text: &str) -> Vec<String>
where
    T: for<'de> Read<'de> + Write + Validate + Debug + serde::de::DeserializeOwned,
{
    let mut said = Vec::new();
    let ways = [from_str::<T>(text).map_err(|error| format!("{error} {error:?}")), {
        serde_json::from_str::<T>(text).map_err(|error| format!("{error} {error:?}"))
    }];
    for way in ways {
        match way {
            Ok(value) => {
                said.push(format!("{value:?} {value:#?}"));
                if let Err(violations) = value.validate() {
                    said.push(format!("{violations} {violations:?} {}", violations.to_output()));
                    said.extend(Valid::new(value).map_err(|error| error.to_string()).err());
                }
            }
            Err(error) => said.push(error),
        }
    }
    said.extend(from_str::<Valid<T>>(text).err().map(|error| format!("{error} {error:?}")));
    said.extend(serde_json::from_str::<Valid<T>>(text).err().map(|error| format!("{error} {error:?}")));
    said
}

#[test]
fn nothing_shows_a_secret() {
    for path in ["ok/Forms.all.json", "bad/Forms.values.json", "bad/Forms.kind.json"] {
        said::<secrets::Forms>(&text(path)).iter().for_each(|shown| hidden(shown));
    }
    said::<secrets::Stored>(&text("ok/Stored.oauth.json")).iter().for_each(|shown| hidden(shown));
    said::<secrets::Choice>(&text("ok/Choice.second.json")).iter().for_each(|shown| hidden(shown));
    said::<secrets::Choice>(&text("bad/Choice.neither.json")).iter().for_each(|shown| hidden(shown));
    // A name that only the branches of a union have.
    let shown = said::<secrets::Stored>(r#"{"id":"k1","kind":"door","door":71077345}"#);
    shown.iter().for_each(|shown| hidden(shown));
}

#[test]
fn nothing_shows_a_secret_of_another_kind() {
    let values = ["71077345", "7107.7345", "\"hush\"", "[\"hush\"]", "{\"a\":\"hush\"}", "true", "hush", "71077345x"];
    let all: typeloom::Value = text("ok/Forms.all.json").parse().expect("it is JSON");
    let public = ["credentials", "email", "token_type", "max_tokens", "nested", "api_key"];
    for name in all.as_object().expect("an object").keys().filter(|name| !public.contains(&name.as_str())) {
        for value in values {
            for shown in said::<secrets::Forms>(&format!("{{\"{name}\": {value}}}")) {
                // What is no JSON is told by serde_json too, with no more than a character.
                hidden(&shown);
            }
        }
    }
}

#[test]
fn what_is_no_secret_is_shown() {
    let shown = &said::<secrets::Forms>(&text("ok/Forms.all.json"))[0];
    for part in ["ann", "ann@example.com", "bearer", "max_tokens: Some(12)", "\"shown\": Number"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

#[test]
fn overrides_decide() {
    let text = fs::read_to_string("cases/manifest/secrets_by_override/ok/Shop.all.json").expect("the case has it");
    let shown = said::<Shop>(&text);
    shown.iter().for_each(|shown| hidden(shown));
    assert!(shown[0].contains("token: Some(\"17\")") && shown[0].contains("access_token: Some(Red)"), "{}", shown[0]);
    let door = from_str::<Door>(r#"{"id": "d1", "keys": ["hush"]}"#).expect("it is a door");
    assert_eq!(door.keys, Some(vec![Sensitive::from("hush")]));
    assert!(format!("{door:?}").contains("d1"));
}
