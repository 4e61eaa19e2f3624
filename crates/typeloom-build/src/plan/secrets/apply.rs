//! What was decided, to shapes.

use super::Level;
use super::decide::{Decision, From};
use crate::model::{ItemId, ItemKind, Shape, Slot};
use crate::plan::draft::Draft;
use std::collections::{BTreeMap, BTreeSet};
use typeloom::secret_names;

/// How many names that stand for one another are followed.
const DEPTH: u8 = 32;

/// What becomes different.
#[derive(Default)]
pub(super) struct Changes {
    /// Slots by item and index.
    pub slots: BTreeMap<From, Slot>,
    /// Items that are secrets as a whole.
    pub items: BTreeSet<ItemId>,
}

/// What the decision changes.
pub(super) fn changes(draft: &Draft<'_>, decision: &Decision) -> Changes {
    let mut changes = Changes::default();
    for index in 0..draft.items.len() {
        let id = ItemId(index as u32);
        let item = &draft.sketch(id).item;
        for (place, slot) in item.kind.all_slots().into_iter().enumerate() {
            let level = decision.level(item, id, place);
            // Any JSON without a field is kept together: it wipes itself, and nothing of the object is shown.
            let rest = matches!(&item.kind, ItemKind::Struct(of) if place == of.fields.len());
            if level == Level::No || (rest && matches!(slot.shape, Shape::Value)) {
                continue;
            }
            if let Some(secret) = secret(draft, decision, slot, level, DEPTH) {
                changes.slots.insert((id, place), secret);
            }
        }
    }
    // A union is a secret where something in it is.
    let mut more = true;
    while std::mem::take(&mut more) {
        for index in 0..draft.items.len() {
            let id = ItemId(index as u32);
            if !changes.items.contains(&id) && is_whole(draft, decision, &changes, id) {
                more = changes.items.insert(id);
            }
        }
    }
    changes
}

fn is_whole(draft: &Draft<'_>, decision: &Decision, changes: &Changes, id: ItemId) -> bool {
    let (item, level) = (&draft.sketch(id).item, decision.items[id.0 as usize]);
    match &item.kind {
        ItemKind::Enum(_) => level != Level::No,
        ItemKind::Struct(_) => level == Level::Marked,
        ItemKind::Alias(_) => false,
        ItemKind::Union(_) | ItemKind::Newtype(_) => {
            level == Level::Marked
                || (level != Level::No
                    && item.kind.all_slots().into_iter().enumerate().any(|(place, slot)| {
                        let new = changes.slots.get(&(id, place)).unwrap_or(slot);
                        holds_secret(&new.shape, &changes.items)
                    }))
        }
    }
}

/// Whether a shape holds a secret, or an item that is one.
fn holds_secret(shape: &Shape, items: &BTreeSet<ItemId>) -> bool {
    matches!(shape.innermost(), Shape::Secret(_)) || shape.item().is_some_and(|id| items.contains(&id))
}

/// The slot as a secret. [`None`] where that is no other one.
fn secret(draft: &Draft<'_>, decision: &Decision, slot: &Slot, level: Level, depth: u8) -> Option<Slot> {
    let inside = |inner: &Slot| secret(draft, decision, inner, level, depth).map(Box::new);
    let shape = match &slot.shape {
        Shape::List(inner) => Shape::List(inside(inner)?),
        Shape::Map(inner) => Shape::Map(inside(inner)?),
        Shape::Nullable(inner) => Shape::Nullable(inside(inner)?),
        Shape::Item { id, boxed: _ } => {
            let ItemKind::Alias(of) = &draft.sketch(*id).item.kind else { return None };
            if !decision.is_expanded(*id) || depth == 0 {
                return None;
            }
            let behind = secret(draft, decision, of, level, depth - 1)?;
            let checks = slot.checks.iter().chain(&behind.checks).cloned().collect();
            return Some(Slot { shape: behind.shape, checks, via: [&*slot.via, &*behind.via].concat() });
        }
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value => {
            let shape = held(slot.shape.clone(), level);
            if matches!(slot.shape, Shape::Secret(_)) || !matches!(shape, Shape::Secret(_)) {
                return None;
            }
            shape
        }
    };
    Some(Slot { shape, checks: slot.checks.clone(), via: slot.via.clone() })
}

/// A shape without parts as that of a secret.
pub(super) fn held(shape: Shape, level: Level) -> Shape {
    let secret = match &shape {
        Shape::Null | Shape::Secret(_) => false,
        Shape::List(_) | Shape::Map(_) | Shape::Nullable(_) | Shape::Item { .. } => false,
        Shape::Bool => level >= Level::Marked,
        Shape::Integer(_) | Shape::BigInteger | Shape::Float | Shape::Number => level >= Level::Name,
        Shape::String | Shape::External(_) | Shape::Value => level >= Level::Text,
    };
    if secret { Shape::Secret(Box::new(shape)) } else { shape }
}

/// Changes the items.
pub(super) fn apply(draft: &mut Draft<'_>, changes: Changes) {
    let Changes { slots, items } = changes;
    for id in &items {
        draft.item(*id).secret = true;
    }
    for ((id, place), slot) in slots {
        match &mut draft.item(id).kind {
            ItemKind::Struct(of) => match of.fields.get_mut(place) {
                Some(field) => field.slot = slot,
                None => of.rest.slot = slot,
            },
            ItemKind::Enum(_) => {}
            ItemKind::Union(of) => {
                if let Some(branch) = of.branches.get_mut(place) {
                    branch.slot = slot;
                }
            }
            ItemKind::Newtype(of) | ItemKind::Alias(of) => *of = slot,
        }
    }
    let mut names = BTreeSet::new();
    for sketch in &draft.items {
        if let ItemKind::Struct(of) = &sketch.item.kind {
            let fields = of.fields.iter().filter(|field| holds_secret(&field.slot.shape, &items));
            names.extend(fields.map(|field| &field.wire).chain(&of.rest.secret).cloned());
        }
    }
    draft.secret_names = names.into_iter().filter(|name| !secret_names::is_secret(name)).collect();
}
