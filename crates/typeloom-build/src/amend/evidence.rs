//! What decided the names in the JSON: a note for each page, told once overrides have had their say.

use crate::convention;
use crate::diagnostic::{Code, Sink};
use crate::source::{SourceId, Sources, Span};
use crate::spec::{Evidence, Spec};
use std::collections::BTreeMap;

/// As many names are listed for one reason.
const LISTED: usize = 8;

/// The fields whose names one reason decided.
struct Told {
    reason: String,
    /// Where the first name stands that speaks for it.
    place: Option<Span>,
    fields: Vec<String>,
}

/// Tells of every field whose name in the JSON is not the one that its page has, or that nothing decided.
pub(crate) fn tell(spec: &Spec, sources: &Sources, sink: &mut Sink) {
    let mut pages: BTreeMap<SourceId, Vec<Told>> = BTreeMap::new();
    for field in spec.schemas.iter().flat_map(|schema| schema.fields()) {
        let Some(spelling) = &field.spelling else { continue };
        let Some((reason, place)) = reason(&spelling.evidence) else { continue };
        let told = match spelling.page == field.name {
            true if spelling.evidence != Evidence::Nothing => continue,
            true => format!("`{}`", field.name),
            false => format!("`{}` is `{}`", spelling.page, field.name),
        };
        let reasons = pages.entry(field.span.source).or_default();
        match reasons.iter_mut().find(|known| known.reason == reason) {
            Some(known) => known.fields.push(told),
            None => reasons.push(Told { reason, place, fields: vec![told] }),
        }
    }
    for (page, reasons) in pages {
        let told: Vec<String> = reasons.iter().map(|reason| sentence(reason, page, sources)).collect();
        sink.report(Code::WireName, Span::start_of(page))
            .message(format!("names in the JSON were inferred: {}", told.join("; ")))
            .help(
                "where this is wrong, set `wire_names` of the vendor or a type, or `wire` of a field, in vendor.toml",
            );
    }
}

/// `` `user_id` is `userId`, `api_key` is `apiKey`: names on the page are camelCase (`stateToken`, line 7) ``
fn sentence(told: &Told, page: SourceId, sources: &Sources) -> String {
    let mut list = told.fields.iter().take(LISTED).map(String::as_str).collect::<Vec<_>>().join(", ");
    if told.fields.len() > LISTED {
        list.push_str(&format!(" and {} more", told.fields.len() - LISTED));
    }
    let place = told.place.map(|span| {
        let text = sources.text(span).replace('\\', "");
        match span.source == page {
            true => format!(" (`{text}`, line {})", sources.position(span).line),
            false => format!(" (`{text}`, {})", sources.file_and_line(span)),
        }
    });
    format!("{list}: {}{}", told.reason, place.unwrap_or_default())
}

fn reason(evidence: &Evidence) -> Option<(String, Option<Span>)> {
    match evidence {
        // Nothing was inferred.
        Evidence::OneWord | Evidence::Override(_) => None,
        Evidence::Named(span) => Some(("the page names it so".to_owned(), Some(*span))),
        Evidence::PageConvention(convention, span) => {
            Some((format!("names on the page are {}", convention::name(*convention)), Some(*span)))
        }
        Evidence::VendorConvention(convention, span) => {
            Some((format!("names on the vendor's other pages are {}", convention::name(*convention)), Some(*span)))
        }
        Evidence::ValueConvention(convention, span) => {
            Some((format!("values of the vendor's enumerations are {}", convention::name(*convention)), Some(*span)))
        }
        Evidence::Capital => Some((
            "nothing says how the JSON spells it; the language of the page begins every name with a capital".to_owned(),
            None,
        )),
        Evidence::Nothing => Some(("spelled as on the page, as nothing says otherwise".to_owned(), None)),
    }
}
