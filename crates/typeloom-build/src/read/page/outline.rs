//! A page as a flat list of blocks: headings, tables, code, list items, paragraphs, in order, with their places.
//!
//! Markdown goes in, by way of pulldown-cmark; ranges of the source come out. What a block means is decided elsewhere.

use crate::read::page::inline::Plain;
use crate::source::{Source, SourceId};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::ops::Range;

/// One block of a page.
#[derive(Debug)]
pub(crate) struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The bytes of the source that it covers.
    pub range: Range<usize>,
}

/// What a [`Block`] is.
#[derive(Debug)]
pub(crate) enum BlockKind {
    /// A heading, of Markdown or of HTML.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        text: Plain,
    },
    /// A table.
    Table,
    /// A fenced or indented block of code.
    Code {
        /// The word after the fence: `json`.
        language: String,
    },
    /// An item of a list, without its marker.
    Item,
    /// Text.
    Paragraph,
    /// HTML.
    Html,
    /// The front matter of the page.
    Front,
}

/// The blocks of a page. What is nested (a table in a list item) is listed as well, after what holds it.
pub(crate) fn read(id: SourceId, source: &Source) -> Vec<Block> {
    let text = source.text.as_str();
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut blocks = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let Event::Start(tag) = event else { continue };
        let kind = match tag {
            Tag::Heading { level, .. } => {
                let inner = heading_text(text, range.clone());
                BlockKind::Heading { level: level as u8, text: Plain::read(&text[inner.clone()], id, inner.start) }
            }
            Tag::Table(_) => BlockKind::Table,
            Tag::CodeBlock(kind) => BlockKind::Code {
                language: match kind {
                    pulldown_cmark::CodeBlockKind::Fenced(language) => language.to_string(),
                    pulldown_cmark::CodeBlockKind::Indented => String::new(),
                },
            },
            Tag::Item => BlockKind::Item,
            Tag::Paragraph => match split_paragraph(text, range.clone()) {
                Some(table) => {
                    if !text[range.start..table.start].trim().is_empty() {
                        blocks.push(Block { kind: BlockKind::Paragraph, range: range.start..table.start });
                    }
                    blocks.push(Block { kind: BlockKind::Table, range: table });
                    continue;
                }
                None => BlockKind::Paragraph,
            },
            Tag::HtmlBlock => {
                html(id, text, range, &mut blocks);
                continue;
            }
            Tag::MetadataBlock(_) => BlockKind::Front,
            _ => continue, // containers and inline tags: what they hold is seen by itself
        };
        blocks.push(Block { kind, range });
    }
    blocks
}

/// The part of a heading between its `#` marks; the first line of one that is underlined.
fn heading_text(text: &str, range: Range<usize>) -> Range<usize> {
    let line = text[range.clone()].lines().next().unwrap_or("");
    let inner = line.trim_start().trim_start_matches('#').trim_start();
    let start = range.start + line.len() - inner.len();
    let inner = inner.trim_end();
    let closed = inner.trim_end_matches('#');
    // A closing run of `#` counts only after white space: `C#` is a name.
    let inner = if closed.ends_with(char::is_whitespace) { closed.trim_end() } else { inner };
    start..start + inner.len()
}

/// A table that Markdown does not see: the rule under its header has another number of cells than the header.
fn split_paragraph(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut previous = None;
    let mut at = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        if let Some(start) = previous
            && is_rule(line)
        {
            return Some(start..range.end);
        }
        previous = line.contains('|').then_some(at);
        at += line.len();
    }
    None
}

/// Whether a line is the rule between a table's header and its rows: `|---|:--:|`.
pub(crate) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|') && line.contains('-') && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// What stands in a block of HTML. To Markdown such a block ends with an empty line; to MDX, which has components
/// (`<Anchor id="x" />`), it does not, so that the line below may be a heading or the first row of a table.
fn html(id: SourceId, text: &str, range: Range<usize>, blocks: &mut Vec<Block>) {
    if let Some((level, inner)) = html_heading(text, range.clone()) {
        let kind = BlockKind::Heading { level, text: Plain::read(&text[inner.clone()], id, inner.start) };
        return blocks.push(Block { kind, range });
    }
    let raw = ["<!--", "<pre", "<script", "<style"].iter().any(|tag| text[range.clone()].trim_start().starts_with(tag));
    if raw {
        return blocks.push(Block { kind: BlockKind::Html, range });
    }
    let mut start = range.start;
    let mut at = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        let level = line.len() - line.trim_start_matches('#').len();
        if (1..=6).contains(&level) && line[level..].starts_with(' ') {
            rest_of_html(text, start..at, blocks);
            let inner = heading_text(text, at..at + line.len());
            let kind =
                BlockKind::Heading { level: level as u8, text: Plain::read(&text[inner.clone()], id, inner.start) };
            blocks.push(Block { kind, range: at..at + line.len() });
            start = at + line.len();
        }
        at += line.len();
    }
    rest_of_html(text, start..range.end, blocks);
}

/// A part of a block of HTML without headings.
fn rest_of_html(text: &str, range: Range<usize>, blocks: &mut Vec<Block>) {
    match split_paragraph(text, range.clone()) {
        Some(table) => {
            blocks.push(Block { kind: BlockKind::Html, range: range.start..table.start });
            blocks.push(Block { kind: BlockKind::Table, range: table });
        }
        None if text[range.clone()].trim().is_empty() => {}
        None => blocks.push(Block { kind: BlockKind::Html, range }),
    }
}

/// `<h2 id="..">Pet</h2>` as heading: its level and where its text is.
fn html_heading(text: &str, range: Range<usize>) -> Option<(u8, Range<usize>)> {
    let html = text[range.clone()].trim_start();
    let start = range.end - html.len();
    let level = *html.strip_prefix("<h")?.as_bytes().first()?;
    if !(b'1'..=b'6').contains(&level) {
        return None;
    }
    let open = html.find('>')? + 1;
    let close = open + html[open..].find("</h")?;
    Some((level - b'0', start + open..start + close))
}

#[cfg(test)]
mod tests {
    use crate::read::page::outline::{self, BlockKind};
    use crate::source::Sources;

    fn outline(text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add("page.md", text);
        let show = |block: outline::Block| match block.kind {
            BlockKind::Heading { level, text } => format!("h{level} {}", text.text),
            BlockKind::Table => format!("table {:?}", &text[block.range]),
            BlockKind::Code { language } => format!("code {language}"),
            BlockKind::Item => "item".to_owned(),
            BlockKind::Paragraph => "paragraph".to_owned(),
            BlockKind::Html => "html".to_owned(),
            BlockKind::Front => "front".to_owned(),
        };
        outline::read(id, sources.get(id)).into_iter().map(show).collect()
    }

    #[test]
    fn blocks_come_in_order() {
        let text =
            "---\ntitle: x\n---\n\n# `Pet` ##\n\nText.\n\nName | Type\n--- | ---\na | b\n\n```json\n{}\n```\n* x\n";
        assert_eq!(
            outline(text),
            ["front", "h1 Pet", "paragraph", "table \"Name | Type\\n--- | ---\\na | b\\n\"", "code json", "item"]
        );
    }

    #[test]
    fn headings_of_html_are_headings() {
        assert_eq!(outline("<h2 id=\"tocS_Pet\">Pet</h2>\n<a id=\"x\"></a>\n"), ["h2 Pet"]);
        assert_eq!(outline("# C#\n"), ["h1 C#"]);
        assert_eq!(
            outline("<Anchor id=\"x\" />\n### Pet\n\ntext\n\n<Anchor />\n| A | B |\n|---|---|\n| 1 | 2 |\n"),
            ["html", "h3 Pet", "paragraph", "html", "table \"| A | B |\\n|---|---|\\n| 1 | 2 |\\n\""]
        );
    }

    #[test]
    fn a_table_whose_rule_does_not_fit_is_a_table() {
        assert_eq!(
            outline("Text\n| A | B |\n|---|\n| 1 | 2 |\n"),
            ["paragraph", "table \"| A | B |\\n|---|\\n| 1 | 2 |\\n\""]
        );
    }
}
