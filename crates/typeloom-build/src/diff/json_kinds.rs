//! Which JSON a Rust type holds, as far as kinds go, and what a change of the type means for it.

use super::changes::Effect;
use super::pairs::Pairs;
use crate::model::{ItemKind, Module, Shape, Validation, Width};
use std::collections::BTreeSet;
use typeloom::KindSet;

/// How many names are followed: aliases of aliases end, unions of themselves need not.
const DEEPEST: usize = 32;

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
    if before == KindSet::STRING {
        return strings(listed(pairs.old, old), listed(pairs.new, new));
    }
    if before == KindSet::INTEGER {
        let (was, is) = (range(pairs.old, old), range(pairs.new, new));
        return Effect { readers: is.0 < was.0 || is.1 > was.1, writers: is.0 > was.0 || is.1 < was.1 };
    }
    if (before & (KindSet::ARRAY | KindSet::OBJECT)).is_empty() || is_any(pairs.old, old) && is_any(pairs.new, new) {
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
    kinds(module, shape, DEEPEST).covers(KindSet::NULL)
}

fn kinds(module: &Module, shape: &Shape, depth: usize) -> KindSet {
    let Some(depth) = depth.checked_sub(1) else { return KindSet::ALL };
    match shape {
        Shape::Null => KindSet::NULL,
        Shape::Bool => KindSet::BOOLEAN,
        Shape::Integer(_) | Shape::BigInteger => KindSet::INTEGER,
        Shape::Float | Shape::Number => KindSet::NUMBER,
        Shape::String => KindSet::STRING,
        Shape::Secret(held) => kinds(module, held, depth),
        Shape::Value => KindSet::ALL,
        // Only that type knows; as the type of a field it is not `null`.
        Shape::External(_) => KindSet::VALUES,
        Shape::List(_) => KindSet::ARRAY,
        Shape::Map(_) => KindSet::OBJECT,
        Shape::Nullable(inner) => kinds(module, &inner.shape, depth) | KindSet::NULL,
        Shape::Item { id, boxed: _ } => match &module.item(*id).kind {
            ItemKind::Struct(_) => KindSet::OBJECT,
            ItemKind::Enum(_) => KindSet::STRING,
            // A union of many unions would take long: beyond a few names, it is any JSON.
            ItemKind::Union(of) => of.branches.iter().fold(KindSet::EMPTY, |all, branch| {
                if all == KindSet::ALL { all } else { all | kinds(module, &branch.slot.shape, depth.min(4)) }
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
