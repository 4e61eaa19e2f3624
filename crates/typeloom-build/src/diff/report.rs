//! How much changed, in one line.

use super::changes::{Change, Changes, Kind, TypeChanges, VendorChanges};
use super::sentence::{self, code};

/// How many types are named of those whose docs differ and nothing else.
const NAMED: usize = 3;

/// `3 changes in 2 types: 1 breaks readers, 1 breaks writers`.
pub(super) fn summary(changes: &Changes) -> String {
    let all = changes.iter().count();
    let types: usize = changes.vendors.iter().map(|vendor| vendor.types.len()).sum();
    let readers = changes.iter().filter(|change| change.effect.readers).count();
    let writers = changes.iter().filter(|change| change.effect.writers).count();
    let mut parts = Vec::new();
    match readers {
        0 => {}
        1 => parts.push("1 breaks readers".to_owned()),
        count => parts.push(format!("{count} break readers")),
    }
    match writers {
        0 => {}
        1 => parts.push("1 breaks writers".to_owned()),
        count => parts.push(format!("{count} break writers")),
    }
    if parts.is_empty() {
        parts.push("no JSON breaks".to_owned());
    }
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let place = if types == 0 { String::new() } else { format!(" in {types} type{}", plural(types)) };
    format!("{all} change{}{place}: {}", plural(all), parts.join(", "))
}

/// One line of a report about a vendor.
pub(super) enum Entry<'a> {
    /// About the vendor itself.
    Vendor(&'a Change),
    /// A type, with a line for each of its changes.
    Type(&'a TypeChanges),
    /// Types of which nothing but docs differ: the first change, and what is said of all.
    Docs(&'a Change, String),
}

/// What is to be said about a vendor. Types with other docs alone may be many, and are one line.
pub(super) fn entries(of: &VendorChanges) -> Vec<Entry<'_>> {
    let only_docs = |of: &&TypeChanges| of.changes.iter().all(|change| change.kind == Kind::Docs);
    let (docs, others): (Vec<&TypeChanges>, Vec<&TypeChanges>) = of.types.iter().partition(only_docs);
    let mut entries: Vec<Entry<'_>> = of.change.iter().map(Entry::Vendor).collect();
    entries.extend(others.into_iter().map(Entry::Type));
    match docs.as_slice() {
        [] => {}
        [one] => entries.push(Entry::Type(one)),
        all => {
            let named: Vec<String> = all.iter().take(NAMED).map(|of| code(&of.name)).collect();
            let more = all.len() - named.len();
            let named = if more > 0 { format!("{} and {more} more", named.join(", ")) } else { named.join(", ") };
            let first = all.iter().flat_map(|of| &of.changes).next();
            entries.extend(first.map(|change| Entry::Docs(change, format!("{} of {named}", sentence::of(change)))));
        }
    }
    entries
}

/// What a vendor is called in a report.
pub(super) fn vendor(of: &VendorChanges) -> &str {
    of.vendor.as_deref().unwrap_or("(top level)")
}
