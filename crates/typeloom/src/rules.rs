//! What code generated for rules over values calls.
//!
//! A rule is a function over a [`Value`]: generated code does what depends on the schema, this module what does not
//! (following `$dynamicRef`, remembering what was evaluated, choosing the branch that came closest, comparing, saying
//! what is wrong). It knows nothing of generated types.
//!
//! The functions that check return whether the value is valid; those that only say what is wrong return `false`.

mod branches;
mod fail;
mod numbers;
mod scope;
mod seen;
mod unique;

pub use branches::{Branch, any_of, any_of_seen, one_of, one_of_seen};
pub use fail::{
    contains, dependent, forbidden, never, no_item, not, not_listed, property_names, required, too_few, too_long,
    too_many, too_short, wrong_format, wrong_pattern, wrong_type,
};
pub use numbers::{Limit, equals, exclusive_maximum, exclusive_minimum, maximum, minimum, multiple_of};
pub use scope::{Scope, Target};
pub use seen::Seen;
pub use unique::{repeated, unique_items};

use crate::Value;
use crate::validate::{At, Report};

/// A rule: whether the value is valid, with what is wrong in the report.
pub type Apply = fn(&Value, &Scope<'_>, &At<'_>, &mut Report) -> bool;

/// A rule that also marks the members or items that it has evaluated. What it marked counts only where it holds.
pub type ApplySeen = fn(&Value, &Scope<'_>, &At<'_>, &mut Report, &mut Seen) -> bool;

/// Number of code points of a string, as `minLength` and `maxLength` count.
#[inline]
pub fn length(text: &str) -> u64 {
    text.chars().count() as u64
}

/// Names of kinds as bits, for [`Branch::kinds`]: `null`, boolean, integer, fraction, string, array, object.
#[inline]
fn kind_bit(value: &Value) -> u8 {
    match value {
        Value::Null => 1,
        Value::Bool(_) => 2,
        Value::Number(number) if number.is_integer() => 4,
        Value::Number(_) => 8,
        Value::String(_) => 16,
        Value::Array(_) => 32,
        Value::Object(_) => 64,
    }
}

/// What a value is, for messages. Strings are not shown: they may be secrets.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) if number.as_str().len() <= 40 => number.as_str().to_owned(),
        Value::Number(_) => "a number".to_owned(),
        Value::String(text) if text.is_empty() => "an empty string".to_owned(),
        Value::String(_) => "a string".to_owned(),
        Value::Array(items) if items.is_empty() => "an empty array".to_owned(),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(members) if members.is_empty() => "an empty object".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
