//! Keywords that apply schemas to the same value: `allOf`, `anyOf`, `oneOf`, `not`, `if`.

use super::dialect::Vocabulary;
use super::{Here, Walk};
use crate::diagnostic::Code;
use crate::read::node::Member;
use crate::spec::{Keyword, SchemaId};

pub(super) fn all_of(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(schemas) = schemas(walk, here, member) {
        walk.rule(here, &member.value, Keyword::AllOf(schemas));
    }
}

pub(super) fn any_of(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(schemas) = schemas(walk, here, member) {
        walk.rule(here, &member.value, Keyword::AnyOf(schemas));
    }
}

pub(super) fn one_of(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(schemas) = schemas(walk, here, member) {
        walk.rule(here, &member.value, Keyword::OneOf(schemas));
    }
}

/// The schemas of an array that must hold at least one.
pub(super) fn schemas(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) -> Option<Vec<SchemaId>> {
    let Some(items) = member.value.as_array() else {
        walk.not(member, "an array of schemas").help(format!("write `\"{}\": [{{..}}, {{..}}]`", member.name));
        return None;
    };
    if items.is_empty() {
        walk.wrong(member.value.span, format!("`{}` is empty", member.name), "at least one schema is expected")
            .help("remove the keyword, or put a schema into it");
        return None;
    }
    let read = |(index, item)| walk.sub(here, item, &[&member.name, &usize::to_string(&index)]);
    Some(items.iter().enumerate().map(read).collect())
}

pub(super) fn not(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["not"]);
    walk.rule(here, &member.value, Keyword::Not(schema));
}

pub(super) fn condition(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let condition = walk.sub(here, &member.value, &["if"]);
    let mut branch = |name| here.sibling(name).map(|node| walk.sub(here, node, &[name]));
    let (then, otherwise) = (branch("then"), branch("else"));
    walk.rule(here, &member.value, Keyword::If { condition, then, otherwise });
}

/// `then` and `else`: read with `if`. Without it they mean nothing, but references may lead into them.
pub(super) fn branch(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    debug_assert!(here.dialect.has(Vocabulary::Applicator));
    if here.sibling("if").is_none() {
        walk.sub(here, &member.value, &[&member.name]);
        walk.sink
            .report(Code::UnknownKeyword, member.name_span)
            .group("alone")
            .message(format!("`{}` without `if` enforces nothing", member.name))
            .label("ignored")
            .help("put an `if` beside it, or remove it");
    }
}
