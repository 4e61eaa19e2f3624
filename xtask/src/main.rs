//! `cargo xtask`: arguments to tasks.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use typeloom_build::{generate, model_text, rust_text, spec_text};
use xtask::goldens::Mode;
use xtask::{bless, conformance, corpus, names, root, same_types, tidy};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Tasks of this workspace")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Write what is generated from schemas/ and from the cases, to be read in the diff
    Bless {
        /// Write nothing, and fail where something would change
        #[arg(long)]
        check: bool,
    },
    /// Print what a stage makes of a vendor
    Show {
        /// A folder of schemas/
        vendor: String,
        /// Which stage
        #[arg(long, default_value = "spec")]
        stage: Stage,
        /// Only this type
        #[arg(long = "type")]
        name: Option<String>,
    },
    /// Write schemas/names.lock: the Rust names that were given once stay
    Names {
        /// Write nothing, and fail where something would change
        #[arg(long)]
        check: bool,
    },
    /// Compare the types of two files of generated code, but for docs
    SameTypes {
        /// Made of the documents in schemas/
        ours: PathBuf,
        /// Made of the vendors' originals
        theirs: PathBuf,
    },
    /// Run the official test suite of JSON Schema through generated types
    Conformance(conformance::Arguments),
    /// Fetch the vendors' documents again, and say what changed: as `typeloom regen`
    Regen(Box<typeloom_regen::command::Arguments>),
    /// Generate from every document of a folder, and measure it
    Corpus(corpus::Arguments),
    /// Generate from one document and print figures; corpus runs this
    #[command(hide = true)]
    Measure(corpus::measure::Arguments),
    /// Look for what must never be: stages that know too much, files that are too long, names that say nothing
    Tidy,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Stage {
    Spec,
    Model,
    Rust,
}

fn main() -> ExitCode {
    let succeeded = match Arguments::parse().task {
        Task::Bless { check: true } => complain(&bless::all(Mode::Check)),
        Task::Bless { check: false } => complain(&bless::all(Mode::Write)) && bless_verdicts(),
        Task::Show { vendor, stage, name } => show(&vendor, stage, name.as_deref()),
        Task::Names { check } => complain(&names::run(if check { Mode::Check } else { Mode::Write })),
        Task::SameTypes { ours, theirs } => complain(&same_types::compare(&ours, &theirs)),
        Task::Conformance(arguments) => conformance::run(&arguments),
        Task::Regen(arguments) => {
            xtask::enter();
            return ExitCode::from(typeloom_regen::command::run(*arguments, Default::default()));
        }
        Task::Corpus(arguments) => corpus::run(&arguments),
        Task::Measure(arguments) => corpus::measure::run(&arguments),
        Task::Tidy => complain(&tidy::all(&root())),
    };
    if succeeded { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn complain(complaints: &[String]) -> bool {
    for complaint in complaints {
        eprintln!("{complaint}");
    }
    complaints.is_empty()
}

/// What the generated types say of the instances of the cases is known only to a program that has these types.
fn bless_verdicts() -> bool {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--quiet", "--package", "typeloom-cases", "--test", "instances"]).current_dir(root());
    let output = cargo.env("TYPELOOM_BLESS", "1").output();
    match output {
        Ok(output) if output.status.success() => true,
        Ok(output) => {
            eprintln!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            false
        }
        Err(error) => {
            eprintln!("cannot run cargo: {error}");
            false
        }
    }
}

fn show(vendor: &str, stage: Stage, name: Option<&str>) -> bool {
    xtask::enter();
    let outcome = generate(&[Path::new("schemas").join(vendor)], &Default::default());
    for diagnostic in &outcome.diagnostics {
        eprintln!("{}\n", diagnostic.to_text(&outcome.sources));
    }
    match stage {
        Stage::Spec => outcome.specs.iter().for_each(|spec| print!("{}", spec_text(spec, &outcome.sources, name))),
        Stage::Model => print!("{}", model_text(&outcome.model, name)),
        Stage::Rust => print!("{}", outcome.code().map(|code| rust_text(&code, name)).unwrap_or_default()),
    }
    !outcome.failed()
}
