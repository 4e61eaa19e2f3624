//! The goldens of `emit`, compiled and run: what is emitted reads, writes and validates, through serde too.

#![allow(dead_code, reason = "the goldens are what a library would export")]

include!("emitted/hostile.rs");
include!("emitted/records.rs");
include!("emitted/rules_by_value.rs");
include!("emitted/unions.rs");
include!("emitted/values.rs");
