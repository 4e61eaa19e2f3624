//! A value, looked at: what kind of JSON it is, and where its parts are.

use super::{Members, Newtype, Record, Strings, Union};
use crate::check::Numeric;
use crate::{External, Integer, Number, Sensitive, Unknown, Value, Write};
use serde_core::Serialize;
use std::collections::BTreeMap;
use zeroize::Zeroize;

/// Values that can be looked at without knowing their type.
pub trait Item {
    /// What it is.
    fn view(&self) -> View<'_>;
}

/// What a value is.
pub enum View<'a> {
    /// `()`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number of any type.
    Number(&'a dyn Numeric),
    /// A string.
    Text(&'a str),
    /// Any JSON.
    Any(&'a Value),
    /// An array.
    List(&'a dyn List),
    /// An object whose members have no fields.
    Map(&'a dyn Map),
    /// `None`: absent or `null`, as the [`Presence`](super::Presence) of the field says.
    None,
    /// `Some`
    Some(&'a dyn Item),
    /// A secret.
    Secret(&'a dyn Item),
    /// A generated struct.
    Object(&'static Record, &'a dyn Members),
    /// A branch of a generated union, by its index.
    Branch(&'static Union, usize, &'a dyn Item),
    /// A string with known values, and whether it is one of them.
    Known(&'static Strings, &'a str, bool),
    /// A generated tuple struct.
    Wrapped(&'static Newtype, &'a dyn Item),
    /// A type of another crate.
    Foreign(&'a dyn Write),
}

/// An array.
pub trait List {
    /// How many items there are.
    fn count(&self) -> usize;

    /// The item at `index`.
    fn item(&self, index: usize) -> Option<&dyn Item>;
}

/// An object whose members have no fields.
pub trait Map {
    /// How many members there are.
    fn count(&self) -> usize;

    /// The member `name`.
    fn member(&self, name: &str) -> Option<&dyn Item>;

    /// Calls `visit` for each member in the order of names, until it says `false`.
    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Item) -> bool);
}

impl<'a> View<'a> {
    /// The map that it is.
    pub(super) fn as_map(&self) -> Option<&'a dyn Map> {
        match self {
            View::Map(map) => Some(*map),
            View::Null
            | View::Bool(_)
            | View::Number(_)
            | View::Text(_)
            | View::Any(_)
            | View::List(_)
            | View::None
            | View::Some(_)
            | View::Secret(_)
            | View::Object(..)
            | View::Branch(..)
            | View::Known(..)
            | View::Wrapped(..)
            | View::Foreign(_) => None,
        }
    }
}

impl Item for () {
    fn view(&self) -> View<'_> {
        View::Null
    }
}

impl Item for bool {
    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }
}

impl Item for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl Item for Value {
    fn view(&self) -> View<'_> {
        View::Any(self)
    }
}

macro_rules! numbers {
    ($($type:ty)*) => {
        $(impl Item for $type {
            fn view(&self) -> View<'_> {
                View::Number(self)
            }
        })*
    };
}

numbers!(i32 i64 u32 u64 f64 Number Integer);

impl<T: Item + Zeroize> Item for Sensitive<T> {
    fn view(&self) -> View<'_> {
        View::Secret(self.expose())
    }
}

impl<T: Serialize> Item for External<T> {
    fn view(&self) -> View<'_> {
        View::Foreign(self)
    }
}

impl<T: Item + ?Sized> Item for Box<T> {
    fn view(&self) -> View<'_> {
        (**self).view()
    }
}

impl<T: Item> Item for Option<T> {
    fn view(&self) -> View<'_> {
        match self {
            Some(item) => View::Some(item),
            None => View::None,
        }
    }
}

impl<T: Item> Item for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Item> List for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Option<&dyn Item> {
        match self.get(index) {
            Some(item) => Some(item),
            None => None,
        }
    }
}

impl<T: Item> Item for BTreeMap<String, T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl<T: Item> Map for BTreeMap<String, T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn member(&self, name: &str) -> Option<&dyn Item> {
        match self.get(name) {
            Some(item) => Some(item),
            None => None,
        }
    }

    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Item) -> bool) {
        for (name, item) in self {
            if !visit(name, item) {
                return;
            }
        }
    }
}

impl Item for Unknown {
    fn view(&self) -> View<'_> {
        View::Map(&**self)
    }
}
