//! The kinds of JSON values.

use crate::Value;
use std::fmt;
use std::ops::{BitAnd, BitOr};

/// A kind of JSON value. A number is an [`Integer`](Kind::Integer) where it has no fraction: `1`, `1.0`, `1e2`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean,
    /// `1`, `1.0`, `1e2`
    Integer,
    /// Numbers with a fraction.
    Fraction,
    /// `".."`
    String,
    /// `[..]`
    Array,
    /// `{..}`
    Object,
}

/// A set of kinds of JSON values, a bit for each: see [`Kind::bit`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct KindSet(pub u8);

/// Integers and fractions.
pub const NUMBER: u8 = Kind::Integer.bit() | Kind::Fraction.bit();
/// `null`
pub const NULL: u8 = Kind::Null.bit();
/// `true`, `false`
pub const BOOLEAN: u8 = Kind::Boolean.bit();
/// Numbers without a fraction.
pub const INTEGER: u8 = Kind::Integer.bit();
/// Numbers with a fraction.
pub const FRACTION: u8 = Kind::Fraction.bit();
/// Strings.
pub const STRING: u8 = Kind::String.bit();
/// Arrays.
pub const ARRAY: u8 = Kind::Array.bit();
/// Objects.
pub const OBJECT: u8 = Kind::Object.bit();
/// Every kind.
pub const ANY: u8 = 127;

impl Kind {
    /// Every kind, in their order.
    pub const ALL: [Kind; 7] =
        [Kind::Null, Kind::Boolean, Kind::Integer, Kind::Fraction, Kind::String, Kind::Array, Kind::Object];

    /// Its bit in [`KindSet`].
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The kind of a value.
    #[inline]
    pub fn of(value: &Value) -> Kind {
        match value {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Boolean,
            Value::Number(number) if number.is_integer() => Kind::Integer,
            Value::Number(_) => Kind::Fraction,
            Value::String(_) => Kind::String,
            Value::Array(_) => Kind::Array,
            Value::Object(_) => Kind::Object,
        }
    }
}

impl KindSet {
    /// No kind.
    pub const EMPTY: KindSet = KindSet(0);
    /// `null`
    pub const NULL: KindSet = KindSet(NULL);
    /// `true`, `false`
    pub const BOOLEAN: KindSet = KindSet(BOOLEAN);
    /// Numbers without a fraction.
    pub const INTEGER: KindSet = KindSet(INTEGER);
    /// Numbers with a fraction.
    pub const FRACTION: KindSet = KindSet(FRACTION);
    /// Integers and fractions.
    pub const NUMBER: KindSet = KindSet(NUMBER);
    /// Strings.
    pub const STRING: KindSet = KindSet(STRING);
    /// Arrays.
    pub const ARRAY: KindSet = KindSet(ARRAY);
    /// Objects.
    pub const OBJECT: KindSet = KindSet(OBJECT);
    /// Every kind but `null`.
    pub const VALUES: KindSet = KindSet(ANY & !NULL);
    /// Every kind.
    pub const ALL: KindSet = KindSet(ANY);

    /// These kinds.
    pub fn of(kinds: &[Kind]) -> KindSet {
        kinds.iter().copied().collect()
    }

    /// Whether a kind is among them.
    #[inline]
    pub const fn has(self, kind: Kind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// Whether every kind of `other` is among them.
    pub const fn covers(self, other: KindSet) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether no kind is among them.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// These kinds without those of `other`.
    #[must_use]
    pub const fn without(self, other: KindSet) -> KindSet {
        KindSet(self.0 & !other.0)
    }

    /// The kinds, in their order.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }

    /// In words: `a string or an array`.
    pub fn words(self) -> String {
        let words = self.kinds().filter_map(|kind| match kind {
            Kind::Null => Some("null"),
            Kind::Boolean => Some("a boolean"),
            Kind::Integer if self.has(Kind::Fraction) => Some("a number"),
            Kind::Integer => Some("an integer"),
            Kind::Fraction if self.has(Kind::Integer) => None,
            Kind::Fraction => Some("a number with a fraction"),
            Kind::String => Some("a string"),
            Kind::Array => Some("an array"),
            Kind::Object => Some("an object"),
        });
        match &words.collect::<Vec<_>>()[..] {
            [] => "nothing".to_owned(),
            [only] => (*only).to_owned(),
            [first @ .., last] => format!("{} or {last}", first.join(", ")),
        }
    }
}

impl fmt::Debug for KindSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.kinds()).finish()
    }
}

impl From<Kind> for KindSet {
    fn from(kind: Kind) -> KindSet {
        KindSet(kind.bit())
    }
}

impl FromIterator<Kind> for KindSet {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> KindSet {
        KindSet(kinds.into_iter().fold(0, |bits, kind| bits | kind.bit()))
    }
}

impl BitOr for KindSet {
    type Output = KindSet;

    fn bitor(self, other: KindSet) -> KindSet {
        KindSet(self.0 | other.0)
    }
}

impl BitAnd for KindSet {
    type Output = KindSet;

    fn bitand(self, other: KindSet) -> KindSet {
        KindSet(self.0 & other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, KindSet};

    #[test]
    fn sets_of_kinds_are_compared_and_put_into_words() {
        assert!(KindSet::NUMBER.covers(KindSet::INTEGER) && !KindSet::INTEGER.covers(KindSet::NUMBER));
        assert_eq!(KindSet::ALL.without(KindSet::NULL), KindSet::VALUES);
        assert!((KindSet::STRING & KindSet::VALUES.without(Kind::String.into())).is_empty());
        assert_eq!((KindSet::NUMBER | KindSet::STRING).words(), "a number or a string");
        assert_eq!(KindSet::FRACTION.words(), "a number with a fraction");
        assert_eq!(KindSet::EMPTY.words(), "nothing");
        assert_eq!(format!("{:?}", KindSet::NUMBER), "[Integer, Fraction]");
    }
}
