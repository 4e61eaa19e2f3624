//! Keywords about strings.

use super::numbers::count;
use super::{Here, Walk};
use crate::read::node::Member;
use crate::spec::Keyword;

pub(super) fn min_length(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(limit) = count(walk, member) {
        walk.rule(here, &member.value, Keyword::MinLength(limit));
    }
}

pub(super) fn max_length(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(limit) = count(walk, member) {
        walk.rule(here, &member.value, Keyword::MaxLength(limit));
    }
}

pub(super) fn pattern(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    text(walk, here, member, Keyword::Pattern);
}

pub(super) fn format(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    text(walk, here, member, Keyword::Format);
}

pub(super) fn content_encoding(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    text(walk, here, member, Keyword::ContentEncoding);
}

pub(super) fn content_media_type(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    text(walk, here, member, Keyword::ContentMediaType);
}

pub(super) fn content_schema(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let schema = walk.sub(here, &member.value, &["contentSchema"]);
    walk.rule(here, &member.value, Keyword::ContentSchema(schema));
}

fn text(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member, keyword: fn(String) -> Keyword) {
    if let Some(text) = walk.text(member) {
        walk.rule(here, &member.value, keyword(text.to_owned()));
    }
}
