//! A [`Spec`] as text: what a vendor's documents say, one line for each field, so that a reviewer sees it at a glance.
//!
//! ```text
//! UserlandUser: object                                  schemas/workos/userland-user.json:4
//!   "The user object."
//!   * id: string                                        :9
//!   * last_sign_in_at: string|null, format date-time    :41
//!     metadata: object, at most 50 properties           :52
//!       each name: at most 40 characters
//!       every other: string, at most 600 characters
//! ```
//!
//! `*` marks required fields, `?` those of pages that cannot say.

use crate::convention;
use crate::json_text::compact;
use crate::source::{SourceId, Sources, Span};
use crate::spec::{Evidence, Field, Keyword, Kind, Kinds, NamedSchema, Notes, Origin, Schema, SchemaId, Spec, Stated};
use std::collections::{BTreeMap, BTreeSet};

/// The whole `spec`, or only what it says of the type `only`; empty where there is none.
pub fn spec_text(spec: &Spec, sources: &Sources, only: Option<&str>) -> String {
    let mut page =
        Page { spec, sources, names: BTreeMap::new(), lines: vec![], shown: BTreeSet::new(), wanted: BTreeSet::new() };
    for named in &spec.types {
        page.names.entry(named.schema).or_insert(&named.name);
    }
    let types: Vec<&NamedSchema> =
        spec.types.iter().filter(|named| only.is_none_or(|only| only == named.name)).collect();
    if only.is_some() && types.is_empty() {
        return String::new();
    }
    for named in &types {
        page.named(named);
    }
    if only.is_none() {
        page.others();
    }
    let head = format!("vendor {}: {} {}\n", spec.vendor, types.len(), if types.len() == 1 { "type" } else { "types" });
    head + &aligned(&page.lines)
}

struct Page<'a> {
    spec: &'a Spec,
    sources: &'a Sources,
    names: BTreeMap<SchemaId, &'a str>,
    lines: Vec<Line>,
    shown: BTreeSet<SchemaId>,
    /// What references lead to.
    wanted: BTreeSet<SchemaId>,
}

/// What stands on the left, and the place on the right.
struct Line {
    text: String,
    place: String,
}

/// Places begin in this column, where the text leaves room.
const PLACES: usize = 88;

/// Texts longer than this are cut.
const SHORT: usize = 76;

fn aligned(lines: &[Line]) -> String {
    let mut text = String::new();
    for Line { text: left, place } in lines {
        let width = left.chars().count();
        let padding = if place.is_empty() { 0 } else { PLACES.saturating_sub(width).max(2) };
        text.push_str(left);
        text.extend(std::iter::repeat_n(' ', padding));
        text.push_str(place);
        text.push('\n');
    }
    text
}

impl Page<'_> {
    fn line(&mut self, depth: usize, text: &str, place: String) {
        self.lines.push(Line { text: format!("{}{text}", "  ".repeat(depth)), place });
    }

    fn named(&mut self, named: &NamedSchema) {
        self.line(0, "", String::new());
        let origin = match named.origin {
            Origin::Document | Origin::Definition | Origin::Body => "",
            Origin::StandIn => " (stand-in: no document describes it)",
        };
        let schema = self.spec.schema(named.schema);
        let place = self.sources.file_and_line(if named.span.end > 0 { named.span } else { schema.span });
        let head = format!("{}{origin}: {}", named.name, self.expression(named.schema));
        self.line(0, &head, place);
        self.body(named.schema, 1);
    }

    /// Schemas that references lead to and that are not part of any type.
    fn others(&mut self) {
        while let Some(id) = self.wanted.pop_first() {
            if self.shown.contains(&id) {
                continue;
            }
            let schema = self.spec.schema(id);
            self.line(0, "", String::new());
            let place = self.sources.file_and_line(schema.span);
            let head = format!("#{}: {}", schema.pointer, self.expression(id));
            self.line(0, &head, place);
            self.body(id, 1);
        }
    }

    fn targets(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut targets = vec![];
        for keyword in &self.spec.schema(id).keywords {
            if let Keyword::Ref(reference) = &keyword.value {
                targets.push(reference.target);
            } else if let Keyword::DynamicRef(reference) = &keyword.value {
                targets.push(reference.initial);
                let anchors = self.spec.resources.iter().flat_map(|resource| &resource.dynamic_anchors);
                targets.extend(anchors.filter(|(name, _)| *name == reference.anchor).map(|(_, id)| *id));
            } else if let Keyword::Discriminator(discriminator) = &keyword.value {
                targets.extend(discriminator.targets());
            }
        }
        targets.retain(|target| (target.0 as usize) < self.spec.schemas.len());
        targets
    }

    /// Where a part of a document stands: the file is that of its type.
    fn place(&self, span: Span, document: SourceId) -> String {
        match span.source == document {
            true => format!(":{}", self.sources.position(span).line),
            false => self.sources.file_and_line(span),
        }
    }

    /// The schema on one line: kinds and the rules that need no schema of their own.
    fn expression(&self, id: SchemaId) -> String {
        let schema = self.spec.schema(id);
        let mut parts = vec![];
        // What kind of value it is comes first, wherever the document says it.
        let (kinds, others): (Vec<_>, Vec<_>) =
            schema.keywords.iter().partition(|keyword| matches!(keyword.value, Keyword::Type(_) | Keyword::Ref(_)));
        for keyword in kinds.into_iter().chain(others) {
            parts.extend(self.phrase(&keyword.value));
        }
        if parts.is_empty() {
            parts.push(if schema.keywords.is_empty() { "anything".to_owned() } else { "anything with".to_owned() });
        }
        for (flag, word) in [
            (schema.notes.deprecated, "deprecated"),
            (schema.notes.read_only, "read-only"),
            (schema.notes.write_only, "write-only"),
        ] {
            if flag {
                parts.push(word.to_owned());
            }
        }
        parts.join(", ")
    }

    /// What a keyword says in a few words. [`None`] for those that get lines of their own.
    fn phrase(&self, keyword: &Keyword) -> Option<String> {
        let phrase = match keyword {
            Keyword::Never => "nothing".to_owned(),
            Keyword::Type(kinds) => kinds_text(*kinds),
            Keyword::Enum(_) => "one of".to_owned(),
            Keyword::Const(value) => format!("= {}", shortened(&compact(value))),
            Keyword::Ref(reference) => self.name(reference.target),
            Keyword::DynamicRef(reference) => {
                format!("{}, or what `{}` means to the schema on the way", self.name(reference.initial), reference.text)
            }
            Keyword::Minimum(limit) => format!(">= {limit}"),
            Keyword::Maximum(limit) => format!("<= {limit}"),
            Keyword::ExclusiveMinimum(limit) => format!("> {limit}"),
            Keyword::ExclusiveMaximum(limit) => format!("< {limit}"),
            Keyword::MultipleOf(step) => format!("multiple of {step}"),
            Keyword::MinLength(limit) => format!("at least {}", counted(*limit, "character")),
            Keyword::MaxLength(limit) => format!("at most {}", counted(*limit, "character")),
            Keyword::Pattern(pattern) => format!("matches {}", shortened(&format!("/{pattern}/"))),
            Keyword::Format(format) => format!("format {format}"),
            Keyword::ContentEncoding(encoding) => format!("encoded as {encoding}"),
            Keyword::ContentMediaType(kind) => format!("contains {kind}"),
            Keyword::MinItems(limit) => format!("at least {}", counted(*limit, "item")),
            Keyword::MaxItems(limit) => format!("at most {}", counted(*limit, "item")),
            Keyword::UniqueItems => "no item twice".to_owned(),
            Keyword::MinProperties(limit) => format!("at least {}", counted(*limit, "propert")),
            Keyword::MaxProperties(limit) => format!("at most {}", counted(*limit, "propert")),
            Keyword::AllOf(_)
            | Keyword::AnyOf(_)
            | Keyword::OneOf(_)
            | Keyword::Not(_)
            | Keyword::If { .. }
            | Keyword::Discriminator(_)
            | Keyword::ContentSchema(_)
            | Keyword::PrefixItems(_)
            | Keyword::Items(_)
            | Keyword::Contains { .. }
            | Keyword::UnevaluatedItems(_)
            | Keyword::Properties(_)
            | Keyword::PatternProperties(_)
            | Keyword::AdditionalProperties(_)
            | Keyword::PropertyNames(_)
            | Keyword::Required(_)
            | Keyword::DependentRequired { .. }
            | Keyword::DependentSchemas(_)
            | Keyword::UnevaluatedProperties(_) => return None,
        };
        Some(phrase)
    }

    /// What a reference leads to: a type by its name, anything else by its place.
    fn name(&self, id: SchemaId) -> String {
        match self.names.get(&id) {
            Some(name) => (*name).to_owned(),
            None => match self.spec.schemas.get(id.0 as usize) {
                Some(schema) => format!("#{}", schema.pointer),
                None => "nothing that is here".to_owned(),
            },
        }
    }

    /// The lines below a schema: notes, then the rules with schemas of their own.
    fn body(&mut self, id: SchemaId, depth: usize) {
        if !self.shown.insert(id) {
            return;
        }
        let targets = self.targets(id);
        self.wanted.extend(targets);
        let spec = self.spec;
        let schema = spec.schema(id);
        self.notes(&schema.notes, depth);
        for keyword in &schema.keywords {
            self.rule(schema, &keyword.value, depth);
        }
    }

    fn notes(&mut self, notes: &Notes, depth: usize) {
        let mut lines = vec![];
        if let Some(text) = &notes.description {
            lines.push(format!("\"{}\"", shortened(text)));
        }
        if let Some(default) = &notes.default {
            lines.push(format!("default {}", shortened(&compact(&default.value))));
        }
        if !notes.examples.is_empty() {
            let examples: Vec<String> = notes.examples.iter().map(|example| compact(&example.value)).collect();
            lines.push(format!("for example {}", shortened(&examples.join(", "))));
        }
        lines.extend(notes.comment.iter().map(|comment| format!("comment: {}", shortened(comment))));
        for (name, value) in &notes.extensions {
            lines.push(format!("{name}: {}", shortened(&compact(&value.value))));
        }
        lines.extend(notes.remarks.iter().map(|remark| format!("note: {remark}")));
        for text in lines {
            self.line(depth, &text, String::new());
        }
    }

    fn rule(&mut self, schema: &Schema, keyword: &Keyword, depth: usize) {
        match keyword {
            Keyword::Enum(values) => {
                for value in values {
                    let name = value.name.as_ref().map_or(String::new(), |name| format!(" ({name})"));
                    let about =
                        value.description.as_ref().map_or(String::new(), |text| format!(": {}", shortened(text)));
                    self.line(depth, &format!("- {}{name}{about}", compact(&value.value)), String::new());
                }
            }
            Keyword::AllOf(schemas) => self.several("all of", schemas, depth),
            Keyword::AnyOf(schemas) => self.several("any of", schemas, depth),
            Keyword::OneOf(schemas) => self.several("one of", schemas, depth),
            Keyword::Not(schema) => self.child("not", *schema, depth),
            Keyword::If { condition, then, otherwise } => {
                self.child("if", *condition, depth);
                then.iter().for_each(|schema| self.child("then", *schema, depth));
                otherwise.iter().for_each(|schema| self.child("else", *schema, depth));
            }
            Keyword::Discriminator(discriminator) => {
                self.line(depth, &format!("told apart by `{}`", discriminator.property), String::new());
                for (value, schema) in &discriminator.mapping {
                    self.line(depth + 1, &format!("{value}: {}", self.name(*schema)), String::new());
                }
                if let Some(schema) = discriminator.default {
                    self.line(depth + 1, &format!("anything else: {}", self.name(schema)), String::new());
                }
            }
            Keyword::ContentSchema(schema) => self.child("content", *schema, depth),
            Keyword::PrefixItems(schemas) => {
                for (index, schema) in schemas.iter().enumerate() {
                    self.child(&format!("item {index}"), *schema, depth);
                }
            }
            Keyword::Items(schema) => self.child("each item", *schema, depth),
            Keyword::Contains { schema, min, max, evaluates: _ } => {
                let max = max.map_or(String::new(), |max| format!(" and at most {max}"));
                self.child(&format!("at least {min}{max} of the items"), *schema, depth);
            }
            Keyword::UnevaluatedItems(schema) => self.child("items not looked at", *schema, depth),
            Keyword::Properties(fields) => {
                for field in fields {
                    self.field(schema, field, depth);
                }
            }
            Keyword::PatternProperties(schemas) => {
                for (pattern, schema) in schemas {
                    self.child(&format!("each /{}/", pattern.value), *schema, depth);
                }
            }
            Keyword::AdditionalProperties(schema) => self.child("every other", *schema, depth),
            Keyword::PropertyNames(schema) => self.child("each name", *schema, depth),
            Keyword::Required(names) => {
                let fields = schema.fields();
                let others = names.iter().filter(|name| fields.iter().all(|field| field.name != name.value));
                let others: Vec<&str> = others.map(|name| name.value.as_str()).collect();
                if !others.is_empty() {
                    self.line(depth, &format!("* {}", others.join(", ")), String::new());
                }
            }
            Keyword::DependentRequired { keyword: _, names } => {
                for (name, names) in names {
                    let names: Vec<&str> = names.iter().map(|name| name.value.as_str()).collect();
                    self.line(depth, &format!("with {}: * {}", name.value, names.join(", ")), String::new());
                }
            }
            Keyword::DependentSchemas(dependent) => {
                for (name, schema) in dependent {
                    self.child(&format!("with {}", name.value), *schema, depth);
                }
            }
            Keyword::UnevaluatedProperties(schema) => self.child("properties not looked at", *schema, depth),
            Keyword::Never
            | Keyword::Type(_)
            | Keyword::Const(_)
            | Keyword::Ref(_)
            | Keyword::DynamicRef(_)
            | Keyword::Minimum(_)
            | Keyword::Maximum(_)
            | Keyword::ExclusiveMinimum(_)
            | Keyword::ExclusiveMaximum(_)
            | Keyword::MultipleOf(_)
            | Keyword::MinLength(_)
            | Keyword::MaxLength(_)
            | Keyword::Pattern(_)
            | Keyword::Format(_)
            | Keyword::ContentEncoding(_)
            | Keyword::ContentMediaType(_)
            | Keyword::MinItems(_)
            | Keyword::MaxItems(_)
            | Keyword::UniqueItems
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_) => {}
        }
    }

    fn several(&mut self, label: &str, schemas: &[SchemaId], depth: usize) {
        self.line(depth, label, String::new());
        for schema in schemas {
            self.child("-", *schema, depth + 1);
        }
    }

    fn child(&mut self, label: &str, id: SchemaId, depth: usize) {
        let separator = if label == "-" { "" } else { ":" };
        let text = format!("{label}{separator} {}", self.expression(id));
        self.line(depth, &text, String::new());
        self.body(id, depth + 1);
    }

    fn field(&mut self, owner: &Schema, field: &Field, depth: usize) {
        let required = owner.required().iter().any(|name| name.value == field.name);
        let mark = match (required, field.required) {
            (true, _) => "* ",
            (false, Stated::Yes) => "  ",
            (false, Stated::Unknown) => "? ",
        };
        let mut text = format!("{mark}{}: {}", field.name, self.expression(field.schema));
        if field.null == Stated::Unknown {
            text.push_str(", null unknown");
        }
        if let Some(secret) = field.secret.last() {
            text.push_str(if secret.value { ", secret" } else { ", no secret" });
        }
        let place = self.place(field.span, owner.document);
        self.line(depth, &text, place);
        if let Some(spelling) = &field.spelling {
            let accepted = if spelling.accepted { ", which is read too" } else { "" };
            let text = format!("`{}` on the page{accepted}; {}", spelling.page, self.evidence(&spelling.evidence));
            self.line(depth + 2, &text, String::new());
        }
        self.body(field.schema, depth + 2);
    }

    fn evidence(&self, evidence: &Evidence) -> String {
        let at = |span: &Span| self.sources.file_and_line(*span);
        match evidence {
            Evidence::OneWord => "one word".to_owned(),
            Evidence::Named(span) => format!("named at {}", at(span)),
            Evidence::PageConvention(convention, span) => {
                format!("the page writes {}, as at {}", convention::name(*convention), at(span))
            }
            Evidence::VendorConvention(convention, span) => {
                format!("the vendor writes {}, as at {}", convention::name(*convention), at(span))
            }
            Evidence::ValueConvention(convention, span) => {
                format!("the vendor writes values in {}, as at {}", convention::name(*convention), at(span))
            }
            Evidence::Capital => "the capital is that of the page's language".to_owned(),
            Evidence::Override(span) => format!("decided at {}", at(span)),
            Evidence::Nothing => "nothing says how the JSON spells it".to_owned(),
        }
    }
}

fn kinds_text(kinds: Kinds) -> String {
    let mut names: Vec<&str> = kinds.iter().filter(|kind| *kind != Kind::Null).map(Kind::name).collect();
    if kinds.has(Kind::Null) {
        names.push("null");
    }
    names.join("|")
}

fn counted(count: u64, noun: &str) -> String {
    let ending = match (noun, count) {
        ("propert", 1) => "y",
        ("propert", _) => "ies",
        (_, 1) => "",
        (_, _) => "s",
    };
    format!("{count} {noun}{ending}")
}

/// A text on one line, cut where it is long.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    match whole.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}..", whole[..end].trim_end()),
        None => whole,
    }
}
