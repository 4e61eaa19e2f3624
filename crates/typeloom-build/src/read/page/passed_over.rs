//! Pages that hold no type: why, and which of them nobody misses among pages that do.
//!
//! Folders that kits are published with have pages on operations, tables of contents and empty pages beside those of
//! types. What such a page is goes into the draft; how bad it is can be said only when all documents have been read: a
//! page on operations that is all there is was a mistake.

use crate::diagnostic::{Code, Severity, Sink};
use crate::read::draft::Draft;
use crate::read::page::inline::Plain;
use crate::read::page::models::Contents;
use crate::read::page::outline::{Block, BlockKind};
use crate::read::page::table;
use crate::source::{SourceId, Span};

/// A page without types.
pub(crate) struct PassedOver {
    /// Its title.
    pub span: Span,
    /// What it is instead.
    pub why: Why,
}

/// What a page without types is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Why {
    /// It is about operations: their paths, their parameters.
    Operations,
    /// It leads to other pages.
    Index,
    /// It has a title and nothing else.
    Empty,
    /// Nothing tells.
    Unknown,
}

/// What a page without types is.
pub(crate) fn why(id: SourceId, text: &str, blocks: &[Block], contents: &Contents) -> Why {
    if contents.operations {
        Why::Operations
    } else if blocks.iter().all(|block| matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Front)) {
        Why::Empty
    } else if is_index(id, text, blocks) {
        Why::Index
    } else {
        Why::Unknown
    }
}

/// Whether all rows and items of a page lead to other pages.
fn is_index(id: SourceId, text: &str, blocks: &[Block]) -> bool {
    let leads = |text: &str, at: usize| {
        let inner = text.trim_start().trim_start_matches(['*', '-', '+']);
        let plain = Plain::read(inner, id, at);
        // Links to places of the page itself are its table of contents.
        let elsewhere = |target: &str| !target.contains("://") && !target.starts_with('#');
        plain.links.first().is_some_and(|link| link.range.start == 0 && elsewhere(&link.target))
    };
    let mut entries = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Item => entries.push(leads(&text[block.range.clone()], block.range.start)),
            BlockKind::Table => {
                let table = table::read(id, text, block.range.clone());
                let first = table.rows.iter().filter_map(|row| row.cells.first());
                entries.extend(first.map(|cell| leads(&cell.text, cell.span.start as usize)));
            }
            BlockKind::Code { .. } => return false,
            BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Html | BlockKind::Front => {}
        }
    }
    entries.len() > 1 && entries.iter().all(|&leads| leads)
}

/// Says which pages hold no type.
pub(crate) fn report(draft: &Draft, sink: &mut Sink) {
    let others = !draft.types.is_empty();
    for page in &draft.passed_over {
        let (message, label) = match page.why {
            Why::Operations => ("page describes no type", "this page describes operations and their parameters"),
            Why::Index => ("page describes no type", "this page leads to other pages"),
            Why::Empty | Why::Unknown => {
                ("page has no table of fields", "nothing below has a name column and a type column")
            }
        };
        let report = sink.report(Code::NoTable, page.span).message(message).label(label);
        match page.why {
            Why::Operations | Why::Index if others => {
                report.severity = Severity::Note;
                report.help("nothing of it is read; the types come from the other documents of the folder");
                continue;
            }
            // Kits have empty pages for types without fields, and for what was taken out.
            Why::Empty if others => report.severity = Severity::Warning,
            Why::Operations | Why::Index | Why::Empty | Why::Unknown => {}
        }
        report.help(
            "look for the vendor's OpenAPI document or JSON Schema, or for the page of the type itself, and put that \
             here",
        );
    }
}
