//! Items as the generator writes them, by hand: what they read, write and validate.

#![allow(missing_docs, clippy::unwrap_used)]

mod models;
mod places;
mod presence;
mod round_trip;
mod sources;
mod union;
mod validity;

use typeloom::Read;

/// The error of reading a `T` from text.
fn refused<T: for<'a> Read<'a>>(text: &str) -> String {
    match typeloom::from_str::<T>(text) {
        Ok(_) => panic!("{text} was read"),
        Err(error) => error.to_string(),
    }
}
