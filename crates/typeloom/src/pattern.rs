//! Patterns: regular expressions of ECMA-262, as `pattern` and `patternProperties` have them.
//!
//! In comes a pattern as a document spells it, out comes the same pattern for the engine, or an error with its place; at
//! run time, whether a text matches. Patterns are searched for, not anchored, and mean what they mean in ECMAScript with
//! the flag `u`: `\d` and `\w` are ASCII, `$` is the very end, `.` is anything but a line end. Which spellings are read is
//! said in `parse.rs`.
//!
//! # Time
//! Nearly all patterns are decided in time linear in the text: a few common shapes by a loop over the characters, the
//! rest by the engine of the `regex` crate, or by one of our own where there is lookaround. Only references to groups
//! need backtracking. There the steps are counted, for all the texts of one validation together, and a text that takes
//! more than are left of [`STEPS`] does not match: see [`Pattern::try_match`].
//!
//! # Features
//! Without the feature `pattern` there is no engine: patterns can be read and translated, not matched.

#[cfg(all(test, feature = "pattern"))]
mod agreement;
#[cfg(feature = "pattern")]
mod backtrack;
mod budget;
#[cfg(feature = "pattern")]
mod charset;
#[cfg(feature = "pattern")]
mod engine;
mod parse;
mod print;
#[cfg(feature = "pattern")]
mod program;
mod property;
#[cfg(feature = "pattern")]
mod scan;
mod set;
#[cfg(feature = "pattern")]
mod shape;
mod syntax;

#[cfg(feature = "pattern")]
pub use budget::STEPS;
pub(crate) use budget::share;
#[cfg(feature = "pattern")]
pub use engine::{Compiled, Pattern, TooManySteps, check};

use std::fmt;

/// The longest pattern that is read, in bytes.
const LONGEST: usize = 1 << 16;

/// The pattern in the syntax of the `regex` crate. One with lookaround or references to groups is beyond that, and stays
/// as it is for the engines of this crate.
///
/// # Example
/// ```
/// use typeloom::pattern::translate;
/// assert_eq!(translate(r"^\d{4}$").unwrap(), "^[0-9]{4}$");
/// assert_eq!(translate(r"^(?!0)\d+$").unwrap(), r"^(?!0)\d+$");
/// ```
///
/// # Errors
/// Where the pattern is not one of ECMA-262, or is beyond what can be translated.
pub fn translate(ecma: &str) -> Result<String, PatternError> {
    let node = read(ecma)?;
    Ok(print::print(&node).unwrap_or_else(|| ecma.to_owned()))
}

/// Whether the text is a pattern of ECMA-262, translated or not.
pub(crate) fn is_ecma(text: &str) -> bool {
    match read(text) {
        Ok(_) => true,
        Err(error) => match error.cause {
            Cause::Unsupported => true,
            Cause::Syntax | Cause::Limit => false,
        },
    }
}

fn read(ecma: &str) -> Result<syntax::Node, PatternError> {
    if ecma.len() > LONGEST {
        return Err(PatternError::limit(0, format!("the pattern is longer than {LONGEST} bytes")));
    }
    parse::parse(ecma)
}

/// Why a pattern cannot be used, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PatternError {
    offset: usize,
    message: String,
    cause: Cause,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Cause {
    /// It is not a pattern of ECMA-262.
    Syntax,
    /// It is one that cannot be translated.
    Unsupported,
    /// It is too long, too deep, or counts too far.
    Limit,
}

impl PatternError {
    fn syntax(offset: usize, message: impl Into<String>) -> PatternError {
        PatternError { offset, message: message.into(), cause: Cause::Syntax }
    }

    fn unsupported(offset: usize, message: impl Into<String>) -> PatternError {
        PatternError { offset, message: message.into(), cause: Cause::Unsupported }
    }

    fn limit(offset: usize, message: impl Into<String>) -> PatternError {
        PatternError { offset, message: message.into(), cause: Cause::Limit }
    }

    /// Where in the pattern, in bytes.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// What is wrong there, in lower case and without a full stop.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {} of the pattern", self.message, self.offset)
    }
}

impl std::error::Error for PatternError {}
