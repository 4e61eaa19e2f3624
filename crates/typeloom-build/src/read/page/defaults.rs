//! Defaults that pages give as code has them: `[default to PitchBlack]`, `[default to COLOR_PITCH_BLACK]`.
//!
//! A `Spec` goes in; where a field of a page is one of several values and its default is none of them, it is the value
//! that is spelled so in code, if there is one. References must be resolved, as enumerations have pages of their own.

use crate::convention::fold;
use crate::spec::{EnumValue, Keyword, SchemaId, Spec};
use typeloom::Value;

/// How many references are followed to an enumeration.
const STEPS: usize = 8;

/// Replaces constants of code by the values they stand for.
pub(crate) fn settle(spec: &mut Spec) {
    let of_pages = spec.ids().filter(|id| spec.tables.contains(&spec.schema(*id).resource));
    let found: Vec<(SchemaId, Value)> = of_pages.filter_map(|id| Some((id, meant(spec, id)?))).collect();
    for (id, value) in found {
        if let Some(default) = &mut spec.schemas[id.0 as usize].notes.default {
            default.value = value;
        }
    }
}

/// The value that the default of a schema stands for, where it is none of the listed ones itself.
fn meant(spec: &Spec, id: SchemaId) -> Option<Value> {
    let Value::String(text) = &spec.schema(id).notes.default.as_ref()?.value else { return None };
    let (listed, target) = values(spec, id)?;
    if listed.iter().any(|value| matches!(&value.value, Value::String(known) if known == text)) {
        return None;
    }
    let name = spec.types.iter().find(|named| named.schema == target).map_or("", |named| named.name.as_str());
    let (text, name) = (fold(text), fold(name));
    let is = |spelled: &str| {
        let spelled = fold(spelled);
        !spelled.is_empty() && (text == spelled || text.strip_prefix(&name) == Some(&spelled))
    };
    let same = |value: &&EnumValue| {
        value.name.as_deref().is_some_and(is) || matches!(&value.value, Value::String(known) if is(known))
    };
    let mut found = listed.iter().filter(same);
    let only = found.next()?;
    found.next().is_none().then(|| only.value.clone())
}

/// The values that a schema lists, or the one it refers to, and which schema that is.
fn values(spec: &Spec, id: SchemaId) -> Option<(&[EnumValue], SchemaId)> {
    let mut at = id;
    for _ in 0..STEPS {
        let keywords = &spec.schema(at).keywords;
        let target = keywords.iter().find_map(|keyword| keyword.value.reference());
        let listed = keywords.iter().find_map(|keyword| match &keyword.value {
            Keyword::Enum(values) => Some(values.as_slice()),
            _ => None, // only enumerations are asked for
        });
        match (listed, target) {
            (Some(listed), _) => return Some((listed, at)),
            (None, Some(target)) => at = target,
            (None, None) => return None,
        }
    }
    None
}
