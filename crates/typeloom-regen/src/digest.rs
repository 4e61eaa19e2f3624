//! What tells two texts apart without holding them: the SHA-256, as hexadecimal digits.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The SHA-256 of a text.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
