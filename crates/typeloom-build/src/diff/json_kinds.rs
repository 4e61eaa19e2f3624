//! Which JSON a Rust type holds, as far as kinds go, and what a change of the type means for it.

use super::changes::Effect;
use super::pairs::Pairs;
use crate::model::{ItemKind, Module, Shape, Validation, Width};
use std::collections::BTreeSet;

/// How many names are followed: aliases of aliases end, unions of themselves need not.
const DEEPEST: usize = 32;

/// A set of kinds: one bit each.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Kinds(u8);

const NULL: Kinds = Kinds(1);
const BOOLEAN: Kinds = Kinds(2);
const INTEGER: Kinds = Kinds(4);
const NUMBER: Kinds = Kinds(4 | 8);
const STRING: Kinds = Kinds(16);
const ARRAY: Kinds = Kinds(32);
const OBJECT: Kinds = Kinds(64);
const ALL: Kinds = Kinds(127);
const SOMETHING: Kinds = Kinds(126);

impl Kinds {
    fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    fn covers(self, other: Kinds) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Whom it breaks that something of the shape `old` is of the shape `new` now.
pub(super) fn effect(pairs: &Pairs<'_>, old: &Shape, new: &Shape) -> Effect {
    // Which type of Rust holds it does not change the JSON; what the other crate makes of it is not known here.
    if [resolved(pairs.old, old), resolved(pairs.new, new)].iter().any(|of| matches!(of, Shape::External(_))) {
        return Effect::COMPATIBLE;
    }
    let before = kinds(pairs.old, old, DEEPEST);
    let after = kinds(pairs.new, new, DEEPEST);
    if before != after {
        return Effect { readers: !before.covers(after), writers: !after.covers(before) };
    }
    if before == STRING {
        return strings(listed(pairs.old, old), listed(pairs.new, new));
    }
    if before == INTEGER {
        let (was, is) = (range(pairs.old, old), range(pairs.new, new));
        return Effect { readers: is.0 < was.0 || is.1 > was.1, writers: is.0 > was.0 || is.1 < was.1 };
    }
    if before.0 & (ARRAY.0 | OBJECT.0) == 0 || is_any(pairs.old, old) && is_any(pairs.new, new) {
        return Effect::COMPATIBLE;
    }
    match (is_any(pairs.old, old), is_any(pairs.new, new)) {
        (true, _) => Effect::WRITERS,
        (_, true) => Effect::READERS,
        (false, false) => Effect::BOTH,
    }
}

/// Whether arrays and objects are of the same kinds before and after, so that what is in them can be compared.
pub(super) fn same(pairs: &Pairs<'_>, old: &Shape, new: &Shape) -> bool {
    kinds(pairs.old, old, DEEPEST) == kinds(pairs.new, new, DEEPEST)
}

/// Whether `null` is a value of this type.
pub(super) fn holds_null(module: &Module, shape: &Shape) -> bool {
    kinds(module, shape, DEEPEST).covers(NULL)
}

fn kinds(module: &Module, shape: &Shape, depth: usize) -> Kinds {
    let Some(depth) = depth.checked_sub(1) else { return ALL };
    match shape {
        Shape::Null => NULL,
        Shape::Bool => BOOLEAN,
        Shape::Integer(_) | Shape::BigInteger => INTEGER,
        Shape::Float | Shape::Number => NUMBER,
        Shape::String => STRING,
        Shape::Secret(held) => kinds(module, held, depth),
        Shape::Value => ALL,
        // Only that type knows; as the type of a field it is not `null`.
        Shape::External(_) => SOMETHING,
        Shape::List(_) => ARRAY,
        Shape::Map(_) => OBJECT,
        Shape::Nullable(inner) => kinds(module, &inner.shape, depth).or(NULL),
        Shape::Item { id, boxed: _ } => match &module.item(*id).kind {
            ItemKind::Struct(_) => OBJECT,
            ItemKind::Enum(_) => STRING,
            // A union of many unions would take long: beyond a few names, it is any JSON.
            ItemKind::Union(of) => of.branches.iter().fold(Kinds(0), |all, branch| {
                if all == ALL { all } else { all.or(kinds(module, &branch.slot.shape, depth.min(4))) }
            }),
            ItemKind::Newtype(slot) | ItemKind::Alias(slot) => kinds(module, &slot.shape, depth),
        },
    }
}

/// What a type is another name for.
fn resolved<'a>(module: &'a Module, shape: &'a Shape) -> &'a Shape {
    let mut shape = shape;
    for _ in 0..DEEPEST {
        let Shape::Item { id, boxed: _ } = shape else { break };
        match &module.item(*id).kind {
            ItemKind::Newtype(slot) | ItemKind::Alias(slot) => shape = &slot.shape,
            ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) => break,
        }
    }
    shape
}

fn is_any(module: &Module, shape: &Shape) -> bool {
    matches!(resolved(module, shape), Shape::Value)
}

/// The only strings that are valid; [`None`] where any is, as far as the type goes.
fn listed<'a>(module: &'a Module, shape: &'a Shape) -> Option<BTreeSet<&'a str>> {
    let Shape::Item { id, boxed: _ } = resolved(module, shape) else { return None };
    let item = module.item(*id);
    match (&item.kind, item.validation) {
        (ItemKind::Enum(_), Validation::Nothing) => None,
        (ItemKind::Enum(of), Validation::Typed | Validation::ByValue(_)) => {
            Some(of.variants.iter().map(|variant| variant.value.as_str()).collect())
        }
        (ItemKind::Struct(_) | ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_), _) => None,
    }
}

fn strings(old: Option<BTreeSet<&str>>, new: Option<BTreeSet<&str>>) -> Effect {
    match (old, new) {
        (None, None) => Effect::COMPATIBLE,
        (None, Some(_)) => Effect::WRITERS,
        (Some(_), None) => Effect::READERS,
        (Some(old), Some(new)) => Effect { readers: !new.is_subset(&old), writers: !old.is_subset(&new) },
    }
}

/// The integers that a type holds.
fn range(module: &Module, shape: &Shape) -> (i128, i128) {
    match resolved(module, shape) {
        Shape::Integer(Width::I32) => (i32::MIN.into(), i32::MAX.into()),
        Shape::Integer(Width::I64) => (i64::MIN.into(), i64::MAX.into()),
        Shape::Integer(Width::U32) => (0, u32::MAX.into()),
        Shape::Integer(Width::U64) => (0, u64::MAX.into()),
        Shape::Null
        | Shape::Bool
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::External(_)
        | Shape::Value
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Nullable(_)
        | Shape::Item { .. } => (i128::MIN, i128::MAX),
        Shape::Secret(held) => range(module, held),
    }
}
