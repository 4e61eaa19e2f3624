//! The documents of a run.

use crate::source::SourceId;

/// The documents of one vendor.
#[derive(Debug)]
pub struct Vendor {
    /// The name of the folder: `workos`.
    pub name: String,
    /// In the order of their paths.
    pub documents: Vec<SourceId>,
    /// Documents that only references lead to.
    pub remotes: Vec<Remote>,
}

/// A document that stands for a URI: nothing is ever fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote {
    /// The URI it would have been fetched from.
    pub uri: String,
    /// Its text.
    pub source: SourceId,
}
