//! Source texts and places in them.
//!
//! Every node of every representation carries a [`Span`], so that whatever is said of it later can name a file, a
//! line and a column. Spans hold byte offsets; lines and columns are computed when something is printed.

use std::fmt;
use std::sync::OnceLock;

/// Which text of a [`Sources`] is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourceId(pub(crate) u32);

/// One text that was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as it was given, with `/` on every platform: diagnostics show it, and editors lead to it.
    pub path: String,
    /// What generated code calls it, wherever the folder lies on this machine: `schemas/workos/user.json`.
    pub name: String,
    /// Its path within the folder of its vendor, `user.json`: names of types may be made from it.
    pub inner: String,
    /// The whole text. A byte order mark has been removed.
    pub text: String,
}

/// All texts of a run, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    /// For each text, the offsets at which its lines begin, once one of them was asked for.
    lines: Vec<OnceLock<Box<[u32]>>>,
}

/// A range of bytes in one source: the smallest text that is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text.
    pub source: SourceId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

/// A line and a column, both counted from 1, columns in code points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A value and where it was written.
///
/// `At { value: Keyword::MaxLength(600), span: .. }`: the span covers `600`, not the name of the keyword.
#[derive(Clone, PartialEq, Debug)]
pub struct At<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl Sources {
    /// Adds a text and says how to refer to it. Its path is its name too.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> SourceId {
        let path = path.into();
        self.add_source(Source { name: path.clone(), inner: path.clone(), path, text: text.into() })
    }

    /// Adds a text that generated code calls otherwise than by its path.
    pub fn add_source(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(source);
        self.lines.push(OnceLock::new());
        id
    }

    /// The text behind `id`.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// All texts with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.files.iter().enumerate().map(|(index, source)| (SourceId(index as u32), source))
    }

    /// The text that `span` covers; empty where the span lies outside of its source.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Line and column of the first byte of `span`.
    pub fn position(&self, span: Span) -> Position {
        let text = &self.get(span.source).text;
        let mut end = (span.start as usize).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let lines = self.lines(span.source);
        let line = lines.partition_point(|&start| start as usize <= end).max(1);
        let column = text[lines.get(line - 1).map_or(0, |&start| start as usize)..end].chars().count() + 1;
        Position { line, column }
    }

    /// The offsets at which the lines of a text begin. Each field of each type asks for a line.
    fn lines(&self, id: SourceId) -> &[u32] {
        self.lines[id.0 as usize].get_or_init(|| {
            let ends = self.get(id).text.match_indices('\n');
            // Spans reach no further than this either.
            std::iter::once(0).chain(ends.map_while(|(offset, _)| u32::try_from(offset + 1).ok())).collect()
        })
    }

    /// `schemas/workos/user.json:12`, the way docs name a place.
    pub fn file_and_line(&self, span: Span) -> String {
        let lines = self.lines(span.source);
        // The lines before `low` begin at or before the place, those from `high` on behind it.
        let (mut low, mut high) = (0, lines.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if lines[middle] <= span.start {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let line = low;
        [&self.get(span.source).name, ":", &line.max(1).to_string()].concat()
    }
}

impl Span {
    /// The bytes from `start` up to `end` of `source`.
    pub fn new(source: SourceId, start: usize, end: usize) -> Span {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { source, start: clamp(start), end: clamp(end) }
    }

    /// The very beginning of `source`: the place of what concerns a file as a whole.
    pub fn start_of(source: SourceId) -> Span {
        Span { source, start: 0, end: 0 }
    }

    /// The same place, attached to a value.
    pub fn at<T>(self, value: T) -> At<T> {
        At { value, span: self }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.source.0, self.start, self.end)
    }
}
