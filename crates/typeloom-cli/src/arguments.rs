//! What the command line says.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use typeloom_build::options::{Formats, Numbers, Options};

/// Reads vendors' API documents (JSON Schemas, reference pages with field tables) and makes Rust types of them.
///
/// A DOC is a file or a folder. A folder is one vendor, named after it.
#[derive(Debug, Parser)]
#[command(name = "typeloom", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub options: Choices,
    /// Print every diagnostic: of many notes or warnings of one kind, the first ones are printed otherwise
    #[arg(long, global = true)]
    pub all: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write Rust types: those of a file at the top level, those of a folder in a module
    Generate {
        /// Files and folders to read
        #[arg(value_name = "DOC", required = true)]
        documents: Vec<PathBuf>,
        /// The file to write; `-` is standard output
        #[arg(long, value_name = "FILE.rs")]
        out: PathBuf,
    },
    /// Write JSON Schema 2020-12: one `NAME.schema.json` for each file or folder
    Export {
        /// Files and folders to read
        #[arg(value_name = "DOC", required = true)]
        documents: Vec<PathBuf>,
        /// The folder to write to; `-` is standard output, for a single document
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Say everything there is to say about documents, and write nothing
    Check {
        /// Files and folders to read
        #[arg(value_name = "DOC", required = true)]
        documents: Vec<PathBuf>,
    },
    /// Print what a stage makes of a document
    Show {
        /// The file or folder to read
        #[arg(value_name = "DOC")]
        document: PathBuf,
        /// What is printed: what was read, what Rust will say, or the code
        #[arg(long)]
        stage: Stage,
        /// Only this type
        #[arg(long = "type", value_name = "NAME")]
        name: Option<String>,
    },
    /// Fetch the documents of a folder of vendors again, and say what changed
    ///
    /// What is fetched from where stands under `[sources]` in each vendor's `vendor.toml`. Exit code 0: all is well;
    /// 1: something differs, with `--check` or `--offline`; 2: something could not be fetched or was rejected.
    Regen(Box<typeloom_regen::command::Arguments>),
    /// Keep the Rust names of a folder of vendors as they are: `names.lock` in it
    ///
    /// Without an option, the names are printed as they would be written. A name that is to change is `rename` in the
    /// `vendor.toml` of its vendor.
    Names {
        /// The folder of the vendors: each folder in it is one
        #[arg(value_name = "SCHEMAS")]
        schemas: PathBuf,
        /// Write the lock: what is new is added, what is gone is taken out
        #[arg(long, conflicts_with = "check")]
        write: bool,
        /// Write nothing, and fail where something would be written
        #[arg(long)]
        check: bool,
    },
    /// Say what changed between two documents or folders, whom it breaks, and what it means for a version
    ///
    /// They may be of different kinds: a reference page and a JSON Schema.
    ///
    /// Exit code 0: nothing changed; 1: something did; 2: they could not be compared.
    Diff {
        /// The file or folder as it was
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The file or folder as it is
        #[arg(value_name = "NEW")]
        new: PathBuf,
        #[command(flatten)]
        format: Format,
    },
}

/// How changes are printed.
#[derive(Clone, Copy, Debug, Args)]
#[group(multiple = false)]
pub struct Format {
    /// As Markdown, for a pull request
    #[arg(long)]
    pub markdown: bool,
    /// As JSON, for a program
    #[arg(long)]
    pub json: bool,
    /// As sections of a changelog
    #[arg(long)]
    pub changelog: bool,
    /// Only what it means for the version: `nothing`, `patch`, `minor` or `major`
    #[arg(long)]
    pub semver: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Stage {
    /// What the documents say
    Spec,
    /// What Rust will say
    Model,
    /// The code
    Rust,
}

#[derive(Debug, Args)]
pub struct Choices {
    /// Take schemas without `type` literally, as the specification has it
    #[arg(long, global = true)]
    exact: bool,
    /// Whether `format` is a rule
    #[arg(long, global = true, value_enum, default_value = "assert")]
    formats: FormatsChoice,
    /// Whether numbers are `i64` and `f64`, or are kept as they were written
    #[arg(long, global = true, value_enum, default_value = "native")]
    numbers: NumbersChoice,
    /// The name of the root type of a single file
    #[arg(long, global = true, value_name = "NAME")]
    root: Option<String>,
    /// Implement `schemars::JsonSchema` too
    #[arg(long, global = true)]
    schemars: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatsChoice {
    Assert,
    Annotate,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum NumbersChoice {
    Native,
    Exact,
}

impl Command {
    /// The documents that it is about.
    pub fn documents(&self) -> &[PathBuf] {
        match self {
            Command::Generate { documents, out: _ }
            | Command::Export { documents, out: _ }
            | Command::Check { documents } => documents,
            Command::Show { document, stage: _, name: _ } => std::slice::from_ref(document),
            // Vendors' manifests say which.
            Command::Regen(_) => &[],
            Command::Names { schemas, write: _, check: _ } => std::slice::from_ref(schemas),
            // One name for the root of both.
            Command::Diff { old, new: _, format: _ } => std::slice::from_ref(old),
        }
    }
}

impl Choices {
    /// The choices for these documents; a name for the root needs a single file.
    pub fn with_root_of(self, documents: &[PathBuf]) -> Result<Options, String> {
        if self.root.is_some() && !matches!(documents, [document] if !document.is_dir()) {
            return Err("`--root` names the root type of a single file: give one file".to_owned());
        }
        Ok(Options {
            exact: self.exact,
            formats: match self.formats {
                FormatsChoice::Assert => Formats::Assert,
                FormatsChoice::Annotate => Formats::Annotate,
            },
            numbers: match self.numbers {
                NumbersChoice::Native => Numbers::Native,
                NumbersChoice::Exact => Numbers::Exact,
            },
            root: self.root,
            schemars: self.schemars,
            names: None,
        })
    }
}
