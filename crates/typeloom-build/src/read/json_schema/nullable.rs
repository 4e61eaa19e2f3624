//! `nullable: true`, and Swagger's `x-nullable`: lets a schema allow `null`.
//!
//! By the letter of OpenAPI 3.0 it adds `null` to the `type` beside it and does nothing else: without a `type` it is
//! without effect, and `enum`, `allOf` and the like still exclude `null` (3.0.3, section 4.7.24.1). The exact mode takes
//! that letter. Otherwise `null` is allowed, for nobody who writes `nullable` means it to have no effect; where the
//! letter says less, a note tells so. Beside `$ref` in OpenAPI 3.0 everything is ignored, this too.

use super::dialect::Edition;
use super::{Here, Walk};
use crate::diagnostic::{Code, Severity};
use crate::pointer;
use crate::read::node::Node;
use crate::source::Span;
use crate::spec::{AnyInstance, EnumValue, Keyword, Kind, Kinds};
use typeloom::Value;

/// Lets a schema with `nullable: true` allow `null`. `pending` is where its own references begin.
pub(super) fn apply(walk: &mut Walk<'_>, here: &Here<'_>, pending: usize) {
    let names = ["nullable", "x-nullable"];
    let of = |name: &&str| here.sibling(name).filter(|node| node.as_bool() == Some(true));
    let Some(written) = names.iter().find_map(of) else { return };
    let hidden = here.dialect.edition <= Edition::D7 && here.sibling("$ref").and_then(Node::as_str).is_some();
    if hidden {
        return;
    }
    let exact = walk.draft.exact;
    let literal = exact && here.dialect.edition == Edition::OpenApi30;
    let keywords = &walk.draft.get(here.id).keywords;
    let typed = keywords.iter().any(|keyword| matches!(keyword.value, Keyword::Type(_)));
    let beyond = keywords.iter().any(|keyword| match &keyword.value {
        Keyword::Enum(values) => values.iter().all(|value| value.value != Value::Null),
        keyword => excludes(keyword),
    });
    let implied = !typed && !exact && keywords.iter().any(|keyword| !matches!(keyword.value, Keyword::Enum(_)));
    if here.dialect.edition == Edition::OpenApi30 && (beyond || implied) {
        tell(walk, written.span, typed, literal);
    }
    if literal {
        return add(walk, here, written.span, false);
    }
    if implied || walk.draft.get(here.id).keywords.iter().any(|keyword| excludes(&keyword.value)) {
        return wrap(walk, here, written.span, pending);
    }
    add(walk, here, written.span, true);
}

/// Says that the letter of OpenAPI 3.0 does not allow `null` here.
fn tell(walk: &mut Walk<'_>, span: Span, typed: bool, literal: bool) {
    let (message, group) = match typed {
        false => ("`nullable` without `type` has no effect in OpenAPI 3.0", "untyped"),
        true => ("what stands beside `nullable` excludes `null` in OpenAPI 3.0", "excluded"),
    };
    let (severity, label, help) = match literal {
        true => {
            (Severity::Warning, "`null` is not allowed", "without `exact` it is read as meant, and `null` is allowed")
        }
        false => (
            Severity::Note,
            "read as meant: `null` is allowed",
            "`exact = true` in `vendor.toml` (`--exact`) takes the letter: `null` is not allowed then",
        ),
    };
    walk.sink.report(Code::Nullable, span).group(group).message(message).label(label).help(help).severity = severity;
}

/// Adds `null` to `type`, and to `enum` where that is meant too.
fn add(walk: &mut Walk<'_>, here: &Here<'_>, written: Span, listed: bool) {
    for keyword in &mut walk.draft.get(here.id).keywords {
        if let Keyword::Type(kinds) = &mut keyword.value {
            *kinds = kinds.with(Kind::Null);
        } else if let Keyword::Enum(values) = &mut keyword.value
            && listed
            && values.iter().all(|known| known.value != Value::Null)
        {
            values.push(EnumValue { value: Value::Null, span: written, name: None, description: None });
        }
    }
}

/// Moves the rules of a schema into a branch beside one that allows `null`.
fn wrap(walk: &mut Walk<'_>, here: &Here<'_>, written: Span, pending: usize) {
    let span = walk.draft.get(here.id).span;
    let inner = walk.draft.schema(span, walk.source, here.pointer.to_owned(), here.resource);
    let null = walk.draft.schema(written, walk.source, pointer::join(here.pointer, "nullable"), here.resource);
    walk.draft.rule(null, written, Keyword::Type(Kinds::NONE.with(Kind::Null)));
    let rules = std::mem::take(&mut walk.draft.get(here.id).keywords);
    walk.draft.get(inner).keywords = rules;
    for reference in walk.draft.references.iter_mut().skip(pending).filter(|reference| reference.schema == here.id) {
        reference.schema = inner;
    }
    walk.draft.rule(here.id, written, Keyword::AnyOf(vec![inner, null]));
}

/// Whether a keyword may exclude `null` where `type` does not.
fn excludes(keyword: &Keyword) -> bool {
    match keyword.any_instance() {
        Some(
            AnyInstance::Never
            | AnyInstance::Const(_)
            | AnyInstance::Ref(_)
            | AnyInstance::DynamicRef(_)
            | AnyInstance::AllOf(_)
            | AnyInstance::AnyOf(_)
            | AnyInstance::OneOf(_)
            | AnyInstance::Not(_)
            | AnyInstance::If { .. },
        ) => true,
        Some(AnyInstance::Type(_) | AnyInstance::Enum(_)) | None => false,
    }
}
