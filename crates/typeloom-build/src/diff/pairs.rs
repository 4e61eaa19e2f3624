//! Which type of the new model is which of the old one.
//!
//! By the vendor's name, then by the name in Rust, then by where they are used: what a field of paired structs held and
//! what it holds. What is left is paired by likeness, and remembered as a guess.

use super::rules::Prints;
use super::similar::Looks;
use crate::model::{Item, ItemId, ItemKind, Module, Shape, Slot};
use std::collections::BTreeMap;

/// How many pairs of types are looked at for likeness.
const MOST_GUESSES: usize = 250_000;

/// Two modules, and which of their items are one.
pub(super) struct Pairs<'a> {
    pub old: &'a Module,
    pub new: &'a Module,
    /// For each new item, the old one.
    before: Vec<Option<ItemId>>,
    /// For each old item, the new one.
    after: Vec<Option<ItemId>>,
    /// For each new item that use or likeness paired: why.
    guesses: BTreeMap<ItemId, String>,
    /// What tells the rules of the old module apart.
    pub old_prints: Prints,
    /// What tells the rules of the new module apart.
    pub new_prints: Prints,
}

impl<'a> Pairs<'a> {
    /// Pairs the items of two modules.
    pub fn of(old: &'a Module, new: &'a Module) -> Pairs<'a> {
        let mut pairs = Pairs {
            old,
            new,
            before: vec![None; new.items.len()],
            after: vec![None; old.items.len()],
            guesses: BTreeMap::new(),
            old_prints: Prints::default(),
            new_prints: Prints::default(),
        };
        pairs.by(|item| format!("{} {}", item.title, item.name));
        pairs.by(|item| item.title.clone());
        pairs.by(|item| item.name.clone());
        let paired = pairs.paired();
        pairs.by_use(paired, alike_in_kind);
        pairs.by_likeness();
        // What took the place of a type may be described elsewhere, or not at all.
        pairs.by_use(pairs.paired(), one_undescribed);
        // References to paired types are the same ones, whatever they are called.
        let of_old = |id: ItemId| pairs.after(id).map_or_else(|| Err(&old.item(id).title), Ok);
        let old_prints = Prints::of(old, &of_old);
        let new_prints =
            Prints::of(new, &|id| if pairs.before(id).is_some() { Ok(id) } else { Err(&new.item(id).title) });
        Pairs { old_prints, new_prints, ..pairs }
    }

    /// The old item of a new one.
    pub fn before(&self, new: ItemId) -> Option<ItemId> {
        self.before.get(new.0 as usize).copied().flatten()
    }

    /// The new item of an old one.
    pub fn after(&self, old: ItemId) -> Option<ItemId> {
        self.after.get(old.0 as usize).copied().flatten()
    }

    /// Why a new item was guessed to be its old one.
    pub fn guess(&self, new: ItemId) -> Option<&str> {
        self.guesses.get(&new).map(String::as_str)
    }

    fn paired(&self) -> Vec<(ItemId, ItemId)> {
        (0..).map(ItemId).zip(&self.after).filter_map(|(old, new)| Some((old, (*new)?))).collect()
    }

    fn pair(&mut self, old: ItemId, new: ItemId) {
        self.before[new.0 as usize] = Some(old);
        self.after[old.0 as usize] = Some(new);
    }

    /// Pairs what has a key that nothing else on its side has.
    fn by(&mut self, key: impl Fn(&Item) -> String) {
        let alone = |items: &[Item], paired: &[Option<ItemId>]| {
            let mut of: BTreeMap<String, Option<ItemId>> = BTreeMap::new();
            for (index, item) in items.iter().enumerate().filter(|(index, _)| paired[*index].is_none()) {
                of.entry(key(item)).and_modify(|id| *id = None).or_insert(Some(ItemId(index as u32)));
            }
            of
        };
        let old = alone(&self.old.items, &self.after);
        for (key, new) in alone(&self.new.items, &self.before) {
            if let (Some(new), Some(Some(old))) = (new, old.get(&key)) {
                self.pair(*old, new);
            }
        }
    }

    /// Follows paired items into what they hold, until nothing more is found.
    fn by_use(&mut self, mut waiting: Vec<(ItemId, ItemId)>, may: fn(&Item, &Item) -> bool) {
        while let Some((old, new)) = waiting.pop() {
            for (old, new) in held(self.old.item(old), self.new.item(new)) {
                let free = self.after(old).is_none() && self.before(new).is_none();
                if free && may(self.old.item(old), self.new.item(new)) {
                    self.pair(old, new);
                    self.guesses.insert(new, "it is used in the same place".to_owned());
                    waiting.push((old, new));
                }
            }
        }
    }

    fn by_likeness(&mut self) {
        let unpaired = |paired: &[Option<ItemId>]| -> Vec<ItemId> {
            (0..).map(ItemId).zip(paired).filter(|(_, other)| other.is_none()).map(|(id, _)| id).collect()
        };
        let (olds, news) = (unpaired(&self.after), unpaired(&self.before));
        // Two documents that have nothing to do with each other: no guess would help, and each with each takes long.
        if olds.len().saturating_mul(news.len()) > MOST_GUESSES {
            return;
        }
        let looks = |module: &'a Module, ids: &[ItemId]| -> Vec<(ItemId, Looks<'a>)> {
            ids.iter().map(|&id| (id, Looks::of(module.item(id)))).collect()
        };
        let (olds, news) = (looks(self.old, &olds), looks(self.new, &news));
        let mut scored = Vec::new();
        for (old, was) in &olds {
            for (new, is) in &news {
                scored.extend(was.likeness(is).map(|(score, why)| (score, *old, *new, why)));
            }
        }
        scored.sort_by_key(|(score, old, new, _)| (std::cmp::Reverse(*score), *old, *new));
        for (_, old, new, why) in scored {
            if self.after(old).is_none() && self.before(new).is_none() {
                self.pair(old, new);
                self.guesses.insert(new, why);
                self.by_use(vec![(old, new)], alike_in_kind);
            }
        }
    }
}

fn alike_in_kind(old: &Item, new: &Item) -> bool {
    std::mem::discriminant(&old.kind) == std::mem::discriminant(&new.kind)
}

/// Whether one of them is another name for any JSON, as types are that no document describes.
fn one_undescribed(old: &Item, new: &Item) -> bool {
    let any = |item: &Item| matches!(&item.kind, ItemKind::Alias(slot) if matches!(slot.shape, Shape::Value));
    any(old) || any(new)
}

/// What two items that are one hold at the same places.
fn held(old: &Item, new: &Item) -> Vec<(ItemId, ItemId)> {
    let mut found = Vec::new();
    match (&old.kind, &new.kind) {
        (ItemKind::Struct(old), ItemKind::Struct(new)) => {
            for field in &new.fields {
                let same = old.fields.iter().find(|before| before.wire == field.wire);
                found.extend(same.and_then(|before| both(&before.slot, &field.slot)));
            }
            found.extend(both(&old.rest.slot, &new.rest.slot));
        }
        (ItemKind::Union(old), ItemKind::Union(new)) => {
            for branch in &new.branches {
                let same = old.branches.iter().find(|before| before.name == branch.name);
                found.extend(same.and_then(|before| both(&before.slot, &branch.slot)));
            }
        }
        (ItemKind::Newtype(old) | ItemKind::Alias(old), ItemKind::Newtype(new) | ItemKind::Alias(new)) => {
            found.extend(both(old, new));
        }
        (
            ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_),
            _,
        ) => {}
    }
    found
}

/// The items within two positions, whatever lists and maps are around them.
fn both(old: &Slot, new: &Slot) -> Option<(ItemId, ItemId)> {
    Some((old.shape.item()?, new.shape.item()?))
}
