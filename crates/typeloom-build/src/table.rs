//! Tables of TOML to what they say, with places: `vendor.toml` and `names.lock` are read with this.
//!
//! Written by hand, as deriving it takes a compiler of macros, which every build script would have to compile first.
//! What is wrong is said in the words of serde, which people know.

use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and its place.
pub(crate) type Entry<'i> = Spanned<DeValue<'i>>;

/// What is wrong, and where.
pub(crate) struct Wrong {
    pub message: String,
    pub range: Range<usize>,
}

/// What a value of TOML can be read as.
pub(crate) trait Read: Sized {
    /// Reads a value.
    fn read(entry: Entry<'_>) -> Result<Self, Wrong>;

    /// What it is where its key is missing; [`None`] where it must not be.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a whole text.
pub(crate) fn parse<T: Read>(text: &str) -> Result<T, Wrong> {
    match DeTable::parse(text) {
        Ok(table) => {
            let range = table.span();
            T::read(Spanned::new(range, DeValue::Table(table.into_inner())))
        }
        Err(error) => {
            let lines: Vec<&str> = error.message().lines().map(str::trim).collect();
            Err(Wrong { message: lines.join(", "), range: error.span().unwrap_or(0..0) })
        }
    }
}

/// A table whose keys are known.
pub(crate) struct Fields<'i> {
    range: Range<usize>,
    values: Vec<(String, Entry<'i>)>,
}

impl<'i> Fields<'i> {
    /// The table behind `entry`, if it has no other keys than these.
    pub fn of(entry: Entry<'i>, known: &[&str]) -> Result<Fields<'i>, Wrong> {
        let range = entry.span();
        let mut values = Vec::new();
        let mut unknown: Option<Spanned<String>> = None;
        for (key, value) in table(entry)? {
            if known.contains(&key.get_ref().as_str()) {
                values.push((key.into_inner(), value));
            } else if unknown.as_ref().is_none_or(|first| key.span().start < first.span().start) {
                unknown = Some(key);
            }
        }
        match unknown {
            Some(key) => Err(Wrong {
                message: format!("unknown field `{}`, expected {}", key.get_ref(), one_of(known)),
                range: key.span(),
            }),
            None => Ok(Fields { range, values }),
        }
    }

    /// The value of a key, which is asked for once.
    pub fn take<T: Read>(&mut self, name: &str) -> Result<T, Wrong> {
        match self.values.iter().position(|(key, _)| key == name) {
            Some(index) => T::read(self.values.swap_remove(index).1),
            None => T::absent()
                .ok_or_else(|| Wrong { message: format!("missing field `{name}`"), range: self.range.clone() }),
        }
    }
}

/// Reads a struct of this name, whose fields are the keys.
macro_rules! fields {
    ($name:ident: $($field:ident),+) => {
        impl $crate::table::Read for $name {
            fn read(entry: $crate::table::Entry<'_>) -> Result<$name, $crate::table::Wrong> {
                let mut fields = $crate::table::Fields::of(entry, &[$(stringify!($field)),+])?;
                Ok($name { $($field: fields.take(stringify!($field))?),+ })
            }
        }
    };
}

/// Reads an enum of this name, whose variants are words.
macro_rules! words {
    ($name:ident: $($word:literal => $variant:ident),+) => {
        impl $crate::table::Read for $name {
            fn read(entry: $crate::table::Entry<'_>) -> Result<$name, $crate::table::Wrong> {
                let range = entry.span();
                let word = <String as $crate::table::Read>::read(entry)?;
                match word.as_str() {
                    $($word => Ok($name::$variant),)+
                    _ => Err($crate::table::unknown_word(&word, &[$($word),+], range)),
                }
            }
        }
    };
}

pub(crate) use {fields, words};

/// A word that is none of those that are known.
pub(crate) fn unknown_word(word: &str, known: &[&str], range: Range<usize>) -> Wrong {
    Wrong { message: format!("unknown variant `{word}`, expected {}", one_of(known)), range }
}

fn one_of(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [only] => only.clone(),
        [one, other] => format!("{one} or {other}"),
        several => format!("one of {}", several.join(", ")),
    }
}

fn wrong(entry: &Entry<'_>, wanted: &str) -> Wrong {
    let found = match entry.get_ref() {
        DeValue::String(text) => format!("string \"{text}\""),
        DeValue::Integer(number) => format!("integer `{number}`"),
        DeValue::Float(number) => format!("floating point `{number}`"),
        DeValue::Boolean(truth) => format!("boolean `{truth}`"),
        DeValue::Datetime(_) => "a date or time".to_owned(),
        DeValue::Array(_) => "sequence".to_owned(),
        DeValue::Table(_) => "map".to_owned(),
    };
    Wrong { message: format!("invalid type: {found}, expected {wanted}"), range: entry.span() }
}

/// The keys of a table with their places, and its values.
fn table(entry: Entry<'_>) -> Result<Vec<(Spanned<String>, Entry<'_>)>, Wrong> {
    let wrong = wrong(&entry, "a table");
    match entry.into_inner() {
        DeValue::Table(table) => {
            let key = |key: Spanned<std::borrow::Cow<'_, str>>| Spanned::new(key.span(), key.into_inner().into_owned());
            Ok(table.into_iter().map(|(name, value)| (key(name), value)).collect())
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_) => Err(wrong),
    }
}

impl Read for bool {
    fn read(entry: Entry<'_>) -> Result<bool, Wrong> {
        entry.get_ref().as_bool().ok_or_else(|| wrong(&entry, "a boolean"))
    }

    fn absent() -> Option<bool> {
        Some(false)
    }
}

impl Read for String {
    fn read(entry: Entry<'_>) -> Result<String, Wrong> {
        entry.get_ref().as_str().map(str::to_owned).ok_or_else(|| wrong(&entry, "a string"))
    }
}

impl<T: Read> Read for Spanned<T> {
    fn read(entry: Entry<'_>) -> Result<Spanned<T>, Wrong> {
        let range = entry.span();
        T::read(entry).map(|value| Spanned::new(range, value))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(entry: Entry<'_>) -> Result<Option<T>, Wrong> {
        T::read(entry).map(Some)
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(entry: Entry<'_>) -> Result<Vec<T>, Wrong> {
        let wrong = wrong(&entry, "a sequence");
        match entry.into_inner() {
            DeValue::Array(items) => items.into_iter().map(T::read).collect(),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Table(_) => Err(wrong),
        }
    }

    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(entry: Entry<'_>) -> Result<BTreeMap<String, T>, Wrong> {
        table(entry)?.into_iter().map(|(key, value)| Ok((key.into_inner(), T::read(value)?))).collect()
    }

    fn absent() -> Option<BTreeMap<String, T>> {
        Some(BTreeMap::new())
    }
}

impl<T: Read> Read for BTreeMap<Spanned<String>, T> {
    fn read(entry: Entry<'_>) -> Result<BTreeMap<Spanned<String>, T>, Wrong> {
        table(entry)?.into_iter().map(|(key, value)| Ok((key, T::read(value)?))).collect()
    }

    fn absent() -> Option<BTreeMap<Spanned<String>, T>> {
        Some(BTreeMap::new())
    }
}
