//! `cargo xtask corpus DIR`: documents of any size through the generator, each in a process of its own.
//!
//! In comes a folder: each document in it is a row, and so is each folder in it, as a vendor. Out goes a table: what
//! was made of the document, how long it took and how much memory, whether the code compiles without a warning,
//! whether the export is a valid schema that reads back to an equal `Spec`. Knows nothing of what documents say.

mod compile;
mod documents;
mod figures;
pub mod measure;
mod memory;
mod process;
mod progress;
mod table;

use documents::Document;
use progress::Progress;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use table::{Row, Table};

/// What to run.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The folder with the documents
    folder: PathBuf,
    /// Only documents whose name contains this
    #[arg(long)]
    only: Option<String>,
    /// Only documents of at most this many kilobytes
    #[arg(long)]
    at_most: Option<u64>,
    /// What is done with the generated code
    #[arg(long, value_enum, default_value_t = Compile::Check)]
    compile: Compile,
    /// Measure the generator as cargo builds it for a build script, without optimisation
    #[arg(long)]
    unoptimised: bool,
    /// How many seconds one document may take
    #[arg(long, default_value_t = 900)]
    patience: u64,
    /// Print what is wrong or doubtful in each document
    #[arg(long)]
    warnings: bool,
}

/// What is done with the generated code.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Compile {
    /// Nothing
    No,
    /// `cargo check`
    Check,
    /// `cargo check` and `cargo build`
    Build,
}

/// Runs all documents and prints what came out. False where one of them fails.
pub fn run(arguments: &Arguments) -> bool {
    let mut documents = match documents::of(&arguments.folder) {
        Ok(documents) => documents,
        Err(message) => return fail(&message),
    };
    documents.retain(|document| arguments.only.as_ref().is_none_or(|part| document.name.contains(part)));
    documents.retain(|document| arguments.at_most.is_none_or(|most| document.size <= most * 1000));
    if documents.is_empty() {
        return fail("there is no such document");
    }
    let program = match program(arguments.unoptimised) {
        Ok(program) => program,
        Err(message) => return fail(&message),
    };
    let progress = Progress::new(&documents);
    let mut table = Table::default();
    for document in documents {
        let row = row(arguments, &program, &document, &progress);
        progress.done(&row);
        table.add(row);
    }
    progress.finish();
    print!("{}", table.text());
    let complaints = table.complaints();
    complaints.iter().for_each(|complaint| eprintln!("{complaint}"));
    complaints.is_empty()
}

/// Everything about one document.
fn row(arguments: &Arguments, program: &Path, document: &Document, progress: &Progress) -> Row {
    let folder = crate::root().join("target/corpus").join(&document.slug);
    let patience = Duration::from_secs(arguments.patience);
    progress.begins(document, "generates");
    let figures = match measure::in_child(program, document, &folder, arguments.warnings, patience) {
        Ok(figures) => figures,
        Err(message) => return Row::failed(document, message),
    };
    let mut row = Row::new(document, figures);
    if row.figures.failure.is_some() || arguments.compile == Compile::No {
        return row;
    }
    progress.begins(document, "checks");
    row.check = Some(compile::compile(&folder, "check"));
    if arguments.compile == Compile::Build {
        progress.begins(document, "builds");
        row.build = Some(compile::compile(&folder, "build"));
    }
    row
}

/// The program that generates: this one, built the way it is to be measured.
fn program(unoptimised: bool) -> Result<PathBuf, String> {
    let this = std::env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
    if unoptimised || !cfg!(debug_assertions) {
        return Ok(this);
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--quiet", "--package", "xtask"]).current_dir(crate::root());
    match cargo.status() {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(format!("cargo ends with {status}")),
        Err(error) => return Err(format!("cannot run cargo: {error}")),
    }
    // target/debug/xtask: the other profile lies beside it.
    let target = this.parent().and_then(Path::parent).ok_or("this program lies in no folder")?;
    Ok(target.join("release").join(this.file_name().unwrap_or_default()))
}

fn fail(message: &str) -> bool {
    eprintln!("{message}");
    false
}
