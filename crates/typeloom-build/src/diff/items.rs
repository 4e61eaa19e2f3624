//! Types: which are there, what became of each, and the rules of a type as a whole.

use super::changes::{Change, Effect, Kind, TypeChanges};
use super::checks::{self, Carried, Fact};
use super::docs;
use super::enums;
use super::json_kinds;
use super::pairs::Pairs;
use super::rules;
use super::sentence::code;
use super::shape_text;
use super::slots::{self, Place};
use super::structs;
use super::unions;
use super::verdict::Verdict;
use crate::model::{Check, Item, ItemId, ItemKind, Module, RuleId, Shape, Validation};
use std::collections::BTreeSet;

/// The changes of all types that have some.
pub(super) fn compare(pairs: &Pairs<'_>) -> Vec<TypeChanges> {
    let (mut changed, mut added) = (Vec::new(), Vec::new());
    for (index, item) in pairs.new.items.iter().enumerate() {
        let id = ItemId(index as u32);
        let changes = match pairs.before(id) {
            Some(before) => both(pairs, before, id),
            None => {
                added.push(of(
                    item,
                    vec![Change::of(Kind::TypeAdded, Effect::COMPATIBLE, Verdict::Minor).is(spoken(pairs.new, item))],
                ));
                continue;
            }
        };
        if !changes.is_empty() {
            changed.push(of(item, changes));
        }
    }
    changed.append(&mut added);
    let used = used(pairs.old);
    for (index, item) in pairs.old.items.iter().enumerate() {
        let id = ItemId(index as u32);
        if pairs.after(id).is_none() {
            // What JSON breaks by that is told where the type was used.
            let effect = if used.contains(&id) { Effect::COMPATIBLE } else { Effect::BOTH };
            let change = Change::of(Kind::TypeRemoved, effect, Verdict::Major).was(spoken(pairs.old, item));
            changed.push(of(item, vec![change]));
        }
    }
    changed
}

/// The types that other types hold.
fn used(module: &Module) -> BTreeSet<ItemId> {
    let mut used = BTreeSet::new();
    for (index, item) in module.items.iter().enumerate() {
        let held = item.kind.all_slots().into_iter().filter_map(|slot| slot.shape.item());
        used.extend(held.filter(|id| id.0 as usize != index));
    }
    used
}

fn of(item: &Item, changes: Vec<Change>) -> TypeChanges {
    TypeChanges { name: plain(&item.name).to_owned(), title: item.title.clone(), changes }
}

fn plain(name: &str) -> &str {
    name.trim_start_matches("r#")
}

/// What a type is, in words: `a struct with 3 fields`.
fn spoken(module: &Module, item: &Item) -> String {
    let count = |count: usize, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    };
    match &item.kind {
        ItemKind::Struct(of) => format!("a struct with {}", count(of.fields.len(), "field", "fields")),
        ItemKind::Enum(of) => format!("an enum of {}", count(of.variants.len(), "value", "values")),
        ItemKind::Union(of) => format!("a union of {}", count(of.branches.len(), "branch", "branches")),
        ItemKind::Newtype(slot) if matches!(slot.shape, Shape::Value) => "any JSON, judged by rules".to_owned(),
        ItemKind::Alias(slot) if matches!(slot.shape, Shape::Value) => "any JSON (not described)".to_owned(),
        ItemKind::Newtype(slot) => format!("a newtype of {}", code(&shape_text::shape(module, &slot.shape))),
        ItemKind::Alias(slot) => format!("another name for {}", code(&shape_text::shape(module, &slot.shape))),
    }
}

fn both(pairs: &Pairs<'_>, before: ItemId, after: ItemId) -> Vec<Change> {
    let (old, new) = (pairs.old.item(before), pairs.new.item(after));
    let mut out = Vec::new();
    if let Some(guess) = pairs.guess(after) {
        let mut change = Change::of(Kind::TypeRenamed, Effect::COMPATIBLE, renamed(old, new));
        change.guess = Some(guess.to_owned());
        out.push(change.both(plain(&old.name), plain(&new.name)));
    } else if old.name != new.name {
        let change = Change::of(Kind::TypeRenamed, Effect::COMPATIBLE, Verdict::Major);
        out.push(change.both(plain(&old.name), plain(&new.name)));
    }
    match (old.deprecated, new.deprecated) {
        (false, true) => out.push(Change::of(Kind::Deprecated, Effect::COMPATIBLE, Verdict::Minor)),
        (true, false) => out.push(Change::of(Kind::NotDeprecated, Effect::COMPATIBLE, Verdict::Patch)),
        (true, true) | (false, false) => {}
    }
    // Of other kinds of types, what they hold says so.
    if let (ItemKind::Enum(_), ItemKind::Enum(_), true) = (&old.kind, &new.kind, old.secret != new.secret) {
        let words = |item: &Item| if item.secret { "a secret" } else { "no secret" };
        out.push(Change::of(Kind::Retyped, Effect::COMPATIBLE, Verdict::Major).both(words(old), words(new)));
    }
    let rules = contents(pairs, before, after, &mut out);
    if let Some(carried) = rules {
        whole(pairs, old, new, &carried, &mut out);
    }
    if out.is_empty() && docs::differ(old, new) {
        out.push(Change::of(Kind::Docs, Effect::COMPATIBLE, Verdict::Patch));
    }
    out
}

/// A type that was guessed to be another may have kept its name in Rust.
fn renamed(old: &Item, new: &Item) -> Verdict {
    if old.name == new.name { Verdict::Patch } else { Verdict::Major }
}

/// Which assertions a type makes by itself, where old and new are of one kind.
struct Whole {
    members: Vec<String>,
    object: bool,
    strings: bool,
    branches: bool,
    any: bool,
    list: bool,
}

fn contents(pairs: &Pairs<'_>, before: ItemId, after: ItemId, out: &mut Vec<Change>) -> Option<Whole> {
    let (old, new) = (pairs.old.item(before), pairs.new.item(after));
    let mut whole =
        Whole { members: Vec::new(), object: false, strings: false, branches: false, any: false, list: false };
    match (&old.kind, &new.kind) {
        (ItemKind::Struct(was), ItemKind::Struct(is)) => {
            structs::compare(pairs, was, is, out);
            whole.object = true;
            whole.members = was.fields.iter().chain(&is.fields).map(|field| field.wire.clone()).collect();
        }
        (ItemKind::Enum(was), ItemKind::Enum(is)) => {
            enums::compare((was, old.validation), (is, new.validation), out);
            whole.strings = true;
            whole.branches = true; // an enum may be made of branches that list strings
        }
        (ItemKind::Union(was), ItemKind::Union(is)) => {
            unions::compare(pairs, was, is, out);
            whole.branches = true;
        }
        (ItemKind::Newtype(was) | ItemKind::Alias(was), ItemKind::Newtype(is) | ItemKind::Alias(is)) => {
            if std::mem::discriminant(&old.kind) != std::mem::discriminant(&new.kind) {
                let became = Change::of(Kind::TypeBecame, Effect::COMPATIBLE, Verdict::Major);
                out.push(became.both(spoken(pairs.old, old), spoken(pairs.new, new)));
            }
            let (mut was, mut is) = (was.clone(), is.clone());
            if own(old).is_some() || own(new).is_some() {
                // A rule by value has the checks of the position too, and is compared as a whole.
                (was.checks, is.checks) = (Vec::new(), Vec::new());
            }
            slots::compare(pairs, &Place::new("", ""), &was, &is, out);
            whole.any = matches!(is.shape, Shape::Value);
            whole.list = matches!(is.shape, Shape::List(_));
        }
        (
            ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_),
            _,
        ) => {
            let [was, is] = [before, after].map(|id| Shape::Item { id, boxed: false });
            let effect = json_kinds::effect(pairs, &was, &is);
            let became = Change::of(Kind::TypeBecame, effect, Verdict::Major);
            out.push(became.both(spoken(pairs.old, old), spoken(pairs.new, new)));
            unions::fields(pairs, old, new, out);
            return None;
        }
    }
    Some(whole)
}

/// Compares the rules of types as a whole.
fn whole(pairs: &Pairs<'_>, old: &Item, new: &Item, whole: &Whole, out: &mut Vec<Change>) {
    let members: Vec<&str> = whole.members.iter().map(String::as_str).collect();
    let carried = Carried {
        object: whole.object,
        members: &members,
        strings: whole.strings,
        branches: whole.branches,
        items: whole.list,
        kinds: !whole.any,
    };
    let (was, is) = (own(old), own(new));
    if let (None, None) = (was, is) {
        return structs::checks(pairs, old, new, carried, out);
    }
    let [before, after] = [(pairs.old, old, was), (pairs.new, new, is)].map(|(module, item, rule)| {
        let mut facts: Vec<Fact<'_>> = Vec::new();
        match rule {
            Some(rule) => rules::facts(module, rule, &carried, &mut facts),
            None => checks::gather(module, typed(item), &carried, &mut facts),
        }
        facts
    });
    checks::facts(pairs, &Place::new("", ""), before, after, out);
    // What neither the type nor these rules show must not be lost.
    if let (Some(was), Some(is)) = (was, is)
        && out.is_empty()
        && pairs.old_prints.rule(was) != pairs.new_prints.rule(is)
    {
        out.push(Change::of(Kind::RuleChanged, Effect::BOTH, Verdict::Minor));
    }
}

fn own(item: &Item) -> Option<RuleId> {
    match item.validation {
        Validation::ByValue(rule) => Some(rule),
        Validation::Nothing | Validation::Typed => None,
    }
}

/// The checks of a type that is validated by them.
fn typed(item: &Item) -> &[Check] {
    match &item.kind {
        ItemKind::Struct(of) => &of.checks,
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => &slot.checks,
        ItemKind::Enum(_) | ItemKind::Union(_) => &[],
    }
}
