//! Values as cells show them: examples, defaults, values of enumerations.
//!
//! Cells are text, so the kind of the field decides what the text is: `20` is a number in an integer's row and a
//! string in a string's.

use crate::diagnostic::Sink;
use crate::read::json;
use crate::source::Sources;
use crate::spec::{Kind, Kinds};
use typeloom::{Number, Value};

/// Cells that hold nothing.
const PLACEHOLDERS: &[&str] = &["", "n/a", "none", "-", "–", "—", "<nil>", "undefined", "nothing", "nil", "tbd"];

/// Whether a cell holds nothing: `N/A`, `none`, `-`.
pub(crate) fn is_placeholder(cell: &str) -> bool {
    PLACEHOLDERS.contains(&cell.trim().trim_matches('*').to_lowercase().as_str())
}

/// What `text` is as a value of one of `kinds`; [`None`] there means that the kind is not known, as with references.
/// Text that is no value of these kinds is kept as a string.
pub(crate) fn read(text: &str, kinds: Option<Kinds>) -> Option<Value> {
    let text = uncode(text.trim());
    if is_placeholder(text) {
        return None;
    }
    if text == "null" {
        return kinds.is_some_and(|kinds| kinds.has(Kind::Null)).then_some(Value::Null);
    }
    let has = |kind| kinds.is_some_and(|kinds| kinds.has(kind));
    let number = has(Kind::Integer) || has(Kind::Number);
    if number && let Some(number) = Number::new(text) {
        return Some(Value::Number(number));
    }
    if has(Kind::Boolean)
        && let Some(value) = boolean(text)
    {
        return Some(Value::Bool(value));
    }
    let structured = text.starts_with(['{', '[']);
    if structured
        && (kinds.is_none() || has(Kind::Array) || has(Kind::Object))
        && let Some(value) = json_value(text)
    {
        return Some(value);
    }
    Some(Value::String(unquote(text).to_owned()))
}

/// What `text` is by itself: quoted text is a string, the rest is what JSON says, and a string otherwise.
pub(crate) fn bare(text: &str) -> Value {
    let text = uncode(text.trim());
    let quoted = unquote(text);
    if quoted.len() < text.len() {
        return Value::String(quoted.to_owned());
    }
    match Number::new(text) {
        Some(number) => Value::Number(number),
        None => boolean(text).map_or_else(|| Value::String(text.to_owned()), Value::Bool),
    }
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "$true" => Some(true),
        "false" | "False" | "FALSE" | "$false" => Some(false),
        _ => None,
    }
}

/// Text without the backticks of a code span that covers it all.
pub(crate) fn uncode(text: &str) -> &str {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let inner = text.get(ticks..text.len().saturating_sub(ticks)).unwrap_or("");
    let whole = ticks > 0 && text.ends_with(&text[..ticks]) && !inner.is_empty() && !inner.contains('`');
    if whole { inner.trim() } else { text }
}

/// Text without the quotes around it.
fn unquote(text: &str) -> &str {
    ['"', '\''].iter().find_map(|&quote| text.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(text)
}

/// The JSON that `text` is. Examples that are cut off or no JSON are text.
pub(crate) fn json_value(text: &str) -> Option<Value> {
    let mut sources = Sources::default();
    let id = sources.add("example", text);
    let mut sink = Sink::new();
    let node = json::parse(id, &sources, &mut sink)?;
    sink.into_sorted(&sources).is_empty().then(|| node.to_value())
}

#[cfg(test)]
mod tests {
    use crate::read::page::values::{bare, read};
    use crate::spec::{Kind, Kinds};
    use typeloom::{Number, Value};

    fn number(text: &str) -> Value {
        Number::new(text).map_or(Value::Null, Value::Number)
    }

    fn string(text: &str) -> Value {
        Value::String(text.to_owned())
    }

    #[test]
    fn the_kind_of_the_row_decides() {
        let of = |kind| Some(Kinds::NONE.with(kind));
        assert_eq!(read("20", of(Kind::Integer)), Some(number("20")));
        assert_eq!(read("20", of(Kind::String)), Some(string("20")));
        assert_eq!(read("`True`", of(Kind::Boolean)), Some(Value::Bool(true)));
        assert_eq!(read("N/A", of(Kind::String)), None);
        assert_eq!(read("null", of(Kind::String)), None);
        assert_eq!(read("null", of(Kind::String).map(|kinds| kinds.with(Kind::Null))), Some(Value::Null));
        assert_eq!(read("[\"a\", 1]", of(Kind::Array)), Some(Value::Array(vec![string("a"), number("1")])));
        assert_eq!(read("[\"a\", ", of(Kind::Array)), Some(string("[\"a\",")));
        assert_eq!(read("active", None), Some(string("active")));
    }

    #[test]
    fn values_of_enumerations_say_themselves_what_they_are() {
        assert_eq!(bare("\"1\""), string("1"));
        assert_eq!(bare("'a'"), string("a"));
        assert_eq!(bare("1"), number("1"));
        assert_eq!(bare("2024-01-01"), string("2024-01-01"));
        assert_eq!(bare("007"), string("007"));
        assert_eq!(bare("samlSso"), string("samlSso"));
    }
}
