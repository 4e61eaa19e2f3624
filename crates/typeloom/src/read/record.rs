//! Which members of an object were read, and which are missing.

use crate::typed::Record;

/// Which members of a record have been seen.
pub(crate) struct Mask {
    low: u64,
    /// Beyond the first 64; not allocated for records that have no more.
    high: Box<[u64]>,
}

impl Mask {
    pub(crate) fn new(members: usize) -> Mask {
        let words = members.div_ceil(64);
        Mask { low: 0, high: if words > 1 { vec![0; words - 1].into() } else { Box::default() } }
    }

    /// Marks a member as seen; false where it was already.
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 64);
        let word = if index < 64 { Some(&mut self.low) } else { self.high.get_mut(index / 64 - 1) };
        match word {
            Some(word) => {
                let new = *word & bit == 0;
                *word |= bit;
                new
            }
            None => false,
        }
    }

    #[inline]
    fn contains(&self, index: usize) -> bool {
        let word = if index < 64 { Some(&self.low) } else { self.high.get(index / 64 - 1) };
        word.is_some_and(|word| word & (1 << (index % 64)) != 0)
    }

    /// The message about required members that were not seen, if there are any, and how many they are.
    pub(crate) fn missing(&self, record: &'static Record) -> Option<(String, usize)> {
        let required = record.required();
        if required.iter().all(|&index| self.contains(index)) {
            return None;
        }
        let names: Vec<String> = required
            .iter()
            .filter(|&&index| !self.contains(index))
            .filter_map(|&index| record.names.get(index))
            .map(|name| format!("`{name}`"))
            .collect();
        let plural = if names.len() == 1 { "" } else { "s" };
        let message = format!("missing required member{plural} {} of {}", names.join(", "), record.title);
        Some((message, names.len()))
    }
}
