//! serde_json with its feature `arbitrary_precision` shows numbers as objects of one member. They are numbers, and
//! objects that look the same in the text are objects.

use serde::Deserialize;
use typeloom::{Number, Value};

const TOKEN: &str = r#"{"$serde_json::private::Number":"7"}"#;

#[test]
fn numbers_are_numbers_with_all_their_digits() {
    for text in ["7", "-0", "1.0", "0.1000000000000000055511151231257827", "1e400", "123456789012345678901234567890.5"]
    {
        let own: Value = typeloom::from_str(text).unwrap();
        assert!(matches!(own, Value::Number(_)), "{text}");
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), own, "{text}");
        let tree: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::from_value::<Value>(tree).unwrap(), own, "{text}");
        let list = format!("[{text}]");
        let mut deserializer = serde_json::Deserializer::from_str(&list);
        let wrapped: Vec<Value> = serde_path_to_error::deserialize(&mut deserializer)
            .map(|value: Value| match value {
                Value::Array(items) => items,
                _ => Vec::new(),
            })
            .unwrap();
        assert_eq!(wrapped, [own], "{text}");
    }
    assert_eq!(serde_json::from_str::<Number>("1.00").unwrap().as_str(), "1.00");
    assert!(serde_json::from_str::<typeloom::Integer>("1.5").is_err());
}

#[test]
fn an_object_in_the_text_is_an_object() {
    for text in [TOKEN.to_owned(), format!("[{TOKEN}]"), format!(r#"{{"a":{TOKEN}}}"#), TOKEN.replace("7", "evil")] {
        let own: Value = typeloom::from_str(&text).unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read, own);
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
    assert!(serde_json::from_str::<Number>(TOKEN).is_err());
    assert!(serde_json::from_str::<Value>(&format!("{}1{}", "[".repeat(127), "]".repeat(127))).is_ok());
}

#[test]
fn a_buffer_of_serde_cannot_tell_and_says_so() {
    #[derive(Debug, Deserialize)]
    struct Outer {
        #[serde(flatten)]
        #[allow(dead_code)]
        rest: std::collections::BTreeMap<String, Value>,
    }
    for text in [r#"{"a":1.5}"#.to_owned(), format!(r#"{{"a":{TOKEN}}}"#)] {
        let error = serde_json::from_str::<Outer>(&text).unwrap_err();
        assert!(error.to_string().contains("cannot be told there"), "{error}");
    }
}
