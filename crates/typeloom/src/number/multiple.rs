//! Divisibility of decimals, exactly.
//!
//! In come two numbers as text, out comes whether the first is an integer times the second. The cost is linear in the
//! length of the first, which comes from an instance; the second comes from a schema.

use super::decimal::{Decimal, Point};

/// Whether `value` is an integer multiple of `of` (JSON Schema validation, `multipleOf`), decided in decimal:
/// 0.0075 is a multiple of 0.0001, and 1e308 is not one of 0.123456789. Signs do not matter; of zero, only zero is a
/// multiple.
///
/// Both must be in JSON's grammar; of any other text the answer means nothing, but there always is one.
pub fn multiple_of(value: &str, of: &str) -> bool {
    let (value, of) = (Decimal::new(value), Decimal::new(of));
    if value.is_zero() || of.is_zero() {
        return value.is_zero();
    }
    // Both are an integer that does not end in 0, times a power of ten: v * 10^a and d * 10^b. With a < b the
    // quotient would need v to end in 0.
    match zeros(&value, &of) {
        Some(zeros) => divides(&of, &value, zeros),
        None => false,
    }
}

/// `a - b`, where it is not negative: how many zeros to write behind the digits of `value`.
///
/// More than four for each digit of the divisor change nothing: then every 2 and 5 in the divisor is covered, and the
/// rest of it has no factor in common with ten.
fn zeros(value: &Decimal<'_>, of: &Decimal<'_>) -> Option<usize> {
    let most = of.count().saturating_mul(4);
    let (a, b) = match (&value.point, &of.point) {
        (Point::Small(a), Point::Small(b)) => (a, b),
        // The longer exponent is greater by more than any length of digits, so only which one it is counts. Two of
        // them may be near each other; their difference is taken digit by digit.
        (Point::Large { negative, .. }, Point::Small(_)) => return (!negative).then_some(most),
        (Point::Small(_), Point::Large { negative, .. }) => return negative.then_some(most),
        (a @ Point::Large { .. }, b @ Point::Large { .. }) => {
            let difference = difference(a, b, most.saturating_add(value.count()));
            let zeros = difference - value.count() as i128 + of.count() as i128;
            return usize::try_from(zeros).ok().map(|zeros| zeros.min(most));
        }
    };
    // Neither side overflows: points have 38 digits at most, `i128` holds all of 38 and some of 39.
    let zeros = (a - value.count() as i128).saturating_sub(b - of.count() as i128);
    if zeros < 0 { None } else { Some(usize::try_from(zeros).map_or(most, |zeros| zeros.min(most))) }
}

/// `a - b` for exponents of very many digits, no further from 0 than a bit more than `enough`.
fn difference(a: &Point, b: &Point, enough: usize) -> i128 {
    let bound = (enough as i128).saturating_add(1) * 2;
    let (Point::Large { negative, digits: a_digits }, Point::Large { negative: b_negative, digits: b_digits }) = (a, b)
    else {
        return 0;
    };
    if negative != b_negative {
        return if *negative { -bound } else { bound };
    }
    let width = a_digits.len().max(b_digits.len());
    let padded = |digits: &[u8], index: usize| match (index + digits.len()).checked_sub(width) {
        Some(at) => digits.get(at).map_or(0, |byte| i128::from(byte.wrapping_sub(b'0') % 10)),
        None => 0,
    };
    let mut sum = 0i128;
    for index in 0..width {
        // Once it is far from 0 it stays on its side: the digits to come weigh less than it does.
        sum = (sum * 10 + padded(a_digits, index) - padded(b_digits, index)).clamp(-bound, bound);
    }
    if *negative { -sum } else { sum }
}

/// Whether the digits of `of` divide those of `value` with `zeros` zeros behind them.
fn divides(of: &Decimal<'_>, value: &Decimal<'_>, zeros: usize) -> bool {
    let digits = value.digits().chain(std::iter::repeat_n(0, zeros));
    match of.count() {
        // The remainder times ten plus a digit fits.
        0..=18 => {
            let divisor = of.digits().fold(0u64, |sum, digit| sum * 10 + u64::from(digit));
            digits.fold(0, |rest, digit| (rest * 10 + u64::from(digit)) % divisor) == 0
        }
        19..=37 => {
            let divisor = of.digits().fold(0u128, |sum, digit| sum * 10 + u128::from(digit));
            digits.fold(0, |rest, digit| (rest * 10 + u128::from(digit)) % divisor) == 0
        }
        _ => divides_long(&of.digits().collect::<Vec<u8>>(), digits),
    }
}

/// Long division as on paper, where only the remainder is kept.
fn divides_long(divisor: &[u8], digits: impl Iterator<Item = u8>) -> bool {
    let divisor = limbs(divisor);
    let mut rest = vec![0u64; divisor.len() + 1];
    for digit in digits {
        let mut carry = u64::from(digit);
        for limb in &mut rest {
            let next = *limb * 10 + carry;
            *limb = next % LIMB;
            carry = next / LIMB;
        }
        while at_least(&rest, &divisor) {
            subtract(&mut rest, &divisor);
        }
    }
    rest.iter().all(|limb| *limb == 0)
}

const LIMB_DIGITS: usize = 18;
const LIMB: u64 = 10_u64.pow(LIMB_DIGITS as u32);

/// The digits in groups, the lowest first.
fn limbs(digits: &[u8]) -> Vec<u64> {
    digits.rchunks(LIMB_DIGITS).map(|group| group.iter().fold(0, |sum, digit| sum * 10 + u64::from(*digit))).collect()
}

/// Whether `rest >= divisor`, where `rest` is one limb longer.
fn at_least(rest: &[u64], divisor: &[u64]) -> bool {
    let padded = divisor.iter().chain(std::iter::once(&0));
    rest.iter().rev().cmp(padded.rev()).is_ge()
}

fn subtract(rest: &mut [u64], divisor: &[u64]) {
    let mut borrow = 0;
    for (limb, amount) in rest.iter_mut().zip(divisor.iter().chain(std::iter::once(&0))) {
        let amount = amount + borrow;
        borrow = u64::from(*limb < amount);
        *limb = *limb + borrow * LIMB - amount;
    }
}
