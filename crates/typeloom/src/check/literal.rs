//! `enum` and `const`: values compared with those of the document.

use crate::number::compare;
use crate::validate::{At, Report};
use crate::{Number, Value};
use std::cmp::Ordering;

/// A JSON value of the document, built at compile time.
#[derive(Clone, Copy, Debug)]
pub enum Literal {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as written.
    Number(&'static str),
    /// A string.
    String(&'static str),
    /// An array.
    Array(&'static [Literal]),
    /// An object, each name once, in any order.
    Object(&'static [(&'static str, Literal)]),
}

impl Literal {
    /// Whether `value` is the same JSON value: numbers by their mathematical value, members in any order.
    pub fn is(&self, value: &Value) -> bool {
        match self {
            Literal::Null => matches!(value, Value::Null),
            Literal::Bool(own) => matches!(value, Value::Bool(other) if own == other),
            Literal::Number(own) => {
                matches!(value, Value::Number(other) if compare(own, other.as_str()) == Ordering::Equal)
            }
            Literal::String(own) => matches!(value, Value::String(other) if own == other),
            Literal::Array(own) => matches!(value, Value::Array(other)
                if own.len() == other.len() && own.iter().zip(other).all(|(own, other)| own.is(other))),
            Literal::Object(own) => matches!(value, Value::Object(other)
                if own.len() == other.len()
                    && own.iter().all(|(name, own)| other.get(*name).is_some_and(|other| own.is(other)))),
        }
    }

    /// As JSON, strings at the top without their quotes, and not longer than a line.
    fn show(&self) -> String {
        let text = match self {
            Literal::String(string) => format!("`{string}`"),
            Literal::Null | Literal::Bool(_) | Literal::Number(_) | Literal::Array(_) | Literal::Object(_) => {
                crate::to_string(&self.value()).unwrap_or_default()
            }
        };
        match text.char_indices().nth(LONG) {
            Some((end, _)) => format!("{}..", text.get(..end).unwrap_or_default()),
            None => text,
        }
    }

    fn value(&self) -> Value {
        match self {
            Literal::Null => Value::Null,
            Literal::Bool(boolean) => Value::Bool(*boolean),
            Literal::Number(number) => Value::Number(Number::from_grammar(number)),
            Literal::String(string) => Value::from(*string),
            Literal::Array(items) => Value::Array(items.iter().map(Literal::value).collect()),
            Literal::Object(members) => {
                members.iter().map(|(name, member)| ((*name).to_owned(), member.value())).collect()
            }
        }
    }
}

/// Texts in messages longer than this are cut.
const LONG: usize = 100;

/// `enum` or `const` on a string. Adds nothing where it is one of the known values.
pub fn enumeration(text: &str, known: &[&str], keyword: &'static str, at: &At<'_>, report: &mut Report) {
    if !known.contains(&text) {
        report.add(at, keyword, || {
            let found: String = text.chars().take(60).collect();
            format!("must be {}, is `{}`", list(known.iter().map(|value| format!("`{value}`"))), found.escape_debug())
        });
    }
}

/// `enum` or `const` on a value.
pub fn one_of_values(value: &Value, allowed: &[Literal], keyword: &'static str, at: &At<'_>, report: &mut Report) {
    if !allowed.iter().any(|allowed| allowed.is(value)) {
        report.add(at, keyword, || {
            format!("must be {}, is {}", list(allowed.iter().map(Literal::show)), describe(value))
        });
    }
}

/// `a`, or `one of a, b, ..` with no more than a line can hold.
fn list(values: impl ExactSizeIterator<Item = String>) -> String {
    const SHOWN: usize = 12;
    let count = values.len();
    let mut text = String::new();
    for (index, value) in values.take(SHOWN).enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        text.push_str(&value);
    }
    match count {
        0 => "nothing at all".to_owned(),
        1 => text,
        2..=SHOWN => format!("one of {text}"),
        more => format!("one of {text} or {} others", more - SHOWN),
    }
}

/// What a value is, for messages. Strings are not shown: they may be secrets.
pub(crate) fn describe(value: &Value) -> &str {
    match value {
        Value::Null => "null",
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Number(number) if number.as_str().len() <= 40 => number.as_str(),
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
