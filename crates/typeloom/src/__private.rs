//! What generated code names, and nobody else should: it may change with every version.
//!
//! Generated code calls this module `rt`.

#[cfg(feature = "schemars")]
pub use crate::__json_schema as json_schema;
pub use crate::bridge::{deserialize, serialize};
pub use crate::check::{Limit, Literal};
pub use crate::formats;
pub use crate::json::{ANY, ARRAY, BOOLEAN, FRACTION, INTEGER, KindSet, NULL, NUMBER, OBJECT, STRING};
#[cfg(feature = "pattern")]
pub use crate::pattern::Pattern;
pub use crate::read::{Read, Reader};
pub use crate::rules::{ANYTHING, Assertion, Branch, Course, NOTHING, Rule, RuleSet, Step};
#[cfg(feature = "schemars")]
pub use crate::schema::schema;
pub use crate::sensitive::redacted;
pub use crate::typed::{
    AsText, Blank, Check, Choice, Extra, Fill, Item, Members, Newtype, Next, Presence, Record, Rest, Slot, State,
    Strings, Union, Validation, View, branch, check, fill, refill, write,
};
pub use crate::validate::{At, Report, Validate};
pub use crate::write::{Write, Writer};
pub use crate::{
    __newtype as newtype, __object as object, __object_by_state as object_by_state, __redacted as redacted_debug,
    __secret_strings as secret_strings, __strings as strings, __union as union, Fail, Unknown,
};
#[cfg(feature = "schemars")]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

// Names of the standard library under which no type of a user's can come in between.
pub use std::borrow::Cow;
pub use std::convert::From;
pub use std::fmt;
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{self, Ok};
pub use std::sync::OnceLock;
pub use std::{matches, stringify};

/// What reading and writing yield.
pub type Done = Result<(), Fail>;
