//! What the answers of an operation are called, where a page describes them below the operation.
//!
//! The name of the operation and the status go in; the names are those that documents of OpenAPI get.

use crate::read::body_names;

/// The answers of an operation, one model for each status.
pub(super) struct Answers {
    /// What the operation is called.
    pub operation: String,
    /// Whether a status of success had an answer.
    success: bool,
    /// Whether the first status has been seen.
    pub begun: bool,
}

impl Answers {
    pub fn of(operation: String) -> Answers {
        Answers { operation, success: false, begun: false }
    }

    /// What the answer with a status is called, as in documents of OpenAPI.
    pub fn name(&mut self, status: &str) -> String {
        let status = status.trim();
        let good = status.starts_with(['1', '2', '3']);
        let main = good && !self.success;
        self.success |= good;
        self.operation.clone() + &body_names::of_status(status, main, self.success)
    }
}
