//! Rules about numbers: the checks of typed values, with the verdict as an answer.

use crate::Number;
use crate::check::{self, Limit, Numeric};
use crate::validate::{At, Report};
use std::cmp::Ordering;

/// `minimum`
#[inline]
pub fn minimum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = matches!(number.compare(limit), Some(Ordering::Greater | Ordering::Equal));
    holds || failed(check::minimum(number, limit, at, report))
}

/// `maximum`
#[inline]
pub fn maximum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = matches!(number.compare(limit), Some(Ordering::Less | Ordering::Equal));
    holds || failed(check::maximum(number, limit, at, report))
}

/// `exclusiveMinimum`
#[inline]
pub fn exclusive_minimum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = number.compare(limit) == Some(Ordering::Greater);
    holds || failed(check::exclusive_minimum(number, limit, at, report))
}

/// `exclusiveMaximum`
#[inline]
pub fn exclusive_maximum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = number.compare(limit) == Some(Ordering::Less);
    holds || failed(check::exclusive_maximum(number, limit, at, report))
}

/// `multipleOf`
#[inline]
pub fn multiple_of(number: &Number, of: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    number.is_multiple(of) || failed(check::multiple_of(number, of, at, report))
}

/// Whether two numbers are equal.
#[inline]
pub fn equals(number: &Number, other: &Limit) -> bool {
    number.compare(other) == Some(Ordering::Equal)
}

/// The verdict once a check has reported.
fn failed(_reported: ()) -> bool {
    false
}
