//! The parser of YAML counts characters, places are bytes.

use crate::source::{SourceId, Span};

/// Where each character of a text begins.
pub(super) struct Offsets {
    /// [`None`] where every character is one byte.
    bytes: Option<Vec<u32>>,
    length: usize,
}

impl Offsets {
    /// The characters of `text`.
    pub fn new(text: &str) -> Offsets {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at as u32).collect());
        Offsets { bytes, length: text.len() }
    }

    /// The byte at which a character begins; the end of the text where there is none.
    pub fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            None => character.min(self.length),
            Some(bytes) => bytes.get(character).map_or(self.length, |&at| at as usize),
        }
    }

    /// The place of the characters from `start` up to `end`.
    pub fn span(&self, source: SourceId, start: usize, end: usize) -> Span {
        let start = self.byte(start);
        Span::new(source, start, self.byte(end).max(start))
    }
}
