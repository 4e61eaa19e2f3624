//! What generated code names, and nobody else should: it may change with every version.
//!
//! Generated code calls this module `rt`.

pub use crate::bridge::{deserialize, serialize};
pub use crate::check;
pub use crate::check::{Limit, Literal};
#[cfg(feature = "pattern")]
pub use crate::pattern::Pattern;
pub use crate::read::{JsonKind, Members, Read, Reader, Record, Trials, fill, fill_or_null, insert};
#[cfg(feature = "schemars")]
pub use crate::schema::schema;
pub use crate::validate::{At, Report, Validate, Violation, Violations};
pub use crate::write::{Write, Writer, value_of};
pub use crate::{Fail, Integer, Number, Sensitive, Value};
#[cfg(feature = "schemars")]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
