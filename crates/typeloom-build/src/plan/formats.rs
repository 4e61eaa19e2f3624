//! What the name of a format means to us.

use crate::model::{Format, Width};
use crate::options::Formats;
use crate::spec::{Schema, Spec};

/// What a `format` does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// It is a rule for strings.
    Text(Format),
    /// It is a width of integers.
    Width(Width),
    /// It is documented, and nothing that could be checked.
    Documented,
    /// We do not know it.
    Unknown,
}

/// Formats without a rule: hints for input masks (`password`), widths of floating point numbers, kinds of text that
/// any string belongs to, and what the types say already.
const DOCUMENTED: &[&str] =
    &["binary", "double", "float", "password", "decimal", "commonmark", "html", "int-or-string"];

/// Whether `format` is a rule in this schema: because the caller or because its meta-schema wants it so.
pub(super) fn asserted(spec: &Spec, formats: Formats, schema: &Schema) -> bool {
    let resource = spec.resources.get(schema.resource.0 as usize);
    formats == Formats::Assert || resource.is_some_and(|resource| resource.asserts_formats)
}

/// What the name of a format means.
pub(super) fn meaning(name: &str) -> Meaning {
    match Format::named(name) {
        Some(Format::Int32) => Meaning::Width(Width::I32),
        Some(Format::Int64) => Meaning::Width(Width::I64),
        Some(Format::Uint32) => Meaning::Width(Width::U32),
        Some(Format::Uint64) => Meaning::Width(Width::U64),
        Some(format) => Meaning::Text(format),
        None if DOCUMENTED.contains(&name) => Meaning::Documented,
        None => Meaning::Unknown,
    }
}
