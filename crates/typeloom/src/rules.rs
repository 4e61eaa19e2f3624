//! What code generated for rules over values calls.
//!
//! A rule is a function over a [`Value`]: generated code does what depends on the schema, this module what does not
//! (following `$dynamicRef`, remembering what was evaluated, choosing the branch that came closest, comparing, saying
//! what is wrong). It knows nothing of generated types.
//!
//! The functions that check return whether the value is valid; those that only say what is wrong return `false`.

mod branches;
mod elements;
mod fail;
mod memo;
mod numbers;
mod scope;
mod seen;

pub(crate) use memo::Memo;

pub use branches::{Branch, any_of, any_of_seen, once, once_seen, one_of, one_of_seen};
pub use elements::{Others, PatternProperty, Property, anything, items, properties, properties_and_patterns, requires};
pub use fail::{
    contains, dependent, forbidden, format, never, no_item, not, not_listed, property_names, required, too_few_items,
    too_few_members, too_long, too_many_items, too_many_members, too_short, unique_items, wrong_type, wrong_width,
};
#[cfg(feature = "pattern")]
pub use fail::{matches, pattern};
pub use numbers::{equals, exclusive_maximum, exclusive_minimum, maximum, minimum, multiple_of};
pub use scope::{Scope, Target};
pub use seen::Seen;

use crate::Value;
use crate::validate::{At, Report};

/// A rule: whether the value is valid, with what is wrong in the report.
pub type Apply = fn(&Value, &Scope<'_>, &At<'_>, &mut Report) -> bool;

/// A rule that also marks the members or items that it has evaluated. What it marked counts only where it holds.
pub type ApplySeen = fn(&Value, &Scope<'_>, &At<'_>, &mut Report, &mut Seen) -> bool;

/// Whether a string has so many code points, which is what `minLength` and `maxLength` count. A code point takes one
/// to four bytes: most strings need no counting.
#[inline]
pub fn has(text: &str, count: u64) -> bool {
    let bytes = text.len() as u64;
    bytes >= count && (bytes / 4 >= count || text.chars().count() as u64 >= count)
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
