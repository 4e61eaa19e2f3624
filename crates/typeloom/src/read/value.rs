//! Arrays and objects out of a [`Value`], borrowed or owned.

use crate::error::Apart;
use crate::read::buffered::{Buffered, Entries, Items, Wiped};
use crate::read::record::{AnyMembers, Mask};
use crate::read::{OnItem, OnMember, Reader, Record, Source};
use crate::{Error, Fail, Value};

impl<'de> Reader<'de> {
    pub(super) fn object_of_value(
        &mut self,
        value: Option<Buffered<'de>>,
        record: &'static Record,
        members: &mut AnyMembers<'_>,
    ) -> Result<(), Fail> {
        let mut seen = Mask::new(record.names.len());
        self.members(value, &mut |name, reader| reader.entry(name, record, members, &mut seen))?;
        match seen.missing(record) {
            None => Ok(()),
            Some((message, count)) => {
                let error = Error::new(message, self.offset()).of_words().with_apart(Apart::Missing(count));
                Err(self.put(error))
            }
        }
    }

    pub(super) fn map_of_value(&mut self, value: Option<Buffered<'de>>, member: &mut OnMember<'_>) -> Result<(), Fail> {
        self.members(value, &mut |name, reader| member(name, reader).map_err(|fail| reader.in_member(name, fail)))
    }

    fn members(
        &mut self,
        value: Option<Buffered<'de>>,
        member: &mut dyn FnMut(&str, &mut Self) -> Result<(), Fail>,
    ) -> Result<(), Fail> {
        self.enter()?;
        match value {
            Some(Buffered::Borrowed(Value::Object(members))) => {
                for (name, value) in members {
                    self.source = Source::Value(Some(Buffered::Borrowed(value)));
                    member(name, self)?;
                }
            }
            Some(Buffered::Owned(value)) => match value.take() {
                Value::Object(members) => {
                    for (name, value) in Entries::of(members) {
                        self.source = Source::Value(Some(Buffered::own(value)));
                        member(&name, self)?;
                    }
                }
                other => return Err(self.not("an object", Some(&Wiped(other)))),
            },
            other => return Err(self.not("an object", other.as_deref())),
        }
        self.depth -= 1;
        self.source = Source::Value(None);
        Ok(())
    }

    pub(super) fn array_of_value(&mut self, value: Option<Buffered<'de>>, item: &mut OnItem<'_>) -> Result<(), Fail> {
        self.enter()?;
        match value {
            Some(Buffered::Borrowed(Value::Array(items))) => {
                for (index, value) in items.iter().enumerate() {
                    self.source = Source::Value(Some(Buffered::Borrowed(value)));
                    item(self).map_err(|fail| self.in_item(index, fail))?;
                }
            }
            Some(Buffered::Owned(value)) => match value.take() {
                Value::Array(items) => {
                    for (index, value) in Items::of(items).enumerate() {
                        self.source = Source::Value(Some(Buffered::own(value)));
                        item(self).map_err(|fail| self.in_item(index, fail))?;
                    }
                }
                other => return Err(self.not("an array", Some(&Wiped(other)))),
            },
            other => return Err(self.not("an array", other.as_deref())),
        }
        self.depth -= 1;
        self.source = Source::Value(None);
        Ok(())
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
