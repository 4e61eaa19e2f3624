//! Everything that is neither array nor object: `null`, booleans, strings and the kinds of numbers.

use crate::read::buffered::{Buffered, Wiped};
use crate::read::scan::Digits;
use crate::read::serde::Want;
use crate::read::value::kind_of;
use crate::read::{Reader, Source, Take};
use crate::{Error, Fail, Number, Value};
use std::borrow::Cow;

/// A value out of a source that is not text.
pub(crate) enum Scalar<'de> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Number(Number),
    Text(Cow<'de, str>),
    /// An array or object: what it is, for messages.
    Other(&'static str),
}

impl Scalar<'_> {
    /// The JSON kind, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Scalar::Null => "null",
            Scalar::Bool(_) => "a boolean",
            Scalar::Unsigned(_) | Scalar::Signed(_) | Scalar::Float(_) | Scalar::Number(_) => "a number",
            Scalar::Text(_) => "a string",
            Scalar::Other(kind) => kind,
        }
    }

    /// The number as written, or the kind of anything else.
    fn found(&self) -> Cow<'static, str> {
        match self {
            Scalar::Unsigned(number) => number.to_string().into(),
            Scalar::Signed(number) => number.to_string().into(),
            Scalar::Float(number) => format!("{number:?}").into(),
            Scalar::Number(number) => short(number.as_str()).into(),
            Scalar::Null | Scalar::Bool(_) | Scalar::Text(_) | Scalar::Other(_) => self.kind().into(),
        }
    }

    pub(crate) fn into_number(self) -> Result<Number, Self> {
        match self {
            Scalar::Unsigned(number) => Ok(Number::from(number)),
            Scalar::Signed(number) => Ok(Number::from(number)),
            Scalar::Float(number) => Number::new(&format!("{number:?}")).ok_or(Scalar::Float(number)),
            Scalar::Number(number) => Ok(number),
            Scalar::Null | Scalar::Bool(_) | Scalar::Text(_) | Scalar::Other(_) => Err(self),
        }
    }
}

/// A number for a message: not longer than a line.
fn short(text: &str) -> String {
    match text.get(..40) {
        Some(start) if text.len() > 40 => format!("{start}.. ({} characters)", text.len()),
        Some(_) | None => text.to_owned(),
    }
}

impl<'de> Reader<'de> {
    /// Reads `null`.
    ///
    /// # Errors
    /// Where something else stands there.
    pub fn null(&mut self) -> Result<(), Fail> {
        if let Source::Text(scanner) = &mut self.source {
            let read = match scanner.begin() {
                Some(b'n') => scanner.word("null"),
                Some(_) | None => Err(scanner.unexpected("null")),
            };
            return read.map_err(|error| self.put(error));
        }
        match self.scalar("null")? {
            Scalar::Null => Ok(()),
            other => Err(self.other("null", &other)),
        }
    }

    /// Reads `true` or `false`.
    ///
    /// # Errors
    /// Where something else stands there.
    pub fn boolean(&mut self) -> Result<bool, Fail> {
        if let Source::Text(scanner) = &mut self.source {
            let read = match scanner.begin() {
                Some(b't') => scanner.word("true").map(|()| true),
                Some(b'f') => scanner.word("false").map(|()| false),
                Some(_) | None => Err(scanner.unexpected("a boolean")),
            };
            return read.map_err(|error| self.put(error));
        }
        match self.scalar("a boolean")? {
            Scalar::Bool(boolean) => Ok(boolean),
            other => Err(self.other("a boolean", &other)),
        }
    }

    /// Reads a string.
    ///
    /// # Errors
    /// Where something else stands there.
    pub fn string(&mut self) -> Result<String, Fail> {
        if let Source::Text(scanner) = &mut self.source
            && scanner.begin() == Some(b'"')
            && let Some(plain) = scanner.plain()
        {
            return Ok(plain.to_owned());
        }
        self.text().map(Cow::into_owned)
    }

    /// Reads a string, without a copy where the source has it in one piece.
    ///
    /// # Errors
    /// Where something else stands there.
    pub fn text(&mut self) -> Result<Cow<'de, str>, Fail> {
        if let Source::Text(scanner) = &mut self.source {
            let read = match scanner.begin() {
                Some(b'"') => scanner.string(),
                Some(_) | None => Err(scanner.unexpected("a string")),
            };
            return read.map_err(|error| self.put(error));
        }
        match self.scalar("a string")? {
            Scalar::Text(text) => Ok(text),
            other => Err(self.other("a string", &other)),
        }
    }

    /// Reads a string, without a copy.
    ///
    /// # Errors
    /// Where something else stands there.
    pub fn str_with(&mut self, take: &mut dyn Take) -> Result<(), Fail> {
        if let Source::Serde(_) = &self.source {
            return self.request(Want::Text(take), "a string");
        }
        self.text().map(|text| {
            take.take_str(&text);
            if let Cow::Owned(copy) = text {
                drop(Wiped(copy));
            }
        })
    }

    /// Reads a number as it is written.
    ///
    /// # Errors
    /// Where something else stands there.
    pub fn number(&mut self) -> Result<Number, Fail> {
        if let Source::Text(_) = &self.source {
            let digits = self.digits("a number")?;
            return Ok(Number::from_grammar(digits.text));
        }
        let scalar = self.scalar("a number")?;
        scalar.into_number().map_err(|other| self.other("a number", &other))
    }

    /// Reads an integer from `min` to `max`.
    ///
    /// # Errors
    /// Where something else stands there, or the number has a fraction or is out of range.
    pub(crate) fn signed(&mut self, min: i64, max: i64) -> Result<i64, Fail> {
        const EXPECTED: &str = "an integer";
        let (read, found) = if let Source::Text(_) = &self.source {
            let digits = self.digits(EXPECTED)?;
            let plain = if digits.plain { digits.text.parse().ok() } else { None };
            let read = plain.or_else(|| Number::from_grammar(digits.text).as_i64());
            match read {
                Some(number) if number >= min && number <= max => return Ok(number),
                read => (read, short(digits.text)),
            }
        } else {
            match self.scalar(EXPECTED)? {
                Scalar::Signed(number) if number >= min && number <= max => return Ok(number),
                Scalar::Unsigned(number) if i64::try_from(number).is_ok_and(|n| n >= min && n <= max) => {
                    return Ok(number.cast_signed());
                }
                scalar => {
                    let found = scalar.found().into_owned();
                    let number = scalar.into_number().map_err(|other| self.other(EXPECTED, &other))?;
                    (number.as_i64(), found)
                }
            }
        };
        match read {
            Some(number) if number >= min && number <= max => Ok(number),
            Some(_) | None => Err(self.fail(format!("expected an integer from {min} to {max}, found {found}"))),
        }
    }

    /// Reads an integer from 0 to `max`.
    ///
    /// # Errors
    /// Where something else stands there, or the number has a fraction or is out of range.
    pub(crate) fn unsigned(&mut self, max: u64) -> Result<u64, Fail> {
        const EXPECTED: &str = "an integer";
        let (read, found) = if let Source::Text(_) = &self.source {
            let digits = self.digits(EXPECTED)?;
            let plain = if digits.plain { digits.text.parse().ok() } else { None };
            (plain.or_else(|| Number::from_grammar(digits.text).as_u64()), short(digits.text))
        } else {
            match self.scalar(EXPECTED)? {
                Scalar::Unsigned(number) if number <= max => return Ok(number),
                scalar => {
                    let found = scalar.found().into_owned();
                    let number = scalar.into_number().map_err(|other| self.other(EXPECTED, &other))?;
                    (number.as_u64(), found)
                }
            }
        };
        match read {
            Some(number) if number <= max => Ok(number),
            Some(_) | None => Err(self.fail(format!("expected an integer from 0 to {max}, found {found}"))),
        }
    }

    /// Reads a number into 64-bit floating point.
    ///
    /// # Errors
    /// Where something else stands there, where it is an integer that would be rounded, or beyond the range.
    pub(crate) fn float(&mut self) -> Result<f64, Fail> {
        if let Source::Text(_) = &self.source {
            let digits = self.digits("a number")?;
            return self.float_of(digits);
        }
        match self.scalar("a number")? {
            Scalar::Float(number) => Ok(number),
            scalar => {
                let number = scalar.into_number().map_err(|other| self.other("a number", &other))?;
                let text = number.as_str();
                self.float_of(Digits { text, plain: !text.contains(['.', 'e', 'E']) })
            }
        }
    }

    fn float_of(&mut self, digits: Digits<'_>) -> Result<f64, Fail> {
        let read = digits.text.parse::<f64>().ok().filter(|number| number.is_finite());
        let Some(number) = read else {
            return Err(self.fail(format!("{} is beyond the range of 64-bit floating point", short(digits.text))));
        };
        // What has at most 15 digits is held exactly. Of longer ones only integers must be, however they are written:
        // the nearest float of an integer is an integer.
        let exact = digits.text.len() <= 15
            || number.fract() != 0.0
            || Number::new(digits.text).is_none_or(|written| {
                !written.is_integer() || Number::try_from(number).is_ok_and(|read| read == written)
            });
        if exact {
            Ok(number)
        } else {
            Err(self.fail(format!("64-bit floating point would round the integer {}", short(digits.text))))
        }
    }

    fn digits(&mut self, expected: &'static str) -> Result<Digits<'de>, Fail> {
        let Source::Text(scanner) = &mut self.source else { return Err(self.fail("expected text")) };
        let read: Result<_, Error> = match scanner.begin() {
            Some(b'-' | b'0'..=b'9') => scanner.number(),
            Some(_) | None => Err(scanner.unexpected(expected)),
        };
        read.map_err(|error| self.put(error))
    }

    /// Reads what stands ahead in a source that is not text. `expected` is for formats that fail by themselves.
    fn scalar(&mut self, expected: &'static str) -> Result<Scalar<'de>, Fail> {
        match &mut self.source {
            Source::Text(_) => Err(self.fail("expected a value")),
            Source::Value(value) => match value.take() {
                Some(value) => Ok(scalar_of(value)),
                None => Err(self.fail("the value was read already")),
            },
            Source::Serde(_) => {
                let mut scalar = Scalar::Null;
                self.request(Want::Scalar(&mut scalar), expected)?;
                Ok(scalar)
            }
        }
    }

    #[cold]
    fn other(&mut self, expected: &str, found: &Scalar<'_>) -> Fail {
        self.mismatch(expected, found.kind())
    }
}

fn scalar_of(value: Buffered<'_>) -> Scalar<'_> {
    match value {
        Buffered::Borrowed(Value::String(text)) => Scalar::Text(Cow::Borrowed(text)),
        Buffered::Borrowed(Value::Number(number)) => Scalar::Number(number.clone()),
        Buffered::Borrowed(value) => plain(value),
        Buffered::Owned(value) => match value.take() {
            Value::String(text) => Scalar::Text(Cow::Owned(text)),
            Value::Number(number) => Scalar::Number(number),
            other => plain(&Wiped(other)),
        },
    }
}

/// What is neither text nor a number.
fn plain(value: &Value) -> Scalar<'static> {
    match value {
        Value::Null => Scalar::Null,
        Value::Bool(boolean) => Scalar::Bool(*boolean),
        Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => Scalar::Other(kind_of(value)),
    }
}
