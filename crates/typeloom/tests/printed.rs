//! What errors and violations print: nothing that a terminal obeys, and not more than a person reads.

#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;
use typeloom::{At, Report, Validate, Value, from_str};

/// A map of numbers that may not be negative.
struct Counts(BTreeMap<String, i64>);

impl Validate for Counts {
    fn check(&self, at: &At<'_>, report: &mut Report) {
        for (name, count) in &self.0 {
            if *count < 0 {
                report.add(&at.member(name, "/additionalProperties"), "minimum", || format!("is {name}"));
            }
        }
    }
}

fn counts(names: impl IntoIterator<Item = String>) -> Counts {
    Counts(names.into_iter().map(|name| (name, -1)).collect())
}

#[test]
fn the_first_twenty_violations_are_printed_and_the_number_of_the_others() {
    let violations = counts((0..211_182).map(|index| format!("n{index:06}"))).validate().unwrap_err();
    let printed = violations.to_string();
    assert_eq!(printed.lines().count(), 21);
    assert!(printed.starts_with("/n000000: is n000000 (minimum)\n/n000001: "), "{printed}");
    let listed = violations.len();
    assert!(printed.ends_with(&format!("\nand {} more", listed - 20)), "{printed}");
    assert_eq!(violations.iter().count(), listed);
    let twenty = counts((0..20).map(|index| index.to_string())).validate().unwrap_err().to_string();
    assert_eq!(twenty.lines().count(), 20);
    assert!(!twenty.contains("more"));
}

#[test]
fn the_reasons_behind_a_violation_are_not_printed_without_end() {
    let mut report = Report::new();
    let mut branch = report.branch();
    for index in 0..1000 {
        branch.add(&At::ROOT.index(index, "/items"), "type", || "must be an integer".to_owned());
    }
    report.add_because(&At::ROOT, "anyOf", || "matches none".to_owned(), branch);
    let violations = report.finish().unwrap_err();
    let printed = violations.to_string();
    assert_eq!(printed.lines().count(), 22, "{printed}");
    assert!(printed.ends_with("\n  and 980 more"), "{printed}");
    assert_eq!(violations.iter().next().unwrap().causes().len(), 1000);
}

#[test]
fn nothing_that_a_terminal_obeys_is_printed() {
    let hostile = "a\u{1b}[31m\u{9b}31m\u{7f}\n\r\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}z";
    let shown = "a\\u{1b}[31m\\u{9b}31m\\u{7f}\\n\\r\\u{202e}\\u{2066}\\u{200f}\\u{61c}\\u{2028}z";
    let violations = counts([hostile.to_owned()]).validate().unwrap_err();
    assert_eq!(violations.to_string(), format!("/{shown}: is {shown} (minimum)"));
    let violation = violations.iter().next().unwrap();
    assert_eq!(
        (violation.instance_location(), violation.message()),
        (&*format!("/{hostile}"), &*format!("is {hostile}"))
    );

    let text = typeloom::to_string(&Value::Object([(hostile.to_owned(), Value::Null)].into())).unwrap();
    let obeyed = |text: &str| text.chars().any(|c| c.is_control() || hostile.contains(c) && !c.is_ascii());
    let own = from_str::<BTreeMap<String, i64>>(&text).unwrap_err();
    assert!(own.to_string().contains(shown) && !obeyed(&own.to_string()), "{own}");
    assert_eq!(own.pointer(), format!("/{hostile}"));
    let by_serde = serde_json::from_str::<Value>(&text.replace("null", &text)).unwrap();
    assert_eq!(by_serde, from_str(&text.replace("null", &text)).unwrap());
    let twice = format!("{},{}", text.trim_end_matches('}'), text.trim_start_matches('{'));
    for error in [
        from_str::<Value>(&twice).unwrap_err().to_string(),
        serde_json::from_str::<Value>(&twice).unwrap_err().to_string(),
    ] {
        assert!(error.contains("occurs twice") && !obeyed(&error), "{error}");
    }
}

#[test]
fn long_names_are_cut() {
    let violations = counts(["x".repeat(1_000_000)]).validate().unwrap_err();
    assert!(violations.to_string().len() < 3000);
    assert!(violations.to_string().contains(".. (999001 more bytes)"));
}
