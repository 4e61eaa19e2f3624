//! Whether two things with different names may be one that was renamed. Every answer is a guess and comes with what is
//! alike, so that people can judge it.

use crate::convention::{fold, words};
use crate::model::{Item, ItemKind};
use std::collections::BTreeSet;

/// How much alike two names are, in percent. A name that holds all words of the other (`email`, `email_address`) is
/// 80 % alike.
pub(super) fn names(a: &str, b: &str) -> u32 {
    if fold(a) == fold(b) {
        return 100;
    }
    let [one, other] = [a, b].map(|name| words(name).into_iter().collect::<BTreeSet<_>>());
    let holds = !one.is_empty() && !other.is_empty() && (one.is_subset(&other) || other.is_subset(&one));
    let letters = percent(strsim::normalized_damerau_levenshtein(&fold(a), &fold(b)));
    letters.max(if holds { 80 } else { 0 }).min(99)
}

/// How much alike two types are, and what is alike; [`None`] where they are hardly one.
pub(super) fn items(old: &Item, new: &Item) -> Option<(u32, String)> {
    if std::mem::discriminant(&old.kind) != std::mem::discriminant(&new.kind) {
        return None;
    }
    let name = names(&old.title, &new.title);
    let (old, new) = (members(old), members(new));
    if old.is_empty() || new.is_empty() {
        return (name >= 90).then(|| (name, format!("the names are {name} % alike")));
    }
    let shared = old.intersection(&new).count();
    let of = old.union(&new).count();
    let likeness = percent(shared as f64 / of as f64);
    let score = (name + 3 * likeness) / 4;
    // One common member, such as `id` or `type`, says little.
    let one = likeness >= 60 && shared >= 3 || likeness >= 40 && name >= 60 || name >= 90;
    one.then(|| (score, format!("{shared} of {of} members are the same, the names are {name} % alike")))
}

fn members(item: &Item) -> BTreeSet<&str> {
    match &item.kind {
        ItemKind::Struct(of) => of.fields.iter().map(|field| field.wire.as_str()).collect(),
        ItemKind::Enum(of) => of.variants.iter().map(|variant| variant.value.as_str()).collect(),
        ItemKind::Union(of) => of.branches.iter().map(|branch| branch.name.as_str()).collect(),
        ItemKind::Newtype(_) | ItemKind::Alias(_) => BTreeSet::new(),
    }
}

fn percent(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 100.0).floor() as u32
}
