//! JSON whose members stand in the order they are given.

use crate::json_text::{Layout, Printer};
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
    print(json, Layout::Compact)
}

/// JSON in lines, indented by two spaces, as serde_json writes it.
pub(crate) fn pretty(json: &Json) -> String {
    print(json, Layout::Lines)
}

fn print(json: &Json, layout: Layout) -> String {
    let mut printer = Printer::new(layout);
    write(json, &mut printer);
    printer.text
}

fn write(json: &Json, printer: &mut Printer) {
    match json {
        Json::Value(value) => printer.value(value),
        Json::Array(items) => printer.entries(['[', ']'], items, write),
        Json::Object(members) => printer.entries(['{', '}'], members, |(name, json), printer| {
            printer.name(name);
            write(json, printer);
        }),
    }
}
