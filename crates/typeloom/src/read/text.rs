//! Arrays and objects out of text.

use crate::read::buffered::{Wiped, all_or_wiped};
use crate::read::record::Mask;
use crate::read::scan::Scanner;
use crate::read::{OnItem, OnMember, Reader, Source, insert};
use crate::typed::{Record, State};
use crate::{Error, Fail, Number, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

impl<'de> Reader<'de> {
    /// The text behind this reader. Called only where there is one; the error is for the compiler.
    #[inline]
    fn scanner(&mut self) -> Result<&mut Scanner<'de>, Fail> {
        match &mut self.source {
            Source::Text(scanner) => Ok(scanner),
            Source::Value(_) | Source::Serde(_) => Err(Fail(())),
        }
    }

    pub(super) fn object_of_text(&mut self, record: &'static Record, state: &mut dyn State) -> Result<(), Fail> {
        let start = self.open(b'{', "an object")?;
        let mut seen = Mask::new(record.names.len());
        let (mut first, mut next) = (true, 0);
        while let Some(name) = self.next_name(&mut first)? {
            self.entry(&name, record, state, &mut seen, &mut next)?;
        }
        self.close(start)?;
        match seen.missing(record) {
            None => Ok(()),
            Some((message, _)) => {
                let error = Error::new(message, self.offset());
                Err(self.put(error.of_words()))
            }
        }
    }

    pub(super) fn map_of_text(&mut self, member: &mut OnMember<'_>) -> Result<(), Fail> {
        let start = self.open(b'{', "an object")?;
        let mut first = true;
        while let Some(name) = self.next_name(&mut first)? {
            member(&name, self).map_err(|fail| self.in_member(&name, fail))?;
        }
        self.close(start)
    }

    pub(super) fn array_of_text(&mut self, item: &mut OnItem<'_>) -> Result<(), Fail> {
        let start = self.open(b'[', "an array")?;
        let mut index = 0;
        while self.next_item(index)? {
            item(self).map_err(|fail| self.in_item(index, fail))?;
            index += 1;
        }
        self.close(start)
    }

    pub(super) fn value_of_text(&mut self) -> Result<Value, Fail> {
        let scanner = self.scanner()?;
        let read: Result<Value, Error> = match scanner.begin() {
            Some(b'"') => scanner.string().map(|text| Value::String(text.into_owned())),
            Some(b'-' | b'0'..=b'9') => match scanner.number() {
                Ok(digits) => Ok(Value::Number(Number::from_grammar(digits.text))),
                Err(error) => Err(error),
            },
            Some(b'{') => {
                let mut members = BTreeMap::new();
                let read = self.map_of_text(&mut |name, reader| insert(&mut members, name, reader));
                return all_or_wiped(read, Value::Object(members));
            }
            Some(b'[') => {
                let mut items = Vec::new();
                let read = self.array_of_text(&mut |reader| {
                    items.push(reader.value()?);
                    Ok(())
                });
                return all_or_wiped(read, Value::Array(items));
            }
            Some(b'n') => scanner.word("null").map(|()| Value::Null),
            Some(b't') => scanner.word("true").map(|()| Value::Bool(true)),
            Some(b'f') => scanner.word("false").map(|()| Value::Bool(false)),
            Some(_) | None => Err(scanner.unexpected("a value")),
        };
        read.map_err(|error| self.put(error))
    }

    /// Steps into an array or object and returns where it begins.
    #[inline]
    fn open(&mut self, bracket: u8, expected: &'static str) -> Result<usize, Fail> {
        let scanner = self.scanner()?;
        if scanner.begin() != Some(bracket) {
            let error = scanner.unexpected(expected);
            return Err(self.put(error));
        }
        let start = scanner.mark;
        scanner.bump();
        self.enter()?;
        Ok(start)
    }

    /// Leaves an array or object, of which the closing bracket was read. It is again what errors are about.
    #[inline]
    fn close(&mut self, start: usize) -> Result<(), Fail> {
        self.depth -= 1;
        self.scanner()?.mark = start;
        Ok(())
    }

    /// The name of the next member, its colon read too; [`None`] after the last one.
    #[inline]
    fn next_name(&mut self, first: &mut bool) -> Result<Option<Cow<'de, str>>, Fail> {
        let scanner = self.scanner()?;
        match next_name(scanner, std::mem::replace(first, false)) {
            Ok(name) => Ok(name),
            Err(error) => Err(self.put(error)),
        }
    }

    /// Whether another item follows; the comma before it or the bracket after the last one are read.
    #[inline]
    fn next_item(&mut self, index: usize) -> Result<bool, Fail> {
        let scanner = self.scanner()?;
        match next_item(scanner, index == 0) {
            Ok(more) => Ok(more),
            Err(error) => Err(self.put(error)),
        }
    }

    /// The string in the member `name` of the object ahead, without reading either.
    pub(super) fn member_of_text(&mut self, name: &str) -> Result<Option<Cow<'de, str>>, Fail> {
        let scanner = self.scanner()?;
        if scanner.begin() != Some(b'{') {
            return Ok(None);
        }
        let start = scanner.at();
        scanner.bump();
        match find(scanner, name) {
            Ok(found) => {
                scanner.go(start);
                Ok(found)
            }
            Err(error) => Err(self.put(error)),
        }
    }
}

#[inline]
fn next_name<'de>(scanner: &mut Scanner<'de>, first: bool) -> Result<Option<Cow<'de, str>>, Error> {
    match scanner.begin() {
        Some(b'}') => {
            scanner.bump();
            return Ok(None);
        }
        Some(b'"') if first => {}
        Some(b',') if !first => {
            scanner.bump();
            if scanner.begin() != Some(b'"') {
                return Err(scanner.unexpected("a member name in quotes"));
            }
        }
        Some(_) | None if first => return Err(scanner.unexpected("a member name in quotes or `}`")),
        Some(_) | None => return Err(scanner.unexpected("`,` or `}`")),
    }
    let name = scanner.string()?;
    if scanner.peek() != Some(b':') {
        return Err(scanner.unexpected("`:`"));
    }
    scanner.bump();
    Ok(Some(name))
}

#[inline]
fn next_item(scanner: &mut Scanner<'_>, first: bool) -> Result<bool, Error> {
    match scanner.peek() {
        Some(b']') => {
            scanner.bump();
            Ok(false)
        }
        Some(b',') if !first => {
            scanner.bump();
            Ok(true)
        }
        Some(_) if first => Ok(true),
        Some(_) | None => Err(scanner.unexpected("`,` or `]`")),
    }
}

/// Looks for a member in an object, of which the opening bracket was read.
fn find<'de>(scanner: &mut Scanner<'de>, wanted: &str) -> Result<Option<Cow<'de, str>>, Error> {
    let mut first = true;
    while let Some(name) = next_name(scanner, first)? {
        first = false;
        let next = scanner.begin();
        if name == wanted {
            return if next == Some(b'"') { scanner.string().map(Some) } else { Ok(None) };
        }
        skip(scanner)?;
    }
    Ok(None)
}

/// Looks over one value. Not recursive; whether brackets match is for the reading proper to see.
fn skip(scanner: &mut Scanner<'_>) -> Result<(), Error> {
    let mut depth = 0_usize;
    loop {
        match scanner.peek() {
            // Perhaps a secret, of which escapes make a copy.
            Some(b'"') => {
                if let Cow::Owned(copy) = scanner.string()? {
                    drop(Wiped(copy));
                }
            }
            Some(b'{' | b'[') => {
                depth += 1;
                scanner.bump();
                continue;
            }
            Some(b'}' | b']') if depth > 0 => {
                depth -= 1;
                scanner.bump();
            }
            Some(b',' | b':') if depth > 0 => {
                scanner.bump();
                continue;
            }
            Some(b'-' | b'0'..=b'9') => {
                scanner.number()?;
            }
            Some(b'n') => scanner.word("null")?,
            Some(b't') => scanner.word("true")?,
            Some(b'f') => scanner.word("false")?,
            Some(_) | None => return Err(scanner.unexpected("a value")),
        }
        if depth == 0 {
            return Ok(());
        }
    }
}
