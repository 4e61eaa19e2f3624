//! Strings with known values: what generated enums say of theirs.

use super::Validation;
use crate::Sensitive;

/// The known values of a string. One static per generated enum.
#[derive(Debug)]
pub struct Strings {
    /// Document and JSON Pointer of its schema.
    pub location: &'static str,
    /// The keyword that lists the values: `enum` or `const`.
    pub keyword: &'static str,
    /// The values, in the order of the document.
    pub values: &'static [&'static str],
    /// Whether it is a secret.
    pub secret: bool,
    /// How it is validated. Typed, it must be one of the values.
    pub validation: Validation,
}

/// What an enum has for strings that it does not know: a string, or a secret one.
pub trait AsText {
    /// The string.
    fn as_text(&self) -> &str;
}

impl AsText for String {
    fn as_text(&self) -> &str {
        self
    }
}

impl AsText for Sensitive<String> {
    fn as_text(&self) -> &str {
        self.expose()
    }
}
