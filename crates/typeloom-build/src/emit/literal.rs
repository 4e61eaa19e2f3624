//! Values as Rust text.

use typeloom::{Kind, KindSet, Number, Value};

/// A string literal.
pub(super) fn string(text: &str) -> String {
    format!("{text:?}")
}

/// `&[..]` of these.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    format!("&[{}]", items.join(", "))
}

/// `&["a", "b"]`
pub(super) fn strings<'a>(items: impl IntoIterator<Item = &'a String>) -> String {
    list(items.into_iter().map(|item| string(item)))
}

/// A number of the document, as the runtime compares it.
pub(super) fn limit(number: &Number) -> String {
    limit_of(number.as_str())
}

/// The number that `text` spells.
pub(super) fn limit_of(text: &str) -> String {
    format!("rt::Limit::new({text:?})")
}

/// A JSON value. As deep as the value, which its reader has bounded.
pub(super) fn value(of: &Value) -> String {
    match of {
        Value::Null => "rt::Literal::Null".to_owned(),
        Value::Bool(boolean) => format!("rt::Literal::Bool({boolean})"),
        Value::Number(number) => format!("rt::Literal::Number({:?})", number.as_str()),
        Value::String(text) => format!("rt::Literal::String({text:?})"),
        Value::Array(items) => format!("rt::Literal::Array({})", list(items.iter().map(value))),
        Value::Object(members) => {
            let members = members.iter().map(|(name, member)| format!("({name:?}, {})", value(member)));
            format!("rt::Literal::Object({})", list(members))
        }
    }
}

/// A set of kinds.
pub(super) fn kinds(of: KindSet) -> String {
    let names: Vec<&str> = match of {
        KindSet::ALL => vec!["rt::ANY"],
        _ => of.kinds().filter_map(|kind| name(kind, of)).collect(), // by the kinds in it
    };
    match &names[..] {
        [] => "rt::KindSet::EMPTY".to_owned(),
        [..] => format!("rt::KindSet({})", names.join(" | ")),
    }
}

fn name(kind: Kind, of: KindSet) -> Option<&'static str> {
    match kind {
        Kind::Null => Some("rt::NULL"),
        Kind::Boolean => Some("rt::BOOLEAN"),
        Kind::Integer if of.has(Kind::Fraction) => Some("rt::NUMBER"),
        Kind::Integer => Some("rt::INTEGER"),
        Kind::Fraction if of.has(Kind::Integer) => None,
        Kind::Fraction => Some("rt::FRACTION"),
        Kind::String => Some("rt::STRING"),
        Kind::Array => Some("rt::ARRAY"),
        Kind::Object => Some("rt::OBJECT"),
    }
}
