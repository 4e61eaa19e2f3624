//! Items as the generator writes them, by hand: what they read, write and validate.

#![allow(missing_docs, clippy::unwrap_used)]

mod models;
