//! Which kinds of JSON values a schema allows.
//!
//! In comes a [`Spec`], out comes for each schema a set of kinds that no allowed value falls outside of (it may be too
//! wide), and whether `null` is allowed (known exactly, unless it depends on a reference that is dynamic or leads in a
//! circle). It must not know what becomes of the schemas.

use super::dynamic;
use crate::source::At;
use crate::spec::{AnyInstance, Keyword, SchemaId, Spec};
use typeloom::{Kind, KindSet, Value};

/// The answers for every schema.
pub(super) struct KindTable {
    kinds: Vec<KindSet>,
    null: Vec<Option<bool>>,
}

impl KindTable {
    /// Works out both answers for every schema. Each round can only narrow a set or settle a `null`, so it ends.
    pub(super) fn of(spec: &Spec) -> KindTable {
        let count = spec.schemas.len();
        let mut table = KindTable { kinds: vec![KindSet::ALL; count], null: vec![None; count] };
        let askers = askers(spec);
        let mut waiting: Vec<SchemaId> = spec.ids().collect();
        waiting.reverse();
        let mut queued = vec![true; count];
        while let Some(id) = waiting.pop() {
            let index = id.0 as usize;
            queued[index] = false;
            let null = table.null_of_schema(spec, id);
            let mut kinds = table.kinds_of_schema(spec, id);
            if null == Some(false) {
                kinds = kinds.without(KindSet::NULL);
            }
            if (kinds, null) == (table.kinds[index], table.null[index]) {
                continue;
            }
            (table.kinds[index], table.null[index]) = (kinds, null);
            for &asker in &askers[index] {
                if !std::mem::replace(&mut queued[asker.0 as usize], true) {
                    waiting.push(asker);
                }
            }
        }
        table
    }

    /// The kinds that a value of this schema can be of.
    pub(super) fn kinds(&self, id: SchemaId) -> KindSet {
        self.kinds.get(id.0 as usize).copied().unwrap_or(KindSet::ALL)
    }

    /// Whether this schema allows `null`. [`None`] where that cannot be told.
    pub(super) fn null(&self, id: SchemaId) -> Option<bool> {
        self.null.get(id.0 as usize).copied().flatten()
    }

    fn kinds_of_schema(&self, spec: &Spec, id: SchemaId) -> KindSet {
        let keywords = spec.schema(id).keywords.iter();
        keywords.fold(KindSet::ALL, |kinds, keyword| kinds & self.kinds_of(spec, &keyword.value))
    }

    /// The kinds of values that a keyword lets through.
    pub(super) fn kinds_of(&self, spec: &Spec, keyword: &Keyword) -> KindSet {
        let any = |schemas: &[SchemaId]| schemas.iter().fold(KindSet::EMPTY, |kinds, &id| kinds | self.kinds(id));
        match keyword.any_instance() {
            Some(AnyInstance::Never) => KindSet::EMPTY,
            Some(AnyInstance::Type(kinds)) => kinds.values(),
            Some(AnyInstance::Enum(values)) => values.iter().map(|value| Kind::of(&value.value)).collect(),
            Some(AnyInstance::Const(value)) => Kind::of(value).into(),
            Some(AnyInstance::Ref(reference)) => self.kinds(reference.target),
            Some(AnyInstance::DynamicRef(reference)) if dynamic::is_plain(spec, reference) => {
                self.kinds(reference.initial)
            }
            // It may lead anywhere.
            Some(AnyInstance::DynamicRef(_)) => KindSet::ALL,
            Some(AnyInstance::AllOf(schemas)) => schemas.iter().fold(KindSet::ALL, |kinds, &id| kinds & self.kinds(id)),
            Some(AnyInstance::AnyOf(schemas) | AnyInstance::OneOf(schemas)) => any(schemas),
            // Only `not: {"type": ..}` excludes a whole kind.
            Some(AnyInstance::Not(schema)) => match spec.schema(schema).keywords.as_slice() {
                [At { value: Keyword::Type(kinds), .. }] => KindSet::ALL.without(kinds.values()),
                [..] => KindSet::ALL,
            },
            Some(AnyInstance::If { condition: _, then, otherwise }) => {
                let of = |branch: Option<SchemaId>| branch.map_or(KindSet::ALL, |id| self.kinds(id));
                of(then) | of(otherwise)
            }
            None => KindSet::ALL,
        }
    }

    fn null_of_schema(&self, spec: &Spec, id: SchemaId) -> Option<bool> {
        all(spec.schema(id).keywords.iter().map(|keyword| self.null_of(spec, &keyword.value)))
    }

    fn null_of(&self, spec: &Spec, keyword: &Keyword) -> Option<bool> {
        let null = |id: SchemaId| self.null(id);
        match keyword.any_instance() {
            Some(AnyInstance::Never) => Some(false),
            Some(AnyInstance::Type(kinds)) => Some(kinds.values().has(Kind::Null)),
            Some(AnyInstance::Enum(values)) => Some(values.iter().any(|value| value.value == Value::Null)),
            Some(AnyInstance::Const(value)) => Some(*value == Value::Null),
            Some(AnyInstance::Ref(reference)) => null(reference.target),
            Some(AnyInstance::DynamicRef(reference)) if dynamic::is_plain(spec, reference) => null(reference.initial),
            Some(AnyInstance::DynamicRef(_)) => None,
            Some(AnyInstance::AllOf(schemas)) => all(schemas.iter().map(|&id| null(id))),
            Some(AnyInstance::AnyOf(schemas)) => {
                all(schemas.iter().map(|&id| null(id).map(|is| !is))).map(|none| !none)
            }
            Some(AnyInstance::OneOf(schemas)) => {
                let held = schemas.iter().filter(|&&id| null(id) == Some(true)).count();
                let open = schemas.iter().any(|&id| null(id).is_none());
                if held > 1 { Some(false) } else { (!open).then_some(held == 1) }
            }
            Some(AnyInstance::Not(schema)) => null(schema).map(|is| !is),
            Some(AnyInstance::If { condition, then, otherwise }) => {
                let of = |branch: Option<SchemaId>| branch.map_or(Some(true), null);
                match null(condition) {
                    Some(true) => of(then),
                    Some(false) => of(otherwise),
                    None if of(then) == of(otherwise) => of(then),
                    None => None,
                }
            }
            // It has nothing to say of `null`.
            None => Some(true),
        }
    }
}

/// Whether all hold, where some may be unknown.
fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(true);
    for answer in answers {
        match answer {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = None,
        }
    }
    known
}

/// For each schema, those whose answers depend on it: a change there is a reason to look again.
fn askers(spec: &Spec) -> Vec<Vec<SchemaId>> {
    let mut askers = vec![Vec::new(); spec.schemas.len()];
    for id in spec.ids() {
        for keyword in &spec.schema(id).keywords {
            if keyword.value.any_instance().is_none() {
                continue;
            }
            let mut ask = |schema: SchemaId| {
                if let Some(list) = askers.get_mut(schema.0 as usize) {
                    list.push(id);
                }
            };
            keyword.value.each_subschema(&mut ask);
            keyword.value.reference().into_iter().for_each(ask);
        }
    }
    askers
}
