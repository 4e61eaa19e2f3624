//! Types around one value: what generated tuple structs say of theirs.

use super::{Slot, Validation};

/// A type around one value. One static per generated tuple struct.
#[derive(Debug)]
pub struct Newtype {
    /// Document and JSON Pointer of its schema.
    pub location: &'static str,
    /// What must hold for the value.
    pub slot: Slot,
    /// How it is validated.
    pub validation: Validation,
}
