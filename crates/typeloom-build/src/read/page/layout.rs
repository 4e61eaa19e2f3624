//! Kinds of pages: how they are recognised, and what the reader of tables has to know of each.
//!
//! A new kind is a [`Layout`] and its two functions, and a row of [`DIALECTS`](crate::read::DIALECTS).

use crate::diagnostic::Sink;
use crate::read::draft::Draft;
use crate::read::page;
use crate::read::signs;
use crate::source::{Source, SourceId, Sources};

/// What kinds of pages differ in, as far as the reader of tables has to know.
pub(crate) struct Layout {
    /// What only pages of this kind have: all signs of one of these groups.
    signs: &'static [&'static [Sign]],
    /// Whether names are attributes of another language. Such pages are generated, one for each model.
    pub attributes: bool,
    /// Whether capitals inside of a name are those of the JSON, but for the letters that begin its words. Other
    /// generators write abbreviations as their language does: `sourceId` becomes `SourceID`.
    pub keeps_capitals: bool,
    /// Whether a table without rows is an object without members. Elsewhere it may be anything that is no object.
    pub empty_is_object: bool,
}

/// What shows that a page is of one kind.
enum Sign {
    /// A line is this.
    Line(&'static str),
    /// A line begins with this.
    Begin(&'static str),
    /// A line holds this.
    Text(&'static str),
    /// A header begins with these cells, padded or not, with and without outer bars.
    Header(&'static str),
}

const SPEAKEASY: Layout = Layout {
    signs: &[
        &[Sign::Text(":heavy_check_mark:")],
        &[Sign::Text(":heavy_minus_sign:")],
        &[Sign::Line("## Fields"), Sign::Header("Field|Type|Required|Description")],
        &[Sign::Line("## Values")],
        &[Sign::Line("## Supported Types")],
    ],
    attributes: true,
    keeps_capitals: false,
    empty_is_object: true,
};

const OPENAPI_GENERATOR: Layout = Layout {
    signs: &[
        &[Sign::Header("Name|Type|Description|Notes")],
        &[Sign::Line("## Enum")],
        &[Sign::Line("## Enum Variants")],
        &[Sign::Begin("## Enum: ")],
        &[Sign::Begin("[[Back to Model list]]")],
        &[Sign::Begin("[[Back to top]]")],
        &[Sign::Begin("[Back to top](#)")],
    ],
    attributes: true,
    keeps_capitals: true,
    empty_is_object: false,
};

const APIMATIC: Layout = Layout {
    signs: &[
        &[Sign::Header("Name|Type|Tags|Description")],
        &[Sign::Line("## Enumeration"), Sign::Line("## Fields")],
        &[Sign::Line("## Class Name"), Sign::Line("## Methods")],
    ],
    attributes: true,
    keeps_capitals: false,
    empty_is_object: false,
};

const GENERAL: Layout = Layout { signs: &[], attributes: false, keeps_capitals: true, empty_is_object: false };

/// Whether a document is a page of Speakeasy's documentation of a software kit.
pub(crate) fn is_speakeasy(source: &Source) -> bool {
    signs::is_page(source) && SPEAKEASY.shows(source)
}

/// Whether a document is a page of OpenAPI-Generator or Swagger-Codegen.
pub(crate) fn is_openapi_generator(source: &Source) -> bool {
    signs::is_page(source) && OPENAPI_GENERATOR.shows(source)
}

/// Whether a document is a page of APIMatic.
pub(crate) fn is_apimatic(source: &Source) -> bool {
    signs::is_page(source) && APIMATIC.shows(source)
}

/// Reads a page of Speakeasy.
pub(crate) fn read_speakeasy(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    page::read(id, sources, &SPEAKEASY, draft, sink);
}

/// Reads a page of OpenAPI-Generator or Swagger-Codegen.
pub(crate) fn read_openapi_generator(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    page::read(id, sources, &OPENAPI_GENERATOR, draft, sink);
}

/// Reads a page of APIMatic.
pub(crate) fn read_apimatic(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    page::read(id, sources, &APIMATIC, draft, sink);
}

/// Reads any other page with tables of fields, whose names are those of the JSON.
pub(crate) fn read_general(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    page::read(id, sources, &GENERAL, draft, sink);
}

/// How far into a page its signs are looked for: pages of many models are long.
const LINES: usize = 2000;

impl Layout {
    fn shows(&self, source: &Source) -> bool {
        let lines: Vec<&str> = source.text.lines().take(LINES).map(str::trim_end).collect();
        let shows = |sign: &Sign| lines.iter().any(|line| sign.is_in(line));
        self.signs.iter().any(|group| group.iter().all(shows))
    }
}

impl Sign {
    fn is_in(&self, line: &str) -> bool {
        match self {
            Sign::Line(text) => line == *text,
            Sign::Begin(text) => line.starts_with(text),
            Sign::Text(text) => line.contains(text),
            Sign::Header(cells) if line.contains('|') => {
                let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
                line.trim_start_matches('|').starts_with(cells)
            }
            Sign::Header(_) => false,
        }
    }
}
