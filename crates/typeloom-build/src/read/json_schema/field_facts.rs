//! In exports: `x-field-facts`, what a page had left open of its fields and how their names were found.
//!
//! Whoever puts an export in the place of the pages gets the same types.

use super::notes::keep;
use super::{Here, Walk};
use crate::convention;
use crate::read::node::{Member, Node};
use crate::spec::{Convention, Evidence, Field, Spelling, Stated};

/// The keyword.
const NAME: &str = "x-field-facts";

/// What nobody exported is kept as it stands; the rest is read with `properties`.
pub(super) fn read(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if member.value.as_object().is_none() {
        keep(walk, here, member);
    }
}

/// Adds what the schema says of a field.
pub(super) fn add(here: &Here<'_>, field: &mut Field) {
    let Some(facts) = here.sibling(NAME).and_then(|facts| facts.get(&field.name)) else { return };
    let unknown = |name| facts.get(name).and_then(Node::as_str) == Some("unknown");
    if unknown("required") {
        field.required = Stated::Unknown;
    }
    if unknown("null") {
        field.null = Stated::Unknown;
    }
    let page = facts.get("page").and_then(Node::as_str);
    let evidence = facts.get("evidence").and_then(evidence);
    let accepted = facts.get("accepted").and_then(Node::as_bool) == Some(true);
    if let (Some(page), Some(evidence)) = (page, evidence) {
        field.spelling = Some(Spelling { page: page.to_owned(), evidence, accepted });
    }
}

/// The evidence that a text names. Its place is that of the text: the page is not there any more.
fn evidence(node: &Node) -> Option<Evidence> {
    let text = node.as_str()?;
    if let Some((whose, of)) = text.split_once(' ').filter(|_| text != "one word") {
        let convention = Convention::ALL.into_iter().find(|convention| convention::name(*convention) == of)?;
        return match whose {
            "page" => Some(Evidence::PageConvention(convention, node.span)),
            "vendor" => Some(Evidence::VendorConvention(convention, node.span)),
            "values" => Some(Evidence::ValueConvention(convention, node.span)),
            _ => None, // nothing that an export says
        };
    }
    match text {
        "one word" => Some(Evidence::OneWord),
        "named" => Some(Evidence::Named(node.span)),
        "capital" => Some(Evidence::Capital),
        "override" => Some(Evidence::Override(node.span)),
        "nothing" => Some(Evidence::Nothing),
        _ => None, // nothing that an export says
    }
}
