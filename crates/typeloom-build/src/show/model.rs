//! A [`Model`] as text.

use crate::model::Model;

/// Stub.
pub fn model_text(_: &Model, _: Option<&str>) -> String {
    String::new()
}
