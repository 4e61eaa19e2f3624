//! What helps to find the branch of a union: the kind of the value ahead, the string in one of its members, or trial.

use crate::error::Apart;
use crate::json::Kind;
use crate::read::buffered::Buffered;
use crate::read::value::kind_of;
use crate::read::{OnItem, Reader, Source};
use crate::rules::{self, RuleSet};
use crate::validate::{At, Report};
use crate::{Error, Fail, Number, Value};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The branches of a union that were tried in vain, and how far each one came.
#[derive(Default)]
pub struct Trials(Vec<(&'static str, Error)>);

impl Trials {
    /// What kinds the branches want, where the value is of none of them.
    fn kinds(&self) -> Option<String> {
        let (mut wanted, mut there): (Vec<&str>, &str) = (Vec::new(), "");
        for (_, error) in &self.0 {
            match (error.depth(), error.apart()) {
                (0, Apart::Kind { expected, found }) => {
                    there = found;
                    if !wanted.contains(&expected.as_str()) {
                        wanted.push(expected);
                    }
                }
                (_, Apart::Kind { .. } | Apart::Missing(_) | Apart::Other) => return None,
            }
        }
        let (last, others) = wanted.split_last()?;
        let or = if others.is_empty() { "" } else { " or " };
        Some(format!("expected {}{or}{last}, found {there}", others.join(", ")))
    }
}

/// How close a branch came: how deep into the value, then how far from what is wanted there.
fn rank(error: &Error) -> (usize, Reverse<&Apart>) {
    (error.depth(), Reverse(error.apart()))
}

/// What is known not to be readable: by the address of a buffered value, that of the function that reads the branches
/// of a union, and the index of the branch.
///
/// Unions by trial inside unions by trial would otherwise read the same value a number of times that is exponential
/// in the depth. The addresses of values stay good while the buffered value is borrowed; a new one begins a new memo.
/// Two types may share a function, then they read the same.
#[derive(Default)]
pub(super) struct Memo {
    failures: Option<Box<Failures>>,
    /// Which rules hold for which of its parts.
    verdicts: Option<Box<rules::Memo>>,
}

type Failures = BTreeMap<(usize, usize, usize), Error>;

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

    /// Reads a buffered value as the branch `name` of a union, which `read` does when it is told the index of the branch.
    /// False where it is not of that branch: `trials` knows why. `function` stands for what reads the union.
    pub(crate) fn attempt(
        &mut self,
        value: &Value,
        (function, index): (usize, usize),
        name: &'static str,
        trials: &mut Trials,
        read: &mut dyn FnMut(usize, &mut Reader<'_>) -> Result<(), Fail>,
    ) -> bool {
        let key = (std::ptr::from_ref(value).addr(), function, index);
        let known = self.memo.failures.as_ref().and_then(|failures| failures.get(&key)).cloned();
        let failed = match known {
            Some(error) => Some(error),
            None => self.nested(value, &mut |reader| read(index, reader)).err().inspect(|error| {
                self.memo.failures.get_or_insert_default().insert(key, error.clone());
            }),
        };
        match failed {
            None => true,
            Some(error) => {
                trials.0.push((name, error));
                false
            }
        }
    }

    /// Whether a rule holds for a buffered value. Unions inside of it ask the same of its parts, so that is remembered.
    pub(crate) fn holds(&mut self, value: &Value, set: &'static RuleSet, rule: u32) -> bool {
        let verdicts = self.memo.verdicts.get_or_insert_default();
        let address = set.address(rule);
        if let Some(held) = verdicts.recall(address, value, None) {
            return held;
        }
        let mut silent = Report::silent();
        let held = set.holds(rule, value, &rules::Scope::remembering(verdicts), &At::ROOT, &mut silent);
        // What cannot be decided is a violation, which `validate` finds once more.
        if silent.is_undecided() {
            return false;
        }
        verdicts.keep(address, value, held, rules::Seen::new());
        held
    }

    /// The error that no branch takes the value, with the one that came closest and why it does not.
    #[cold]
    pub fn no_branch(&mut self, keyword: &'static str, trials: Trials) -> Fail {
        let offset = self.offset();
        if let Some(expected) = trials.kinds() {
            return self.fail(format!("no branch of `{keyword}` takes the value: {expected}"));
        }
        let mut closest: Option<(&'static str, Error)> = None;
        for (name, error) in trials.0 {
            if closest.as_ref().is_none_or(|(_, best)| rank(&error) > rank(best)) {
                closest = Some((name, error));
            }
        }
        match closest {
            None => self.fail(format!("no branch of `{keyword}` takes the value")),
            Some((name, mut error)) => {
                error.explain(&format!("no branch of `{keyword}` takes the value; closest is {name}: "));
                error.set_offset(offset);
                self.put(error)
            }
        }
    }

    /// Reads a buffered value with a reader of its own, which shares the memo of this one.
    fn nested(&mut self, value: &Value, read: &mut OnItem<'_>) -> Result<(), Error> {
        let mut reader = Reader::new(Source::Value(Some(Buffered::Borrowed(value))), None, self.depth);
        reader.memo = std::mem::take(&mut self.memo);
        reader.veiled = self.veiled;
        let result = read(&mut reader);
        self.memo = std::mem::take(&mut reader.memo);
        result.map_err(|fail| reader.take_error(fail))
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
