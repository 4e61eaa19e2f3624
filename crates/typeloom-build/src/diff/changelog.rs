//! Changes as a section of a changelog, in the format of Keep a Changelog.

use super::changes::{Change, Changes, Kind, Trend};
use super::sentence::{self, code};
use super::verdict::Verdict;

/// The headings, in the order of Keep a Changelog.
const SECTIONS: [(Trend, &str); 4] = [
    (Trend::Added, "Added"),
    (Trend::Changed, "Changed"),
    (Trend::Deprecated, "Deprecated"),
    (Trend::Removed, "Removed"),
];

impl Changes {
    /// What goes below `## Unreleased`: a list for each of `Added`, `Changed`, `Deprecated` and `Removed`, with a line
    /// for each type. What does not compile any more is marked. Empty where nothing changed.
    pub fn to_changelog(&self) -> String {
        let mut sections = Vec::new();
        for (trend, heading) in SECTIONS {
            let lines = lines(self, trend);
            if !lines.is_empty() {
                sections.push(format!("### {heading}\n\n{lines}"));
            }
        }
        sections.join("\n")
    }
}

fn lines(changes: &Changes, trend: Trend) -> String {
    let mut text = String::new();
    let mut docs: Vec<String> = Vec::new();
    for vendor in &changes.vendors {
        let module = vendor.vendor.as_deref();
        if let Some(change) = vendor.change.as_ref().filter(|change| change.kind.trend() == trend) {
            line(&mut text, &code(module.unwrap_or_default()), &[change]);
        }
        for of in &vendor.types {
            let path = match module {
                Some(module) => code(&format!("{module}::{}", of.name)),
                None => code(&of.name),
            };
            let all = of.changes.iter().filter(|change| change.kind.trend() == trend);
            let (only_docs, others): (Vec<&Change>, Vec<&Change>) = all.partition(|change| change.kind == Kind::Docs);
            if !only_docs.is_empty() {
                docs.push(path.clone());
            }
            if !others.is_empty() {
                line(&mut text, &path, &others);
            }
        }
    }
    if !docs.is_empty() {
        text.push_str(&format!("- Docs of {}.\n", docs.join(", ")));
    }
    text
}

fn line(text: &mut String, path: &str, changes: &[&Change]) {
    let breaking = changes.iter().any(|change| change.verdict == Verdict::Major);
    let mark = if breaking { "**Breaking:** " } else { "" };
    let sentences: Vec<String> = changes.iter().map(|change| sentence::of(change)).collect();
    text.push_str(&format!("- {mark}{path}: {}.\n", sentences.join("; ")));
}
