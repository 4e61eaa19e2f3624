//! A crate as any other that uses `typeloom-build`: types from `schemas/`, made by a build script.
//!
//! Beside that, one module for each folder case, and a way for the tests to try JSON texts on each of their types.

// rustdoc asks whether `nested::Nested`, 120 types deep, is `Send`, and each level costs it two steps or more.
#![recursion_limit = "512"]

mod probe;

pub use probe::{Probe, Verdict, probe};

typeloom::include_models!();

/// The types of every case: `cases::<dialect>::<case>::acme`.
#[allow(missing_docs)] // the cases' documents describe little
pub mod cases {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}

/// The types of the meta-schemas that are built in.
// The table that they are written from describes nothing; each folder's only module is named after the folder.
#[allow(missing_docs, clippy::module_inception)]
pub mod meta_schemas {
    include!(concat!(env!("OUT_DIR"), "/meta_schemas.rs"));
}

include!(concat!(env!("OUT_DIR"), "/types.rs"));
