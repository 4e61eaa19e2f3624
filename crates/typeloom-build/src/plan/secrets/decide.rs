//! Which places reach which items, as secrets and otherwise.

use super::{Level, PUBLIC, Said, is_public, said};
use crate::model::{Item, ItemId, ItemKind};
use crate::plan::draft::{Draft, Label};
use crate::source::Span;
use std::collections::BTreeMap;

/// Where an item is reached from: the item around the place and its slot in that.
pub(super) type From = (ItemId, usize);

/// What was decided.
pub(super) struct Decision {
    /// By item and index: what the field is by itself.
    fields: BTreeMap<From, Level>,
    /// By item and index: whether an override says that the field is none.
    refused: BTreeMap<From, bool>,
    /// How secret each item is, and the first place that makes it so. [`None`] where the document says it of the item.
    pub items: Vec<Level>,
    pub reached: Vec<Option<From>>,
    /// The first place that reaches it and is no secret.
    pub plain: Vec<Option<From>>,
    /// Whether it was said of the item itself.
    pub marked: Vec<bool>,
}

/// Decides, as if there were no override at `without`.
pub(super) fn decide(draft: &Draft<'_>, without: Option<Span>) -> Decision {
    let count = draft.items.len();
    let mut decision = Decision {
        fields: BTreeMap::new(),
        refused: BTreeMap::new(),
        items: vec![Level::No; count],
        reached: vec![None; count],
        plain: vec![None; count],
        marked: vec![false; count],
    };
    for mark in &draft.marks {
        let given = mark.given.iter().rfind(|given| Some(given.span) != without).map(|given| given.value);
        let level = match given {
            Some(true) => Level::Marked,
            Some(false) => Level::No,
            None => mark.level,
        };
        decision.fields.insert((mark.item, mark.field), level);
        decision.refused.insert((mark.item, mark.field), given == Some(false));
    }
    let given = given(draft, without);
    for (index, level) in decision.items.iter_mut().enumerate() {
        let id = ItemId(index as u32);
        if given.get(&id).copied().unwrap_or_else(|| is_marked(draft, id)) {
            *level = Level::Marked;
            decision.marked[index] = true;
        }
    }
    secretly(draft, &given, &mut decision);
    plainly(draft, &mut decision);
    decision
}

/// What overrides say of items.
fn given(draft: &Draft<'_>, without: Option<Span>) -> BTreeMap<ItemId, bool> {
    let types = draft.spec.types.iter().filter_map(|named| {
        let secret = named.secret.as_ref().filter(|secret| Some(secret.span) != without)?;
        Some((*draft.named.get(&named.schema)?, secret.value))
    });
    types.collect()
}

/// Whether the schema of an item says so itself.
fn is_marked(draft: &Draft<'_>, id: ItemId) -> bool {
    let sketch = draft.sketch(id);
    match said(draft, sketch.schema) {
        Said::Nothing => false,
        Said::Password => true,
        Said::WriteOnly => match &sketch.label {
            Label::Vendor { .. } => true,
            Label::Part(_, words) => !words.last().is_some_and(|word| is_public(word)),
        },
    }
}

/// Follows the secret places.
fn secretly(draft: &Draft<'_>, given: &BTreeMap<ItemId, bool>, decision: &mut Decision) {
    let mut waiting: Vec<usize> = (0..draft.items.len()).collect();
    while let Some(index) = waiting.pop() {
        let id = ItemId(index as u32);
        for (place, slot) in draft.sketch(id).item.kind.all_slots().into_iter().enumerate() {
            let level = decision.level(&draft.sketch(id).item, id, place);
            if level == Level::No {
                continue;
            }
            if let Some(target) = slot.shape.item() {
                let goes = match draft.sketch(target).item.kind {
                    ItemKind::Struct(_) => level == Level::Marked,
                    ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => true,
                };
                let known = decision.items[target.0 as usize];
                if goes && level > known && given.get(&target) != Some(&false) {
                    decision.items[target.0 as usize] = level;
                    decision.reached[target.0 as usize].get_or_insert((id, place));
                    waiting.push(target.0 as usize);
                }
            }
        }
    }
}

/// Follows the other places.
fn plainly(draft: &Draft<'_>, decision: &mut Decision) {
    let is_alias = |id: ItemId| matches!(draft.sketch(id).item.kind, ItemKind::Alias(_));
    // What stands behind another name is reached if the name is.
    let mut waiting: Vec<usize> = (0..draft.items.len())
        .filter(|&index| !is_alias(ItemId(index as u32)) || decision.items[index] == Level::No)
        .collect();
    while let Some(index) = waiting.pop() {
        let id = ItemId(index as u32);
        let item = &draft.sketch(id).item;
        for (place, slot) in item.kind.all_slots().into_iter().enumerate() {
            if !is_alias(id) && decision.level(item, id, place) != Level::No {
                continue;
            }
            if let Some(target) = slot.shape.item() {
                let first = decision.plain[target.0 as usize].is_none();
                decision.plain[target.0 as usize].get_or_insert((id, place));
                if first && is_alias(target) && decision.items[target.0 as usize] != Level::No {
                    waiting.push(target.0 as usize);
                }
            }
        }
    }
}

impl Decision {
    /// How secret the slot of an item is.
    pub(super) fn level(&self, item: &Item, id: ItemId, place: usize) -> Level {
        let around = self.items[id.0 as usize];
        match &item.kind {
            ItemKind::Struct(of) => {
                let own = self.fields.get(&(id, place)).copied().unwrap_or(Level::No);
                let refused = self.refused.get(&(id, place)).copied().unwrap_or(false);
                let public = of.fields.get(place).is_some_and(|field| PUBLIC.contains(&field.wire.as_str()));
                if around == Level::Marked && !refused && !public { Level::Marked } else { own }
            }
            ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => around,
            ItemKind::Alias(_) => {
                if self.is_expanded(id) {
                    Level::No
                } else {
                    around
                }
            }
        }
    }

    /// Whether a name is reached from secret places and from others: then secret places have what it stands for.
    pub(super) fn is_expanded(&self, id: ItemId) -> bool {
        let index = id.0 as usize;
        self.items[index] != Level::No && self.plain[index].is_some() && !self.marked[index]
    }
}
