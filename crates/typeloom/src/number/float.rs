//! `f64` against limits given as text.
//!
//! The value of a float is taken to be the shortest decimal that reads back as it, which is what the sender wrote in
//! all but odd cases: 4.35, not 4.3499999999999996447. From there on everything is decided in decimal.

use super::{compare, multiple_of};
use std::cmp::Ordering;

/// Up to here every integer is a float, and its shortest decimal is itself.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Compares a float with a limit in JSON's grammar. Infinities are beyond every limit; `NaN` is below.
pub fn compare_f64(value: f64, limit: &str) -> Ordering {
    let nearest = limit.parse::<f64>().unwrap_or(0.0);
    // Rounding keeps order, so different floats are decided by themselves.
    match value.partial_cmp(&nearest) {
        Some(Ordering::Equal) if value.is_infinite() => {
            if value > 0.0 {
                Ordering::Greater
            } else {
                Ordering::Less
            }
        }
        Some(Ordering::Equal) => compare(&shortest(value), limit),
        Some(order) => order,
        None => Ordering::Less,
    }
}

/// Whether a float is a multiple of `of`, a number in JSON's grammar. Infinities and `NaN` are multiples of nothing.
pub fn multiple_of_f64(value: f64, of: &str) -> bool {
    if !value.is_finite() {
        return false;
    }
    if value.abs() <= EXACT
        && let Ok(divisor @ 1..) = of.parse::<u32>()
    {
        return value % f64::from(divisor) == 0.0;
    }
    multiple_of(&shortest(value), of)
}

/// The shortest decimal that reads back as `value`, in JSON's grammar.
fn shortest(value: f64) -> String {
    format!("{value:e}")
}
