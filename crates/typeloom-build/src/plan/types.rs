//! The schemas with names to items, and every item that they lead to.
//!
//! Which schema is what item is settled before anything is filled in, so that nothing depends on the order.

use super::draft::{Draft, Label, Task};
use super::form::{self, Form};
use super::home::home;
use super::links;
use super::objects;
use super::shapes;
use super::variants;
use crate::diagnostic::Sink;
use crate::model::{Check, ItemId, ItemKind, Shape, Slot, Validation};
use crate::spec::{Origin, SchemaId};
use std::collections::BTreeSet;
use typeloom::KindSet;

/// Makes all items.
pub(super) fn make(draft: &mut Draft<'_>, sink: &mut Sink) {
    for named in &draft.spec.types {
        let label = Label::Vendor {
            name: named.name.clone(),
            origin: named.origin,
            given: named.rust_name.as_ref().map(|name| name.value.clone()),
        };
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

/// Gives an item to each schema without a name that a reference leads to: `#/properties/address`. So every reference
/// leads to a type, and a schema can contain itself however it is written.
fn promote(draft: &mut Draft<'_>) {
    let references = draft.spec.schemas.iter().flat_map(|schema| &schema.keywords);
    let targets: BTreeSet<SchemaId> = references.filter_map(|keyword| keyword.value.reference()).collect();
    for id in targets {
        if draft.named.contains_key(&id) {
            continue;
        }
        let schema = draft.spec.schema(id);
        let (label, title) = match home(draft, id) {
            Some(site) => (Label::Part(site.parent, site.words), site.title),
            None => {
                let name = schema.pointer.rsplit('/').next().unwrap_or("").to_owned();
                (Label::Vendor { name: name.clone(), origin: Origin::Definition, given: None }, name)
            }
        };
        let item = draft.reserve(id, label, title, schema.span);
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
    let kinds = draft.kinds.kinds(schema) & link.kinds;
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
            let place = shapes::unnamed(draft, schema, KindSet::ALL, &site);
            let mut slot = shapes::nullable(place, "");
            // The other type checks its own rules, but not as they are when evaluation comes from here.
            if slot.checks.is_empty() && draft.is_dynamic(schema) {
                slot.checks.push(Check::Rule(draft.rule(schema)));
            }
            slot
        }
    };
    // What the rules are depends on where evaluation begins, and here it does.
    let rule = match slot.checks.as_slice() {
        [Check::Rule(rule)] => Some(*rule),
        _ if draft.is_dynamic(schema) => Some(draft.rule(schema)),
        _ => None, // rules of parts, or none
    };
    let item = draft.item(id);
    if let Some(rule) = rule {
        item.validation = Validation::ByValue(rule);
        item.kind = ItemKind::Newtype(Slot { checks: Vec::new(), ..slot });
        return;
    }
    item.validation = Validation::Typed;
    item.kind = if has_checks(&slot) { ItemKind::Newtype(slot) } else { ItemKind::Alias(slot) };
}

fn has_checks(slot: &Slot) -> bool {
    slot.with_inner().any(|slot| !slot.checks.is_empty())
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
            | Form::External(_)
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
