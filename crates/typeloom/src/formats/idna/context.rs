//! The rules for code points that are allowed in some places only (RFC 5892, appendix A).

use super::points::{Joining, Point, Script};

/// Whether each code point is where it may be.
pub(super) fn is_met(points: &[Point]) -> bool {
    (0..points.len()).all(|index| is_met_at(points, index))
}

fn is_met_at(points: &[Point], index: usize) -> bool {
    let Some((before, [point, after @ ..])) = points.split_at_checked(index) else { return true };
    let is = |point: Option<&Point>, script| point.is_some_and(|point| point.class.script == script);
    match point.character {
        // A.1 ZERO WIDTH NON-JOINER
        '\u{200C}' => follows_virama(before) || is_between_joining(before, after),
        // A.2 ZERO WIDTH JOINER
        '\u{200D}' => follows_virama(before),
        // A.3 MIDDLE DOT
        '\u{B7}' => {
            [before.last(), after.first()].iter().all(|beside| beside.is_some_and(|point| point.character == 'l'))
        }
        // A.4 GREEK LOWER NUMERAL SIGN
        '\u{375}' => is(after.first(), Script::Greek),
        // A.5, A.6 HEBREW PUNCTUATION GERESH, GERSHAYIM
        '\u{5F3}' | '\u{5F4}' => is(before.last(), Script::Hebrew),
        // A.7 KATAKANA MIDDLE DOT
        '\u{30FB}' => points.iter().any(|point| point.class.script == Script::Japanese),
        // A.8, A.9 the two kinds of Arabic digits
        '\u{660}'..='\u{669}' => !points.iter().any(|point| matches!(point.character, '\u{6F0}'..='\u{6F9}')),
        '\u{6F0}'..='\u{6F9}' => !points.iter().any(|point| matches!(point.character, '\u{660}'..='\u{669}')),
        _ => true,
    }
}

fn follows_virama(before: &[Point]) -> bool {
    before.last().is_some_and(|point| point.class.combining == 9)
}

fn is_between_joining(before: &[Point], after: &[Point]) -> bool {
    let joining = |point: &Point| point.class.joining;
    let is_opaque = |joining: &Joining| *joining != Joining::Transparent;
    let left = before.iter().map(joining).rfind(is_opaque);
    let right = after.iter().map(joining).find(is_opaque);
    matches!(left, Some(Joining::Left | Joining::Dual)) && matches!(right, Some(Joining::Right | Joining::Dual))
}
