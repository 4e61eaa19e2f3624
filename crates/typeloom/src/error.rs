//! What went wrong while reading or writing, and where.

use crate::shown::Shown;
use crate::validate::{Violations, push_index, push_name};
use std::borrow::Cow;
use std::fmt;

/// A marker: it failed, and the reader or writer knows why.
///
/// Zero-sized, so that results on the fast path stay small. The [`Error`] stays where it was made until the outermost
/// call takes it out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fail(pub(crate) ());

/// Why JSON could not be read or a value not be written.
///
/// Printed: `expected a string, found null at /user/email, line 3 column 7`.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    message: String,
    /// Whether the message shows nothing of the value.
    plain: bool,
    /// Steps from the innermost outwards: pushed while the calls return.
    steps: Vec<Step>,
    offset: Option<usize>,
    apart: Apart,
    position: Option<(usize, usize)>,
    violations: Option<Violations>,
    pointer: String,
}

#[derive(Clone)]
enum Step {
    Member(String),
    Index(usize),
}

/// How far the value at the place is from what is wanted there: of the branches of a union, the closest one is told.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Apart {
    /// It is of the right kind.
    Other,
    /// It lacks so many members.
    Missing(usize),
    /// It is of another kind.
    Kind {
        /// `an object`
        expected: String,
        /// `a string`
        found: String,
    },
}

impl Error {
    /// A message that was not put together shows nothing of the value.
    pub(crate) fn new(message: impl Into<Cow<'static, str>>, offset: Option<usize>) -> Error {
        let message = message.into();
        Error(Box::new(Inner {
            plain: matches!(message, Cow::Borrowed(_)),
            message: message.into_owned(),
            steps: Vec::new(),
            offset,
            apart: Apart::Other,
            position: None,
            violations: None,
            pointer: String::new(),
        }))
    }

    /// The message was put together, but of nothing that the value holds: names and kinds.
    pub(crate) fn of_words(mut self) -> Error {
        self.0.plain = true;
        self
    }

    /// The same about a secret.
    pub(crate) fn veiled(mut self) -> Error {
        if !self.0.plain && self.0.violations.is_none() {
            "expected another value than the secret that is here".clone_into(&mut self.0.message);
            self.0.plain = true;
        }
        self
    }

    pub(crate) fn with_violations(mut self, violations: Violations) -> Error {
        self.0.violations = Some(violations);
        self
    }

    pub(crate) fn push_member(&mut self, name: &str) {
        self.0.steps.push(Step::Member(name.to_owned()));
    }

    pub(crate) fn push_index(&mut self, index: usize) {
        self.0.steps.push(Step::Index(index));
    }

    /// Puts what is known about the place into its final form. `text` is the input as a whole, if there is one.
    pub(crate) fn finish(mut self, text: Option<&str>) -> Error {
        let mut pointer = String::new();
        for step in self.0.steps.iter().rev() {
            match step {
                Step::Member(name) => push_name(&mut pointer, name),
                Step::Index(index) => push_index(&mut pointer, *index),
            }
        }
        self.0.pointer = pointer;
        if let (Some(text), Some(offset)) = (text, self.0.offset) {
            self.0.position = Some(position(text, offset));
        }
        self
    }

    /// Says first what the error means for what surrounds the place.
    pub(crate) fn explain(&mut self, first: &str) {
        // Unions inside unions would else make it longer and longer.
        if self.0.message.len() < 300 {
            self.0.message.insert_str(0, first);
        }
    }

    pub(crate) fn set_offset(&mut self, offset: Option<usize>) {
        self.0.offset = offset;
    }

    pub(crate) fn with_apart(mut self, apart: Apart) -> Error {
        self.0.apart = apart;
        self
    }

    pub(crate) fn apart(&self) -> &Apart {
        &self.0.apart
    }

    /// How many steps down from the value that was read the place is.
    pub(crate) fn depth(&self) -> usize {
        self.0.steps.len()
    }

    /// What was expected and what was found, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// JSON Pointer of the place: `/user/email`. Empty for the value as a whole, and for text that is not JSON at its
    /// outermost level.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The line of the place, from 1, where text was read.
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|(line, _)| line)
    }

    /// The column of the place in characters, from 1, where text was read.
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|(_, column)| column)
    }

    /// The violations, where a [`Valid`](crate::Valid) was read and the value is not.
    pub fn violations(&self) -> Option<&Violations> {
        self.0.violations.as_ref()
    }
}

/// Line and column of a byte offset.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut start = offset.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = 1 + before.bytes().filter(|&byte| byte == b'\n').count();
    (line, 1 + before[line_start..].chars().count())
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.violations {
            // They print themselves, in lines.
            Some(_) => f.write_str(&self.0.message)?,
            None => Shown(&self.0.message).fmt(f)?,
        }
        let pointer = Shown(&self.0.pointer);
        match (pointer.0.is_empty(), self.0.position) {
            (true, None) => Ok(()),
            (true, Some((line, column))) => write!(f, " at line {line} column {column}"),
            (false, None) => write!(f, " at {pointer}"),
            (false, Some((line, column))) => write!(f, " at {pointer}, line {line} column {column}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?})", self.to_string())
    }
}

impl std::error::Error for Error {}
