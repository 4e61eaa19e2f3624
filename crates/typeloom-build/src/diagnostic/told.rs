//! Many diagnostics to those that are printed: of many notes or warnings of one kind the first ones, each with how many
//! are left out behind it.
//!
//! A large document gives thousands of notes of three kinds, and a dozen warnings between them that nobody would find.
//! Nothing is lost: [`Outcome::diagnostics`](crate::Outcome) has all of them, and errors are always printed.

use super::{Diagnostic, Severity, text};
use crate::source::Sources;
use std::collections::BTreeMap;

/// A diagnostic that is printed.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// What is printed.
    pub diagnostic: &'a Diagnostic,
    /// How many of its kind are not printed. They follow it in the order of places, and belong to the last that is.
    pub more: usize,
}

/// Chooses what is printed: every error, and of the notes and of the warnings of one kind the first ones.
///
/// Of one kind are those with one code and one [`group`](field@Diagnostic::group).
pub fn told<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<Told<'a>> {
    let diagnostics: Vec<&Diagnostic> = diagnostics.into_iter().collect();
    let mut kinds: BTreeMap<_, usize> = BTreeMap::new();
    for diagnostic in &diagnostics {
        *kinds.entry(kind(diagnostic)).or_default() += 1;
    }
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    let mut told = Vec::new();
    for diagnostic in diagnostics {
        let kind = kind(diagnostic);
        let count = kinds.get(&kind).copied().unwrap_or(1);
        let first = match most(diagnostic.severity) {
            Some(most) if count > most + 1 => most,
            // "1 more" takes as much space as the one.
            Some(_) | None => count,
        };
        let seen = seen.entry(kind).or_default();
        *seen += 1;
        if *seen <= first {
            told.push(Told { diagnostic, more: if *seen == first { count - first } else { 0 } });
        }
    }
    told
}

/// How many of one kind are printed. Notes tell of decisions, and a few show how they were made; each warning may be
/// something that has to be mended.
fn most(severity: Severity) -> Option<usize> {
    match severity {
        Severity::Note => Some(3),
        Severity::Warning => Some(10),
        Severity::Error => None,
    }
}

fn kind(diagnostic: &Diagnostic) -> (Severity, &'static str, &'static str) {
    (diagnostic.severity, diagnostic.code.name(), diagnostic.group)
}

impl Told<'_> {
    /// The text that a terminal shows. `all` says how to see what is left out: "`--all` shows them".
    pub fn to_text(&self, sources: &Sources, all: &str, colours: bool) -> String {
        text::render(self.diagnostic, sources, self.rest(all).as_deref(), colours)
    }

    /// What is left out behind it, if anything: "2309 more like this; `--all` shows them".
    pub fn rest(&self, all: &str) -> Option<String> {
        (self.more > 0).then(|| format!("{} more like this; {all}", self.more))
    }
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::diagnostic::{Code, Diagnostic, Sink};
    use crate::source::{Sources, Span};

    fn many(code: Code, count: usize, group: impl Fn(usize) -> &'static str) -> Vec<Diagnostic> {
        let (mut sources, mut sink) = (Sources::default(), Sink::new());
        let id = sources.add("a.json", "{}".repeat(100));
        for index in 0..count {
            sink.report(code, Span::new(id, index, index + 1)).group(group(index));
        }
        sink.into_sorted(&sources)
    }

    /// The number of those that are printed, and of those that are left out.
    fn counts(diagnostics: &[Diagnostic]) -> (usize, usize) {
        let told = told(diagnostics);
        (told.len(), told.iter().map(|told| told.more).sum())
    }

    fn usual(code: Code, count: usize) -> Vec<Diagnostic> {
        many(code, count, |_| "")
    }

    #[test]
    fn of_many_notes_the_first_are_printed() {
        assert_eq!(counts(&usual(Code::NameSpelled, 3)), (3, 0));
        assert_eq!(counts(&usual(Code::NameSpelled, 4)), (4, 0));
        assert_eq!(counts(&usual(Code::NameSpelled, 40)), (3, 37));
        let found = usual(Code::NameSpelled, 40);
        let rests: Vec<usize> = told(&found).iter().map(|told| told.more).collect();
        assert_eq!(rests, [0, 0, 37]);
    }

    #[test]
    fn warnings_are_left_out_later_and_errors_never() {
        assert_eq!(counts(&usual(Code::InvalidNote, 11)), (11, 0));
        assert_eq!(counts(&usual(Code::InvalidNote, 12)), (10, 2));
        assert_eq!(counts(&usual(Code::KeywordValue, 40)), (40, 0));
    }

    #[test]
    fn groups_of_one_code_are_counted_apart() {
        let two = |index| if index < 5 { "member" } else { "value" };
        assert_eq!(counts(&many(Code::NameSpelled, 10, two)), (6, 4));
    }
}
