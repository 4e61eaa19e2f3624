//! Figures to a table and to complaints.

use super::compile::Compiled;
use super::documents::Document;
use super::figures::Figures;

/// So many times the size of the document may be allocated,
const TIMES: u64 = 20;

/// and this much on top of it: a page of a kilobyte has types, code and tables too.
const BASE: u64 = 256 << 10;

/// What is known of one document.
#[derive(Clone, Debug)]
pub struct Row {
    name: String,
    /// Bytes of the document.
    pub size: u64,
    /// What the process that generates says.
    pub figures: Figures,
    /// What `cargo check` says.
    pub check: Option<Compiled>,
    /// What `cargo build` says.
    pub build: Option<Compiled>,
}

impl Row {
    /// A document that was generated from.
    pub fn new(document: &Document, figures: Figures) -> Row {
        Row { name: document.name.clone(), size: document.size, figures, check: None, build: None }
    }

    /// A document whose process has ended without figures.
    pub fn failed(document: &Document, message: String) -> Row {
        Row::new(document, Figures { failure: Some(message), ..Figures::default() })
    }

    /// What one reads while the others are still to come.
    pub fn sentence(&self) -> String {
        let cells = self.cells();
        let pairs = HEAD.iter().zip(&cells).skip(1).map(|(head, cell)| format!("{head} {cell}"));
        format!("{}: {}", self.name, pairs.collect::<Vec<_>>().join(", "))
    }

    fn cells(&self) -> Vec<String> {
        let Figures { types, warnings, notes, stand_ins, seconds, allocated, held, lines, export, failure, .. } =
            &self.figures;
        let megabytes = |bytes: u64| format!("{:.1}", bytes as f64 / 1e6);
        let compiled = |compiled: &Option<Compiled>| match compiled {
            Some(Compiled { seconds, complaints }) if complaints.is_empty() => format!("{seconds:.1}"),
            Some(Compiled { complaints, .. }) => format!("{} complaints", complaints.len()),
            None => "-".to_owned(),
        };
        let mut cells = vec![self.name.clone(), format!("{}", self.size / 1000)];
        if failure.is_some() {
            cells.push("fails".to_owned());
            cells.resize(HEAD.len(), "-".to_owned());
            return cells;
        }
        cells.extend([types, warnings, notes, stand_ins, lines].map(usize::to_string));
        cells.push(format!("{seconds:.2}"));
        cells.push(held.map_or("?".to_owned(), megabytes));
        cells.push(megabytes(*allocated));
        cells.push(format!("{:.1}", *allocated as f64 / self.size as f64));
        cells.push(compiled(&self.check));
        cells.push(compiled(&self.build));
        cells.push(if export.is_empty() { "equal".to_owned() } else { "differs".to_owned() });
        cells
    }

    fn complaints(&self) -> Vec<String> {
        let mut complaints: Vec<String> = self.figures.failure.iter().cloned().collect();
        complaints.extend(self.figures.export.iter().map(|message| format!("export: {message}")));
        for compiled in [&self.check, &self.build].into_iter().flatten() {
            let first =
                compiled.complaints.first().map(|first| format!("{} in all", compiled.complaints.len()) + ": " + first);
            complaints.extend(first.map(|first| format!("the compiler complains, {first}")));
        }
        let allocated = self.figures.allocated;
        if allocated > TIMES * self.size + BASE {
            complaints
                .push(format!("{allocated} bytes were allocated, more than {TIMES} times the document and {BASE}"));
        }
        complaints.into_iter().map(|complaint| format!("{}: {complaint}", self.name)).collect()
    }
}

const HEAD: [&str; 14] = [
    "document",
    "kB",
    "types",
    "warnings",
    "notes",
    "stand-ins",
    "lines",
    "generate s",
    "held MB",
    "MB",
    "times",
    "check s",
    "build s",
    "export",
];

/// All rows.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Adds a row.
    pub fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// The table as Markdown, and how it was counted.
    pub fn text(&self) -> String {
        let mut lines: Vec<Vec<String>> = vec![HEAD.map(str::to_owned).to_vec()];
        lines.push(HEAD.iter().map(|_| "---".to_owned()).collect());
        lines.extend(self.rows.iter().map(Row::cells));
        let width =
            |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max();
        let widths: Vec<usize> = (0..HEAD.len()).map(|column| width(column).unwrap_or(0)).collect();
        let mut text = String::new();
        for line in &lines {
            for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
                text.push_str(if column == 0 { "| " } else { " | " });
                match column {
                    0 => text.push_str(&format!("{cell:<width$}")),
                    _ => text.push_str(&format!("{cell:>width$}")),
                }
            }
            text.push_str(" |\n");
        }
        text.push_str(&format!(
            "\nSeconds are those of the processor. MB is the most that was allocated while it generated, which may be {TIMES} \
             times the document and {} kB; held MB is what the process then had, less what it had after a tiny \
             document.\n",
            BASE >> 10
        ));
        text
    }

    /// What must not be.
    pub fn complaints(&self) -> Vec<String> {
        self.rows.iter().flat_map(Row::complaints).collect()
    }
}
