//! The entry of one type in the manifest: finds the type and its fields, and applies what is said of them.

use super::{Place, null, required, unused, wire_names};
use crate::diagnostic::Sink;
use crate::manifest::{FieldEntry, TypeEntry};
use crate::pointer;
use crate::spec::{Field, Keyword, Schema, SchemaId, Spec};
use std::collections::BTreeSet;
use toml::Spanned;

/// A field: its schema's parent and its index in `properties` there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct FieldPlace {
    pub parent: SchemaId,
    pub index: usize,
}

pub(super) fn of_type(spec: &mut Spec, name: &Spanned<String>, entry: &TypeEntry, place: Place, sink: &mut Sink) {
    let Some(index) = spec.types.iter().position(|named| &named.name == name.get_ref()) else {
        let known = spec.types.iter().map(|named| named.name.as_str());
        let help = nearest(name.get_ref(), known, "types of this vendor");
        let message = format!("vendor `{}` has no type `{}`", spec.vendor, name.get_ref());
        unused(sink, place.span(name.span()), message).help(help);
        return;
    };
    if let Some(rename) = &entry.rename {
        spec.types[index].rust_name = Some(place.span(rename.span()).at(rename.get_ref().clone()));
    }
    let root = spec.types[index].schema;
    if let Some(names) = &entry.wire_names {
        let fields = fields_of(spec, root);
        wire_names::apply(spec, &fields, names, place, sink);
    }
    if let Some(secret) = &entry.secret {
        secrets(spec, index, secret, place);
    }
    for (field, entry) in &entry.fields {
        let found = find(spec, root, field.get_ref());
        if found.is_empty() {
            let fields = fields_of(spec, root);
            let known: Vec<_> = fields.iter().filter_map(|&at| field_at(spec, at)).map(|field| &*field.name).collect();
            let help = nearest(field.get_ref(), known.into_iter(), "fields of this type");
            let message = format!("type `{}` has no field `{}`", name.get_ref(), field.get_ref());
            unused(sink, place.span(field.span()), message).help(help);
        }
        for at in found {
            of_field(spec, at, entry, place, sink);
        }
    }
}

fn of_field(spec: &mut Spec, at: FieldPlace, entry: &FieldEntry, place: Place, sink: &mut Sink) {
    // The order matters: `required` is looked up by the name in the JSON.
    if let Some(wire) = &entry.wire {
        wire_names::set(spec, at, wire.get_ref(), place.span(wire.span()), sink);
    }
    if let Some(value) = &entry.required {
        required::set(spec, at, *value.get_ref(), place.span(value.span()), sink);
    }
    if let Some(value) = &entry.null {
        null::set(spec, at, *value.get_ref(), place.span(value.span()), sink);
    }
    let Some(field) = field_at_mut(spec, at) else { return };
    if let Some(rename) = &entry.rename {
        field.rust_name = Some(place.span(rename.span()).at(rename.get_ref().clone()));
    }
    if let Some(secret) = &entry.secret {
        field.secret.push(place.span(secret.span()).at(*secret.get_ref()));
    }
}

/// A type without fields is a secret as a whole.
fn secrets(spec: &mut Spec, index: usize, secret: &Spanned<bool>, place: Place) {
    let said = || place.span(secret.span()).at(*secret.get_ref());
    let fields = fields_of(spec, spec.types[index].schema);
    if fields.is_empty() {
        spec.types[index].secret = Some(said());
    }
    for at in fields {
        if let Some(field) = field_at_mut(spec, at) {
            field.secret.push(said());
        }
    }
}

pub(super) fn field_at(spec: &Spec, at: FieldPlace) -> Option<&Field> {
    spec.schema(at.parent).fields().get(at.index)
}

pub(super) fn field_at_mut(spec: &mut Spec, at: FieldPlace) -> Option<&mut Field> {
    let keywords = &mut spec.schema_mut(at.parent).keywords;
    keywords.iter_mut().find_map(|keyword| match &mut keyword.value {
        Keyword::Properties(fields) => fields.get_mut(at.index),
        _ => None, // an accessor for one keyword has nothing to say of the others
    })
}

/// The fields of an object, those of branches that are written in place included.
pub(super) fn fields_of(spec: &Spec, root: SchemaId) -> Vec<FieldPlace> {
    let fields = |parent| (0..spec.schema(parent).fields().len()).map(move |index| FieldPlace { parent, index });
    reach(spec, vec![root], in_place).into_iter().flat_map(fields).collect()
}

/// The fields that a name of the manifest means.
fn find(spec: &Spec, root: SchemaId, name: &str) -> Vec<FieldPlace> {
    let Some(path) = name.strip_prefix('/') else { return named(spec, root, name) };
    let mut found: Vec<FieldPlace> = Vec::new();
    let mut roots = vec![root];
    for step in path.split('/') {
        let step = pointer::unescape(step);
        found = roots.iter().flat_map(|&root| named(spec, root, &step)).collect();
        found.dedup();
        let inner = found.iter().filter_map(|&at| field_at(spec, at)).map(|field| field.schema).collect();
        roots = reach(spec, inner, |schema| in_place(schema).into_iter().chain(inside(schema)).collect());
    }
    found
}

fn named(spec: &Spec, root: SchemaId, name: &str) -> Vec<FieldPlace> {
    let is =
        |field: &Field| field.name == name || field.spelling.as_ref().is_some_and(|spelling| spelling.page == name);
    let fields = fields_of(spec, root);
    fields.into_iter().filter(|&at| field_at(spec, at).is_some_and(is)).collect()
}

/// Everything that can be reached from `roots`, each schema once, in a fixed order.
fn reach(spec: &Spec, roots: Vec<SchemaId>, next: impl Fn(&Schema) -> Vec<SchemaId>) -> Vec<SchemaId> {
    let (mut seen, mut found) = (BTreeSet::new(), roots);
    found.retain(|&id| seen.insert(id));
    let mut index = 0;
    while let Some(&id) = found.get(index) {
        found.extend(next(spec.schema(id)).into_iter().filter(|&id| seen.insert(id)));
        index += 1;
    }
    found
}

/// The schemas that say more of the same value and are written in place. What a reference leads to is another type.
fn in_place(schema: &Schema) -> Vec<SchemaId> {
    let mut inner = Vec::new();
    for keyword in &schema.keywords {
        match &keyword.value {
            Keyword::AllOf(ids) | Keyword::AnyOf(ids) | Keyword::OneOf(ids) => inner.extend(ids),
            Keyword::If { condition: _, then, otherwise } => inner.extend([then, otherwise].into_iter().flatten()),
            Keyword::DependentSchemas(entries) => inner.extend(entries.iter().map(|(_, id)| *id)),
            _ => {} // every other keyword is about other values, or has no schema
        }
    }
    inner
}

/// The schemas of the values inside of a list or a map.
fn inside(schema: &Schema) -> Vec<SchemaId> {
    let mut inner = Vec::new();
    for keyword in &schema.keywords {
        match &keyword.value {
            Keyword::PrefixItems(ids) => inner.extend(ids),
            Keyword::Items(id) | Keyword::AdditionalProperties(id) => inner.push(*id),
            Keyword::PatternProperties(entries) => inner.extend(entries.iter().map(|(_, id)| *id)),
            _ => {} // every other keyword is no container
        }
    }
    inner
}

fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>, what: &str) -> String {
    let fold = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    known.dedup();
    if let Some(close) = known.iter().find(|known| fold(known) == fold(name)) {
        return format!("write `{close}`, or take this entry out");
    }
    match known.len() {
        0 => format!("take this entry out: there are no {what}"),
        1..=12 => format!("take this entry out, or write one of the {what}: {}", known.join(", ")),
        count => format!("take this entry out, or write one of the {count} {what}"),
    }
}
