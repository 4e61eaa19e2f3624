//! Models of authentication vendors' APIs: Rust types that parse, validate and write the vendors' JSON.
//!
//! There is a module for each vendor; its types are made at build time from the documents in `schemas/`, and their
//! documentation says where each one came from. What holds for all of them:
//!
//! - Reading loses nothing: unknown members and unknown enum values are kept, absent and `null` stay different, and
//!   what is written equals what was read.
//! - [`Validate::validate`] reports every way in which a value differs from the document.
//! - [`Valid`] is read only from what the document allows.
//!
//! ```no_run
//! use auth_models::workos::UserlandAuthenticateResponse;
//! use auth_models::{Valid, Validate};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let text = "";
//! let response: UserlandAuthenticateResponse = serde_json::from_str(text)?;
//! if let Err(violations) = response.validate() {
//!     eprintln!("{violations}");
//! }
//! let strict: Valid<UserlandAuthenticateResponse> = serde_json::from_str(text)?;
//! println!("{}", strict.user.id);
//! # Ok(())
//! # }
//! ```

pub use typeloom::{
    Error, Integer, Number, Read, Sensitive, Unknown, Valid, Validate, Value, Violation, Violations, Write, from_slice,
    from_str, from_value, to_string, to_string_pretty, to_value, to_vec,
};

typeloom::include_models!();

/// The examples of the README are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
