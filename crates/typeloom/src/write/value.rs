//! Builds a [`Value`] out of what is written.

use crate::Value;
use crate::read::Wiped;
use crate::write::{Sink, Write, Writer};
use std::collections::BTreeMap;
use zeroize::Zeroize;

/// The value as a JSON value, for rules that look at values. A number that JSON cannot say becomes `null`.
///
/// Wiped when it is dropped: it may hold secrets.
pub fn value_of<T: Write + ?Sized>(value: &T) -> Wiped<Value> {
    let mut writer = Writer::new(Sink::Value(Builder::new(true)), 0);
    Wiped(match value.write(&mut writer) {
        Ok(()) => writer.into_value(),
        // Too deep to have been read.
        Err(_) => Value::Null,
    })
}

/// A value that grows.
pub(super) struct Builder {
    /// The arrays and objects that were begun.
    open: Vec<Open>,
    done: Value,
    lenient: bool,
}

enum Open {
    Array(Vec<Value>),
    /// The members, and the name of the next one.
    Object(BTreeMap<String, Value>, String),
}

impl Builder {
    pub(super) fn new(lenient: bool) -> Builder {
        Builder { open: Vec::new(), done: Value::Null, lenient }
    }

    pub(super) fn lenient(&self) -> bool {
        self.lenient
    }

    pub(super) fn finish(mut self) -> Value {
        std::mem::take(&mut self.done)
    }

    pub(super) fn put(&mut self, value: Value) {
        match self.open.last_mut() {
            None => self.done = value,
            Some(Open::Array(items)) => items.push(value),
            Some(Open::Object(members, name)) => {
                members.insert(std::mem::take(name), value);
            }
        }
    }

    pub(super) fn array(&mut self) {
        self.open.push(Open::Array(Vec::new()));
    }

    pub(super) fn object(&mut self) {
        self.open.push(Open::Object(BTreeMap::new(), String::new()));
    }

    pub(super) fn name(&mut self, next: &str) {
        if let Some(Open::Object(_, name)) = self.open.last_mut() {
            next.clone_into(name);
        }
    }

    pub(super) fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Array(items)) => self.put(Value::Array(items)),
            Some(Open::Object(members, _)) => self.put(Value::Object(members)),
            None => {}
        }
    }
}

/// Something is left only where writing has failed.
impl Drop for Builder {
    fn drop(&mut self) {
        self.done.zeroize();
        for open in &mut self.open {
            match open {
                Open::Array(items) => items.iter_mut().for_each(Value::zeroize),
                Open::Object(members, _) => members.values_mut().for_each(Value::zeroize),
            }
        }
    }
}
