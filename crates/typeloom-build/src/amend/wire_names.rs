//! Names in the JSON that the manifest decides, for a field, a type or all pages of a vendor.

use super::fields::{FieldPlace, field_at, field_at_mut};
use super::{Place, unused};
use crate::convention::{self, mangled};
use crate::diagnostic::{Code, Sink};
use crate::manifest::{Manifest, WireNames};
use crate::pointer;
use crate::source::Span;
use crate::spec::{Evidence, Keyword, Schema, SchemaId, Spec, Spelling};
use toml::Spanned;

/// Applies the convention of the vendor to every field that a page spells in another language.
pub(super) fn of_vendor(spec: &mut Spec, manifest: &Manifest, place: Place, sink: &mut Sink) {
    let Some(names) = &manifest.wire_names else { return };
    let mut fields = Vec::new();
    for parent in spec.ids() {
        fields.extend((0..spec.schema(parent).fields().len()).map(|index| FieldPlace { parent, index }));
    }
    apply(spec, &fields, names, place, sink);
}

/// Applies a convention to those of `fields` that a page spells in another language.
pub(super) fn apply(spec: &mut Spec, fields: &[FieldPlace], names: &Spanned<WireNames>, place: Place, sink: &mut Sink) {
    let span = place.span(names.span());
    let mut used = false;
    for &at in fields {
        let Some(field) = field_at(spec, at) else { continue };
        let Some(spelling) = &field.spelling else { continue };
        used = true;
        let name = match names.get_ref().convention() {
            // It may have capitals that words do not show: `hostIP`.
            Some(convention) if convention::of(&field.name) == Some(convention) => field.name.clone(),
            Some(convention) => convention::respell(&mangled::original(&spelling.page), convention),
            None => spelling.page.clone(),
        };
        if name != spelling.page || spelling.evidence != Evidence::OneWord {
            set(spec, at, &name, span, sink);
        }
    }
    if !used {
        unused(sink, span, "there are no fields whose names in the JSON are unknown")
            .help("take this entry out: schemas have the names of the JSON");
    }
}

/// Gives a field another name in the JSON.
pub(super) fn set(spec: &mut Spec, at: FieldPlace, name: &str, span: Span, sink: &mut Sink) {
    let fields = spec.schema(at.parent).fields();
    let twin = fields.iter().enumerate().find(|(index, field)| *index != at.index && field.name == name);
    if let Some((_, twin)) = twin {
        let other = twin.span;
        sink.report(Code::DuplicateField, span)
            .message(format!("two fields would be called `{name}` in the JSON"))
            .related(other, "the other one");
        return;
    }
    let Some(field) = field_at_mut(spec, at) else { return };
    if field.spelling.is_none() && field.name == name {
        unused(sink, span, format!("the document calls it `{name}` already")).help("take this entry out");
        return;
    }
    let of_page = field.spelling.is_some();
    let page = field.spelling.take().map_or_else(|| field.name.clone(), |spelling| spelling.page);
    field.spelling = Some(Spelling { page, evidence: Evidence::Override(span), accepted: false });
    let old = std::mem::replace(&mut field.name, name.to_owned());
    let schema = field.schema;
    for keyword in &mut spec.schema_mut(at.parent).keywords {
        if let Keyword::Required(names) = &mut keyword.value {
            names.iter_mut().filter(|required| required.value == old).for_each(|required| required.value = name.into());
        }
    }
    if of_page {
        move_pointers(spec, schema, name);
    }
}

/// Pages have no pointers of their own: theirs are those of the schema that would say the same, so they follow the name.
fn move_pointers(spec: &mut Spec, id: SchemaId, name: &str) {
    let Schema { document, pointer: old, .. } = spec.schema(id);
    let Some((parent, _)) = old.rsplit_once('/') else { return };
    let (document, old) = (*document, old.clone());
    let new = pointer::join(parent, name);
    for schema in spec.schemas.iter_mut().filter(|schema| schema.document == document) {
        if let Some(rest) = schema.pointer.strip_prefix(&old).filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            schema.pointer = format!("{new}{rest}");
        }
    }
}
