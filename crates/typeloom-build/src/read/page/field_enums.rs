//! Enumerations that a page lists in a section of their own and that belong to a field: which one, and what they add.
//!
//! The heading of such a section is the type of the field (`Map<String, MoodEnum>`), a name made of those of the model
//! and the field (`PetMoodEnum`), or the field's name. Names and values go in, the rules of the field's schema come out.

use crate::convention::fold;
use crate::read::draft::Draft;
use crate::read::page::inline::Plain;
use crate::read::page::type_expr::lower::{self, LocalEnums, Surroundings};
use crate::read::page::type_expr::{rules, vocabulary};
use crate::read::page::values;
use crate::source::{At, SourceId, Span};
use crate::spec::{EnumValue, Keyword, Kind, Kinds, SchemaId};
use typeloom::Value;

/// The name of an enumeration in the heading of its section: `MoodEnum` for `List<MoodEnum>`.
pub(crate) fn name(heading: &str, document: SourceId) -> String {
    lower::words(&Plain::read(heading, document, 0)).pop().unwrap_or_else(|| heading.to_owned())
}

/// The values of the field called `field`, where a section has a name made of the field's.
pub(crate) fn of_field<'a>(enums: &'a LocalEnums, model: &str, field: &str) -> Option<&'a [EnumValue]> {
    let field = fold(field);
    let whole = format!("{}{field}", fold(model));
    let names = [format!("{whole}enum"), format!("{field}enum"), whole, field];
    let found = names.iter().find_map(|name| enums.iter().find(|(known, _)| fold(known) == *name));
    found.map(|(_, values)| values.as_slice())
}

/// The enumeration that a type cell names and that the description of its field lists: kits print `**Color**`, without a
/// link as it has no page.
pub(crate) fn described(cell: &Plain, values: &[String], span: Span, around: &Surroundings<'_>) -> Option<LocalEnums> {
    let name = lower::words(cell).pop().filter(|_| !values.is_empty() && cell.links.is_empty())?;
    if vocabulary::word(&name, around.vocabulary).is_some() || around.enums.contains_key(&name) {
        return None;
    }
    Some(LocalEnums::from([(name, listed(values, span, None))]))
}

/// Values that a description lists, for a field of these kinds.
pub(crate) fn listed(texts: &[String], span: Span, kinds: Option<Kinds>) -> Vec<EnumValue> {
    let value = |text: &String| match kinds.is_some_and(|kinds| kinds.has(Kind::String)) {
        true => Value::String(text.clone()),
        false => values::bare(text),
    };
    texts.iter().map(|text| EnumValue { value: value(text), span, name: None, description: None }).collect()
}

/// Lets a field, or what is in the list or map that it is, be one of `values`, unless its type says something else.
pub(crate) fn apply(values: &[EnumValue], field: SchemaId, span: Span, draft: &mut Draft) {
    let mut target = field;
    while let Some(inner) = draft.get(target).keywords.iter().find_map(|keyword| match keyword.value {
        Keyword::Items(inner) | Keyword::AdditionalProperties(inner) => Some(inner),
        _ => None, // no other rule of a type cell holds another schema of the same value
    }) {
        target = inner;
    }
    let mut values = values.to_vec();
    let schema = draft.get(target);
    let allowed = |keyword: &At<Keyword>| match &keyword.value {
        Keyword::Type(kinds) => values.iter().all(|value| fits(value, *kinds)),
        Keyword::Format(format) => format.starts_with("int"),
        _ => false, // the type cell knows better
    };
    if !schema.keywords.iter().all(allowed) {
        return;
    }
    let null = schema.kinds().is_some_and(|kinds| kinds.has(Kind::Null));
    if null && values.iter().all(|value| value.value != Value::Null) {
        values.push(EnumValue { value: Value::Null, span, name: None, description: None });
    }
    schema.keywords.clear();
    rules::enumerate(values, target, span, draft);
}

fn fits(value: &EnumValue, kinds: Kinds) -> bool {
    rules::kind_of(&value.value)
        .is_some_and(|kind| kinds.has(kind) || (kind == Kind::Integer && kinds.has(Kind::Number)))
}
