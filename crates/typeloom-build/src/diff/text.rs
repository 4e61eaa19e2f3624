//! Changes as a tree for a terminal.

use super::changes::{Change, Changes, Effect, Trend};
use super::report::{self, Entry};
use super::sentence;
use super::verdict::Verdict;
use anstyle::{AnsiColor, Style};

impl Changes {
    /// A tree of vendors, types and changes, with a summary at the end; empty where nothing changed. In front of each
    /// change stand what it means for the version and whom it breaks.
    ///
    /// ```text
    /// workos
    /// └── UserlandUser
    ///     ├── + major  compatible      field `locale` added: optional `String`
    ///     └── ~ minor  breaks writers  `name`: `maxLength 100`, was `maxLength 600`
    ///
    /// 2 changes in 1 type: 1 breaks writers. Version: major.
    /// ```
    pub fn to_text(&self, colour: bool) -> String {
        if self.is_empty() {
            return String::new();
        }
        let paint = Paint { colour };
        let mut text = String::new();
        for vendor in &self.vendors {
            let name = paint.of(BOLD, report::vendor(vendor));
            text.push_str(&format!("{name}\n"));
            let entries = report::entries(vendor);
            for (index, entry) in entries.iter().enumerate() {
                let last = index + 1 == entries.len();
                match entry {
                    Entry::Vendor(change) => {
                        text.push_str(&format!("{}{}\n", branch(last), line(change, &sentence::of(change), &paint)));
                    }
                    Entry::Docs(change, said) => {
                        text.push_str(&format!("{}{}\n", branch(last), line(change, said, &paint)));
                    }
                    Entry::Type(of) => {
                        text.push_str(&format!("{}{}\n", branch(last), paint.of(BOLD, &of.name)));
                        let stem = if last { "    " } else { "│   " };
                        for (inner, change) in of.changes.iter().enumerate() {
                            let branch = branch(inner + 1 == of.changes.len());
                            text.push_str(&format!("{stem}{branch}{}\n", line(change, &sentence::of(change), &paint)));
                        }
                    }
                }
            }
        }
        let verdict = paint.of(style_of(self.verdict()), self.verdict().name());
        text.push_str(&format!("\n{}. Version: {verdict}.\n", report::summary(self)));
        text
    }
}

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default();
const GREEN: Style = AnsiColor::Green.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();

struct Paint {
    colour: bool,
}

impl Paint {
    fn of(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

fn branch(last: bool) -> &'static str {
    if last { "└── " } else { "├── " }
}

fn line(change: &Change, said: &str, paint: &Paint) -> String {
    let (sign, style) = match change.kind.trend() {
        Trend::Added => ("+", GREEN),
        Trend::Removed => ("-", RED),
        Trend::Changed | Trend::Deprecated => ("~", YELLOW),
    };
    let sign = paint.of(style, sign);
    let verdict = paint.of(style_of(change.verdict), &format!("{:<5}", change.verdict.name()));
    let effect = paint.of(style_of_effect(change.effect), &format!("{:<14}", change.effect.name()));
    format!("{sign} {verdict}  {effect}  {said}")
}

fn style_of(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Major => RED,
        Verdict::Minor => YELLOW,
        Verdict::Patch | Verdict::Nothing => GREEN,
    }
}

fn style_of_effect(effect: Effect) -> Style {
    if effect.is_compatible() { GREEN } else { RED }
}
