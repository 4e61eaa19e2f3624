//! The schema of an item as text, for `schemars`.

use super::draft::Draft;
use crate::model::SchemaText;

/// Gives each item its schema.
pub(super) fn attach(draft: &mut Draft<'_>) {
    for sketch in &mut draft.items {
        sketch.item.schema = SchemaText { json: "true".to_owned(), references: Vec::new() };
    }
}
