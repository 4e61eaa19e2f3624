//! Rules about numbers, exact whatever their size and spelling.

use crate::Number;
use crate::number;
use crate::validate::{At, Report};
use std::cmp::Ordering;

/// A number in a schema: as written, and as an integer where it is one that fits.
#[derive(Clone, Copy, Debug)]
pub struct Limit(pub &'static str, pub Option<i64>);

/// `minimum`
#[inline]
pub fn minimum(value: &Number, limit: Limit, at: &At<'_>, report: &mut Report) -> bool {
    compare(value, limit).is_ge() || out_of_bounds(value, limit, "minimum", "at least", at, report)
}

/// `maximum`
#[inline]
pub fn maximum(value: &Number, limit: Limit, at: &At<'_>, report: &mut Report) -> bool {
    compare(value, limit).is_le() || out_of_bounds(value, limit, "maximum", "at most", at, report)
}

/// `exclusiveMinimum`
#[inline]
pub fn exclusive_minimum(value: &Number, limit: Limit, at: &At<'_>, report: &mut Report) -> bool {
    compare(value, limit).is_gt() || out_of_bounds(value, limit, "exclusiveMinimum", "more than", at, report)
}

/// `exclusiveMaximum`
#[inline]
pub fn exclusive_maximum(value: &Number, limit: Limit, at: &At<'_>, report: &mut Report) -> bool {
    compare(value, limit).is_lt() || out_of_bounds(value, limit, "exclusiveMaximum", "less than", at, report)
}

/// `multipleOf`
pub fn multiple_of(value: &Number, divisor: Limit, at: &At<'_>, report: &mut Report) -> bool {
    number::multiple_of(value.as_str(), divisor.0)
        || out_of_bounds(value, divisor, "multipleOf", "a multiple of", at, report)
}

/// Whether two numbers are equal.
#[inline]
pub fn equals(value: &Number, other: Limit) -> bool {
    compare(value, other).is_eq()
}

#[inline]
fn compare(value: &Number, limit: Limit) -> Ordering {
    match (limit.1, value.as_str().parse::<i64>()) {
        (Some(limit), Ok(value)) => value.cmp(&limit),
        _ => number::compare(value.as_str(), limit.0),
    }
}

#[cold]
fn out_of_bounds(
    value: &Number,
    limit: Limit,
    keyword: &'static str,
    relation: &str,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    report.add(at, keyword, || {
        let found = value.as_str();
        // Numbers come from the network and can be as long as the message allows for nobody to read it.
        if found.len() > 40 {
            format!("must be {relation} {}", limit.0)
        } else {
            format!("must be {relation} {}, is {found}", limit.0)
        }
    });
    false
}
