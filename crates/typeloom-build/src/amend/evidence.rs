//! What decided the names in the JSON, told once overrides have had their say: a note for each page, and a sentence in
//! the docs of each field.

use crate::convention;
use crate::diagnostic::{Code, Sink};
use crate::source::{SourceId, Sources, Span};
use crate::spec::{Evidence, SchemaId, Spec, Spelling};
use std::collections::BTreeMap;

/// Tells of every field whose name in the JSON is not the one that its page has, or that nothing decided.
pub(crate) fn tell(spec: &mut Spec, sources: &Sources, sink: &mut Sink) {
    let mut pages: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    let mut remarks: Vec<(SchemaId, String)> = Vec::new();
    for field in spec.schemas.iter().flat_map(|schema| schema.fields()) {
        let Some(spelling) = &field.spelling else { continue };
        let page = field.span.source;
        let Some(reason) = reason(&spelling.evidence, page, sources) else { continue };
        let differs = spelling.page != field.name;
        if differs {
            remarks.push((field.schema, remark(spelling, &reason)));
        }
        let overridden = matches!(spelling.evidence, Evidence::Override(_));
        if (differs || spelling.evidence == Evidence::Nothing) && !overridden {
            pages.entry(page).or_default().push(format!("`{}` is `{}`: {reason}", spelling.page, field.name));
        }
    }
    for (schema, remark) in remarks {
        spec.schema_mut(schema).notes.remarks.push(remark);
    }
    for (page, told) in pages {
        sink.report(Code::WireName, Span::start_of(page))
            .message(format!("names in the JSON were inferred: {}", told.join("; ")))
            .help(
                "where this is wrong, set `wire_names` of the vendor or a type, or `wire` of a field, in vendor.toml",
            );
    }
}

fn remark(spelling: &Spelling, reason: &str) -> String {
    let page = &spelling.page;
    match (&spelling.evidence, spelling.accepted) {
        // Fields of schemas have a spelling only where the manifest gives them another name.
        (Evidence::Override(_), _) => format!("the document calls it `{page}`: {reason}"),
        (_, true) => format!("the page spells it `{page}`: {reason}; `{page}` is read as well"),
        (_, false) => format!("the page spells it `{page}`: {reason}"),
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
        Evidence::OneWord => None,
        Evidence::Override(span) => Some(format!("{} says so", sources.file_and_line(*span))),
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
