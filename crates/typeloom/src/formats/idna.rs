//! Labels of internationalised host names (IDNA 2008).
//!
//! In come the labels of a name, out comes whether each may stand there: the code points by RFC 5892, the order of
//! directions by RFC 5893, the two spellings of a label by RFC 5891, and Unicode's normal form C. How a text is split
//! into labels, and how long they may be, is not decided here.

mod bidi;
mod context;
mod points;
mod punycode;

pub(super) use punycode::encode;

use points::Point;

/// Whether each label is valid, alone and beside the others. Labels in ASCII must be of letters, digits and hyphens
/// already. Where not `normalized`, the normal form does not count.
pub(super) fn is_name<'a>(labels: impl Iterator<Item = &'a str> + Clone, normalized: bool) -> bool {
    // Most names need no tables.
    if labels.clone().all(|label| label.is_ascii() && a_label(label).is_none()) {
        return true;
    }
    let (mut right_to_left, mut ordered) = (false, true);
    for label in labels {
        let points = match a_label(label) {
            Some(encoded) => decode_label(encoded),
            None if label.is_ascii() => points_of(&label.to_ascii_lowercase()),
            None => points_of(label).filter(|points| is_label(points)),
        };
        let Some(points) = points else { return false };
        if normalized && !points::is_normalized(&points) {
            return false;
        }
        right_to_left |= bidi::is_right_to_left(&points);
        ordered &= bidi::is_ordered(&points);
    }
    // RFC 5893, section 1.4: the rule is for names with at least one label from right to left.
    !right_to_left || ordered
}

/// What follows `xn--`.
fn a_label(label: &str) -> Option<&str> {
    label.split_at_checked(4).filter(|(prefix, _)| prefix.eq_ignore_ascii_case("xn--")).map(|(_, encoded)| encoded)
}

/// RFC 5891, section 4.2.1: an A-label must be what its decoded form is encoded as.
fn decode_label(encoded: &str) -> Option<Vec<Point>> {
    let encoded = encoded.to_ascii_lowercase();
    let label = punycode::decode(&encoded)?;
    if label.is_ascii() || encode(&label)? != encoded {
        return None;
    }
    points_of(&label).filter(|points| is_label(points))
}

/// The code points, if a label may hold each (RFC 5892, section 2).
fn points_of(label: &str) -> Option<Vec<Point>> {
    label.chars().map(Point::new).collect()
}

/// RFC 5891, section 4.2.3.
fn is_label(points: &[Point]) -> bool {
    let hyphen = |index: usize| points.get(index).is_some_and(|point| point.character == '-');
    let is_trimmed = !hyphen(0) && points.last().is_some_and(|point| point.character != '-');
    let is_reserved = hyphen(2) && hyphen(3);
    let starts_with_mark = points.first().is_none_or(|point| point.class.mark);
    is_trimmed && !is_reserved && !starts_with_mark && context::is_met(points)
}
