//! Host names and addresses.

use super::idna;
use std::net::{Ipv4Addr, Ipv6Addr};

/// Dotted-quad of RFC 2673, section 3.2, without leading zeros: `192.168.0.1`.
pub fn ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

/// An address of RFC 4291, section 2.2, without a zone: `2001:db8::7`, `::ffff:192.0.2.1`.
pub fn ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

/// The longest name, in ASCII (RFC 1035, section 2.3.4, less the root's dot and the first length).
const LONGEST_NAME: usize = 253;
const LONGEST_LABEL: usize = 63;

/// A host name of RFC 1123, section 2.1: `www.example.com`. Labels that begin with `xn--` must be A-labels of RFC 5890,
/// section 2.3.2.1.
pub fn hostname(text: &str) -> bool {
    is_ldh_name(text) && idna::is_name(text.split('.'), true)
}

/// The syntax alone: letters, digits and hyphens.
pub(super) fn is_ldh_name(text: &str) -> bool {
    text.len() <= LONGEST_NAME && text.split('.').all(is_ldh_label)
}

fn is_ldh_label(label: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// An internationalised host name of RFC 5890, section 2.3.2.3: `例え.テスト`. The other full stops of RFC 3490, section
/// 3.1, separate labels too.
pub fn idn_hostname(text: &str) -> bool {
    is_idn_name(text, true)
}

/// As [`idn_hostname`]; where not `normalized`, labels need not be in Unicode's normal form C.
pub(super) fn is_idn_name(text: &str, normalized: bool) -> bool {
    // No character of a name takes more than four bytes, and each takes at least one in ASCII.
    if text.len() > 4 * LONGEST_NAME {
        return false;
    }
    let labels = || text.split(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}']);
    let mut length = 0;
    for label in labels() {
        let Some(ascii) = ascii_length(label) else { return false };
        length += ascii + 1;
    }
    length <= LONGEST_NAME + 1 && idna::is_name(labels(), normalized)
}

/// The length of a label in ASCII, if it can be one.
fn ascii_length(label: &str) -> Option<usize> {
    if label.is_ascii() {
        return is_ldh_label(label).then_some(label.len());
    }
    let length = "xn--".len() + idna::encode(label)?.len();
    (length <= LONGEST_LABEL).then_some(length)
}
