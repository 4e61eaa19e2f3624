//! Sets of code points, as sorted ranges.

/// A set of code points. Surrogates may be in it while a class is read; they never are in a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Set(Vec<(u32, u32)>);

const LAST: u32 = 0x10FFFF;
const SURROGATES: (u32, u32) = (0xD800, 0xDFFF);

/// `\d`
pub(super) const DIGIT: &[(u32, u32)] = &[(0x30, 0x39)];
/// `\w`
pub(super) const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
/// `\s`: WhiteSpace and LineTerminator of ECMA-262.
pub(super) const SPACE: &[(u32, u32)] = &[
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];
/// What `.` leaves out.
pub(super) const LINE_END: &[(u32, u32)] = &[(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];

impl Set {
    /// Of ranges in any order, without surrogates.
    pub(super) fn new(mut ranges: Vec<(u32, u32)>) -> Set {
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (start, end) in ranges {
            match merged.last_mut() {
                Some((_, last)) if start <= last.saturating_add(1) => *last = end.max(*last),
                _ => merged.push((start, end)),
            }
        }
        Set(merged).without_surrogates()
    }

    fn without_surrogates(self) -> Set {
        let (first, last) = SURROGATES;
        let before = self.0.iter().map(|(start, end)| (*start, (*end).min(first - 1)));
        let after = self.0.iter().map(|(start, end)| ((*start).max(last + 1), *end));
        Set(before.chain(after).filter(|(start, end)| start <= end).collect())
    }

    /// All other code points.
    pub(super) fn complement(&self) -> Set {
        let mut gaps = Vec::with_capacity(self.0.len() + 1);
        let mut next = 0;
        for (start, end) in &self.0 {
            if *start > next {
                gaps.push((next, start - 1));
            }
            next = end + 1;
        }
        if next <= LAST {
            gaps.push((next, LAST));
        }
        Set(gaps).without_surrogates()
    }

    pub(super) fn ranges(&self) -> &[(u32, u32)] {
        &self.0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
