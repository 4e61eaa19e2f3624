//! What a page says of a type that another document describes too: compared fact by fact, and what is new is added.

use super::{is_table, nested};
use crate::convention::fold;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::names::toml_key;
use crate::source::{Sources, Span};
use crate::spec::{Evidence, Field, Keyword, Kind, Kinds, NamedSchema, Notes, SchemaId, Spec, Stated};
use std::collections::BTreeSet;
use typeloom::Value;

/// References that are followed to see what a value is.
const CHAIN: usize = 16;

/// Where facts are compared.
pub(super) struct Facts<'a> {
    pub spec: &'a mut Spec,
    pub sources: &'a Sources,
    pub sink: &'a mut Sink,
    /// Schemas that are described in place, and the pages that describe the same under a name.
    pub pairs: &'a mut Vec<nested::Pair>,
}

impl Facts<'_> {
    /// Takes what the page `weak` says into the type `strong`, and tells where they differ.
    pub fn merge(&mut self, strong: &NamedSchema, weak: &NamedSchema) {
        let both_pages = is_table(self.spec, strong.schema);
        self.values(&strong.name, strong.schema, weak.schema);
        fill(self.spec, strong.schema, weak.schema);
        let page = &self.sources.get(self.spec.schema(weak.schema).document).name;
        let remark = format!("Also described in `{page}`.");
        self.spec.schema_mut(strong.schema).notes.remarks.push(remark);
        let (ours, theirs) = (fields(self.spec, strong.schema), fields(self.spec, weak.schema));
        let mut met = BTreeSet::new();
        for theirs in &theirs {
            let same = ours.iter().find(|ours| ours.field.name == theirs.field.name);
            let same = same.or_else(|| ours.iter().find(|ours| fold(&ours.field.name) == fold(&theirs.field.name)));
            match same {
                Some(ours) => {
                    met.insert(ours.field.name.clone());
                    self.field(&strong.name, ours, theirs, both_pages);
                }
                None if both_pages => self.add(strong.schema, theirs),
                None if ours.is_empty() => {}
                None => {
                    self.differ(theirs.field.span, strong.span)
                        .group("not in the schema")
                        .message(format!("`{}` has no `{}` in its schema", strong.name, theirs.field.name))
                        .label("only here")
                        .help("the schema is what counts; if the page is right, add the property to the schema");
                }
            }
        }
        if !both_pages && !theirs.is_empty() {
            for ours in ours.iter().filter(|ours| !met.contains(&ours.field.name)) {
                self.differ(weak.span, ours.field.span)
                    .group("not on the page")
                    .message(format!("the page of `{}` has no `{}`", strong.name, ours.field.name))
                    .label("not on this page")
                    .help("the schema is what counts; the page may be older or newer than it");
            }
        }
    }

    /// One field that both describe.
    fn field(&mut self, name: &str, ours: &Place, theirs: &Place, both_pages: bool) {
        let (mine, other) = (&ours.field, &theirs.field);
        let title = format!("{name}.{}", mine.name);
        if mine.required == Stated::Yes && other.required == Stated::Yes && ours.required != theirs.required {
            let says = |required: bool| if required { "required" } else { "optional" };
            self.differ(other.span, mine.span)
                .group("presence")
                .message(format!("`{title}` is {} here, and {} there", says(theirs.required), says(ours.required)))
                .label(says(theirs.required))
                .help(format!(
                    "{}; to decide otherwise, write `required = {}` under `[types.{}.fields.{}]` in `vendor.toml`",
                    wins(both_pages),
                    theirs.required,
                    toml_key(name),
                    toml_key(&mine.name)
                ));
        }
        let (own, their) = (kinds(self.spec, mine.schema), kinds(self.spec, other.schema));
        if let (Some(own), Some(their)) = (own, their)
            && !overlap(own, their)
        {
            self.differ(self.spec.schema(other.schema).span, self.spec.schema(mine.schema).span)
                .group("type")
                .message(format!("`{title}` is {} here, and {} there", listed(their), listed(own)))
                .label("another type")
                .help(wins(both_pages));
        }
        let pair = nested::pair(self.spec, &title, mine.schema, other.schema).filter(|_| !both_pages);
        if pair.is_none() {
            self.values(&title, mine.schema, other.schema); // of a pair these are compared when it gets its name
        }
        fill(self.spec, mine.schema, other.schema);
        self.pairs.extend(pair);
        if both_pages {
            self.take(ours, theirs);
        }
    }

    /// What a page can say and the other one cannot.
    fn take(&mut self, ours: &Place, theirs: &Place) {
        let (mine, other) = (&ours.field, &theirs.field);
        let mut result = mine.clone();
        if mine.required == Stated::Unknown && other.required == Stated::Yes {
            result.required = Stated::Yes;
            if theirs.required {
                require(self.spec, ours.parent, &mine.name, other.span);
            }
        }
        let says_more = |spec: &Spec| {
            let rules = |id: SchemaId| spec.schema(id).keywords.len();
            let agree = match (kinds(spec, mine.schema), kinds(spec, other.schema)) {
                (Some(own), Some(their)) => overlap(own, their),
                (None, _) => true,
                (Some(_), None) => false,
            };
            agree && rules(other.schema) > rules(mine.schema)
        };
        let null = mine.null == Stated::Unknown && other.null == Stated::Yes;
        if null || says_more(self.spec) && mine.null == other.null {
            fill(self.spec, other.schema, mine.schema);
            (result.schema, result.null) = (other.schema, other.null);
        }
        if mine.name != other.name && certainty(other) > certainty(mine) {
            result.name.clone_from(&other.name);
            result.spelling.clone_from(&other.spelling);
        }
        for keyword in &mut self.spec.schema_mut(ours.parent).keywords {
            if let Keyword::Properties(fields) = &mut keyword.value {
                fields.iter_mut().filter(|field| field.name == mine.name).for_each(|field| *field = result.clone());
            } else if let Keyword::Required(names) = &mut keyword.value {
                let own = names.iter_mut().filter(|name| name.value == mine.name);
                own.for_each(|name| name.value.clone_from(&result.name));
            }
        }
    }

    /// A field that only the other page describes.
    fn add(&mut self, schema: SchemaId, theirs: &Place) {
        let properties =
            self.spec.schema_mut(schema).keywords.iter_mut().find_map(|keyword| match &mut keyword.value {
                Keyword::Properties(fields) => Some(fields),
                _ => None, // an accessor for one keyword has nothing to say of the others
            });
        let Some(properties) = properties else { return };
        properties.push(theirs.field.clone());
        if theirs.required {
            require(self.spec, schema, &theirs.field.name, theirs.field.span);
        }
    }

    /// A place that does not become the type of its page: the values that only one of them has.
    pub fn apart(&mut self, pair: &nested::Pair) {
        self.values(&pair.title, pair.inner, pair.page);
        let (ours, theirs) = (strings(self.spec, pair.inner), strings(self.spec, pair.page));
        let Some((_, page)) = theirs.first() else { return };
        for (value, span) in &ours {
            if theirs.iter().all(|(known, _)| known != value) {
                self.differ(*page, *span)
                    .group("value of the schema")
                    .message(format!("`{}` cannot be `{value}` here, but there", pair.title))
                    .label("not among these values")
                    .help("the schema is what counts; the page may be older or newer than it");
            }
        }
    }

    /// Listed values that the other document does not have.
    fn values(&mut self, title: &str, mine: SchemaId, other: SchemaId) {
        let (ours, theirs) = (strings(self.spec, mine), strings(self.spec, other));
        if ours.is_empty() {
            return;
        }
        for (value, span) in theirs {
            if ours.iter().all(|(known, _)| *known != value) {
                self.differ(span, ours.first().map_or(span, |(_, span)| *span))
                    .group("value of the page")
                    .message(format!("`{title}` may be `{value}` here, and not there"))
                    .label("not among the values of the other document")
                    .help("it is read and kept as an unknown value; add it to the schema if the page is right");
            }
        }
    }

    fn differ(&mut self, weak: Span, strong: Span) -> &mut Diagnostic {
        self.sink.report(Code::SourcesDiffer, weak).related(strong, "the document that counts")
    }
}

/// A field, and whether it is required there.
pub(super) struct Place {
    parent: SchemaId,
    pub field: Field,
    pub required: bool,
}

/// The fields of an object; those of the parts of an `allOf` included.
pub(super) fn fields(spec: &Spec, root: SchemaId) -> Vec<Place> {
    let (mut found, mut seen, mut waiting) = (Vec::new(), BTreeSet::new(), vec![root]);
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let schema = spec.schema(id);
        let required = |field: &Field| schema.required().iter().any(|name| name.value == field.name);
        found.extend(schema.fields().iter().map(|field| Place {
            parent: id,
            required: required(field),
            field: field.clone(),
        }));
        for keyword in &schema.keywords {
            match &keyword.value {
                Keyword::AllOf(parts) => waiting.extend(parts),
                Keyword::Ref(reference) => waiting.push(reference.target),
                _ => {} // every other keyword is about other values, or about some of them
            }
        }
    }
    found
}

fn require(spec: &mut Spec, schema: SchemaId, name: &str, span: Span) {
    let keywords = &mut spec.schema_mut(schema).keywords;
    for keyword in keywords.iter_mut() {
        if let Keyword::Required(names) = &mut keyword.value {
            return names.push(span.at(name.to_owned()));
        }
    }
    keywords.push(span.at(Keyword::Required(vec![span.at(name.to_owned())])));
}

/// Notes that one has and the other has not.
pub(super) fn fill(spec: &mut Spec, to: SchemaId, from: SchemaId) {
    let Notes { description, default, examples, deprecated, .. } = Notes::clone(&spec.schema(from).notes);
    let notes = &mut spec.schema_mut(to).notes;
    notes.description = notes.description.take().or(description);
    notes.default = notes.default.take().or(default);
    notes.deprecated |= deprecated;
    if notes.examples.is_empty() {
        notes.examples = examples;
    }
}

/// What a value can be, where that is plain to see.
fn kinds(spec: &Spec, mut id: SchemaId) -> Option<Kinds> {
    for _ in 0..CHAIN {
        let schema = spec.schema(id);
        if let Some(kinds) = schema.kinds() {
            return Some(kinds);
        }
        let next = schema.keywords.iter().find_map(|keyword| match &keyword.value {
            Keyword::Ref(reference) => Some(reference.target),
            Keyword::AllOf(parts) => parts.first().copied().filter(|_| parts.len() == 1),
            _ => None, // what allows several things is not plain to see
        });
        id = next?;
    }
    None
}

/// Whether a value can be of both. Whether `null` occurs is another question.
fn overlap(a: Kinds, b: Kinds) -> bool {
    let number = |kinds: Kinds| kinds.has(Kind::Number) || kinds.has(Kind::Integer);
    let (a, b) = (a.without(Kind::Null), b.without(Kind::Null));
    a.is_empty() || b.is_empty() || number(a) && number(b) || a.iter().any(|kind| b.has(kind))
}

fn listed(kinds: Kinds) -> String {
    kinds.without(Kind::Null).iter().map(|kind| format!("`{}`", kind.name())).collect::<Vec<_>>().join(" or ")
}

/// The texts that a schema lists.
fn strings(spec: &Spec, mut id: SchemaId) -> Vec<(String, Span)> {
    for _ in 0..CHAIN {
        let keywords = &spec.schema(id).keywords;
        for keyword in keywords {
            if let Keyword::Enum(values) = &keyword.value {
                let text = |value: &Value| if let Value::String(text) = value { Some(text.clone()) } else { None };
                return values.iter().filter_map(|value| Some((text(&value.value)?, value.span))).collect();
            }
        }
        let next = keywords.iter().find_map(|keyword| keyword.value.reference());
        match next {
            Some(next) => id = next,
            None => return Vec::new(),
        }
    }
    Vec::new()
}

/// How sure a page is of the name in the JSON.
fn certainty(field: &Field) -> u8 {
    match field.spelling.as_ref().map(|spelling| &spelling.evidence) {
        Some(Evidence::Nothing | Evidence::Capital) => 0,
        Some(Evidence::ValueConvention(..)) => 1,
        Some(Evidence::VendorConvention(..)) => 2,
        Some(Evidence::PageConvention(..)) => 3,
        // The page shows the names of the JSON, and no others.
        None | Some(Evidence::OneWord) => 4,
        Some(Evidence::Named(_) | Evidence::Override(_)) => 5,
    }
}

fn wins(both_pages: bool) -> &'static str {
    match both_pages {
        true => "the page that comes first by its path counts",
        false => "the schema is what counts",
    }
}
