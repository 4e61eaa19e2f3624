//! What the rules ask of a code point, from two tables.
//!
//! The tables are texts, which `tools/idna-tables` computes. They are read once, when the first name beyond ASCII comes.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A code point that a label may hold.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) character: char,
    pub(super) class: Class,
}

/// What the rules ask of it.
#[derive(Clone, Copy)]
pub(super) struct Class {
    /// For the Bidi rule.
    pub(super) direction: Direction,
    /// For the rule about ZERO WIDTH NON-JOINER.
    pub(super) joining: Joining,
    /// For the rules that depend on a script.
    pub(super) script: Script,
    /// Canonical_Combining_Class. A virama has 9.
    pub(super) combining: u8,
    /// Whether it is a combining mark, which must not begin a label.
    pub(super) mark: bool,
}

/// Bidi_Class.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// L
    LeftToRight,
    /// R, AL
    RightToLeft,
    /// AN
    ArabicNumber,
    /// EN
    EuropeanNumber,
    /// NSM
    Mark,
    /// ES, CS, ET, ON, BN
    Other,
}

/// Joining_Type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joining {
    Left,
    Right,
    Dual,
    Transparent,
    None,
}

/// Script, as far as a rule asks for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Greek,
    Hebrew,
    /// Hiragana, Katakana, Han.
    Japanese,
    Other,
}

impl Point {
    /// Nothing, if no label may hold `character`.
    pub(super) fn new(character: char) -> Option<Point> {
        let point = u32::from(character);
        let index = RANGES.partition_point(|range| range.end < point);
        let range = RANGES.get(index).filter(|range| range.start <= point)?;
        Some(Point { character, class: range.class })
    }
}

struct Range {
    start: u32,
    end: u32,
    class: Class,
}

static RANGES: LazyLock<Vec<Range>> = LazyLock::new(|| {
    let mut ranges: Vec<Range> = lines(include_str!("points.txt"))
        .filter_map(|(class, words)| Some((read_class(class)?, words)))
        .flat_map(|(class, words)| words.filter_map(move |word| read_range(word, class)))
        .collect();
    ranges.sort_unstable_by_key(|range| range.start);
    ranges
});

/// Pairs that normal form C composes.
static PAIRS: LazyLock<BTreeSet<(u32, u32)>> = LazyLock::new(|| {
    lines(include_str!("pairs.txt"))
        .filter_map(|(second, firsts)| Some((hex(second)?, firsts)))
        .flat_map(|(second, firsts)| firsts.filter_map(move |first| Some((hex(first)?, second))))
        .collect()
});

/// The lines of a table: what stands before the colon, and the words after it.
fn lines<'a>(table: &'a str) -> impl Iterator<Item = (&'a str, std::str::SplitWhitespace<'a>)> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':').map(|(head, words)| (head, words.split_whitespace())))
}

fn read_class(text: &str) -> Option<Class> {
    let mut words = text.split(' ');
    Some(Class {
        direction: match words.next()? {
            "L" => Direction::LeftToRight,
            "R" | "AL" => Direction::RightToLeft,
            "AN" => Direction::ArabicNumber,
            "EN" => Direction::EuropeanNumber,
            "NSM" => Direction::Mark,
            _ => Direction::Other,
        },
        joining: match words.next()? {
            "L" => Joining::Left,
            "R" => Joining::Right,
            "D" => Joining::Dual,
            "T" => Joining::Transparent,
            _ => Joining::None,
        },
        script: match words.next()? {
            "Greek" => Script::Greek,
            "Hebrew" => Script::Hebrew,
            "Japanese" => Script::Japanese,
            _ => Script::Other,
        },
        combining: words.next()?.parse().ok()?,
        mark: words.next()? == "mark",
    })
}

fn read_range(word: &str, class: Class) -> Option<Range> {
    let (start, end) = word.split_once('-').unwrap_or((word, word));
    Some(Range { start: hex(start)?, end: hex(end)?, class })
}

fn hex(word: &str) -> Option<u32> {
    u32::from_str_radix(word, 16).ok()
}

/// Whether they are in normal form C. No code point that a label may hold is one that this form replaces, so only the
/// order of marks and pairs to compose are left.
pub(super) fn is_normalized(points: &[Point]) -> bool {
    let mut starter: Option<char> = None;
    let mut last = 0;
    for point in points {
        let combining = point.class.combining;
        if combining != 0 && last > combining {
            return false;
        }
        // A mark is kept from its starter by another of its class, and a starter by anything.
        let reaches = last == 0 || last < combining;
        if reaches && starter.is_some_and(|starter| PAIRS.contains(&(starter.into(), point.character.into()))) {
            return false;
        }
        if combining == 0 {
            starter = Some(point.character);
        }
        last = combining;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, Point, RANGES};

    #[test]
    fn the_tables_are_read_in_full_and_in_order() {
        let words = |text: &str| {
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            lines.map(|line| line.split_once(": ").expect("a head").1.split(' ').count()).sum::<usize>()
        };
        assert_eq!(RANGES.len(), words(include_str!("points.txt")));
        assert_eq!(PAIRS.len(), words(include_str!("pairs.txt")));
        assert!(RANGES.windows(2).all(|pair| pair[0].end < pair[1].start));
        assert!(Point::new('ß').is_some() && Point::new('A').is_none() && Point::new('☕').is_none());
    }
}
