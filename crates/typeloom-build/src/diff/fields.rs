//! Fields: which are there, which were renamed, and what became of each.

use super::changes::{Change, Effect, Kind};
use super::expand;
use super::json_kinds;
use super::pairs::Pairs;
use super::presence;
use super::sentence::code;
use super::shape_text;
use super::similar::Name;
use super::slots::{self, Place};
use super::verdict::Verdict;
use crate::model::{Field, Struct};
use std::collections::BTreeMap;

/// How much alike the names of a field must be, in percent, for a guess that it was renamed.
const ALIKE: u32 = 75;

/// How many pairs of fields are looked at for likeness.
const MOST_GUESSES: usize = 10_000;

/// Compares the fields of two structs.
pub(super) fn compare(pairs: &Pairs<'_>, old: &Struct, new: &Struct, out: &mut Vec<Change>) {
    let renamed = renamed(pairs, old, new);
    let mut kept = Vec::new();
    for field in &new.fields {
        let same = old.fields.iter().find(|before| before.wire == field.wire);
        let likely = renamed.get(field.wire.as_str());
        match same.or(likely.map(|(before, _)| *before)) {
            Some(before) => {
                kept.push(before.wire.as_str());
                if let Some((_, guess)) = likely {
                    out.push(rename(pairs, before, field, guess));
                }
                both(pairs, before, field, likely.is_some(), out);
            }
            None => out.push(added(pairs, old, field)),
        }
    }
    aliases(old, new, out);
    for field in old.fields.iter().filter(|field| !kept.contains(&field.wire.as_str())) {
        // What is no field any more may still be sent, and may still stand there where the object is open.
        let effect = Effect { readers: true, writers: new.rest.forbidden };
        let change = Change::of(Kind::FieldRemoved, effect, Verdict::Major).at(&field.wire, &field.name);
        out.push(change.was(spoken(pairs.old, field)));
    }
}

fn added(pairs: &Pairs<'_>, old: &Struct, field: &Field) -> Change {
    let effect = Effect { readers: old.rest.forbidden, writers: presence::is_required(field.presence) };
    let change = Change::of(Kind::FieldAdded, effect, Verdict::Major).at(&field.wire, &field.name);
    change.is(spoken(pairs.new, field))
}

/// Presence and type: ``required `String` ``.
pub(super) fn spoken(module: &crate::model::Module, field: &Field) -> String {
    format!("{} `{}`", presence::name(field.presence), shape_text::shape(module, &field.slot.shape))
}

fn rename(pairs: &Pairs<'_>, old: &Field, new: &Field, guess: &str) -> Change {
    let same = old.name == new.name && is_same_type(pairs, old, new);
    let verdict = if same { Verdict::Minor } else { Verdict::Major };
    // Where the old name is read too, only who writes it is off.
    let effect = Effect { readers: !new.aliases.contains(&old.wire), writers: true };
    let mut change = Change::of(Kind::FieldRenamed, effect, verdict).at(&new.wire, &new.name);
    change.guess = Some(guess.to_owned());
    change.both(&old.wire, &new.wire)
}

/// Whether the field has the same type for the compiler, presence included.
fn is_same_type(pairs: &Pairs<'_>, old: &Field, new: &Field) -> bool {
    presence::options(old.presence) == presence::options(new.presence)
        && expand::same(pairs, &old.slot.shape, &new.slot.shape)
}

fn both(pairs: &Pairs<'_>, old: &Field, new: &Field, renamed: bool, out: &mut Vec<Change>) {
    let change = |kind, effect, verdict| Change::of(kind, effect, verdict).at(&new.wire, &new.name);
    if old.name != new.name && !renamed {
        out.push(change(Kind::NameInRust, Effect::COMPATIBLE, Verdict::Major).both(&old.name, &new.name));
    }
    if old.presence != new.presence && !is_told_by_type(pairs, old, new) {
        let same = presence::options(old.presence) == presence::options(new.presence);
        let verdict = if same { Verdict::Minor } else { Verdict::Major };
        let effect = presence::effect(old.presence, new.presence);
        let [was, is] = [old.presence, new.presence].map(presence::name);
        out.push(change(Kind::Presence, effect, verdict).both(was, is));
    }
    slots::compare(pairs, &Place::new(&new.wire, &new.name), &old.slot, &new.slot, out);
    match (old.deprecated, new.deprecated) {
        (false, true) => out.push(change(Kind::Deprecated, Effect::COMPATIBLE, Verdict::Minor)),
        (true, false) => out.push(change(Kind::NotDeprecated, Effect::COMPATIBLE, Verdict::Patch)),
        (true, true) | (false, false) => {}
    }
}

/// A type that has `null` among its values says of `null` what there is to say.
fn is_told_by_type(pairs: &Pairs<'_>, old: &Field, new: &Field) -> bool {
    let holds =
        json_kinds::holds_null(pairs.old, &old.slot.shape) || json_kinds::holds_null(pairs.new, &new.slot.shape);
    holds
        && presence::is_required(old.presence) == presence::is_required(new.presence)
        && presence::effect(old.presence, new.presence).is_compatible()
}

/// The spellings that are read beside the name of a field, where they changed: `` `next_step` for `nextStep` ``.
fn aliases(old: &Struct, new: &Struct, out: &mut Vec<Change>) {
    let both = new.fields.iter().filter_map(|field| {
        let before = old.fields.iter().find(|before| before.wire == field.wire)?;
        (before.aliases != field.aliases).then_some((before, field))
    });
    let spoken = |field: &Field| {
        field.aliases.iter().map(|alias| format!("{} for {}", code(alias), code(&field.wire))).collect::<Vec<_>>()
    };
    let (was, is): (Vec<_>, Vec<_>) = both.map(|(before, field)| (spoken(before), spoken(field))).unzip();
    let (was, is) = (was.concat().join(", "), is.concat().join(", "));
    if was == is {
        return;
    }
    let mut change = Change::of(Kind::Aliases, Effect::COMPATIBLE, Verdict::Minor);
    change.old = Some(was).filter(|was| !was.is_empty());
    change.new = Some(is).filter(|is| !is.is_empty());
    out.push(change);
}

/// The fields that are likely to be old ones under another name, by their new name, and what is alike.
fn renamed<'a>(pairs: &Pairs<'_>, old: &'a Struct, new: &'a Struct) -> BTreeMap<&'a str, (&'a Field, String)> {
    let lacks = |of: &Struct, wire: &str| of.fields.iter().all(|field| field.wire != wire);
    let gone: Vec<&Field> = old.fields.iter().filter(|field| lacks(new, &field.wire)).collect();
    let come: Vec<&Field> = new.fields.iter().filter(|field| lacks(old, &field.wire)).collect();
    if gone.len().saturating_mul(come.len()) > MOST_GUESSES {
        return BTreeMap::new();
    }
    let looks = |fields: &[&Field]| fields.iter().map(|field| Name::of(&field.wire)).collect::<Vec<_>>();
    let names = (looks(&gone), looks(&come));
    let mut scored = Vec::new();
    for (was, before) in gone.iter().enumerate() {
        for (is, after) in come.iter().enumerate() {
            let name = names.0[was].likeness(&names.1[is]); // as many as fields
            let same = expand::same(pairs, &before.slot.shape, &after.slot.shape);
            if name == 100 || name >= ALIKE && same {
                scored.push((std::cmp::Reverse(name), was, is, same));
            }
        }
    }
    scored.sort();
    let mut found: BTreeMap<&str, (&Field, String)> = BTreeMap::new();
    let mut used = vec![false; gone.len()];
    for (std::cmp::Reverse(name), was, is, same) in scored {
        if used[was] || found.contains_key(come[is].wire.as_str()) {
            continue;
        }
        used[was] = true; // an index of `gone`
        let name =
            if name == 100 { "the words are the same".to_owned() } else { format!("the names are {name} % alike") };
        let guess = if same { format!("{name} and the type is the same") } else { name };
        found.insert(&come[is].wire, (gone[was], guess));
    }
    found
}
