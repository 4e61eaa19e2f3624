//! The models of a page as types: schemas in the draft, with what the page says of their names.

use crate::diagnostic::Sink;
use crate::pointer;
use crate::read::draft::Draft;
use crate::read::page::columns::Column;
use crate::read::page::composed;
use crate::read::page::entities;
use crate::read::page::enums;
use crate::read::page::field_enums::{self, ByField};
use crate::read::page::fields::{self, Page};
use crate::read::page::headings;
use crate::read::page::inline::Plain;
use crate::read::page::layout::Layout;
use crate::read::page::mentions;
use crate::read::page::mentions::{Manner, Mention};
use crate::read::page::models::{Contents, Model, Values};
use crate::read::page::prefixes;
use crate::read::page::table::{Cell, Table};
use crate::read::page::type_expr::lower::{self, LocalEnums, Surroundings};
use crate::read::page::type_expr::rules;
use crate::read::page::type_expr::vocabulary::{self, Vocabulary};
use crate::read::page::wire_names::PageNames;
use crate::source::{SourceId, Sources, Span};
use crate::spec::{Keyword, Kind, Kinds, NamedSchema, Origin, Resource, ResourceId, SchemaId};
use std::collections::{BTreeSet, VecDeque};

/// Adds the models of a page to the draft.
pub(crate) fn read(
    id: SourceId,
    sources: &Sources,
    contents: Contents,
    layout: &Layout,
    draft: &mut Draft,
    sink: &mut Sink,
) {
    let text = sources.get(id).text.as_str();
    let words = words(id, &contents.models);
    let vocabulary = vocabulary::of_words(words.iter().map(String::as_str));
    let resource = ResourceId(draft.resources.len() as u32);
    let uri = draft.documents.invent(&sources.get(id).path);
    let alone = contents.models.len() == 1;
    let whole = Span::new(id, 0, text.len());
    let holder = (!alone).then(|| draft.schema(whole, id, String::new(), resource));
    let root = holder.unwrap_or(SchemaId(draft.schemas.len() as u32));
    draft.resources.push(Resource { uri, root, dynamic_anchors: vec![], asserts_formats: false });
    let namespace = contents.title.as_ref().map(|(title, _)| headings::namespace(title)).unwrap_or_default();
    let mut names = PageNames {
        document: id,
        namespace,
        objects: vec![],
        mentions: vec![],
        folder: sources.get(id).path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned(),
        scores: vocabulary::scores(words.iter().map(String::as_str)),
        keeps_capitals: layout.keeps_capitals,
    };
    for model in &contents.models {
        let path = match alone {
            true => String::new(),
            false => pointer::join(&pointer::join("", "$defs"), &model.name),
        };
        let schema = draft.schema(model.name_span, id, path, resource);
        let reading = Reading { id, text, sources, vocabulary, layout };
        reading.model(model, schema, draft, sink);
        if layout.attributes && !model.fields.is_empty() {
            names.objects.push(schema);
        }
        let origin = if alone { Origin::Document } else { Origin::Definition };
        draft.types.push(NamedSchema {
            name: model.name.clone(),
            schema,
            span: model.name_span,
            origin,
            rust_name: None,
            secret: None,
        });
    }
    if layout.attributes {
        if vocabulary.name == "Kotlin" {
            // Kotlin's kits put the name of the field in the JSON above the values that it can have.
            let named = contents.models.iter().flat_map(|model| model.values.iter().map(move |named| (model, named)));
            let mention = |(model, (name, _)): (&Model, &(Option<String>, Values))| {
                Some(Mention { text: name.clone()?, span: model.name_span, manner: Manner::Key })
            };
            names.mentions.extend(named.filter_map(mention));
        }
        for range in contents.prose.into_iter().chain(contents.examples) {
            mentions::collect(id, text, range, &mut names.mentions);
        }
        draft.pages.push(names);
    }
}

/// The words of the type cells of the page, which show its ecosystem.
fn words(id: SourceId, models: &[Model]) -> Vec<String> {
    let mut words = Vec::new();
    for (table, columns) in models.iter().flat_map(|model| &model.fields) {
        for cell in cells(table, columns, Column::Type) {
            words.extend(lower::words(&Plain::read(&cell.text, id, cell.span.start as usize)));
        }
        if columns.contains(&Column::Label) {
            // Only Protocol Buffers have labels.
            words.extend(std::iter::repeat_n("sint64".to_owned(), table.rows.len()));
        }
        if models.iter().all(|model| model.name.ends_with(prefixes::OF_C)) {
            words.extend(std::iter::repeat_n("list_t".to_owned(), table.rows.len()));
        }
    }
    words
}

fn cells<'a>(table: &'a Table, columns: &[Column], column: Column) -> impl Iterator<Item = &'a Cell> {
    let index = columns.iter().position(|&other| other == column);
    table.rows.iter().filter_map(move |row| row.cells.get(index?))
}

/// A summary without what leads over to the table (`The fields are:`) and without back references.
fn summary(text: &str) -> String {
    let text = text.split("_Appears in").next().unwrap_or("").trim_end();
    if !text.ends_with([':', '：']) {
        return text.to_owned();
    }
    text.rsplit_once("\n\n").map_or("", |(before, _)| before).trim_end().to_owned()
}

/// The schema of the field called `name` of an object, or of the objects in it; the nearest one.
fn named(name: &str, object: SchemaId, draft: &mut Draft) -> Option<SchemaId> {
    let mut open = VecDeque::from([object]);
    while let Some(id) = open.pop_front() {
        let schema = draft.get(id);
        if let Some(field) = schema.fields().iter().find(|field| field.name == name) {
            return Some(field.schema);
        }
        open.extend(schema.fields().iter().map(|field| field.schema));
        open.extend(schema.keywords.iter().filter_map(|keyword| match keyword.value {
            Keyword::Items(items) => Some(items),
            _ => None, // other keywords of pages hold no fields
        }));
        open.extend(schema.keywords.iter().flat_map(|keyword| match &keyword.value {
            Keyword::AllOf(branches) | Keyword::AnyOf(branches) | Keyword::OneOf(branches) => branches.as_slice(),
            _ => &[], // no other keyword of pages has branches
        }));
    }
    None
}

/// What the type cell of a union begins with on the pages of Julia's kits.
const UNIONS: &[&str] = &[
    "This is a oneOf model. The value must be exactly one of the following types:",
    "This is a anyOf model. The value must be any of the following types:",
];

struct Reading<'a> {
    id: SourceId,
    text: &'a str,
    sources: &'a Sources,
    vocabulary: &'static Vocabulary,
    layout: &'a Layout,
}

impl Reading<'_> {
    fn model(&self, model: &Model, schema: SchemaId, draft: &mut Draft, sink: &mut Sink) {
        let summary = summary(&entities::prose(&self.text[model.summary.clone()]));
        draft.get(schema).notes.description = Some(summary).filter(|summary| !summary.is_empty());
        let local = self.local_enums(model);
        let around = Surroundings {
            document: self.id,
            sources: self.sources,
            vocabulary: self.vocabulary,
            enums: &local,
            generated: self.layout.attributes,
        };
        if !model.fields.is_empty() {
            self.object(model, schema, around, draft, sink);
        } else if !model.variants.is_empty() {
            self.union(&model.variants, schema, model.name_span, &around, draft, sink);
        } else if model.announces_no_fields && model.values.is_empty() {
            draft.get(schema).notes.remarks.push("the page lists no fields".to_owned());
        } else {
            self.enumeration(model, schema, draft);
        }
    }

    fn object(&self, model: &Model, schema: SchemaId, around: Surroundings<'_>, draft: &mut Draft, sink: &mut Sink) {
        let empty = model.fields.iter().all(|(table, _)| table.rows.is_empty());
        if empty && !self.layout.empty_is_object {
            // Some generators print an empty table for what is no object: enumerations, unions.
            draft.get(schema).notes.remarks.push("the page lists no fields".to_owned());
            draft.unlinked.empty.insert(schema);
            return;
        }
        let variants = self.listed_variants(model);
        if !variants.is_empty() {
            return self.union(&variants, schema, model.name_span, &around, draft, sink);
        }
        if let Some(cell) = self.names_itself(model) {
            let text = Plain::read(&cell.text, self.id, cell.span.start as usize);
            if text.text.is_empty() {
                return draft.get(schema).notes.remarks.push("the page does not say what it is".to_owned());
            }
            lower::lower(&text, schema, &around, draft, sink);
            return;
        }
        let composed = composed::is_composed(&model.fields, &model.joins);
        if !composed {
            draft.rule(schema, model.name_span, Keyword::Type(Kinds::NONE.with(Kind::Object)));
        }
        let by_field = ByField::new(around.enums, &model.name);
        let page =
            Page { around: &around, enums: &by_field, attributes: self.layout.attributes, unmarked: draft.unmarked };
        let mut known = BTreeSet::new();
        match composed {
            true => known.extend(composed::read(&model.fields, &model.joins, schema, &page, draft, sink)),
            false => {
                for (table, columns) in &model.fields {
                    known.extend(fields::read(table, columns, schema, &page, draft, sink));
                }
            }
        }
        self.field_values(model, schema, draft);
        self.left_over(model, around.enums, known, schema, draft);
    }

    /// Says which enumerations of the page belong to none of its fields, as far as it tells: neither by their names,
    /// as those in `known` do, nor by the type of the field.
    fn left_over(
        &self,
        model: &Model,
        enums: &LocalEnums,
        mut known: BTreeSet<String>,
        schema: SchemaId,
        draft: &mut Draft,
    ) {
        if enums.keys().all(|name| known.contains(name)) {
            return;
        }
        let plain = |cell: &Cell| Plain::read(&cell.text, self.id, cell.span.start as usize);
        let types = model.fields.iter().flat_map(|(table, columns)| cells(table, columns, Column::Type));
        known.extend(types.flat_map(|cell| lower::words(&plain(cell))));
        for name in enums.keys().filter(|name| !known.contains(*name)) {
            let remark = format!("the page lists values of `{name}` and does not say which field has them");
            draft.get(schema).notes.remarks.push(remark);
        }
    }

    /// The type cell of a table whose only row has the name of the model: some generators describe what is no object so.
    fn names_itself<'m>(&self, model: &'m Model) -> Option<&'m Cell> {
        let [(table, columns)] = model.fields.as_slice() else { return None };
        let [row] = table.rows.as_slice() else { return None };
        let cell = |column| columns.iter().position(|&other| other == column).and_then(|index| row.cells.get(index));
        let unmarked = cell(Column::Required).is_none_or(|cell| cell.text.is_empty());
        let name = cell(Column::Name)?;
        // Widdershins has a word for it.
        let same = name.text == "*anonymous*" || name.text == model.name && unmarked;
        cell(Column::Type).filter(|_| same && !self.layout.attributes)
    }

    /// `Property | Value`: the values that fields can have.
    fn field_values(&self, model: &Model, schema: SchemaId, draft: &mut Draft) {
        for (table, columns) in &model.field_values {
            for (name, found) in enums::by_field(self.id, table, columns) {
                let Some(field) = named(&name, schema, draft) else { continue };
                let span = found.first().map_or(model.name_span, |value| value.span);
                let kinds = draft.get(field).kinds();
                let listed = enums::as_kinds(found, kinds);
                if !field_enums::apply(&listed, field, span, draft) {
                    let remark = "the page lists values of it, which its type does not have".to_owned();
                    draft.get(field).notes.remarks.push(remark);
                }
                // `0` and `1` are numbers of a field that is a number.
                for keyword in &mut draft.get(field).keywords {
                    if let (Keyword::Type(known), Some(kinds)) = (&mut keyword.value, kinds)
                        && kinds.has(Kind::Number)
                    {
                        *known = kinds;
                    }
                }
            }
        }
    }

    /// Enumerations that the page defines beside its fields: `Enum: StateEnum`.
    fn local_enums(&self, model: &Model) -> LocalEnums {
        let named = model.values.iter().filter_map(|(name, values)| Some((name.as_deref()?, values)));
        let read = |name, values| enums::read(self.id, self.text, values, Some(name)).values;
        named.map(|(name, values)| (field_enums::name(name, self.id), read(name, values))).collect()
    }

    /// The types that the only row of a table lists, as Julia's kits describe unions.
    fn listed_variants(&self, model: &Model) -> Vec<Plain> {
        let [(table, columns)] = model.fields.as_slice() else { return Vec::new() };
        let Some(cell) = cells(table, columns, Column::Type).next().filter(|_| table.rows.len() == 1) else {
            return Vec::new();
        };
        let text = Plain::read(&cell.text, self.id, cell.span.start as usize);
        let Some(start) = UNIONS.iter().find(|begin| text.text.starts_with(**begin)).map(|begin| begin.len()) else {
            return Vec::new();
        };
        let (mut variants, mut depth, mut from) = (Vec::new(), 0_usize, start);
        for (at, c) in text.text.char_indices().skip_while(|(at, _)| *at < start) {
            match c {
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    variants.push(from..at);
                    from = at + 1;
                }
                _ => {} // the letters of a type
            }
        }
        variants.push(from..text.text.len());
        let trimmed = |range: std::ops::Range<usize>| {
            let inner = &text.text[range.clone()];
            let start = range.start + inner.len() - inner.trim_start().len();
            text.part(start..start + inner.trim().len())
        };
        variants.into_iter().map(trimmed).filter(|variant| !variant.text.is_empty()).collect()
    }

    fn union(
        &self,
        variants: &[Plain],
        schema: SchemaId,
        span: Span,
        around: &Surroundings<'_>,
        draft: &mut Draft,
        sink: &mut Sink,
    ) {
        let mut branches = Vec::new();
        for (index, variant) in variants.iter().enumerate() {
            if variants[..index].iter().any(|other| other.text == variant.text) {
                continue;
            }
            let path = format!("{}/anyOf/{}", draft.get(schema).pointer, branches.len());
            let resource = draft.get(schema).resource;
            let branch = draft.schema(variant.span, self.id, path, resource);
            lower::lower(variant, branch, around, draft, sink);
            branches.push(branch);
        }
        draft.rule(schema, span, Keyword::AnyOf(branches));
    }

    fn enumeration(&self, model: &Model, schema: SchemaId, draft: &mut Draft) {
        let mut all = Vec::new();
        for (_, written) in model.values.iter().filter(|(name, _)| name.is_none()) {
            let found = enums::read(self.id, self.text, written, None);
            draft.get(schema).notes.remarks.extend(found.remarks);
            all.extend(found.values);
        }
        if all.is_empty() && !model.value_names.is_empty() {
            let names = model.value_names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let remark = format!("the page lists {names}, which may be spelled otherwise in the JSON");
            draft.get(schema).notes.remarks.push(remark);
        } else if all.is_empty() {
            draft.get(schema).notes.remarks.push("the page lists no values".to_owned());
        } else {
            rules::enumerate(all, schema, model.name_span, draft);
        }
    }
}
