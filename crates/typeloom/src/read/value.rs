//! Arrays and objects out of a [`Value`], borrowed or owned.

use crate::error::Apart;
use crate::read::buffered::{Buffered, Entries, Items, Wiped};
use crate::read::record::Mask;
use crate::read::{OnItem, OnMember, Reader, Source};
use crate::typed::{Record, State};
use crate::{Error, Fail, Value};
use std::collections::BTreeMap;

/// What reads a member of an object, given its name, with the reader of the object.
type Member<'m, 'de> = dyn FnMut(&str, &mut Reader<'de>) -> Result<(), Fail> + 'm;

impl<'de> Reader<'de> {
    pub(super) fn object_of_value(&mut self, record: &'static Record, state: &mut dyn State) -> Result<(), Fail> {
        let mut seen = Mask::new(record.names.len());
        let mut next = 0;
        self.members(&mut |name, reader| reader.entry(name, record, state, &mut seen, &mut next))?;
        self.complete(&seen, record)
    }

    /// Not a part of its caller, which is on the stack while members are read.
    #[inline(never)]
    fn complete(&mut self, seen: &Mask, record: &'static Record) -> Result<(), Fail> {
        match seen.missing(record) {
            None => Ok(()),
            Some((message, count)) => {
                let error = Error::new(message, self.offset()).of_words().with_apart(Apart::Missing(count));
                Err(self.put(error))
            }
        }
    }

    pub(super) fn map_of_value(&mut self, member: &mut OnMember<'_>) -> Result<(), Fail> {
        self.members(&mut |name, reader| member(name, reader).map_err(|fail| reader.in_member(name, fail)))
    }

    fn members(&mut self, member: &mut Member<'_, 'de>) -> Result<(), Fail> {
        self.enter()?;
        match self.borrowed_value() {
            Some(Value::Object(members)) => self.borrowed(members, member)?,
            _ => self.own_members(member)?,
        }
        self.leave();
        Ok(())
    }

    /// Not a part of its caller, which is on the stack while members are read.
    #[inline(never)]
    fn own_members(&mut self, member: &mut Member<'_, 'de>) -> Result<(), Fail> {
        match self.take_value() {
            Some(Buffered::Owned(value)) => match value.take() {
                Value::Object(members) => self.owned(members, member),
                other => Err(self.not("an object", Some(&Wiped(other)))),
            },
            other => Err(self.not("an object", other.as_deref())),
        }
    }

    fn borrowed(&mut self, members: &'de BTreeMap<String, Value>, member: &mut Member<'_, 'de>) -> Result<(), Fail> {
        for (name, value) in members {
            self.stand_at(Buffered::Borrowed(value));
            member(name, self)?;
        }
        Ok(())
    }

    fn owned(&mut self, members: BTreeMap<String, Value>, member: &mut Member<'_, 'de>) -> Result<(), Fail> {
        for (name, value) in Entries::of(members) {
            self.stand_at(Buffered::own(value));
            member(&name, self)?;
        }
        Ok(())
    }

    pub(super) fn array_of_value(&mut self, item: &mut OnItem<'_>) -> Result<(), Fail> {
        self.enter()?;
        match self.borrowed_value() {
            Some(Value::Array(items)) => self.borrowed_items(items, item)?,
            _ => self.own_items(item)?,
        }
        self.leave();
        Ok(())
    }

    /// Not a part of its caller, which is on the stack while items are read.
    #[inline(never)]
    fn own_items(&mut self, item: &mut OnItem<'_>) -> Result<(), Fail> {
        match self.take_value() {
            Some(Buffered::Owned(value)) => match value.take() {
                Value::Array(items) => self.owned_items(items, item),
                other => Err(self.not("an array", Some(&Wiped(other)))),
            },
            other => Err(self.not("an array", other.as_deref())),
        }
    }

    fn borrowed_items(&mut self, items: &'de [Value], item: &mut OnItem<'_>) -> Result<(), Fail> {
        for (index, value) in items.iter().enumerate() {
            self.stand_at(Buffered::Borrowed(value));
            item(self).map_err(|fail| self.in_item(index, fail))?;
        }
        Ok(())
    }

    fn owned_items(&mut self, items: Vec<Value>, item: &mut OnItem<'_>) -> Result<(), Fail> {
        for (index, value) in Items::of(items).enumerate() {
            self.stand_at(Buffered::own(value));
            item(self).map_err(|fail| self.in_item(index, fail))?;
        }
        Ok(())
    }

    fn stand_at(&mut self, value: Buffered<'de>) {
        self.source = Source::Value(Some(value));
    }

    /// The value ahead, where it is somebody else's. It stays ahead.
    fn borrowed_value(&self) -> Option<&'de Value> {
        match &self.source {
            Source::Value(Some(Buffered::Borrowed(value))) => Some(value),
            Source::Value(Some(Buffered::Owned(_)) | None) | Source::Text(_) | Source::Serde(_) => None,
        }
    }

    fn take_value(&mut self) -> Option<Buffered<'de>> {
        match &mut self.source {
            Source::Value(value) => value.take(),
            Source::Text(_) | Source::Serde(_) => None,
        }
    }

    fn leave(&mut self) {
        self.depth -= 1;
        self.source = Source::Value(None);
    }

    #[cold]
    fn not(&mut self, expected: &str, value: Option<&Value>) -> Fail {
        self.mismatch(expected, value.map_or("nothing", kind_of))
    }
}

/// The kind of a value, for messages.
pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
