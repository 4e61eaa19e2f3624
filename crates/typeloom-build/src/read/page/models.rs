//! A page as models: which tables, lists and examples belong to which name.
//!
//! Blocks go in, models come out, still as written. Rows and cells are read elsewhere.

use crate::convention::fold;
use crate::read::page::answers::Answers;
use crate::read::page::columns::{self, Column, Shape};
use crate::read::page::composed::{self, Join};
use crate::read::page::enums;
use crate::read::page::headings::{self, Meaning, Section};
use crate::read::page::inline::Plain;
use crate::read::page::outline::{Block, BlockKind};
use crate::read::page::table::{self, Cell, Table};
use crate::source::{SourceId, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a page says of one model.
#[derive(Debug)]
pub(crate) struct Model {
    /// Its name.
    pub name: String,
    /// Where the name was written.
    pub name_span: Span,
    /// What the page says of it before its tables.
    pub summary: Range<usize>,
    /// Tables of fields, with the meaning of their columns.
    pub fields: Vec<(Table, Vec<Column>)>,
    /// Words between those tables that join what they describe, each with the index of the table behind it.
    pub joins: Vec<(usize, Join)>,
    /// Where its values are, and the name of the enumeration where it is not the model itself.
    pub values: Vec<(Option<String>, Values)>,
    /// Tables of values of its fields.
    pub field_values: Vec<(Table, Vec<Column>)>,
    /// The types that it is a union of.
    pub variants: Vec<Plain>,
    /// Whether the page has a place for values and none in it.
    pub announces_values: bool,
    /// Whether the page says that it has no fields.
    pub announces_no_fields: bool,
    /// Names that code has for its values, where the page does not say the values themselves.
    pub value_names: Vec<String>,
}

/// Values as written.
#[derive(Debug)]
pub(crate) enum Values {
    /// A table of names and values.
    Table(Table, Vec<Column>),
    /// Items of a list: `` `AAL0` (value: `'aal0'`) ``.
    Items(Vec<Range<usize>>),
    /// Code: `"a" | "b"`.
    Code(Range<usize>),
    /// A sentence: `Allowed values: [a, b]`.
    Sentence(Range<usize>),
}

/// What a page holds.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    /// Its models, in order, those about which it says nothing left out.
    pub models: Vec<Model>,
    /// Tables with named rows and without a column for types, under no heading that says what else they are.
    pub untyped: Vec<Table>,
    /// The first heading.
    pub title: Option<(String, Span)>,
    /// Blocks of code that may be examples in JSON.
    pub examples: Vec<Range<usize>>,
    /// Text in which names may be mentioned: paragraphs, items, the cells of descriptions and examples.
    pub prose: Vec<Range<usize>>,
    /// Whether the page is about operations. Then it has no models.
    pub operations: bool,
}

/// Sorts the blocks of a page. `stem` names the model of a page without a heading; a page that was generated for one
/// model has no headings of others.
pub(crate) fn read(id: SourceId, text: &str, blocks: &[Block], stem: &str, generated: bool) -> Contents {
    let (contents, section) = (Contents::default(), None);
    let (levels, owner, answer, overview) = ((0, 0), None, None, false);
    let after = blocks;
    let mut sorting = Sorting { id, text, stem, generated, after, contents, section, levels, owner, answer, overview };
    for (index, block) in blocks.iter().enumerate() {
        sorting.after = blocks.get(index + 1..).unwrap_or_default();
        if sorting.contents.models.is_empty() && !matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Front) {
            sorting.begin(stem.to_owned(), Span::new(id, 0, 0), block.range.start);
        }
        sorting.block(block);
    }
    let mut contents = std::mem::take(&mut sorting.contents);
    hand_on_summaries(&mut contents.models);
    contents.models.retain(Model::says_something);
    // Whatever the tables of a generated page look like, they are of parameters, headers and answers. People list the
    // operations that a type is used in below its fields.
    let described = contents.models.iter().any(|model| !model.fields.is_empty());
    if sorting.overview && (generated || !described) {
        contents.operations = true;
        contents.models.clear();
        contents.untyped.clear();
    }
    contents
}

/// Some pages describe a model under one heading and list its fields under another one: `Pet`, then `Pet Properties`.
fn hand_on_summaries(models: &mut [Model]) {
    let mut waiting: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for model in models {
        if !model.says_something() {
            if !model.summary.is_empty() {
                waiting.insert(model.name.clone(), model.summary.clone());
            }
        } else if model.summary.is_empty()
            && let Some(summary) = waiting.remove(&model.name)
        {
            model.summary = summary;
        }
    }
}

impl Model {
    fn says_something(&self) -> bool {
        let announced = self.announces_values || self.announces_no_fields;
        announced || !self.fields.is_empty() || !self.variants.is_empty() || !self.values.is_empty()
    }
}

/// The lines of an indented block of code, if each is the item of a list.
fn indented_items(code: &str, start: usize) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut at = start;
    for line in code.split_inclusive('\n') {
        let text = line.trim();
        if text.starts_with("* `") {
            items.push(at..at + line.len());
        } else if !text.is_empty() {
            return Vec::new();
        }
        at += line.len();
    }
    items
}

struct Sorting<'a> {
    id: SourceId,
    text: &'a str,
    stem: &'a str,
    /// Whether the page was generated for one model.
    generated: bool,
    /// The blocks behind the one at hand.
    after: &'a [Block],
    contents: Contents,
    section: Option<(Section, Option<String>)>,
    /// The levels of the headings of the model and of the section.
    levels: (u8, u8),
    /// The model that values belong to, where it is not the last one.
    owner: Option<usize>,
    /// The operation whose answers the page describes here.
    answer: Option<Answers>,
    /// Whether the page lists operations, as the pages of kits on operations do before they describe them.
    overview: bool,
}

impl Sorting<'_> {
    fn begin(&mut self, name: String, name_span: Span, at: usize) {
        self.section = None;
        self.contents.models.push(Model {
            name,
            name_span,
            summary: at..at,
            fields: vec![],
            joins: vec![],
            values: vec![],
            field_values: vec![],
            variants: vec![],
            announces_values: false,
            announces_no_fields: false,
            value_names: vec![],
        });
    }

    /// Begins the model of what an operation answers with a status.
    fn begin_answer(&mut self, name: String, text: &Plain, range: &Range<usize>) {
        let Some(answer) = &mut self.answer else { return };
        let first = !std::mem::replace(&mut answer.begun, true);
        match self.contents.models.last_mut().filter(|_| first) {
            Some(model) => (model.name, model.summary) = (name, range.end..range.end),
            None => self.begin(name, text.span, range.end),
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { level, text } => self.heading(*level, text, &block.range),
            BlockKind::Table => self.table(&block.range),
            BlockKind::Code { language } => self.code(language, &block.range),
            BlockKind::Item => self.item(&block.range),
            BlockKind::Paragraph => self.paragraph(&block.range),
            BlockKind::Html => self.prose(&block.range),
            BlockKind::Front => {}
        }
    }

    fn heading(&mut self, level: u8, text: &Plain, range: &Range<usize>) {
        if self.contents.title.is_none() {
            self.contents.title = Some((text.text.clone(), text.span));
        }
        self.owner = None;
        if self.constraints(level, text) {
            return;
        }
        let announces = fold(&text.text) == "availableoperations";
        self.contents.operations |= announces;
        // A class with methods: a controller of APIMatic.
        let class = matches!(self.section, Some((Section::CodeName, _))) && fold(&text.text) == "methods";
        self.overview |= (announces || class) && self.generated;
        let section = self.section.as_ref().map(|(section, _)| *section);
        // Below a section, headings belong to it: the variants of a union, the methods of a class.
        if level > self.levels.1 {
            match section {
                Some(Section::Variants) => {
                    if let Some(model) = self.contents.models.last_mut() {
                        model.variants.push(text.clone());
                    }
                    return;
                }
                Some(Section::Aside | Section::Examples | Section::OneOf) => {
                    // Ruby's classes of unions have a method that lists their members.
                    self.section = match text.text.as_str() {
                        "openapi_one_of" | "openapi_any_of" => Some((Section::OneOf, None)),
                        "Example" => self.section.take(),
                        _ => Some((Section::Aside, None)), // another method
                    };
                    return;
                }
                Some(Section::Fields | Section::Parameters | Section::Values | Section::FieldValues) => {}
                Some(Section::CodeName) | None => {}
            }
        }
        // A model may be called `Values`: then its page is as well.
        let is_title = |text: &str| fold(text) == fold(self.stem);
        self.answer = None;
        if fold(&text.text) == "responseschema" && !self.generated {
            let operation = self.contents.models.last().map_or("", |model| model.name.as_str()).to_owned();
            let mut answer = Answers::of(operation);
            let name = answer.operation.clone() + "Response";
            (self.levels, answer.begun) = ((level, level), false);
            self.begin(name, text.span, range.end);
            self.answer = Some(answer);
            return;
        }
        match headings::meaning(&text.text) {
            Meaning::Section(section, name) if !is_title(&text.text) => {
                let section = match section {
                    Section::Parameters if self.generated || self.has_fields() => Section::Aside,
                    section => section,
                };
                if self.contents.models.is_empty() {
                    self.begin(self.stem.to_owned(), text.span, range.end);
                }
                self.levels.1 = level;
                if let Some(model) = self.contents.models.last_mut() {
                    model.announces_values |= section == Section::Values && name.is_none();
                }
                self.section = Some((section, name));
            }
            Meaning::Section(_, _) => {
                self.levels = (level, level);
                self.begin(text.text.clone(), text.span, range.end);
            }
            // Micronaut's kits list the values of a field under a heading that its type links to.
            Meaning::Model(name) if self.generated && self.has_fields() && self.is_linked(&name) => {
                self.levels.1 = level;
                self.section = Some((Section::Values, Some(name)));
            }
            // Descriptions may hold headings of their own.
            Meaning::Model(_) if self.generated && self.is_silent() => self.summary(range),
            Meaning::Model(name) => {
                self.levels = (level, level);
                self.begin(name, text.span, range.end);
            }
        }
    }

    /// Whether a heading begins what jsonschema2md says of the values of a field, or of the model itself.
    fn constraints(&mut self, level: u8, text: &Plain) -> bool {
        let Some(of) = text.text.strip_suffix(" Constraints").filter(|_| !self.generated) else { return false };
        let link = format!("[{of}](#");
        let links = |(table, _): &(Table, Vec<Column>)| {
            table.rows.iter().any(|row| row.cells.first().is_some_and(|cell| cell.text.starts_with(&link)))
        };
        let models = &self.contents.models;
        let of_field = models.iter().rposition(|model| model.fields.iter().any(links));
        let own = || models.iter().rposition(|model| model.fields.is_empty() && fold(&model.name) == fold(of));
        self.owner = of_field.or_else(own);
        // People give tables of fields such titles too.
        self.owner = self.owner.filter(|_| !self.lists_fields());
        if self.owner.is_some() {
            self.section = Some((Section::Values, of_field.map(|_| of.to_owned())));
            self.levels.1 = level;
        }
        self.owner.is_some()
    }

    /// Whether a table of fields stands between the block at hand and the next heading.
    fn lists_fields(&self) -> bool {
        let here = self.after.iter().take_while(|block| !matches!(block.kind, BlockKind::Heading { .. }));
        let mut tables = here.filter(|block| matches!(block.kind, BlockKind::Table));
        tables.any(|block| {
            let table = table::read(self.id, self.text, block.range.clone());
            columns::shape(&table, &columns::of(&table, self.id), self.id) == Shape::Fields
        })
    }

    fn has_fields(&self) -> bool {
        self.contents.models.last().is_some_and(|model| !model.fields.is_empty())
    }

    /// Whether a link on the page leads to the heading `name`.
    fn is_linked(&self, name: &str) -> bool {
        self.text.contains(&format!("](#{name})"))
    }

    /// Whether there is a model of which nothing has been said but its name.
    fn is_silent(&self) -> bool {
        self.section.is_none() && self.contents.models.last().is_some_and(|model| !model.says_something())
    }

    fn table(&mut self, range: &Range<usize>) {
        let table = table::read(self.id, self.text, range.clone());
        let columns = columns::of(&table, self.id);
        self.overview |= table.header.iter().any(|cell| fold(&cell.text) == "httprequest");
        let (section, name) = match &self.section {
            Some((section, name)) => (Some(*section), name.clone()),
            None => (None, None),
        };
        let last = self.contents.models.len().saturating_sub(1);
        let Some(model) = self.contents.models.get_mut(self.owner.unwrap_or(last)) else { return };
        let shape = columns::shape(&table, &columns, self.id);
        let of_values = matches!(section, Some(Section::Values | Section::FieldValues));
        let named = columns.contains(&Column::Name);
        match (shape, section) {
            // A column of values and no names: they are the model's own.
            (Shape::Other, _) if of_values && columns.contains(&Column::Value) && !named => {
                model.values.push((name, Values::Table(table, columns)));
            }
            (Shape::Untyped, Some(Section::Values | Section::Fields)) if model.announces_values => {
                let index = columns.iter().position(|&column| column == Column::Name);
                let cells = table.rows.iter().filter_map(|row| row.cells.get(index?));
                let plain = |cell: &Cell| Plain::read(&cell.text, self.id, cell.span.start as usize).text;
                model.value_names.extend(cells.map(plain));
            }
            (_, Some(Section::Aside | Section::OneOf | Section::Examples | Section::Variants)) => {
                self.contents.operations |= section == Some(Section::Aside) && shape == Shape::Fields;
            }
            (Shape::Fields, _) => {
                let says = |column: &Column| matches!(column, Column::Description | Column::Example);
                for row in &table.rows {
                    let cells = row.cells.iter().zip(&columns).filter(|(_, column)| says(column));
                    let ranges = cells.map(|(cell, _)| cell.span.start as usize..cell.span.end as usize);
                    self.contents.prose.extend(ranges);
                }
                model.fields.push((table, columns));
            }
            (Shape::Values, Some(Section::FieldValues)) => model.field_values.push((table, columns)),
            (Shape::Values, _) => model.values.push((name, Values::Table(table, columns))),
            (Shape::Untyped, _) => self.contents.untyped.push(table),
            (Shape::Other, _) => {}
        }
    }

    /// Text that may mention names of fields. Sections of code and of values mention others.
    fn prose(&mut self, range: &Range<usize>) {
        match self.section {
            Some((Section::Aside | Section::OneOf | Section::Values, _)) => {}
            Some((Section::Variants | Section::CodeName | Section::Parameters, _)) => {}
            Some((Section::Fields | Section::FieldValues | Section::Examples, _)) | None => {
                self.contents.prose.push(range.clone());
            }
        }
    }

    fn item(&mut self, range: &Range<usize>) {
        self.prose(range);
        if self.section.is_none() {
            self.summary(range);
        }
        let Some((Section::Values, name)) = &self.section else { return };
        let Some(model) = self.contents.models.last_mut() else { return };
        match model.values.last_mut() {
            Some((last, Values::Items(items))) if last == name => items.push(range.clone()),
            _ => model.values.push((name.clone(), Values::Items(vec![range.clone()]))),
        }
    }

    fn code(&mut self, language: &str, range: &Range<usize>) {
        let words: Vec<&str> = language.split_whitespace().collect();
        if words.first().is_none_or(|word| matches!(word.to_lowercase().as_str(), "json" | "jsonc" | "json5" | "js")) {
            self.contents.examples.push(range.clone());
        }
        if let Some((Section::OneOf, _)) = &self.section {
            self.one_of(range);
        }
        if let Some((Section::Values, name)) = &self.section
            && let Some(model) = self.contents.models.last_mut()
        {
            // Kotlin's kits indent the items of the list so far that Markdown takes them for code.
            let items = indented_items(&self.text[range.clone()], range.start);
            let values = if items.is_empty() { Values::Code(range.clone()) } else { Values::Items(items) };
            model.values.push((name.clone(), values));
        }
    }

    /// The members of a union in Ruby's code: `:'Cat',`.
    fn one_of(&mut self, range: &Range<usize>) {
        let (id, text) = (self.id, self.text);
        let Some(model) = self.contents.models.last_mut() else { return };
        for (at, _) in text[range.clone()].match_indices(":'") {
            let start = range.start + at + 2;
            if let Some(length) = text[start..range.end].find('\'') {
                model.variants.push(Plain::read(&text[start..start + length], id, start));
            }
        }
    }

    fn paragraph(&mut self, range: &Range<usize>) {
        let text = Plain::read(self.text[range.clone()].trim_end(), self.id, range.start);
        if let Some(join) = composed::join(&text.text).filter(|_| !self.generated)
            && let Some(model) = self.contents.models.last_mut()
        {
            return model.joins.push((model.fields.len(), join));
        }
        if text.text == "None"
            && matches!(self.section, Some((Section::Fields, _)))
            && let Some(model) = self.contents.models.last_mut()
        {
            model.announces_no_fields = true;
            return;
        }
        if let Some(status) = text.text.strip_prefix("Status Code ")
            && let Some(answer) = &mut self.answer
        {
            let name = answer.name(status);
            return self.begin_answer(name, &text, range);
        }
        let bold = text.emphasised.contains(&(0..text.text.len()));
        if bold && !self.generated && headings::is_heading(&text.text) {
            return self.heading(6, &text, range);
        }
        self.overview |= text.text.starts_with("All URIs are relative to ");
        if let Some((Section::Values, name)) = &self.section
            && text.text.starts_with(enums::ALLOWED)
            && let Some(model) = self.contents.models.last_mut()
        {
            model.values.push((name.clone(), Values::Sentence(range.clone())));
        }
        self.prose(range);
        let Some(model) = self.contents.models.last_mut() else { return };
        match self.section {
            None => self.summary(range),
            Some((Section::CodeName, _)) => {
                // The title is spelled for people (`O Auth Token`), the name in code is what others refer to.
                if text.codes.len() == 1 && !text.text.contains(char::is_whitespace) && !text.text.is_empty() {
                    model.name = headings::name(&text.text);
                    model.name_span = text.place(0..text.text.len());
                }
            }
            Some(_) => {}
        }
    }

    /// Text between the heading of a model and its first table or section.
    fn summary(&mut self, range: &Range<usize>) {
        let Some(model) = self.contents.models.last_mut().filter(|model| model.fields.is_empty()) else { return };
        if model.summary.is_empty() {
            model.summary = range.clone();
        } else {
            model.summary.end = range.end.max(model.summary.end);
        }
    }
}
