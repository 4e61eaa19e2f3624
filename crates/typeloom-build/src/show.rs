//! Stub.
use crate::{model::Model, source::Sources, spec::Spec};
/// Stub.
pub fn spec_text(_: &Spec, _: &Sources) -> String {
    String::new()
}
/// Stub.
pub fn model_text(_: &Model) -> String {
    String::new()
}
