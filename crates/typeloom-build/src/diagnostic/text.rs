//! A diagnostic as the text that a terminal shows: severity, message, file, line, column, the line itself, help.

use super::shown::{laid_out, said, shown};
use super::{Diagnostic, Severity};
use crate::source::{Sources, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// `rest` is said of others like it that are not printed.
pub(super) fn render(diagnostic: &Diagnostic, sources: &Sources, rest: Option<&str>, colours: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut group = Group::with_title(level.primary_title(said(&diagnostic.message)).id(diagnostic.code.name()));
    let mut columns = Vec::new();
    if let Some(span) = diagnostic.span {
        group = excerpt(group, sources, span, &diagnostic.label, AnnotationKind::Primary, &mut columns);
    }
    for (span, label) in &diagnostic.related {
        group = excerpt(group, sources, *span, label, AnnotationKind::Context, &mut columns);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(said(help)));
    }
    if let Some(rest) = rest {
        group = group.element(Level::NOTE.message(rest));
    }
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    // The renderer replaces what it knows of in messages and excerpts, and does not know of everything.
    let mut text = laid_out(&renderer.render(&[group]));
    for Column { shown, real } in columns {
        text = text.replacen(&shown, &real, 1);
    }
    text
}

/// A place in a line that was cut: the renderer counts columns in what is left of it.
struct Column {
    shown: String,
    real: String,
}

fn excerpt<'a>(
    group: Group<'a>,
    sources: &'a Sources,
    span: Span,
    label: &'a str,
    kind: AnnotationKind,
    columns: &mut Vec<Column>,
) -> Group<'a> {
    let source = sources.get(span.source);
    if source.text.is_empty() {
        return group.element(Origin::path(shown(&source.path)));
    }
    let position = sources.position(span);
    let line = line(&source.text, span);
    let path = shown(&source.path);
    let place = |column| format!(" {path}:{}:{column}\n", position.line);
    let column = line.text[..line.mark.start].chars().count() + 1;
    if column != position.column {
        columns.push(Column { shown: place(column), real: place(position.column) });
    }
    let mark = kind.span(line.mark).label((!label.is_empty()).then(|| said(label)));
    group.element(Snippet::source(line.text).path(path).line_start(position.line).annotation(mark))
}

/// What is shown of the text: one line, or a part of it.
struct Line<'a> {
    text: &'a str,
    mark: Range<usize>,
}

/// How much of a line is shown in front of the place and behind its beginning: minified schemas are one line of
/// megabytes.
const BEFORE: usize = 60;
const BEHIND: usize = 120;

/// The line on which `span` begins. What spans many lines, a whole object, is marked by its beginning.
fn line(text: &str, span: Span) -> Line<'_> {
    let start = boundary(text, span.start as usize);
    let end = boundary(text, span.end as usize).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let (from, to) = match line_end - line_start > BEFORE + BEHIND {
        true => {
            (boundary(text, line_start.max(start.saturating_sub(BEFORE))), boundary(text, line_end.min(start + BEHIND)))
        }
        false => (line_start, line_end),
    };
    let shown = text[from..to].trim_end_matches('\r');
    let within = |offset: usize| (offset - from).min(shown.len());
    Line { text: shown, mark: within(start)..within(end) }
}

/// The last place up to `offset` where a character begins.
fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
