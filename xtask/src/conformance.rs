//! `cargo xtask conformance`: schemas and instances of others, through generated types.
//!
//! In comes the folder of the official test suite, or a file of small schemas, or one with meta-schemas; out goes a
//! table and a list of misses. What is run together becomes one crate below `target/`, with a module for each schema,
//! compiled once and run once. Knows nothing of what is generated: that is `through`'s to know.

mod meta_schemas;
mod minimal;
mod misses;
mod official;
mod scratch;
mod spoil;
mod suite;
mod table;
mod through;
mod vendors;

use std::path::{Path, PathBuf};
use suite::Group;
use table::{Outcome, Result, Table};
use through::Module;

/// What to run.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["suite", "minimal", "meta_schemas"])))]
pub struct Arguments {
    /// The folder of the official suite, with `tests/` and `remotes/` in it
    #[arg(long)]
    suite: Option<PathBuf>,
    /// A file of small schemas, each with valid and invalid instances
    #[arg(long)]
    minimal: Option<PathBuf>,
    /// The published meta-schemas of the drafts, and those in these files
    #[arg(long, value_name = "FILE", num_args = 0..)]
    meta_schemas: Option<Vec<PathBuf>>,
    /// Run the tests of `optional/` instead, with `format` asserted in `optional/format/`
    #[arg(long, requires = "suite")]
    optional: bool,
    /// Only this draft: draft2020-12, draft2019-09, draft7, draft6 or draft4
    #[arg(long, requires = "suite")]
    draft: Option<String>,
    /// Only the files whose name contains this
    #[arg(long, requires = "suite")]
    file: Option<String>,
}

/// Runs everything that is named and prints what came out. False where a test misses that is not listed, or a listed
/// one does not.
pub fn run(arguments: &Arguments) -> bool {
    let suite = arguments.suite.as_ref().map(|suite| official::run(suite, arguments));
    let minimal = arguments.minimal.as_ref().map(|file| minimal::run(file));
    let meta_schemas = arguments.meta_schemas.as_ref().map(|files| meta_schemas::run(files));
    [suite, minimal, meta_schemas].into_iter().flatten().all(|complaints| match complaints {
        Ok(complaints) => {
            complaints.iter().for_each(|complaint| eprintln!("{complaint}"));
            complaints.is_empty()
        }
        Err(message) => {
            eprintln!("{message}");
            false
        }
    })
}

/// Where the crate `name` is written.
fn folder(name: &str) -> PathBuf {
    crate::root().join("target/conformance").join(name)
}

/// What became of each test of each group.
fn results(folder: &Path, groups: &[Group], modules: Vec<Module>) -> std::result::Result<Vec<Vec<Result>>, String> {
    let outcomes = scratch::run(folder, groups, modules)?;
    let judged = groups.iter().zip(outcomes).map(|(group, outcomes)| {
        let judge = |(test, outcome): (&suite::Test, Outcome)| table::judge(test, outcome);
        group.tests.iter().zip(outcomes.of(group.tests.len())).map(judge).collect()
    });
    Ok(judged.collect())
}
