//! The three sources agree, and other formats than JSON work.

use crate::models::{Account, Event, Label, Labelled, Target};
use serde::Deserialize;
use serde::de::value::{Error as ValueError, MapDeserializer};
use serde_core::de::IntoDeserializer;
use typeloom::{Number, Read, Value, from_str, from_value};

/// Whether `text` is a `T`, asked in every way.
fn verdict<T: for<'a> Read<'a> + for<'de> Deserialize<'de>>(text: &str) -> bool {
    let own = from_str::<T>(text).is_ok();
    assert_eq!(own, serde_json::from_str::<T>(text).is_ok(), "through serde_json: {text}");
    if let Ok(value) = from_str::<Value>(text) {
        assert_eq!(own, from_value::<T>(&value).is_ok(), "from a value: {text}");
    }
    if let Ok(value) = serde_json::from_str::<serde_json::Value>(text) {
        // A `serde_json::Value` keeps the last of two members of one name.
        if !text.contains("twice") {
            assert_eq!(own, serde_json::from_value::<T>(value).is_ok(), "from a serde_json::Value: {text}");
        }
    }
    own
}

#[test]
fn all_sources_agree() {
    let base = r#""email":"abc","reason":null,"tags":[]"#;
    assert!(verdict::<Account>(&format!("{{{base}}}")));
    for good in [
        r#""age":1"#,
        r#""age":1.0"#,
        r#""age":10e1"#,
        r#""age":9223372036854775807"#,
        r#""note":null"#,
        r#""plan":null"#,
        r#""plan":"?""#,
        r#""access_token":"x""#,
        r#""unknown":{"a":[{"b":1}]}"#,
        r#""owner":{"email":"x","reason":"y","tags":["z"]}"#,
    ] {
        assert!(verdict::<Account>(&format!("{{{base},{good}}}")), "{good}");
    }
    for bad in [
        r#""age":null"#,
        r#""age":"1""#,
        r#""age":1.5"#,
        r#""age":9223372036854775808"#,
        r#""note":1"#,
        r#""note":{}"#,
        r#""plan":1"#,
        r#""plan":[]"#,
        r#""token":null"#,
        r#""owner":null"#,
        r#""owner":[]"#,
        r#""owner":{}"#,
        r#""owner":{"email":"x","reason":"y","tags":[1]}"#,
        r#""owner":{"email":"x","reason":"y","tags":{}}"#,
        r#""twice":1,"twice":2"#,
        r#""age":1,"age":1,"twice":1"#,
    ] {
        assert!(!verdict::<Account>(&format!("{{{base},{bad}}}")), "{bad}");
    }
    for bad in ["null", "[]", "1", "\"\"", "true", "{}", "", "{"] {
        assert!(!verdict::<Account>(bad), "{bad}");
    }
}

#[test]
fn all_sources_agree_on_unions() {
    for good in ["\"x\"", "1", "1.0", "-1e2", "[]", r#"["free"]"#] {
        assert!(verdict::<Label>(good), "{good}");
    }
    for bad in ["null", "true", "1.5", "{}", "[1]", "[null]", "1e30", "", "x", "-"] {
        assert!(!verdict::<Label>(bad), "{bad}");
    }
    assert!(verdict::<Labelled>(r#"{"a":1,"b":"x","c":[]}"#));
    assert!(!verdict::<Labelled>(r#"{"a":1,"b":null}"#));
    assert!(verdict::<Event>(r#"{"a":1,"b":{"type":"x"},"type":"labelled"}"#) == verdict::<Labelled>(r#"{"b":{}}"#));
    for bad in [r#"{"type":"other"}"#, r#"{"type":1}"#, "{}", "[]", "null", r#"{"type":"labelled","a":1.5}"#] {
        assert!(!verdict::<Event>(bad), "{bad}");
    }
    assert!(verdict::<Target>(r#"{"inner":{"email":"abc","reason":null,"tags":[]}}"#));
    assert!(!verdict::<Target>(r#"{"inner":{"email":"abc","reason":null,"tags":[1]}}"#));
    assert!(!verdict::<Target>("1"));
}

#[test]
fn messages_through_serde_json_have_pointer_and_position() {
    let text = "{\n  \"email\": \"a@b\",\n  \"reason\": null,\n  \"tags\": [\"x\", null]\n}";
    let error = serde_json::from_str::<Account>(text).unwrap_err();
    assert_eq!(error.to_string(), "expected a string, found null at /tags/1 at line 4 column 21");
    assert_eq!((error.line(), error.column()), (4, 21));
    let error = serde_json::from_str::<Vec<Account>>(r#"[{"reason":null}]"#).unwrap_err();
    assert_eq!(error.to_string(), "missing required members `email`, `tags` of Account at line 1 column 16");
    let error = serde_json::from_str::<Labelled>(r#"{"a":[1]}"#).unwrap_err();
    assert_eq!(error.to_string(), "expected a string, found a number at /a/0 at line 1 column 9");
    let error = serde_json::from_str::<Account>(r#"{"email":tru}"#).unwrap_err();
    assert!(error.to_string().starts_with("expected ident at line 1"), "{error}");
    let error = serde_json::from_str::<Account>(r#"{"x":1,"x":1}"#).unwrap_err();
    assert!(error.to_string().starts_with("member `x` occurs twice at /x at line 1"), "{error}");
}

#[test]
fn toml_works() {
    let text = "email = 'abc'\nreason = 'x'\ntags = ['a', 'b']\nage = 3\nplan = 'team'\n[other]\nx = 1.5\n";
    let account: Account = toml::from_str(text).unwrap();
    assert_eq!(account.age, Some(3));
    assert_eq!(account.tags.len(), 2);
    assert_eq!(account.unknown["other"].get("x"), Some(&from_str::<Value>("1.5").unwrap()));
    let error = toml::from_str::<Account>("email = 1").unwrap_err();
    assert_eq!(error.message(), "expected a string, found a number at /email");
    assert!(error.span().is_some());
}

#[test]
fn inside_derived_types() {
    #[derive(Deserialize)]
    struct Outer {
        #[serde(flatten)]
        account: Account,
    }
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Account(Box<Account>),
        Text(String),
    }
    let outer: Outer = serde_json::from_str(r#"{"email":"abc","reason":null,"tags":["a"],"note":null}"#).unwrap();
    assert_eq!(outer.account.note, Some(None));
    let either: Either = serde_json::from_str(r#"{"email":"abc","reason":null,"tags":["a"]}"#).unwrap();
    assert!(matches!(either, Either::Account(account) if account.tags.len() == 1));
    assert!(matches!(serde_json::from_str::<Either>("\"x\"").unwrap(), Either::Text(text) if text == "x"));
}

/// What serde_json shows for a number where its feature `arbitrary_precision` is on, under the name that it has there:
/// the feature cannot be on in these tests, or nothing would be tested without it. `tools/arbitrary-precision` asks
/// serde_json itself.
mod serde_json_like {
    pub mod serde_json {
        pub mod number {
            use serde::de::value::{BorrowedStrDeserializer, Error, StrDeserializer};
            use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

            pub struct NumberDeserializer(pub Option<&'static str>);

            impl<'de> MapAccess<'de> for NumberDeserializer {
                type Error = Error;

                fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
                    match self.0 {
                        Some(_) => seed
                            .deserialize(BorrowedStrDeserializer::<Error>::new("$serde_json::private::Number"))
                            .map(Some),
                        None => Ok(None),
                    }
                }

                fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
                    seed.deserialize(StrDeserializer::<Error>::new(self.0.take().unwrap()))
                }
            }

            pub struct Number(pub &'static str);

            impl<'de> Deserializer<'de> for Number {
                type Error = Error;

                fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                    visitor.visit_map(NumberDeserializer(Some(self.0)))
                }

                serde::forward_to_deserialize_any! {
                    bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
                    unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
                }
            }
        }
    }
}
use serde_json_like::serde_json::number::Number as Arbitrary;

#[test]
fn arbitrary_precision_is_understood() {
    let huge = "123456789012345678901234567890.5";
    assert_eq!(Number::deserialize(Arbitrary(huge)).unwrap().as_str(), huge);
    assert_eq!(Value::deserialize(Arbitrary("1e400")).unwrap(), from_str("1e400").unwrap());
    assert_eq!(Label::deserialize(Arbitrary("12")).unwrap(), Label::Number(12));
    assert_eq!(typeloom::__private::deserialize::<i64, _>(Arbitrary("1.0")).unwrap(), 1);
    assert_eq!(typeloom::__private::deserialize::<f64, _>(Arbitrary("0.5")).unwrap(), 0.5);
    for rounded in ["9007199254740993", "9007199254740993.0", "90071992547409930e-1"] {
        assert!(typeloom::__private::deserialize::<f64, _>(Arbitrary(rounded)).is_err(), "{rounded}");
    }
    let error = Account::deserialize(Arbitrary("1")).unwrap_err();
    assert_eq!(error.to_string(), "expected an object, found a number");
    assert!(Value::deserialize(Arbitrary("one")).is_err());
}

#[test]
fn an_object_that_looks_like_raw_json_is_an_object() {
    // serde_json's own tree holds something else where another crate of the build has `raw_value` on.
    for text in [r#"{"$serde_json::private::RawValue":"7"}"#, r#"[{"$serde_json::private::RawValue":"{}"}]"#] {
        let own: Value = from_str(text).unwrap();
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), own, "{text}");
        assert_eq!(serde_json::to_string(&own).unwrap(), text);
        assert!(from_str::<i64>(text).is_err() && serde_json::from_str::<Label>(text).is_err(), "{text}");
    }
}

#[test]
fn an_object_that_looks_like_a_number_is_an_object() {
    const TOKEN: &str = "$serde_json::private::Number";
    for text in [
        format!(r#"{{"{TOKEN}":"7"}}"#),
        format!(r#"{{"{TOKEN}":"evil"}}"#),
        format!(r#"{{"{TOKEN}":7}}"#),
        format!(r#"{{"{TOKEN}":{{"{TOKEN}":"7"}}}}"#),
        format!(r#"{{"{TOKEN}":"1e5","x":2}}"#),
        format!(r#"{{"x":2,"{TOKEN}":"1e5"}}"#),
        r#"{"\u0024serde_json::private::Number":"7"}"#.to_owned(),
    ] {
        let own: Value = from_str(&text).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), own, "{text}");
        let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::from_value::<Value>(tree).unwrap(), own, "{text}");
        assert_eq!(serde_json::to_string(&own).unwrap(), typeloom::to_string(&own).unwrap(), "{text}");
        assert!(!verdict::<i64>(&text), "{text}");
        assert!(!verdict::<Label>(&text), "{text}");
        assert!(!verdict::<Account>(&text), "{text}");
        let base = r#""email":"abc","reason":null,"tags":[]"#;
        assert!(!verdict::<Account>(&format!(r#"{{{base},"age":{text}}}"#)), "{text}");
        assert!(verdict::<Account>(&format!(r#"{{{base},"other":{text}}}"#)), "{text}");
    }
}

#[test]
fn what_a_buffer_of_serde_cannot_tell_is_refused() {
    #[derive(Debug, Deserialize)]
    struct Outer {
        #[serde(flatten)]
        #[allow(dead_code)]
        account: Account,
    }
    let base = r#""email":"abc","reason":null,"tags":[]"#;
    let text = format!(r#"{{{base},"age":{{"$serde_json::private::Number":"7"}}}}"#);
    let error = serde_json::from_str::<Outer>(&text).unwrap_err();
    assert!(error.to_string().contains("cannot be told there at /age"), "{error}");
}

#[test]
fn what_is_not_json_is_refused() {
    assert!(Value::deserialize(IntoDeserializer::<ValueError>::into_deserializer(f64::NAN)).is_err());
    assert!(Value::deserialize(serde::de::value::BytesDeserializer::<ValueError>::new(b"abc")).is_err());
    assert!(
        typeloom::__private::deserialize::<f64, _>(IntoDeserializer::<ValueError>::into_deserializer(f64::INFINITY))
            .is_err()
    );
    let keys = MapDeserializer::<_, ValueError>::new([(1, 2)].into_iter());
    assert!(Value::deserialize(keys).is_err());
    let wide = IntoDeserializer::<ValueError>::into_deserializer(u128::MAX);
    assert_eq!(Value::deserialize(wide).unwrap().to_string(), u128::MAX.to_string());
}
