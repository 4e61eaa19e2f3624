//! What a diagnostic looks like on a terminal, for texts of every shape.

use typeloom_build::diagnostic::{Code, Sink};
use typeloom_build::source::{Sources, Span};

/// The text of one diagnostic about the bytes `start..end` of `text`.
fn shown(text: &str, start: usize, end: usize) -> String {
    let mut sources = Sources::default();
    let source = sources.add("acme/user.json", text);
    let mut sink = Sink::new();
    sink.report(Code::KeywordValue, Span::new(source, start, end))
        .message("`maxLength` is not a number")
        .label("a string")
        .help("write a number");
    all(sink, &sources)
}

fn all(sink: Sink, sources: &Sources) -> String {
    sink.into_sorted(sources).iter().map(|diagnostic| diagnostic.to_text(sources)).collect()
}

/// Marks the first `marked` of `text`; the excerpt is what stands between the title and the help.
fn check(text: &str, marked: &str, excerpt: &[&str]) {
    let start = text.find(marked).expect("the marked text");
    excerpt_is(&shown(text, start, start + marked.len()), excerpt);
}

fn excerpt_is(shown: &str, excerpt: &[&str]) {
    let lines: Vec<&str> = shown.lines().collect();
    let [title, inner @ .., last, help] = lines.as_slice() else { panic!("too short: {shown}") };
    assert_eq!(*title, "error[keyword-value]: `maxLength` is not a number");
    assert_eq!(inner, excerpt);
    assert_eq!([*last, *help], ["  |", "  = help: write a number"]);
}

#[test]
fn line_and_column_and_the_line_itself() {
    check(
        "{\n  \"type\": \"string\",\n  \"maxLength\": \"5\"\n}\n",
        "\"5\"",
        &[" --> acme/user.json:3:16", "  |", "3 |   \"maxLength\": \"5\"", "  |                ^^^ a string"],
    );
}

#[test]
fn columns_count_code_points() {
    check(
        "{\"名前🦀é\": \"5\"}",
        "\"5\"",
        &[" --> acme/user.json:1:10", "  |", "1 | {\"名前🦀é\": \"5\"}", "  |             ^^^ a string"],
    );
}

#[test]
fn lines_of_windows_end_before_the_carriage_return() {
    check(
        "{\r\n\"maxLength\": \"5\"\r\n}\r\n",
        "\"5\"",
        &[" --> acme/user.json:2:14", "  |", "2 | \"maxLength\": \"5\"", "  |              ^^^ a string"],
    );
}

#[test]
fn tabs_do_not_move_the_mark() {
    check(
        "{\n\t\t\"maxLength\":\t\"5\"\n}",
        "\"5\"",
        &[
            " --> acme/user.json:2:16",
            "  |",
            "2 |         \"maxLength\":    \"5\"",
            "  |                         ^^^ a string",
        ],
    );
}

#[test]
fn a_long_line_is_cut_around_the_place_and_keeps_its_column() {
    let before = "\"properties\": {}, ".repeat(60);
    let text = format!("{{{before}\"maxLength\": \"5\"{}}}", ", \"title\": \"é\"".repeat(60));
    let column = before.chars().count() + "{\"maxLength\": ".len() + 1;
    let start = text.find("\"5\"").expect("the marked text");
    let shown = shown(&text, start, start + 3);
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[1], format!(" --> acme/user.json:1:{column}"));
    assert!(lines[3].contains("\"maxLength\": \"5\", \"title\": \"é\","), "{shown}");
    assert_eq!(lines[4].find('^'), lines[3].find("\"5\""), "the mark is below the place:\n{shown}");
    assert!(lines[3].len() < 250, "{shown}");
}

#[test]
fn what_spans_many_lines_is_marked_by_its_beginning() {
    check(
        "{\"maxLength\": {\n  \"a\": 1\n}}",
        "{\n  \"a\": 1\n}",
        &[" --> acme/user.json:1:15", "  |", "1 | {\"maxLength\": {", "  |               ^ a string"],
    );
}

#[test]
fn the_end_of_the_file_is_a_place() {
    let text = "{\"maxLength\":";
    excerpt_is(
        &shown(text, text.len(), text.len()),
        &[" --> acme/user.json:1:14", "  |", "1 | {\"maxLength\":", "  |              ^ a string"],
    );
    let text = "{\n";
    excerpt_is(&shown(text, text.len(), text.len()), &[" --> acme/user.json:2:1", "  |", "2 |", "  | ^ a string"]);
}

#[test]
fn a_place_inside_of_a_character_or_outside_of_the_text_is_shown_all_the_same() {
    excerpt_is(&shown("日本", 1, 2), &[" --> acme/user.json:1:1", "  |", "1 | 日本", "  | ^ a string"]);
    excerpt_is(&shown("日本", 90, 100), &[" --> acme/user.json:1:3", "  |", "1 | 日本", "  |     ^ a string"]);
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let shown = shown("{\"\u{1b}[31m\u{202e}\": \"5\"}", 0, 1);
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
}

#[test]
fn an_empty_file_is_named() {
    let expected = "error[keyword-value]: `maxLength` is not a number\n--> acme/user.json\n = help: write a number";
    assert_eq!(shown("", 0, 0), expected);
}

#[test]
fn what_concerns_no_text_has_no_place() {
    let mut sink = Sink::new();
    sink.report_nowhere(Code::EmptyFolder).help("put a document into it");
    let expected = "error[empty-folder]: no documents here\n |\n = help: put a document into it";
    assert_eq!(all(sink, &Sources::default()), expected);
}

#[test]
fn another_place_and_its_label() {
    let mut sources = Sources::default();
    let first = sources.add("acme/a.json", "{\"$id\": \"x\"}");
    let second = sources.add("acme/b.json", "{\n\"$id\": \"x\"}");
    let mut sink = Sink::new();
    sink.report(Code::DuplicateId, Span::new(second, 9, 12)).related(Span::new(first, 8, 11), "it stands here already");
    let expected = [
        "error[duplicate-id]: two documents have one `$id`",
        " --> acme/b.json:2:8",
        "  |",
        "2 | \"$id\": \"x\"}",
        "  |        ^^^",
        "  |",
        " ::: acme/a.json:1:9",
        "  |",
        "1 | {\"$id\": \"x\"}",
        "  |         --- it stands here already",
    ];
    assert_eq!(all(sink, &sources).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn diagnostics_come_in_the_order_of_places_and_once() {
    let mut sources = Sources::default();
    let second = sources.add("b.json", "{}");
    let first = sources.add("a.json", "{}");
    let mut sink = Sink::new();
    for source in [second, first, second] {
        sink.report(Code::JsonSyntax, Span::start_of(source));
    }
    let paths: Vec<_> = sink.into_sorted(&sources).iter().filter_map(|found| found.span).collect();
    assert_eq!(paths, [Span::start_of(first), Span::start_of(second)]);
}

#[test]
fn nothing_that_a_terminal_obeys_is_printed() {
    let hostile = "a\u{1b}[31m\u{9b}31m\u{7f}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}z";
    let mut sources = Sources::default();
    let text = format!("{{\"maxLength\": \"{hostile}\"}}");
    let source = sources.add(format!("{hostile}\n.json"), text.as_str());
    let empty = sources.add(format!("{hostile}\n2.json"), "");
    let mut sink = Sink::new();
    for span in [Span::new(source, 14, text.len() - 1), Span::new(empty, 0, 0)] {
        sink.report(Code::KeywordValue, span).message(hostile).label(hostile).help(hostile);
    }
    let shown = all(sink, &sources);
    let obeyed = |c: char| c != '\n' && (c.is_control() || hostile.contains(c) && !c.is_ascii());
    assert!(!shown.contains(obeyed), "{shown:?}");
    assert!(shown.contains("a\u{fffd}[31m\u{fffd}31m"), "{shown}");
}
