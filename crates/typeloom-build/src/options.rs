//! What a caller can choose about a run.

use crate::names::Names;
use crate::table::words;

/// Choices that hold for a whole run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Take schemas without `type` literally: `{"properties": ..}` then allows `3`. Otherwise the type is implied, with
    /// a note.
    pub exact: bool,
    /// Whether `format` is a rule.
    pub formats: Formats,
    /// How numbers are held.
    pub numbers: Numbers,
    /// The name of the root type of a single schema, instead of the one the document gives.
    pub root: Option<String>,
    /// Emit `schemars::JsonSchema` implementations. Only with the feature `export` of this crate.
    pub schemars: bool,
    /// The Rust names that were given before, where they do not come from a `names.lock` beside the vendor's folder.
    pub names: Option<Names>,
}

/// Whether `format` is a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Formats {
    /// It is, whatever the draft.
    #[default]
    Assert,
    /// It is documented only (2020-12 validation, section 7.2.1).
    Annotate,
}

/// How numbers are held.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Numbers {
    /// `i64`, `f64` and the widths that formats name. A number that does not fit is refused, never rounded.
    #[default]
    Native,
    /// `typeloom::Integer` and `typeloom::Number`: any number, as it was written.
    Exact,
}

words!(Formats: "assert" => Assert, "annotate" => Annotate);
words!(Numbers: "native" => Native, "exact" => Exact);
