//! Numbers as JSON writes them, compared by their mathematical value.
//!
//! In comes the text of a number, out comes the same text, its value as a machine number where that is exact, and
//! answers about it: order, equality, divisibility. Nothing here rounds, and nothing expands an exponent: `1e999999999`
//! costs as much as `1e9`. This module knows nothing of readers, writers or rules.

mod decimal;
mod float;
mod integer;
mod multiple;

pub use float::{compare_f64, multiple_of_f64};
pub use integer::{Integer, compare_i64, compare_u64, multiple_of_i64, multiple_of_u64};
pub use multiple::multiple_of;

use decimal::Decimal;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use zeroize::Zeroize;

/// A JSON number, kept exactly: `1`, `1.0`, `1e400`, an integer of a hundred digits.
///
/// It is written back as it was read, and two numbers are equal when their mathematical values are (JSON Schema
/// 2020-12 core, section 4.2.2): `1`, `1.0` and `10e-1` are the same number. Numbers of up to 22 characters, which
/// includes every `i64` and `u64`, need no allocation.
///
/// # Example
/// ```
/// use typeloom::Number;
/// let price = Number::new("1.50").unwrap();
/// assert_eq!(price.as_str(), "1.50");
/// assert_eq!(price, Number::new("15e-1").unwrap());
/// assert!(Number::new("01").is_none());
/// ```
#[derive(Clone)]
pub struct Number(Text);

/// Characters that are held without an allocation: as many as make the enum three words.
const INLINE: usize = 22;

/// The text `0`.
const ZERO: [u8; INLINE] = {
    let mut bytes = [0; INLINE];
    bytes[0] = b'0';
    bytes
};

#[derive(Clone)]
enum Text {
    Inline { length: u8, bytes: [u8; INLINE] },
    Heap(Box<str>),
}

impl Zeroize for Number {
    fn zeroize(&mut self) {
        match &mut self.0 {
            Text::Inline { length, bytes } => {
                length.zeroize();
                bytes.zeroize();
            }
            Text::Heap(text) => text.zeroize(),
        }
        self.0 = Text::Inline { length: 1, bytes: ZERO };
    }
}

impl Number {
    /// `0`
    pub(crate) const ZERO: Number = Number(Text::Inline {
        length: 1,
        bytes: [b'0', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });

    /// The number that `text` spells in JSON's grammar (RFC 8259, section 6), and nothing for any other text.
    pub fn new(text: &str) -> Option<Number> {
        is_number(text.as_bytes()).then(|| Number::from_grammar(text))
    }

    /// For a text that is known to follow the grammar, such as one that a reader has just scanned.
    pub(crate) fn from_grammar(text: &str) -> Number {
        let source = text.as_bytes();
        let mut bytes = [0; INLINE];
        match bytes.get_mut(..source.len()) {
            Some(target) => {
                target.copy_from_slice(source);
                Number(Text::Inline { length: source.len() as u8, bytes })
            }
            None => Number(Text::Heap(text.into())),
        }
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            // The bytes were copied from a `str` as a whole, so neither can fail.
            Text::Inline { length, bytes } => {
                bytes.get(..usize::from(*length)).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("0")
            }
            Text::Heap(text) => text,
        }
    }

    /// The value, where it is an integer that fits: `1.0`, `1e2` and `-0` do, `1.5` and `1e30` do not.
    pub fn as_i64(&self) -> Option<i64> {
        let text = self.as_str();
        text.parse().ok().or_else(|| Decimal::new(text).to_i128().and_then(|value| value.try_into().ok()))
    }

    /// The value, where it is an integer that fits.
    pub fn as_u64(&self) -> Option<u64> {
        let text = self.as_str();
        text.parse().ok().or_else(|| Decimal::new(text).to_i128().and_then(|value| value.try_into().ok()))
    }

    /// The value, where it is an integer that fits.
    pub fn as_i128(&self) -> Option<i128> {
        Decimal::new(self.as_str()).to_i128()
    }

    /// The value, where it is an integer that fits.
    pub fn as_u128(&self) -> Option<u128> {
        let decimal = Decimal::new(self.as_str());
        decimal.to_magnitude().filter(|magnitude| !decimal.negative || *magnitude == 0)
    }

    /// The nearest `f64`, which is infinite where the number is beyond them all.
    pub fn as_f64(&self) -> f64 {
        // The grammar of JSON is part of that of `f64`.
        self.as_str().parse().unwrap_or(f64::NAN)
    }

    /// Whether it has no fraction: `1.0` and `1e2` are integers, `1e-2` is not.
    pub fn is_integer(&self) -> bool {
        Decimal::new(self.as_str()).is_integer()
    }
}

/// Whether `text` follows JSON's grammar for numbers: `[-] int [frac] [exp]`.
fn is_number(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let rest = match text {
        [b'0', rest @ ..] => rest,
        [b'1'..=b'9', ..] => skip_digits(text),
        _ => return false,
    };
    let rest = match rest {
        [b'.', b'0'..=b'9', fraction @ ..] => skip_digits(fraction),
        _ => rest,
    };
    match rest {
        [] => true,
        [b'e' | b'E', b'+' | b'-', digits @ ..] | [b'e' | b'E', digits @ ..] => {
            !digits.is_empty() && skip_digits(digits).is_empty()
        }
        _ => false,
    }
}

fn skip_digits(text: &[u8]) -> &[u8] {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.get(count..).unwrap_or_default()
}

/// Compares two numbers by their values.
///
/// Both must be in JSON's grammar; of any other text the answer means nothing, but there always is one.
pub fn compare(a: &str, b: &str) -> Ordering {
    if a == b { Ordering::Equal } else { Decimal::new(a).cmp(&Decimal::new(b)) }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        compare(self.as_str(), other.as_str())
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Decimal::new(self.as_str()).hash(state);
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Number, NotANumber> {
        Number::new(text).ok_or(NotANumber)
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Number {
            fn from(integer: $integer) -> Number {
                Number::from_grammar(&integer.to_string())
            }
        }
    )*};
}

from_integers!(i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize);

/// The shortest decimal that reads back as the same `f64`: `0.1`, `1.0`, `1e300`.
impl TryFrom<f64> for Number {
    type Error = NotANumber;

    fn try_from(float: f64) -> Result<Number, NotANumber> {
        if float.is_finite() { Ok(Number::from_grammar(&format!("{float:?}"))) } else { Err(NotANumber) }
    }
}

/// What was given is not a number in JSON: a text outside its grammar, an infinite `f64`, `NaN`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotANumber;

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number in JSON")
    }
}

impl std::error::Error for NotANumber {}
