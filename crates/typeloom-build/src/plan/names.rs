//! The Rust names of fields, variants and modules, and what is told about them. Types: [`type_names`](super::type_names).
//!
//! Two names that become one are told apart by what the vendor wrote, never by a counter.

use super::identifiers::{self, Case};
use super::locked::Members;
use super::settle::{self, Entry, Rival};
use super::words;
use crate::diagnostic::{Code, Sink};
use crate::source::Span;
use std::collections::BTreeSet;

/// A name in the JSON that needs one in Rust.
pub(super) struct Wire<'a> {
    /// As in the JSON: `nextStep`.
    pub text: &'a str,
    /// Where it was written.
    pub span: Span,
    /// What the vendor calls it, where that is something else.
    pub wanted: Option<&'a str>,
    /// The identifier that an override gives.
    pub given: Option<&'a str>,
}

/// The names of the fields of a struct, and of the field for all other members.
pub(super) fn fields(wires: &[Wire<'_>], rest: &str, owner: Owner<'_>, sink: &mut Sink) -> (Vec<String>, String) {
    let names = distinct(wires, Case::Snake, "member", owner, sink);
    let mut rest = owner.locked.rest().unwrap_or(rest).to_owned();
    while names.contains(&rest) {
        rest.push_str("_members");
    }
    (names, rest)
}

/// The names of the variants of an enum, and of the variant for all other strings.
pub(super) fn variants(wires: &[Wire<'_>], owner: Owner<'_>, sink: &mut Sink) -> (Vec<String>, String) {
    let names = distinct(wires, Case::Camel, "value", owner, sink);
    let mut other = owner.locked.rest().unwrap_or("Other").to_owned();
    while names.contains(&other) {
        other.push_str("String");
    }
    (names, other)
}

/// The type that names are made for.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    /// What it is called in messages.
    pub title: &'a str,
    /// The names that it gave before.
    pub locked: Members<'a>,
}

/// The name of a module: `workos`.
pub(super) fn module(vendor: &str) -> String {
    identifiers::plain(vendor, Case::Snake)
}

fn distinct(wires: &[Wire<'_>], case: Case, what: &str, owner: Owner<'_>, sink: &mut Sink) -> Vec<String> {
    let Owner { title: owner, locked } = owner;
    let entries: Vec<Entry> = wires.iter().map(|wire| entry(wire, case, locked)).collect();
    // What is new does not take the place that the other members have.
    let taken: BTreeSet<String> = locked.rest().map(str::to_owned).into_iter().collect();
    let settled = settle::settle(&entries, &taken);
    for (index, found) in settled.iter().enumerate() {
        let wire = &wires[index]; // `settle` answers each entry
        match found.rival {
            Some(rival) => {
                let first = &entries[index].candidates[0]; // `entry` gives several
                let diagnostic = sink.report(settle::code(&entries, index, rival), wire.span);
                diagnostic
                    .message(format!("{what} `{}` of `{owner}` is called `{}`", wire.text, found.name))
                    .label(format!("would be `{first}`"));
                if let Rival::Entry(other) = rival {
                    diagnostic.related(wires[other].span, format!("would be `{first}` too"));
                }
            }
            None if is_told(wire, &found.name) => {
                sink.report(Code::NameSpelled, wire.span)
                    .message(format!("{what} `{}` of `{owner}` is called `{}`", wire.text, found.name))
                    .label("not a Rust identifier");
            }
            None => {}
        }
    }
    settled.into_iter().map(|found| found.name).collect()
}

fn entry(wire: &Wire<'_>, case: Case, locked: Members<'_>) -> Entry {
    let name = wire.wanted.unwrap_or(wire.text);
    let plain = wire.given.map_or_else(|| identifiers::plain(name, case), identifiers::identifier);
    let same = plain.trim_start_matches("r#") == name;
    // `valueCode` has a better right to `value_code` than `_valueCode`.
    let kept = locked.name(wire.text).filter(|_| wire.given.is_none());
    let rank = match (kept.is_some(), wire.given.is_some(), same, words::is_plain(name)) {
        (true, _, _, _) => 0,
        (false, true, _, _) => 1,
        (false, false, true, _) => 2,
        (false, false, false, true) => 3,
        (false, false, false, false) => 4,
    };
    let mut candidates: Vec<String> = kept.map(str::to_owned).into_iter().collect();
    candidates.extend([
        plain,
        identifiers::plain(&words::symbols(name), case),
        identifiers::spelled(name, case),
        identifiers::spelled(wire.text, case),
        identifiers::coded(wire.text, case),
    ]);
    Entry { candidates, rank }
}

/// Whether the way from a name to its identifier is surprising.
fn is_told(wire: &Wire<'_>, name: &str) -> bool {
    let text = wire.wanted.unwrap_or(wire.text);
    wire.given.is_none() && (words::is_spoken(text) || name.starts_with('_') || name.ends_with('_'))
}
