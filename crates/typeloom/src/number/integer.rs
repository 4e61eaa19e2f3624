//! Integers: of any size, kept as they were written, and machine integers against limits given as text.

use super::{Number, compare, multiple_of};
use std::cmp::Ordering;
use std::fmt;
use zeroize::Zeroize;

/// A number without fraction, of any size, kept as it was written: `12`, `1.0`, `1e2`, a hundred digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer(Number);

impl Integer {
    /// `0`
    pub(crate) const ZERO: Integer = Integer(Number::ZERO);

    /// The integer that `number` is, and nothing if it has a fraction.
    pub fn new(number: Number) -> Option<Integer> {
        number.is_integer().then_some(Integer(number))
    }

    /// The number that it is.
    pub fn as_number(&self) -> &Number {
        &self.0
    }

    /// The number that it is.
    pub fn into_number(self) -> Number {
        self.0
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The value, where it fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// The value, where it fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.0.as_u64()
    }

    /// The value, where it fits.
    pub fn as_i128(&self) -> Option<i128> {
        self.0.as_i128()
    }

    /// The value, where it fits.
    pub fn as_u128(&self) -> Option<u128> {
        self.0.as_u128()
    }
}

impl Zeroize for Integer {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl From<Integer> for Number {
    fn from(integer: Integer) -> Number {
        integer.0
    }
}

impl TryFrom<Number> for Integer {
    type Error = Number;

    /// Gives the number back where it has a fraction.
    fn try_from(number: Number) -> Result<Integer, Number> {
        if number.is_integer() { Ok(Integer(number)) } else { Err(number) }
    }
}

macro_rules! machine_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Integer {
            fn from(integer: $integer) -> Integer {
                Integer(Number::from(integer))
            }
        }
    )*};
}

machine_integers!(i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize);

/// Compares an integer with a limit in JSON's grammar: [`compare`], faster where the limit is an integer too.
pub fn compare_i64(value: i64, limit: &str) -> Ordering {
    match limit.parse::<i64>() {
        Ok(limit) => value.cmp(&limit),
        Err(_) => compare(&value.to_string(), limit),
    }
}

/// Compares an integer with a limit in JSON's grammar: [`compare`], faster where the limit is an integer too.
pub fn compare_u64(value: u64, limit: &str) -> Ordering {
    match limit.parse::<u64>() {
        Ok(limit) => value.cmp(&limit),
        Err(_) => compare(&value.to_string(), limit),
    }
}

/// Whether `value` is a multiple of `of`: [`multiple_of`], faster where that is an integer too.
pub fn multiple_of_i64(value: i64, of: &str) -> bool {
    match of.parse::<i64>() {
        Ok(of) => multiple_of_magnitude(value.unsigned_abs(), of.unsigned_abs()),
        Err(_) => multiple_of(&value.to_string(), of),
    }
}

/// Whether `value` is a multiple of `of`: [`multiple_of`], faster where that is an integer too.
pub fn multiple_of_u64(value: u64, of: &str) -> bool {
    match of.parse::<u64>() {
        Ok(of) => multiple_of_magnitude(value, of),
        Err(_) => multiple_of(&value.to_string(), of),
    }
}

fn multiple_of_magnitude(value: u64, of: u64) -> bool {
    value.checked_rem(of).map_or(value == 0, |rest| rest == 0)
}
