//! Rules on numbers, exact for every type of number: nothing is rounded to be compared.

use crate::number::{
    compare, compare_f64, compare_i64, compare_u64, multiple_of as is_multiple, multiple_of_f64, multiple_of_i64,
    multiple_of_u64,
};
use crate::validate::{At, Report};
use crate::{Integer, Number, Write};
use std::cmp::Ordering;
use std::fmt;

/// A number of the document, with what makes comparing it fast worked out at compile time.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    text: &'static str,
    integer: Option<i64>,
}

impl Limit {
    /// The number that `text` spells in JSON's grammar.
    pub const fn new(text: &'static str) -> Limit {
        Limit { text, integer: integer(text.as_bytes()) }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// The integer that `text` spells, where it is one without fraction and exponent and of at most 18 digits.
const fn integer(text: &[u8]) -> Option<i64> {
    let (mut rest, negative) = match text {
        [b'-', rest @ ..] => (rest, true),
        rest => (rest, false),
    };
    if rest.is_empty() || rest.len() > 18 {
        return None;
    }
    let mut number = 0;
    while let [digit, tail @ ..] = rest {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + (*digit - b'0') as i64;
        rest = tail;
    }
    Some(if negative { -number } else { number })
}

/// Types of numbers that rules can be checked on.
pub trait Numeric: Write {
    /// How it compares with a number of the document; [`None`] for `NaN`.
    fn compare(&self, limit: &Limit) -> Option<Ordering>;

    /// Whether it is an integer multiple of a number of the document.
    fn is_multiple(&self, of: &Limit) -> bool;

    /// As JSON writes it, for messages.
    fn text(&self) -> String;

    /// Whether JSON can say it.
    fn is_finite(&self) -> bool {
        true
    }
}

macro_rules! integers {
    ($($type:ty => $wide:ty, $compare:ident, $multiple:ident;)*) => {
        $(impl Numeric for $type {
            #[inline]
            fn compare(&self, limit: &Limit) -> Option<Ordering> {
                match limit.integer {
                    Some(limit) => Some(i128::from(*self).cmp(&i128::from(limit))),
                    None => Some($compare(<$wide>::from(*self), limit.text)),
                }
            }

            #[inline]
            fn is_multiple(&self, of: &Limit) -> bool {
                match of.integer {
                    Some(of) if of != 0 => i128::from(*self) % i128::from(of) == 0,
                    Some(_) | None => $multiple(<$wide>::from(*self), of.text),
                }
            }

            fn text(&self) -> String {
                self.to_string()
            }
        })*
    };
}

integers! {
    i32 => i64, compare_i64, multiple_of_i64;
    i64 => i64, compare_i64, multiple_of_i64;
    u32 => u64, compare_u64, multiple_of_u64;
    u64 => u64, compare_u64, multiple_of_u64;
}

/// A float stands for the shortest decimal that reads back as it: that is what was read and what is written.
impl Numeric for f64 {
    fn compare(&self, limit: &Limit) -> Option<Ordering> {
        if self.is_nan() { None } else { Some(compare_f64(*self, limit.text)) }
    }

    fn is_multiple(&self, of: &Limit) -> bool {
        multiple_of_f64(*self, of.text)
    }

    fn text(&self) -> String {
        format!("{self:?}")
    }

    fn is_finite(&self) -> bool {
        f64::is_finite(*self)
    }
}

impl Numeric for Number {
    fn compare(&self, limit: &Limit) -> Option<Ordering> {
        Some(match (limit.integer, self.as_str().parse::<i64>()) {
            (Some(limit), Ok(number)) => number.cmp(&limit),
            (Some(_), Err(_)) | (None, _) => compare(self.as_str(), limit.text),
        })
    }

    fn is_multiple(&self, of: &Limit) -> bool {
        is_multiple(self.as_str(), of.text)
    }

    fn text(&self) -> String {
        self.as_str().to_owned()
    }
}

impl Numeric for Integer {
    fn compare(&self, limit: &Limit) -> Option<Ordering> {
        Some(compare(self.as_str(), limit.text))
    }

    fn is_multiple(&self, of: &Limit) -> bool {
        is_multiple(self.as_str(), of.text)
    }

    fn text(&self) -> String {
        self.as_str().to_owned()
    }
}

/// A number of JSON is finite. Reading sees to it; a value made by hand may hold another one.
pub fn finite<N: Numeric + ?Sized>(number: &N, at: &At<'_>, report: &mut Report) {
    if !number.is_finite() {
        report.add(at, "type", || format!("must be a number that JSON can say, is {}", number.text()));
    }
}

/// `minimum`
pub fn minimum<N: Numeric + ?Sized>(number: &N, limit: &Limit, at: &At<'_>, report: &mut Report) {
    if !matches!(number.compare(limit), Some(Ordering::Greater | Ordering::Equal)) {
        report.add(at, "minimum", || format!("must be at least {limit}, is {}", shown(number)));
    }
}

/// `maximum`
pub fn maximum<N: Numeric + ?Sized>(number: &N, limit: &Limit, at: &At<'_>, report: &mut Report) {
    if !matches!(number.compare(limit), Some(Ordering::Less | Ordering::Equal)) {
        report.add(at, "maximum", || format!("must be at most {limit}, is {}", shown(number)));
    }
}

/// `exclusiveMinimum`
pub fn exclusive_minimum<N: Numeric + ?Sized>(number: &N, limit: &Limit, at: &At<'_>, report: &mut Report) {
    if number.compare(limit) != Some(Ordering::Greater) {
        report.add(at, "exclusiveMinimum", || format!("must be greater than {limit}, is {}", shown(number)));
    }
}

/// `exclusiveMaximum`
pub fn exclusive_maximum<N: Numeric + ?Sized>(number: &N, limit: &Limit, at: &At<'_>, report: &mut Report) {
    if number.compare(limit) != Some(Ordering::Less) {
        report.add(at, "exclusiveMaximum", || format!("must be less than {limit}, is {}", shown(number)));
    }
}

/// `multipleOf`
pub fn multiple_of<N: Numeric + ?Sized>(number: &N, of: &Limit, at: &At<'_>, report: &mut Report) {
    if !number.is_multiple(of) {
        report.add(at, "multipleOf", || format!("must be a multiple of {of}, is {}", shown(number)));
    }
}

/// The formats `int32`, `int64`, `uint32` and `uint64`: an integer within bounds.
pub fn integer_within<N: Numeric + ?Sized>(
    number: &N,
    name: &'static str,
    [min, max]: [&Limit; 2],
    at: &At<'_>,
    report: &mut Report,
) {
    let within = matches!(number.compare(min), Some(Ordering::Greater | Ordering::Equal))
        && matches!(number.compare(max), Some(Ordering::Less | Ordering::Equal));
    if !within || !number.is_multiple(&const { Limit::new("1") }) {
        report.add(at, "format", || format!("is not of the format `{name}`: {}", shown(number)));
    }
}

/// A number for a message: not longer than a line.
fn shown<N: Numeric + ?Sized>(number: &N) -> String {
    let text = number.text();
    match text.get(..40) {
        Some(start) if text.len() > 40 => format!("{start}.."),
        Some(_) | None => text,
    }
}
