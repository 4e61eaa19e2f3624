//! The Rust names of types.
//!
//! Types that the vendor names come first, then the types of parts, named after the type around them: the field
//! `impersonator` of `AuthenticateResponse` is an `AuthenticateResponseImpersonator`.

use super::draft::{Draft, Label};
use super::identifiers::{self, Case};
use super::locked;
use super::names;
use super::settle::{self, Entry, Settled, Told};
use super::words;
use crate::diagnostic::{Code, Sink};
use crate::model::ItemId;
use crate::spec::Origin;
use std::collections::BTreeSet;

/// Names every item.
pub(super) fn assign(draft: &mut Draft<'_>, sink: &mut Sink) {
    let mut taken = BTreeSet::new();
    let mut named = vec![false; draft.items.len()];
    for (ItemId(index), name) in locked::types(draft) {
        let sketch = &mut draft.items[index as usize];
        // An override has precedence over what was before.
        if !matches!(&sketch.label, Label::Vendor { given: Some(_), .. }) {
            sketch.item.name = name.to_owned();
            taken.insert(name.to_owned());
            named[index as usize] = true;
        }
    }
    let mut level: Vec<usize> = (0..draft.items.len())
        .filter(|&index| matches!(draft.items[index].label, Label::Vendor { .. }) && !named[index])
        .collect();
    if level.is_empty() {
        level = parts(draft, &named);
    }
    while !level.is_empty() {
        let entries: Vec<Entry> = level.iter().map(|&index| entry(draft, index)).collect();
        let others = |position: usize| level.get(position).map(|&index| others(draft, index)).unwrap_or_default();
        let settled = settle::settle(&entries, &taken, others);
        tell(draft, &level, &entries, &settled, sink);
        for (&index, found) in level.iter().zip(settled) {
            taken.insert(found.name.clone());
            draft.items[index].item.name = found.name;
            named[index] = true;
        }
        level = parts(draft, &named);
    }
}

/// The parts that have no name, of what has one.
fn parts(draft: &Draft<'_>, named: &[bool]) -> Vec<usize> {
    let waits = |index: &usize| match &draft.items[*index].label {
        Label::Part(ItemId(parent), _) => !named[*index] && named[*parent as usize],
        Label::Vendor { .. } => false,
    };
    (0..draft.items.len()).filter(waits).collect()
}

/// The name that a type would have if it were alone.
fn first(name: &str, given: Option<&str>) -> String {
    given.map_or_else(|| identifiers::plain(name, Case::Camel), identifiers::identifier)
}

fn entry(draft: &Draft<'_>, index: usize) -> Entry {
    let sketch = &draft.items[index];
    match &sketch.label {
        Label::Vendor { name, origin, given } => {
            let plain = first(name, given.as_deref());
            let rank = match (given, origin) {
                (Some(_), _) => 0,
                (None, Origin::Document) => 3,
                (None, Origin::Definition) => 6,
                (None, Origin::Body) => 9,
                (None, Origin::StandIn) => 12,
            };
            let rank = rank + if plain == *name { 0 } else { 1 + u8::from(!words::is_plain(name)) };
            Entry { first: plain, rank }
        }
        Label::Part(parent, part) => Entry {
            first: joined(draft, *parent, &of_parts(part, |word| identifiers::plain(word, Case::Camel))),
            rank: 0,
        },
    }
}

/// What a type is called where another one has its first name.
fn others(draft: &Draft<'_>, index: usize) -> Vec<String> {
    let sketch = &draft.items[index];
    match &sketch.label {
        Label::Vendor { name, .. } => {
            let schema = draft.spec.schema(sketch.schema);
            let inner = &draft.sources.get(schema.document).inner;
            let around = around(draft, sketch.schema).unwrap_or(file_name(inner));
            let whole = format!("{inner} {} {name}", schema.pointer);
            vec![
                identifiers::plain(&words::symbols(name), Case::Camel),
                identifiers::plain(&format!("{around} {name}"), Case::Camel),
                identifiers::spelled(name, Case::Camel),
                identifiers::plain(&whole, Case::Camel),
                identifiers::coded(&whole, Case::Camel),
            ]
        }
        Label::Part(parent, part) => {
            let camel = of_parts(part, |word| identifiers::plain(word, Case::Camel));
            [
                of_parts(part, |word| identifiers::plain(&words::symbols(word), Case::Camel)),
                of_parts(part, |word| identifiers::spelled(word, Case::Camel)),
                format!("{camel}Part"),
                of_parts(part, |word| identifiers::coded(word, Case::Camel)),
            ]
            .iter()
            .map(|name| joined(draft, *parent, name))
            .collect()
        }
    }
}

/// The words of a part, as the end of a longer name.
fn of_parts(part: &[String], spell: impl Fn(&str) -> String) -> String {
    part.iter().map(|word| bare(&spell(word))).collect()
}

/// The name of a part of a type.
fn joined(draft: &Draft<'_>, parent: ItemId, part: &str) -> String {
    let parent = draft.sketch(parent).item.name.trim_start_matches("r#");
    identifiers::identifier(&[parent, part].concat())
}

/// An identifier as part of a longer one.
fn bare(name: &str) -> String {
    name.trim_start_matches("r#").trim_matches('_').to_owned()
}

/// The name of the type that a definition is written in.
fn around<'a>(draft: &Draft<'a>, schema: crate::spec::SchemaId) -> Option<&'a str> {
    let definition = draft.spec.schema(schema);
    let of = |named: &&crate::spec::NamedSchema| {
        let outer = draft.spec.schema(named.schema);
        named.schema != schema
            && outer.document == definition.document
            && definition.pointer.strip_prefix(outer.pointer.as_str()).is_some_and(|rest| rest.starts_with('/'))
    };
    let outer = draft.spec.types.iter().filter(of);
    outer.max_by_key(|named| draft.spec.schema(named.schema).pointer.len()).map(|named| named.name.as_str())
}

/// The name of a file without folders and what follows the first dot.
fn file_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').find(|part| !part.is_empty()).unwrap_or(name)
}

fn tell(draft: &Draft<'_>, level: &[usize], entries: &[Entry], settled: &[Settled], sink: &mut Sink) {
    let place = |other: &usize| (draft.items[level[*other]].span, settled[*other].name.as_str());
    for (position, told) in settle::told(entries, settled).iter().enumerate() {
        let sketch = &draft.items[level[position]];
        let (title, name) = (&sketch.item.title, &settled[position].name);
        let first = &entries[position].first;
        let code = match (told, &sketch.label) {
            // What the vendor names has the better right to a name.
            (Some(Told::Taken) | None, Label::Part(..)) | (None, Label::Vendor { .. }) => Code::NameSpelled,
            (Some(told), _) => told.code(),
        };
        let label = match (told, &sketch.label) {
            (Some(Told::Elsewhere), _) => continue,
            (Some(Told::Yielded(_) | Told::Taken | Told::Together(_)), _) => format!("would be `{first}`"),
            (None, Label::Vendor { name: of, given: None, .. })
                if words::is_spoken(of) || name.ends_with('_') || name.starts_with('_') =>
            {
                "not a Rust identifier".to_owned()
            }
            (None, Label::Vendor { .. } | Label::Part(..)) => continue,
        };
        let diagnostic = sink.report(code, sketch.span);
        diagnostic.message(format!("type `{title}` is called `{name}`")).label(label);
        match told {
            Some(Told::Yielded(other)) => {
                names::rivals(diagnostic, first, [place(other)].into_iter());
            }
            Some(Told::Taken) => {
                if let Some(other) = draft.items.iter().find(|other| other.item.name == *first) {
                    diagnostic.related(other.span, format!("is `{first}`"));
                }
            }
            Some(Told::Together(others)) => {
                names::rivals(diagnostic, first, others.iter().map(place));
            }
            Some(Told::Elsewhere) | None => {}
        }
        if let Label::Vendor { name, .. } = &sketch.label {
            diagnostic.help(names::rename(&["types", name]));
        }
    }
}
