//! How far it is: a bar on a terminal, a line for each document elsewhere.

use super::documents::Document;
use super::table::Row;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::time::Duration;

/// The bar, which moves by the documents' bytes.
#[derive(Debug)]
pub struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Nothing is done yet.
    pub fn new(documents: &[Document]) -> Progress {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(documents.iter().map(|document| document.size).sum());
            let template = "{elapsed_precise} {bar:30} {bytes}/{total_bytes} {msg}";
            bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        Progress { bar }
    }

    /// Something begins.
    pub fn begins(&self, document: &Document, what: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(format!("{} {what}", document.name));
        }
    }

    /// A document is done.
    pub fn done(&self, row: &Row) {
        match &self.bar {
            Some(bar) => bar.inc(row.size),
            None => eprintln!("{}", row.sentence()),
        }
    }

    /// All are done.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
