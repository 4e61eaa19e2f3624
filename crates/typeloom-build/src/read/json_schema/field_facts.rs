//! In exports: `x-field-facts`, what a page had left open of its fields and how their names were found.
//!
//! Whoever puts an export in the place of the pages gets the same types.

use super::notes::keep;
use super::{Here, Walk};
use crate::convention;
use crate::extensions;
use crate::read::node::{Member, Node};
use crate::spec::{Convention, Evidence, Field, Spelling, Stated};
use std::collections::{BTreeMap, BTreeSet};

/// What nobody exported is kept as it stands; the rest is read with `properties`.
pub(super) fn read(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if of(here).is_empty() {
        keep(walk, here, member);
    }
}

/// The facts of a schema by the name of the field; none where anything else stands under that name.
pub(super) fn of<'a>(here: &Here<'a>) -> BTreeMap<&'a str, Facts> {
    let entries = here.sibling(extensions::FIELD_FACTS).and_then(Node::as_object).unwrap_or_default();
    let properties = here.sibling("properties").and_then(Node::as_object).unwrap_or_default();
    let known: BTreeSet<&str> = properties.iter().map(|property| property.name.as_str()).collect();
    let facts = entries.iter().map(|entry| {
        let name = Some(entry.name.as_str()).filter(|name| known.contains(name))?;
        Some((name, Facts::read(&entry.value)?))
    });
    facts.collect::<Option<_>>().unwrap_or_default()
}

/// What is said of one field.
pub(super) struct Facts {
    required: Stated,
    null: Stated,
    spelling: Option<Spelling>,
}

impl Facts {
    /// [`None`] where an export says nothing like it.
    fn read(node: &Node) -> Option<Facts> {
        let mut facts = Facts { required: Stated::Yes, null: Stated::Yes, spelling: None };
        let (mut page, mut found, mut accepted) = (None, None, false);
        for Member { name, value, .. } in node.as_object()? {
            match (name.as_str(), value.as_str(), value.as_bool()) {
                ("required", Some("unknown"), _) => facts.required = Stated::Unknown,
                ("null", Some("unknown"), _) => facts.null = Stated::Unknown,
                ("page", Some(text), _) => page = Some(text.to_owned()),
                ("evidence", Some(_), _) => found = Some(evidence(value)?),
                ("accepted", _, Some(is)) => accepted = is,
                _ => return None, // an export has nothing else
            }
        }
        facts.spelling = match (page, found) {
            (Some(page), Some(evidence)) => Some(Spelling { page, evidence, accepted }),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return None,
        };
        Some(facts)
    }

    /// Adds it to the field.
    pub(super) fn add(self, field: &mut Field) {
        let Facts { required, null, spelling } = self;
        (field.required, field.null, field.spelling) = (required, null, spelling);
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
