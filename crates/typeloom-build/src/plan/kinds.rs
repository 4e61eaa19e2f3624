//! Which kinds of JSON values a schema allows.
//!
//! In comes a [`Spec`], out comes for each schema a set of kinds that no allowed value falls outside of (it may be too
//! wide), and whether `null` is allowed (known exactly, unless it depends on a reference that is dynamic or leads in a
//! circle). It must not know what becomes of the schemas.

use super::dynamic;
use crate::model::JsonKind;
use crate::source::At;
use crate::spec::{AnyInstance, Keyword, Kind, Kinds, SchemaId, Spec};
use typeloom::{Number, Value};

/// A set of what a reader can tell apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct JsonKinds(u8);

/// The answers for every schema.
pub(super) struct KindTable {
    kinds: Vec<JsonKinds>,
    null: Vec<Option<bool>>,
}

impl JsonKinds {
    pub(super) const NONE: JsonKinds = JsonKinds(0);
    pub(super) const NULL: JsonKinds = JsonKinds(1);
    pub(super) const BOOLEAN: JsonKinds = JsonKinds(2);
    pub(super) const INTEGER: JsonKinds = JsonKinds(4);
    pub(super) const FRACTION: JsonKinds = JsonKinds(8);
    pub(super) const NUMBER: JsonKinds = JsonKinds(4 | 8);
    pub(super) const STRING: JsonKinds = JsonKinds(16);
    pub(super) const ARRAY: JsonKinds = JsonKinds(32);
    pub(super) const OBJECT: JsonKinds = JsonKinds(64);
    pub(super) const ALL: JsonKinds = JsonKinds(127);
    /// Everything but `null`.
    pub(super) const VALUES: JsonKinds = JsonKinds(126);

    const ORDER: [(JsonKind, JsonKinds); 7] = [
        (JsonKind::Null, JsonKinds::NULL),
        (JsonKind::Boolean, JsonKinds::BOOLEAN),
        (JsonKind::Integer, JsonKinds::INTEGER),
        (JsonKind::Fraction, JsonKinds::FRACTION),
        (JsonKind::String, JsonKinds::STRING),
        (JsonKind::Array, JsonKinds::ARRAY),
        (JsonKind::Object, JsonKinds::OBJECT),
    ];

    pub(super) fn and(self, other: JsonKinds) -> JsonKinds {
        JsonKinds(self.0 & other.0)
    }

    pub(super) fn or(self, other: JsonKinds) -> JsonKinds {
        JsonKinds(self.0 | other.0)
    }

    pub(super) fn minus(self, other: JsonKinds) -> JsonKinds {
        JsonKinds(self.0 & !other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of `other` is in it.
    pub(super) fn covers(self, other: JsonKinds) -> bool {
        other.0 & !self.0 == 0
    }

    pub(super) fn iter(self) -> impl Iterator<Item = JsonKind> {
        JsonKinds::ORDER.into_iter().filter(move |(_, bit)| self.covers(*bit)).map(|(kind, _)| kind)
    }

    /// The kind of a value, as a set of one.
    pub(super) fn of(value: &Value) -> JsonKinds {
        match value {
            Value::Null => JsonKinds::NULL,
            Value::Bool(_) => JsonKinds::BOOLEAN,
            Value::Number(number) if is_whole(number) => JsonKinds::INTEGER,
            Value::Number(_) => JsonKinds::FRACTION,
            Value::String(_) => JsonKinds::STRING,
            Value::Array(_) => JsonKinds::ARRAY,
            Value::Object(_) => JsonKinds::OBJECT,
        }
    }

    /// What `type` allows.
    pub(super) fn of_type(kinds: Kinds) -> JsonKinds {
        kinds.iter().fold(JsonKinds::NONE, |all, kind| {
            all.or(match kind {
                Kind::Null => JsonKinds::NULL,
                Kind::Boolean => JsonKinds::BOOLEAN,
                Kind::Integer => JsonKinds::INTEGER,
                Kind::Number => JsonKinds::NUMBER,
                Kind::String => JsonKinds::STRING,
                Kind::Array => JsonKinds::ARRAY,
                Kind::Object => JsonKinds::OBJECT,
            })
        })
    }
}

impl KindTable {
    /// Works out both answers for every schema. Each round can only narrow a set or settle a `null`, so it ends.
    pub(super) fn of(spec: &Spec) -> KindTable {
        let count = spec.schemas.len();
        let mut table = KindTable { kinds: vec![JsonKinds::ALL; count], null: vec![None; count] };
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
                kinds = kinds.minus(JsonKinds::NULL);
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
    pub(super) fn kinds(&self, id: SchemaId) -> JsonKinds {
        self.kinds.get(id.0 as usize).copied().unwrap_or(JsonKinds::ALL)
    }

    /// Whether this schema allows `null`. [`None`] where that cannot be told.
    pub(super) fn null(&self, id: SchemaId) -> Option<bool> {
        self.null.get(id.0 as usize).copied().flatten()
    }

    fn kinds_of_schema(&self, spec: &Spec, id: SchemaId) -> JsonKinds {
        let keywords = spec.schema(id).keywords.iter();
        keywords.fold(JsonKinds::ALL, |kinds, keyword| kinds.and(self.kinds_of(spec, &keyword.value)))
    }

    /// The kinds of values that a keyword lets through.
    pub(super) fn kinds_of(&self, spec: &Spec, keyword: &Keyword) -> JsonKinds {
        let any = |schemas: &[SchemaId]| schemas.iter().fold(JsonKinds::NONE, |kinds, &id| kinds.or(self.kinds(id)));
        match keyword.any_instance() {
            Some(AnyInstance::Never) => JsonKinds::NONE,
            Some(AnyInstance::Type(kinds)) => JsonKinds::of_type(kinds),
            Some(AnyInstance::Enum(values)) => {
                values.iter().fold(JsonKinds::NONE, |kinds, value| kinds.or(JsonKinds::of(&value.value)))
            }
            Some(AnyInstance::Const(value)) => JsonKinds::of(value),
            Some(AnyInstance::Ref(reference)) => self.kinds(reference.target),
            Some(AnyInstance::DynamicRef(reference)) if dynamic::is_plain(spec, reference) => {
                self.kinds(reference.initial)
            }
            // It may lead anywhere.
            Some(AnyInstance::DynamicRef(_)) => JsonKinds::ALL,
            Some(AnyInstance::AllOf(schemas)) => {
                schemas.iter().fold(JsonKinds::ALL, |kinds, &id| kinds.and(self.kinds(id)))
            }
            Some(AnyInstance::AnyOf(schemas) | AnyInstance::OneOf(schemas)) => any(schemas),
            // Only `not: {"type": ..}` excludes a whole kind.
            Some(AnyInstance::Not(schema)) => match spec.schema(schema).keywords.as_slice() {
                [At { value: Keyword::Type(kinds), .. }] => JsonKinds::ALL.minus(JsonKinds::of_type(*kinds)),
                [..] => JsonKinds::ALL,
            },
            Some(AnyInstance::If { condition: _, then, otherwise }) => {
                let of = |branch: Option<SchemaId>| branch.map_or(JsonKinds::ALL, |id| self.kinds(id));
                of(then).or(of(otherwise))
            }
            None => JsonKinds::ALL,
        }
    }

    fn null_of_schema(&self, spec: &Spec, id: SchemaId) -> Option<bool> {
        all(spec.schema(id).keywords.iter().map(|keyword| self.null_of(spec, &keyword.value)))
    }

    fn null_of(&self, spec: &Spec, keyword: &Keyword) -> Option<bool> {
        let null = |id: SchemaId| self.null(id);
        match keyword.any_instance() {
            Some(AnyInstance::Never) => Some(false),
            Some(AnyInstance::Type(kinds)) => Some(kinds.has(Kind::Null)),
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

/// Whether a number has no fraction: `1`, `1.0`, `1e2`, `10e-1`.
pub(super) fn is_whole(number: &Number) -> bool {
    let text = number.as_str().trim_start_matches('-');
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent),
        None => (text, "0"),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    if whole.bytes().all(|digit| digit == b'0') && fraction.is_empty() {
        return true;
    }
    // An exponent beyond 64 bits outweighs any number of digits that fits into memory.
    let exponent = exponent.parse::<i64>().unwrap_or(if exponent.starts_with('-') { i64::MIN } else { i64::MAX });
    let spare = if fraction.is_empty() {
        (whole.len() - whole.trim_end_matches('0').len()) as i64
    } else {
        -(fraction.len() as i64)
    };
    exponent.saturating_add(spare) >= 0
}
