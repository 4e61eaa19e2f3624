//! Any JSON value.

use crate::sensitive::Members;
use crate::{Error, Number, from_str};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroize;

/// Any JSON value, numbers kept exactly.
///
/// Two values are equal when JSON Schema says so: numbers by their mathematical value (`1 == 1.0`), objects whatever
/// the order of their members.
///
/// Printed with `{:?}` it hides what stands under a name that is known for secrets, at any depth. [`Display`](fmt::Display)
/// writes everything: it is JSON.
///
/// ```
/// use typeloom::Value;
/// let value: Value = r#"{"id": 7.0, "tags": ["a"]}"#.parse()?;
/// assert_eq!(value.get("id"), Some(&Value::from(7)));
/// assert_eq!(value.to_string(), r#"{"id":7.0,"tags":["a"]}"#);
/// # Ok::<(), typeloom::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub enum Value {
    /// `null`
    #[default]
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

impl Value {
    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(boolean) = self { Some(*boolean) } else { None }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<&Number> {
        if let Value::Number(number) = self { Some(number) } else { None }
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(string) = self { Some(string) } else { None }
    }

    /// The items, if it is an array.
    pub fn as_array(&self) -> Option<&[Value]> {
        if let Value::Array(items) = self { Some(items) } else { None }
    }

    /// The members, if it is an object.
    pub fn as_object(&self) -> Option<&BTreeMap<String, Value>> {
        if let Value::Object(members) = self { Some(members) } else { None }
    }

    /// The member `name`, if it is an object that has one.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }

    /// The value at a JSON Pointer (RFC 6901): `/user/emails/0`. The empty pointer is the value itself.
    pub fn pointer(&self, pointer: &str) -> Option<&Value> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer.strip_prefix('/')?.split('/').try_fold(self, |value, step| match value {
            Value::Object(members) => members.get(&step.replace("~1", "/").replace("~0", "~")),
            Value::Array(items) if step == "0" || !step.starts_with(['0', '+']) => {
                items.get(step.parse::<usize>().ok()?)
            }
            Value::Array(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        })
    }
}

/// What is there, but for what stands under a name that is known for secrets.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("Null"),
            Value::Bool(boolean) => f.debug_tuple("Bool").field(boolean).finish(),
            Value::Number(number) => f.debug_tuple("Number").field(number).finish(),
            Value::String(string) => f.debug_tuple("String").field(string).finish(),
            Value::Array(items) => f.debug_tuple("Array").field(items).finish(),
            Value::Object(members) => f.debug_tuple("Object").field(&Members(members, &[])).finish(),
        }
    }
}

/// Overwrites all text and numbers, member names included.
impl Zeroize for Value {
    fn zeroize(&mut self) {
        match self {
            Value::Null => {}
            Value::Bool(boolean) => boolean.zeroize(),
            Value::Number(number) => number.zeroize(),
            Value::String(string) => string.zeroize(),
            Value::Array(items) => items.iter_mut().for_each(Value::zeroize),
            Value::Object(members) => {
                for (mut name, mut value) in std::mem::take(members) {
                    name.zeroize();
                    value.zeroize();
                }
            }
        }
    }
}

/// Compact JSON; with `{:#}`, with line breaks.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if f.alternate() { crate::to_string_pretty(self) } else { crate::to_string(self) };
        // Fails only for values that nest deeper than any reader would have let them, and `to_string` must not panic.
        f.write_str(text.as_deref().unwrap_or(".."))
    }
}

impl FromStr for Value {
    type Err = Error;

    fn from_str(text: &str) -> Result<Value, Error> {
        from_str(text)
    }
}

impl From<bool> for Value {
    fn from(boolean: bool) -> Value {
        Value::Bool(boolean)
    }
}

impl From<&str> for Value {
    fn from(string: &str) -> Value {
        Value::String(string.to_owned())
    }
}

impl From<String> for Value {
    fn from(string: String) -> Value {
        Value::String(string)
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        Value::Number(number)
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {
        $(impl From<$integer> for Value {
            fn from(number: $integer) -> Value {
                Value::Number(Number::from(number))
            }
        })*
    };
}

from_integers!(i32 i64 u32 u64);

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Value {
        Value::Array(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Value>> FromIterator<(String, T)> for Value {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(members: I) -> Value {
        Value::Object(members.into_iter().map(|(name, value)| (name, value.into())).collect())
    }
}
