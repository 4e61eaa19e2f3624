//! Checks in words, for docs: "At most 600 characters."

use super::markdown::code;
use crate::json_text;
use crate::model::{Check, Pattern, Shape, Slot};
use typeloom::Value;

/// At most this many listed values are shown.
const SHOWN: usize = 12;

/// The paragraph that says what is checked. Nothing where there is nothing to say.
pub(super) fn sentence(checks: &[Check], patterns: &[Pattern]) -> Option<String> {
    let sentences: Vec<String> =
        checks.iter().filter_map(|check| words(check, patterns)).map(|words| format!("{words}.")).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What is checked of each item of a list, or each value of a map, in the paragraph of the whole.
pub(super) fn of_slot(slot: &Slot, patterns: &[Pattern]) -> Option<String> {
    let own = sentence(&slot.checks, patterns);
    let (inner, each) = match &slot.shape {
        Shape::List(inner) => (inner, "Each item: "),
        Shape::Map(inner) => (inner, "Each value: "),
        Shape::Nullable(inner) => (inner, ""),
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value
        | Shape::Item { .. } => return own,
    };
    match (own, of_slot(inner, patterns)) {
        (own, None) => own,
        (None, Some(inner)) => Some(format!("{each}{}", lower(&inner, each))),
        (Some(own), Some(inner)) => Some(format!("{own} {each}{}", lower(&inner, each))),
    }
}

/// A sentence behind a colon.
fn lower(sentence: &str, each: &str) -> String {
    let mut chars = sentence.chars();
    match chars.next() {
        Some(first) if !each.is_empty() => first.to_lowercase().chain(chars).collect(),
        Some(_) | None => sentence.to_owned(),
    }
}

fn words(check: &Check, patterns: &[Pattern]) -> Option<String> {
    Some(match check {
        Check::MinLength(limit) => format!("At least {}", count(*limit, "character", "characters")),
        Check::MaxLength(limit) => format!("At most {}", count(*limit, "character", "characters")),
        Check::Pattern(id) => format!("Matches {}", code(&patterns.get(id.0 as usize)?.source)),
        Check::Format(format) => format!("Format {}", code(format.name())),
        Check::Minimum(limit) => format!("At least {limit}"),
        Check::Maximum(limit) => format!("At most {limit}"),
        Check::ExclusiveMinimum(limit) => format!("More than {limit}"),
        Check::ExclusiveMaximum(limit) => format!("Less than {limit}"),
        Check::MultipleOf(divisor) => format!("A multiple of {divisor}"),
        Check::Enum(values) => format!("One of {}", listed(values)),
        Check::Const(value) => format!("Always {}", code(&json_text::short(value))),
        Check::MinItems(limit) => format!("At least {}", count(*limit, "item", "items")),
        Check::MaxItems(limit) => format!("At most {}", count(*limit, "item", "items")),
        Check::UniqueItems => "No two items are equal".to_owned(),
        Check::MinProperties(limit) => format!("At least {}", count(*limit, "member", "members")),
        Check::MaxProperties(limit) => format!("At most {}", count(*limit, "member", "members")),
        Check::PropertyNames(checks) => {
            let inner: Vec<String> = checks.iter().filter_map(|check| words(check, patterns)).collect();
            format!("Names of members: {}", inner.join("; "))
        }
        Check::Required(names) => {
            format!("Must have {}", names.iter().map(|name| code(name)).collect::<Vec<_>>().join(", "))
        }
        Check::DependentRequired { keyword: _, because, names } => format!(
            "With {} there must be {}",
            code(because),
            names.iter().map(|name| code(name)).collect::<Vec<_>>().join(", ")
        ),
        Check::Never => "Nothing is allowed here".to_owned(),
        Check::Rule(_) => "`validate` checks rules that the type does not show".to_owned(),
    })
}

fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn listed(values: &[Value]) -> String {
    let mut shown: Vec<String> = values.iter().take(SHOWN).map(|value| code(&json_text::short(value))).collect();
    if values.len() > SHOWN {
        shown.push("..".to_owned());
    }
    shown.join(", ")
}
