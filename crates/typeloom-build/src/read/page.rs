//! Reference pages: Markdown with tables of fields, enumerations and unions, in any layout.
//!
//! One reader for all of them: [`outline`] finds the blocks, [`models`] sorts them by model, [`columns`] says what the
//! columns of a table mean, [`fields`] and [`enums`] read rows, [`type_expr`] reads types. Pages of software kits show
//! the attributes of another language; what those are called in the JSON is found by [`wire_names`] when all pages of
//! the vendor have been read. A layout is a row of [`LAYOUTS`].

pub(crate) mod columns;
pub(crate) mod convention;
pub(crate) mod entities;
pub(crate) mod enums;
pub(crate) mod fields;
pub(crate) mod headings;
pub(crate) mod inline;
pub(crate) mod mangled;
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
pub(crate) mod wire_names;

use crate::diagnostic::{Code, Severity, Sink};
use crate::read::draft::Draft;
use crate::read::json_schema::types::stem;
use crate::source::{Source, SourceId, Sources, Span};
use models::Contents;

/// What kinds of pages differ in, as far as the reader of tables has to know.
pub(crate) struct Layout {
    /// Text that only pages of this kind have.
    signs: &'static [&'static str],
    /// Whether names are attributes of another language. Such pages are generated, one for each model.
    attributes: bool,
    /// Whether a table without rows is an object without members. Elsewhere it may be anything that is no object.
    empty_is_object: bool,
}

const SPEAKEASY: Layout = Layout {
    signs: &[":heavy_check_mark:", ":heavy_minus_sign:", "## Supported Types", "## Values\n"],
    attributes: true,
    empty_is_object: true,
};

const OPENAPI_GENERATOR: Layout = Layout {
    signs: &[
        "Name|Type|Description|Notes",
        "## Enum\n",
        "## Enum Variants",
        "## Enum: ",
        "[[Back to Model list]]",
        "[[Back to top]]",
        "[Back to top](#)",
    ],
    attributes: true,
    empty_is_object: false,
};

const APIMATIC: Layout = Layout { signs: &["|Name|Type|Tags|Description|"], attributes: true, empty_is_object: false };

const GENERAL: Layout = Layout { signs: &[], attributes: false, empty_is_object: false };

/// Whether a document is a page of Speakeasy's documentation of a software kit.
pub(crate) fn is_speakeasy(source: &Source) -> bool {
    is_page(source) && SPEAKEASY.shows(source)
}

/// Whether a document is a page of OpenAPI-Generator or Swagger-Codegen.
pub(crate) fn is_openapi_generator(source: &Source) -> bool {
    is_page(source) && OPENAPI_GENERATOR.shows(source)
}

/// Whether a document is a page of APIMatic.
pub(crate) fn is_apimatic(source: &Source) -> bool {
    is_page(source) && APIMATIC.shows(source)
}

/// Whether a document is a page at all.
pub(crate) fn is_page(source: &Source) -> bool {
    let path = source.path.to_lowercase();
    [".md", ".mdx", ".markdown", ".txt"].iter().any(|ending| path.ends_with(ending))
        || source.text.trim_start().starts_with(['#', '|'])
}

/// Reads a page of Speakeasy.
pub(crate) fn read_speakeasy(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    read(id, sources, &SPEAKEASY, draft, sink);
}

/// Reads a page of OpenAPI-Generator or Swagger-Codegen.
pub(crate) fn read_openapi_generator(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    read(id, sources, &OPENAPI_GENERATOR, draft, sink);
}

/// Reads a page of APIMatic.
pub(crate) fn read_apimatic(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    read(id, sources, &APIMATIC, draft, sink);
}

/// Reads any other page with tables of fields, whose names are those of the JSON.
pub(crate) fn read_general(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    read(id, sources, &GENERAL, draft, sink);
}

impl Layout {
    fn shows(&self, source: &Source) -> bool {
        let has = |sign: &&str| match sign.contains('|') {
            // Header rows are padded, with and without outer bars.
            true => source.text.lines().take(400).any(|line| {
                let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
                line.contains('|') && line.trim_start_matches('|').starts_with(sign.trim_matches('|'))
            }),
            false => source.text.contains(sign),
        };
        self.signs.iter().any(has)
    }
}

fn read(id: SourceId, sources: &Sources, layout: &Layout, draft: &mut Draft, sink: &mut Sink) {
    let source = sources.get(id);
    let blocks = outline::read(id, source);
    let contents = models::read(id, &source.text, &blocks, stem(&source.path), layout.attributes);
    if contents.models.is_empty() {
        let alone = sources.iter().count() == 1;
        refuse(id, &contents, alone, sink);
    } else {
        types::read(id, sources, contents, layout, draft, sink);
    }
}

/// Says why a page is no description of types. Pages of operations among others are passed over with a warning: they
/// hold nothing that is missing then.
fn refuse(id: SourceId, contents: &Contents, alone: bool, sink: &mut Sink) {
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
    if contents.operations && !alone {
        report.severity = Severity::Warning;
    }
}
