//! Reads vendors' API documents at build time and emits Rust types that parse, validate and write their JSON.
//!
//! ```text
//! Source --read--> Spec --amend--> Spec --plan--> Model --emit--> TokenStream --render--> String
//!         \__________ Sink (diagnostics) __________/     from here on nothing can fail
//! ```

mod amend;
pub mod diagnostic;
pub mod export;
pub mod load;
pub mod model;
pub mod options;
mod plan;
mod read;
pub mod show;
pub mod source;
pub mod spec;
