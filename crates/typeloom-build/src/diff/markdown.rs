//! Changes as Markdown, for a pull request.

use super::changes::{Change, Changes};
use super::report::{self, Entry};
use super::sentence::{self, code};

impl Changes {
    /// A summary, and a list for each vendor; what breaks JSON is bold. Empty where nothing changed.
    pub fn to_markdown(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let mut text = format!("**{}**: {}.\n", self.verdict(), report::summary(self));
        for vendor in &self.vendors {
            text.push_str(&format!("\n### {} ({})\n\n", code(report::vendor(vendor)), vendor.verdict()));
            for entry in report::entries(vendor) {
                match entry {
                    Entry::Vendor(change) => text.push_str(&format!("- {}\n", line(change, &sentence::of(change)))),
                    Entry::Docs(change, said) => text.push_str(&format!("- {}\n", line(change, &said))),
                    Entry::Type(of) => {
                        text.push_str(&format!("- {}\n", code(&of.name)));
                        for change in &of.changes {
                            text.push_str(&format!("  - {}\n", line(change, &sentence::of(change))));
                        }
                    }
                }
            }
        }
        text
    }
}

fn line(change: &Change, sentence: &str) -> String {
    let (verdict, effect) = (change.verdict, change.effect.name());
    match change.effect.is_compatible() {
        true => format!("{sentence} ({verdict})"),
        false => format!("**{sentence}** ({verdict}, {effect})"),
    }
}
