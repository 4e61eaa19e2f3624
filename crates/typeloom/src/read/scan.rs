//! The lexical part of JSON (RFC 8259): white space, strings, numbers and literals out of UTF-8 text, in one pass.
//!
//! Knows nothing of types, and of arrays and objects only their punctuation.

use crate::Error;
use crate::read::buffered::Wiped;
use std::borrow::Cow;

/// Text and how far it has been read.
pub(crate) struct Scanner<'de> {
    text: &'de str,
    at: usize,
    /// Where the value that was begun last begins.
    pub(crate) mark: usize,
}

/// A number as written.
#[derive(Clone, Copy)]
pub(crate) struct Digits<'de> {
    pub(crate) text: &'de str,
    /// Neither a fraction nor an exponent.
    pub(crate) plain: bool,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

impl<'de> Scanner<'de> {
    pub(crate) fn new(text: &'de str) -> Scanner<'de> {
        Scanner { text, at: 0, mark: 0 }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Goes back (or forth) to a place that [`Scanner::at`] returned.
    pub(crate) fn go(&mut self, at: usize) {
        self.at = at;
    }

    /// The next byte that is not white space, still ahead.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(&byte) => return Some(byte),
                None => return None,
            }
        }
    }

    /// The first byte of a value, still ahead. Marks the place as the one that errors are about.
    #[inline]
    pub(crate) fn begin(&mut self) -> Option<u8> {
        let next = self.peek();
        self.mark = self.at;
        next
    }

    /// Steps over a byte that was peeked.
    #[inline]
    pub(crate) fn bump(&mut self) {
        self.at += 1;
    }

    /// Nothing but white space may follow.
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected("the end of the text")),
        }
    }

    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// What stands ahead, for messages.
    pub(crate) fn found(&mut self) -> Cow<'static, str> {
        match self.peek() {
            None => "the end of the text".into(),
            Some(b'{') => "an object".into(),
            Some(b'[') => "an array".into(),
            Some(b'"') => "a string".into(),
            Some(b'-' | b'0'..=b'9') => "a number".into(),
            Some(b't') if self.rest().starts_with(b"true") => "a boolean".into(),
            Some(b'f') if self.rest().starts_with(b"false") => "a boolean".into(),
            Some(b'n') if self.rest().starts_with(b"null") => "null".into(),
            Some(_) => match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
                Some('\u{feff}') => "a byte order mark".into(),
                Some(c) if !c.is_control() => format!("`{c}`").into(),
                Some(c) => format!("the character U+{:04X}", c as u32).into(),
                None => "something else".into(),
            },
        }
    }

    /// The error that something else stands ahead.
    #[cold]
    pub(crate) fn unexpected(&mut self, expected: &str) -> Error {
        let found = self.found();
        let error = Error::new(format!("expected {expected}, found {found}"), Some(self.at));
        if let Cow::Borrowed(_) = found { error.of_words() } else { error }
    }

    /// `null`, `true` or `false`, of which the first byte was peeked.
    pub(crate) fn word(&mut self, word: &'static str) -> Result<(), Error> {
        if self.rest().starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(())
        } else {
            Err(self.unexpected("a value"))
        }
    }

    /// A string without escapes, of which the opening quote was peeked. Where there is no such string, nothing is read.
    #[inline]
    pub(crate) fn plain(&mut self) -> Option<&'de str> {
        let start = self.at + 1;
        let end = plain_end(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// A string, of which the opening quote was peeked.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'de, str>, Error> {
        match self.plain() {
            Some(plain) => Ok(Cow::Borrowed(plain)),
            None => self.escaped().map(Cow::Owned),
        }
    }

    /// A string with escapes.
    #[inline(never)]
    fn escaped(&mut self) -> Result<String, Error> {
        let bytes = self.text.as_bytes();
        let mut start = self.at + 1;
        let mut end = plain_end(bytes, start);
        // One allocation that is large enough: growing would leave copies of secrets behind.
        let mut out = Wiped(String::with_capacity(raw_end(bytes, end) - start));
        loop {
            out.0.push_str(self.text.get(start..end).unwrap_or_default());
            match bytes.get(end) {
                Some(b'"') => {
                    self.at = end + 1;
                    return Ok(out.take());
                }
                Some(b'\\') => {
                    self.at = end;
                    out.0.push(self.escape()?);
                    start = self.at;
                    end = plain_end(bytes, start);
                }
                Some(&control) => {
                    return Err(Error::new(
                        format!("control character U+{control:04X} in a string must be written as an escape"),
                        Some(end),
                    ));
                }
                None => return Err(Error::new("the text ends inside a string", Some(end))),
            }
        }
    }

    /// One escape, of which the backslash stands ahead.
    fn escape(&mut self) -> Result<char, Error> {
        let from = self.at;
        let bytes = self.text.as_bytes();
        let simple = match bytes.get(from + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(from),
            Some(_) => return Err(Error::new("unknown escape in a string", Some(from))),
            None => return Err(Error::new("the text ends inside a string", Some(from))),
        };
        self.at = from + 2;
        Ok(simple)
    }

    fn unicode(&mut self, from: usize) -> Result<char, Error> {
        let bytes = self.text.as_bytes();
        let lone = || Error::new("lone surrogate in a string", Some(from));
        let Some(first) = hex(bytes, from + 2) else {
            return Err(Error::new("`\\u` must be followed by four hexadecimal digits", Some(from)));
        };
        self.at = from + 6;
        let code = match first {
            0xD800..=0xDBFF => {
                if bytes.get(from + 6..from + 8) != Some(b"\\u") {
                    return Err(lone());
                }
                match hex(bytes, from + 8) {
                    Some(second @ 0xDC00..=0xDFFF) => {
                        self.at = from + 12;
                        0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
                    }
                    Some(_) | None => return Err(lone()),
                }
            }
            other => other,
        };
        char::from_u32(code).ok_or_else(lone)
    }

    /// A number, of which the first byte was peeked.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<Digits<'de>, Error> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start;
        if bytes.get(at) == Some(&b'-') {
            at += 1;
        }
        match bytes.get(at) {
            Some(b'0') => at += 1,
            Some(b'1'..=b'9') => at = digits(bytes, at),
            Some(_) | None => return Err(self.bad_number(at)),
        }
        let mut plain = true;
        if bytes.get(at) == Some(&b'.') {
            plain = false;
            let end = digits(bytes, at + 1);
            if end == at + 1 {
                return Err(self.bad_number(end));
            }
            at = end;
        }
        if let Some(b'e' | b'E') = bytes.get(at) {
            plain = false;
            let from = if let Some(b'+' | b'-') = bytes.get(at + 1) { at + 2 } else { at + 1 };
            let end = digits(bytes, from);
            if end == from {
                return Err(self.bad_number(end));
            }
            at = end;
        }
        if let Some(b'0'..=b'9') = bytes.get(at) {
            return Err(Error::new("a number must not begin with a needless zero", Some(start)));
        }
        self.at = at;
        Ok(Digits { text: self.text.get(start..at).unwrap_or_default(), plain })
    }

    #[cold]
    fn bad_number(&mut self, at: usize) -> Error {
        self.at = at;
        let found = self.text.get(at..).and_then(|rest| rest.chars().next());
        let found = found.map_or("the end of the text".to_owned(), |c| format!("`{}`", c.escape_default()));
        Error::new(format!("expected a digit in a number, found {found}"), Some(at))
    }
}

/// Where the run of characters that stand for themselves ends: at a quote, a backslash, a control character or the end.
#[inline]
pub(crate) fn plain_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(&chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(chunk);
        let quote = word ^ (ONES * b'"' as u64);
        let backslash = word ^ (ONES * b'\\' as u64);
        // For each of the eight bytes its highest bit: set where it is zero after the xor, resp. below a space. A
        // borrow can set bits above a true hit only, and the lowest one is asked for.
        let hits = ((quote.wrapping_sub(ONES) & !quote)
            | (backslash.wrapping_sub(ONES) & !backslash)
            | (word.wrapping_sub(ONES * 0x20) & !word))
            & HIGHS;
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' || byte == b'\\' || byte < 0x20 {
            break;
        }
        at += 1;
    }
    at
}

/// The closing quote of a string, looking over escapes; or the end of the text.
fn raw_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    loop {
        at = plain_end(bytes, at);
        match bytes.get(at) {
            Some(b'\\') => at = (at + 2).min(bytes.len()),
            Some(_) | None => return at,
        }
    }
}

fn digits(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at += 1;
    }
    at
}

fn hex(bytes: &[u8], from: usize) -> Option<u32> {
    let digits = bytes.get(from..from + 4)?;
    digits.iter().try_fold(0, |code, &digit| Some(code * 16 + (digit as char).to_digit(16)?))
}
