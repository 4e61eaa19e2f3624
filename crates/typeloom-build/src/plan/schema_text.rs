//! The schema of each item as text, for `schemars`.
//!
//! References are spelled by the names of the items that they lead to.

use super::draft::{Draft, Label};
use crate::export;
use crate::model::{ItemId, SchemaText};
use crate::spec::SchemaId;
use std::collections::BTreeMap;

/// Gives each item its schema. Only where it is asked for: it is as long as the documents are.
pub(super) fn attach(draft: &mut Draft<'_>) {
    if !draft.options.schemars {
        return;
    }
    let names = names(draft);
    let named = |id: SchemaId| {
        let item = draft.named.get(&id).copied().unwrap_or(ItemId(0));
        names.get(item.0 as usize).cloned().unwrap_or_default()
    };
    let texts: Vec<SchemaText> = draft
        .items
        .iter()
        .map(|sketch| {
            let text = export::schema_text(draft.spec, sketch.schema, &named);
            let references = text
                .references
                .into_iter()
                .filter_map(|(name, schema)| draft.named.get(&schema).map(|&item| (name, item)))
                .collect();
            SchemaText { json: text.json, references }
        })
        .collect();
    for (sketch, text) in draft.items.iter_mut().zip(texts) {
        sketch.item.schema = text;
    }
}

/// The vendor's name of each item, or the Rust name where that is not the only one.
fn names(draft: &Draft<'_>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let own = |index: usize| match &draft.items[index].label {
        Label::Vendor { name, .. } => name.as_str(),
        Label::Part(..) => draft.items[index].item.name.as_str(),
    };
    for index in 0..draft.items.len() {
        *counts.entry(own(index)).or_default() += 1;
    }
    let only = |name: &str| counts.get(name) == Some(&1);
    (0..draft.items.len())
        .map(|index| if only(own(index)) { own(index) } else { draft.items[index].item.name.as_str() }.to_owned())
        .collect()
}
