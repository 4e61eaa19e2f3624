//! Stub.
mod rust;
use crate::{model::Model, source::Sources, spec::Spec};
pub use rust::rust_text;
/// Stub.
pub fn spec_text(_: &Spec, _: &Sources, _: Option<&str>) -> String {
    String::new()
}
/// Stub.
pub fn model_text(_: &Model, _: Option<&str>) -> String {
    String::new()
}
