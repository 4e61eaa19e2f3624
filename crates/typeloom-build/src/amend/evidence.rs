//! What decided the names in the JSON: a note for each page, told once overrides have had their say.

use crate::convention;
use crate::diagnostic::{Code, Sink};
use crate::source::{SourceId, Sources, Span};
use crate::spec::{Evidence, Spec};
use std::collections::BTreeMap;

/// Tells of every field whose name in the JSON is not the one that its page has, or that nothing decided.
pub(crate) fn tell(spec: &Spec, sources: &Sources, sink: &mut Sink) {
    let mut pages: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    for field in spec.schemas.iter().flat_map(|schema| schema.fields()) {
        let Some(spelling) = &field.spelling else { continue };
        let page = field.span.source;
        let Some(reason) = reason(&spelling.evidence, page, sources) else { continue };
        let differs = spelling.page != field.name;
        if differs || spelling.evidence == Evidence::Nothing {
            pages.entry(page).or_default().push(format!("`{}` is `{}`: {reason}", spelling.page, field.name));
        }
    }
    for (page, told) in pages {
        sink.report(Code::WireName, Span::start_of(page))
            .message(format!("names in the JSON were inferred: {}", told.join("; ")))
            .help(
                "where this is wrong, set `wire_names` of the vendor or a type, or `wire` of a field, in vendor.toml",
            );
    }
}

fn reason(evidence: &Evidence, page: SourceId, sources: &Sources) -> Option<String> {
    let place = |span: &Span| {
        let text = sources.text(*span).replace('\\', "");
        match span.source == page {
            true => format!("`{text}`, line {}", sources.position(*span).line),
            false => format!("`{text}`, {}", sources.file_and_line(*span)),
        }
    };
    match evidence {
        // Nothing was inferred.
        Evidence::OneWord | Evidence::Override(_) => None,
        Evidence::Named(span) => Some(format!("the page names it ({})", place(span))),
        Evidence::PageConvention(convention, span) => {
            Some(format!("names on the page are {} ({})", convention::name(*convention), place(span)))
        }
        Evidence::VendorConvention(convention, span) => {
            Some(format!("names on the vendor's other pages are {} ({})", convention::name(*convention), place(span)))
        }
        Evidence::Nothing => Some("nothing says otherwise".to_owned()),
    }
}
