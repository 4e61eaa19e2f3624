//! Schemas of one name that differ: each is a type of its own, and somebody has to know why there are two.

use super::equal;
use super::facts::{self, Place};
use crate::diagnostic::{Code, Sink};
use crate::source::Span;
use crate::spec::{NamedSchema, Spec};

/// Says of `other` in what it differs from `first`: the first thing that can be said in a sentence.
/// Definitions that a schema has for itself say nothing of those of another one; those of a document that holds schemas
/// for all, as the `definitions` of Swagger 2.0, do.
pub(super) fn tell(spec: &Spec, first: &NamedSchema, other: &NamedSchema, sink: &mut Sink) {
    let own = |named: &NamedSchema| {
        let schema = spec.schema(named.schema);
        let within = |holder: &str| schema.pointer.starts_with(holder);
        !spec.holders.contains(&schema.document) && (within("/$defs/") || within("/definitions/"))
    };
    if own(first) || own(other) {
        return;
    }
    let name = &other.name;
    let (message, here, there) = difference(spec, first, other).unwrap_or_else(|| {
        let message = format!("`{name}` says something else here than there");
        (message, other.span, first.span)
    });
    sink.report(Code::SourcesDiffer, here)
        .group("two types")
        .message(message)
        .label("so these are two types")
        .related(there, "the other document")
        .help("if they are meant to be one, let the documents say the same, or `ignore` one of them in `vendor.toml`");
}

fn difference(spec: &Spec, first: &NamedSchema, other: &NamedSchema) -> Option<(String, Span, Span)> {
    let name = &other.name;
    let (ours, theirs) = (facts::fields(spec, first.schema), facts::fields(spec, other.schema));
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let find = |fields: &[Place], wanted: &Place| fields.iter().position(|place| place.field.name == wanted.field.name);
    if let Some(place) = theirs.iter().find(|place| find(&ours, place).is_none()) {
        let field = &place.field;
        return Some((format!("`{name}` has `{}` here, and not there", field.name), field.span, first.span));
    }
    if let Some(place) = ours.iter().find(|place| find(&theirs, place).is_none()) {
        let field = &place.field;
        return Some((format!("`{name}` has no `{}` here, but there", field.name), other.span, field.span));
    }
    for here in &theirs {
        let there = ours.get(find(&ours, here)?)?;
        let (a, b) = (&here.field, &there.field);
        let title = format!("{name}.{}", a.name);
        if here.required != there.required {
            let says = |required: bool| if required { "required" } else { "optional" };
            let message = format!("`{title}` is {} here, and {} there", says(here.required), says(there.required));
            return Some((message, a.span, b.span));
        }
        if !equal::same(spec, a.schema, b.schema) {
            return Some((format!("`{title}` says something else here than there"), a.span, b.span));
        }
    }
    None
}
