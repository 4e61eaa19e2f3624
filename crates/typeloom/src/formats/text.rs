//! Formats of a few characters only.

/// A UUID of RFC 4122, section 3, of any version and variant: `2eb8aa08-aa98-11ea-b4aa-73b441d16380`.
pub fn uuid(text: &str) -> bool {
    let text = text.as_bytes();
    text.len() == 36
        && text.iter().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Base 64 of RFC 4648, section 4, with padding and without line breaks (OpenAPI): `aGVsbG8=`.
pub fn byte(text: &str) -> bool {
    let data = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    text.len().is_multiple_of(4) && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}
