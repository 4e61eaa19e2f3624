//! References that lead nowhere: a stand-in for each thing that is missing, and a warning that says what to add.

use super::lead;
use super::names::last;
use crate::diagnostic::{Code, Sink};
use crate::names::toml_key;
use crate::pointer;
use crate::read::draft::{Draft, Pending, Target};
use crate::read::link::uri::Uri;
use crate::source::{Sources, Span};
use crate::spec::{NamedSchema, Origin};
use std::collections::BTreeMap;

/// How many further places a warning lists.
const PLACES: usize = 10;

/// References that lead nowhere, by what they look for.
#[derive(Default)]
pub(super) struct Missing {
    /// Indexes into the references of the draft, and what the first of them lacks.
    references: BTreeMap<String, (Lacking, Vec<usize>)>,
}

/// What would have to be there for a reference to lead somewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lacking {
    /// A page or a schema of this name.
    Page,
    /// A document.
    Document,
    /// Something in a document that is there.
    Place,
    /// A definition of the document itself, or a document of that name.
    Definition,
}

impl Missing {
    /// Notes a reference: `key` is the same for all that look for the same thing.
    pub fn add(&mut self, reference: usize, key: String, lacking: Lacking) {
        self.references.entry(key).or_insert((lacking, Vec::new())).1.push(reference);
    }

    /// Gives each missing thing a schema that allows everything, and says what is missing.
    pub fn stand_in(self, draft: &mut Draft, sources: &Sources, sink: &mut Sink) {
        let mut groups: Vec<(Lacking, Vec<usize>)> = self.references.into_values().collect();
        let place = |index: &usize, draft: &Draft| {
            let span = draft.references[*index].span; // indexes of this draft
            (sources.get(span.source).path.clone(), span)
        };
        for (_, group) in &mut groups {
            group.sort_by_cached_key(|index| place(index, draft));
        }
        groups.sort_by_cached_key(|(_, group)| group.first().map(|index| place(index, draft)));
        for (lacking, group) in groups {
            let [first, others @ ..] = group.as_slice() else { continue };
            let Pending { schema, span, target, .. } = &draft.references[*first];
            let (text, span) = (text_of(target).to_owned(), *span);
            let name = name_of(target);
            let (document, resource) = {
                let schema = *schema;
                let schema = draft.get(schema);
                (schema.document, schema.resource)
            };
            let read = draft.documents.of_source(document);
            let components = read.is_some_and(|read| draft.documents.get(read).tree.get("components").is_some());
            let stand_in = draft.schema(span, document, String::new(), resource);
            let diagnostic = sink.report(Code::MissingReference, span);
            diagnostic
                .message(format!("nothing here is `{text}`"))
                .label(match others.len() {
                    0 => "stands for any value".to_owned(),
                    more => format!("stands for any value, here and in {more} other places"),
                })
                .help(help(&name, &text, lacking, components));
            for other in others.iter().take(PLACES) {
                diagnostic.related(draft.references[*other].span, "also refers to it");
            }
            for index in &group {
                let Pending { schema, keyword, entry, .. } = draft.references[*index];
                lead(draft, schema, keyword, entry, stand_in);
            }
            draft.types.push(NamedSchema {
                name,
                schema: stand_in,
                span,
                origin: Origin::StandIn,
                rust_name: None,
                secret: None,
            });
        }
    }
}

fn text_of(target: &Target) -> &str {
    match target {
        Target::Uri(text) | Target::Name(text) => text,
    }
}

/// The name of what is missing: the last part of the reference.
fn name_of(target: &Target) -> String {
    match target {
        Target::Name(name) => last(name).to_owned(),
        Target::Uri(text) => {
            let uri = Uri::parse(text);
            let fragment = uri.fragment();
            let path = if fragment.trim_matches('/').is_empty() { uri.path() } else { &fragment };
            let stem = crate::read::json_schema::types::stem(path);
            let name = pointer::unescape(stem);
            if name.is_empty() { text.clone() } else { name.into_owned() }
        }
    }
}

/// What to do about it. `components`: whether the document that refers has such.
fn help(name: &str, text: &str, lacking: Lacking, components: bool) -> String {
    let uri = Uri::parse(text);
    match lacking {
        Lacking::Page => format!("add the page or schema of `{name}` to the folder"),
        Lacking::Definition if components => {
            format!(
                "add a document with the title or file name `{name}` to the folder, or define it under `components/schemas`"
            )
        }
        Lacking::Definition if text.starts_with("#/components/schemas/") => {
            format!("add the document of `{name}`: with the `$id` `{text}`, or with that title or file name")
        }
        Lacking::Definition => {
            format!("add a document with the title or file name `{name}` to the folder, or define it in this document")
        }
        Lacking::Place if uri.is_fragment_only() => "correct the reference: this document has nothing there".to_owned(),
        Lacking::Place => {
            format!("correct the reference: `{}` has nothing at `{}`", uri.without_fragment(), uri.fragment())
        }
        Lacking::Document if uri.is_absolute() => {
            let whole = uri.without_fragment().to_string();
            let prefix = whole.rfind('/').map_or(whole.as_str(), |slash| &whole[..=slash]);
            format!(
                "add the document whose `$id` is `{whole}`, or map its prefix to a folder: `{} = \"folder\"` under `[remotes]` in `vendor.toml`",
                toml_key(prefix)
            )
        }
        Lacking::Document if uri.is_path() => {
            format!("put the document `{}` into one folder with this one, and name that folder", uri.path())
        }
        Lacking::Document => format!("add a document of `{name}` to the folder, or correct the reference"),
    }
}

/// Reports a reference that leads out of the vendor's folder.
pub(crate) fn outside(span: Span, sink: &mut Sink) {
    sink.report(Code::OutsideReference, span)
        .label("documents refer only to others of their folder")
        .help("put the document into the folder of the vendor");
}
