//! Objects: which fields there are, what other members may be there, and the checks on the whole.

use super::changes::{Change, Effect, Kind};
use super::checks::{self, Carried};
use super::fields;
use super::pairs::Pairs;
use super::slots::{self, Place};
use super::verdict::Verdict;
use crate::model::{Item, ItemKind, Struct};

/// Compares two structs, but for their checks.
pub(super) fn compare(pairs: &Pairs<'_>, old: &Struct, new: &Struct, out: &mut Vec<Change>) {
    match (old.default, new.default) {
        (true, false) => out.push(Change::of(Kind::DefaultLost, Effect::COMPATIBLE, Verdict::Major)),
        (false, true) => out.push(Change::of(Kind::DefaultGained, Effect::COMPATIBLE, Verdict::Minor)),
        (true, true) | (false, false) => {}
    }
    match (old.rest.forbidden, new.rest.forbidden) {
        (true, false) => out.push(Change::of(Kind::Opened, Effect::READERS, Verdict::Minor)),
        (false, true) => out.push(Change::of(Kind::Closed, Effect::WRITERS, Verdict::Minor)),
        (true, true) | (false, false) => {}
    }
    fields::compare(pairs, old, new, out);
    let place = Place::new("*", &new.rest.name);
    if old.rest.name != new.rest.name {
        let change = Change::of(Kind::NameInRust, Effect::COMPATIBLE, Verdict::Major);
        out.push(change.at("*", &new.rest.name).both(&old.rest.name, &new.rest.name));
    }
    slots::compare(pairs, &place, &old.rest.slot, &new.rest.slot, out);
}

/// Compares the checks of two structs that are validated by them.
pub(super) fn checks(pairs: &Pairs<'_>, old: &Item, new: &Item, carried: Carried<'_>, out: &mut Vec<Change>) {
    if let (ItemKind::Struct(old), ItemKind::Struct(new)) = (&old.kind, &new.kind) {
        checks::compare(pairs, &Place::new("", ""), carried, [&old.checks, &new.checks], out);
    }
}
