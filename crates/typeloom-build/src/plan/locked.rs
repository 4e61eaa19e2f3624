//! The names that were given before: which entry of the lock belongs to which type, and which belongs to none any more.
//!
//! An entry is a type's if title and place are the same. A type whose place is another now (its file was renamed, a
//! definition moved) still has the entry of its title, where nothing else of that title is where the entry says.

use super::draft::{Draft, Sketch, location};
use crate::diagnostic::{Code, Sink};
use crate::model::ItemId;
use crate::names::{self, Names, TypeNames};
use crate::options::Options;
use crate::source::Sources;
use crate::spec::Spec;
use std::collections::{BTreeMap, BTreeSet};

/// How many names a message lists.
const LISTED: usize = 3;

/// The lock of a vendor, and what there is now.
pub(super) struct Locked<'a> {
    vendor: &'a str,
    names: Option<&'a Names>,
    /// The entries by title: the name in Rust, and the entry.
    titles: BTreeMap<&'a str, Vec<(&'a str, &'a TypeNames)>>,
    /// The entries whose type is where they say, by their name in Rust.
    alive: BTreeSet<&'a str>,
    /// For each item, the name of its entry, once types have their names.
    entries: BTreeMap<ItemId, &'a str>,
}

/// The names of what is in one type.
#[derive(Clone, Copy)]
pub(super) struct Members<'a>(Option<&'a TypeNames>);

impl<'a> Members<'a> {
    /// The name that a field, a variant or a branch has.
    pub fn name(self, key: &str) -> Option<&'a str> {
        self.0?.members.get(key).map(|member| member.name.as_str())
    }

    /// The name of the field for other members, or the variant for other strings.
    pub fn rest(self) -> Option<&'a str> {
        self.0?.rest.as_deref()
    }
}

impl<'a> Locked<'a> {
    /// What the lock says of a vendor.
    pub fn of(spec: &'a Spec, sources: &Sources, options: &'a Options) -> Locked<'a> {
        let mut locked = Locked {
            vendor: &spec.vendor,
            names: options.names.as_ref(),
            titles: BTreeMap::new(),
            alive: BTreeSet::new(),
            entries: BTreeMap::new(),
        };
        let Some(names) = locked.names else { return locked };
        let place = |schema| names::place(&spec.vendor, &location(sources, schema));
        let places: BTreeSet<String> = spec.schemas.iter().map(place).collect();
        let types: BTreeSet<(&str, String)> =
            spec.types.iter().map(|named| (named.name.as_str(), place(spec.schema(named.schema)))).collect();
        let titles: BTreeSet<&str> = types.iter().map(|(title, _)| *title).collect();
        for (name, of) in &names.types {
            locked.titles.entry(&of.title).or_default().push((name, of));
            let alive = match titles.contains(of.title.as_str()) {
                true => types.contains(&(of.title.as_str(), of.at.clone())),
                false => places.contains(&of.at), // a part of a type
            };
            if alive {
                locked.alive.insert(name);
            }
        }
        locked
    }

    /// The entry of a type: its name in Rust, and what it says.
    fn entry(&self, items: &[Sketch], id: ItemId) -> Option<(&'a str, &'a TypeNames)> {
        let of = items.get(id.0 as usize)?;
        let entries = self.titles.get(of.item.title.as_str())?;
        let place = names::place(self.vendor, &of.item.location);
        let mut there = entries.iter().filter(|(_, entry)| entry.at == place);
        let found = match there.clone().count() {
            0 => entries.iter().find(|(name, _)| !self.alive.contains(name)),
            1 => there.next(),
            // What may be `null` has a type of its own for what it is otherwise, of the same schema and title. The name
            // of the inner one begins with that of the outer one, which comes first here and there.
            _ => {
                let same =
                    |other: &&Sketch| other.item.title == of.item.title && other.item.location == of.item.location;
                there.nth(items.iter().take(id.0 as usize).filter(same).count())
            }
        };
        found.copied()
    }

    /// The names of what is in a type.
    pub fn members(&self, items: &[Sketch], id: ItemId) -> Members<'a> {
        Members(self.entry(items, id).map(|(_, entry)| entry))
    }
}

/// The names that types had, by item. No two have one name.
pub(super) fn types<'a>(draft: &mut Draft<'a>) -> BTreeMap<ItemId, &'a str> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut entries = BTreeMap::new();
    for id in (0..draft.items.len() as u32).map(ItemId) {
        if let Some((name, _)) = draft.locked.entry(&draft.items, id)
            && used.insert(name)
        {
            entries.insert(id, name);
        }
    }
    draft.locked.entries = entries.clone();
    entries
}

/// Tells what is locked and gone, and what is there and not locked.
pub(super) fn report(draft: &Draft<'_>, sink: &mut Sink) {
    let Some(names) = draft.locked.names else { return };
    let items: BTreeMap<&str, ItemId> = draft.locked.entries.iter().map(|(id, name)| (*name, *id)).collect();
    for (name, of) in &names.types {
        let Some(&id) = items.get(name.as_str()) else {
            if let Some(span) = of.span {
                sink.report(Code::StaleName, span)
                    .message(format!("there is no type `{}` any more, which was called `{name}`", of.title))
                    .help(names::HELP);
            }
            continue;
        };
        let members = names::members(&draft.sketch(id).item.kind);
        for (key, member) in of.members.iter().filter(|(key, _)| !members.iter().any(|(of, _)| of == key)) {
            if let Some(span) = member.span {
                sink.report(Code::StaleName, span)
                    .group("member")
                    .message(format!(
                        "there is no `{key}` in `{}` any more, which was called `{}`",
                        of.title, member.name
                    ))
                    .help(names::HELP);
            }
        }
    }
    let new = new(draft, names);
    if let (Some(span), false) = (names.span, new.is_empty()) {
        let (count, listed) = (new.len(), new.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", "));
        let more = if count > LISTED { ", .." } else { "" };
        let are = if count == 1 { "1 name is" } else { &format!("{count} names are") };
        sink.report(Code::NewName, span)
            .message(format!("{are} not locked yet at `{}`: {listed}{more}", draft.spec.vendor))
            .help(names::HELP);
    }
}

/// What has a name that the lock does not give it.
fn new(draft: &Draft<'_>, names: &Names) -> Vec<String> {
    let mut new = Vec::new();
    for (id, sketch) in (0..).map(ItemId).zip(&draft.items) {
        let item = &sketch.item;
        let Some(of) = draft.locked.entries.get(&id).and_then(|name| names.types.get(*name)) else {
            new.push(format!("`{}`", item.name));
            continue;
        };
        if draft.locked.entries.get(&id) != Some(&item.name.as_str()) {
            new.push(format!("`{}`", item.name)); // renamed on purpose
        }
        for (key, name) in names::members(&item.kind) {
            if of.members.get(key).is_none_or(|member| member.name != name) {
                new.push(format!("`{key}` of `{}`", item.name));
            }
        }
    }
    new
}
