//! The value behind the text of a number: sign, significant digits, and where the point stands.
//!
//! In comes a text in JSON's grammar, out come the parts that equal numbers share. Digits stay in the text; nothing is
//! multiplied out, so the cost is linear in the text whatever its exponent. Any other text gives some value, zero for the
//! most part, and never a panic.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// The value `0.d1d2d3.. * 10^point`. Zero has no digits, no sign and its point at 0.
pub(super) struct Decimal<'a> {
    pub(super) negative: bool,
    /// The significant digits: these, then those of `fraction`. The first and the last are not `0`.
    whole: &'a [u8],
    fraction: &'a [u8],
    pub(super) point: Point,
}

/// Where the point stands. Exponents may have any number of digits, and equal ones must look the same.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Point {
    /// Of up to [`SMALL_DIGITS`] digits.
    Small(i128),
    /// Of more digits: the sign, and the digits without leading zeros.
    Large { negative: bool, digits: Vec<u8> },
}

/// All numbers of so many digits fit `i128`, and so does such a number plus the length of a text.
const SMALL_DIGITS: usize = 38;
const SMALL_END: i128 = 10_i128.pow(SMALL_DIGITS as u32);

impl<'a> Decimal<'a> {
    const ZERO: Decimal<'static> = Decimal { negative: false, whole: &[], fraction: &[], point: Point::Small(0) };

    pub(super) fn new(text: &'a str) -> Decimal<'a> {
        let text = text.as_bytes();
        let (negative, text) = match text.strip_prefix(b"-") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = split_at_byte(text, |byte| matches!(byte, b'e' | b'E'));
        let (whole, fraction) = split_at_byte(mantissa, |byte| byte == b'.');
        let is_digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        if !is_digits(whole) || !is_digits(fraction) {
            return Decimal::ZERO;
        }
        let whole = trim_start(whole);
        let (whole, fraction, shift) = if whole.is_empty() {
            let trimmed = trim_start(fraction);
            (whole, trim_end(trimmed), -(signed(fraction.len() - trimmed.len())))
        } else {
            let shift = signed(whole.len());
            match trim_end(fraction) {
                [] => (trim_end(whole), &[][..], shift),
                fraction => (whole, fraction, shift),
            }
        };
        if whole.is_empty() && fraction.is_empty() {
            return Decimal::ZERO;
        }
        Decimal { negative, whole, fraction, point: Point::new(exponent, shift) }
    }

    /// The significant digits as values from 0 to 9.
    pub(super) fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.iter().chain(self.fraction).map(|byte| byte.wrapping_sub(b'0'))
    }

    /// How many significant digits there are.
    pub(super) fn count(&self) -> usize {
        self.whole.len() + self.fraction.len()
    }

    pub(super) fn is_zero(&self) -> bool {
        self.count() == 0
    }

    pub(super) fn is_integer(&self) -> bool {
        match &self.point {
            Point::Small(point) => *point >= signed(self.count()),
            Point::Large { negative, .. } => !negative,
        }
    }

    /// The value without its sign, where it is an integer that fits.
    pub(super) fn to_magnitude(&self) -> Option<u128> {
        let Point::Small(point) = self.point else { return None };
        // `u128` has at most 39 digits.
        let point = usize::try_from(point).ok().filter(|point| *point <= 39 && *point >= self.count())?;
        let zeros = std::iter::repeat_n(0, point - self.count());
        self.digits().chain(zeros).try_fold(0u128, |sum, digit| sum.checked_mul(10)?.checked_add(digit.into()))
    }

    /// The value, where it is an integer that fits.
    pub(super) fn to_i128(&self) -> Option<i128> {
        let magnitude = self.to_magnitude()?;
        if self.negative { 0i128.checked_sub_unsigned(magnitude) } else { magnitude.try_into().ok() }
    }

    fn compare_magnitude(&self, other: &Decimal<'_>) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            // A digit more after a common beginning is greater, since the last digit is not 0.
            (false, false) => self.point.cmp(&other.point).then_with(|| self.digits().cmp(other.digits())),
        }
    }
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.compare_magnitude(other),
            (true, true) => other.compare_magnitude(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal<'_> {}

impl Hash for Decimal<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.negative.hash(state);
        self.point.hash(state);
        self.digits().for_each(|digit| state.write_u8(digit));
    }
}

impl Point {
    /// The exponent as it is written, `+5`, `-12` or nothing, plus `shift`.
    fn new(exponent: &[u8], shift: i128) -> Point {
        let (negative, digits) = match exponent {
            [b'-', digits @ ..] => (true, digits),
            [b'+', digits @ ..] => (false, digits),
            digits => (false, digits),
        };
        let digits = trim_start(digits);
        if digits.len() <= SMALL_DIGITS {
            let magnitude = digits.iter().fold(0i128, |sum, byte| sum * 10 + i128::from(byte.wrapping_sub(b'0') % 10));
            let sum = if negative { -magnitude } else { magnitude } + shift;
            if sum.abs() < SMALL_END {
                return Point::Small(sum);
            }
            return Point::Large { negative: sum < 0, digits: sum.unsigned_abs().to_string().into_bytes() };
        }
        // The exponent is far greater than the shift: the sign stays.
        let digits = add(digits, if negative { -shift } else { shift });
        match std::str::from_utf8(&digits).ok().filter(|text| text.len() <= SMALL_DIGITS).map(str::parse::<i128>) {
            Some(Ok(magnitude)) => Point::Small(if negative { -magnitude } else { magnitude }),
            Some(Err(_)) | None => Point::Large { negative, digits },
        }
    }
}

impl Ord for Point {
    fn cmp(&self, other: &Point) -> Ordering {
        match (self, other) {
            (Point::Small(a), Point::Small(b)) => a.cmp(b),
            (Point::Small(_), Point::Large { negative, .. }) => {
                if *negative {
                    Ordering::Greater
                } else {
                    Ordering::Less
                }
            }
            (Point::Large { .. }, Point::Small(_)) => other.cmp(self).reverse(),
            (Point::Large { negative: true, .. }, Point::Large { negative: false, .. }) => Ordering::Less,
            (Point::Large { negative: false, .. }, Point::Large { negative: true, .. }) => Ordering::Greater,
            (Point::Large { negative, digits: a }, Point::Large { digits: b, .. }) => {
                let magnitude = a.len().cmp(&b.len()).then_with(|| a.cmp(b));
                if *negative { magnitude.reverse() } else { magnitude }
            }
        }
    }
}

impl PartialOrd for Point {
    fn partial_cmp(&self, other: &Point) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// `digits + amount` for a decimal that is greater than the amount, without leading zeros.
fn add(digits: &[u8], amount: i128) -> Vec<u8> {
    let mut sum = digits.to_vec();
    let mut carry = amount;
    for byte in sum.iter_mut().rev() {
        if carry == 0 {
            break;
        }
        let digit = carry + i128::from(byte.wrapping_sub(b'0') % 10);
        // From 0 to 9, so it fits.
        *byte = b'0' + digit.rem_euclid(10) as u8;
        carry = digit.div_euclid(10);
    }
    if carry > 0 {
        sum.splice(0..0, carry.to_string().into_bytes());
    }
    trim_start(&sum).to_vec()
}

/// What stands before and after the first such byte.
fn split_at_byte(text: &[u8], is: impl Fn(u8) -> bool) -> (&[u8], &[u8]) {
    match text.iter().position(|byte| is(*byte)) {
        Some(at) => (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default()),
        None => (text, &[]),
    }
}

fn trim_start(mut digits: &[u8]) -> &[u8] {
    while let [b'0', rest @ ..] = digits {
        digits = rest;
    }
    digits
}

fn trim_end(mut digits: &[u8]) -> &[u8] {
    while let [rest @ .., b'0'] = digits {
        digits = rest;
    }
    digits
}

/// A length as a signed number. No text is longer than `i128` can say.
fn signed(length: usize) -> i128 {
    length as i128
}
