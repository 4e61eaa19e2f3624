//! The goldens of `emit`, compiled and run: what is emitted reads, writes and validates, through serde too.

#[path = "emitted/hostile.rs"]
mod hostile;
#[path = "emitted/records.rs"]
mod records;
#[path = "emitted/rules_by_value.rs"]
mod rules_by_value;
#[path = "emitted/unions.rs"]
mod unions;
#[path = "emitted/values.rs"]
mod values;
