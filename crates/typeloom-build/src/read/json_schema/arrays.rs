//! Keywords about arrays. Before 2020-12 `items` may be a list, which is `prefixItems` today, with `additionalItems`
//! for what follows it.

use super::applicators::schemas;
use super::dialect::{Edition, Vocabulary};
use super::numbers::count;
use super::{Here, Walk};
use crate::diagnostic::Code;
use crate::read::node::{Member, Node, NodeKind};
use crate::spec::{Keyword, SchemaId};

pub(super) fn items(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if member.value.as_array().is_some() {
        let message = "`items` is an array, not a schema";
        walk.wrong(member.value.span, message, "a schema for all items is expected")
            .help("write `prefixItems` for a list of schemas, or name an older draft in `$schema`");
        return;
    }
    let schema = walk.sub(here, &member.value, &["items"]);
    walk.rule(here, &member.value, Keyword::Items(schema));
}

pub(super) fn items_or_prefix(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    match member.value.as_array() {
        Some(list) => {
            let schemas = all(walk, here, member, list);
            if schemas.is_empty() {
                return; // says nothing, and `prefixItems` may not be empty
            }
            walk.rule(here, &member.value, Keyword::PrefixItems(schemas));
        }
        None => items(walk, here, member),
    }
}

fn all(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member, list: &[Node]) -> Vec<SchemaId> {
    list.iter().enumerate().map(|(index, item)| walk.sub(here, item, &[&member.name, &index.to_string()])).collect()
}

pub(super) fn prefix_items(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(schemas) = schemas(walk, here, member) {
        walk.rule(here, &member.value, Keyword::PrefixItems(schemas));
    }
}

/// Counts only behind a list: one schema for all items leaves none.
pub(super) fn additional_items(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["additionalItems"]);
    if here.sibling("items").is_some_and(|items| items.as_array().is_some()) {
        walk.rule(here, &member.value, Keyword::Items(schema));
    } else if !matches!(member.value.kind, NodeKind::Bool(true)) {
        unneeded(walk, member, "a list of `items`");
    }
}

fn unneeded(walk: &mut Walk<'_>, member: &Member, missing: &str) {
    walk.sink
        .report(Code::UnknownKeyword, member.name_span)
        .group("alone")
        .message(format!("`{}` without {missing} enforces nothing", member.name))
        .label("ignored")
        .help("remove it, or write what it belongs to");
}

pub(super) fn contains(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["contains"]);
    // Wrong values of these two are reported with their own keywords.
    let limit = |name: &str| {
        let limit = here.members.iter().find(|member| member.name == name)?;
        super::keywords::find(name, here.dialect)?;
        super::numbers::silent_count(&limit.value)
    };
    let (min, max) = (limit("minContains").unwrap_or(1), limit("maxContains"));
    let evaluates = here.dialect.edition >= Edition::D2020;
    walk.rule(here, &member.value, Keyword::Contains { schema, min, max, evaluates });
}

/// `minContains` and `maxContains`, which are read with `contains`.
pub(super) fn contains_count(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let known = here.dialect.has(Vocabulary::Applicator) && here.sibling("contains").is_some();
    if count(walk, member).is_some() && !known {
        unneeded(walk, member, "`contains`");
    }
}

pub(super) fn min_items(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(limit) = count(walk, member) {
        walk.rule(here, &member.value, Keyword::MinItems(limit));
    }
}

pub(super) fn max_items(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(limit) = count(walk, member) {
        walk.rule(here, &member.value, Keyword::MaxItems(limit));
    }
}

pub(super) fn unique_items(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if walk.truth(member) == Some(true) {
        walk.rule(here, &member.value, Keyword::UniqueItems);
    }
}

pub(super) fn unevaluated_items(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["unevaluatedItems"]);
    walk.rule(here, &member.value, Keyword::UnevaluatedItems(schema));
}
