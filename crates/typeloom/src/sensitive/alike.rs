//! Equality of secrets: how long it takes says nothing of where they differ.

use crate::{External, Integer, Number, Value};
use std::collections::BTreeMap;
use subtle::ConstantTimeEq;

/// Whether two secrets are the same, in a time that depends on how long they are and not on what they hold.
pub trait Alike {
    /// Whether they are the same.
    fn alike(&self, other: &Self) -> bool;
}

impl Alike for str {
    fn alike(&self, other: &str) -> bool {
        self.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

impl Alike for String {
    fn alike(&self, other: &String) -> bool {
        self.as_str().alike(other)
    }
}

macro_rules! machine_numbers {
    ($($type:ty)*) => {
        $(impl Alike for $type {
            fn alike(&self, other: &$type) -> bool {
                self.ct_eq(other).into()
            }
        })*
    };
}

machine_numbers!(i32 i64 u32 u64);

impl Alike for bool {
    fn alike(&self, other: &bool) -> bool {
        u8::from(*self).ct_eq(&u8::from(*other)).into()
    }
}

impl Alike for f64 {
    fn alike(&self, other: &f64) -> bool {
        self.to_bits().ct_eq(&other.to_bits()).into()
    }
}

/// As they are written: to see that `1.0` is `1` takes a time that depends on them.
impl Alike for Number {
    fn alike(&self, other: &Number) -> bool {
        self.as_str().alike(other.as_str())
    }
}

/// As they are written.
impl Alike for Integer {
    fn alike(&self, other: &Integer) -> bool {
        self.as_str().alike(other.as_str())
    }
}

impl Alike for Value {
    fn alike(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(own), Value::Bool(other)) => own.alike(other),
            (Value::Number(own), Value::Number(other)) => own.alike(other),
            (Value::String(own), Value::String(other)) => own.alike(other),
            (Value::Array(own), Value::Array(other)) => own.alike(other),
            (Value::Object(own), Value::Object(other)) => own.alike(other),
            (
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_),
                _,
            ) => false,
        }
    }
}

/// How another type compares is its own business.
impl<T: PartialEq> Alike for External<T> {
    fn alike(&self, other: &External<T>) -> bool {
        self == other
    }
}

impl<T: Alike> Alike for Vec<T> {
    fn alike(&self, other: &Vec<T>) -> bool {
        self.len() == other.len() && self.iter().zip(other).fold(true, |all, (own, other)| all & own.alike(other))
    }
}

impl<T: Alike> Alike for BTreeMap<String, T> {
    fn alike(&self, other: &BTreeMap<String, T>) -> bool {
        let same = |(own, other): ((&String, &T), (&String, &T))| own.0.alike(other.0) & own.1.alike(other.1);
        self.len() == other.len() && self.iter().zip(other).fold(true, |all, pair| all & same(pair))
    }
}
