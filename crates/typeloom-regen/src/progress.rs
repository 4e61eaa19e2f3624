//! How far a run has got, on standard error: a bar per file on a terminal, a line per file elsewhere.

use crate::fetch::Watch;
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::time::Duration;

/// Where it is told.
pub(crate) enum Progress {
    Bars(MultiProgress, ProgressBar),
    Lines,
    Silent,
}

/// One file under way.
pub(crate) struct Item<'a> {
    progress: &'a Progress,
    name: String,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// For so many files.
    pub fn new(quiet: bool, files: usize) -> Progress {
        if quiet {
            return Progress::Silent;
        }
        if !stderr().is_terminal() {
            return Progress::Lines;
        }
        let bars = MultiProgress::new();
        let all = bars.add(ProgressBar::new(files as u64).with_style(style("{bar:30} {pos}/{len} files")));
        Progress::Bars(bars, all)
    }

    /// A file is begun.
    pub fn begin(&self, name: String) -> Item<'_> {
        let bar = match self {
            Progress::Bars(bars, all) => {
                let bar =
                    ProgressBar::new_spinner().with_style(style("{spinner} {msg} {bytes}")).with_message(name.clone());
                let bar = bars.insert_before(all, bar);
                bar.enable_steady_tick(Duration::from_millis(100));
                Some(bar)
            }
            Progress::Lines | Progress::Silent => None,
        };
        Item { progress: self, name, bar }
    }

    /// All files are done.
    pub fn end(&self) {
        match self {
            Progress::Bars(_, all) => all.finish_and_clear(),
            Progress::Lines | Progress::Silent => {}
        }
    }

    fn say(&self, line: &str) {
        match self {
            // If it cannot be shown, nobody is looking.
            Progress::Bars(bars, _) => drop(bars.println(line)),
            Progress::Lines => eprintln!("{line}"),
            Progress::Silent => {}
        }
    }
}

impl Item<'_> {
    /// The file is done. On a terminal only what went wrong leaves a line.
    pub fn end(self, outcome: &str, wrong: bool) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        match self.progress {
            Progress::Bars(_, all) => {
                if wrong {
                    self.progress.say(&format!("{}: {outcome}", self.name));
                }
                all.inc(1);
            }
            Progress::Lines => self.progress.say(&format!("{}: {outcome}", self.name)),
            Progress::Silent => {}
        }
    }
}

impl Watch for Item<'_> {
    fn received(&self, bytes: u64, of: Option<u64>) {
        if let Some(bar) = &self.bar {
            if let (Some(of), None) = (of, bar.length()) {
                bar.set_length(of);
                bar.set_style(style("{bar:20} {msg} {bytes}/{total_bytes}"));
            }
            bar.set_position(bytes);
        }
    }

    fn again(&self, why: &str) {
        self.progress.say(&format!("{}: {why}; trying again", self.name));
    }
}

/// A template of ours; a wrong one shows as the default.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
