//! Docs of items, fields, variants and branches: what the vendor says, then what we know: examples, the default, the
//! rules in words, how `null` and a missing key are told apart, and where it was written.

use super::draft::Draft;
use super::form::KnownValue;
use super::json_text;
use super::markdown::{self, code};
use super::rule_words;
use crate::model::{ItemKind, Presence, Slot};
use crate::source::{Sources, Span};
use crate::spec::{Evidence, Field, Notes, Origin, SchemaId, Spec, Stated};
use std::collections::BTreeSet;

/// At most this many examples are shown.
const EXAMPLES: usize = 3;

/// The docs of a type. `span` is where its name was written.
pub(super) fn of_item(
    draft: &Draft<'_>,
    schema: SchemaId,
    origin: Option<Origin>,
    span: Span,
    kind: &ItemKind,
) -> Vec<String> {
    let mut docs = said(draft, schema);
    docs.extend(match kind {
        ItemKind::Struct(of) => rule_words::sentence(&of.checks, draft.rules.patterns()),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => rule_words::of_slot(slot, draft.rules.patterns()),
        ItemKind::Enum(_) | ItemKind::Union(_) => None,
    });
    if origin == Some(Origin::StandIn) {
        docs.push("No document describes this: it holds any JSON until one does.".to_owned());
        docs.push(format!("First referred to in {}.", code(&draft.sources.file_and_line(span))));
    } else {
        docs.push(written(draft, draft.spec.schema(schema).span));
    }
    docs
}

/// The docs of a module: the vendor, and the documents.
pub(super) fn of_module(spec: &Spec, sources: &Sources) -> Vec<String> {
    let documents: BTreeSet<&str> =
        spec.schemas.iter().map(|schema| sources.get(schema.document).path.as_str()).collect();
    let count = match documents.len() {
        1 => "one document".to_owned(),
        count => format!("{count} documents"),
    };
    let mut docs = vec![format!("Types of {}, from {count}.", code(&spec.vendor))];
    let list: Vec<String> = documents.into_iter().map(|path| format!("- {}", code(path))).collect();
    if !list.is_empty() {
        docs.push(list.join("\n"));
    }
    docs
}

/// The docs of a field.
pub(super) fn of_field(
    draft: &Draft<'_>,
    field: &Field,
    presence: Presence,
    holds_null: bool,
    slot: &Slot,
) -> Vec<String> {
    let mut docs = said(draft, field.schema);
    docs.extend(rule_words::of_slot(slot, draft.rules.patterns()));
    docs.extend(of_presence(field, presence, holds_null).map(str::to_owned));
    docs.extend(of_name(draft, field));
    docs.push(written(draft, field.span));
    docs
}

/// The docs of a known value.
pub(super) fn of_variant(value: &KnownValue<'_>) -> Vec<String> {
    let mut docs = value.description.map(markdown::paragraphs).unwrap_or_default();
    docs.push(code(value.value));
    docs
}

/// The docs of a branch.
pub(super) fn of_branch(draft: &Draft<'_>, schema: SchemaId) -> Vec<String> {
    let notes = &draft.spec.schema(schema).notes;
    notes.description.as_deref().or(notes.title.as_deref()).map(markdown::paragraphs).unwrap_or_default()
}

/// What the vendor says.
fn said(draft: &Draft<'_>, schema: SchemaId) -> Vec<String> {
    let Notes {
        title,
        description,
        comment: _, // for the authors of the schema, not for its users (2020-12 core, section 8.3)
        default,
        examples,
        deprecated: _, // becomes an attribute
        read_only,
        write_only,
        extensions: _, // what they mean is not known
        rust_type: _,  // the type itself shows it
        remarks,
    } = &draft.spec.schema(schema).notes;
    let mut docs = match (description, title) {
        (Some(description), _) => markdown::paragraphs(description),
        // A title that is the name of the type says nothing new.
        (None, Some(title)) if title.contains(' ') => markdown::paragraphs(title),
        (None, Some(_) | None) => Vec::new(),
    };
    let shown: Vec<String> =
        examples.iter().take(EXAMPLES).map(|value| code(&json_text::short(&value.value))).collect();
    match shown.as_slice() {
        [] => {}
        [only] => docs.push(format!("Example: {only}.")),
        several => docs.push(format!("Examples: {}.", several.join(", "))),
    }
    docs.extend(default.iter().map(|value| format!("Default: {}.", code(&json_text::short(&value.value)))));
    docs.extend(read_only.then(|| "Read only: the vendor sends it and does not take it.".to_owned()));
    docs.extend(write_only.then(|| "Write only: the vendor takes it and does not send it.".to_owned()));
    docs.extend(remarks.iter().flat_map(|remark| markdown::paragraphs(remark)));
    docs
}

/// What the Rust type does not say of the key and of `null`.
fn of_presence(field: &Field, presence: Presence, holds_null: bool) -> Option<&'static str> {
    match presence {
        Presence::RequiredNullable => Some("The key must be there; its value may be `null`."),
        Presence::Optional if !holds_null => Some("The key may be missing; `null` is not allowed."),
        Presence::OptionalNullable => {
            Some("The key may be missing (`None`), and its value may be `null` (`Some(None)`).")
        }
        Presence::OptionalNullUnknown => {
            Some("The key may be missing. The document does not say whether `null` occurs: it is read as `None`.")
        }
        Presence::RequiredNullUnknown => {
            Some("The key must be there. The document does not say whether `null` occurs: it is read as `None`.")
        }
        Presence::Optional if field.required == Stated::Unknown => {
            Some("The document does not say whether the key may be missing.")
        }
        Presence::Required | Presence::Optional => None,
    }
}

/// How the name in the JSON was found.
fn of_name(draft: &Draft<'_>, field: &Field) -> Option<String> {
    let spelling = field.spelling.as_ref()?;
    let place = |span: &Span| code(&draft.sources.file_and_line(*span));
    let how = match &spelling.evidence {
        Evidence::OneWord => return None,
        Evidence::Named(span) => format!("named so in {}", place(span)),
        Evidence::PageConvention(_, span) => format!("as other names of its page are spelled, see {}", place(span)),
        Evidence::VendorConvention(_, span) => {
            format!("as names on the vendor's other pages are spelled, see {}", place(span))
        }
        Evidence::Override(span) => format!("by {}", place(span)),
        Evidence::Nothing => "as on the page, for want of evidence".to_owned(),
    };
    let page =
        if spelling.page == field.name { String::new() } else { format!(" The page has {}.", code(&spelling.page)) };
    let accepted = if spelling.accepted && spelling.page != field.name {
        format!(" {} is read too.", code(&spelling.page))
    } else {
        String::new()
    };
    Some(format!("In the JSON {}: {how}.{page}{accepted}", code(&field.name)))
}

fn written(draft: &Draft<'_>, span: Span) -> String {
    format!("From {}.", code(&draft.sources.file_and_line(span)))
}
