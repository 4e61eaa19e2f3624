//! A report as a terminal shows it: what is as it was is counted, everything else has a line.

use crate::report::{FileReport, Report, State, VendorReport};
use crate::settings::Mode;

/// The text.
pub(super) fn text(report: &Report, colours: bool) -> String {
    let mut out = String::new();
    for problem in &report.problems {
        out.push_str(&format!("{}: {problem}\n", paint("error", State::Failed, colours)));
    }
    for vendor in &report.vendors {
        vendor_text(vendor, colours, &mut out);
    }
    let counts: Vec<String> =
        report.counts().iter().map(|(state, count)| format!("{count} {}", state.name())).collect();
    if !counts.is_empty() {
        out.push_str(&counts.join(", "));
        out.push_str(match report.mode {
            Mode::Write => "\n",
            Mode::DryRun | Mode::Check => "; nothing was written\n",
        });
    }
    let changes = report.changes();
    if !changes.is_empty() {
        out.push_str(&format!("\nwhat changed in the types:\n\n{}", changes.to_text(colours)));
    }
    out
}

fn vendor_text(vendor: &VendorReport, colours: bool, out: &mut String) {
    out.push_str(&vendor.vendor);
    out.push('\n');
    for problem in &vendor.problems {
        indented(problem, 2, out);
    }
    let quiet = |file: &&FileReport| file.state == State::Unchanged;
    let told: Vec<&FileReport> = vendor.files.iter().filter(|file| !quiet(file)).collect();
    let width = told.iter().map(|file| file.file.chars().count()).max().unwrap_or(0).min(60);
    for file in told {
        let state = paint(&format!("{:<9}", file.state.name()), file.state, colours);
        out.push_str(format!("  {state} {:<width$}  {}", file.file, summary(file)).trim_end());
        out.push('\n');
        for line in file.detail.iter().filter(|detail| detail.contains('\n')) {
            indented(line, 4, out);
        }
    }
    match vendor.files.iter().filter(quiet).count() {
        0 if vendor.files.is_empty() && vendor.problems.is_empty() => {
            out.push_str("  no sources in vendor.toml\n");
        }
        0 => {}
        count => out.push_str(&format!("  {} {count}\n", paint("unchanged", State::Unchanged, colours))),
    }
    if let (Some(before), Some(after)) = (vendor.types_before, vendor.types_after)
        && before != after
    {
        out.push_str(&format!("  types: {before} before, {after} now\n"));
    }
}

/// What there is to say of a file in one line.
pub(super) fn summary(file: &FileReport) -> String {
    let mut parts = Vec::new();
    match (&file.state, file.bytes_before, file.bytes_after) {
        (State::Changed, Some(before), Some(after)) => parts.push(format!("{before} -> {after} bytes")),
        (State::New, _, Some(after)) => parts.push(format!("{after} bytes")),
        (
            State::Changed
            | State::New
            | State::Failed
            | State::Rejected
            | State::Edited
            | State::Missing
            | State::Gone
            | State::Unchanged
            | State::Manual,
            _,
            _,
        ) => {}
    }
    match &file.detail {
        Some(detail) if !detail.contains('\n') => parts.push(detail.clone()),
        Some(_) => parts.push("brings errors".to_owned()),
        None => {}
    }
    if let Some(address) = &file.redirected {
        parts.push(format!("from {address}"));
    }
    parts.join(", ")
}

fn indented(text: &str, by: usize, out: &mut String) {
    for line in text.trim_end().lines() {
        out.push_str(format!("{:by$}{line}", "").trim_end());
        out.push('\n');
    }
}

fn paint(text: &str, state: State, colours: bool) -> String {
    let code = match state {
        State::Failed | State::Rejected => "31;1",
        State::Edited | State::Missing | State::Gone => "33",
        State::Changed | State::New => "32",
        State::Unchanged | State::Manual => "2",
    };
    if colours { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}
