//! JSON text, compact or with line breaks.

use crate::read::plain_end;
use std::fmt::Write as _;
use zeroize::Zeroize;

/// Text that grows. Commas need no stack: what was written last says whether one is due.
pub(super) struct Text {
    out: String,
    pretty: bool,
    level: usize,
    /// Nothing was written yet in the array or object that was begun last.
    empty: bool,
    /// There is a secret in it.
    secret: bool,
}

/// As much as a machine number or an escape takes.
const NUMBER: usize = 400;

impl Text {
    pub(super) fn new(pretty: bool) -> Text {
        Text { out: String::with_capacity(128), pretty, level: 0, empty: true, secret: false }
    }

    pub(super) fn finish(mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// From now on the text holds a secret: where it grows, what it leaves is wiped.
    pub(super) fn mark_secret(&mut self) {
        self.secret = true;
    }

    #[inline]
    fn push(&mut self, text: &str) {
        self.room(text.len());
        self.out.push_str(text);
    }

    /// Makes sure that so many bytes can be added without the text being moved, once there is a secret in it.
    #[inline]
    fn room(&mut self, count: usize) {
        if self.secret && self.out.capacity() - self.out.len() < count {
            self.grow(count);
        }
    }

    #[cold]
    fn grow(&mut self, count: usize) {
        let mut larger = String::with_capacity((self.out.len() + count).max(2 * self.out.capacity()));
        larger.push_str(&self.out);
        std::mem::replace(&mut self.out, larger).zeroize();
    }

    #[inline]
    pub(super) fn token(&mut self, token: &str) {
        self.push(token);
    }

    pub(super) fn display(&mut self, number: impl std::fmt::Display) {
        self.room(NUMBER);
        // Writing to a string does not fail.
        let _ = write!(self.out, "{number}");
    }

    pub(super) fn debug(&mut self, number: f64) {
        self.room(NUMBER);
        // Writing to a string does not fail.
        let _ = write!(self.out, "{number:?}");
    }

    pub(super) fn open(&mut self, bracket: char) {
        self.push(bracket.encode_utf8(&mut [0; 4]));
        self.level += 1;
        self.empty = true;
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.level = self.level.saturating_sub(1);
        if self.pretty && !self.empty {
            self.line();
        }
        self.empty = false;
        self.push(bracket.encode_utf8(&mut [0; 4]));
    }

    #[inline]
    pub(super) fn item(&mut self) {
        if !self.empty {
            self.push(",");
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
        self.push(if self.pretty { ": " } else { ":" });
    }

    #[inline]
    pub(super) fn string(&mut self, string: &str) {
        self.push("\"");
        let end = plain_end(string.as_bytes(), 0);
        if end == string.len() {
            self.push(string);
        } else {
            self.escaped(string, end);
        }
        self.push("\"");
    }

    /// A string of which the first character that needs an escape stands at `end`.
    #[inline(never)]
    fn escaped(&mut self, string: &str, mut end: usize) {
        let bytes = string.as_bytes();
        let mut start = 0;
        while let Some(&byte) = bytes.get(end) {
            self.push(string.get(start..end).unwrap_or_default());
            match byte {
                b'"' => self.push("\\\""),
                b'\\' => self.push("\\\\"),
                8 => self.push("\\b"),
                12 => self.push("\\f"),
                b'\n' => self.push("\\n"),
                b'\r' => self.push("\\r"),
                b'\t' => self.push("\\t"),
                control => {
                    self.room(NUMBER);
                    // Writing to a string does not fail.
                    let _ = write!(self.out, "\\u{control:04x}");
                }
            }
            start = end + 1;
            end = plain_end(bytes, start);
        }
        self.push(string.get(start..).unwrap_or_default());
    }

    fn line(&mut self) {
        self.push("\n");
        for _ in 0..self.level {
            self.push("  ");
        }
    }
}

/// Something is left only where writing has failed.
impl Drop for Text {
    fn drop(&mut self) {
        if self.secret {
            self.out.zeroize();
        }
    }
}
