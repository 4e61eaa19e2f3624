//! Documents to [`Spec`]: the vendor's words, in the vendor's order, every node with its place.
//!
//! Knows dialects, nothing of Rust names. One row of [`DIALECTS`] and one file per kind of document.

pub(crate) mod draft;
pub(crate) mod page;

use crate::diagnostic::Sink;
use crate::source::{Source, SourceId, Sources};
use draft::Draft;

/// One kind of document.
pub(crate) struct Dialect {
    /// What diagnostics and `show` call it: `speakeasy page`.
    pub name: &'static str,
    /// Whether a document is of this kind, by its file name and its first lines. Cheap; the first row that says yes
    /// wins, so the order of the table goes from the special to the general.
    pub recognises: fn(&Source) -> bool,
    /// Reads the document into the draft. Never panics; what is wrong goes to the sink.
    pub read: fn(SourceId, &Sources, &mut Draft, &mut Sink),
}
