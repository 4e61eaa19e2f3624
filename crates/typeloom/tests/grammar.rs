//! Which texts are JSON: every corner of RFC 8259, on the byte reader and, as a second opinion, on serde_json's.

#![allow(missing_docs, clippy::unwrap_used)]

use typeloom::{Value, from_slice, from_str};

fn accepted(text: &str) -> bool {
    let own = from_str::<Value>(text).is_ok();
    let through_serde = serde_json::from_str::<Value>(text).is_ok();
    assert_eq!(own, through_serde, "the sources differ on {text:?}");
    own
}

#[test]
fn texts_that_are_json() {
    let texts = [
        // structure
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "{\"a\":{}}",
        "[ ]",
        "{ }",
        " [ 1 , 2 ] ",
        "\t\n\r [\n1\t]\r",
        "{\"a\" : 1 , \"b\" : 2}",
        "[null,true,false,0,\"\",[],{}]",
        "[1,[2,[3,[4]]]]",
        "[\"a\",1]",
        // a scalar alone
        "null",
        "true",
        "false",
        "0",
        "-1",
        "\"\"",
        "\" \"",
        " null ",
        // numbers
        "-0",
        "-0.0",
        "0.0",
        "0e1",
        "0E+1",
        "0e-1",
        "1e5",
        "1E5",
        "1e+5",
        "1e-5",
        "1.5e3",
        "10",
        "-10.25",
        "1.0000000000000000000000001",
        "123456789012345678901234567890",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "1e-400",
        // strings
        "\"a\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u0041\"",
        "\"\\u00e9\\u00E9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\uD83D\\uDE00\"",
        "\"\\u0000\"",
        "\"\\uFFFF\"",
        "\"\u{7f}\"",
        "\"\u{2028}\u{2029}\"",
        "\"é日本😀\"",
        "\"/\"",
        "\"\\\\u0041\"",
        "\"abcdefgh\"",
        "\"abcdefg\\n\"",
        "\"abcdefgh\\n\"",
        "{\"\":0}",
        "{\"\\u0061\":1,\"b\":2}",
        "{\"a\\nb\":1}",
    ];
    for text in texts {
        assert!(accepted(text), "{text:?} is JSON");
    }
}

#[test]
fn texts_that_are_not_json() {
    let texts = [
        // nothing, or too much
        "",
        " ",
        "1 2",
        "[] []",
        "{}}",
        "[]]",
        "null,",
        "nullnull",
        "[1]x",
        "\"a\"b",
        "\u{feff}[]",
        // structure
        "[",
        "]",
        "{",
        "}",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1,,2]",
        "[1 2]",
        "[1:2]",
        "[1}",
        "{1}",
        "{1:1}",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\":1 \"b\":2}",
        "{\"a\",1}",
        "{\"a\"::1}",
        "{:1}",
        "{\"a\":1]",
        "{'a':1}",
        "{null:1}",
        "{\"a\":1 /**/}",
        "[1 // x\n]",
        "[\u{a0}1]",
        "[\u{b}1]",
        "[\u{c}]",
        // words
        "nul",
        "nulL",
        "NULL",
        "tru",
        "True",
        "fals",
        "undefined",
        "NaN",
        "Infinity",
        "-Infinity",
        "[nan]",
        "n",
        "t",
        "f",
        // numbers
        "-",
        "+1",
        "--1",
        "01",
        "-01",
        "00",
        "0x1",
        "1.",
        ".5",
        "-.5",
        "1.e5",
        "1e",
        "1e+",
        "1e-",
        "1ee5",
        "1e5.5",
        "1.5.5",
        "1_000",
        "1,000",
        "[1a]",
        "[0 1]",
        "[-a]",
        "１",
        // strings
        "\"",
        "\"a",
        "'a'",
        "\"\\",
        "\"\\\"",
        "\"\\x41\"",
        "\"\\a\"",
        "\"\\'\"",
        "\"\\u\"",
        "\"\\u1\"",
        "\"\\u12\"",
        "\"\\u123\"",
        "\"\\u123g\"",
        "\"\\u+123\"",
        "\"\\U0041\"",
        "\"\n\"",
        "\"\t\"",
        "\"\u{0}\"",
        "\"\u{1f}\"",
        "\"abcdefgh\u{1}\"",
        "\"abcdefg\u{1}\"",
        // surrogates without their other half
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83d\\ud83d\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83d\\\"",
        "\"\\ud83d\\u\"",
        "\"\\ud83d\\ude0\"",
    ];
    for text in texts {
        assert!(!accepted(text), "{text:?} is not JSON");
    }
}

#[test]
fn numbers_beyond_serde_json_are_kept() {
    for text in ["1e400", "-1e400", "1e999999999999", "0.1e-999999999999"] {
        let value: Value = from_str(text).unwrap();
        assert_eq!(value.to_string(), text);
    }
}

#[test]
fn member_names_occur_once() {
    for text in [r#"{"a":1,"a":1}"#, r#"{"a":1,"b":2,"a":3}"#, r#"{"a":1,"\u0061":2}"#, r#"[{"":1,"":2}]"#] {
        assert!(!accepted(text), "{text}");
    }
    assert!(accepted(r#"{"a":{"a":1},"b":{"a":1}}"#));
}

#[test]
fn text_must_be_utf8() {
    let overlong = [b'"', 0xC0, 0xAF, b'"'];
    let surrogate = [b'"', 0xED, 0xA0, 0x80, b'"'];
    let cut = [b'"', 0xE6, 0x97, b'"'];
    let lone = [b'[', 0xFF, b']'];
    for bytes in [&overlong[..], &surrogate, &cut, &lone] {
        let error = from_slice::<Value>(bytes).unwrap_err();
        assert!(error.to_string().starts_with("the text is not UTF-8"), "{error}");
    }
    let error = from_slice::<Value>(b"[1,\n \"\xff\"]").unwrap_err();
    assert_eq!((error.line(), error.column()), (Some(2), Some(3)));
}

#[test]
fn every_string_comes_back() {
    // All lengths around the eight bytes that are looked at at once, with something of note at every place.
    for length in 0..20 {
        for place in 0..length {
            for c in ["\"", "\\", "\u{1}", "\u{1f}", " ", "é", "😀", "\u{7f}", "\u{80}", "/"] {
                let mut string = "x".repeat(length);
                string.replace_range(place..=place, c);
                let text = typeloom::to_string(&string).unwrap();
                assert_eq!(from_str::<String>(&text).unwrap(), string);
                assert_eq!(serde_json::from_str::<String>(&text).unwrap(), string);
                assert_eq!(serde_json::to_string(&string).unwrap(), text);
            }
        }
    }
}

#[test]
fn cutting_or_changing_a_text_never_panics() {
    let text = r#"{"a":[1,-2.5e+3,true,null,"\u00e9\ud83d\ude00x\n"],"b":{"c":"日本"}}"#;
    for end in 0..text.len() {
        let _ = from_slice::<Value>(&text.as_bytes()[..end]);
    }
    for place in 0..text.len() {
        for byte in [0, b'"', b'\\', b'{', b'}', b'[', b']', b',', b':', b'0', b'-', b'e', b'.', b'u', 0x80, 0xff] {
            let mut bytes = text.as_bytes().to_vec();
            bytes[place] = byte;
            let own = from_slice::<Value>(&bytes);
            let through_serde = serde_json::from_slice::<Value>(&bytes);
            assert_eq!(own.is_ok(), through_serde.is_ok(), "{}", String::from_utf8_lossy(&bytes));
            if let (Ok(own), Ok(through_serde)) = (own, through_serde) {
                assert_eq!(own, through_serde);
            }
        }
    }
}
