//! Texts in, trees and diagnostics out.

use super::{parse, parse_at};
use crate::diagnostic::Sink;
use crate::read::node::Node;
use crate::source::Sources;
use typeloom::Value;

/// What is read, and what is said: `code line:column message`.
fn read(text: &str) -> (Option<Node>, Vec<String>) {
    let mut sources = Sources::default();
    let mut sink = Sink::new();
    let id = sources.add("a.json", text);
    let node = parse(id, &sources, &mut sink);
    let said = sink.into_sorted(&sources).into_iter().map(|diagnostic| {
        let place = sources.position(diagnostic.span.expect("mistakes have places"));
        format!("{} {}:{} {}", diagnostic.code.name(), place.line, place.column, diagnostic.message)
    });
    (node, said.collect())
}

/// The value, which must be read without complaint.
fn value(text: &str) -> Value {
    let (node, said) = read(text);
    assert_eq!(said, Vec::<String>::new(), "{text}");
    node.expect("a value").to_value()
}

/// Asserts that `text` is read as `meant` would be, with these complaints.
fn mistakes(text: &str, meant: &str, expected: &[&str]) {
    let (node, said) = read(text);
    assert_eq!(said, expected, "{text}");
    assert_eq!(node.map(|node| node.to_value()), Some(value(meant)), "{text}");
}

#[test]
fn values_are_read_as_they_are_written() {
    assert_eq!(value(" null "), Value::Null);
    assert_eq!(value("[true, false]"), Value::Array(vec![Value::Bool(true), Value::Bool(false)]));
    for text in ["0", "-0", "1.50", "1e400", "-1.5E-3", "123456789012345678901234567890"] {
        let Value::Number(read) = value(text) else { panic!("{text} is a number") };
        assert_eq!(read.as_str(), text);
    }
    assert_eq!(value(r#""a\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00é""#), Value::String("a\"\\/\u{8}\u{c}\n\r\té😀é".into()));
    assert_eq!(value("{}"), Value::Object(Default::default()));
    assert_eq!(value("\u{FEFF}[]"), Value::Array(vec![]));
}

#[test]
fn keys_keep_their_order_and_everything_has_a_place() {
    let (node, _) = read("{\"b\": 1,\n \"a\": [\"x\"]}");
    let node = node.expect("an object");
    let members = node.as_object().expect("an object");
    assert_eq!(members.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!((members[1].name_span.start, members[1].name_span.end), (10, 13));
    assert_eq!((members[1].value.span.start, members[1].value.span.end), (15, 20));
    assert_eq!((node.span.start, node.span.end), (0, 21));
}

#[test]
fn a_part_of_a_text_is_read_from_its_offset() {
    let mut sources = Sources::default();
    let id = sources.add("page.md", "# Title\n\n{\"a\": 1}\n\nMore prose { not JSON");
    let mut sink = Sink::new();
    let (node, end) = parse_at(id, &sources, 9, &mut sink);
    assert_eq!(end, 17);
    assert_eq!(node.map(|node| node.span.start), Some(9));
    assert!(!sink.has_errors());
}

#[test]
fn mistakes_that_people_make_are_named_and_read_as_they_were_meant() {
    mistakes("[1, 2,]", "[1, 2]", &["json-syntax 1:6 comma before the closing bracket"]);
    mistakes("{\"a\": 1,}", "{\"a\": 1}", &["json-syntax 1:8 comma before the closing bracket"]);
    mistakes("[1,, 2]", "[1, 2]", &["json-syntax 1:4 `,` where a value belongs"]);
    mistakes("[, 1]", "[1]", &["json-syntax 1:2 `,` where a value belongs"]);
    mistakes("[1 2]", "[1, 2]", &["json-syntax 1:2 no `,` between two entries"]);
    mistakes("{\"a\": 1\n\"b\": 2}", "{\"a\": 1, \"b\": 2}", &["json-syntax 1:7 no `,` between two entries"]);
    mistakes("{\"a\" 1}", "{\"a\": 1}", &["json-syntax 1:6 no `:` behind the name `a`"]);
    mistakes("{\"a\": }", "{\"a\": null}", &["json-syntax 1:7 no value for `a`"]);
    mistakes("{a: 1}", "{\"a\": 1}", &["json-syntax 1:2 name `a` is not in quotes"]);
    mistakes("{'a': 'b'}", "{\"a\": \"b\"}", &["json-syntax 1:2 string in '..'", "json-syntax 1:7 string in '..'"]);
    mistakes("[“a”]", "[\"a\"]", &["json-syntax 1:2 string in “..”"]);
    mistakes("[1] // one", "[1]", &["json-syntax 1:5 JSON has no comments"]);
    mistakes("[/* one */ 1]", "[1]", &["json-syntax 1:2 JSON has no comments"]);
    mistakes("# one\n[1]", "[1]", &["json-syntax 1:1 JSON has no comments"]);
    mistakes("[NaN]", "[null]", &["json-syntax 1:2 `NaN` is no JSON value"]);
    mistakes("[-Infinity]", "[null]", &["json-syntax 1:2 `-Infinity` is no number in JSON"]);
    mistakes(
        "[True, None]",
        "[true, null]",
        &["json-syntax 1:2 `True` is no JSON value", "json-syntax 1:8 `None` is no JSON value"],
    );
    mistakes(
        "[01, +2, .5, 5., 0x1F]",
        "[1, 2, 0.5, 5, 31]",
        &[
            "json-syntax 1:2 `01` is no number in JSON",
            "json-syntax 1:6 `+2` is no number in JSON",
            "json-syntax 1:10 `.5` is no number in JSON",
            "json-syntax 1:14 `5.` is no number in JSON",
            "json-syntax 1:18 `0x1F` is no number in JSON",
        ],
    );
    mistakes("[1\u{a0}]", "[1]", &["json-syntax 1:3 U+00A0 is no white space in JSON"]);
    mistakes("[1] 2", "[1]", &["json-syntax 1:5 `2` behind the end of the document"]);
}

#[test]
fn mistakes_in_strings_are_named() {
    mistakes("[\"a\tb\"]", "[\"a\\tb\"]", &["json-syntax 1:4 control character U+0009 in a string"]);
    mistakes(r#"["\x"]"#, r#"["x"]"#, &["json-syntax 1:3 `\\` before `x`"]);
    mistakes(r#"["\u12"]"#, r#"["12"]"#, &["json-syntax 1:3 `\\u` without four hexadecimal digits"]);
    mistakes(r#"["\ud800"]"#, "[\"\u{FFFD}\"]", &["json-syntax 1:3 lone surrogate U+D800"]);
    mistakes(
        r#"["\udc00\ud800a"]"#,
        "[\"\u{FFFD}\u{FFFD}a\"]",
        &["json-syntax 1:3 lone surrogate U+DC00", "json-syntax 1:9 lone surrogate U+D800"],
    );
    mistakes("[\"abc\n]", "[\"abc\"]", &["json-syntax 1:2 string is not closed"]);
}

#[test]
fn brackets_that_do_not_match_are_shown_with_their_beginning() {
    mistakes(
        "{\"a\": [1, 2}",
        "{\"a\": [1, 2]}",
        &["json-syntax 1:1 object is not closed", "json-syntax 1:12 `}` where `]` belongs"],
    );
    mistakes("[[1]", "[[1]]", &["json-syntax 1:1 array is not closed"]);
    let (node, said) = read("  ");
    assert!(node.is_none());
    assert_eq!(said, ["json-syntax 1:3 no JSON value here"]);
}

#[test]
fn a_key_that_stands_twice_is_reported_with_both_places() {
    let mut sources = Sources::default();
    let id = sources.add("a.json", "{\"id\": 1, \"x\": 2, \"id\": 3}");
    let mut sink = Sink::new();
    let node = parse(id, &sources, &mut sink).expect("an object");
    assert_eq!(node.as_object().map(<[_]>::len), Some(2));
    let said = sink.into_sorted(&sources);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].span.map(|span| span.start), Some(18));
    assert_eq!(said[0].related[0].0.start, 1);
}

#[test]
fn ten_thousand_nested_arrays_are_too_deep_and_overflow_nothing() {
    let text = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let (node, said) = read(&text);
    assert!(node.is_some());
    assert_eq!(said, ["too-deep 1:257 nested too deeply"]);
    // Not closed, and objects between.
    let (_, said) = read(&"{\"a\":[".repeat(10_000));
    assert!(said.iter().any(|said| said.starts_with("too-deep")), "{said:?}");
}

#[test]
fn what_is_no_json_at_all_does_not_fill_the_screen() {
    let (_, said) = read(&format!("{{{}}}", "lorem ipsum dolor; ".repeat(500)));
    assert_eq!(said.iter().filter(|said| said.starts_with("json-syntax")).count(), 20);
}
