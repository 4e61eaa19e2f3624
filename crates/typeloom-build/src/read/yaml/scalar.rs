//! What a scalar means by the core schema of YAML 1.2.2 (section 10.3): `no` is a text, `1.0` the number 1.0.

use crate::diagnostic::{Code, Sink};
use crate::read::node::NodeKind;
use crate::source::Span;
use granit_parser::Tag;
use typeloom::Number;

/// The value of a scalar. `plain` is one without quotes.
pub(super) fn value(text: &str, plain: bool, tag: Option<&Tag>, span: Span, sink: &mut Sink) -> NodeKind {
    let string = || NodeKind::String(text.to_owned());
    let Some(tag) = tag else {
        return if plain { resolved(text, span, sink) } else { string() };
    };
    if is_unspecific(tag) {
        return string();
    }
    if !is_core(tag) || !matches!(tag.suffix(), "str" | "int" | "float" | "bool" | "null") {
        unknown_tag(tag, span, sink);
        return string();
    }
    if tag.suffix() == "str" {
        return string();
    }
    let found = resolved(text, span, sink);
    let fits = match &found {
        NodeKind::Null => tag.suffix() == "null",
        NodeKind::Bool(_) => tag.suffix() == "bool",
        NodeKind::Number(number) => {
            tag.suffix() == "float" || tag.suffix() == "int" && !number.as_str().contains(['.', 'e', 'E'])
        }
        NodeKind::String(_) | NodeKind::Array(_) | NodeKind::Object(_) => false,
    };
    if !fits {
        sink.report(Code::YamlSyntax, span)
            .message(format!("`{text}` is no `!!{}`", tag.suffix()))
            .help("take the tag out, or write a value of its type");
    }
    found
}

/// Whether this is a tag of the schemas that YAML itself has: `!!str`.
pub(super) fn is_core(tag: &Tag) -> bool {
    tag.handle() == "tag:yaml.org,2002:"
}

/// Whether this is the tag `!`, which makes a text of any scalar.
pub(super) fn is_unspecific(tag: &Tag) -> bool {
    tag.handle().is_empty() && tag.suffix() == "!" || tag.handle() == "!" && tag.suffix().is_empty()
}

/// Reports a tag that means nothing in JSON.
pub(super) fn unknown_tag(tag: &Tag, span: Span, sink: &mut Sink) {
    let name = match is_core(tag) {
        true => format!("!!{}", tag.suffix()),
        false => format!("{}{}", tag.handle(), tag.suffix()),
    };
    sink.report(Code::YamlSyntax, span)
        .message(format!("tag `{name}` is not known"))
        .label("JSON has no values of this type")
        .help("take the tag out");
}

/// A scalar without quotes.
fn resolved(text: &str, span: Span, sink: &mut Sink) -> NodeKind {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => NodeKind::Null,
        "true" | "True" | "TRUE" => NodeKind::Bool(true),
        "false" | "False" | "FALSE" => NodeKind::Bool(false),
        _ if is_infinite(text) => {
            sink.report(Code::YamlSyntax, span)
                .message(format!("`{text}` is no number of JSON"))
                .label("JSON has only finite numbers")
                .help("write a number, or leave it out");
            NodeKind::Null
        }
        _ => match number(text) {
            Some(number) => NodeKind::Number(number),
            None => NodeKind::String(text.to_owned()),
        },
    }
}

fn is_infinite(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN")
}

/// A number, in the text that JSON has for it. Most are that already: `1.0`, `1e3`. YAML adds `+1`, `.5`, `5.`, `007`,
/// `0x1F` and `0o17`.
fn number(text: &str) -> Option<Number> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            return in_radix(digits, radix);
        }
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = rest.split_at(rest.find(['e', 'E']).unwrap_or(rest.len()));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let digits = whole.trim_start_matches('0');
    let whole = if digits.is_empty() { "0" } else { digits };
    let point = if fraction.is_empty() { "" } else { "." };
    Number::new(&format!("{sign}{whole}{point}{fraction}{exponent}"))
}

/// Digits of another base, of any length, as decimal ones.
fn in_radix(text: &str, radix: u32) -> Option<Number> {
    /// More digits than anybody writes; each costs a walk over all before it.
    const LONGEST: usize = 1024;
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let mut decimal: Vec<u32> = vec![0]; // the lowest digit first
    for character in text.chars() {
        let mut carry = character.to_digit(radix)?;
        for digit in &mut decimal {
            let value = *digit * radix + carry;
            (*digit, carry) = (value % 10, value / 10);
        }
        while carry > 0 {
            decimal.push(carry % 10);
            carry /= 10;
        }
    }
    let digits: String = decimal.iter().rev().filter_map(|&digit| char::from_digit(digit, 10)).collect();
    Number::new(&digits)
}
