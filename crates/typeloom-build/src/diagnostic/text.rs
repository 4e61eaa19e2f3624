//! A diagnostic as the text that a terminal shows.

use super::{Diagnostic, Severity};
use crate::source::{Sources, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

pub(super) fn render(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let level = match diagnostic.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.name()));
    if let Some(span) = diagnostic.span {
        group = excerpt(group, sources, span, &diagnostic.label, AnnotationKind::Primary);
    }
    for (span, label) in &diagnostic.related {
        group = excerpt(group, sources, *span, label, AnnotationKind::Context);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    Renderer::plain().render(&[group])
}

/// Lines longer than this are cut around the place: minified schemas are one line of megabytes.
const EXCERPT: usize = 400;

fn excerpt<'a>(group: Group<'a>, sources: &'a Sources, span: Span, label: &'a str, kind: AnnotationKind) -> Group<'a> {
    let source = sources.get(span.source);
    let text = source.text.as_str();
    let position = sources.position(span);
    let start = (span.start as usize).min(text.len());
    let end = (span.end as usize).clamp(start, text.len());
    let line_start = text[..boundary(text, start)].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[boundary(text, start)..].find('\n').map_or(text.len(), |newline| start + newline);
    if text.is_empty() {
        return group.element(Origin::path(source.path.as_str()));
    }
    // One line is shown: what spans many (a whole object) is marked by its beginning.
    let end = end.min(line_end);
    let from = boundary(text, line_start.max(start.saturating_sub(EXCERPT / 2)));
    let to = boundary(text, line_end.min(start + EXCERPT));
    let end = end.min(to);
    let origin = Origin::path(source.path.as_str()).line(position.line).char_column(position.column);
    if from > line_start || to < line_end {
        // The cut text has columns of its own, so the true place goes in front of it.
        return group.element(origin).element(
            Snippet::source(&text[from..to])
                .line_start(position.line)
                .annotation(kind.span(start.min(to) - from..end.max(start.min(to)) - from).label(label)),
        );
    }
    group.element(
        Snippet::source(&text[line_start..line_end])
            .path(source.path.as_str())
            .line_start(position.line)
            .annotation(kind.span(start - line_start..end.max(start) - line_start).label(label)),
    )
}

fn boundary(text: &str, mut offset: usize) -> usize {
    offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
