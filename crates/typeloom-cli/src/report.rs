//! Diagnostics and one line of summary on standard error; colours only on a terminal.

use std::io::{IsTerminal, Write, stderr};
use typeloom_build::Outcome;
use typeloom_build::diagnostic::{Code, Diagnostic, Severity, Told, told};

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    Errors,
    Warnings,
    Everything,
}

/// Reports, and says whether there was no error. Of many notes or warnings of one kind the first, unless `all`.
pub fn report(outcome: &Outcome, detail: Detail, all: bool) -> bool {
    let said = print(outcome, all, |diagnostic| needed(diagnostic.severity) <= detail);
    let mut out = stderr().lock();
    if said || detail == Detail::Everything {
        let _ = writeln!(out, "{}", summary(outcome));
    }
    !outcome.failed()
}

/// Reports what has one of these codes.
pub fn report_codes(outcome: &Outcome, codes: &[Code], all: bool) {
    print(outcome, all, |diagnostic| codes.contains(&diagnostic.code));
}

/// Prints what is wanted, and says whether that was anything.
fn print(outcome: &Outcome, all: bool, wanted: impl Fn(&Diagnostic) -> bool) -> bool {
    let colours = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let wanted = outcome.diagnostics.iter().filter(|diagnostic| wanted(diagnostic));
    let printed = match all {
        true => wanted.map(|diagnostic| Told { diagnostic, more: 0 }).collect(),
        false => told(wanted),
    };
    let mut out = stderr().lock();
    for told in &printed {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(out, "{}\n", told.to_text(&outcome.sources, "`--all` shows them", colours));
    }
    !printed.is_empty()
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
