//! Schemas in words, for messages.

use crate::json_text;
use crate::model::{Assertion, Check, Module, RuleId};
use typeloom::Value;

/// Texts in messages longer than this are cut.
const LONG: usize = 200;

/// Values as JSON: `"a", "b" or 3`.
pub(super) fn alternatives(values: &[Value]) -> String {
    let mut texts = Vec::new();
    let mut length = 0;
    for value in values {
        let text = json_text::compact(value);
        length += text.len();
        if length > LONG && !texts.is_empty() {
            texts.push(format!("one of {} others", values.len() - texts.len()));
            break;
        }
        texts.push(cut(text));
    }
    or(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn or(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// What a rule allows, in words that follow "must not be".
pub(super) fn rule(module: &Module, id: RuleId) -> String {
    let rule = module.rule(id);
    match &rule.assertions[..] {
        [] => "there".to_owned(),
        [Assertion::Type(types)] => types.words(),
        [Assertion::Plain(Check::Const(value))] => alternatives(std::slice::from_ref(value)),
        [Assertion::Plain(Check::Enum(values))] => alternatives(values),
        [Assertion::Plain(Check::Required(names))] => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            format!("an object with {}", names.join(", "))
        }
        [..] => format!("what {} describes", rule.location),
    }
}

fn cut(text: String) -> String {
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}..", &text[..end]),
        None => text,
    }
}
