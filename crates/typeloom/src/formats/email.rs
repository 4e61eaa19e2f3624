//! Mail addresses.

use super::host;

/// `Mailbox` of RFC 5321, section 4.1.2: `joe.bloggs@example.com`, `"joe bloggs"@[192.0.2.1]`.
pub fn email(text: &str) -> bool {
    is_mailbox(text, Letters::Ascii)
}

/// `Mailbox` as RFC 6531, section 3.3, extends it: `δοκιμή@παράδειγμα.gr`.
pub fn idn_email(text: &str) -> bool {
    is_mailbox(text, Letters::Unicode)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    Ascii,
    Unicode,
}

/// RFC 5321, section 4.5.3.1.1.
const LONGEST_LOCAL_PART: usize = 64;
/// RFC 5321, section 4.5.3.1.3, less the angle brackets.
const LONGEST_MAILBOX: usize = 254;

fn is_mailbox(text: &str, letters: Letters) -> bool {
    let end = match text.strip_prefix('"') {
        Some(quoted) => quoted_end(quoted, letters).map(|end| end + 1),
        None => text.find('@').filter(|end| text.get(..*end).is_some_and(|local| is_dot_atom(local, letters))),
    };
    let Some((local, domain)) = end.and_then(|end| text.split_at_checked(end)) else { return false };
    let Some(domain) = domain.strip_prefix('@') else { return false };
    local.len() <= LONGEST_LOCAL_PART && text.len() <= LONGEST_MAILBOX && is_domain(domain, letters)
}

/// Where the text behind the opening quote ends, with the closing one.
fn quoted_end(text: &str, letters: Letters) -> Option<usize> {
    let mut characters = text.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return Some(index + 1),
            '\\' => {
                characters.next().filter(|(_, escaped)| matches!(escaped, ' '..='~'))?;
            }
            ' '..='~' => {}
            _ if letters == Letters::Unicode && !character.is_ascii() => {}
            _ => return None,
        }
    }
    None
}

fn is_dot_atom(text: &str, letters: Letters) -> bool {
    text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(|character| is_atext(character, letters)))
}

fn is_atext(character: char, letters: Letters) -> bool {
    match character {
        '!' | '#'..='\'' | '*' | '+' | '-' | '/' | '=' | '?' | '^'..='`' | '{'..='~' => true,
        _ if character.is_ascii() => character.is_ascii_alphanumeric(),
        _ => letters == Letters::Unicode,
    }
}

/// A name, or an address in brackets. The tag of any other literal would have to be registered, and none is.
fn is_domain(text: &str, letters: Letters) -> bool {
    match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        Some(literal) => match literal.split_at_checked("IPv6:".len()) {
            Some((tag, address)) if tag.eq_ignore_ascii_case("IPv6:") => host::ipv6(address),
            Some(_) | None => host::ipv4(literal),
        },
        None => match letters {
            Letters::Ascii => host::is_ldh_name(text),
            // RFC 6531 asks for labels as they are looked up, which senders normalise.
            Letters::Unicode => host::is_idn_name(text, false),
        },
    }
}
