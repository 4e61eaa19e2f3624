//! The command `typeloom`: what `typeloom-build` does in a build script, for any document and without one.
//!
//! Arguments in; files, a text on standard output, or diagnostics on standard error out. Exit code 0 or 1; that of
//! `diff` is what other programs of this name have, and `regen` has 2 for what could not be done. Knows nothing of
//! documents: all of that is in the libraries.

mod arguments;
mod diff;
mod names;
mod report;
mod write;

use arguments::{Arguments, Command, Stage};
use clap::Parser;
use clap::error::ErrorKind;
use report::{Detail, report};
use std::path::PathBuf;
use std::process::ExitCode;
use typeloom_build::options::Options;
use typeloom_build::{Outcome, export, generate, model_text, rust_text, spec_text};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too, and go to standard output.
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            let printed = error.print().is_ok();
            // For `diff`, 1 is an answer.
            let diff = std::env::args_os().nth(1).is_some_and(|command| command == "diff");
            return if diff && !asked { ExitCode::from(diff::TROUBLE) } else { code(asked && printed) };
        }
    };
    let options = match arguments.options.with_root_of(arguments.command.documents()) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::FAILURE;
        }
    };
    let all = arguments.all;
    code(match arguments.command {
        Command::Generate { documents, out } => run_generate(&documents, &options, &out, all),
        Command::Export { documents, out } => run_export(&documents, &options, &out, all),
        Command::Check { documents } => report(&generate(&documents, &options), Detail::Everything, all),
        Command::Show { document, stage, name } => run_show(document, &options, stage, name.as_deref()),
        Command::Regen(arguments) => return ExitCode::from(typeloom_regen::command::run(*arguments, options)),
        Command::Names { schemas, write, check } => names::run(&schemas, &options, write, check, all),
        Command::Diff { old, new, format } => return diff::run(old, new, &options, format),
    })
}

fn code(succeeded: bool) -> ExitCode {
    if succeeded { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run_generate(documents: &[PathBuf], options: &Options, out: &std::path::Path, all: bool) -> bool {
    let outcome = generate(documents, options);
    report(&outcome, Detail::Warnings, all) && write::code(out, &outcome)
}

fn run_export(documents: &[PathBuf], options: &Options, out: &std::path::Path, all: bool) -> bool {
    let (schemas, outcome) = export(documents, options);
    let mut names: Vec<&str> = schemas.iter().map(|schema| schema.vendor.as_str()).collect();
    names.sort_unstable();
    if let Some([name, _]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        eprintln!("error: two of the documents would be written to `{name}.schema.json`");
        return false;
    }
    report(&outcome, Detail::Warnings, all)
        && schemas.iter().all(|schema| write::file(&out.join(format!("{}.schema.json", schema.vendor)), &schema.json))
}

fn run_show(document: PathBuf, options: &Options, stage: Stage, name: Option<&str>) -> bool {
    let outcome = generate(&[document], options);
    let good = report(&outcome, Detail::Errors, true);
    let text = text_of(&outcome, stage, name);
    if text.is_empty() {
        // What a broken document says is shown as far as it was read.
        match name {
            Some(name) if good => eprintln!("error: there is no type `{name}`"),
            Some(_) | None => {}
        }
        return false;
    }
    write::standard_output(&text) && good
}

fn text_of(outcome: &Outcome, stage: Stage, name: Option<&str>) -> String {
    match stage {
        Stage::Spec => outcome.specs.iter().map(|spec| spec_text(spec, &outcome.sources, name)).collect(),
        Stage::Model => model_text(&outcome.model, name),
        Stage::Rust => outcome.code().map(|code| rust_text(&code, name)).unwrap_or_default(),
    }
}
