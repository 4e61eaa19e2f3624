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
use std::collections::BTreeMap;
use typeloom::Value;

/// The name of an enumeration in the heading of its section: `MoodEnum` for `List<MoodEnum>`.
pub(crate) fn name(heading: &str, document: SourceId) -> String {
    lower::words(&Plain::read(heading, document, 0)).pop().unwrap_or_else(|| heading.to_owned())
}

/// The enumerations of a page, for looking them up by names that are spelled otherwise.
pub(crate) struct ByField<'a> {
    model: String,
    folded: BTreeMap<String, (&'a str, &'a [EnumValue])>,
}

impl<'a> ByField<'a> {
    /// Those of the page that describes `model`.
    pub fn new(enums: &'a LocalEnums, model: &str) -> ByField<'a> {
        let mut folded = BTreeMap::new();
        for (name, values) in enums {
            folded.entry(fold(name)).or_insert((name.as_str(), values.as_slice()));
        }
        ByField { model: fold(model), folded }
    }

    /// The name and the values of the section that has a name made of the one of the field called `field`.
    pub fn get(&self, field: &str) -> Option<(&'a str, &'a [EnumValue])> {
        if self.folded.is_empty() {
            return None;
        }
        let field = fold(field);
        let whole = format!("{}{field}", self.model);
        let names = [format!("{whole}enum"), format!("{field}enum"), whole, field];
        names.iter().find_map(|name| self.folded.get(name)).copied()
    }
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

/// Whether the type cell of a field, or of what is in it, has become an enumeration. The field is the last one so far,
/// so that all schemas from it on are its own.
pub(crate) fn is_enumerated(field: SchemaId, draft: &Draft) -> bool {
    let own = draft.schemas.iter().skip(field.0 as usize);
    own.flat_map(|schema| &schema.keywords).any(|keyword| matches!(keyword.value, Keyword::Enum(_)))
}

/// Lets a field, or what is in the list or map that it is, be one of `values`, unless its type says something else.
/// Returns whether the field is one of them now.
pub(crate) fn apply(values: &[EnumValue], field: SchemaId, span: Span, draft: &mut Draft) -> bool {
    if values.is_empty() {
        return true; // nothing that the type could contradict
    }
    let mut target = field;
    while let Some(inner) = draft.get(target).keywords.iter().find_map(|keyword| match keyword.value {
        Keyword::Items(inner) | Keyword::AdditionalProperties(inner) => Some(inner),
        _ => None, // no other rule of a type cell holds another schema of the same value
    }) {
        target = inner;
    }
    let mut values = values.to_vec();
    let schema = draft.get(target);
    let same = |keyword: &At<Keyword>| match &keyword.value {
        Keyword::Enum(known) => values.iter().all(|value| known.iter().any(|known| known.value == value.value)),
        _ => false, // no other rule lists values
    };
    if schema.keywords.iter().any(same) {
        return true;
    }
    let allowed = |keyword: &At<Keyword>| match &keyword.value {
        Keyword::Type(kinds) => values.iter().all(|value| fits(value, *kinds)),
        Keyword::Format(format) => format.starts_with("int"),
        _ => false, // the type cell knows better
    };
    if !schema.keywords.iter().all(allowed) {
        return false;
    }
    let null = schema.kinds().is_some_and(|kinds| kinds.has(Kind::Null));
    if null && values.iter().all(|value| value.value != Value::Null) {
        values.push(EnumValue { value: Value::Null, span, name: None, description: None });
    }
    schema.keywords.clear();
    rules::enumerate(values, target, span, draft);
    true
}

fn fits(value: &EnumValue, kinds: Kinds) -> bool {
    rules::kind_of(&value.value)
        .is_some_and(|kind| kinds.has(kind) || (kind == Kind::Integer && kinds.has(Kind::Number)))
}
