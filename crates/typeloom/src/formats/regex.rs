//! Regular expressions.

/// A pattern of ECMA-262, section 22.2.1, read as patterns of schemas are: see [`crate::pattern`].
pub fn regex(text: &str) -> bool {
    crate::pattern::is_ecma(text)
}
