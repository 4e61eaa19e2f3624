//! Enumerations: tables of names and values, lists of them, and code that joins them with bars.

use crate::convention::fold;
use crate::read::page::columns::Column;
use crate::read::page::entities;
use crate::read::page::inline::Plain;
use crate::read::page::models::Values;
use crate::read::page::table::Table;
use crate::read::page::values;
use crate::source::{SourceId, Span};
use crate::spec::{EnumValue, Kind, Kinds};
use std::ops::Range;
use typeloom::Value;

/// What a page says of an enumeration.
#[derive(Debug, Default)]
pub(crate) struct Enumeration {
    /// Its values.
    pub values: Vec<EnumValue>,
    /// Sentences for the documentation.
    pub remarks: Vec<String>,
}

/// Names of a value that generators add to be able to read values that they do not know.
const FALLBACKS: &[&str] = &["unknowndefaultopenapi", "unknown_default_open_api", "unrecognized", "sdk_unknown"];

/// Reads the values of one enumeration, which has a `name` where a section of its own lists them.
pub(crate) fn read(id: SourceId, text: &str, written: &Values, name: Option<&str>) -> Enumeration {
    let mut found = Enumeration::default();
    match written {
        Values::Table(table, columns) => of_table(id, table, columns, name, &mut found),
        Values::Items(items) => {
            for range in items {
                of_item(id, text, range.clone(), &mut found);
            }
        }
        Values::Code(range) => of_code(id, text, range.clone(), &mut found),
        Values::Sentence(range) => of_sentence(id, text, range.clone(), &mut found),
    }
    // Either all values are what they look like, or the looks deceive: `1`, `2`, `latest` are strings.
    let strings = found.values.iter().filter(|value| matches!(value.value, Value::String(_))).count();
    if strings > 0 {
        for value in &mut found.values {
            if let Value::Number(number) = &value.value {
                value.value = Value::String(number.as_str().to_owned());
            } else if let Value::Bool(bool) = value.value {
                value.value = Value::String(bool.to_string());
            }
        }
    }
    found
}

/// The values of fields, by field: `Property | Value`.
pub(crate) fn by_field(id: SourceId, table: &Table, columns: &[Column]) -> Vec<(String, Vec<EnumValue>)> {
    let at = |column| columns.iter().position(|&other| other == column);
    let (Some(name), Some(value)) = (at(Column::Name), at(Column::Value)) else { return Vec::new() };
    let mut fields: Vec<(String, Vec<EnumValue>)> = Vec::new();
    for row in &table.rows {
        let (Some(name), Some(cell)) = (row.cells.get(name), row.cells.get(value)) else { continue };
        let name = Plain::read(&name.text, id, name.span.start as usize).text;
        let text = Plain::read(&cell.text, id, cell.span.start as usize).text;
        // One row for each value, or one for each field with its values in code spans.
        let values = text.split(", ").map(|text| match text {
            "null" => Value::Null,
            text => values::bare(text),
        });
        let values = values.map(|value| EnumValue { value, span: cell.span, name: None, description: None });
        match fields.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => known.extend(values),
            None => fields.push((name, values.collect())),
        }
    }
    fields
}

/// Values that look like numbers or truth values are text where the field has no other kind.
pub(crate) fn as_kinds(mut values: Vec<EnumValue>, kinds: Option<Kinds>) -> Vec<EnumValue> {
    let only_text = kinds.is_some_and(|kinds| kinds.without(Kind::Null) == Kinds::NONE.with(Kind::String));
    for value in values.iter_mut().filter(|_| only_text) {
        if let Value::Number(number) = &value.value {
            value.value = Value::String(number.as_str().to_owned());
        } else if let Value::Bool(bool) = value.value {
            value.value = Value::String(bool.to_string());
        }
    }
    values
}

fn of_table(id: SourceId, table: &Table, columns: &[Column], whole: Option<&str>, found: &mut Enumeration) {
    let at = |column| columns.iter().position(|&other| other == column);
    let alone = table.rows.len() == 1;
    let (name, value, description) = (at(Column::Name), at(Column::Value), at(Column::Description));
    for row in &table.rows {
        let cell = |index: Option<usize>| index.and_then(|index| row.cells.get(index));
        let Some(cell_of_value) = cell(value).filter(|cell| !cell.text.is_empty()) else { continue };
        let raw = entities::prose(&cell_of_value.text);
        let name = cell(name).map(|cell| Plain::read(&cell.text, id, cell.span.start as usize).text);
        let description = cell(description).map(|cell| entities::prose(&cell.text));
        // A row named as the enumeration is has all of its values.
        if alone
            && let (Some(name), Some(whole)) = (&name, whole)
            && fold(name) == fold(whole)
        {
            for value in raw.split(", ") {
                push(values::bare(value), cell_of_value.span, None, None, found);
            }
            continue;
        }
        push(values::bare(&raw), cell_of_value.span, name, description, found);
    }
}

/// `` `AAL0` (value: `'aal0'`) ``
fn of_item(id: SourceId, text: &str, range: Range<usize>, found: &mut Enumeration) {
    let raw = &text[range.clone()];
    let inner = raw.trim_start().trim_start_matches(['*', '-', '+']).trim();
    let start = range.start + raw.find(inner).unwrap_or(0);
    let plain = Plain::read(inner, id, start);
    let mut codes = plain.codes.iter();
    let (Some(first), second) = (codes.next(), codes.next()) else { return };
    let name = plain.text[first.clone()].to_owned();
    match second {
        Some(code) => {
            let span = plain.place(code.clone());
            push(values::bare(&plain.text[code.clone()]), span, Some(name), None, found);
        }
        None => push(values::bare(&name), plain.place(first.clone()), None, None, found),
    }
}

/// `"a" | "b" | Unrecognized<string>`
fn of_code(id: SourceId, text: &str, range: Range<usize>, found: &mut Enumeration) {
    let mut at = range.start;
    for part in text[range].split_inclusive('|') {
        let inner = part.trim_end_matches('|').trim().trim_end_matches(['`', ';']).trim();
        // The first part begins with the fence and the name of the language.
        let inner = inner.rfind(['\n']).map_or(inner, |newline| &inner[newline + 1..]).trim();
        if inner.starts_with(['"', '\'']) {
            let start = at + part.find(inner).unwrap_or(0);
            push(values::bare(inner), Span::new(id, start, start + inner.len()), None, None, found);
        } else if inner.starts_with("Unrecognized") {
            open(found);
        }
        at += part.len();
    }
}

/// What a sentence begins with that lists values.
pub(crate) const ALLOWED: &str = "Allowed values: [";

/// `Allowed values: [a, b]`, with more sentences behind it or without.
fn of_sentence(id: SourceId, text: &str, range: Range<usize>, found: &mut Enumeration) {
    let raw = &text[range.clone()];
    let listed = raw.trim_start().strip_prefix(ALLOWED).and_then(|rest| rest.split_once(']'));
    let Some((inner, behind)) = listed else { return };
    let span = Span::new(id, range.start, range.start + raw.len() - behind.len());
    for value in inner.split(',').map(str::trim).filter(|value| !value.is_empty()) {
        push(values::bare(value), span, None, None, found);
    }
}

fn push(value: Value, span: Span, name: Option<String>, description: Option<String>, found: &mut Enumeration) {
    let fallback = name.as_ref().is_some_and(|name| FALLBACKS.contains(&name.to_lowercase().as_str()));
    if fallback {
        return open(found);
    }
    if found.values.iter().any(|other| other.value == value) {
        return;
    }
    let spelled = matches!(&value, Value::String(text) if name.as_ref() == Some(text));
    let name = name.filter(|name| !spelled && !name.is_empty());
    let description = description.filter(|text| !values::is_placeholder(text));
    found.values.push(EnumValue { value, span, name, description });
}

fn open(found: &mut Enumeration) {
    let remark = "the vendor's own code accepts values that are not listed";
    if !found.remarks.iter().any(|other| other == remark) {
        found.remarks.push(remark.to_owned());
    }
}
