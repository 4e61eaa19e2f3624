//! What the process that generates tells about a document, as JSON on its standard output.

use serde::{Deserialize, Serialize};

/// Counts and measures of one document.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Why there is no code: the first error.
    pub failure: Option<String>,
    /// Items of the model.
    pub types: usize,
    /// Diagnostics of each severity.
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    /// Types that no document describes.
    pub stand_ins: usize,
    /// Seconds of processor from the document to the code.
    pub seconds: f64,
    /// Bytes that were allocated at most from the document to the written code, those of before it not counted.
    pub allocated: u64,
    /// Bytes of memory that the process held at most, more than before it read the document.
    pub held: Option<u64>,
    /// Lines of code, and bytes.
    pub lines: usize,
    pub bytes: usize,
    /// What is wrong with the export as a schema, or with what reading it again gives. Empty where all is well.
    pub export: Vec<String>,
}
