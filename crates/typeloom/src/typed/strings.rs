//! Strings with known values: what generated enums say of theirs.

use super::Validation;

/// The known values of a string. One static per generated enum.
#[derive(Debug)]
pub struct Strings {
    /// Document and JSON Pointer of its schema.
    pub location: &'static str,
    /// The keyword that lists the values: `enum` or `const`.
    pub keyword: &'static str,
    /// The values, in the order of the document.
    pub values: &'static [&'static str],
    /// How it is validated. Typed, it must be one of the values.
    pub validation: Validation,
}
