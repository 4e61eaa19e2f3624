//! What is read is written back as an equal JSON value, by every way in and every way out.

use crate::models::{Account, Event, Label, Labelled, Plan};
use typeloom::{Read, Value, Write, from_str, from_value, to_string, to_string_pretty, to_value, to_vec};

fn round_trip<T>(text: &str)
where
    T: for<'a> Read<'a>
        + Write
        + serde_core::Serialize
        + for<'de> serde_core::Deserialize<'de>
        + PartialEq
        + std::fmt::Debug,
{
    let value: Value = from_str(text).unwrap();
    let read: T = from_str(text).unwrap();
    assert_eq!(to_value(&read).unwrap(), value);
    assert_eq!(from_str::<Value>(&to_string(&read).unwrap()).unwrap(), value);
    assert_eq!(from_str::<Value>(&to_string_pretty(&read).unwrap()).unwrap(), value);
    assert_eq!(to_vec(&read).unwrap(), to_string(&read).unwrap().into_bytes());
    assert_eq!(from_value::<T>(&value).unwrap(), read);
    let through_serde: T = serde_json::from_str(text).unwrap();
    assert_eq!(through_serde, read);
    assert_eq!(from_str::<Value>(&serde_json::to_string(&read).unwrap()).unwrap(), value);
    let dom: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), dom);
    assert_eq!(serde_json::from_value::<T>(dom).unwrap(), read);
    assert_eq!(serde_json::from_reader::<_, T>(text.as_bytes()).unwrap(), read);
}

#[test]
fn structs() {
    round_trip::<Account>(r#"{"email":"abc","reason":null,"tags":[]}"#);
    round_trip::<Account>(
        r#"{"tags":["a","b"],"age":-3,"email":"a\"\\\u0001é😀","plan":"huge","note":null,"reason":"x",
        "token":"secret\n","x":{"y":[1,2.5,null,true,{}]},"z":[],"":"",
        "owner":{"email":"b","reason":null,"tags":[],"plan":null,"extra":18446744073709551615}}"#,
    );
}

#[test]
fn enums_and_unions() {
    round_trip::<Plan>(r#""free""#);
    round_trip::<Plan>(r#""something else""#);
    round_trip::<Label>(r#""text""#);
    round_trip::<Label>("12");
    round_trip::<Label>(r#"["free","?"]"#);
    round_trip::<Labelled>(r#"{"id":1,"a":"x","b":2,"c":["team"]}"#);
    round_trip::<Event>(r#"{"id":1,"a":["x"],"type":"labelled"}"#);
    round_trip::<Event>(r#"{"type":"created","email":"abc","reason":null,"tags":["t"]}"#);
}

#[test]
fn collections() {
    round_trip::<Value>(r#"{"a":[],"b":{},"c":[[],[{}]],"d":"","e":-0.5,"f":null}"#);
}

#[test]
fn pretty_is_that_of_serde_json() {
    for text in ["[]", "{}", "[[],{}]", r#"{"a":[1,{"b":[]}],"c":{"d":null}}"#, "1"] {
        let own: Value = from_str(text).unwrap();
        let other: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(to_string_pretty(&own).unwrap(), serde_json::to_string_pretty(&other).unwrap());
        assert_eq!(to_string(&own).unwrap(), serde_json::to_string(&other).unwrap());
        assert_eq!(format!("{own:#}"), serde_json::to_string_pretty(&other).unwrap());
    }
}
