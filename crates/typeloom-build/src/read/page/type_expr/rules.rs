//! What a type expression adds to a schema of the draft, one rule at a time.

use crate::read::draft::Draft;
use crate::read::page::type_expr::vocabulary::Meaning;
use crate::read::page::type_expr::{Expr, ExprKind, Literal};
use crate::source::Span;
use crate::spec::{EnumValue, Keyword, Kind, Kinds, SchemaId};
use typeloom::{Number, Value};
/// Lets the schema `id` be `null` as well.
pub(crate) fn nullable(span: Span, id: SchemaId, draft: &mut Draft) {
    let schema = draft.get(id);
    let (pointer, resource, document) = (schema.pointer.clone(), schema.resource, schema.document);
    let mut referring = false;
    for keyword in &mut schema.keywords {
        match &mut keyword.value {
            Keyword::Type(kinds) => *kinds = kinds.with(Kind::Null),
            Keyword::Enum(values) if values.iter().all(|value| value.value != Value::Null) => {
                values.push(EnumValue { value: Value::Null, span, name: None, description: None });
            }
            Keyword::Ref(_) | Keyword::AnyOf(_) => referring = true,
            _ => {} // the other rules of type cells hold for values that are not null only
        }
    }
    if !referring {
        return;
    }
    let inner = draft.schema(span, document, format!("{pointer}/anyOf/0"), resource);
    move_rules(id, inner, draft);
    let null = draft.schema(span, document, format!("{pointer}/anyOf/1"), resource);
    draft.rule(null, span, kinds(Kind::Null));
    draft.rule(id, span, Keyword::AnyOf(vec![inner, null]));
}

/// Moves all rules of one schema to another, and what is known of their references with them.
pub(crate) fn move_rules(from: SchemaId, to: SchemaId, draft: &mut Draft) {
    let moved = std::mem::take(&mut draft.get(from).keywords);
    draft.get(to).keywords = moved;
    // References of one schema and its subschemas were noted together, last.
    for reference in draft.references.iter_mut().rev().take_while(|reference| reference.schema >= from) {
        if reference.schema == from {
            reference.schema = to;
        }
    }
}

/// As much of a cell as a message can hold.
pub(super) fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(80).collect();
    if chars.next().is_some() { head + ".." } else { head }
}

/// `["string", "null"]`: kinds in quotes are kinds.
pub(super) fn kind_in_quotes(expr: &Expr) -> Expr {
    match &expr.kind {
        ExprKind::Literal(Literal::String(text)) if Kind::named(text).is_some() => {
            Expr { kind: ExprKind::Word(text.clone()), range: expr.range.clone() }
        }
        _ => expr.clone(), // everything else means what it says
    }
}

/// Adds an enumeration and the kinds of its values.
pub(crate) fn enumerate(values: Vec<EnumValue>, id: SchemaId, span: Span, draft: &mut Draft) {
    let kinds: Kinds = values.iter().filter_map(|value| kind_of(&value.value)).collect();
    if !kinds.is_empty() {
        draft.rule(id, span, Keyword::Type(kinds));
    }
    draft.rule(id, span, Keyword::Enum(values));
}

pub(crate) fn kind_of(value: &Value) -> Option<Kind> {
    Some(match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.as_str().contains(['.', 'e', 'E']) => Kind::Number,
        Value::Number(_) => Kind::Integer,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    })
}

pub(super) fn literal_value(literal: &Literal) -> Value {
    match literal {
        Literal::String(text) => Value::String(text.clone()),
        Literal::Number(text) => Number::new(text).map_or_else(|| Value::String(text.clone()), Value::Number),
    }
}

pub(super) fn kinds(kind: Kind) -> Keyword {
    Keyword::Type(Kinds::NONE.with(kind))
}

pub(super) fn mean(meaning: Meaning, span: Span, id: SchemaId, draft: &mut Draft) {
    match meaning {
        Meaning::Kind(kind) => draft.rule(id, span, kinds(kind)),
        Meaning::Kinds(several) => draft.rule(id, span, Keyword::Type(several.iter().copied().collect())),
        Meaning::Format(kind, format) => {
            draft.rule(id, span, kinds(kind));
            draft.rule(id, span, Keyword::Format(format.to_owned()));
        }
        Meaning::Any => {}
    }
}
