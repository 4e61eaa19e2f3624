//! JSON text, compact or with line breaks.

use crate::read::plain_end;
use std::fmt::Write as _;

/// Text that grows. Commas need no stack: what was written last says whether one is due.
pub(super) struct Text {
    out: String,
    pretty: bool,
    level: usize,
    /// Nothing was written yet in the array or object that was begun last.
    empty: bool,
}

impl Text {
    pub(super) fn new(pretty: bool) -> Text {
        Text { out: String::with_capacity(128), pretty, level: 0, empty: true }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    #[inline]
    pub(super) fn token(&mut self, token: &str) {
        self.out.push_str(token);
    }

    pub(super) fn display(&mut self, number: impl std::fmt::Display) {
        // Writing to a string does not fail.
        let _ = write!(self.out, "{number}");
    }

    pub(super) fn debug(&mut self, number: f64) {
        // Writing to a string does not fail.
        let _ = write!(self.out, "{number:?}");
    }

    pub(super) fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.level += 1;
        self.empty = true;
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.level = self.level.saturating_sub(1);
        if self.pretty && !self.empty {
            self.line();
        }
        self.empty = false;
        self.out.push(bracket);
    }

    #[inline]
    pub(super) fn item(&mut self) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        if self.pretty {
            self.line();
        }
    }

    #[inline]
    pub(super) fn name(&mut self, name: &str) {
        self.item();
        self.string(name);
        self.out.push_str(if self.pretty { ": " } else { ":" });
    }

    #[inline]
    pub(super) fn string(&mut self, string: &str) {
        self.out.push('"');
        let end = plain_end(string.as_bytes(), 0);
        if end == string.len() {
            self.out.push_str(string);
        } else {
            self.escaped(string, end);
        }
        self.out.push('"');
    }

    /// A string of which the first character that needs an escape stands at `end`.
    #[inline(never)]
    fn escaped(&mut self, string: &str, mut end: usize) {
        let bytes = string.as_bytes();
        let mut start = 0;
        while let Some(&byte) = bytes.get(end) {
            self.out.push_str(string.get(start..end).unwrap_or_default());
            match byte {
                b'"' => self.out.push_str("\\\""),
                b'\\' => self.out.push_str("\\\\"),
                8 => self.out.push_str("\\b"),
                12 => self.out.push_str("\\f"),
                b'\n' => self.out.push_str("\\n"),
                b'\r' => self.out.push_str("\\r"),
                b'\t' => self.out.push_str("\\t"),
                control => {
                    // Writing to a string does not fail.
                    let _ = write!(self.out, "\\u{control:04x}");
                }
            }
            start = end + 1;
            end = plain_end(bytes, start);
        }
        self.out.push_str(string.get(start..).unwrap_or_default());
    }

    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.level {
            self.out.push_str("  ");
        }
    }
}
