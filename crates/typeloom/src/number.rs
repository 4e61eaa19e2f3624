//! Numbers as JSON writes them, compared by their mathematical value.

use std::fmt;

/// A JSON number, kept exactly: `1`, `1.0`, `1e400`, an integer of a hundred digits.
///
/// Two numbers are equal when their mathematical values are (JSON Schema 2020-12 core, section 4.2.2): `1 == 1.0`.
#[derive(Clone)]
pub struct Number(String);

/// A number without fraction, of any size, kept exactly.
#[derive(Clone, PartialEq, Debug)]
pub struct Integer(Number);

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Number {
    /// The number that `text` spells in JSON's grammar.
    pub fn new(text: &str) -> Option<Number> {
        text.parse::<f64>().ok().map(|_| Number(text.to_owned()))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Number {
        Number(number.to_string())
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Number {
        Number(number.to_string())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.0 == other.0
    }
}
