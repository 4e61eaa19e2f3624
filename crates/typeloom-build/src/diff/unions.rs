//! Unions: which branches there are, what each holds, and how they are told apart.

use super::changes::{Change, Effect, Kind};
use super::expand;
use super::pairs::Pairs;
use super::sentence::code;
use super::shape_text;
use super::slots::{self, Place};
use super::verdict::Verdict;
use crate::model::{Branch, Choice, Field, Item, ItemKind, Module, Shape, Struct, Union};

/// Compares two unions.
pub(super) fn compare(pairs: &Pairs<'_>, old: &Union, new: &Union, out: &mut Vec<Change>) {
    let same = branches(pairs, old, new);
    for (index, branch) in new.branches.iter().enumerate() {
        let Some(before) = same.get(index).copied().flatten().and_then(|before| old.branches.get(before)) else {
            let change = Change::of(Kind::BranchAdded, Effect::READERS, Verdict::Major);
            let held = shape_text::shape(pairs.new, &branch.slot.shape);
            out.push(change.at(&branch.name, &branch.name).is(held));
            continue;
        };
        let place = Place::new(&branch.name, &branch.name);
        if before.name != branch.name {
            let change = Change::of(Kind::NameInRust, Effect::COMPATIBLE, Verdict::Major);
            out.push(change.at(&place.at, &place.rust).both(&before.name, &branch.name));
        }
        slots::compare(pairs, &place, &before.slot, &branch.slot, out);
    }
    for (index, branch) in old.branches.iter().enumerate() {
        if !same.contains(&Some(index)) {
            let change = Change::of(Kind::BranchRemoved, Effect::WRITERS, Verdict::Major);
            let held = shape_text::shape(pairs.old, &branch.slot.shape);
            out.push(change.at(&branch.name, &branch.name).was(held));
        }
    }
    tags(old, new, &same, out);
    if matches!((&old.choice, &new.choice), (Choice::Trial, _) | (_, Choice::Trial)) && old.keyword != new.keyword {
        // Where branches overlap, `oneOf` refuses what `anyOf` allows.
        let (kind, effect) = match (old.keyword, new.keyword) {
            ("anyOf", "oneOf") => (Kind::Tightened, Effect::WRITERS),
            ("oneOf", "anyOf") => (Kind::Loosened, Effect::READERS),
            _ => (Kind::RuleChanged, Effect::BOTH), // keywords that list no branches
        };
        out.push(Change::of(kind, effect, Verdict::Minor).both(old.keyword, new.keyword));
    }
}

/// For each new branch, the old one: that of its name, or the only one left that holds the same.
fn branches(pairs: &Pairs<'_>, old: &Union, new: &Union) -> Vec<Option<usize>> {
    let named = |branch: &Branch| old.branches.iter().position(|before| before.name == branch.name);
    let mut same: Vec<Option<usize>> = new.branches.iter().map(named).collect();
    for (index, branch) in new.branches.iter().enumerate() {
        if same.get(index).copied().flatten().is_some() {
            continue;
        }
        let holds = |(_, before): &(usize, &Branch)| expand::same(pairs, &before.slot.shape, &branch.slot.shape);
        let free = old.branches.iter().enumerate().filter(holds).find(|(before, _)| !same.contains(&Some(*before)));
        let found = free.map(|(before, _)| before);
        if let Some(slot) = same.get_mut(index) {
            *slot = found;
        }
    }
    same
}

/// Where the fields of a struct that became a union are now, or those of a union that became a struct were before.
pub(super) fn fields(pairs: &Pairs<'_>, old: &Item, new: &Item, out: &mut Vec<Change>) {
    let change = |kind, effect| Change::of(kind, effect, Verdict::Major);
    match (&old.kind, &new.kind) {
        (ItemKind::Struct(was), ItemKind::Union(is)) => {
            for branch in &is.branches {
                let shared = shared(was, members(pairs.new, branch));
                if !shared.is_empty() {
                    let moved = change(Kind::FieldsMoved, Effect::COMPATIBLE).at(&branch.name, &branch.name);
                    out.push(moved.is(format!("{} {}", list(&shared), if shared.len() == 1 { "is" } else { "are" })));
                }
            }
            let kept = |field: &Field| is.branches.iter().any(|branch| has(members(pairs.new, branch), &field.wire));
            for field in was.fields.iter().filter(|field| !kept(field)) {
                let removed = change(Kind::FieldRemoved, Effect::READERS).at(&field.wire, &field.name);
                out.push(removed.was(super::fields::spoken(pairs.old, field)));
            }
        }
        (ItemKind::Union(was), ItemKind::Struct(is)) => {
            for branch in &was.branches {
                let shared = shared(is, members(pairs.old, branch));
                if !shared.is_empty() {
                    let moved = change(Kind::FieldsMoved, Effect::COMPATIBLE).at(&branch.name, &branch.name);
                    out.push(moved.was(list(&shared)));
                }
            }
        }
        (
            ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_),
            _,
        ) => {}
    }
}

/// The fields of what a branch holds.
fn members<'a>(module: &'a Module, branch: &Branch) -> &'a [Field] {
    let Shape::Item { id, boxed: _ } = branch.slot.shape else { return &[] };
    match &module.item(id).kind {
        ItemKind::Struct(of) => &of.fields,
        ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => &[],
    }
}

fn has(fields: &[Field], wire: &str) -> bool {
    fields.iter().any(|field| field.wire == wire)
}

fn shared<'a>(of: &'a Struct, fields: &[Field]) -> Vec<&'a str> {
    of.fields.iter().map(|field| field.wire.as_str()).filter(|wire| has(fields, wire)).collect()
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| code(name)).collect::<Vec<_>>().join(", ")
}

fn tags(old: &Union, new: &Union, same: &[Option<usize>], out: &mut Vec<Change>) {
    match (&old.choice, &new.choice) {
        (Choice::Tag { member: was, values: before }, Choice::Tag { member: is, values: after }) if was == is => {
            let of = |change: Change, value: &str| change.at(format!("{is}: {value}"), "");
            for (value, branch) in after {
                let known = before.iter().any(|(other, _)| other == value);
                // The values of a new branch come with it.
                if let (false, Some(Some(_)), Some(branch)) = (known, same.get(*branch), new.branches.get(*branch)) {
                    let change = Change::of(Kind::TagValueAdded, Effect::READERS, Verdict::Minor);
                    out.push(of(change, value).is(&branch.name));
                }
            }
            for (value, branch) in before {
                let known = after.iter().any(|(other, _)| other == value);
                if let (false, true, Some(branch)) = (known, same.contains(&Some(*branch)), old.branches.get(*branch)) {
                    let change = Change::of(Kind::TagValueRemoved, Effect::WRITERS, Verdict::Minor);
                    out.push(of(change, value).was(&branch.name));
                }
            }
        }
        (Choice::Tag { member: was, values: _ }, Choice::Tag { member: is, values: _ }) => {
            out.push(Change::of(Kind::Tag, Effect::BOTH, Verdict::Minor).both(was, is));
        }
        (Choice::Tag { member, values: _ }, Choice::Kind(_) | Choice::Trial) => {
            out.push(Change::of(Kind::Tag, Effect::READERS, Verdict::Minor).was(member));
        }
        (Choice::Kind(_) | Choice::Trial, Choice::Tag { member, values: _ }) => {
            out.push(Change::of(Kind::Tag, Effect::WRITERS, Verdict::Minor).is(member));
        }
        (Choice::Kind(_) | Choice::Trial, Choice::Kind(_) | Choice::Trial) => {}
    }
}
