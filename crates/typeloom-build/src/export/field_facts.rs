//! What pages leave open of fields, and how their names were found, as `x-field-facts` beside `properties`.
//!
//! Only what differs from the fields of a schema is written, where every name is that of the JSON and everything is
//! stated: exports of schemas have none of it.

use super::json::Json;
use crate::convention;
use crate::spec::{Evidence, Field, Stated};

/// The facts of those fields that have any.
pub(super) fn of(fields: &[Field]) -> Option<Json> {
    let facts: Vec<(String, Json)> =
        fields.iter().filter_map(|field| Some((field.name.clone(), facts(field)?))).collect();
    (!facts.is_empty()).then_some(Json::Object(facts))
}

fn facts(field: &Field) -> Option<Json> {
    let mut members = Vec::new();
    let mut say = |name: &str, json: Json| members.push((name.to_owned(), json));
    if field.required == Stated::Unknown {
        say("required", Json::from("unknown"));
    }
    if field.null == Stated::Unknown {
        say("null", Json::from("unknown"));
    }
    if let Some(spelling) = &field.spelling {
        say("page", Json::from(spelling.page.as_str()));
        say("evidence", Json::from(evidence(&spelling.evidence).as_str()));
        if spelling.accepted {
            say("accepted", Json::from(true));
        }
    }
    (!members.is_empty()).then_some(Json::Object(members))
}

/// `vendor snake_case`; the place is that of the page, which is not there any more.
fn evidence(evidence: &Evidence) -> String {
    match evidence {
        Evidence::OneWord => "one word".to_owned(),
        Evidence::Named(_) => "named".to_owned(),
        Evidence::PageConvention(convention, _) => format!("page {}", convention::name(*convention)),
        Evidence::VendorConvention(convention, _) => format!("vendor {}", convention::name(*convention)),
        Evidence::ValueConvention(convention, _) => format!("values {}", convention::name(*convention)),
        Evidence::Capital => "capital".to_owned(),
        Evidence::Override(_) => "override".to_owned(),
        Evidence::Nothing => "nothing".to_owned(),
    }
}
