//! JSON Pointers.

/// A pointer of RFC 6901, section 3, as a JSON string (section 5): `/foo/0/a~1b`.
pub fn json_pointer(text: &str) -> bool {
    (text.is_empty() || text.starts_with('/'))
        && text.split('~').skip(1).all(|after| after.starts_with('0') || after.starts_with('1'))
}

/// A pointer of draft-bhutton-relative-json-pointer-00, section 3: `1/foo`, `0#`, `2-1/foo`.
pub fn relative_json_pointer(text: &str) -> bool {
    let Some(mut rest) = skip_number(text) else { return false };
    if let Some(manipulation) = rest.strip_prefix(['+', '-']) {
        match skip_number(manipulation) {
            Some(after) if !manipulation.starts_with('0') => rest = after,
            Some(_) | None => return false,
        }
    }
    rest == "#" || json_pointer(rest)
}

/// What follows `0` or a number without leading zeros.
fn skip_number(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('0') {
        return Some(rest);
    }
    let rest = text.trim_start_matches(|character: char| character.is_ascii_digit());
    (rest.len() < text.len()).then_some(rest)
}
