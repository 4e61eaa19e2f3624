//! What another type says when it cannot be read or written.

use std::fmt;

/// A sentence.
#[derive(Debug)]
pub(super) struct Message(String);

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Message {}

impl serde_core::de::Error for Message {
    fn custom<T: fmt::Display>(message: T) -> Message {
        Message(message.to_string())
    }
}

impl serde_core::ser::Error for Message {
    fn custom<T: fmt::Display>(message: T) -> Message {
        Message(message.to_string())
    }
}
