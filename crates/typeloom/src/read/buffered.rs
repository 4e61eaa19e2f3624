//! A value that was read before it was known what to make of it. It may hold secrets, so it is wiped when it is dropped,
//! and so is what is left of it where it was taken apart.

use crate::Value;
use std::collections::{BTreeMap, btree_map};
use std::ops::Deref;
use std::vec;
use zeroize::Zeroize;

/// A value in memory to read from.
pub enum Buffered<'de> {
    /// Somebody else's.
    Borrowed(&'de Value),
    /// Nobody else's.
    Owned(Wiped<Value>),
}

impl Buffered<'_> {
    pub(crate) fn own(value: Value) -> Buffered<'static> {
        Buffered::Owned(Wiped(value))
    }

    pub(crate) fn into_owned(self) -> Value {
        match self {
            Buffered::Borrowed(value) => value.clone(),
            Buffered::Owned(value) => value.take(),
        }
    }
}

impl Deref for Buffered<'_> {
    type Target = Value;

    fn deref(&self) -> &Value {
        match self {
            Buffered::Borrowed(value) => value,
            Buffered::Owned(value) => value,
        }
    }
}

/// Wiped when it is dropped.
#[derive(Debug, Default)]
pub struct Wiped<T: Zeroize>(pub(crate) T);

impl<T: Zeroize + Default> Wiped<T> {
    /// What is inside, from now on wiped by nobody.
    pub(crate) fn take(mut self) -> T {
        std::mem::take(&mut self.0)
    }
}

impl<T: Zeroize> Deref for Wiped<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> Drop for Wiped<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// The value, where all of it was read; else what there is of it is wiped.
pub(crate) fn all_or_wiped<E>(read: Result<(), E>, value: Value) -> Result<Value, E> {
    let value = Wiped(value);
    read.map(|()| value.take())
}

/// The items of an array, one after the other; those that nobody asked for are wiped.
pub(crate) struct Items(vec::IntoIter<Value>);

impl Items {
    pub(crate) fn of(items: Vec<Value>) -> Items {
        Items(items.into_iter())
    }
}

impl Iterator for Items {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        self.0.next()
    }
}

impl Drop for Items {
    fn drop(&mut self) {
        self.0.by_ref().for_each(|mut item| item.zeroize());
    }
}

/// The members of an object, one after the other; those that nobody asked for are wiped.
pub(crate) struct Entries(btree_map::IntoIter<String, Value>);

impl Entries {
    pub(crate) fn of(members: BTreeMap<String, Value>) -> Entries {
        Entries(members.into_iter())
    }
}

impl Iterator for Entries {
    type Item = (String, Value);

    fn next(&mut self) -> Option<(String, Value)> {
        self.0.next()
    }
}

impl Drop for Entries {
    fn drop(&mut self) {
        self.0.by_ref().for_each(|(_, mut value)| value.zeroize());
    }
}
