//! The ways to match agree with each other: shapes, both engines of this crate, and the engine of the `regex` crate.

use super::program::{Engine, Program};
use super::shape::Shape;
use super::{backtrack, parse, print, scan};
use regex_automata::meta::Regex;

/// Numbers that look random and are the same in every run (splitmix64).
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    fn text(&mut self) -> String {
        let length = self.below(9);
        (0..length).map(|_| self.pick(&["a", "b", "ab", "1", "_", "-", "é", "🐲", "\n", " ", "A"])).collect()
    }

    /// Classes with counts, one after the other.
    fn steps(&mut self) -> String {
        let count = 1 + self.below(4);
        let steps: String = (0..count)
            .map(|_| {
                let class =
                    self.pick(&["a", "[a-z]", r"\d", "[^a]", r"\w", ".", "(?:b)", "([ab1])", r"\p{Lu}", "é", "[é🐲]"]);
                format!("{class}{}", self.pick(&["", "", "+", "*", "?", "{2}", "{1,3}", "{2,}", "+?"]))
            })
            .collect();
        format!("{}{steps}{}", self.pick(&["^", "^", ""]), self.pick(&["$", "$", ""]))
    }

    /// Whatever a linear engine takes.
    fn regular(&mut self, depth: usize) -> String {
        let count = 1 + self.below(3);
        let mut out = String::new();
        for _ in 0..count {
            match self.below(if depth == 0 { 5 } else { 8 }) {
                0 | 1 => out.push_str(self.pick(&["a", "b", "1", "ab", "é", " "])),
                2 => out.push_str(self.pick(&["[ab]", "[^b]", r"\w", r"\s", ".", r"[\W1]", "[]", "[^]"])),
                3 => out.push_str(self.pick(&["^", "$", r"\b", r"\B"])),
                4 => out.push_str(self.pick(&["a*", "b+", "[ab]?", "a{2}", "b{0,2}", "a*?", ".*"])),
                5 => out.push_str(&format!("({}|{})", self.regular(depth - 1), self.regular(depth - 1))),
                6 => out.push_str(self.pick(&["(?i:a)", "(?i:[A1])", "(?i:b-i)"])),
                _ => {
                    let inner = self.regular(depth - 1);
                    out.push_str(&format!("(?:{inner}){}", self.pick(&["*", "+", "?", "{2}", "{1,2}", "*?", "{2,}"])));
                }
            }
        }
        out
    }
}

#[test]
fn shapes_decide_as_the_engine_does() {
    let mut draws = Draws(1);
    let (mut shapes, mut hits) = (0, 0);
    for _ in 0..600 {
        let pattern = draws.steps();
        let node = parse::parse(&pattern).expect("a pattern");
        let Some(shape) = Shape::of(&node) else { continue };
        shapes += 1;
        let regex = Regex::new(&print::print(&node).expect("regular")).expect("a pattern of regex");
        for _ in 0..20 {
            let text = draws.text();
            let expected = regex.is_match(&text);
            assert_eq!(shape.is_match(&text), expected, "{pattern} on {text:?}");
            hits += usize::from(expected);
        }
    }
    assert!(shapes > 150 && hits > 300, "{shapes} shapes, {hits} matches");
}

#[test]
fn the_engines_of_this_crate_decide_as_the_other_one_does() {
    let mut draws = Draws(2);
    let (mut hits, mut runs) = (0, 0);
    for _ in 0..150 {
        let pattern = draws.regular(2);
        let node = parse::parse(&pattern).expect("a pattern");
        let regex = Regex::new(&print::print(&node).expect("regular")).expect("a pattern of regex");
        let scanning = Program::for_engine(&node, Engine::Scan).expect("a small pattern");
        let backtracking = Program::for_engine(&node, Engine::Backtrack).expect("a small pattern");
        for _ in 0..20 {
            let text = draws.text();
            let expected = regex.is_match(&text);
            assert_eq!(scan::is_match(&scanning, &text), expected, "{pattern} on {text:?}");
            assert_eq!(backtrack::is_match(&backtracking, &text), Some(expected), "{pattern} on {text:?}");
            hits += usize::from(expected);
            runs += 1;
        }
    }
    assert!(hits > runs / 10 && hits < runs * 9 / 10, "{hits} of {runs}");
}

#[test]
fn lookaround_is_the_same_to_both_engines() {
    let mut draws = Draws(3);
    let (mut hits, mut runs) = (0, 0);
    for _ in 0..200 {
        let mut pattern = draws.regular(0);
        for _ in 0..2 {
            let look = draws.pick(&["(?=", "(?!", "(?<=", "(?<!"]);
            pattern = format!("{}{look}{pattern}){}", draws.pick(&["", "a", ".*", "^"]), draws.pick(&["", "b", r"\w"]));
        }
        if draws.below(3) == 0 {
            let look = draws.pick(&["(?=", "(?!"]);
            pattern = format!("^{look}{}){}{pattern}", draws.regular(0), draws.pick(&["", "(?!.*b)", "(?=.*1)", ".*"]));
        }
        let node = parse::parse(&pattern).expect("a pattern");
        let scanning = Program::for_engine(&node, Engine::Scan).expect("a small pattern");
        let backtracking = Program::for_engine(&node, Engine::Backtrack).expect("a small pattern");
        for _ in 0..20 {
            let text = draws.text();
            let expected = backtrack::is_match(&backtracking, &text);
            assert_eq!(Some(scan::is_match(&scanning, &text)), expected, "{pattern} on {text:?}");
            hits += usize::from(expected == Some(true));
            runs += 1;
        }
    }
    assert!(hits > runs / 20 && hits < runs * 9 / 10, "{hits} of {runs}");
}
