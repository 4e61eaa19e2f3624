//! What generated code names, and nobody else should: it may change with every version.
//!
//! Generated code calls this module `rt`.

pub use crate::bridge::{deserialize, serialize};
pub use crate::check;
pub use crate::check::{Limit, Literal};
pub use crate::formats;
#[cfg(feature = "pattern")]
pub use crate::pattern::Pattern;
pub use crate::read::{Buffered, JsonKind, Members, Read, Reader, Record, Trials, Wiped, fill, fill_or_null, insert};
pub use crate::rules::{self, Scope, Seen};
#[cfg(feature = "schemars")]
pub use crate::schema::schema;
pub use crate::sensitive::redacted;
pub use crate::validate::{At, Report, Validate, Violation, Violations};
pub use crate::write::{Write, Writer, value_of};
pub use crate::{Fail, Integer, Number, Sensitive, Unknown, Value};
#[cfg(feature = "schemars")]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

// Names of the standard library under which no type of a user's can come in between.
pub use std::borrow::Cow;
pub use std::collections::BTreeMap as Map;
pub use std::convert::From;
pub use std::fmt::{self, Display, Formatter};
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{self, Err, Ok};
pub use std::string::String;
