//! What helps to find the branch of a union: the kind of the value ahead, the string in one of its members.

use crate::json::Kind;
use crate::read::buffered::Buffered;
use crate::read::trial::Memo;
use crate::read::value::kind_of;
use crate::read::{Reader, Source};
use crate::{Fail, Number, Value};
use std::borrow::Cow;

impl<'de> Reader<'de> {
    /// The kind of the value ahead, which stays ahead.
    ///
    /// # Errors
    /// Where no value stands there.
    pub fn peek_kind(&mut self) -> Result<Kind, Fail> {
        self.hold()?;
        match &mut self.source {
            Source::Text(scanner) => {
                let kind = match scanner.begin() {
                    Some(b'n') => Kind::Null,
                    Some(b't' | b'f') => Kind::Boolean,
                    Some(b'"') => Kind::String,
                    Some(b'[') => Kind::Array,
                    Some(b'{') => Kind::Object,
                    Some(b'-' | b'0'..=b'9') => {
                        let start = scanner.at();
                        match scanner.number() {
                            Ok(digits) => {
                                scanner.go(start);
                                let whole =
                                    digits.plain || Number::new(digits.text).is_some_and(|number| number.is_integer());
                                if whole { Kind::Integer } else { Kind::Fraction }
                            }
                            Err(error) => return Err(self.put(error)),
                        }
                    }
                    Some(_) | None => {
                        let error = scanner.unexpected("a value");
                        return Err(self.put(error));
                    }
                };
                Ok(kind)
            }
            Source::Value(Some(value)) => Ok(Kind::of(value)),
            Source::Value(None) | Source::Serde(_) => Err(self.fail("the value was read already")),
        }
    }

    /// The string in the member `name` of the object ahead, wherever it stands in it. The object stays ahead. [`None`]
    /// where it is no object, has no such member, or something else than a string in it.
    ///
    /// # Errors
    /// Where no value stands there.
    pub fn peek_member(&mut self, name: &str) -> Result<Option<Cow<'de, str>>, Fail> {
        self.hold()?;
        match &mut self.source {
            Source::Text(_) => self.member_of_text(name),
            Source::Value(Some(Buffered::Borrowed(value))) => {
                Ok(value.get(name).and_then(Value::as_str).map(Cow::Borrowed))
            }
            Source::Value(Some(Buffered::Owned(value))) => {
                Ok(value.get(name).and_then(Value::as_str).map(|text| Cow::Owned(text.to_owned())))
            }
            Source::Value(None) | Source::Serde(_) => Ok(None),
        }
    }

    /// The error that no branch takes what stands ahead: `expected a string or an array, found null`.
    #[cold]
    pub fn unexpected(&mut self, expected: &str) -> Fail {
        match &mut self.source {
            Source::Text(scanner) => {
                scanner.begin();
                let error = scanner.unexpected(expected);
                self.put(error)
            }
            Source::Value(Some(value)) => {
                let found = kind_of(value);
                self.mismatch(expected, found)
            }
            Source::Value(None) | Source::Serde(_) => self.fail(format!("expected {expected}")),
        }
    }

    /// The error that the string in `member` belongs to no branch.
    #[cold]
    pub fn unknown_tag(&mut self, member: &str, known: &[&str], found: Option<&str>) -> Fail {
        let known = known.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
        match (self.peek_kind(), found) {
            (Err(fail), _) => fail,
            (Ok(Kind::Object), Some(found)) => {
                let found: String = found.chars().take(60).collect();
                self.fail(format!("member `{member}` must be one of {known}, found `{}`", found.escape_debug()))
            }
            (Ok(Kind::Object), None) => self.fail(format!("member `{member}` must be there and one of {known}")),
            (Ok(_), _) => self.unexpected(&format!("an object with a member `{member}`")),
        }
    }

    /// The value ahead, consumed, to try the branches of a union on. Borrowed where it was a buffered one already.
    ///
    /// # Errors
    /// Where no value stands there.
    pub fn buffer(&mut self) -> Result<Buffered<'de>, Fail> {
        if let Source::Value(value) = &mut self.source
            && let Some(value) = value.take()
        {
            if let Buffered::Owned(_) = &value {
                self.memo = Memo::default();
            }
            return Ok(value);
        }
        self.memo = Memo::default();
        let mark = self.offset_ahead();
        let value = self.value()?;
        if let (Source::Text(scanner), Some(mark)) = (&mut self.source, mark) {
            scanner.mark = mark;
        }
        Ok(Buffered::own(value))
    }

    /// A value out of serde is held, so that it can be looked at.
    fn hold(&mut self) -> Result<(), Fail> {
        if let Source::Serde(_) = &self.source {
            let value = self.value()?;
            self.source = Source::Value(Some(Buffered::own(value)));
        }
        Ok(())
    }

    fn offset_ahead(&mut self) -> Option<usize> {
        match &mut self.source {
            Source::Text(scanner) => {
                scanner.begin();
                Some(scanner.mark)
            }
            Source::Value(_) | Source::Serde(_) => None,
        }
    }
}
