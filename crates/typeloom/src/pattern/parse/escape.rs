//! What follows a backslash.

use super::Parser;
use crate::pattern::syntax::{Class, Node, Property};
use crate::pattern::{PatternError, property, set};

/// An escape that means the same inside a class and outside.
pub(super) enum Escape {
    /// A code point, which may be a surrogate without its other half.
    Point(u32),
    Class(Class),
}

impl Parser<'_> {
    /// Outside a class, behind the backslash.
    pub(super) fn escape(&mut self) -> Result<Node, PatternError> {
        let start = self.at;
        Ok(match self.peek() {
            Some(letter @ ('b' | 'B')) => {
                self.at += 1;
                Node::WordBoundary { negated: letter == 'B' }
            }
            Some('1'..='9') => self.numbered_reference()?,
            Some('k') => {
                self.at += 1;
                self.named_reference(start)?
            }
            _ => match self.shared_escape()? {
                Escape::Point(point) => match char::from_u32(point) {
                    Some(character) => Node::Char(character),
                    // No text has half a surrogate pair.
                    None => Node::Class(Class::of(&[], false)),
                },
                Escape::Class(class) => Node::Class(class),
            },
        })
    }

    fn numbered_reference(&mut self) -> Result<Node, PatternError> {
        let start = self.at;
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let number = self.rest().get(..digits).and_then(|digits| digits.parse::<u32>().ok());
        self.at += digits;
        match number.filter(|number| self.groups.exists(*number)) {
            Some(number) => Ok(Node::BackReference(vec![number])),
            None => Err(PatternError::syntax(start - 1, "there is no group of this number")),
        }
    }

    fn named_reference(&mut self, start: usize) -> Result<Node, PatternError> {
        if !self.eat("<") {
            return Err(PatternError::syntax(start - 1, "`\\k` needs the name of a group: `\\k<name>`"));
        }
        let name = self.group_name()?;
        let groups = self.groups.named(name);
        if groups.is_empty() {
            return Err(PatternError::syntax(start - 1, format!("there is no group called `{name}`")));
        }
        Ok(Node::BackReference(groups))
    }

    /// Behind the backslash.
    pub(super) fn shared_escape(&mut self) -> Result<Escape, PatternError> {
        let start = self.at;
        let Some(character) = self.bump() else {
            return Err(PatternError::syntax(start.saturating_sub(1), "nothing follows the backslash"));
        };
        let error = |message: &str| Err(PatternError::syntax(start.saturating_sub(1), message));
        Ok(match character {
            'd' | 'D' => Escape::Class(Class::of(set::DIGIT, character == 'D')),
            'w' | 'W' => Escape::Class(Class::of(set::WORD, character == 'W')),
            's' | 'S' => Escape::Class(Class::of(set::SPACE, character == 'S')),
            'f' => Escape::Point(0x0C),
            'n' => Escape::Point(0x0A),
            'r' => Escape::Point(0x0D),
            't' => Escape::Point(0x09),
            'v' => Escape::Point(0x0B),
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => Escape::Point(0),
            '0'..='9' => return error("ECMA-262 has no octal escapes: write `\\x..`"),
            'c' => match self.bump() {
                Some(letter) if letter.is_ascii_alphabetic() => Escape::Point(u32::from(letter) % 32),
                _ => return error("`\\c` needs a letter"),
            },
            'x' => match self.hex_digits(2) {
                Some(point) => Escape::Point(point),
                None => return error("`\\x` needs two hexadecimal digits"),
            },
            'u' => match self.unicode_escape() {
                Some(point) => Escape::Point(point),
                None => return error("`\\u` needs four hexadecimal digits, or up to `10FFFF` in braces"),
            },
            'p' | 'P' => Escape::Class(self.property(start, character == 'P')?),
            'A' => return error("ECMA-262 has no `\\A`: write `^`"),
            'Z' | 'z' => return error("ECMA-262 has no escape for the end of the text: write `$`"),
            'h' => return error("ECMA-262 has no `\\h`: write `[ \\t]`"),
            'Q' | 'E' => return error("ECMA-262 cannot quote text: escape each character"),
            'e' | 'a' => return error("ECMA-262 has no such escape for a control character: write `\\x..`"),
            // The grammar has syntax characters only, but no other meaning is possible.
            _ if !character.is_alphanumeric() => Escape::Point(character.into()),
            _ => return error("ECMA-262 has no such escape"),
        })
    }

    fn hex_digits(&mut self, count: usize) -> Option<u32> {
        let digits = self.rest().get(..count).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.at += count;
        u32::from_str_radix(digits, 16).ok()
    }

    /// `FEFF`, `D83D\uDC32`, `{1F432}`
    fn unicode_escape(&mut self) -> Option<u32> {
        if self.eat("{") {
            let (digits, _) = self.rest().split_once('}')?;
            let good = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            self.at += digits.len() + 1;
            let significant = digits.trim_start_matches('0');
            let point = if significant.is_empty() { 0 } else { u32::from_str_radix(significant, 16).ok()? };
            return (good && point <= 0x10FFFF).then_some(point);
        }
        let lead = self.hex_digits(4)?;
        if !(0xD800..=0xDBFF).contains(&lead) {
            return Some(lead);
        }
        let before = self.at;
        if self.eat("\\u")
            && let Some(trail @ 0xDC00..=0xDFFF) = self.hex_digits(4)
        {
            return Some(0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00));
        }
        self.at = before;
        Some(lead)
    }

    /// `{Letter}`, `{Script=Greek}`
    fn property(&mut self, start: usize, negated: bool) -> Result<Class, PatternError> {
        let text = if self.eat("{") { self.rest().split_once('}').map(|(text, _)| text) } else { None };
        let Some(text) = text else {
            return Err(PatternError::syntax(
                start.saturating_sub(1),
                "`\\p` needs a property in braces: `\\p{Letter}`",
            ));
        };
        let offset = self.at;
        self.at += text.len() + 1;
        match property::resolve(text) {
            Ok(property::Known::Engine(name)) => {
                let properties = vec![Property { negated, name }];
                Ok(Class { negated: false, set: set::Set::default(), properties })
            }
            Ok(property::Known::Ranges(ranges)) => Ok(Class::of(ranges, negated)),
            Ok(property::Known::Missing) => {
                Err(PatternError::unsupported(offset, format!("the property `{text}` is not supported")))
            }
            Err(message) => Err(PatternError::syntax(offset, message)),
        }
    }
}
