//! Diagnostics and one line of summary on standard error; colours only on a terminal.

use std::io::{IsTerminal, Write, stderr};
use typeloom_build::Outcome;
use typeloom_build::diagnostic::{Code, Diagnostic, Severity};

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    Errors,
    Warnings,
    Everything,
}

/// Reports, and says whether there was no error.
pub fn report(outcome: &Outcome, detail: Detail) -> bool {
    let colours = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut out = stderr().lock();
    let mut said = false;
    for diagnostic in outcome.diagnostics.iter().filter(|diagnostic| needed(diagnostic.severity) <= detail) {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(out, "{}\n", text_of(diagnostic, outcome, colours));
        said = true;
    }
    if said || detail == Detail::Everything {
        let _ = writeln!(out, "{}", summary(outcome));
    }
    !outcome.failed()
}

/// Reports what has one of these codes.
pub fn report_codes(outcome: &Outcome, codes: &[Code]) {
    let colours = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut out = stderr().lock();
    for diagnostic in outcome.diagnostics.iter().filter(|diagnostic| codes.contains(&diagnostic.code)) {
        let _ = writeln!(out, "{}\n", text_of(diagnostic, outcome, colours));
    }
}

fn text_of(diagnostic: &Diagnostic, outcome: &Outcome, colours: bool) -> String {
    match colours {
        true => diagnostic.to_coloured_text(&outcome.sources),
        false => diagnostic.to_text(&outcome.sources),
    }
}

fn needed(severity: Severity) -> Detail {
    match severity {
        Severity::Error => Detail::Errors,
        Severity::Warning => Detail::Warnings,
        Severity::Note => Detail::Everything,
    }
}

fn summary(outcome: &Outcome) -> String {
    let types: usize = outcome.model.modules.iter().map(|module| module.items.len()).sum();
    let found = outcome.summary();
    let types = if types == 1 { "1 type".to_owned() } else { format!("{types} types") };
    match (outcome.failed(), found.is_empty()) {
        (true, _) => found,
        (false, true) => types,
        (false, false) => format!("{types}; {found}"),
    }
}
