//! What a run has made, and how the modules of several vendors are put together.

use crate::diagnostic::{Code, Diagnostic, Severity, Sink};
use crate::emit::{self, Code as Text};
use crate::load::Vendor;
use crate::model::{Model, Module};
use crate::names::Lock;
use crate::options::Options;
use crate::output::Output;
use crate::source::{Sources, Span};
use crate::spec::Spec;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// What a run has made.
#[derive(Debug)]
pub struct Outcome {
    /// What the documents say, a [`Spec`] for each vendor. Incomplete when there is an error.
    pub specs: Vec<Spec>,
    /// What the code says. Incomplete when there is an error.
    pub model: Model,
    /// Everything there is to say about the documents, in the order of places.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that places lead to.
    pub sources: Sources,
    /// Every file and folder that was looked at: when one of them changes, the result may change.
    pub watched: Vec<PathBuf>,
    /// What the caller chose.
    pub(crate) options: Options,
}

/// What one vendor's documents say, as JSON Schema 2020-12.
#[cfg(feature = "export")]
#[derive(Clone, Debug)]
pub struct Schema {
    /// The vendor: the name of the folder, or that of the file.
    pub vendor: String,
    /// The schema.
    pub json: String,
}

impl Outcome {
    /// The Rust code, [`None`] when there is an error. It is made anew by each call, which takes longer than all that
    /// went before.
    pub fn code(&self) -> Option<String> {
        if self.failed() {
            return None;
        }
        let mut text = String::new();
        code(&self.model, &self.options, &mut |part| text.push_str(part));
        Some(text)
    }

    /// Writes [the code](Outcome::code) to a file without ever holding all of it, and makes the folders that the file
    /// is in. A file that holds this code already keeps its time. Yields whether there is code: when there is an error,
    /// nothing is written.
    ///
    /// # Errors
    ///
    /// Those of reading and writing the file.
    ///
    /// ```no_run
    /// let outcome = typeloom_build::generate(&["schemas/workos".into()], &Default::default());
    /// assert!(outcome.write_code("src/workos.rs".as_ref())?);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write_code(&self, path: &Path) -> io::Result<bool> {
        if self.failed() {
            return Ok(false);
        }
        let mut file = Output::new(path)?;
        let mut written = Ok(());
        code(&self.model, &self.options, &mut |part| {
            if written.is_ok() {
                written = file.add(part);
            }
        });
        written.and_then(|()| file.finish()).map(|()| true)
    }

    /// The names that were given, for `names.lock`: its text is [`Lock::to_text`].
    pub fn names(&self) -> Lock {
        Lock::of(&self.specs, &self.model)
    }

    /// Whether there is an error.
    pub fn failed(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many diagnostics are this bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// `2 errors, 1 warning, 3 notes`; empty when there is nothing to say.
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            match self.count(severity) {
                0 => {}
                1 => parts.push(format!("1 {severity}")),
                count => parts.push(format!("{count} {severity}s")),
            }
        }
        parts.join(", ")
    }
}

/// Vendors are planned one by one; that their modules, or the types of several single files, have different names is
/// seen only here.
pub(crate) fn modules_differ(model: &Model, vendors: &[Vendor], sink: &mut Sink) {
    let names: Vec<Vec<&str>> = model.modules.iter().map(names).collect();
    names_differ(&names, vendors, sink);
}

/// The names that a module has at the top level.
pub(crate) fn names(module: &Module) -> Vec<&str> {
    match &module.name {
        Some(name) => vec![name],
        None => module.items.iter().map(|item| item.name.as_str()).collect(),
    }
}

/// The same for the names that each vendor has at the top level.
pub(crate) fn names_differ<T: AsRef<str>>(names: &[Vec<T>], vendors: &[Vendor], sink: &mut Sink) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, (names, vendor)) in names.iter().zip(vendors).enumerate() {
        for name in names.iter().map(AsRef::as_ref) {
            let first = *seen.entry(name).or_insert(index);
            let (Some(place), true) = (vendor.documents.first(), first != index) else { continue };
            let other = vendors.get(first).and_then(|vendor| vendor.documents.first());
            let diagnostic = sink.report(Code::NameCollision, Span::start_of(*place)).error();
            diagnostic.message(format!("`{name}` would be there twice at the top level of the code"));
            diagnostic
                .help("a folder becomes a module of its name: give one of them another, or put files into folders");
            if let Some(other) = other {
                diagnostic.related(Span::start_of(*other), "the other one comes from here");
            }
        }
    }
}

/// The code of all modules, part by part. The types of one single file stand at the top level; those of several do so
/// by way of modules of their own, whose private items must not meet.
pub(crate) fn code(model: &Model, options: &Options, out: &mut dyn FnMut(&str)) {
    out(emit::HEADER);
    let mut text = Text::new(out);
    let several = model.modules.iter().filter(|module| module.name.is_none()).count() > 1;
    for (index, module) in model.modules.iter().enumerate() {
        let apart = several && module.name.is_none();
        text.line("");
        if apart {
            text.open(&format!("mod file_{index}"));
        }
        emit::emit(module, options, &mut text);
        if apart {
            text.close();
            text.line("");
            text.line(&format!("pub use file_{index}::*;"));
        }
    }
    text.finish();
}
