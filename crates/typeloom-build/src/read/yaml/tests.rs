//! Texts in, values and what is said of them out.

use super::parse;
use crate::diagnostic::Sink;
use crate::read::node::Node;
use crate::source::Sources;
use std::fmt::Write;

fn read(text: &str) -> (Option<Node>, Vec<String>, Sources) {
    let mut sources = Sources::default();
    let mut sink = Sink::new();
    let id = sources.add("a.yaml", text);
    let node = parse(id, &sources, &mut sink);
    let said = sink.into_sorted(&sources).into_iter().map(|diagnostic| {
        let place = sources.position(diagnostic.span.expect("mistakes have places"));
        format!("{} {}:{} {}", diagnostic.code.name(), place.line, place.column, diagnostic.message)
    });
    (node, said.collect(), sources)
}

/// The value as JSON; nothing may be said of the text.
fn value(text: &str) -> String {
    let (node, said, _) = read(text);
    assert_eq!(said, [""; 0], "{text}");
    crate::json_text::compact(&node.expect("a value").to_value())
}

/// What is said of a text.
fn said(text: &str) -> Vec<String> {
    read(text).1
}

#[test]
fn scalars_are_those_of_the_core_schema() {
    for (yaml, json) in [
        ("no", r#""no""#),
        ("Yes", r#""Yes""#),
        ("on", r#""on""#),
        ("true", "true"),
        ("FALSE", "false"),
        ("~", "null"),
        ("Null", "null"),
        ("2001-12-14", r#""2001-12-14""#),
        ("12:30:45", r#""12:30:45""#),
        ("1_000", r#""1_000""#),
        ("0b11", r#""0b11""#),
        ("'1'", r#""1""#),
        ("\"a\\u00e9\\n\"", r#""aé\n""#),
        ("|\n  a\n  b\n", r#""a\nb\n""#),
        (">-\n  a\n  b\n", r#""a b""#),
    ] {
        assert_eq!(value(yaml), json, "{yaml}");
    }
}

#[test]
fn numbers_keep_their_text() {
    for (yaml, json) in [
        ("1.0", "1.0"),
        ("-0", "-0"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("1e400", "1e400"),
        ("0.10", "0.10"),
        ("+1", "1"),
        (".5", "0.5"),
        ("-.5e3", "-0.5e3"),
        ("5.", "5"),
        ("007", "7"),
        ("0x1F", "31"),
        ("0o17", "15"),
        ("0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175"),
        ("1.2.3", r#""1.2.3""#),
        (".", r#"".""#),
        ("-", "[null]"),
        ("0x", r#""0x""#),
        ("1e", r#""1e""#),
    ] {
        assert_eq!(value(yaml), json, "{yaml}");
    }
}

#[test]
fn keys_are_their_text() {
    assert_eq!(value("200: a\n1.0: b\non: c\n'x': d\n"), r#"{"1.0":"b","200":"a","on":"c","x":"d"}"#);
    assert_eq!(value("{a: 1, b: }"), r#"{"a":1,"b":null}"#);
    assert_eq!(said("? [a, b]\n: 1\nc: 2\n"), ["yaml-syntax 1:3 a key that is no text"]);
}

#[test]
fn aliases_are_copies_and_merges_fill_up() {
    assert_eq!(value("a: &x {b: 1}\nc: *x\n"), r#"{"a":{"b":1},"c":{"b":1}}"#);
    let text = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 0\n";
    assert_eq!(value(text), r#"{"x":{"a":1,"b":1},"y":{"b":2,"c":2},"z":{"a":0,"b":1,"c":2}}"#);
    assert_eq!(value("'<<': 1"), r#"{"<<":1}"#);
    assert_eq!(said("<<: 1"), ["yaml-syntax 1:5 `<<` merges mappings only"]);
}

#[test]
fn few_lines_cannot_stand_for_billions() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..20 {
        writeln!(text, "a{n}: &a{n} [{}]", vec![format!("*a{}", n - 1); 9].join(", ")).expect("a string grows");
    }
    assert_eq!(said(&text), ["too-deep 6:15 aliases stand for more than 200000 values"]);
    assert_eq!(said("a: &a [*a]"), ["yaml-syntax 1:8 alias of what it stands in"]);
    assert_eq!(said("a: *b"), ["yaml-syntax 1:4 while parsing node, found unknown anchor"]);
}

#[test]
fn nesting_has_a_bound() {
    assert_eq!(said(&"[".repeat(100_000)).len(), 1);
    assert_eq!(said(&"- ".repeat(100_000)).len(), 1);
    let (mut text, mut before) = ("a0: &a0 x\n".to_owned(), "*a0".to_owned());
    for n in 1..300 {
        writeln!(text, "a{n}: &a{n} [{before}]").expect("a string grows");
        before = format!("*a{n}");
    }
    assert_eq!(said(&text), ["too-deep 256:14 nested too deeply"]);
}

#[test]
fn tags_say_what_a_value_is() {
    assert_eq!(value("[!!str 1, !!int 2, !!float 3, !!null '', ! 4]"), r#"["1",2,3,null,"4"]"#);
    assert_eq!(said("!!int x"), ["yaml-syntax 1:1 `x` is no `!!int`"]);
    assert_eq!(said("a: !!binary aGk="), ["yaml-syntax 1:4 tag `!!binary` is not known"]);
    assert_eq!(said("!mine {a: 1}"), ["yaml-syntax 1:1 tag `!mine` is not known"]);
}

#[test]
fn what_is_wrong_has_a_place() {
    assert_eq!(said("a: 1\na: 2\n"), ["duplicate-key 2:1 `a` stands twice in one object"]);
    assert_eq!(said("a: .inf"), ["yaml-syntax 1:4 `.inf` is no number of JSON"]);
    assert_eq!(said("a: 1\n---\nb: 2\n"), ["yaml-syntax 2:1 another YAML document begins here"]);
    assert_eq!(said("# nothing\n"), ["yaml-syntax 2:1 no YAML value here"]);
    assert_eq!(said("é: [1\nb: 2"), ["yaml-syntax 2:2 illegal placement of ':' indicator"]);
    assert_eq!(value("---\na: 1\n...\n"), r#"{"a":1}"#);
}

#[test]
fn values_have_places() {
    let (node, _, sources) = read("é: ü\nlist:\n  - a: 1\n    b: x y\n  - c\nlast: |\n  text\n");
    let node = node.expect("a value");
    let text = |node: &Node| sources.text(node.span).to_owned();
    assert_eq!(text(node.get("é").expect("é")), "ü");
    let list = node.get("list").expect("list");
    assert_eq!(text(list), "- a: 1\n    b: x y\n  - c");
    assert_eq!(text(&list.as_array().expect("an array")[0]), "a: 1\n    b: x y");
    assert_eq!(sources.text(node.as_object().expect("an object")[2].name_span), "last");
}

#[test]
fn tabs_behind_many_keys_are_read_at_once_and_those_in_texts_stay() {
    let mut text =
        String::from("first:\tä\nblock: |\n  in:\ta\nquoted:\t\"in:\tb\n  in:\tc\"\n'key:\td':\t\te # f:\tg\n");
    for index in 0..3000 {
        let _ = writeln!(text, "key{index}:\tvalue");
    }
    let json = value(&text);
    for member in [
        r#""first":"ä""#,
        r#""block":"in:\ta\n""#,
        r#""quoted":"in:\tb in:\tc""#,
        r#""key:\td":"e""#,
        r#""key2999":"value""#,
    ] {
        assert!(json.contains(member), "{member}");
    }
}

#[test]
fn what_is_said_before_a_repair_is_said_once() {
    assert_eq!(said("a: .inf\nb:\tc\n").len(), 1);
}
