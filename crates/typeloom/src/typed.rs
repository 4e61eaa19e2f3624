//! What generated types are made of: static descriptions ([`Record`], [`Union`], [`Strings`], [`Newtype`]), and how a
//! value is looked at without knowing its type ([`Item`]).
//!
//! Generated code says for each type where its parts are; writing, validating and reading are done here, once for all
//! types, by these descriptions.

mod blank;
mod check;
mod fill;
mod macros;
mod newtype;
mod record;
mod slot;
mod strings;
mod union;
mod view;
mod write;

pub use blank::Blank;
pub use check::check;
pub(crate) use check::on_value;
pub use fill::{Fill, Rest, State, fill, refill};
pub use newtype::Newtype;
pub use record::{Extra, Members, Presence, Record};
pub use slot::{Check, Next, Slot, Validation};
pub use strings::{AsText, Strings};
pub use union::{Choice, Union, branch};
pub use view::{Item, List, Map, View};
pub use write::write;
