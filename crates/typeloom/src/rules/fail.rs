//! Says what is wrong with a value. Every function adds a violation and returns `false`.
//!
//! Strings of the instance are not shown in messages: whether they are secrets is not known here. Member names are.

use super::describe;
use crate::Value;
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
    report.add(at, "", || "nothing is allowed here".to_owned());
    false
}

/// `additionalProperties: false` and its like: the member at `at` must not be there.
#[cold]
pub fn forbidden(name: &str, keyword: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, keyword, || format!("member `{name}` is not allowed"));
    false
}

/// `items: false` and its like: the item at `at` must not be there.
#[cold]
pub fn no_item(keyword: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, keyword, || "there must be no item here".to_owned());
    false
}

/// `enum` or `const`: the allowed values as JSON.
#[cold]
pub fn not_listed(
    value: &Value,
    keyword: &'static str,
    allowed: &'static str,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    report.add(at, keyword, || format!("must be {allowed}, found {}", describe(value)));
    false
}

/// `minLength`
#[cold]
pub fn too_short(length: u64, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "minLength", || format!("must have at least {}, has {length}", count(limit, "character")));
    false
}

/// `maxLength`
#[cold]
pub fn too_long(length: u64, limit: u64, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "maxLength", || format!("must have at most {}, has {length}", count(limit, "character")));
    false
}

/// `minItems`, `minProperties`
#[cold]
pub fn too_few(found: usize, limit: u64, keyword: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, keyword, || format!("must have at least {}, has {found}", count(limit, unit(keyword))));
    false
}

/// `maxItems`, `maxProperties`
#[cold]
pub fn too_many(found: usize, limit: u64, keyword: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, keyword, || format!("must have at most {}, has {found}", count(limit, unit(keyword))));
    false
}

/// `pattern`
#[cold]
pub fn wrong_pattern(pattern: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "pattern", || format!("must match the pattern {pattern}"));
    false
}

/// `format`
#[cold]
pub fn wrong_format(format: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "format", || format!("must be a valid {format}"));
    false
}

/// `required`
#[cold]
pub fn required(name: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "required", || format!("member `{name}` is missing"));
    false
}

/// `dependentRequired`: `name` is there and `missing` is not.
#[cold]
pub fn dependent(name: &'static str, missing: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    report.add(at, "dependentRequired", || format!("member `{missing}` is missing, which `{name}` requires"));
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
    match max {
        Some(max) if found > max => {
            report.add(at, "maxContains", || format!("at most {} may match `contains`, {found} do", count(max, "item")))
        }
        Some(_) | None if min == 1 => report.add(at, "contains", || "no item matches `contains`".to_owned()),
        Some(_) | None => report
            .add(at, "minContains", || format!("at least {} must match `contains`, {found} do", count(min, "item"))),
    }
    false
}

fn unit(keyword: &str) -> &'static str {
    if keyword.ends_with("Items") { "item" } else { "member" }
}

fn count(count: u64, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}
