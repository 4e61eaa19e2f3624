//! What changed between two [`Model`]s, in terms of an API: which types, fields, values and rules, whom it breaks, and
//! what it means for the version of a crate that holds the types.
//!
//! Two models in, [`Changes`] out; texts of them are made by [`text`](Changes::to_text),
//! [`markdown`](Changes::to_markdown) and [`changelog`](Changes::to_changelog). Knows nothing of documents, so that a
//! page can be compared with a schema, and nothing of tokens.
//!
//! # Whom a change breaks
//!
//! Those who *read* rely on what the documents promise of JSON that the vendor sends: they break where a value may come
//! that could not come before (a member may be missing, a list has one more known value, a limit is gone), or where a
//! member that they look at does not come any more. Those who *write* break where JSON that was valid is not any more
//! (a member is required now, a value is not known any more, a limit is tighter). [`Effect`] says so of the JSON,
//! whatever language reads and writes it.
//!
//! # What it means for a version
//!
//! [`Verdict`] is about the Rust types, by the rules that cargo has
//! (<https://doc.rust-lang.org/cargo/reference/semver.html>) and `cargo semver-checks` looks for. All fields of a
//! generated struct are public and neither structs nor enums are `non_exhaustive`, so that a new optional field, a new
//! known value and a new variant are *major* although no JSON breaks. What compiles as before and only judges values
//! otherwise is *minor*; what changes docs alone is a *patch*.

mod changelog;
mod changes;
mod checks;
mod docs;
mod enums;
mod expand;
mod fields;
mod items;
mod json_kinds;
mod markdown;
mod pairs;
mod presence;
mod report;
mod rule_text;
mod rules;
mod sentence;
mod serialize;
mod shape_text;
mod similar;
mod slots;
mod structs;
mod text;
mod unions;
mod vendors;
mod verdict;

pub use changes::{Change, Changes, Effect, Kind, TypeChanges, VendorChanges};
pub use verdict::Verdict;

use crate::model::Model;

/// Compares two models: what `new` has, as seen by who knows `old`.
///
/// Vendors are paired by name, two models of one vendor each are paired whatever its name; types are paired by what
/// the vendor calls them, then by their name in Rust, then by where they are used, then by likeness, which is a guess
/// and is told as one. Equal models have no changes.
///
/// ```
/// use typeloom_build::{diff, generate};
/// # let (old, new) = ("schemas/acme".into(), "schemas/acme".into());
/// let [old, new] = [old, new].map(|path| generate(&[path], &Default::default()));
/// let changes = diff::compare(&old.model, &new.model);
/// print!("{}", changes.to_text(false));
/// assert_eq!(changes.verdict(), diff::Verdict::Nothing);
/// ```
pub fn compare(old: &Model, new: &Model) -> Changes {
    Changes { vendors: vendors::compare(old, new) }
}
