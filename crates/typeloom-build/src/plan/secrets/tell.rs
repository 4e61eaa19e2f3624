//! What is told of secrets: types that are secrets in one place and not in another, and overrides that change nothing.

use super::apply::{self, Changes};
use super::decide::{self, Decision, From};
use crate::diagnostic::{Code, Sink};
use crate::model::{ItemId, ItemKind};
use crate::plan::draft::{Draft, Label};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many names for one type are followed.
const ALIASES: usize = 32;

pub(super) fn report(draft: &Draft<'_>, decision: &Decision, changes: &Changes, sink: &mut Sink) {
    let shared = shared(draft, decision, changes);
    for (id, (secret, plain)) in &shared {
        let item = draft.sketch(*id);
        let title = &item.item.title;
        let [secret, plain] = [secret, plain].map(|from| place(draft, *from));
        let mut ways = Vec::new();
        if let Label::Vendor { name, .. } = &item.label {
            ways.push(format!("`[types.{}] secret = true` to leave it so, or `false`", key(name)));
        }
        ways.extend(secret.field.map(|field| format!("`{field} secret = false` for that place")));
        sink.report(Code::SharedSecret, secret.span)
            .message(format!(
                "`{title}` is a secret in `{}` and not in `{}`: it is taken for one everywhere",
                secret.title, plain.title
            ))
            .label("makes it a secret")
            .help(format!("write in vendor.toml {}", ways.join(", or ")));
    }
    let before = outcome(changes, shared.keys());
    let fields = draft.marks.iter().flat_map(|mark| &mark.given);
    let types = draft.spec.types.iter().filter_map(|named| named.secret.as_ref());
    let given: BTreeMap<Span, bool> = fields.chain(types).map(|given| (given.span, given.value)).collect();
    for (span, value) in given {
        let other = decide::decide(draft, Some(span));
        let changes = apply::changes(draft, &other);
        if outcome(&changes, self::shared(draft, &other, &changes).keys()) == before {
            let message = if value {
                "this is a secret without the override, or there is nothing in it to hide"
            } else {
                "this is no secret without the override"
            };
            sink.report(Code::UnusedOverride, span).message(message).help("take this entry out");
        }
    }
}

/// What is different for anybody.
fn outcome<'c>(
    changes: &Changes,
    told: impl Iterator<Item = &'c ItemId>,
) -> (BTreeMap<From, String>, BTreeSet<ItemId>, Vec<ItemId>) {
    let slots = changes.slots.iter().map(|(from, slot)| (*from, format!("{:?}", slot.shape)));
    (slots.collect(), changes.items.clone(), told.copied().collect())
}

/// The items that are secrets although somebody has them where there are none.
fn shared(draft: &Draft<'_>, decision: &Decision, changes: &Changes) -> BTreeMap<ItemId, (From, From)> {
    let mut found = BTreeMap::new();
    for id in &changes.items {
        let index = id.0 as usize;
        let (secret, plain) = (decision.reached[index], decision.plain[index]);
        if let (false, Some(secret), Some(plain)) = (decision.marked[index], secret, plain) {
            // What is in a secret that was told of needs no words of its own.
            if !matches!(draft.sketch(*id).item.kind, ItemKind::Alias(_)) {
                let from = |place, first| behind(draft, place, first);
                found.insert(*id, (from(secret, &decision.reached), from(plain, &decision.plain)));
            }
        }
    }
    found
}

/// The place that leads to this one, where this one is in another name for a type.
fn behind(draft: &Draft<'_>, place: From, first: &[Option<From>]) -> From {
    let mut place = place;
    for _ in 0..ALIASES {
        let (id, _) = place;
        match (&draft.sketch(id).item.kind, first[id.0 as usize]) {
            (ItemKind::Alias(_), Some(outer)) => place = outer,
            (_, Some(_) | None) => break, // a place of its own
        }
    }
    place
}

/// A place in words.
struct Place {
    title: String,
    span: Span,
    /// Its table in vendor.toml.
    field: Option<String>,
}

fn place(draft: &Draft<'_>, (id, index): From) -> Place {
    let sketch = draft.sketch(id);
    match draft.marks.iter().find(|mark| mark.item == id && mark.field == index) {
        Some(mark) => Place {
            title: format!("{}.{}", sketch.item.title, mark.wire),
            span: mark.span,
            field: match &sketch.label {
                Label::Vendor { name, .. } => Some(format!("[types.{}.fields.{}]", key(name), key(&mark.wire))),
                Label::Part(..) => None,
            },
        },
        None => Place { title: sketch.item.title.clone(), span: sketch.span, field: None },
    }
}

/// A key of TOML, in quotes where it needs them.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if bare { name.to_owned() } else { format!("{name:?}") }
}
