//! A build script that runs only for the vendors that changed.
//!
//! Each vendor has a file of its own in `$OUT_DIR/typeloom`, with a [`Record`] beside it: of what the code was made, and
//! what was said about the documents. Where all of that is still so, the file stays and the same is said again. Nothing
//! is remembered of documents with errors. `$OUT_DIR/typeloom.rs` includes the files.
//!
//! What is written is to the byte what it would be without records, and whatever is wrong with one, its vendor is read
//! again.

mod digest;
mod record;
#[cfg(test)]
mod tests;

use crate::cargo;
use crate::diagnostic::{Diagnostic, Severity, Sink, told};
use crate::load::{self, Input, Vendor};
use crate::model::Model;
use crate::options::Options;
use crate::outcome;
use crate::output::Output;
use crate::source::Sources;
use digest::Digest;
use record::{Record, Sum};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What there is to tell cargo.
#[derive(Default)]
pub(crate) struct Built {
    /// Every file and folder that was looked at.
    pub watched: Vec<PathBuf>,
    /// Each on one line.
    pub warnings: Vec<String>,
    /// As a terminal shows them. Where there are any, `typeloom.rs` was not written.
    pub errors: Vec<String>,
    /// The vendors that were read, not taken from what was written before.
    pub read: Vec<String>,
}

/// Generates from a folder of vendors into the folder `out`. `generator` tells this generator from others; one that
/// does not know itself reuses nothing.
///
/// # Errors
/// Those of writing.
pub(crate) fn build(folder: &Path, options: &Options, generator: Option<&str>, out: &Path) -> io::Result<Built> {
    let mut sink = Sink::new();
    let Input { sources, vendors, watched, .. } = load::load_vendors(folder, &mut sink);
    let mut built = Built { watched, ..Built::default() };
    built.tell(&sink.into_sorted(&sources), &sources);
    let place = out.join("typeloom");
    fs::create_dir_all(&place)?;
    let mut files = Vec::new();
    let mut names = Vec::new();
    for vendor in &vendors {
        let file = file(vendor, &sources);
        let digest = generator
            .map(|generator| digest::of_vendor(vendor, &sources, &crate::options_of(vendor, options), generator));
        let own = of_vendor(vendor, &sources, options, digest, &place.join(&file), &mut built)?;
        names.push(own);
        files.push(file);
    }
    let mut sink = Sink::new();
    outcome::names_differ(&names, &vendors, &mut sink);
    built.tell(&sink.into_sorted(&sources), &sources);
    if built.errors.is_empty() {
        let mut output = Output::new(&out.join("typeloom.rs"))?;
        output.add(&includes(&vendors, &files))?;
        output.finish()?;
        remove_others(&place, &files)?;
    }
    Ok(built)
}

/// Writes the code of one vendor, if it is not there already. Yields the names that it has at the top level.
fn of_vendor(
    vendor: &Vendor,
    sources: &Sources,
    options: &Options,
    digest: Option<Digest>,
    path: &Path,
    built: &mut Built,
) -> io::Result<Vec<String>> {
    let beside = path.with_extension("record");
    if let Some(digest) = &digest
        && let Some(record) = Record::read(&beside, digest, path)
    {
        built.warnings.extend(record.warnings);
        return Ok(record.names);
    }
    built.read.push(vendor.name.clone());
    let mut sink = Sink::new();
    let (_, modules) = crate::of_vendor(vendor, sources, options, &mut sink);
    let names = modules.iter().flat_map(outcome::names).map(str::to_owned).collect();
    let diagnostics = sink.into_sorted(sources);
    let said = built.warnings.len();
    built.tell(&diagnostics, sources);
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Ok(names);
    }
    let code = write(path, &Model { modules }, options)?;
    let warnings = built.warnings.get(said..).unwrap_or_default().to_vec();
    let record = Record { names, warnings };
    if let Some(digest) = &digest {
        record.write(&beside, digest, &code)?;
    }
    Ok(record.names)
}

/// Writes the code of a model to a file. Yields its sum.
fn write(path: &Path, model: &Model, options: &Options) -> io::Result<String> {
    let mut file = Output::new(path)?;
    let mut sum = Sum::default();
    let mut written = Ok(());
    outcome::code(model, options, &mut |part| {
        if written.is_ok() {
            sum.add(part.as_bytes());
            written = file.add(part);
        }
    });
    written?;
    file.finish()?;
    Ok(sum.finish())
}

/// The name of a vendor's file.
fn file(vendor: &Vendor, sources: &Sources) -> String {
    let plain: String = vendor.name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if vendor.folder && plain == vendor.name {
        return format!("{plain}.rs");
    }
    let document = vendor.documents.first().filter(|_| !vendor.folder).map_or("", |id| sources.get(*id).name.as_str());
    let mut digester = digest::Digester::default();
    digester.text(&vendor.name);
    digester.text(document);
    format!("{plain}-{}.rs", digester.finish())
}

/// The text of `typeloom.rs`. The types of single files stand at the top level by way of modules of their own: their
/// private items must not meet each other, nor those of who includes them.
fn includes(vendors: &[Vendor], files: &[String]) -> String {
    let mut text =
        String::from("// Generated by typeloom-build. Do not edit: change the documents and build again.\n\n");
    for (index, (vendor, file)) in vendors.iter().zip(files).enumerate() {
        let include = cargo::include(&format!("typeloom/{file}"));
        match !vendor.folder {
            true => text.push_str(&format!("mod file_{index} {{\n    {include}}}\npub use file_{index}::*;\n")),
            false => text.push_str(&include),
        }
    }
    text
}

/// Removes what belongs to vendors that are not there any more.
fn remove_others(place: &Path, files: &[String]) -> io::Result<()> {
    for entry in fs::read_dir(place)? {
        let path = entry?.path();
        let code = path.with_extension("rs");
        let name = code.file_name().unwrap_or_default().to_string_lossy();
        if !files.iter().any(|file| *file == name) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

impl Built {
    /// Of many diagnostics of one kind the first ones, for each vendor.
    fn tell(&mut self, diagnostics: &[Diagnostic], sources: &Sources) {
        let all = "`typeloom check --all` on the vendor's folder shows them";
        for told in told(diagnostics) {
            match told.diagnostic.severity {
                Severity::Error => self.errors.push(told.diagnostic.to_text(sources)),
                Severity::Warning => {
                    let rest = told.rest(all).map(|rest| format!(" ({rest})")).unwrap_or_default();
                    self.warnings.push(cargo::line(told.diagnostic, sources) + &rest);
                }
                // A decision that was made: `typeloom check` shows them, a build need not.
                Severity::Note => {}
            }
        }
    }
}
