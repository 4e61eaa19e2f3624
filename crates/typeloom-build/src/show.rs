//! The values between the stages as readable text, for goldens and for people who look for a mistake.

mod model;
mod rust;
mod spec;
#[cfg(test)]
mod tests;

pub use model::model_text;
pub use rust::rust_text;
pub use spec::spec_text;
