//! Strings of JSON: escapes, and what goes wrong in them.

use super::{Parser, spell};
use crate::source::Span;

impl Parser<'_> {
    /// The string whose opening quote stands here.
    pub(super) fn string(&mut self, quote: char) -> String {
        let open = self.at;
        self.step();
        let mut text = String::new();
        loop {
            let start = self.at;
            self.plain(quote);
            text.push_str(self.text.get(start..self.at).unwrap_or(""));
            match self.peek() {
                Some('\\') => self.escape(&mut text),
                Some('\n' | '\r') | None => {
                    let open = Span::new(self.source, open, open + quote.len_utf8());
                    self.mistake(open, "string is not closed", "opened here, not closed on this line")
                        .map(|diagnostic| diagnostic.help("close it with `\"`; a line break in a string is `\\n`"));
                    return text;
                }
                Some(found) if found == quote => {
                    self.step();
                    return text;
                }
                Some(control) => {
                    let place = self.char_span();
                    let help = match control {
                        '\t' => "write `\\t`".to_owned(),
                        _ => format!("write `\\u{:04x}`", control as u32),
                    };
                    self.mistake(place, &format!("control character {} in a string", spell(control)), "not escaped")
                        .map(|diagnostic| diagnostic.help(help));
                    text.push(control);
                    self.step();
                }
            }
        }
    }

    /// Steps over what stands for itself in a string. By bytes where it can be: strings are most of a document.
    fn plain(&mut self, quote: char) {
        let bytes = self.text.as_bytes();
        if quote.is_ascii() {
            let quote = quote as u8;
            let mut at = self.at;
            while at < bytes.len() && bytes[at] != quote && bytes[at] != b'\\' && bytes[at] >= b' ' {
                at += 1;
            }
            self.at = at;
        } else {
            let rest = self.rest();
            self.at += rest.find(|c: char| c == quote || c == '\\' || c < ' ').unwrap_or(rest.len());
        }
    }

    /// A string in quotes that JSON does not know.
    pub(super) fn wrong_quotes(&mut self) -> String {
        let start = self.at;
        let open = self.peek().unwrap_or('\'');
        let close = match open {
            '‘' => '’',
            '“' => '”',
            other => other,
        };
        let text = self.string(close);
        let span = self.span(start);
        self.mistake(span, &format!("string in {open}..{close}"), "strings are written in double quotes")
            .map(|diagnostic| diagnostic.help(format!("write `{:?}`", text)));
        text
    }

    /// The escape whose backslash stands here.
    fn escape(&mut self, text: &mut String) {
        let start = self.at;
        self.step();
        let Some(letter) = self.peek() else { return };
        self.step();
        match letter {
            '"' | '\\' | '/' => text.push(letter),
            'b' => text.push('\u{8}'),
            'f' => text.push('\u{C}'),
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            'u' => self.code_point(start, text),
            other => {
                if matches!(other, '\n' | '\r') {
                    self.at -= 1; // the end of the line ends the string
                }
                let span = self.span(start);
                self.mistake(span, &format!("`\\` before {}", spell(other)), "no escape of JSON")
                    .map(|diagnostic| diagnostic.help("a backslash in a string is `\\\\`"));
                if !matches!(other, '\n' | '\r') {
                    text.push(other);
                }
            }
        }
    }

    /// The digits behind `\u`, and those of the second half of a pair.
    fn code_point(&mut self, start: usize, text: &mut String) {
        let Some(first) = self.hex(start) else { return };
        if !(0xD800..0xE000).contains(&first) {
            text.extend(char::from_u32(first));
            return;
        }
        let behind = self.at;
        if first < 0xDC00 && self.rest().starts_with("\\u") {
            self.at += 2;
            match self.hex(behind) {
                Some(second @ 0xDC00..0xE000) => {
                    text.extend(char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)));
                    return;
                }
                Some(_) | None => self.at = behind,
            }
        }
        let span = self.span(start);
        self.mistake(span, &format!("lone surrogate U+{first:04X}"), "half of a character")
            .map(|diagnostic| diagnostic.help("write both halves of the pair, or the character itself"));
        text.push(char::REPLACEMENT_CHARACTER);
    }

    fn hex(&mut self, start: usize) -> Option<u32> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(number) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            self.at += 4;
            return Some(number);
        }
        let span = self.span(start);
        self.mistake(span, "`\\u` without four hexadecimal digits", "four digits belong behind it")
            .map(|diagnostic| diagnostic.help("write for example `\\u00e9`"));
        None
    }
}
