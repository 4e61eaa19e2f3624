//! What is wrong with a document, or worth knowing about how it was read.
//!
//! Stages report into a [`Sink`] and go on; nothing stops at the first problem. Every diagnostic has a [`Code`] from
//! the one table below, and a place unless it concerns no text.

mod code;
pub(crate) mod shown;
mod text;
mod told;

pub use code::{Code, Severity};
pub use told::{Told, told};

use crate::source::{Sources, Span};
use std::collections::BTreeMap;

/// One thing to say about the documents.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which kind of problem, from the one table.
    pub code: Code,
    /// How bad; that of the code unless raised.
    pub severity: Severity,
    /// The smallest text that is wrong.
    pub span: Option<Span>,
    /// Lower case, without a full stop: "unknown type `strin`".
    pub message: String,
    /// What is wrong at `span` in particular.
    pub label: String,
    /// Other places that belong to it, each with its label: where the same `$id` stands already.
    pub related: Vec<(Span, String)>,
    /// What to write instead.
    pub help: Option<String>,
    /// Tells apart what is said with one code, where that is not always the same: of each code and group a few notes
    /// and warnings are printed. Nothing for the most usual one.
    pub group: &'static str,
}

/// Where stages report.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
}

impl Sink {
    /// An empty sink.
    pub fn new() -> Sink {
        Sink::default()
    }

    /// Reports a problem at a place. Say more about it on what is returned.
    pub fn report(&mut self, code: Code, span: Span) -> &mut Diagnostic {
        self.push(code, Some(span))
    }

    /// Reports a problem that concerns no text: an empty folder.
    pub fn report_nowhere(&mut self, code: Code) -> &mut Diagnostic {
        self.push(code, None)
    }

    fn push(&mut self, code: Code, span: Option<Span>) -> &mut Diagnostic {
        self.found.push(Diagnostic {
            code,
            severity: code.severity(),
            span,
            message: code.title().to_owned(),
            label: String::new(),
            related: Vec::new(),
            help: None,
            group: "",
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Takes over what was reported elsewhere.
    pub(crate) fn append(&mut self, other: Sink) {
        self.found.extend(other.found);
    }

    /// Takes back what was reported at a place, which a later stage knows to be without consequence.
    pub(crate) fn withdraw(&mut self, code: Code, span: Span) {
        self.found.retain(|diagnostic| diagnostic.code != code || diagnostic.span != Some(span));
    }

    /// Whether this was reported anywhere.
    pub fn has(&self, code: Code) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.code == code)
    }

    /// Whether anything was reported that forbids to go on to `plan`.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// What was reported, sorted by place and without repetitions, so that the order of reading does not show.
    pub fn into_sorted(mut self, sources: &Sources) -> Vec<Diagnostic> {
        let key = |diagnostic: &Diagnostic| {
            let place = diagnostic.span.map(|span| (sources.get(span.source).path.clone(), span.start, span.end));
            (place, diagnostic.code.name(), diagnostic.message.clone())
        };
        self.found.sort_by_cached_key(key);
        self.found.dedup_by(|a, b| a.span == b.span && a.code == b.code && a.message == b.message);
        fold(self.found)
    }
}

/// A word that is not known, or that a version of OpenAPI gives no effect, stands in a document once or a hundred times:
/// what is said of it is said at the first place, with the number of the others.
fn fold(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let key = |diagnostic: &Diagnostic| match diagnostic.code {
        Code::UnknownKeyword | Code::UnknownFormat | Code::Nullable => Some((
            diagnostic.span?.source,
            diagnostic.code.name(),
            diagnostic.message.clone(),
            diagnostic.label.clone(),
        )),
        _ => None, // three codes among all are about words
    };
    let mut others: BTreeMap<_, usize> = BTreeMap::new();
    let mut kept: Vec<Diagnostic> = Vec::new();
    for diagnostic in found {
        match key(&diagnostic) {
            Some(key) => {
                let count = others.entry(key).or_default();
                *count += 1;
                if *count == 1 {
                    kept.push(diagnostic);
                }
            }
            None => kept.push(diagnostic),
        }
    }
    for diagnostic in &mut kept {
        let count = key(diagnostic).and_then(|key| others.get(&key).copied()).unwrap_or(1);
        if count > 1 {
            let places = if count == 2 { "1 other place".to_owned() } else { format!("{} other places", count - 1) };
            diagnostic.label.push_str(&format!("; so at {places} of this document"));
        }
    }
    kept
}

impl Diagnostic {
    /// Replaces the title of the code as message.
    pub fn message(&mut self, message: impl Into<String>) -> &mut Diagnostic {
        self.message = message.into();
        self
    }

    /// Says what is wrong at the place.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Diagnostic {
        self.label = label.into();
        self
    }

    /// Says what to write instead.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Points at another place that belongs to it.
    pub fn related(&mut self, span: Span, label: impl Into<String>) -> &mut Diagnostic {
        self.related.push((span, label.into()));
        self
    }

    /// Says what is said of all with this code and `group`, but for the names in it: see [`told`].
    pub(crate) fn group(&mut self, group: &'static str) -> &mut Diagnostic {
        self.group = group;
        self
    }

    /// Raises it to an error: nothing is generated.
    pub fn error(&mut self) -> &mut Diagnostic {
        self.severity = Severity::Error;
        self
    }

    /// The text that a terminal shows, without colours: severity, code, message, file, line, column, excerpt, help.
    pub fn to_text(&self, sources: &Sources) -> String {
        text::render(self, sources, None, false)
    }
}
