//! One cell or heading: inline Markdown to plain text in which every byte knows its place in the source.
//!
//! Emphasis, code spans, links and entities are resolved. What looks like HTML but is a type (`Vec<String>`) stays
//! text. Knows nothing of types or tables.

use crate::read::page::entities;
use crate::source::{SourceId, Span};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Plain text and where it came from.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    /// The text, without white space at its ends.
    pub text: String,
    /// The links in it, in order.
    pub links: Vec<Link>,
    /// The code spans in it, in order, as ranges of `text`.
    pub codes: Vec<Range<usize>>,
    /// The text that is set in italics or bold, as ranges of `text`.
    pub emphasised: Vec<Range<usize>>,
    /// For each byte of `text`, the bytes of the source that it came from.
    origins: Vec<(u32, u32)>,
    /// The whole cell.
    pub span: Span,
}

/// A link of a [`Plain`] text.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// The link's text, as a range of [`Plain::text`].
    pub range: Range<usize>,
    /// Where it leads, as written.
    pub target: String,
}

impl Plain {
    /// Reads `text`, which begins at byte `start` of `source`.
    pub fn read(text: &str, source: SourceId, start: usize) -> Plain {
        let mut reader = Reading {
            plain: Plain {
                text: String::new(),
                links: Vec::new(),
                codes: Vec::new(),
                emphasised: Vec::new(),
                origins: Vec::new(),
                span: Span::new(source, start, start + text.len()),
            },
            open: Vec::new(),
            base: start,
        };
        // A word in front keeps block syntax (`- `, `# `, `---`) from meaning anything: a cell has no blocks.
        let guarded = anchored(format!("{GUARD}{text}"));
        for (event, range) in Parser::new_ext(&guarded, Options::empty()).into_offset_iter() {
            reader.event(event, &guarded, range);
        }
        reader.finish()
    }

    /// The place of a part of the text, widened to whole characters.
    pub fn place(&self, range: Range<usize>) -> Span {
        let (mut start, mut end) = (range.start.min(self.text.len()), range.end.min(self.text.len()));
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        let range = start..end;
        let first = self.origins.get(range.start).or(self.origins.last());
        let last = self.origins.get(range.end.saturating_sub(1)).or(self.origins.last());
        match (first, last) {
            (Some(first), Some(last)) => Span { source: self.span.source, start: first.0, end: last.1.max(first.0) },
            _ => self.span,
        }
    }

    /// A part of the text as a text of its own.
    pub fn part(&self, range: Range<usize>) -> Plain {
        let inside = |other: &Range<usize>| other.start >= range.start && other.end <= range.end;
        let shift = |other: &Range<usize>| other.start - range.start..other.end - range.start;
        let ranges = |all: &[Range<usize>]| all.iter().filter(|other| inside(other)).map(&shift).collect();
        let links = self.links.iter().filter(|link| inside(&link.range));
        Plain {
            text: self.text.get(range.clone()).unwrap_or("").to_owned(),
            links: links.map(|link| Link { range: shift(&link.range), target: link.target.clone() }).collect(),
            codes: ranges(&self.codes),
            emphasised: ranges(&self.emphasised),
            origins: self.origins.get(range.clone()).unwrap_or(&[]).to_vec(),
            span: self.place(range),
        }
    }

    /// The link that covers the byte at `at`.
    pub fn link_at(&self, at: usize) -> Option<&Link> {
        self.links.iter().find(|link| link.range.contains(&at))
    }
}

const GUARD: &str = "x ";

/// Links to anchors with spaces in them, `(#Map<String, Mood>)`, are none to Markdown; generators write them all the same.
/// As long as before, so that places stay.
fn anchored(text: String) -> String {
    let mut written = String::new();
    let mut copied = 0;
    for (at, begin) in text.match_indices("](#") {
        let start = at + begin.len();
        let near = text[start..].char_indices().take_while(|(length, _)| *length < ANCHOR);
        let end = near.into_iter().find(|(_, c)| matches!(c, ')' | '"' | '[' | ']' | '\n'));
        let Some((length, ')')) = end else { continue };
        let anchor = &text[start..start + length];
        if anchor.contains(' ') {
            written.push_str(&text[copied..start]);
            written.push_str(&anchor.replace(' ', "_"));
            copied = start + length;
        }
    }
    written.push_str(&text[copied..]);
    written
}

/// No anchor of a generator has as many bytes.
const ANCHOR: usize = 200;

struct Reading {
    plain: Plain,
    /// Links and emphasis that are open: where they began, and the target of a link.
    open: Vec<(usize, Option<String>)>,
    base: usize,
}

impl Reading {
    fn event(&mut self, event: Event<'_>, source: &str, range: Range<usize>) {
        match event {
            Event::Text(text) => {
                // The guard arrives glued to the text that follows it.
                let guarded = GUARD.len().saturating_sub(range.start);
                if guarded > 0 && text.len() >= guarded && source.get(range.clone()) == Some(&*text) {
                    self.push(&text[guarded..], range.start + guarded..range.end, source);
                } else if range.start >= GUARD.len() {
                    self.push(&text, range, source);
                }
            }
            Event::Code(text) => {
                let start = self.plain.text.len();
                // In a table `\|` is a bar even inside a code span.
                let text = text.replace("\\|", "|");
                let inner = source.get(range.clone()).and_then(|raw| raw.find(&text)).map(|at| range.start + at);
                match inner {
                    Some(at) => self.push(&text, at..at + text.len(), source),
                    None => self.push(&text, range, source),
                }
                self.plain.codes.push(start..self.plain.text.len());
            }
            Event::InlineHtml(tag) | Event::Html(tag) => {
                if entities::is_line_break(&tag) {
                    self.push("\n", range, source);
                } else if !entities::is_dressing(&tag) {
                    self.push(&tag, range, source);
                }
            }
            Event::SoftBreak | Event::HardBreak => self.push("\n", range, source),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                // `Vec<models::Pet>` looks like the autolink `<models::Pet>`.
                let bracketed = matches!(link_type, LinkType::Autolink | LinkType::Email);
                if bracketed {
                    self.push("<", range.start..range.start + 1, source);
                }
                self.open.push((self.plain.text.len(), (!bracketed).then(|| dest_url.to_string())));
            }
            Event::End(TagEnd::Link) => {
                if let Some((start, target)) = self.open.pop() {
                    match target {
                        Some(target) => {
                            self.plain.links.push(Link { range: start..self.plain.text.len(), target });
                        }
                        None => self.push(">", range.end.saturating_sub(1)..range.end, source),
                    }
                }
            }
            Event::Start(Tag::Emphasis | Tag::Strong) => self.open.push((self.plain.text.len(), None)),
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => {
                if let Some((start, _)) = self.open.pop() {
                    self.plain.emphasised.push(start..self.plain.text.len());
                }
            }
            _ => {} // blocks that a single paragraph cannot hold, and the paragraph itself
        }
    }

    /// Adds text whose bytes came from `range`: byte by byte where they are the same, as a whole where not.
    fn push(&mut self, text: &str, range: Range<usize>, source: &str) {
        let place = |offset: usize| {
            let offset = self.base + offset.saturating_sub(GUARD.len());
            u32::try_from(offset).unwrap_or(u32::MAX)
        };
        let same = source.get(range.clone()) == Some(text);
        for (index, _) in text.bytes().enumerate() {
            let (start, end) =
                if same { (range.start + index, range.start + index + 1) } else { (range.start, range.end) };
            self.plain.origins.push((place(start), place(end)));
        }
        self.plain.text.push_str(text);
    }

    fn finish(mut self) -> Plain {
        // Markdown has decoded one layer of entities; generators encode up to three.
        for _ in 1..entities::LAYERS {
            if self.plain.text.contains('&') {
                self.decode_layer();
            }
        }
        self.trim();
        self.plain
    }

    fn decode_layer(&mut self) {
        let (old, origins) = (std::mem::take(&mut self.plain.text), std::mem::take(&mut self.plain.origins));
        // Where each old offset is now; offsets inside an entity are where its character begins.
        let mut now = Vec::with_capacity(old.len() + 1);
        let mut at = 0;
        while let Some(first) = old[at..].chars().next() {
            let (char, length) = entities::entity_at(&old[at..]).unwrap_or((first, first.len_utf8()));
            let place = (origins[at].0, origins[at + length - 1].1);
            now.extend(std::iter::repeat_n(self.plain.text.len(), length));
            self.plain.text.push(char);
            self.plain.origins.resize(self.plain.text.len(), place);
            at += length;
        }
        now.push(self.plain.text.len());
        self.map_ranges(&|offset: usize| now[offset]);
    }

    fn trim(&mut self) {
        let text = &self.plain.text;
        let start = text.len() - text.trim_start().len();
        let end = text.trim_end().len().max(start);
        self.plain.text = text[start..end].to_owned();
        self.plain.origins = self.plain.origins[start..end].to_vec();
        self.map_ranges(&|offset: usize| offset.clamp(start, end) - start);
    }

    fn map_ranges(&mut self, map: &dyn Fn(usize) -> usize) {
        let plain = &mut self.plain;
        let ranges = plain.links.iter_mut().map(|link| &mut link.range);
        for range in ranges.chain(&mut plain.codes).chain(&mut plain.emphasised) {
            *range = map(range.start)..map(range.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::page::inline::Plain;
    use crate::source::Sources;

    fn plain(text: &str) -> Plain {
        let id = Sources::default().add("page.md", text);
        Plain::read(text, id, 100)
    }

    #[test]
    fn emphasis_links_code_and_entities_are_resolved() {
        assert_eq!(plain("*Optional[str]*").text, "Optional[str]");
        assert_eq!(plain("**string*").text, "*string");
        assert_eq!(plain("List[[models.Pet](../models/pet.md)]").text, "List[models.Pet]");
        assert_eq!(plain("[Optional[models.Pets]](../models/pets.md)").text, "Optional[models.Pets]");
        assert_eq!(plain("Option<[**Vec<models::Pet>**](pet.md)>").text, "Option<Vec<models::Pet>>");
        assert_eq!(plain("**Vec<String>**").text, "Vec<String>");
        assert_eq!(plain("**Array&lt;string&gt;**").text, "Array<string>");
        assert_eq!(plain(r"*Optional\<String>*").text, "Optional<String>");
        assert_eq!(plain("`a` <code>b</code>&amp;lt;<br/>c").text, "a b<\nc");
        assert_eq!(plain("[**Map&lt;String, Mood&gt;**](#Map&lt;String, Mood&gt;)").text, "Map<String, Mood>");
        assert_eq!(plain("[a](#b [c](#Map<String, Mood>)").links[0].target, "#Map<String,_Mood>");
        assert_eq!(plain(&format!("[é](#{})", "é ".repeat(200))).links.len(), 0);
        assert_eq!(plain("-").text, "-");
        assert_eq!(plain("").text, "");
        assert_eq!(plain("# no heading").text, "# no heading");
    }

    #[test]
    fn places_lead_back_into_the_source() {
        let cell = plain("List[[models.Pet](../models/pet.md)]");
        let at = cell.text.find("models.Pet").unwrap_or_default();
        let place = cell.place(at..at + "models.Pet".len());
        assert_eq!((place.start, place.end), (106, 116));
        assert_eq!(cell.links[0].target, "../models/pet.md");
        assert_eq!(cell.links[0].range, 5..15);
        let cell = plain("**Array&lt;Pet&gt;**");
        let place = cell.place(6..9);
        assert_eq!((place.start, place.end), (111, 114));
    }
}
