//! The meta-schemas of the five drafts, for schemas that refer to them: what the table of keywords says, as a schema.
//! Those of single vocabularies, which meta-schemas of one's own are put together from, say it of their keywords.
//!
//! They say the same as those that are published, in fewer words: nothing is fetched, and no copy is kept.

use super::dialect::{Edition, Vocabulary};
use super::keywords::{KEYWORDS, Row, Shape};
use crate::read::link::uri::Uri;
use crate::read::node::{Member, Node, NodeKind};
use crate::source::Span;
use crate::spec::Kind;

/// The meta-schema that is published under `uri`. Every place in it is `span`, where the reference to it stands.
pub(crate) fn published(uri: &Uri, span: Span) -> Option<Node> {
    let uri = uri.to_string();
    if let Some(edition) =
        Edition::ALL.into_iter().find(|edition| uri.ends_with(&format!("//{}", edition.meta_schema())))
    {
        return Some(Writer { edition, span }.schema());
    }
    let part = PARTS.iter().find(|part| uri.ends_with(&format!("//{}", part.path("meta"))))?;
    Some(Writer { edition: part.edition, span }.part(part))
}

/// The meta-schema of a vocabulary.
struct Part {
    edition: Edition,
    name: &'static str,
    title: &'static str,
    groups: &'static [Vocabulary],
}

const fn part(edition: Edition, name: &'static str, title: &'static str, groups: &'static [Vocabulary]) -> Part {
    Part { edition, name, title, groups }
}

const PARTS: &[Part] = &[
    part(Edition::D2019, "core", "Core", &[Vocabulary::Core]),
    part(Edition::D2019, "applicator", "Applicator", &[Vocabulary::Applicator, Vocabulary::Unevaluated]),
    part(Edition::D2019, "validation", "Validation", &[Vocabulary::Validation]),
    part(Edition::D2019, "meta-data", "MetaData", &[Vocabulary::MetaData]),
    part(Edition::D2019, "format", "Format", &[Vocabulary::Format]),
    part(Edition::D2019, "content", "Content", &[Vocabulary::Content]),
    part(Edition::D2020, "core", "Core", &[Vocabulary::Core]),
    part(Edition::D2020, "applicator", "Applicator", &[Vocabulary::Applicator]),
    part(Edition::D2020, "unevaluated", "Unevaluated", &[Vocabulary::Unevaluated]),
    part(Edition::D2020, "validation", "Validation", &[Vocabulary::Validation]),
    part(Edition::D2020, "meta-data", "MetaData", &[Vocabulary::MetaData]),
    part(Edition::D2020, "format-annotation", "FormatAnnotation", &[Vocabulary::Format]),
    part(Edition::D2020, "format-assertion", "FormatAssertion", &[Vocabulary::Format]),
    part(Edition::D2020, "content", "Content", &[Vocabulary::Content]),
];

impl Part {
    /// Where the meta-schema (`meta`) or the name (`vocab`) of the vocabulary is.
    fn path(&self, folder: &str) -> String {
        self.edition.meta_schema().replace("/schema", &format!("/{folder}/{}", self.name))
    }
}

struct Writer {
    edition: Edition,
    span: Span,
}

impl Writer {
    fn schema(&self) -> Node {
        let edition = self.edition;
        let old = edition <= Edition::D7;
        let uri = match old {
            true => format!("http://{}#", edition.meta_schema()),
            false => format!("https://{}", edition.meta_schema()),
        };
        let id = if edition == Edition::D4 { "id" } else { "$id" };
        let mut members = vec![
            ("$schema", self.text(&uri)),
            (id, self.text(&uri)),
            ("title", self.text(&format!("SchemaOfDraft{}", self.year()))),
        ];
        members.extend(self.anchor());
        members.push(match edition {
            Edition::Swagger2 | Edition::OpenApi30 | Edition::D4 => ("type", self.text("object")),
            Edition::D6 | Edition::D7 | Edition::D2019 | Edition::D2020 => ("type", self.texts(&["object", "boolean"])),
        });
        // OpenAPI's keywords are not part of it. `definitions` and `dependencies` are, in the later drafts as relics.
        let rows = KEYWORDS.iter().filter(|row| row.editions.has(edition) && row.vocabulary != Vocabulary::OpenApi);
        members.push(("properties", self.properties(rows)));
        if edition == Edition::D4 {
            let bound = |name| self.texts(&[name]);
            let dependencies = vec![("exclusiveMaximum", bound("maximum")), ("exclusiveMinimum", bound("minimum"))];
            members.push(("dependencies", self.object(dependencies)));
        }
        if old {
            members.push(("definitions", self.definitions()));
        }
        self.object(members)
    }

    fn part(&self, part: &Part) -> Node {
        let edition = self.edition;
        // The relics are no part of any vocabulary.
        let relic = |row: &Row| matches!(row.name, "definitions" | "dependencies");
        let rows = KEYWORDS.iter().filter(|row| row.editions.has(edition) && part.groups.contains(&row.vocabulary));
        let name = format!("https://{}", part.path("vocab"));
        let mut members = vec![
            ("$schema", self.text(&format!("https://{}", edition.meta_schema()))),
            ("$id", self.text(&format!("https://{}", part.path("meta")))),
            ("$vocabulary", self.object(vec![(name.as_str(), self.truth(true))])),
            ("title", self.text(&format!("{}OfDraft{}", part.title, self.year()))),
        ];
        members.extend(self.anchor());
        members.push(("type", self.texts(&["object", "boolean"])));
        members.push(("properties", self.properties(rows.filter(|row| !relic(row)))));
        self.object(members)
    }

    /// `7`, `202012`
    fn year(&self) -> String {
        self.edition.name().split(['-', ' ', '.']).skip(1).collect()
    }

    /// What makes references to schemas lead to the meta-schema that extends this one.
    fn anchor(&self) -> Option<(&'static str, Node)> {
        match self.edition {
            Edition::Swagger2 | Edition::OpenApi30 | Edition::D4 | Edition::D6 | Edition::D7 => None,
            Edition::D2019 => Some(("$recursiveAnchor", self.truth(true))),
            Edition::D2020 => Some(("$dynamicAnchor", self.text("meta"))),
        }
    }

    fn properties<'r>(&self, rows: impl Iterator<Item = &'r Row>) -> Node {
        self.object(rows.filter(|row| self.defines(row)).map(|row| (row.name, self.value(row))).collect())
    }

    /// Some keywords of later drafts are read in all, because they assert nothing. The older drafts do not know them.
    fn defines(&self, row: &Row) -> bool {
        let since = match row.name {
            "$ref" | "examples" => Edition::D6,
            "$comment" | "readOnly" | "writeOnly" => Edition::D7,
            "$defs" | "deprecated" => Edition::D2019,
            _ => Edition::D4,
        };
        self.edition >= since
    }

    /// What others refer to by name in the older meta-schemas.
    fn definitions(&self) -> Node {
        let count = if self.edition == Edition::D4 { "positiveInteger" } else { "nonNegativeInteger" };
        let with_default = format!("{count}Default0");
        self.object(vec![
            ("schemaArray", self.shape(Shape::Schemas)),
            (count, self.shape(Shape::Count)),
            (&with_default, self.shape(Shape::Count)),
            ("simpleTypes", self.simple_types()),
            ("stringArray", self.names()),
        ])
    }

    fn value(&self, row: &Row) -> Node {
        match (row.name, self.edition) {
            ("additionalItems" | "additionalProperties", Edition::D4) => {
                self.any_of(vec![self.kind("boolean"), self.here()])
            }
            ("$id", Edition::D2019 | Edition::D2020) => self.matching("^[^#]*#?$"),
            ("$anchor", Edition::D2019) => self.matching("^[A-Za-z][-A-Za-z0-9.:_]*$"),
            ("$anchor" | "$dynamicAnchor", _) => self.matching("^[A-Za-z_][-A-Za-z0-9._]*$"),
            _ => self.shape(row.value),
        }
    }

    fn shape(&self, shape: Shape) -> Node {
        match shape {
            Shape::Anything => self.object(vec![]),
            Shape::Text => self.kind("string"),
            Shape::Truth => self.kind("boolean"),
            Shape::Number => self.kind("number"),
            Shape::Positive => {
                let zero = ("type", self.text("number"));
                match self.edition {
                    Edition::Swagger2 | Edition::OpenApi30 | Edition::D4 => {
                        self.object(vec![zero, ("minimum", self.number("0")), ("exclusiveMinimum", self.truth(true))])
                    }
                    Edition::D6 | Edition::D7 | Edition::D2019 | Edition::D2020 => {
                        self.object(vec![zero, ("exclusiveMinimum", self.number("0"))])
                    }
                }
            }
            Shape::Count => self.object(vec![("type", self.text("integer")), ("minimum", self.number("0"))]),
            Shape::List => self.kind("array"),
            Shape::Names => self.names(),
            Shape::NamesMap => self.map(self.names()),
            Shape::TruthMap => self.map(self.kind("boolean")),
            Shape::Kinds => {
                let several = vec![
                    ("type", self.text("array")),
                    ("items", self.simple_types()),
                    ("minItems", self.number("1")),
                    ("uniqueItems", self.truth(true)),
                ];
                self.any_of(vec![self.simple_types(), self.object(several)])
            }
            Shape::Schema => self.here(),
            Shape::Schemas => {
                self.object(vec![("type", self.text("array")), ("minItems", self.number("1")), ("items", self.here())])
            }
            Shape::SchemaOrSchemas => self.any_of(vec![self.here(), self.shape(Shape::Schemas)]),
            Shape::SchemaMap => self.map(self.here()),
            Shape::Dependencies => self.map(self.any_of(vec![self.here(), self.names()])),
        }
    }

    /// A schema of this draft, or of one that extends it.
    fn here(&self) -> Node {
        let reference = match self.edition {
            Edition::Swagger2 | Edition::OpenApi30 | Edition::D4 | Edition::D6 | Edition::D7 => ("$ref", "#"),
            Edition::D2019 => ("$recursiveRef", "#"),
            Edition::D2020 => ("$dynamicRef", "#meta"),
        };
        self.object(vec![(reference.0, self.text(reference.1))])
    }

    fn names(&self) -> Node {
        let mut members = vec![("type", self.text("array")), ("items", self.kind("string"))];
        if self.edition == Edition::D4 {
            members.push(("minItems", self.number("1")));
        }
        members.push(("uniqueItems", self.truth(true)));
        self.object(members)
    }

    fn simple_types(&self) -> Node {
        self.object(vec![("enum", self.texts(&Kind::ALL.map(Kind::name)))])
    }

    fn kind(&self, name: &str) -> Node {
        self.object(vec![("type", self.text(name))])
    }

    fn matching(&self, pattern: &str) -> Node {
        self.object(vec![("type", self.text("string")), ("pattern", self.text(pattern))])
    }

    fn map(&self, value: Node) -> Node {
        self.object(vec![("type", self.text("object")), ("additionalProperties", value)])
    }

    fn any_of(&self, schemas: Vec<Node>) -> Node {
        self.object(vec![("anyOf", self.node(NodeKind::Array(schemas)))])
    }

    fn texts(&self, texts: &[&str]) -> Node {
        self.node(NodeKind::Array(texts.iter().map(|text| self.text(text)).collect()))
    }

    fn text(&self, text: &str) -> Node {
        self.node(NodeKind::String(text.to_owned()))
    }

    fn truth(&self, truth: bool) -> Node {
        self.node(NodeKind::Bool(truth))
    }

    fn number(&self, text: &str) -> Node {
        self.node(typeloom::Number::new(text).map_or(NodeKind::Null, NodeKind::Number))
    }

    fn object(&self, members: Vec<(&str, Node)>) -> Node {
        let member = |(name, value): (&str, Node)| Member { name: name.to_owned(), name_span: self.span, value };
        self.node(NodeKind::Object(members.into_iter().map(member).collect()))
    }

    fn node(&self, kind: NodeKind) -> Node {
        Node { span: self.span, kind }
    }
}

#[cfg(test)]
mod tests;
