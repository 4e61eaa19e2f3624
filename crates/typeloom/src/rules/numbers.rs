//! Rules about numbers: the checks of typed values, with the verdict as an answer.

use crate::Number;
use crate::check::{self, Limit, Numeric};
use crate::validate::{At, Report};
use std::cmp::Ordering;

/// `minimum`
#[inline]
pub fn minimum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = matches!(number.compare(limit), Some(Ordering::Greater | Ordering::Equal));
    if !holds {
        check::minimum(number, limit, at, report);
    }
    holds
}

/// `maximum`
#[inline]
pub fn maximum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = matches!(number.compare(limit), Some(Ordering::Less | Ordering::Equal));
    if !holds {
        check::maximum(number, limit, at, report);
    }
    holds
}

/// `exclusiveMinimum`
#[inline]
pub fn exclusive_minimum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = number.compare(limit) == Some(Ordering::Greater);
    if !holds {
        check::exclusive_minimum(number, limit, at, report);
    }
    holds
}

/// `exclusiveMaximum`
#[inline]
pub fn exclusive_maximum(number: &Number, limit: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = number.compare(limit) == Some(Ordering::Less);
    if !holds {
        check::exclusive_maximum(number, limit, at, report);
    }
    holds
}

/// `multipleOf`
#[inline]
pub fn multiple_of(number: &Number, of: &Limit, at: &At<'_>, report: &mut Report) -> bool {
    let holds = number.is_multiple(of);
    if !holds {
        check::multiple_of(number, of, at, report);
    }
    holds
}

/// Whether two numbers are equal.
#[inline]
pub fn equals(number: &Number, other: &Limit) -> bool {
    number.compare(other) == Some(Ordering::Equal)
}
