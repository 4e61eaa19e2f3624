//! [`Spec`]s to one [`Model`]: references, names, presence, unions, cycles, and which rules the Rust type guarantees
//! already.
//!
//! Each question is a file. A type may hold more than the document allows, never less; what type and typed checks do
//! not decide exactly is left to a rule over the value. Nothing here knows dialects or tokens.

mod asserting;
pub(crate) mod blanks;
mod branch_keys;
mod branch_names;
mod checks;
mod cycles;
mod docs;
mod draft;
mod dynamic;
mod external;
mod fit;
mod form;
mod formats;
mod home;
mod identifiers;
mod kinds;
mod links;
mod locked;
mod markdown;
mod names;
mod nesting;
mod notes;
mod numbers;
mod objects;
mod open_branches;
mod order;
mod presence;
mod repeated;
mod rule_words;
pub(crate) mod rules;
#[cfg(feature = "export")]
mod schema_text;
mod secrets;
mod settle;
mod shapes;
#[cfg(test)]
mod tests;
mod type_names;
mod types;
mod unions;
mod validation;
mod variants;
mod words;

use crate::diagnostic::Sink;
use crate::model::{Item, ItemId, Model, Module};
use crate::options::Options;
use crate::source::Sources;
use crate::spec::{Schema, Spec};
use draft::{Draft, Label, Sketch};
use rules::Rules;
use std::collections::BTreeSet;

/// Decides what Rust will say: one module for each vendor, in the order given.
pub(crate) fn plan(specs: &[Spec], sources: &Sources, options: &Options, sink: &mut Sink) -> Model {
    Model { modules: specs.iter().map(|spec| module(spec, sources, options, sink)).collect() }
}

fn module(spec: &Spec, sources: &Sources, options: &Options, sink: &mut Sink) -> Module {
    let spec = &*external::delegated(spec);
    let locate = |schema: &Schema| draft::location(sources, schema);
    let mut draft = Draft::new(spec, sources, options, Rules::new(options.formats, &locate));
    types::make(&mut draft, sink);
    secrets::settle(&mut draft, sink);
    type_names::assign(&mut draft, sink);
    locked::report(&draft, sink);
    describe(&mut draft);
    #[cfg(feature = "export")]
    schema_text::attach(&mut draft);
    notes::report(&draft, sink);
    open_branches::report(&draft, sink);
    repeated::report(&draft, sink);
    let items = items(&mut draft);
    let mut module = Module {
        name: Some(names::module(&spec.vendor)),
        docs: docs::of_module(spec, sources),
        items,
        secret_names: std::mem::take(&mut draft.secret_names),
        ..Module::default()
    };
    draft.rules.finish(&mut module, sink);
    module
}

/// The items in their order, with everything decided that concerns them together.
fn items(draft: &mut Draft<'_>) -> Vec<Item> {
    let order = order::sorted(draft);
    let mut places = vec![ItemId(0); draft.items.len()];
    for (place, id) in order.iter().enumerate() {
        places[id.0 as usize] = ItemId(place as u32);
    }
    // Moved, for two of each would be much of what a large document takes.
    let mut sketches: Vec<Option<Sketch>> = std::mem::take(&mut draft.items).into_iter().map(Some).collect();
    let taken = order.iter().filter_map(|id| sketches.get_mut(id.0 as usize)?.take());
    let mut items: Vec<Item> = taken.map(|sketch| sketch.item).collect();
    for item in &mut items {
        order::renumber(item, &places);
    }
    cycles::break_aliases(&mut items);
    cycles::boxes(&mut items);
    nesting::boxes(&mut items);
    validation::settle(&mut items);
    blanks::settle(&mut items);
    items
}

/// Writes the docs of all items.
fn describe(draft: &mut Draft<'_>) {
    let schemas: BTreeSet<_> =
        draft.spec.schemas.iter().flat_map(|schema| schema.fields()).map(|field| field.schema).collect();
    for index in 0..draft.items.len() {
        let sketch = &draft.items[index];
        let origin = match &sketch.label {
            Label::Vendor { origin, .. } => Some(*origin),
            Label::Part(..) => None,
        };
        let of_field = origin.is_none() && schemas.contains(&sketch.schema);
        let docs = docs::of_item(draft, sketch, origin, of_field);
        draft.items[index].item.docs = docs;
    }
}
