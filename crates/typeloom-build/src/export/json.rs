//! JSON text: compact or indented, members in the order they are given.

use typeloom::Value;

/// JSON in the making.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    /// A value as it stands; members of objects in it are sorted by name.
    Value(Value),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl From<Value> for Json {
    fn from(value: Value) -> Json {
        Json::Value(value)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Value(Value::String(text.to_owned()))
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Json {
        Json::Value(Value::Number(number.into()))
    }
}

impl From<bool> for Json {
    fn from(truth: bool) -> Json {
        Json::Value(Value::Bool(truth))
    }
}

/// JSON without white space.
pub(crate) fn compact(json: &Json) -> String {
    let mut text = String::new();
    write(json, None, &mut text);
    text
}

/// JSON in lines, indented by two spaces, as serde_json writes it.
pub(crate) fn pretty(json: &Json) -> String {
    let mut text = String::new();
    write(json, Some(0), &mut text);
    text
}

/// A value on one line, for people: `["profile", "email"]`.
pub(crate) fn line(value: &Value) -> String {
    compact(&Json::Value(value.clone()))
}

fn write(json: &Json, depth: Option<usize>, text: &mut String) {
    match json {
        Json::Value(Value::Null) => text.push_str("null"),
        Json::Value(Value::Bool(truth)) => text.push_str(if *truth { "true" } else { "false" }),
        Json::Value(Value::Number(number)) => text.push_str(number.as_str()),
        Json::Value(Value::String(string)) => quote(string, text),
        Json::Value(Value::Array(items)) => {
            let write = |item: &Value, depth, text: &mut String| write(&Json::Value(item.clone()), depth, text);
            entries(items.iter(), ['[', ']'], depth, text, write);
        }
        Json::Value(Value::Object(members)) => {
            entries(members.iter(), ['{', '}'], depth, text, |(name, value), depth, text| {
                member(name, &Json::Value(value.clone()), depth, text);
            });
        }
        Json::Array(items) => entries(items.iter(), ['[', ']'], depth, text, write),
        Json::Object(members) => {
            entries(members.iter(), ['{', '}'], depth, text, |(name, json), depth, text| {
                member(name, json, depth, text)
            });
        }
    }
}

fn member(name: &str, json: &Json, depth: Option<usize>, text: &mut String) {
    quote(name, text);
    text.push_str(if depth.is_some() { ": " } else { ":" });
    write(json, depth, text);
}

fn entries<T>(
    entries: impl ExactSizeIterator<Item = T>,
    [open, close]: [char; 2],
    depth: Option<usize>,
    text: &mut String,
    mut write: impl FnMut(T, Option<usize>, &mut String),
) {
    let inner = depth.map(|depth| depth + 1);
    let empty = entries.len() == 0;
    text.push(open);
    for (index, entry) in entries.enumerate() {
        if index > 0 {
            text.push(',');
        }
        break_line(inner, text);
        write(entry, inner, text);
    }
    if !empty {
        break_line(depth, text);
    }
    text.push(close);
}

fn break_line(depth: Option<usize>, text: &mut String) {
    if let Some(depth) = depth {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    }
}

fn quote(string: &str, text: &mut String) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            control if control < ' ' => text.push_str(&format!("\\u{:04x}", control as u32)),
            other => text.push(other),
        }
    }
    text.push('"');
}
