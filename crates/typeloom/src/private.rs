//! What generated code names, and nobody else should: it may change with every version.
//!
//! Generated code calls this module `rt`.

pub use crate::bridge::{deserialize, serialize};
pub use crate::check;
pub use crate::check::{Limit, Literal};
pub use crate::pattern::Pattern;
pub use crate::read::{JsonKind, Members, Read, Reader, Record, Trials, fill, fill_or_null, insert};
pub use crate::rules::{self, Scope, Seen};
pub use crate::validate::{At, Report, Validate, Violation, Violations};
pub use crate::write::{Write, Writer, value_of};
pub use crate::{Fail, Integer, Number, Sensitive, Value};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
