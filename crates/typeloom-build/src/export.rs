//! A [`Spec`] out again, as JSON Schema 2020-12: a page becomes usable by any other tool.
//!
//! Comes in: the finished `Spec`. Goes out: one document with every type under its name in `$defs`, to the byte the
//! same every time; read again it gives the same `Spec`. Knows the keywords of 2020-12, nothing of dialects.

mod field_facts;
pub(crate) mod json;
mod keywords;
mod layout;
mod notes;
#[cfg(test)]
mod tests;

use crate::extensions;
use crate::spec::{SchemaId, Spec};
use json::Json;
use layout::Layout;

/// All types of `spec` as one JSON Schema document, indented.
pub fn export(spec: &Spec) -> String {
    let layout = Layout::of(spec);
    let writer = Writer { spec, layout: &layout, depth: 0 };
    let definitions = layout.roots().iter().map(|root| {
        let marks = marks(root);
        let json = match root.schema {
            layout::Content::Schema(id) => writer.schema(id, marks),
            layout::Content::Reference(id) => {
                let mut members = vec![("$ref".to_owned(), writer.reference(id))];
                members.extend(marks);
                members.push((extensions::SAME_AS_REF.to_owned(), Json::from(true)));
                Json::Object(members)
            }
        };
        (root.name.clone(), json)
    });
    let mut document = vec![("$schema".to_owned(), Json::from("https://json-schema.org/draft/2020-12/schema"))];
    document.extend(layout.uri().map(|uri| ("$id".to_owned(), Json::from(uri))));
    document.push(("$defs".to_owned(), Json::Object(definitions.collect())));
    let mut text = json::pretty(&Json::Object(document));
    text.push('\n');
    text
}

/// One schema as compact JSON.
#[derive(Clone, Debug)]
pub(crate) struct SchemaJson {
    /// JSON Schema 2020-12. References are spelled `#/$defs/<name>`.
    pub json: String,
    /// What these names mean, in the order of the names.
    pub references: Vec<(String, SchemaId)>,
}

/// The schema `id` alone. `name` says what the schemas are called that references lead to; it is asked for nothing else.
pub(crate) fn schema_text(spec: &Spec, id: SchemaId, name: &dyn Fn(SchemaId) -> String) -> SchemaJson {
    let layout = Layout::by_name(spec, id, name);
    let json = json::compact(&Writer { spec, layout: &layout, depth: 0 }.schema(id, vec![]));
    SchemaJson { json, references: layout.into_references() }
}

/// What is said of an entry of `$defs` so that reading it again gives the same types.
fn marks(root: &layout::Root) -> Vec<(String, Json)> {
    let name = |name: &String| {
        (*name != root.name).then(|| (extensions::TYPE_NAME.to_owned(), Json::from(name.as_str()))).into_iter()
    };
    match &root.kind {
        layout::Kind::Type(original) => name(original).collect(),
        layout::Kind::StandIn(original) => {
            name(original).chain([(extensions::STAND_IN.to_owned(), Json::from(true))]).collect()
        }
        layout::Kind::Part => vec![(extensions::TYPE_NAME.to_owned(), Json::from(false))],
    }
}

/// Writes schemas where a layout has put them.
#[derive(Clone, Copy)]
struct Writer<'a> {
    spec: &'a Spec,
    layout: &'a Layout,
    /// How deep schemas are nested here. `Spec`s that were read are bounded; this guards against those that were not.
    depth: usize,
}

/// Deeper than any document that is read.
const DEPTH: usize = 2 * crate::read::node::DEPTH;

impl Writer<'_> {
    /// `marks` stand behind everything else that is said of the schema.
    fn schema(self, id: SchemaId, marks: Vec<(String, Json)>) -> Json {
        let Some(schema) = self.spec.schemas.get(id.0 as usize).filter(|_| self.depth < DEPTH) else {
            return Json::from(true);
        };
        let inner = Writer { depth: self.depth + 1, ..self };
        let mut members = self.layout.identity(self.spec, id);
        notes::before(&schema.notes, &mut members);
        keywords::all(inner, &schema.keywords, &mut members);
        notes::behind(&schema.notes, &mut members);
        members.extend(marks);
        let hoisted = self.layout.hoisted(id).iter().map(|(name, id)| (name.clone(), inner.schema(*id, vec![])));
        let hoisted: Vec<(String, Json)> = hoisted.collect();
        if !hoisted.is_empty() {
            members.push(("$defs".to_owned(), Json::Object(hoisted)));
        }
        keywords::simplest(members)
    }

    fn reference(self, id: SchemaId) -> Json {
        Json::from(self.layout.reference(id).as_str())
    }
}
