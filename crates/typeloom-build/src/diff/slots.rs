//! Positions: a member, an item of a list, a value of a map, the value of a newtype. Types are compared here, and the
//! checks on them; types with names of their own are compared where they are defined.

use super::changes::{Change, Effect, Kind};
use super::checks::{self, Carried};
use super::expand;
use super::json_kinds;
use super::pairs::Pairs;
use super::shape_text;
use super::verdict::Verdict;
use crate::model::{Shape, Slot};

/// What a change is about.
#[derive(Clone)]
pub(super) struct Place {
    /// In the JSON.
    pub at: String,
    /// In Rust.
    pub rust: String,
}

impl Place {
    /// A member, or what else has a name in both.
    pub fn new(at: &str, rust: &str) -> Place {
        Place { at: at.to_owned(), rust: rust.to_owned() }
    }

    /// Something within: `[]` for items, `.*` for values.
    pub fn within(&self, step: &str) -> Place {
        Place { at: format!("{}{step}", self.at), rust: self.rust.clone() }
    }
}

/// Compares two positions.
pub(super) fn compare(pairs: &Pairs<'_>, place: &Place, old: &Slot, new: &Slot, out: &mut Vec<Change>) {
    let change = |kind, effect, verdict| Change::of(kind, effect, verdict).at(&place.at, &place.rust);
    let types = || [shape_text::shape(pairs.old, &old.shape), shape_text::shape(pairs.new, &new.shape)];
    match (&old.shape, &new.shape) {
        (Shape::Nullable(old), Shape::Nullable(new)) => return compare(pairs, place, old, new, out),
        (Shape::Nullable(inner), _) if !json_kinds::same(pairs, &old.shape, &new.shape) => {
            let [was, is] = types();
            out.push(change(Kind::NullRefused, Effect::WRITERS, Verdict::Major).both(was, is));
            return compare(pairs, place, inner, new, out);
        }
        (_, Shape::Nullable(inner)) if !json_kinds::same(pairs, &old.shape, &new.shape) => {
            let [was, is] = types();
            out.push(change(Kind::NullAllowed, Effect::READERS, Verdict::Major).both(was, is));
            return compare(pairs, place, old, inner, out);
        }
        (Shape::List(before), Shape::List(after)) => {
            compare_checks(pairs, place, old, new, out);
            return compare(pairs, &place.within("[]"), before, after, out);
        }
        (Shape::Map(before), Shape::Map(after)) => {
            compare_checks(pairs, place, old, new, out);
            return compare(pairs, &place.within(".*"), before, after, out);
        }
        (
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Float
            | Shape::Number
            | Shape::String
            | Shape::Secret(_)
            | Shape::External(_)
            | Shape::Value
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Nullable(_)
            | Shape::Item { .. },
            _,
        ) => {}
    }
    if same_item(pairs, &old.shape, &new.shape) || same_plain(&old.shape, &new.shape) {
        if !expand::same(pairs, &old.shape, &new.shape) {
            let [was, is] = types(); // in a box now, or not any more
            out.push(change(Kind::Retyped, Effect::COMPATIBLE, Verdict::Major).both(was, is));
        }
        return compare_checks(pairs, place, old, new, out);
    }
    let verdict = if expand::same(pairs, &old.shape, &new.shape) { Verdict::Minor } else { Verdict::Major };
    let effect = json_kinds::effect(pairs, &old.shape, &new.shape);
    let [was, is] = types();
    // A name was given to what there was, or taken from it: nothing changes but the name.
    if verdict == Verdict::Major || effect != Effect::COMPATIBLE {
        out.push(change(Kind::Retyped, effect, verdict).both(was, is));
    }
    if json_kinds::same(pairs, &old.shape, &new.shape) && named(&old.shape) == named(&new.shape) {
        compare_checks(pairs, place, old, new, out);
    }
}

fn compare_checks(pairs: &Pairs<'_>, place: &Place, old: &Slot, new: &Slot, out: &mut Vec<Change>) {
    checks::compare(pairs, place, Carried::by(&new.shape), [&old.checks, &new.checks], out);
}

fn named(shape: &Shape) -> bool {
    matches!(shape, Shape::Item { .. })
}

fn same_item(pairs: &Pairs<'_>, old: &Shape, new: &Shape) -> bool {
    match (old, new) {
        (Shape::Item { id: old, boxed: _ }, Shape::Item { id: new, boxed: _ }) => pairs.after(*old) == Some(*new),
        (
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Float
            | Shape::Number
            | Shape::String
            | Shape::Secret(_)
            | Shape::External(_)
            | Shape::Value
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Nullable(_)
            | Shape::Item { .. },
            _,
        ) => false,
    }
}

fn same_plain(old: &Shape, new: &Shape) -> bool {
    match (old, new) {
        (Shape::Integer(old), Shape::Integer(new)) => old == new,
        (Shape::External(old), Shape::External(new)) => old == new,
        (Shape::Secret(old), Shape::Secret(new)) => same_plain(old, new),
        (Shape::Item { .. }, _) | (_, Shape::Item { .. }) => false,
        (
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Float
            | Shape::Number
            | Shape::String
            | Shape::Secret(_)
            | Shape::External(_)
            | Shape::Value
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Nullable(_),
            _,
        ) => std::mem::discriminant(old) == std::mem::discriminant(new),
    }
}
