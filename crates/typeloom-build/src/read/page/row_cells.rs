//! The cells of a row, as many as its table has columns: a row with a bar in its prose has too many.

use crate::diagnostic::{Code, Sink};
use crate::read::page::columns::Column;
use crate::read::page::table::{Cell, Row};
use crate::source::Span;

/// The cells of a row, one for each column: bars in prose are put back, missing cells are empty.
pub(super) fn complete(row: &Row, columns: &[Column], sink: &mut Sink) -> Option<Vec<Cell>> {
    let (width, count) = (columns.len(), row.cells.len());
    // A line of links or text right behind the table is no row.
    if count == 1 && width > 1 && row.cells.iter().all(|cell| cell.text.starts_with('[') || cell.text.is_empty()) {
        return None;
    }
    let mut cells = row.cells.clone();
    if count > width {
        let description = columns.iter().position(|&column| column == Column::Description);
        let wide = description.unwrap_or(width.saturating_sub(1));
        let last = count - 1 - width.saturating_sub(wide + 1);
        let text: Vec<&str> = cells[wide..=last].iter().map(|cell| cell.text.as_str()).collect();
        let joined = Cell { text: text.join(" | "), span: Span { end: cells[last].span.end, ..cells[wide].span } };
        cells.splice(wide..=last, [joined]);
        sink.report(Code::RowCells, row.span)
            .message(format!("row has {count} cells, its header has {width}"))
            .group("many")
            .label("too many cells")
            .help("a bar inside of a cell is written `\\|`; the cells in the middle were taken for one");
    } else if count < width {
        let end = Span { start: row.span.end, ..row.span };
        cells.extend((count..width).map(|_| Cell { text: String::new(), span: end }));
        sink.report(Code::RowCells, row.span)
            .message(format!("row has {count} cells, its header has {width}"))
            .label("too few cells")
            .help("the missing cells were taken to be empty");
    }
    Some(cells)
}
