//! Small documents for tests: texts in, the `Spec` and what was said about them out.

use super::link::documents::Remote;
use super::{Input, read_input};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Sources;
use crate::spec::{Keyword, Schema, SchemaId, Spec};

/// What came of some texts.
pub(crate) struct Sample {
    pub spec: Spec,
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads files of the vendor `acme`.
pub(crate) fn files(files: &[(&str, &str)]) -> Sample {
    with_remotes(files, &[])
}

/// Reads one file of the vendor `acme`.
pub(crate) fn file(text: &str) -> Sample {
    files(&[("acme.json", text)])
}

/// Reads files of the vendor `acme`, and others that stand for URIs.
pub(crate) fn with_remotes(files: &[(&str, &str)], remotes: &[(&str, &str)]) -> Sample {
    with(false, files, remotes)
}

/// The same, by the letter of the specifications or not.
pub(crate) fn with(exact: bool, files: &[(&str, &str)], remotes: &[(&str, &str)]) -> Sample {
    let mut sources = Sources::default();
    let mut sink = Sink::new();
    let documents: Vec<_> =
        files.iter().map(|(path, text)| sources.add(format!("schemas/acme/{path}"), *text)).collect();
    let remotes = remotes
        .iter()
        .map(|(uri, text)| Remote { uri: (*uri).to_owned(), source: sources.add(format!("remotes/{uri}"), *text) })
        .collect();
    let spec = read_input(Input { vendor: "acme", documents: &documents, remotes, exact }, &sources, &mut sink);
    let diagnostics = sink.into_sorted(&sources);
    Sample { spec, sources, diagnostics }
}

impl Sample {
    /// `code line:column message` of each diagnostic.
    pub fn said(&self) -> Vec<String> {
        let said = self.diagnostics.iter().map(|diagnostic| {
            let place = diagnostic.span.map(|span| self.sources.position(span));
            let place = place.map_or(String::new(), |place| format!("{}:{} ", place.line, place.column));
            format!("{} {place}{}", diagnostic.code.name(), diagnostic.message)
        });
        said.collect()
    }

    /// The names of the types.
    pub fn types(&self) -> Vec<&str> {
        self.spec.types.iter().map(|named| named.name.as_str()).collect()
    }

    /// The schema of the type `name`.
    pub fn named(&self, name: &str) -> &Schema {
        let named = self.spec.types.iter().find(|named| named.name == name);
        self.spec.schema(named.unwrap_or_else(|| panic!("no type {name} in {:?}", self.types())).schema)
    }

    /// The schema of the field `field` of the type `name`.
    pub fn field(&self, name: &str, field: &str) -> &Schema {
        let found = self.named(name).fields().iter().find(|known| known.name == field);
        self.spec.schema(found.unwrap_or_else(|| panic!("no field {field} in {name}")).schema)
    }

    /// Where the only reference of a schema leads: the name of the type, or the pointer.
    pub fn leads(&self, schema: &Schema) -> String {
        let target = schema.keywords.iter().find_map(|keyword| match &keyword.value {
            Keyword::Ref(reference) => Some(reference.target),
            _ => None, // a test asks for one keyword
        });
        self.called(target.unwrap_or_else(|| panic!("no reference in {schema:?}")))
    }

    /// The name of the type, or the document and the pointer.
    pub fn called(&self, id: SchemaId) -> String {
        match self.spec.types.iter().find(|named| named.schema == id) {
            Some(named) => named.name.clone(),
            None => {
                let schema = self.spec.schema(id);
                format!("{}#{}", self.sources.get(schema.document).path, schema.pointer)
            }
        }
    }

    /// What is shown of the type `name`, without places.
    pub fn shown(&self, name: &str) -> String {
        let text = crate::show::spec_text(&self.spec, &self.sources, Some(name));
        let lines = text.lines().skip(2).map(|line| {
            let line = line.split("    :").next().unwrap_or("");
            line.split("  schemas/").next().and_then(|line| line.split("  remotes/").next()).unwrap_or("").trim_end()
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}
