//! Which members or items of one value have been evaluated, for `unevaluatedProperties` and `unevaluatedItems`.

/// Members by their position in the sorted object, or items by their index.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    all: bool,
    first: u64,
    more: Vec<u64>,
}

impl Seen {
    /// Nothing yet.
    pub const fn new() -> Seen {
        Seen { all: false, first: 0, more: Vec::new() }
    }

    /// Marks one.
    #[inline]
    pub fn mark(&mut self, index: usize) {
        if index < 64 {
            self.first |= 1 << index;
        } else if !self.all {
            self.mark_far(index);
        }
    }

    /// Marks all.
    #[inline]
    pub fn mark_all(&mut self) {
        self.all = true;
    }

    /// Whether it is marked.
    #[inline]
    pub fn has(&self, index: usize) -> bool {
        let word = if index < 64 { Some(&self.first) } else { self.more.get(index / 64 - 1) };
        self.all || word.is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// Marks what the other has marked.
    pub fn merge(&mut self, other: &Seen) {
        self.all |= other.all;
        self.first |= other.first;
        if self.more.len() < other.more.len() {
            self.more.resize(other.more.len(), 0);
        }
        for (word, others) in self.more.iter_mut().zip(&other.more) {
            *word |= others;
        }
    }

    fn mark_far(&mut self, index: usize) {
        let word = index / 64 - 1;
        if self.more.len() <= word {
            self.more.resize(word + 1, 0);
        }
        self.more[word] |= 1 << (index % 64); // resized above
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn marks_near_and_far() {
        let mut seen = Seen::new();
        for index in [0, 63, 64, 200] {
            assert!(!seen.has(index));
            seen.mark(index);
            assert!(seen.has(index));
        }
        assert!(!seen.has(65) && !seen.has(199) && !seen.has(100_000));
    }

    #[test]
    fn merging_adds() {
        let (mut left, mut right) = (Seen::new(), Seen::new());
        left.mark(1);
        right.mark(130);
        left.merge(&right);
        assert!(left.has(1) && left.has(130) && !left.has(2));
        right.mark_all();
        left.merge(&right);
        assert!(left.has(2) && left.has(1_000_000));
    }
}
