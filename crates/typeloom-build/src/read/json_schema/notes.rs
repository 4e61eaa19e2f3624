//! Keywords that assert nothing: kept as notes, and what no vocabulary knows as extensions.

use super::keywords::{KEYWORDS, Row};
use super::{Here, Walk};
use crate::diagnostic::{Code, Severity};
use crate::edit_distance;
use crate::read::node::Member;

/// The text of a note. What is none says nothing, and keeps nobody from anything.
fn text(walk: &mut Walk<'_>, member: &Member) -> Option<String> {
    let text = member.value.as_str();
    if text.is_none() {
        walk.not(member, "a string").help(format!("write `\"{}\": \"..\"`", member.name)).severity = Severity::Warning;
    }
    text.map(str::to_owned)
}

/// The same for what is true or false.
fn truth(walk: &mut Walk<'_>, member: &Member) -> Option<bool> {
    let truth = member.value.as_bool();
    if truth.is_none() {
        walk.not(member, "`true` or `false`").help("write `true` or `false`, without quotes").severity =
            Severity::Warning;
    }
    truth
}

pub(super) fn title(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let text = text(walk, member);
    walk.draft.get(here.id).notes.title = text;
}

pub(super) fn description(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let text = text(walk, member);
    walk.draft.get(here.id).notes.description = text;
}

pub(super) fn comment(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let text = text(walk, member);
    walk.draft.get(here.id).notes.comment = text;
}

pub(super) fn default(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    walk.draft.get(here.id).notes.default = Some(member.value.span.at(member.value.to_value()));
}

pub(super) fn examples(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(items) = member.value.as_array() else {
        walk.not(member, "an array of values")
            .help("write `\"examples\": [..]`, or `\"example\": ..` for a single one")
            .severity = Severity::Warning;
        return;
    };
    walk.draft.get(here.id).notes.examples.extend(items.iter().map(|item| item.span.at(item.to_value())));
}

pub(super) fn example(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    walk.draft.get(here.id).notes.examples.push(member.value.span.at(member.value.to_value()));
}

pub(super) fn deprecated(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let truth = truth(walk, member);
    walk.draft.get(here.id).notes.deprecated = truth == Some(true);
}

pub(super) fn read_only(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let truth = truth(walk, member);
    walk.draft.get(here.id).notes.read_only = truth == Some(true);
}

pub(super) fn write_only(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let truth = truth(walk, member);
    walk.draft.get(here.id).notes.write_only = truth == Some(true);
}

/// In exports: what another draft ignored where 2020-12 would not.
pub(super) fn ignored(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    match member.value.as_object() {
        Some(members) => members.iter().for_each(|member| keep(walk, here, member)),
        None => keep(walk, here, member),
    }
}

/// In exports: our own remarks.
pub(super) fn remarks(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let items = member.value.as_array().unwrap_or(&[]);
    let texts: Option<Vec<String>> = items.iter().map(|item| item.as_str().map(str::to_owned)).collect();
    match texts.filter(|texts| !texts.is_empty()) {
        Some(texts) => {
            let remarks = &mut walk.draft.get(here.id).notes.remarks;
            let new: Vec<String> = texts.into_iter().filter(|text| !remarks.contains(text)).collect();
            remarks.extend(new);
        }
        None => keep(walk, here, member),
    }
}

/// In exports: marks a stand-in, which is seen where types are named.
pub(super) fn stand_in(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if member.value.as_bool() != Some(true) {
        keep(walk, here, member);
    }
}

/// In exports: the name of a type, or that there is none, which is seen where types are named.
pub(super) fn type_name(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if member.value.as_bool() != Some(false) && member.value.as_str().is_none() {
        keep(walk, here, member);
    }
}

/// A keyword that is kept as it is written.
pub(super) fn keep(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let value = member.value.span.at(member.value.to_value());
    walk.draft.get(here.id).notes.extensions.push((member.name.clone(), value));
}

/// A member whose name is no keyword in this dialect.
pub(super) fn extension(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    keep(walk, here, member);
    if member.name.starts_with("x-") {
        return;
    }
    let elsewhere = KEYWORDS.iter().find(|row| row.name == member.name);
    let (message, help, group) = match elsewhere {
        Some(row) => unknown_here(here, row),
        None => {
            let help = match similar(&member.name) {
                Some(name) => format!("did you mean `{name}`?"),
                None => "nothing is lost: it is kept in exports, as names that begin with `x-` are".to_owned(),
            };
            (format!("keyword `{}` is not known", member.name), help, "")
        }
    };
    let diagnostic = walk.sink.report(Code::UnknownKeyword, member.name_span);
    diagnostic.group(group).message(message).label("enforces nothing").help(help);
}

/// What to say of a keyword of another draft, or of a vocabulary that the meta-schema leaves out: message, help, group.
fn unknown_here(here: &Here<'_>, row: &Row) -> (String, String, &'static str) {
    let edition = here.dialect.edition;
    if row.editions.has(edition) {
        let message = format!("keyword `{}` is switched off by the meta-schema", row.name);
        return (message, "list its vocabulary in the `$vocabulary` of the meta-schema".to_owned(), "switched off");
    }
    let message = format!("{} has no keyword `{}`", edition.name(), row.name);
    let help = match row.name {
        "id" if !edition.is_openapi() => "write `$id`",
        _ if edition.is_openapi() => "OpenAPI 3.1 has it",
        "additionalItems" => "write `prefixItems` and `items`",
        "$recursiveRef" => "write `$dynamicRef`",
        "$recursiveAnchor" => "write `$dynamicAnchor`",
        _ => "name a draft that has it in `$schema`",
    };
    (message, help.to_owned(), "another draft")
}

/// The keyword that was probably meant.
fn similar(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    let close = |row: &&Row| {
        let keyword = row.name.to_ascii_lowercase();
        lower == keyword || (name.len() > 4 && edit_distance::within(&lower, &keyword, 2).is_some())
    };
    // A name of another thing that happens to be near a short keyword helps nobody.
    KEYWORDS.iter().filter(|row| row.name.len() > 3).find(close).map(|row| row.name)
}
