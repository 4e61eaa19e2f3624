//! The command `typeloom`: what `typeloom-build` does in a build script, for any document and without one.
//!
//! Arguments in; files, a text on standard output, or diagnostics on standard error out. Exit code 0 or 1, and 2 for
//! wrong usage; that of `diff` is what other programs of this name have, and `regen` has 2 for what could not be done.
//! Knows nothing of documents: all of that is in the libraries.

mod arguments;
mod diff;
mod names;
mod report;
mod write;

use arguments::{Arguments, Command, Stage};
use clap::Parser;
use clap::error::ErrorKind;
use report::{Detail, report};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use typeloom_build::options::Options;
use typeloom_build::{Outcome, Schema, export, generate, model_text, rust_text, spec_text};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too, and go to standard output.
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            let printed = error.print().is_ok();
            return if asked { code(printed) } else { ExitCode::from(WRONG_USAGE) };
        }
    };
    let options = match arguments.options.with_root_of(arguments.command.documents()) {
        Ok(options) => options,
        Err(message) => return wrong_usage(&message),
    };
    let all = arguments.all;
    code(match arguments.command {
        Command::Generate { documents, out } => return run_generate(&documents, &options, &out, all),
        Command::Export { documents, out } => return run_export(&documents, &options, &out, all),
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

/// The exit code where nothing was tried, as what was asked for makes no sense.
const WRONG_USAGE: u8 = 2;

fn wrong_usage(message: &str) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(WRONG_USAGE)
}

fn run_generate(documents: &[PathBuf], options: &Options, out: &Path, all: bool) -> ExitCode {
    let outcome = generate(documents, options);
    let printed = write::is_standard_output(out);
    if !printed && write::is_input(out, &outcome, documents) {
        return overwritten(out);
    }
    code(
        report(&outcome, Detail::Warnings, all)
            && match printed {
                true => outcome.code().is_some_and(|code| write::standard_output(&code)),
                false => write::code(out, &outcome),
            },
    )
}

fn run_export(documents: &[PathBuf], options: &Options, out: &Path, all: bool) -> ExitCode {
    let printed = write::is_standard_output(out);
    if printed && documents.len() > 1 {
        return wrong_usage("each document becomes a schema of its own: to print one, give one document");
    }
    let (schemas, outcome) = export(documents, options);
    let mut names: Vec<&str> = schemas.iter().map(|schema| schema.vendor.as_str()).collect();
    names.sort_unstable();
    if let Some([name, _]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        return wrong_usage(&format!("two of the documents would be written to `{name}.schema.json`"));
    }
    let path = |schema: &Schema| out.join(format!("{}.schema.json", schema.vendor));
    if let Some(path) = schemas.iter().map(path).find(|path| !printed && write::is_input(path, &outcome, documents)) {
        return overwritten(&path);
    }
    let write = |schema: &Schema| match printed {
        true => write::standard_output(&schema.json),
        false => write::file(&path(schema), &schema.json),
    };
    code(report(&outcome, Detail::Warnings, all) && schemas.iter().all(write))
}

fn overwritten(out: &Path) -> ExitCode {
    wrong_usage(&format!("`{}` is one of the documents: give `--out` another name", out.display()))
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
