//! `cargo xtask conformance`: the official test suite of JSON Schema, through generated types.
//!
//! In comes the folder of the suite, out goes a table by draft and keyword and a list of misses. For each draft one
//! crate is written below `target/`, with a module for each group of tests, compiled once and run once. Knows nothing
//! of what is generated: that is `through`'s to know.

mod misses;
mod scratch;
mod suite;
mod table;
mod through;

use misses::Misses;
use std::path::PathBuf;
use suite::{Draft, Group};
use table::{Outcome, Result, Table};

/// What to run.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The folder of the suite, with `tests/` and `remotes/` in it
    #[arg(long)]
    suite: PathBuf,
    /// Run the tests of `optional/` instead, with `format` asserted in `optional/format/`
    #[arg(long)]
    optional: bool,
    /// Only this draft: draft2020-12, draft2019-09, draft7, draft6 or draft4
    #[arg(long)]
    draft: Option<String>,
    /// Only the files whose name contains this
    #[arg(long)]
    file: Option<String>,
}

/// Runs the suite and prints what came out. False where a test misses that is not listed, or a listed one does not.
pub fn run(arguments: &Arguments) -> bool {
    let listed = match Misses::read(arguments.optional) {
        Ok(listed) => listed,
        Err(message) => return fail(&message),
    };
    let mut table = Table::default();
    for draft in Draft::ALL {
        if arguments.draft.as_ref().is_some_and(|name| name != draft.name) {
            continue;
        }
        let mut groups = match suite::groups(&arguments.suite, draft, arguments.optional) {
            Ok(groups) => groups,
            Err(message) => return fail(&message),
        };
        groups.retain(|group| arguments.file.as_ref().is_none_or(|part| group.file.contains(part)));
        match results(arguments, draft, &groups) {
            Ok(results) => table.add(draft, groups, results),
            Err(message) => return fail(&message),
        }
    }
    if table.is_empty() {
        return fail("no tests: is there such a draft, or such a file?");
    }
    let complete = arguments.draft.is_none() && arguments.file.is_none();
    print!("{}", table.text());
    let complaints = table.complaints(&listed, complete);
    complaints.iter().for_each(|complaint| eprintln!("{complaint}"));
    complaints.is_empty()
}

/// What became of each test of each group.
fn results(arguments: &Arguments, draft: &Draft, groups: &[Group]) -> std::result::Result<Vec<Vec<Result>>, String> {
    let kind = if arguments.optional { "optional" } else { "required" };
    let folder = crate::root().join("target/conformance").join(format!("{}-{kind}", draft.name));
    let modules = through::modules(&folder, &arguments.suite, draft, groups)?;
    let outcomes = scratch::run(&folder, groups, modules)?;
    let judged = groups.iter().zip(outcomes).map(|(group, outcomes)| {
        let judge = |(test, outcome): (&suite::Test, Outcome)| table::judge(test, outcome);
        group.tests.iter().zip(outcomes.of(group.tests.len())).map(judge).collect()
    });
    Ok(judged.collect())
}

fn fail(message: &str) -> bool {
    eprintln!("{message}");
    false
}
