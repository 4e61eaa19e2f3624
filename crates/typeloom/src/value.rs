//! Any JSON value.

use crate::Number;
use std::collections::BTreeMap;

/// Any JSON value, numbers kept exactly.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Value {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object. Order does not matter in JSON; members are sorted by name.
    Object(BTreeMap<String, Value>),
}
