//! Which draft and which vocabularies a schema resource is written in.

use crate::diagnostic::{Code, Sink};
use crate::read::draft::Draft;
use crate::read::link::uri::Uri;
use crate::read::node::{Node, NodeKind};
use crate::read::tree;
use crate::source::Sources;

/// A draft of JSON Schema, or what an OpenAPI document says instead. Later ones are greater.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub(crate) enum Edition {
    /// The Schema Object of Swagger 2.0: a part of draft 4.
    Swagger2,
    /// The Schema Object of OpenAPI 3.0: another part of draft 4, with `nullable`.
    OpenApi30,
    /// Draft 4.
    D4,
    /// Draft 6.
    D6,
    /// Draft 7.
    D7,
    /// Draft 2019-09.
    D2019,
    /// Draft 2020-12.
    D2020,
}

impl Edition {
    /// Every draft of JSON Schema that is read, in order.
    pub const ALL: [Edition; 5] = [Edition::D4, Edition::D6, Edition::D7, Edition::D2019, Edition::D2020];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Edition::Swagger2 => "Swagger 2.0",
            Edition::OpenApi30 => "OpenAPI 3.0",
            Edition::D4 => "draft 4",
            Edition::D6 => "draft 6",
            Edition::D7 => "draft 7",
            Edition::D2019 => "draft 2019-09",
            Edition::D2020 => "draft 2020-12",
        }
    }

    /// Whether it is what an OpenAPI document says instead of a draft.
    pub fn is_openapi(self) -> bool {
        self < Edition::D4
    }

    /// The URI of its meta-schema, without scheme and fragment.
    pub fn meta_schema(self) -> &'static str {
        match self {
            Edition::Swagger2 => "swagger.io/v2/schema.json",
            Edition::OpenApi30 => "spec.openapis.org/oas/3.0/schema",
            Edition::D4 => "json-schema.org/draft-04/schema",
            Edition::D6 => "json-schema.org/draft-06/schema",
            Edition::D7 => "json-schema.org/draft-07/schema",
            Edition::D2019 => "json-schema.org/draft/2019-09/schema",
            Edition::D2020 => "json-schema.org/draft/2020-12/schema",
        }
    }

    /// The draft whose meta-schema `uri` names. `http` and `https`, a closing `#` or `/` make no difference.
    pub fn of(uri: &str) -> Option<Edition> {
        let rest = uri.strip_prefix("http://").or_else(|| uri.strip_prefix("https://"))?;
        let rest = rest.trim_end_matches('#').trim_end_matches('/');
        Edition::ALL.into_iter().find(|edition| edition.meta_schema() == rest).or(match rest {
            "json-schema.org/schema" => Some(Edition::D2020),
            "spec.openapis.org/oas/3.1/dialect/base" => Some(Edition::D2020),
            // Each version of OpenAPI has a dialect for each day it was published on; all of them extend 2020-12.
            rest if rest.starts_with("spec.openapis.org/oas/3.") && rest.contains("/dialect/") => Some(Edition::D2020),
            _ => None,
        })
    }
}

/// A group of keywords that a meta-schema can leave out (2020-12 core, section 8.1.2).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Vocabulary {
    /// `$ref`, `$defs`..
    Core,
    /// Keywords that hold schemas.
    Applicator,
    /// `unevaluated*`; part of the applicators in 2019-09.
    Unevaluated,
    /// Assertions.
    Validation,
    /// `title`, `default`..
    MetaData,
    /// `format`.
    Format,
    /// `contentEncoding`..
    Content,
    /// What OpenAPI adds. No meta-schema switches it off, for vendors' files use it anywhere.
    OpenApi,
}

/// What decides the meaning of a keyword.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Dialect {
    /// The draft.
    pub edition: Edition,
    /// Whether its meta-schema demands that `format` is asserted.
    pub asserts_formats: bool,
    vocabularies: u8,
}

impl Dialect {
    /// What a document without `$schema` is read as.
    pub const DEFAULT: Dialect = Dialect::of(Edition::D2020);

    /// A draft with all its vocabularies.
    pub const fn of(edition: Edition) -> Dialect {
        Dialect { edition, asserts_formats: false, vocabularies: u8::MAX }
    }

    /// Whether keywords of this group are keywords here.
    pub fn has(self, vocabulary: Vocabulary) -> bool {
        matches!(vocabulary, Vocabulary::Core | Vocabulary::OpenApi) || self.vocabularies & (1 << vocabulary as u8) != 0
    }
}

/// The dialect that the `$schema` of `node` names; `inherited` where it has none.
pub(super) fn of_resource(
    node: &Node,
    inherited: Dialect,
    draft: &mut Draft,
    sources: &Sources,
    sink: &mut Sink,
) -> Dialect {
    node.get("$schema").map_or(inherited, |named| named_by(named, inherited, draft, sources, sink))
}

/// The dialect that a URI names; `inherited` where it is none.
pub(crate) fn named_by(
    named: &Node,
    inherited: Dialect,
    draft: &mut Draft,
    sources: &Sources,
    sink: &mut Sink,
) -> Dialect {
    let Some(uri) = named.as_str() else { return inherited }; // reported with the keyword
    if let Some(edition) = Edition::of(uri) {
        return Dialect::of(edition);
    }
    match of_meta_schema(uri, draft, sources) {
        Some(dialect) => dialect,
        None => {
            sink.report(Code::UnknownDialect, named.span)
                .message(format!("dialect `{uri}` is not known"))
                .label("read as draft 2020-12")
                .help("write the URI of draft 4, 6, 7, 2019-09 or 2020-12, or map it to a folder that has this meta-schema");
            Dialect::DEFAULT
        }
    }
}

/// The dialect of a document without `$schema`. A list of `items` is not allowed in 2020-12 and means something in all
/// drafts before; everything else is read the same in the latest of these.
pub(crate) fn assumed(node: &Node) -> Dialect {
    if lists_items(node) { Dialect::of(Edition::D2019) } else { Dialect::DEFAULT }
}

fn lists_items(node: &Node) -> bool {
    let data = ["enum", "const", "default", "example", "examples"];
    match &node.kind {
        NodeKind::Object(members) => members.iter().any(|member| {
            let schemas =
                |items: &[Node]| items.iter().all(|item| item.as_object().is_some() || item.as_bool().is_some());
            member.name == "items" && member.value.as_array().is_some_and(schemas)
                || !data.contains(&member.name.as_str()) && lists_items(&member.value)
        }),
        NodeKind::Array(items) => items.iter().any(lists_items),
        NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(_) | NodeKind::String(_) => false,
    }
}

/// How many meta-schemas may be written in terms of another one.
const CHAIN: usize = 8;

/// The dialect that a meta-schema of the vendor's own describes: its `$schema`, less what its `$vocabulary` leaves out.
fn of_meta_schema(uri: &str, draft: &Draft, sources: &Sources) -> Option<Dialect> {
    let mut uri = uri.to_owned();
    let (mut vocabularies, mut asserts_formats) = (None, false);
    for _ in 0..CHAIN {
        let wanted = Uri::parse(&uri).without_fragment();
        let source = draft.documents.remote(&wanted)?;
        // Whatever is wrong with it is reported where it is read as a document.
        let node = tree::parse(source, sources, &mut Sink::new())?;
        if let (None, Some(node)) = (vocabularies, node.get("$vocabulary")) {
            vocabularies = Some(listed(node));
            asserts_formats = asserts(node);
        }
        let next = node.get("$schema")?.as_str()?;
        if let Some(edition) = Edition::of(next) {
            let vocabularies = if edition < Edition::D2019 { u8::MAX } else { vocabularies.unwrap_or(u8::MAX) };
            return Some(Dialect { edition, asserts_formats, vocabularies });
        }
        uri = next.to_owned();
    }
    None
}

/// Whether the vocabularies that are listed make `format` a rule: that of assertions does wherever it is understood
/// (2020-12 validation, section 7.2.2), and in 2019-09 the one there is where it is required (section 7.2).
fn asserts(node: &Node) -> bool {
    node.as_object().unwrap_or(&[]).iter().any(|member| {
        let name = member.name.as_str();
        name.ends_with("json-schema.org/draft/2020-12/vocab/format-assertion")
            || name.ends_with("json-schema.org/draft/2019-09/vocab/format") && member.value.as_bool() == Some(true)
    })
}

/// The vocabularies that are listed, whether as required or as optional: all that are known are understood.
fn listed(node: &Node) -> u8 {
    let mut set = 0;
    for member in node.as_object().unwrap_or(&[]) {
        let path = member.name.split_once("json-schema.org/draft/").map_or("", |(_, path)| path);
        let groups: &[Vocabulary] = match path {
            "2019-09/vocab/applicator" => &[Vocabulary::Applicator, Vocabulary::Unevaluated],
            "2020-12/vocab/applicator" => &[Vocabulary::Applicator],
            "2020-12/vocab/unevaluated" => &[Vocabulary::Unevaluated],
            "2019-09/vocab/validation" | "2020-12/vocab/validation" => &[Vocabulary::Validation],
            "2019-09/vocab/meta-data" | "2020-12/vocab/meta-data" => &[Vocabulary::MetaData],
            "2019-09/vocab/format" | "2020-12/vocab/format-annotation" | "2020-12/vocab/format-assertion" => {
                &[Vocabulary::Format]
            }
            "2019-09/vocab/content" | "2020-12/vocab/content" => &[Vocabulary::Content],
            _ => &[], // a vocabulary that is not known, or the core, which is always there
        };
        for &group in groups {
            set |= 1 << group as u8;
        }
    }
    set
}
