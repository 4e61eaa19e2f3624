//! Reference pages: Markdown with tables of fields, enumerations and unions, in any layout.
//!
//! One reader for all of them: [`outline`] finds the blocks, [`models`] sorts them by model, [`columns`] says what the
//! columns of a table mean, [`fields`] and [`enums`] read rows, [`type_expr`] reads types. Pages of software kits show
//! the attributes of another language; what those are called in the JSON is found by [`wire_names`] when all pages of
//! the vendor have been read. What differs from
//! kind to kind is said by [`layout`].

mod answers;
pub(crate) mod columns;
pub(crate) mod composed;
pub(crate) mod defaults;
pub(crate) mod endings;
pub(crate) mod entities;
pub(crate) mod enums;
pub(crate) mod field_enums;
pub(crate) mod fields;
pub(crate) mod headings;
pub(crate) mod inline;
pub(crate) mod kinds;
mod kits;
pub(crate) mod layout;
pub(crate) mod markers;
pub(crate) mod marks;
pub(crate) mod mentions;
pub(crate) mod models;
pub(crate) mod names;
pub(crate) mod notes;
pub(crate) mod outline;
pub(crate) mod passed_over;
pub(crate) mod prefixes;
pub(crate) mod restrictions;
mod row_cells;
pub(crate) mod schema_page;
pub(crate) mod standards;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub(crate) mod type_expr;
pub(crate) mod types;
pub(crate) mod unlinked;
pub(crate) mod unmarked;
pub(crate) mod values;
mod votes;
pub(crate) mod wire_names;

use crate::diagnostic::{Code, Sink};
use crate::read::draft::Draft;
use crate::read::json_schema::types::stem;
use crate::source::{SourceId, Sources, Span};
use layout::Layout;
use passed_over::PassedOver;

/// Reads a page of any layout.
pub(crate) fn read(id: SourceId, sources: &Sources, layout: &Layout, draft: &mut Draft, sink: &mut Sink) {
    let source = sources.get(id);
    let blocks = outline::read(id, source);
    let contents = models::read(id, &source.text, &blocks, stem(&source.path), layout.attributes);
    if !contents.models.is_empty() {
        return types::read(id, sources, contents, layout, draft, sink);
    }
    if let Some(table) = contents.untyped.first() {
        sink.report(Code::NoTypeColumn, table.header_span)
            .message("table has no type column")
            .label("none of these headers means the type of a field")
            .help("add a column `Type`, or rename the one that holds the types");
        return;
    }
    let span = contents.title.as_ref().map_or(Span::start_of(id), |(_, span)| *span);
    let why = passed_over::why(id, &source.text, &blocks, &contents);
    draft.passed_over.push(PassedOver { span, why });
}
