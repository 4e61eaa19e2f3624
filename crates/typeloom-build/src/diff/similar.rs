//! Whether two things with different names may be one that was renamed. Every answer is a guess and comes with what is
//! alike, so that people can judge it.

use crate::convention::{fold, words};
use crate::model::{Item, ItemKind};
use std::collections::BTreeSet;
use std::mem::Discriminant;

/// A name, as far as likeness goes.
pub(super) struct Name {
    folded: String,
    words: BTreeSet<String>,
}

impl Name {
    /// Takes a name apart.
    pub fn of(name: &str) -> Name {
        Name { folded: fold(name), words: words(name).into_iter().collect() }
    }

    /// How much alike two names are, in percent. A name that holds all words of the other (`email`, `email_address`)
    /// is 80 % alike, one of the same words is the same.
    pub fn likeness(&self, other: &Name) -> u32 {
        if self.folded == other.folded {
            return 100;
        }
        let (one, two) = (&self.words, &other.words);
        let holds = !one.is_empty() && !two.is_empty() && (one.is_subset(two) || two.is_subset(one));
        let letters = percent(strsim::normalized_damerau_levenshtein(&self.folded, &other.folded));
        letters.max(if holds { 80 } else { 0 }).min(99)
    }
}

/// A type, as far as likeness goes.
pub(super) struct Looks<'a> {
    kind: Discriminant<ItemKind>,
    name: Name,
    members: BTreeSet<&'a str>,
}

impl<'a> Looks<'a> {
    /// Takes a type apart.
    pub fn of(item: &'a Item) -> Looks<'a> {
        Looks { kind: std::mem::discriminant(&item.kind), name: Name::of(&item.title), members: members(item) }
    }

    /// How much alike two types are, and what is alike; [`None`] where they are hardly one.
    pub fn likeness(&self, new: &Looks<'_>) -> Option<(u32, String)> {
        if self.kind != new.kind {
            return None;
        }
        let shared = self.members.intersection(&new.members).count();
        let of = self.members.len() + new.members.len() - shared;
        let likeness = (shared * 100).checked_div(of).unwrap_or(0) as u32;
        if of > 0 && shared == 0 {
            return None; // before names are compared, which takes longer
        }
        let name = self.name.likeness(&new.name);
        if of == 0 {
            return (name >= 90).then(|| (name, format!("the names are {name} % alike")));
        }
        // One common member, such as `id` or `type`, says little.
        let one = likeness >= 60 && shared >= 3 || likeness >= 40 && name >= 60 || name >= 90;
        let same = match shared == of {
            true => "all members are the same".to_owned(),
            false => format!("{shared} of {of} members are the same"),
        };
        one.then(|| ((name + 3 * likeness) / 4, format!("{same}, the names are {name} % alike")))
    }
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
