//! The schemas with names to items, and every item that they lead to.
//!
//! Which schema is what item is settled before anything is filled in, so that nothing depends on the order.

use super::cycles;
use super::draft::{Draft, Label, Task};
use super::form::{self, Form};
use super::kinds::JsonKinds;
use super::links;
use super::objects;
use super::shapes;
use super::variants;
use crate::diagnostic::Sink;
use crate::model::{Check, ItemId, ItemKind, Shape, Slot, Validation};
use crate::spec::{Origin, SchemaId};
use std::collections::BTreeSet;

/// Makes all items.
pub(super) fn make(draft: &mut Draft<'_>, sink: &mut Sink) {
    for named in &draft.spec.types {
        let label = Label::Vendor(named.name.clone(), named.origin);
        let id = draft.reserve(named.schema, label, named.name.clone(), named.span);
        draft.named.entry(named.schema).or_insert(id);
    }
    promote(draft);
    let direct: Vec<bool> = (0..draft.items.len()).map(|index| claim(draft, ItemId(index as u32))).collect();
    for (index, direct) in direct.into_iter().enumerate() {
        if !direct {
            stand_for(draft, ItemId(index as u32));
        }
        fill_waiting(draft, sink);
    }
}

/// Gives an item to each schema without a name that contains itself by way of lists or maps alone.
fn promote(draft: &mut Draft<'_>) {
    let spec = draft.spec;
    let edges: Vec<Vec<u32>> = spec
        .schemas
        .iter()
        .map(|schema| {
            let keywords = schema.keywords.iter().map(|keyword| &keyword.value);
            keywords
                .flat_map(|keyword| keyword.subschemas().into_iter().chain(keyword.reference()))
                .map(|id| id.0)
                .collect()
        })
        .collect();
    let circular = cycles::circular(&edges);
    let targets: BTreeSet<SchemaId> = spec
        .schemas
        .iter()
        .flat_map(|schema| schema.keywords.iter().filter_map(|keyword| keyword.value.reference()))
        .filter(|id| circular.get(id.0 as usize).copied().unwrap_or(false) && !draft.named.contains_key(id))
        .collect();
    for id in targets {
        let kinds = draft.kinds.kinds(id).minus(JsonKinds::NULL);
        if links::follow(draft, id).target == id && form::form(draft, id, kinds).is_item() {
            continue;
        }
        let Some(site) = objects::home(draft, id) else {
            let name = spec.schema(id).pointer.rsplit('/').next().unwrap_or("").to_owned();
            let label = Label::Vendor(name.clone(), Origin::Definition);
            let item = draft.reserve(id, label, name, spec.schema(id).span);
            draft.named.insert(id, item);
            continue;
        };
        let item = draft.reserve(id, Label::Part(site.parent, site.words), site.title, spec.schema(id).span);
        draft.named.insert(id, item);
    }
}

/// Makes the item itself the struct, enum or union that its schema describes, if it does.
fn claim(draft: &mut Draft<'_>, id: ItemId) -> bool {
    let schema = draft.sketch(id).schema;
    if draft.named.get(&schema) != Some(&id) || draft.kinds.null(schema) != Some(false) {
        return false;
    }
    let link = links::follow(draft, schema);
    if link.target != schema && draft.named.contains_key(&link.target) {
        return false;
    }
    let kinds = draft.kinds.kinds(schema).and(link.kinds);
    let key = (link.target, kinds);
    if draft.owners.contains_key(&key) || !form::form(draft, link.target, kinds).is_item() {
        return false;
    }
    draft.owners.insert(key, id);
    draft.waiting.push_back(Task { id, target: link.target, kinds, via: link.via });
    true
}

/// Makes the item another name for the type of its schema, or a type around it.
fn stand_for(draft: &mut Draft<'_>, id: ItemId) {
    let schema = draft.sketch(id).schema;
    let slot = match draft.named.get(&schema) {
        Some(&first) if first != id => {
            Slot { shape: Shape::Item { id: first, boxed: false }, checks: Vec::new(), via: String::new() }
        }
        Some(_) | None => {
            let site = draft.site(id);
            let place = shapes::unnamed(draft, schema, JsonKinds::ALL, &site);
            shapes::nullable(place, "")
        }
    };
    let item = draft.item(id);
    if let [Check::Rule(rule)] = slot.checks.as_slice() {
        item.validation = Validation::ByValue(*rule);
        item.kind = ItemKind::Newtype(Slot { checks: Vec::new(), ..slot });
        return;
    }
    item.validation = Validation::Typed;
    item.kind = if has_checks(&slot) { ItemKind::Newtype(slot) } else { ItemKind::Alias(slot) };
}

fn has_checks(slot: &Slot) -> bool {
    !slot.checks.is_empty()
        || match &slot.shape {
            Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => has_checks(inner),
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Float
            | Shape::Number
            | Shape::String
            | Shape::Secret
            | Shape::Value
            | Shape::Item { .. } => false,
        }
}

/// Fills in the reserved items, and those that they reserve.
fn fill_waiting(draft: &mut Draft<'_>, sink: &mut Sink) {
    while let Some(task) = draft.waiting.pop_front() {
        match form::form(draft, task.target, task.kinds) {
            Form::Struct => objects::fill(draft, &task, sink),
            Form::Enum(known) => variants::fill_enum(draft, &task, known, sink),
            Form::Kinds(parts) => variants::fill_kinds(draft, &task, &parts),
            Form::Branches(branches) => variants::fill_branches(draft, &task, &branches, sink),
            // Only items are reserved.
            Form::Never
            | Form::Value
            | Form::Bool
            | Form::Integer
            | Form::Float
            | Form::String
            | Form::List
            | Form::Map => {}
        }
    }
}
