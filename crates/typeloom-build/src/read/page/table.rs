//! Tables: header and rows as cells, each with its place in the source.
//!
//! Rows are split here and not by the Markdown parser, which drops what does not fit: pages have bars in prose,
//! header rows without outer bars, rows that are too short, and prose that runs over the end of its line.

use crate::read::page::outline::is_rule;
use crate::source::{SourceId, Span};
use std::ops::Range;

/// A table as written.
#[derive(Debug)]
pub(crate) struct Table {
    /// The cells of the header.
    pub header: Vec<Cell>,
    /// The place of the header.
    pub header_span: Span,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row as written: it may have another number of cells than the header.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// The whole row.
    pub span: Span,
}

/// A cell as written, without white space around it.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// Its text.
    pub text: String,
    /// Where it was written.
    pub span: Span,
}

/// Reads the table that covers `range` of `text`.
pub(crate) fn read(source: SourceId, text: &str, range: Range<usize>) -> Table {
    let mut lines = Vec::new();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        if !line.trim().is_empty() {
            lines.push((at, line.trim_end()));
        }
        at += line.len();
    }
    let (header_at, header_line) = lines.first().copied().unwrap_or((at, ""));
    let closed = header_line.ends_with('|');
    let mut header = split(header_line, header_at, source, false);
    if closed && header.len() > 1 {
        header.pop();
    }
    let mut rows: Vec<Row> = Vec::new();
    for (at, line) in lines.into_iter().skip(1) {
        if rows.is_empty() && is_rule(line) {
            continue;
        }
        let cells = row(line, at, source, Width { cells: header.len(), closed });
        match rows.last_mut() {
            Some(last) if continues(last, line, header.len()) => join(last, cells, text),
            _ => rows.push(Row { span: Span::new(source, at, at + line.len()), cells }),
        }
    }
    Table { header, header_span: Span::new(source, header_at, header_at + header_line.len()), rows }
}

/// Whether `line` belongs to the row before it: it does not begin as the rows do, and that row is not complete.
fn continues(last: &Row, line: &str, width: usize) -> bool {
    last.cells.len() < width && !line.trim_start().starts_with(['|', '*', '`'])
}

/// Appends the cells of a continuation to a row: its first one is more text of the row's last.
fn join(row: &mut Row, cells: Vec<Cell>, text: &str) {
    let mut cells = cells.into_iter();
    if let (Some(last), Some(first)) = (row.cells.last_mut(), cells.next()) {
        last.span.end = first.span.end;
        last.text = text.get(last.span.start as usize..last.span.end as usize).unwrap_or("").replace('\n', " ");
    }
    row.cells.extend(cells);
    if let Some(last) = row.cells.last() {
        row.span.end = row.span.end.max(last.span.end);
    }
}

/// What the header says about a row.
#[derive(Clone, Copy)]
struct Width {
    cells: usize,
    /// Whether the header ends with a bar, so that a bar at the end of a row closes its last cell. Where it does not,
    /// that bar stands before an empty last cell, unless there are too many cells that way.
    closed: bool,
}

/// Splits a row so that it has as many cells as the header if it can be read that way.
fn row(line: &str, at: usize, source: SourceId, width: Width) -> Vec<Cell> {
    let cells = split_row(line, at, source, width, false);
    if cells.len() > width.cells {
        // Bars inside of code spans count only if the number of cells is right without them.
        let careful = split_row(line, at, source, width, true);
        if careful.len() == width.cells {
            return careful;
        }
        let joined = joined_in_bold(line, at, source, cells.clone(), width.cells);
        if joined.len() == width.cells {
            return joined;
        }
    }
    cells
}

/// Cells between which text in bold goes on are one: `**string | null**`.
fn joined_in_bold(line: &str, at: usize, source: SourceId, cells: Vec<Cell>, width: usize) -> Vec<Cell> {
    let opens = |cell: &Cell| cell.text.matches("**").count() % 2 == 1;
    let mut left = cells.len().saturating_sub(width);
    // Whether text in bold goes on behind the last cell, and whether that cell is made of several.
    let (mut open, mut several) = (false, false);
    let whole = |part: &Cell| cell(line, part.span.start as usize - at..part.span.end as usize - at, at, source);
    let mut joined: Vec<Cell> = Vec::new();
    for next in cells {
        let toggles = opens(&next);
        match joined.last_mut() {
            Some(last) if left > 0 && open => {
                last.span.end = next.span.end;
                (open, several) = (open != toggles, true);
                left -= 1;
            }
            last => {
                if let Some(last) = last.filter(|_| several) {
                    *last = whole(last);
                }
                joined.push(next);
                (open, several) = (toggles, false);
            }
        }
    }
    if let Some(last) = joined.last_mut().filter(|_| several) {
        *last = whole(last);
    }
    joined
}

fn split_row(line: &str, at: usize, source: SourceId, width: Width, respect_code: bool) -> Vec<Cell> {
    let mut cells = split(line, at, source, respect_code);
    let last_is_empty = line.trim_end().ends_with('|') && cells.last().is_some_and(|cell| cell.text.is_empty());
    if last_is_empty && cells.len() > 1 && (width.closed || cells.len() > width.cells) {
        cells.pop();
    }
    cells
}

fn split(line: &str, at: usize, source: SourceId, respect_code: bool) -> Vec<Cell> {
    let bytes = line.as_bytes();
    let mut cells = Vec::new();
    let indent = line.len() - line.trim_start().len();
    let mut start = if bytes.get(indent) == Some(&b'|') { indent + 1 } else { indent };
    let mut index = start;
    let mut ticks = Ticks::default();
    while index < bytes.len() {
        match bytes[index] {
            b'\\' => index += 1,
            b'`' if respect_code => index = ticks.behind_span(bytes, index) - 1,
            b'|' => {
                cells.push(cell(line, start..index, at, source));
                start = index + 1;
            }
            _ => {}
        }
        index += 1;
    }
    cells.push(cell(line, start.min(line.len())..line.len(), at, source));
    cells
}

/// Runs of backticks that are known to have none of their length behind them, so that no line is searched twice.
#[derive(Default)]
struct Ticks {
    unclosed: Vec<usize>,
}

impl Ticks {
    /// Where the code span ends that begins at `index`, or the run of backticks itself if nothing closes it.
    fn behind_span(&mut self, bytes: &[u8], index: usize) -> usize {
        let run_at = |at: usize| bytes[at..].iter().take_while(|&&byte| byte == b'`').count();
        let length = run_at(index);
        let mut at = index + length;
        if self.unclosed.contains(&length) {
            return at;
        }
        while at < bytes.len() {
            let run = run_at(at);
            if run == length {
                return at + run;
            }
            at += run.max(1);
        }
        self.unclosed.push(length);
        index + length
    }
}

fn cell(line: &str, range: Range<usize>, at: usize, source: SourceId) -> Cell {
    let raw = &line[range.clone()];
    let text = raw.trim();
    let start = at + range.start + (raw.len() - raw.trim_start().len()).min(raw.len() - text.len());
    Cell { text: text.to_owned(), span: Span::new(source, start, start + text.len()) }
}

#[cfg(test)]
mod tests {
    use crate::read::page::table;
    use crate::source::Sources;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let id = Sources::default().add("page.md", text);
        let table = table::read(id, text, 0..text.len());
        for row in &table.rows {
            for cell in &row.cells {
                let written = &text[cell.span.start as usize..cell.span.end as usize];
                assert_eq!(written.replace('\n', " "), cell.text);
            }
        }
        let texts = |cells: &[table::Cell]| cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        std::iter::once(texts(&table.header)).chain(table.rows.iter().map(|row| texts(&row.cells))).collect()
    }

    #[test]
    fn outer_bars_are_optional_and_empty_last_cells_are_cells() {
        assert_eq!(rows("a | b\n-- | --\n1 | 2\n3 | \n"), [["a", "b"], ["1", "2"], ["3", ""]]);
        assert_eq!(rows("| a | b |\n|--|--|\n| 1 | 2 |\n| 3 ||\n"), [["a", "b"], ["1", "2"], ["3", ""]]);
    }

    #[test]
    fn bars_in_code_count_only_where_the_row_would_not_fit() {
        assert_eq!(rows("a | b\n-- | --\n1 | `x|y`\n2\\|3 | `"), [["a", "b"], ["1", "`x|y`"], ["2\\|3", "`"]]);
    }

    #[test]
    fn bars_in_bold_join_as_many_cells_as_the_row_has_too_many() {
        assert_eq!(
            rows("a | b | c\n-- | -- | --\n1 | **x | y | z** | 2\n**x | y** | **z | 1** | 2\n1 | **x | y | **z | 2")
                [1..],
            [vec!["1", "**x | y | z**", "2"], vec!["**x | y**", "**z | 1**", "2"], vec!["1", "**x | y | **z", "2"],]
        );
    }

    #[test]
    fn rows_keep_their_own_number_of_cells() {
        assert_eq!(rows("| a | b |\n|--|--|\n| 1 |\n| 2 | x | y |\n")[1..], [vec!["1"], vec!["2", "x", "y"]]);
    }

    #[test]
    fn prose_may_run_over_the_end_of_the_line() {
        assert_eq!(
            rows("| a | b | c |\n|--|--|--|\n| 1 | long\nprose. | |\n| 2 | x | y |\n"),
            [["a", "b", "c"], ["1", "long prose.", ""], ["2", "x", "y"]]
        );
    }
}
