//! Outcomes to a table by draft and keyword, and to complaints.

use super::misses::Misses;
use super::suite::{Group, Test};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What became of an instance.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Read, valid, and equal when written back.
    Accepted,
    /// Not read, or not valid.
    Refused(String),
    /// Accepted, but written back as something else.
    Changed(String),
    /// The program panicked or ended.
    Crashed(String),
    /// Its group has no code.
    NoCode(String),
}

const NO_CODE: &str = "no code";

impl Outcome {
    /// What becomes of tests that the program did not come to.
    pub fn ended() -> Outcome {
        Outcome::Crashed("the program ended before".to_owned())
    }
}

/// Nothing, or what is wrong with the outcome of a test.
pub type Result = std::result::Result<(), String>;

/// Whether the outcome is the right one.
pub fn judge(test: &Test, outcome: Outcome) -> Result {
    match (outcome, test.valid) {
        (Outcome::Accepted, true) | (Outcome::Refused(_), false) => Ok(()),
        (Outcome::Accepted, false) => Err("accepted".to_owned()),
        (Outcome::Refused(why), true) => Err(format!("refused: {why}")),
        (Outcome::Changed(written), _) => Err(format!("written back as {written}")),
        (Outcome::Crashed(why), _) => Err(format!("crashed: {why}")),
        (Outcome::NoCode(why), _) => Err(format!("{NO_CODE}: {why}")),
    }
}

/// Everything that was run.
#[derive(Debug, Default)]
pub struct Table {
    drafts: Vec<&'static str>,
    /// By file and draft: tests that pass, tests.
    cells: BTreeMap<(String, &'static str), (usize, usize)>,
    tests: Vec<Line>,
}

/// One test.
#[derive(Debug)]
struct Line {
    draft: &'static str,
    file: String,
    group: String,
    test: String,
    result: Result,
}

impl Table {
    /// Whether nothing was run.
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// Adds a column: the tests of a draft.
    pub fn add(&mut self, draft: &'static str, groups: Vec<Group>, results: Vec<Vec<Result>>) {
        self.drafts.push(draft);
        for (group, results) in groups.into_iter().zip(results) {
            for (test, result) in group.tests.into_iter().zip(results) {
                let cell = self.cells.entry((group.file.clone(), draft)).or_default();
                cell.0 += usize::from(result.is_ok());
                cell.1 += 1;
                let (file, group, test) = (group.file.clone(), group.description.clone(), test.description);
                self.tests.push(Line { draft, file, group, test, result });
            }
        }
    }

    /// The table.
    pub fn text(&self) -> String {
        let mut text = format!("{:36}", "");
        for draft in &self.drafts {
            let _ = write!(text, "{draft:>16}");
        }
        let files: std::collections::BTreeSet<&String> = self.cells.keys().map(|(file, _)| file).collect();
        let mut sums = vec![(0, 0); self.drafts.len()];
        for file in files {
            let _ = write!(text, "\n{file:36}");
            for (draft, sum) in self.drafts.iter().zip(&mut sums) {
                let cell = self.cells.get(&(file.clone(), *draft)).copied();
                let _ = write!(text, "{:>16}", cell.map(fraction).unwrap_or_default());
                sum.0 += cell.unwrap_or_default().0;
                sum.1 += cell.unwrap_or_default().1;
            }
        }
        let _ = write!(text, "\n{:36}", "all");
        for sum in &sums {
            let _ = write!(text, "{:>16}", fraction(*sum));
        }
        let all = sums.iter().fold((0, 0), |all, sum| (all.0 + sum.0, all.1 + sum.1));
        let share = 100.0 * all.0 as f64 / (all.1 as f64).max(1.0);
        let _ = writeln!(text, "\n\n{} tests, {share:.2} %", fraction(all));
        text
    }

    /// Each miss that is not listed, and, where everything was run, each listed one that is none.
    pub fn complaints(&self, listed: &Misses, complete: bool) -> Vec<String> {
        let mut complaints = Vec::new();
        let mut used = vec![false; listed.len()];
        let mut last: Option<(&String, &String)> = None;
        for Line { draft, file, group, test, result } in &self.tests {
            let Err(why) = result else { continue };
            match listed.find(draft, file, group, test) {
                Some(index) => used[index] = true,
                // What concerns a group as a whole is told once.
                None if last == Some((group, why)) && why.starts_with(NO_CODE) => {}
                None => complaints.push(format!("{draft} {file}: {group}: {test}: {why}")),
            }
            last = Some((group, why));
        }
        let unused = used.iter().enumerate().filter(|(_, used)| complete && !**used);
        complaints.extend(unused.map(|(index, _)| format!("listed as a miss, and is none: {}", listed.text(index))));
        complaints
    }
}

fn fraction((passed, all): (usize, usize)) -> String {
    format!("{passed}/{all}")
}
