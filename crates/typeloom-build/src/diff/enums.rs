//! Strings with known values: which are known, and whether others are valid.

use super::changes::{Change, Effect, Kind};
use super::verdict::Verdict;
use crate::model::{Enum, Validation};

/// Compares two enums, each with how it is validated.
pub(super) fn compare((old, was): (&Enum, Validation), (new, is): (&Enum, Validation), out: &mut Vec<Change>) {
    let (was_open, is_open) = (is_valid_when_read(was), is_valid_when_read(is));
    match (was_open, is_open) {
        (true, false) => out.push(Change::of(Kind::ValuesClosed, Effect::WRITERS, Verdict::Minor)),
        (false, true) => out.push(Change::of(Kind::ValuesOpened, Effect::READERS, Verdict::Minor)),
        (true, true) | (false, false) => {}
    }
    for variant in &new.variants {
        let change = |kind, effect| Change::of(kind, effect, Verdict::Major).at(&variant.value, &variant.name);
        match old.variants.iter().find(|before| before.value == variant.value) {
            None => out.push(change(Kind::ValueAdded, Effect { readers: !was_open, writers: false })),
            Some(before) if before.name != variant.name => {
                out.push(change(Kind::NameInRust, Effect::COMPATIBLE).both(&before.name, &variant.name));
            }
            Some(_) => {}
        }
    }
    for variant in &old.variants {
        if new.variants.iter().all(|after| after.value != variant.value) {
            let effect = Effect { readers: false, writers: !is_open };
            let change = Change::of(Kind::ValueRemoved, effect, Verdict::Major);
            out.push(change.at(&variant.value, &variant.name));
        }
    }
    if old.other != new.other {
        let change = Change::of(Kind::NameInRust, Effect::COMPATIBLE, Verdict::Major);
        out.push(change.at("*", &new.other).both(&old.other, &new.other));
    }
}

fn is_valid_when_read(validation: Validation) -> bool {
    match validation {
        Validation::Nothing => true,
        Validation::Typed | Validation::ByValue(_) => false,
    }
}
