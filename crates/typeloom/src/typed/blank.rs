//! Values that stand where nothing was read yet.

use crate::{Integer, Number, Sensitive, Unknown, Value};
use std::collections::BTreeMap;
use zeroize::Zeroize;

/// Types with a value that costs nothing, which reading then replaces part by part: so a large value is read where it
/// stays. Which value that is means nothing; nobody sees it.
pub trait Blank: Sized {
    /// That value.
    const BLANK: Self;
}

macro_rules! blank {
    ($($type:ty = $blank:expr;)*) => {
        $(impl Blank for $type {
            const BLANK: Self = $blank;
        })*
    };
}

blank! {
    () = ();
    bool = false;
    i32 = 0;
    i64 = 0;
    u32 = 0;
    u64 = 0;
    f64 = 0.0;
    String = String::new();
    Value = Value::Null;
    Number = Number::ZERO;
    Integer = Integer::ZERO;
    Unknown = Unknown::new();
}

impl<T: Blank + Zeroize> Blank for Sensitive<T> {
    const BLANK: Self = Sensitive::new(T::BLANK);
}

impl<T> Blank for Option<T> {
    const BLANK: Self = None;
}

impl<T> Blank for Vec<T> {
    const BLANK: Self = Vec::new();
}

impl<T> Blank for BTreeMap<String, T> {
    const BLANK: Self = BTreeMap::new();
}
