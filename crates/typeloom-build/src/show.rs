//! The values between the stages as readable text, for goldens and for people who look for a mistake.

mod keywords;
mod model;
mod rust;
mod spec;
#[cfg(test)]
mod tests;

pub use keywords::keyword_table;
pub use model::model_text;
pub use rust::rust_text;
pub use spec::spec_text;
