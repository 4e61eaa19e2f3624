//! Numbers of JSON, and the spellings of other languages that people write instead.

use super::Parser;
use crate::read::node::NodeKind;
use typeloom::Number;

impl Parser<'_> {
    /// The number that begins here. [`None`] where nothing can be made of it; then nothing was consumed.
    pub(super) fn number(&mut self) -> Option<NodeKind> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_'))
        {
            self.at += 1;
        }
        let text = self.text.get(start..self.at).unwrap_or("");
        if let Some(number) = Number::new(text) {
            return Some(NodeKind::Number(number));
        }
        let repaired = repair(text);
        let help = match &repaired {
            Some(number) => format!("write `{number}`"),
            None => "a number is digits, a fraction and an exponent: `-12.5e3`".to_owned(),
        };
        let (span, message) = (self.span(start), format!("`{text}` is no number in JSON"));
        if text.bytes().all(|byte| matches!(byte, b'.' | b'+' | b'_')) {
            self.at = start;
            return None;
        }
        self.mistake(span, &message, "not a number").map(|diagnostic| diagnostic.help(help));
        Some(repaired.and_then(|text| Number::new(&text)).map_or(NodeKind::Null, NodeKind::Number))
    }
}

/// The number that was probably meant.
fn repair(text: &str) -> Option<String> {
    let text = text.replace('_', "");
    let text = text.strip_prefix('+').unwrap_or(&text);
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let hexadecimal = unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0X"));
    if let Some(number) = hexadecimal.and_then(|digits| u64::from_str_radix(digits, 16).ok()) {
        return Some(format!("{sign}{number}"));
    }
    let trimmed = unsigned.trim_start_matches('0');
    let whole = if trimmed.is_empty() || !trimmed.starts_with(|c: char| c.is_ascii_digit()) {
        format!("0{trimmed}")
    } else {
        trimmed.to_owned()
    };
    let text = format!("{sign}{}", whole.strip_suffix('.').unwrap_or(&whole));
    Number::new(&text).is_some().then_some(text)
}
