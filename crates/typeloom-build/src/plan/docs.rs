//! Docs of items, fields, variants and branches: what the vendor says, then what we know: examples, the default, the
//! rules in words, how `null` and a missing key are told apart, and where it was written.

pub(super) mod fields;

use super::draft::{Draft, Sketch};
use super::form::KnownValue;
use super::formats::{self, Meaning};
use super::markdown::{self, code};
use super::rule_words;
use crate::convention;
use crate::json_text;
use crate::model::ItemKind;
use crate::source::{Sources, Span};
use crate::spec::{Keyword, Notes, Origin, SchemaId, Spec};
use std::collections::BTreeSet;

/// At most this many examples are shown.
const EXAMPLES: usize = 3;

/// The docs of a type. `of_field`: its schema is that of a field, whose docs say the rest.
pub(super) fn of_item(draft: &Draft<'_>, sketch: &Sketch, origin: Option<Origin>, of_field: bool) -> Vec<String> {
    let (schema, span) = (sketch.schema, sketch.span);
    let mut docs = if of_field { described(draft, schema) } else { said(draft, schema) };
    docs.extend(match &sketch.item.kind {
        ItemKind::Struct(of) => rule_words::sentence(&of.checks, draft.rules.patterns()),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => rule_words::of_slot(slot, draft.rules.patterns()),
        ItemKind::Enum(_) | ItemKind::Union(_) => None,
    });
    docs.extend(sketch.item.docs.iter().cloned());
    if origin == Some(Origin::StandIn) {
        docs.push("No document describes this: it holds any JSON until one does.".to_owned());
        docs.push(format!("First referred to in {}.", code(&draft.sources.file_and_line(span))));
    } else {
        docs.push(written(draft, draft.spec.schema(schema).span));
    }
    docs.shrink_to_fit();
    docs
}

/// The docs of a module: the vendor, and the documents.
pub(super) fn of_module(spec: &Spec, sources: &Sources) -> Vec<String> {
    let documents: BTreeSet<&str> =
        spec.schemas.iter().map(|schema| sources.get(schema.document).name.as_str()).collect();
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

/// The docs of a known value, whose variant is called `name`. What the value is, the name says in most cases.
pub(super) fn of_variant(value: &KnownValue<'_>, name: &str) -> Vec<String> {
    let mut docs = value.description.map(markdown::paragraphs).unwrap_or_default();
    docs.extend((value.value != name && value.value != name.to_lowercase()).then(|| code(value.value)));
    // Some documents have tens of thousands, each with room for four.
    docs.shrink_to_fit();
    docs
}

/// The docs of a branch.
pub(super) fn of_branch(draft: &Draft<'_>, schema: SchemaId) -> Vec<String> {
    let notes = &draft.spec.schema(schema).notes;
    notes.description.as_deref().or(notes.title.as_deref()).map(markdown::paragraphs).unwrap_or_default()
}

/// What it is, in the vendor's words.
fn described(draft: &Draft<'_>, schema: SchemaId) -> Vec<String> {
    let notes = &draft.spec.schema(schema).notes;
    match (&notes.description, &notes.title) {
        (Some(description), _) => paragraphs(draft, description),
        // A title that is the name of the type says nothing new.
        (None, Some(title)) if title.contains(' ') => markdown::paragraphs(title),
        (None, Some(_) | None) => Vec::new(),
    }
}

/// The paragraphs of a description. Many members are described by one and the same text, and parsing it as Markdown
/// takes longer than all else that is done for a member.
fn paragraphs(draft: &Draft<'_>, description: &str) -> Vec<String> {
    if markdown::is_plain(description) {
        return markdown::paragraphs(description);
    }
    if let Some(known) = draft.descriptions.borrow().get(description) {
        return known.clone();
    }
    let paragraphs = markdown::paragraphs(description);
    draft.descriptions.borrow_mut().insert(description.to_owned(), paragraphs.clone());
    paragraphs
}

/// What the vendor says.
fn said(draft: &Draft<'_>, schema: SchemaId) -> Vec<String> {
    let Notes {
        title: _,       // said already
        description: _, // said already
        comment: _,     // for the authors of the schema, not for its users (2020-12 core, section 8.3)
        default,
        examples,
        deprecated: _, // becomes an attribute
        read_only,
        write_only,
        extensions: _, // what they mean is not known
        rust_type: _,  // the type itself shows it
        remarks,
    } = &*draft.spec.schema(schema).notes;
    let mut docs = described(draft, schema);
    let shown: Vec<String> =
        examples.iter().take(EXAMPLES).map(|value| code(&json_text::short(&value.value))).collect();
    match shown.as_slice() {
        [] => {}
        [only] => docs.push(format!("Example: {only}.")),
        several => docs.push(format!("Examples: {}.", several.join(", "))),
    }
    for keyword in &draft.spec.schema(schema).keywords {
        if let Keyword::Format(name) = &keyword.value
            && formats::meaning(name) == Meaning::Unknown
        {
            docs.push(format!("Format {}, which is not checked.", code(name)));
        }
    }
    docs.extend(default.iter().map(|value| format!("Default: {}.", code(&json_text::short(&value.value)))));
    docs.extend(read_only.then(|| "Read only: the vendor sends it and does not take it.".to_owned()));
    docs.extend(write_only.then(|| "Write only: the vendor takes it and does not send it.".to_owned()));
    docs.extend(remarks.iter().flat_map(|remark| markdown::paragraphs(&sentence(remark))));
    docs
}

/// A remark as a sentence.
fn sentence(remark: &str) -> String {
    let end = if remark.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{}{end}", convention::capitalised(remark))
}

fn written(draft: &Draft<'_>, span: Span) -> String {
    ["From ", &code(&draft.sources.file_and_line(span)), "."].concat()
}
