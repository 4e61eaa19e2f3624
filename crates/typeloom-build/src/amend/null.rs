//! Whether `null` may stand for a value, where the manifest says otherwise than the document.

use super::fields::{FieldPlace, field_at_mut};
use super::unused;
use crate::diagnostic::Sink;
use crate::source::Span;
use crate::spec::{AnyInstance, EnumValue, Keyword, Kind, Kinds, Schema, SchemaId, Spec, Stated};
use typeloom::Value;

pub(super) fn set(spec: &mut Spec, at: FieldPlace, null: bool, span: Span, sink: &mut Sink) {
    let Some(field) = field_at_mut(spec, at) else { return };
    let known = std::mem::replace(&mut field.null, Stated::Yes) == Stated::Yes;
    let (name, schema) = (field.name.clone(), field.schema);
    let changed = if null { allow(spec, at, schema, span) } else { forbid(spec, schema, span) };
    if known && !changed {
        let may = if null { "may" } else { "may not" };
        unused(sink, span, format!("the document says already that `{name}` {may} be null"))
            .help("take this entry out");
    }
}

/// Allows `null`; says whether it was not allowed before.
fn allow(spec: &mut Spec, at: FieldPlace, id: SchemaId, span: Span) -> bool {
    if allows(spec, id) {
        return false;
    }
    let schema = spec.schema_mut(id);
    let simple = |keyword: &Keyword| matches!(keyword, Keyword::Type(_) | Keyword::Enum(_)) || holds_for_null(keyword);
    if schema.kinds().is_some() && schema.keywords.iter().all(|keyword| simple(&keyword.value)) {
        for keyword in &mut schema.keywords {
            // The others hold for `null` already.
            if let Keyword::Type(kinds) = &mut keyword.value {
                *kinds = kinds.with(Kind::Null);
            } else if let Keyword::Enum(values) = &mut keyword.value {
                values.push(EnumValue { value: Value::Null, span, name: None, description: None });
            }
        }
        return true;
    }
    // A reference, branches or a constant: null beside all that. The notes stay with the field.
    let inner = spec.schema(id).clone();
    let (branch, nothing) = (SchemaId(spec.schemas.len() as u32), SchemaId(spec.schemas.len() as u32 + 1));
    let pointer = |step| format!("{}/anyOf/{step}", inner.pointer);
    spec.schemas.push(Schema { pointer: pointer(0), notes: Default::default(), ..inner.clone() });
    spec.schemas.push(Schema {
        pointer: pointer(1),
        notes: Default::default(),
        keywords: vec![span.at(Keyword::Type(Kinds::NONE.with(Kind::Null)))],
        span,
        ..inner.clone()
    });
    let outer = SchemaId(spec.schemas.len() as u32);
    spec.schemas.push(Schema { keywords: vec![span.at(Keyword::AnyOf(vec![branch, nothing]))], ..inner });
    if let Some(field) = field_at_mut(spec, at) {
        field.schema = outer;
    }
    true
}

/// Forbids `null`; says whether it was allowed before.
fn forbid(spec: &mut Spec, id: SchemaId, span: Span) -> bool {
    if !allows(spec, id) {
        return false;
    }
    let schema = spec.schema_mut(id);
    match schema.kinds() {
        Some(_) => {
            for keyword in &mut schema.keywords {
                // With the type, it is forbidden whatever the others say.
                if let Keyword::Type(kinds) = &mut keyword.value {
                    *kinds = kinds.without(Kind::Null);
                } else if let Keyword::Enum(values) = &mut keyword.value {
                    values.retain(|value| value.value != Value::Null);
                }
            }
        }
        None => {
            let others = Kind::ALL.into_iter().collect::<Kinds>().without(Kind::Null).without(Kind::Integer);
            schema.keywords.insert(0, span.at(Keyword::Type(others)));
        }
    }
    true
}

/// Whether a schema allows `null`, as far as its own keywords and those of its branches and references say.
fn allows(spec: &Spec, id: SchemaId) -> bool {
    let mut waiting = vec![id];
    // References may go in circles.
    let mut seen = std::collections::BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        for keyword in &spec.schema(id).keywords {
            let allowed = match keyword.value.any_instance() {
                Some(AnyInstance::Never) => false,
                Some(AnyInstance::Type(kinds)) => kinds.has(Kind::Null),
                Some(AnyInstance::Enum(values)) => values.iter().any(|value| value.value == Value::Null),
                Some(AnyInstance::Const(value)) => *value == Value::Null,
                Some(AnyInstance::Ref(reference)) => {
                    waiting.push(reference.target);
                    true
                }
                Some(AnyInstance::AllOf(ids)) => {
                    waiting.extend(ids);
                    true
                }
                Some(AnyInstance::AnyOf(ids) | AnyInstance::OneOf(ids)) => {
                    // One level is enough for how nullable values are written: a branch `{"type": "null"}`.
                    let null = |id: &SchemaId| spec.schema(*id).kinds().is_none_or(|kinds| kinds.has(Kind::Null));
                    ids.iter().any(null)
                }
                // Vendors do not write nullable values this way.
                Some(AnyInstance::DynamicRef(_) | AnyInstance::Not(_) | AnyInstance::If { .. }) => true,
                None => true,
            };
            if !allowed {
                return false;
            }
        }
    }
    true
}

/// Whether a keyword holds for `null` whatever it says.
fn holds_for_null(keyword: &Keyword) -> bool {
    match keyword {
        // It tells branches apart by a member, so no other branch may be added to them.
        Keyword::Discriminator(_) => false,
        other => other.any_instance().is_none(),
    }
}
