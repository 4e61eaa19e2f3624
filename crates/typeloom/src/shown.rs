//! Text that came from outside, made fit for a terminal or a line of a log.

use std::fmt;

/// How much of one name, place or sentence is printed, in characters.
const LONGEST: usize = 1000;

/// Prints a text without what a terminal would obey or what turns the reading around: controls (C0, DEL and C1, line
/// breaks included), controls of bidirectional text and separators of lines stand as `\u{9b}`. What is longer than a
/// page is cut. The accessors of errors and violations return the text as it is.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.char_indices().nth(LONGEST).map(|(end, _)| end);
        let mut rest = end.and_then(|end| self.0.get(..end)).unwrap_or(self.0);
        while let Some((place, character)) = rest.char_indices().find(|(_, character)| is_obeyed(*character)) {
            let (before, after) = rest.split_at(place);
            write!(f, "{before}{}", character.escape_default())?;
            rest = after.get(character.len_utf8()..).unwrap_or_default();
        }
        f.write_str(rest)?;
        match end {
            Some(end) => write!(f, ".. ({} more bytes)", self.0.len() - end),
            None => Ok(()),
        }
    }
}

fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}
