//! Whether texts match patterns, for as long as that is cheap: patterns and texts in, an answer or none out.
//!
//! A pattern is compiled once for all values it meets. What is counted is what a pattern may cost, and never time, so
//! the same documents give the same answers everywhere. Knows nothing of schemas.

use std::collections::BTreeMap;
use typeloom::pattern::Compiled;

/// How many steps all patterns of a vendor may take.
const STEPS: u64 = 4_000_000_000;
/// What compiling takes, in steps for each byte that comes of it.
const COMPILING: u64 = 16;
/// How many bytes of compiled patterns are kept.
const KEPT: usize = 16 << 20;
/// What each needs beside its own size to match texts, about.
const SCRATCH: usize = 64 << 10;

/// Compiled patterns, and what may still be asked of them.
pub(super) struct Patterns {
    /// By source; [`None`] where it cannot be used.
    compiled: BTreeMap<String, Option<Compiled>>,
    /// How large they are together.
    size: usize,
    steps: u64,
}

impl Patterns {
    pub(super) const fn new() -> Patterns {
        Patterns { compiled: BTreeMap::new(), size: 0, steps: STEPS }
    }

    /// Whether a text matches a pattern; [`None`] where that is not known, or would cost too much.
    pub(super) fn matches(&mut self, source: &str, text: &str) -> Option<bool> {
        if !self.compiled.contains_key(source) {
            self.compile(source)?;
        }
        let pattern = self.compiled.get(source)?.as_ref()?;
        self.steps = self.steps.checked_sub(pattern.cost(text.len()))?;
        pattern.is_match(text)
    }

    fn compile(&mut self, source: &str) -> Option<()> {
        if self.steps == 0 {
            return None;
        }
        let pattern = Compiled::new(source);
        let size = source.len() + pattern.as_ref().map_or(0, Compiled::size);
        let kept = size.saturating_add(SCRATCH);
        if self.size.saturating_add(kept) > KEPT {
            self.compiled.clear();
            self.size = 0;
        }
        self.size = self.size.saturating_add(kept);
        self.steps = self.steps.saturating_sub(COMPILING.saturating_mul(size as u64));
        self.compiled.insert(source.to_owned(), pattern);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Patterns, STEPS};

    #[test]
    fn a_large_pattern_is_compiled_once() {
        let mut patterns = Patterns::new();
        for index in 0..3_000 {
            let text = format!("{}x", "a".repeat(1 + index % 100));
            assert_eq!(patterns.matches("^\\p{L}{1,200}x$", &text), Some(true), "{index}");
        }
        assert!(patterns.steps > STEPS / 2, "{}", patterns.steps);
    }

    #[test]
    fn not_all_patterns_are_kept() {
        let mut patterns = Patterns::new();
        for index in 0..1_000 {
            assert_eq!(patterns.matches(&format!("^a{index}$"), "b"), Some(false), "{index}");
        }
        assert!(patterns.size <= KEPT && patterns.compiled.len() < 300, "{}", patterns.compiled.len());
    }

    #[test]
    fn what_costs_too_much_is_not_known() {
        let mut patterns = Patterns::new();
        patterns.steps = 1_000;
        assert_eq!(patterns.matches("^a", "a"), Some(true));
        patterns.steps = 10;
        assert_eq!(patterns.matches("^a", &"a".repeat(100)), None);
        patterns.steps = 0;
        assert_eq!(patterns.matches("^b", "b"), None);
        assert_eq!(patterns.matches("(", "b"), None);
    }
}
