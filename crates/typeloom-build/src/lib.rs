//! Reads vendors' API documents at build time and emits Rust types that parse, validate and write their JSON.
//!
//! ```text
//! Source --read--> Spec --amend--> Spec --plan--> Model --emit--> String
//!         \__________ Sink (diagnostics) __________/     from here on nothing can fail
//! ```
//!
//! # In a build script
//!
//! ```no_run
//! // build.rs: each folder in `schemas/` is a vendor
//! typeloom_build::Config::new().build("schemas");
//! ```
//!
//! and `typeloom::include_models!();` in `src/lib.rs`. See [`Config`].
//!
//! # From a program
//!
//! [`generate`] does the same for any files and folders: it returns everything that was made on the way, and
//! [`Outcome::code`] or [`Outcome::write_code`] of that makes the code. `export` writes what was read as JSON Schema
//! 2020-12.
//!
//! # Features
//!
//! What is read: `openapi`, `yaml` and `pages` (reference pages with tables of fields), all three on by default; JSON
//! Schema in JSON is always read. A document whose reader is switched off is an error that names the feature.
//!
//! For programs, off by default, so that build scripts do not compile it: `export` (JSON Schema 2020-12 of what was
//! read; [`Config::schemars`] needs it), `diff` (what changed between two runs) and `show` (the stages as text).

// What only a reader uses that is switched off is left out by the linker.
#![cfg_attr(not(all(feature = "openapi", feature = "pages", feature = "yaml")), allow(dead_code))]

mod amend;
mod cargo;
mod config;
mod convention;
pub mod diagnostic;
#[cfg(feature = "diff")]
pub mod diff;
mod edit_distance;
mod emit;
#[cfg(feature = "export")]
mod export;
mod extensions;
mod graph;
mod identifier;
mod json_text;
mod load;
pub mod manifest;
pub mod model;
pub mod names;
pub mod options;
mod outcome;
mod output;
mod plan;
mod pointer;
mod read;
mod reuse;
#[cfg(feature = "show")]
mod show;
pub mod source;
pub mod spec;
mod table;
#[cfg(all(feature = "export", feature = "yaml"))]
mod transcribe;

pub use config::Config;
pub use load::{Input, Remote, Vendor};
pub use outcome::Outcome;
#[cfg(feature = "export")]
pub use outcome::Schema;
#[cfg(feature = "show")]
pub use show::{keyword_table, model_text, rust_text, spec_text};
#[cfg(all(feature = "export", feature = "yaml"))]
pub use transcribe::yaml_to_json;

use diagnostic::Sink;
use model::{Model, Module};
use options::Options;
#[cfg(feature = "export")]
use read::link::uri::Uri;
use source::Sources;
#[cfg(feature = "export")]
use source::Span;
use spec::Spec;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Makes Rust types from documents, up to the code: that is [`Outcome::code`].
///
/// Each path is a file or a folder. A folder is a vendor, named after it, and becomes a `pub mod`; the types of a file
/// stand at the top level. There is no code when there is an error, but all stages before it run, so that everything
/// that is wrong is told at once.
///
/// ```no_run
/// let outcome = typeloom_build::generate(&["schemas/workos".into()], &Default::default());
/// for diagnostic in &outcome.diagnostics {
///     eprintln!("{}", diagnostic.to_text(&outcome.sources));
/// }
/// ```
pub fn generate(paths: &[PathBuf], options: &Options) -> Outcome {
    let mut sink = Sink::new();
    let input = load::load(paths, &mut sink);
    run(input, options, sink)
}

/// What [`generate`] would make if these files held these texts, whether they are there or not. Nothing is written.
///
/// This is how new documents are tried before they replace the old ones.
pub fn generate_as_if(paths: &[PathBuf], texts: &BTreeMap<PathBuf, String>, options: &Options) -> Outcome {
    let mut sink = Sink::new();
    let input = load::load_as_if(paths, texts, &mut sink);
    run(input, options, sink)
}

/// Makes Rust types from a folder of vendors: each folder in it is one.
///
/// ```no_run
/// let outcome = typeloom_build::generate_vendors("schemas".as_ref(), &Default::default());
/// assert!(!outcome.failed());
/// ```
pub fn generate_vendors(folder: &Path, options: &Options) -> Outcome {
    let mut sink = Sink::new();
    let input = load::load_vendors(folder, &mut sink);
    run(input, options, sink)
}

/// Reads documents and writes them as JSON Schema 2020-12: one schema for each folder, with `$defs`, one for each file.
///
/// Nothing is written when there is an error.
#[cfg(feature = "export")]
pub fn export(paths: &[PathBuf], options: &Options) -> (Vec<Schema>, Outcome) {
    let mut sink = Sink::new();
    let input = load::load(paths, &mut sink);
    let outcome = run(input, options, sink);
    let schema = |spec: &Spec| Schema { vendor: spec.vendor.clone(), json: schema_of(spec) };
    let schemas = if outcome.failed() { Vec::new() } else { outcome.specs.iter().map(schema).collect() };
    (schemas, outcome)
}

/// What was read of one vendor, as JSON Schema 2020-12: what [`export`] writes.
#[cfg(feature = "export")]
pub fn schema_of(spec: &Spec) -> String {
    export::export(spec)
}

/// The meta-schema that documents which refer to `uri` get, unless one of their folder has that URI: of a draft
/// (`http://json-schema.org/draft-07/schema`) or of a vocabulary (`https://json-schema.org/draft/2020-12/meta/core`).
///
/// It allows what the published one does, and is written from this crate's own table of keywords. [`None`] where it is
/// none of those.
#[cfg(feature = "export")]
pub fn meta_schema(uri: &str) -> Option<String> {
    let place = Span::start_of(Sources::default().add("meta-schema", ""));
    let node = read::json_schema::meta_schema::published(&Uri::parse(uri).without_fragment(), place)?;
    Some(json_text::compact(&node.to_value()))
}

/// All stages but the last: that is [`Outcome::code`].
fn run(input: Input, options: &Options, mut sink: Sink) -> Outcome {
    let Input { sources, vendors, watched, .. } = input;
    let (mut specs, mut model) = (Vec::new(), Model::default());
    for vendor in &vendors {
        let (spec, modules) = of_vendor(vendor, &sources, options, &mut sink);
        model.modules.extend(modules);
        specs.push(spec);
    }
    outcome::modules_differ(&model, &vendors, &mut sink);
    let options = options.clone();
    Outcome { specs, model, diagnostics: sink.into_sorted(&sources), sources, watched, options }
}

/// Reads and plans one vendor. Vendors do not see each other, and each may have options of its own.
fn of_vendor(vendor: &Vendor, sources: &Sources, options: &Options, sink: &mut Sink) -> (Spec, Vec<Module>) {
    let options = options_of(vendor, options);
    let mut spec = read::read(vendor, sources, options.exact, sink);
    amend::amend(&mut spec, vendor, sources, &options, sink);
    let mut modules = plan::plan(std::slice::from_ref(&spec), sources, &options, sink).modules;
    for module in &mut modules {
        module.name = module.name.take().filter(|_| vendor.folder);
    }
    (spec, modules)
}

/// What the caller chose, but for what the manifest of the vendor says.
fn options_of(vendor: &Vendor, options: &Options) -> Options {
    let settings = &vendor.settings;
    Options {
        exact: settings.exact.unwrap_or(options.exact),
        formats: settings.formats.unwrap_or(options.formats),
        numbers: settings.numbers.unwrap_or(options.numbers),
        root: options.root.clone().filter(|_| !vendor.folder),
        schemars: options.schemars && cfg!(feature = "export"),
        names: vendor.names.clone().or_else(|| options.names.clone()),
    }
}
