//! What is odd about the schemas themselves: formats that nobody knows, defaults and examples that the schema does not
//! allow, schemas that allow nothing.
//!
//! Only what is certain is said.

use super::draft::Draft;
use super::fit::{Budget, Fit, Miss, Role, fit};
use super::formats::{self, Meaning};
use crate::diagnostic::{Code, Sink};
use crate::json_text;
use crate::source::At;
use crate::spec::{AnyInstance, Keyword, SchemaId, Stated};
use std::collections::BTreeSet;
use typeloom::{Kind, KindSet, Value};

/// Looks at every schema.
pub(super) fn report(draft: &Draft<'_>, sink: &mut Sink) {
    let unsure = null_unknown(draft);
    let mut budget = Budget::new();
    for id in draft.spec.ids() {
        formats(draft, id, sink);
        values(draft, id, unsure.contains(&id), &mut budget, sink);
        impossible(draft, id, sink);
    }
}

fn formats(draft: &Draft<'_>, id: SchemaId, sink: &mut Sink) {
    for keyword in &draft.spec.schema(id).keywords {
        if let Keyword::Format(name) = &keyword.value
            && formats::asserted(draft.spec, draft.options.formats, draft.spec.schema(id))
            && formats::meaning(name) == Meaning::Unknown
        {
            sink.report(Code::UnknownFormat, keyword.span)
                .message(format!("unknown format `{name}`"))
                .label("documented, not checked");
        }
    }
}

/// The schemas of fields that `null` may stand for, although no type says so.
fn null_unknown(draft: &Draft<'_>) -> BTreeSet<SchemaId> {
    let fields = draft.spec.schemas.iter().flat_map(|schema| schema.fields());
    fields.filter(|field| field.null == Stated::Unknown).map(|field| field.schema).collect()
}

fn values(draft: &Draft<'_>, id: SchemaId, null_unknown: bool, budget: &mut Budget, sink: &mut Sink) {
    let notes = &draft.spec.schema(id).notes;
    let all = notes.default.iter().map(|value| ("default", Role::Default, value));
    let all = all.chain(notes.examples.iter().map(|value| ("example", Role::Example, value)));
    for (what, role, value) in all {
        if value.value == Value::Null && null_unknown {
            continue;
        }
        if let Some(why) = refused(draft, id, value, role, budget) {
            let shown = json_text::short(&value.value);
            sink.report(Code::InvalidNote, value.span)
                .group(what)
                .message(format!("{what} `{shown}` is not a value that the schema allows"))
                .label(why);
        }
    }
}

/// Why a value is certainly not allowed.
fn refused(draft: &Draft<'_>, id: SchemaId, value: &At<Value>, role: Role, budget: &mut Budget) -> Option<String> {
    let allowed = draft.kinds.kinds(id);
    if allowed.is_empty() {
        return None; // said of the schema
    }
    if !allowed.has(Kind::of(&value.value)) {
        return Some(format!("the schema allows {}", allowed.words()));
    }
    match fit(draft, id, &value.value, role, budget) {
        Fit::No(Miss { pointer, why }) if pointer.is_empty() => Some(why),
        Fit::No(Miss { pointer, why }) => Some(format!("`{pointer}` {why}")),
        Fit::Yes | Fit::Unsure => None,
    }
}

/// Schemas without any possible value, but for those that say just that.
fn impossible(draft: &Draft<'_>, id: SchemaId, sink: &mut Sink) {
    let schema = draft.spec.schema(id);
    if !draft.kinds.kinds(id).is_empty() || draft.kinds.null(id) == Some(true) {
        return;
    }
    let said_before = schema.keywords.iter().any(|keyword| match &keyword.value {
        Keyword::Never => true,
        Keyword::Ref(reference) => draft.kinds.kinds(reference.target).is_empty(),
        Keyword::AllOf(schemas) => schemas.iter().any(|id| draft.kinds.kinds(*id).is_empty()),
        Keyword::AnyOf(schemas) | Keyword::OneOf(schemas) => schemas.iter().all(|id| draft.kinds.kinds(*id).is_empty()),
        _ => false, // does not pass on what another schema says
    });
    if !said_before {
        let of = |keyword: &At<Keyword>| {
            let kinds = draft.kinds.kinds_of(draft.spec, &keyword.value);
            (kinds != KindSet::ALL).then(|| format!("`{}` allows {}", word(&keyword.value), kinds.words()))
        };
        let rules: Vec<String> = schema.keywords.iter().filter_map(of).collect();
        sink.report(Code::Impossible, schema.span)
            .message("no value can be valid")
            .label(format!("{}: no kind of value is left", rules.join(", ")));
    }
}

/// What a keyword that concerns all kinds of values is called in documents.
fn word(keyword: &Keyword) -> &'static str {
    match keyword.any_instance() {
        Some(AnyInstance::Never) => "false",
        Some(AnyInstance::Type(_)) => "type",
        Some(AnyInstance::Enum(_)) => "enum",
        Some(AnyInstance::Const(_)) => "const",
        Some(AnyInstance::Ref(_)) => "$ref",
        Some(AnyInstance::DynamicRef(_)) => "$dynamicRef",
        Some(AnyInstance::AllOf(_)) => "allOf",
        Some(AnyInstance::AnyOf(_)) => "anyOf",
        Some(AnyInstance::OneOf(_)) => "oneOf",
        Some(AnyInstance::Not(_)) => "not",
        Some(AnyInstance::If { condition: _, then: _, otherwise: _ }) => "if",
        None => "the rest",
    }
}
