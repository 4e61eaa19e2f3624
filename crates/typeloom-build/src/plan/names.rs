//! The Rust names of fields, variants and modules, and what is told about them. Types: [`type_names`](super::type_names).
//!
//! Two names that become one are told apart by what the vendor wrote, never by a counter.

use super::identifiers::{self, Case};
use super::locked::Members;
use super::settle::{self, Entry, Told};
use super::words;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::names::toml_key;
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
    /// Whether the manifest can name it so: a part of another type has no name there.
    pub named: bool,
    /// The names that it gave before.
    pub locked: Members<'a>,
}

/// The name of a module: `workos`.
pub(super) fn module(vendor: &str) -> String {
    identifiers::plain(vendor, Case::Snake)
}

fn distinct(wires: &[Wire<'_>], case: Case, what: &'static str, owner: Owner<'_>, sink: &mut Sink) -> Vec<String> {
    let Owner { title: owner, named, locked } = owner;
    let entries: Vec<Entry> = wires.iter().map(|wire| entry(wire, case, locked)).collect();
    let others = |index: usize| wires.get(index).map(|wire| others(wire, case, locked)).unwrap_or_default();
    // What is new does not take the place that the other members have.
    let taken: BTreeSet<String> = locked.rest().map(str::to_owned).into_iter().collect();
    let settled = settle::settle(&entries, &taken, others);
    for (index, told) in settle::told(&entries, &settled).iter().enumerate() {
        // `settle` answers each entry.
        let (wire, name, first) = (&wires[index], &settled[index].name, &entries[index].first);
        let code = told.as_ref().map_or(Code::NameSpelled, Told::code);
        let label = match told {
            Some(Told::Elsewhere) => continue,
            Some(Told::Yielded(_) | Told::Taken | Told::Together(_)) => format!("would be `{first}`"),
            None if is_told(wire, name) => "not a Rust identifier".to_owned(),
            None => continue,
        };
        let diagnostic = sink.report(code, wire.span);
        diagnostic.message(format!("{what} `{}` of `{owner}` is called `{name}`", wire.text)).label(label).group(what);
        match told {
            Some(Told::Yielded(other)) => {
                rivals(diagnostic, first, [(wires[*other].span, settled[*other].name.as_str())].into_iter());
            }
            Some(Told::Together(others)) => {
                let others = others.iter().map(|&other| (wires[other].span, settled[other].name.as_str()));
                rivals(diagnostic, first, others);
            }
            Some(Told::Taken | Told::Elsewhere) | None => {}
        }
        if what == "member" && named {
            diagnostic.help(rename(&["types", owner, "fields", wire.text]));
        }
    }
    settled.into_iter().map(|found| found.name).collect()
}

/// How many places are shown that want one name.
const SHOWN: usize = 8;

/// Shows who has the name `first`, or wanted it too.
pub(super) fn rivals<'a>(
    diagnostic: &mut Diagnostic,
    first: &str,
    others: impl ExactSizeIterator<Item = (Span, &'a str)>,
) {
    let more = others.len().saturating_sub(SHOWN);
    for (index, (span, name)) in others.take(SHOWN).enumerate() {
        let mut label = match name == first {
            true => format!("is `{first}`"),
            false => format!("would be `{first}` too, is called `{name}`"),
        };
        if more > 0 && index + 1 == SHOWN {
            label.push_str(&format!("; {more} more would be"));
        }
        diagnostic.related(span, label);
    }
}

/// How to choose another name: the rows of the manifest.
pub(super) fn rename(path: &[&str]) -> String {
    let path: Vec<String> = path.iter().map(|step| toml_key(step)).collect();
    format!("to choose the name, write `rename = \"..\"` under `[{}]` in `vendor.toml`", path.join("."))
}

fn entry(wire: &Wire<'_>, case: Case, locked: Members<'_>) -> Entry {
    let name = wire.wanted.unwrap_or(wire.text);
    let plain = plain(wire, case);
    let same = plain.trim_start_matches("r#") == name;
    // `valueCode` has a better right to `value_code` than `_valueCode`.
    let kept = kept(wire, locked);
    let rank = match (kept.is_some(), wire.given.is_some(), same, words::is_plain(name)) {
        (true, _, _, _) => 0,
        (false, true, _, _) => 1,
        (false, false, true, _) => 2,
        (false, false, false, true) => 3,
        (false, false, false, false) => 4,
    };
    Entry { first: kept.map_or(plain, str::to_owned), rank }
}

/// What it is called where another one has its first name.
fn others(wire: &Wire<'_>, case: Case, locked: Members<'_>) -> Vec<String> {
    let name = wire.wanted.unwrap_or(wire.text);
    let mut others: Vec<String> = kept(wire, locked).map(|_| plain(wire, case)).into_iter().collect();
    others.extend([
        identifiers::plain(&words::symbols(name), case),
        identifiers::spelled(name, case),
        identifiers::spelled(wire.text, case),
        identifiers::coded(wire.text, case),
    ]);
    others
}

fn plain(wire: &Wire<'_>, case: Case) -> String {
    let name = wire.wanted.unwrap_or(wire.text);
    wire.given.map_or_else(|| identifiers::plain(name, case), identifiers::identifier)
}

/// The name that it had before, unless an override gives another one.
fn kept<'a>(wire: &Wire<'_>, locked: Members<'a>) -> Option<&'a str> {
    locked.name(wire.text).filter(|_| wire.given.is_none())
}

/// Whether the way from a name to its identifier is surprising.
fn is_told(wire: &Wire<'_>, name: &str) -> bool {
    let text = wire.wanted.unwrap_or(wire.text);
    wire.given.is_none() && (words::is_spoken(text) || name.starts_with('_') || name.ends_with('_'))
}
