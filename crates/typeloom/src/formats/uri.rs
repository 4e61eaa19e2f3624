//! URIs and IRIs (RFC 3986, RFC 3987).
//!
//! The grammar only: any scheme, and nothing is resolved.

use super::host;

/// `URI` of RFC 3986, section 3: `https://example.com/a?b#c`, `urn:a:b`.
pub fn uri(text: &str) -> bool {
    is_absolute(text, Letters::Ascii)
}

/// `URI-reference` of RFC 3986, section 4.1: a URI, `//host/a`, `/a`, `a`, `?b`, `#c` or nothing.
pub fn uri_reference(text: &str) -> bool {
    is_reference(text, Letters::Ascii)
}

/// `IRI` of RFC 3987, section 2.2: as a URI, with letters of all scripts.
pub fn iri(text: &str) -> bool {
    is_absolute(text, Letters::Unicode)
}

/// `IRI-reference` of RFC 3987, section 2.2.
pub fn iri_reference(text: &str) -> bool {
    is_reference(text, Letters::Unicode)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    Ascii,
    Unicode,
}

fn is_absolute(text: &str, letters: Letters) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && is_rest(rest, letters))
}

fn is_reference(text: &str, letters: Letters) -> bool {
    // The first segment of a relative path has no colon: one there ends a scheme.
    match text.find([':', '/', '?', '#']) {
        Some(at) if text.get(at..).is_some_and(|rest| rest.starts_with(':')) => is_absolute(text, letters),
        Some(_) | None => is_rest(text, letters),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// What follows the scheme, or all of a relative reference.
fn is_rest(text: &str, letters: Letters) -> bool {
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (text, query) = text.split_once('?').unwrap_or((text, ""));
    let path = match text.strip_prefix("//") {
        Some(text) => {
            let (authority, path) = text.split_at_checked(text.find('/').unwrap_or(text.len())).unwrap_or((text, ""));
            if !is_authority(authority, letters) {
                return false;
            }
            path
        }
        None => text,
    };
    all(path, letters, |character| is_path(character) || character == '/')
        && all(fragment, letters, |character| is_path(character) || matches!(character, '/' | '?'))
        && all(query, letters, |character| {
            is_path(character) || matches!(character, '/' | '?') || letters == Letters::Unicode && is_private(character)
        })
}

/// `[ userinfo "@" ] host [ ":" port ]`
fn is_authority(text: &str, letters: Letters) -> bool {
    let text = match text.split_once('@') {
        Some((user, rest)) => {
            if !all(user, letters, |character| is_name(character) || character == ':') {
                return false;
            }
            rest
        }
        None => text,
    };
    let (is_host, port) = match text.strip_prefix('[').map(|text| text.split_once(']')) {
        Some(Some((literal, port))) => (is_literal(literal), port),
        Some(None) => return false,
        None => {
            let (host, port) = text.split_at_checked(text.find(':').unwrap_or(text.len())).unwrap_or((text, ""));
            (all(host, letters, is_name), port)
        }
    };
    let is_port =
        port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    is_host && is_port
}

/// What stands in brackets: an IPv6 address, or `v1.` and an address of a kind to come.
fn is_literal(text: &str) -> bool {
    let Some(future) = text.strip_prefix(['v', 'V']) else { return host::ipv6(text) };
    future.split_once('.').is_some_and(|(version, address)| {
        let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_address = |character| is_unreserved(character) || is_sub_delimiter(character) || character == ':';
        is_version && !address.is_empty() && address.chars().all(is_address)
    })
}

/// Whether all characters are in `is`, percent-encoded, or letters beyond ASCII where those may be.
fn all(text: &str, letters: Letters, is: impl Fn(char) -> bool) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let good = match character {
            '%' => (0..2).all(|_| characters.next().is_some_and(|digit| digit.is_ascii_hexdigit())),
            _ => is(character) || letters == Letters::Unicode && is_letter(character),
        };
        if !good {
            return false;
        }
    }
    true
}

/// `pchar`, but for percent-encoding.
fn is_path(character: char) -> bool {
    is_name(character) || matches!(character, ':' | '@')
}

/// Of `reg-name`, but for percent-encoding.
fn is_name(character: char) -> bool {
    is_unreserved(character) || is_sub_delimiter(character)
}

fn is_unreserved(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '.' | '_' | '~')
}

fn is_sub_delimiter(character: char) -> bool {
    matches!(character, '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=')
}

/// `ucschar` of RFC 3987, section 2.2, without the formatting characters that section 4.1 rules out.
pub(super) fn is_letter(character: char) -> bool {
    match u32::from(character) {
        0x200E | 0x200F | 0x202A..=0x202E => false,
        0xA0..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFEF => true,
        // Planes 1 to 14, each without its last two.
        point @ 0x10000..=0xDFFFF => point & 0xFFFF < 0xFFFE,
        0xE1000..=0xEFFFD => true,
        _ => false,
    }
}

/// `iprivate` of RFC 3987, section 2.2.
pub(super) fn is_private(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF0000..=0xFFFFD | 0x10_0000..=0x10_FFFD)
}
