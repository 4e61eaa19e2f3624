//! Says what is wrong with a value. Every function adds a violation and returns `false`.
//!
//! What typed values can violate too is said by [`check`](crate::check), in the same words. Strings of the instance
//! are not shown in messages: whether they are secrets is not known here. Member names are.

use crate::Value;
use crate::check;
#[cfg(feature = "pattern")]
use crate::pattern::Pattern;
use crate::validate::{At, Report};

/// `type`: the expected kinds in words.
#[cold]
pub fn wrong_type(value: &Value, expected: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "type", || format!("expected {expected}, found {}", describe(value)));
    false
}

/// The boolean schema `false`.
#[cold]
pub fn never(at: &At<'_>, report: &mut Report) -> bool {
    check::never(at, report);
    false
}

/// `additionalProperties: false` and its like: the member at `at` must not be there.
#[cold]
pub fn forbidden(keyword: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, keyword, || "the document has no such member".to_owned());
    false
}

/// `items: false` and its like: the item at `at` must not be there.
#[cold]
pub fn no_item(keyword: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, keyword, || "the document has no such item".to_owned());
    false
}

/// `enum` or `const`: the allowed values in words.
#[cold]
pub fn not_listed(
    value: &Value,
    keyword: &'static str,
    allowed: &'static str,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    report.add(at, keyword, || format!("must be {allowed}, is {}", describe(value)));
    false
}

/// `minLength`
#[cold]
pub fn too_short(text: &str, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    check::min_length(text, limit, at, report);
    false
}

/// `maxLength`
#[cold]
pub fn too_long(text: &str, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    check::max_length(text, limit, at, report);
    false
}

/// `pattern`
#[cfg(feature = "pattern")]
#[inline]
pub fn pattern(text: &str, pattern: &Pattern, at: &At<'_>, report: &mut Report) -> bool {
    check::pattern(text, pattern, at, report)
}

/// Whether the name of a member matches a pattern of `patternProperties`.
#[cfg(feature = "pattern")]
#[inline]
pub fn matches(name: &str, pattern: &Pattern, at: &At<'_>, report: &mut Report) -> bool {
    match pattern.try_match(name) {
        Ok(matches) => matches,
        Err(_) => {
            report.undecided(at, "patternProperties", || check::too_many_steps(pattern));
            false
        }
    }
}

/// `format`
#[inline]
pub fn format(text: &str, name: &'static str, test: fn(&str) -> bool, at: &At<'_>, report: &mut Report) -> bool {
    let holds = test(text);
    if !holds {
        check::format(text, name, test, at, report);
    }
    holds
}

/// The formats `int32`, `int64`, `uint32` and `uint64` of numbers.
#[cold]
pub fn wrong_width(name: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "format", || format!("is not of the format `{name}`"));
    false
}

/// `minItems`
#[cold]
pub fn too_few_items(count: usize, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    check::min_items(count, limit, at, report);
    false
}

/// `maxItems`
#[cold]
pub fn too_many_items(count: usize, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    check::max_items(count, limit, at, report);
    false
}

/// `uniqueItems`
pub fn unique_items(items: &[Value], at: &At<'_>, report: &mut Report) -> bool {
    let holds = check::equal_pair(items).is_none();
    if !holds {
        check::unique_values(items, at, report);
    }
    holds
}

/// `minProperties`
#[cold]
pub fn too_few_members(count: usize, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    check::min_properties(count, limit, at, report);
    false
}

/// `maxProperties`
#[cold]
pub fn too_many_members(count: usize, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    check::max_properties(count, limit, at, report);
    false
}

/// `required`
#[cold]
pub fn required(name: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    check::required(name, at, report);
    false
}

/// `dependentRequired`, or whatever `keyword` the document has for it: the member `because` is there and `missing` is
/// not.
#[cold]
pub fn dependent(
    keyword: &'static str,
    because: &'static str,
    missing: &'static str,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    check::dependent_required(keyword, because, missing, at, report);
    false
}

/// `propertyNames`: `reasons` is why the name is not allowed.
#[cold]
pub fn property_names(name: &str, at: &At<'_>, report: &mut Report, reasons: Report) -> bool {
    report.add_because(at, "propertyNames", || format!("the name `{name}` is not allowed"), reasons);
    false
}

/// `not`: what the value must not be, in words.
#[cold]
pub fn not(forbidden: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "not", || format!("must not be {forbidden}"));
    false
}

/// `contains`, `minContains` and `maxContains`, for an array in which `found` items match.
#[inline]
pub fn contains(found: u64, min: u64, max: Option<u64>, at: &At<'_>, report: &mut Report) -> bool {
    (found >= min && max.is_none_or(|max| found <= max)) || wrong_count(found, min, max, at, report)
}

#[cold]
fn wrong_count(found: u64, min: u64, max: Option<u64>, at: &At<'_>, report: &mut Report) -> bool {
    let items = |count: u64| format!("{count} {}", if count == 1 { "item" } else { "items" });
    match max {
        Some(max) if found > max => {
            report.add(at, "maxContains", || format!("at most {} may match `contains`, {found} do", items(max)));
        }
        Some(_) | None if min == 1 => report.add(at, "contains", || "no item matches `contains`".to_owned()),
        Some(_) | None => {
            report.add(at, "minContains", || format!("at least {} must match `contains`, {found} do", items(min)));
        }
    }
    false
}

/// What a value is, for messages. Strings are not shown: they may be secrets.
fn describe(value: &Value) -> &str {
    match value {
        Value::Null => "null",
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Number(number) if number.as_str().len() <= 40 => number.as_str(),
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
