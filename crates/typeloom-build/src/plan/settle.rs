//! Names that become one in Rust are told apart: each gets the first of its candidates that no other one has.
//!
//! Nearly all names get their first candidate, so the others are made only for those that lose it.
//!
//! Nothing depends on the order of the names: where none of them has a better right to a candidate, all give it up.

use crate::diagnostic::Code;
use std::collections::{BTreeMap, BTreeSet};

/// A name to be found.
pub(super) struct Entry {
    /// What it is called unless another one has a better right to that.
    pub first: String,
    /// Who has a better right to a candidate that several want: the lower one.
    pub rank: u8,
}

/// A name that was found.
pub(super) struct Settled {
    /// The name.
    pub name: String,
    /// The entry that wanted the first candidate too, if that is why it has another one.
    pub rival: Option<Rival>,
}

/// Who has, or wanted, the first candidate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rival {
    /// Another entry.
    Entry(usize),
    /// A name that was taken before.
    Taken,
}

/// Finds names that differ from one another and from those that are `taken`. `others` gives what an entry can be called
/// beside its first candidate, best first.
pub(super) fn settle(
    entries: &[Entry],
    taken: &BTreeSet<String>,
    others: impl Fn(usize) -> Vec<String>,
) -> Vec<Settled> {
    let mut wanted = BTreeSet::new();
    if entries.iter().all(|entry| !taken.contains(&entry.first) && wanted.insert(entry.first.as_str())) {
        return entries.iter().map(|entry| Settled { name: entry.first.clone(), rival: None }).collect();
    }
    let mut levels = vec![0; entries.len()];
    let mut rivals: Vec<Option<Rival>> = vec![None; entries.len()];
    let mut candidates: Vec<Vec<String>> = entries.iter().map(|entry| vec![entry.first.clone()]).collect();
    // Each round moves someone on to the next of a finite number of candidates, or is the last.
    loop {
        let losers = losers(entries, &candidates, &levels, taken);
        if losers.is_empty() {
            break;
        }
        for (index, rival) in losers {
            if levels[index] == 0 {
                candidates[index].extend(others(index));
            }
            levels[index] += 1;
            rivals[index].get_or_insert(rival);
        }
    }
    let mut used = taken.clone();
    let mut settled = Vec::new();
    for ((candidates, level), rival) in candidates.into_iter().zip(levels).zip(rivals) {
        let mut name = candidates.get(level).or(candidates.last()).cloned().unwrap_or_default();
        while !used.insert(name.clone()) || name.is_empty() {
            name.push('_');
        }
        settled.push(Settled { name, rival });
    }
    settled
}

/// What there is to tell of an entry that has another name than its first.
pub(super) enum Told {
    /// Another entry has the better right to it: a note.
    Yielded(usize),
    /// The name was taken before.
    Taken,
    /// Entries of equal rights, these beside this one, all gave it up: worth a warning, for one more name in a document
    /// took it from all of them. It is told of the first.
    Together(Vec<usize>),
    /// It is told of another one.
    Elsewhere,
}

impl Told {
    /// The code that it is told under.
    pub fn code(&self) -> Code {
        match self {
            Told::Yielded(_) => Code::NameSpelled,
            Told::Taken | Told::Together(_) | Told::Elsewhere => Code::NameCollision,
        }
    }
}

/// What there is to tell of each entry; [`None`] where it has its first name.
pub(super) fn told(entries: &[Entry], settled: &[Settled]) -> Vec<Option<Told>> {
    let rank = |index: usize| entries.get(index).map(|entry| entry.rank);
    let first = |index: usize| entries.get(index).map(|entry| entry.first.as_str());
    let mut together: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, found) in settled.iter().enumerate() {
        match found.rival {
            Some(Rival::Entry(other)) if rank(other) == rank(index) => {
                together.entry(first(index)).or_default().push(index);
            }
            Some(Rival::Entry(_) | Rival::Taken) | None => {}
        }
    }
    let told = |(index, found): (usize, &Settled)| {
        Some(match found.rival? {
            Rival::Taken => Told::Taken,
            Rival::Entry(other) if rank(other) < rank(index) => Told::Yielded(other),
            Rival::Entry(other) => match together.get(&first(index)).map(Vec::as_slice) {
                Some([leader, rest @ ..]) if *leader == index && !rest.is_empty() => Told::Together(rest.to_vec()),
                Some([leader, ..]) if *leader != index => Told::Elsewhere,
                Some(_) | None => Told::Together(vec![other]),
            },
        })
    };
    settled.iter().enumerate().map(told).collect()
}

/// The entries that have to give up their present candidate, and for whom.
fn losers(
    entries: &[Entry],
    candidates: &[Vec<String>],
    levels: &[usize],
    taken: &BTreeSet<String>,
) -> Vec<(usize, Rival)> {
    let mut wanted: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, (candidates, level)) in candidates.iter().zip(levels).enumerate() {
        if let Some(name) = candidates.get(*level) {
            wanted.entry(name).or_default().push(index);
        }
    }
    let mut losers = Vec::new();
    for (name, group) in wanted {
        if taken.contains(name) {
            losers.extend(group.into_iter().map(|index| (index, Rival::Taken)));
            continue;
        }
        if group.len() == 1 {
            continue;
        }
        let right = |index: &usize| (levels[*index], entries[*index].rank);
        let Some(best) = group.iter().map(right).min() else { continue };
        let winner = match group.iter().filter(|index| right(index) == best).collect::<Vec<_>>().as_slice() {
            [only] => Some(**only),
            _ => None, // equal rights
        };
        for &index in group.iter().filter(|index| Some(**index) != winner) {
            let other = winner.or_else(|| group.iter().copied().find(|other| *other != index));
            losers.extend(other.map(|other| (index, Rival::Entry(other))));
        }
    }
    losers
}
