//! Reference pages: Markdown with tables of fields, enumerations and unions, in any layout.
//!
//! One reader for all of them: [`outline`] finds the blocks, [`models`] sorts them by model, [`columns`] says what the
//! columns of a table mean, [`fields`] and [`enums`] read rows, [`type_expr`] reads types. Pages of software kits show
//! the attributes of another language; what those are called in the JSON is found by [`wire_names`] when all pages of
//! the vendor have been read. What differs from
//! kind to kind is said by [`layout`].

pub(crate) mod columns;
pub(crate) mod endings;
pub(crate) mod entities;
pub(crate) mod enums;
pub(crate) mod field_enums;
pub(crate) mod fields;
pub(crate) mod headings;
pub(crate) mod inline;
pub(crate) mod kinds;
pub(crate) mod layout;
pub(crate) mod markers;
pub(crate) mod marks;
pub(crate) mod mentions;
pub(crate) mod models;
pub(crate) mod names;
pub(crate) mod notes;
pub(crate) mod outline;
pub(crate) mod prefixes;
pub(crate) mod restrictions;
pub(crate) mod schema_page;
pub(crate) mod standards;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub(crate) mod type_expr;
pub(crate) mod types;
pub(crate) mod values;
mod votes;
pub(crate) mod wire_names;

use crate::diagnostic::{Code, Severity, Sink};
use crate::read::draft::Draft;
use crate::read::json_schema::types::stem;
use crate::source::{SourceId, Sources, Span};
use layout::Layout;
use models::Contents;
use outline::BlockKind;

/// Reads a page of any layout.
pub(crate) fn read(id: SourceId, sources: &Sources, layout: &Layout, draft: &mut Draft, sink: &mut Sink) {
    let source = sources.get(id);
    let blocks = outline::read(id, source);
    let contents = models::read(id, &source.text, &blocks, stem(&source.path), layout.attributes);
    if contents.models.is_empty() {
        let others = sources.iter().nth(1).is_some();
        let bare = blocks.iter().all(|block| matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Front));
        // Among others, pages of operations and pages without content hold nothing that is missing then.
        refuse(id, &contents, others && (bare || contents.operations), sink);
    } else {
        types::read(id, sources, contents, layout, draft, sink);
    }
}

/// Says why a page is no description of types; with a warning only where it is `passed` over.
fn refuse(id: SourceId, contents: &Contents, passed: bool, sink: &mut Sink) {
    if let Some(table) = contents.untyped.first() {
        sink.report(Code::NoTypeColumn, table.header_span)
            .message("table has no type column")
            .label("none of these headers means the type of a field")
            .help("add a column `Type`, or rename the one that holds the types");
        return;
    }
    let span = contents.title.as_ref().map_or(Span::start_of(id), |(_, span)| *span);
    let (label, what) = match contents.operations {
        true => ("this page describes operations and their parameters", "page describes no type"),
        false => ("nothing below has a name column and a type column", "page has no table of fields"),
    };
    let report = sink.report(Code::NoTable, span).message(what).label(label).help(
        "look for the vendor's OpenAPI document or JSON Schema, or for the page of the type itself, and put that here",
    );
    if passed {
        report.severity = Severity::Warning;
    }
}
