//! The values between the stages as readable text, for goldens and for people who look for a mistake.

mod spec;
#[cfg(test)]
mod tests;

pub use spec::spec_text;
