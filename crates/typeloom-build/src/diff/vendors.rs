//! Which vendor of the new model is which of the old one, and the tree of their changes.

use super::changes::{Change, Effect, Kind, TypeChanges, VendorChanges};
use super::items;
use super::pairs::Pairs;
use super::verdict::Verdict;
use crate::model::{Model, Module};
use std::collections::BTreeMap;

/// The changes of all vendors that have some.
pub(super) fn compare(old: &Model, new: &Model) -> Vec<VendorChanges> {
    if let ([old], [new]) = (old.modules.as_slice(), new.modules.as_slice()) {
        let types = types(old, new);
        let changed = VendorChanges { vendor: new.name.clone(), change: None, types };
        return if changed.types.is_empty() { Vec::new() } else { vec![changed] };
    }
    let (old, new) = (by_key(old), by_key(new));
    let mut changed = Vec::new();
    for (key, module) in &new {
        match old.get(key) {
            Some(before) => {
                let types = types(before, module);
                if !types.is_empty() {
                    changed.push(VendorChanges { vendor: module.name.clone(), change: None, types });
                }
            }
            None => {
                let change = Change::of(Kind::VendorAdded, Effect::COMPATIBLE, Verdict::Minor);
                changed.push(whole(module, change.is(count(module))));
            }
        }
    }
    for (key, module) in &old {
        if !new.contains_key(key) {
            let change = Change::of(Kind::VendorRemoved, Effect::BOTH, Verdict::Major);
            changed.push(whole(module, change.was(count(module))));
        }
    }
    changed.sort_by(|a, b| a.vendor.cmp(&b.vendor));
    changed
}

/// The modules by name; those of single files, which have none, by their first type.
fn by_key(model: &Model) -> BTreeMap<(Option<&str>, &str), &Module> {
    let mut keyed: BTreeMap<(Option<&str>, &str), &Module> = BTreeMap::new();
    for module in &model.modules {
        let first = match &module.name {
            Some(_) => "",
            None => module.items.first().map_or("", |item| item.title.as_str()),
        };
        keyed.entry((module.name.as_deref(), first)).or_insert(module);
    }
    keyed
}

fn whole(module: &Module, change: Change) -> VendorChanges {
    VendorChanges { vendor: module.name.clone(), change: Some(change), types: Vec::new() }
}

fn count(module: &Module) -> String {
    match module.items.len() {
        1 => "1 type".to_owned(),
        count => format!("{count} types"),
    }
}

fn types(old: &Module, new: &Module) -> Vec<TypeChanges> {
    items::compare(&Pairs::of(old, new))
}
