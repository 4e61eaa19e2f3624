//! Patterns. (To be replaced.)

/// A regular expression of a document.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    translated: &'static str,
}

impl Pattern {
    /// A pattern as written and as translated.
    pub const fn new(source: &'static str, translated: &'static str) -> Pattern {
        Pattern { source, translated }
    }

    /// As written.
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether it matches anywhere in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        text.contains(self.translated)
    }
}
