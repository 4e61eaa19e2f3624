//! Rows to fields: what each column says of a field, whatever the layout.
//!
//! A table of fields and the meaning of its columns go in; the rules `properties` and `required` of an object schema
//! come out, with a schema for each field.

use crate::diagnostic::{Code, Severity, Sink};
use crate::pointer;
use crate::read::draft::Draft;
use crate::read::page::columns::Column;
use crate::read::page::endings::{self, Endings};
use crate::read::page::entities;
use crate::read::page::field_enums::{self, ByField};
use crate::read::page::inline::{Link, Plain};
use crate::read::page::kinds::{self, Said};
use crate::read::page::marks::{self, Marks};
use crate::read::page::names::{self, Name};
use crate::read::page::restrictions;
use crate::read::page::row_cells;
use crate::read::page::table::{Cell, Table};
use crate::read::page::type_expr::lower::{self, Facts, Surroundings};
use crate::read::page::type_expr::rules;
use crate::read::page::values;
use crate::source::{At, Span};
use crate::spec::{Evidence, Field, Keyword, Kind, Kinds, SchemaId, Spelling, Stated};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What the reader of a table needs to know of its page.
pub(crate) struct Page<'a> {
    /// For type cells.
    pub around: &'a Surroundings<'a>,
    /// The enumerations of the page, by the names of fields.
    pub enums: &'a ByField<'a>,
    /// Whether names are those of another language's attributes, so that the names in the JSON have to be found.
    pub attributes: bool,
    /// Whether no page of the vendor marks what is optional.
    pub unmarked: bool,
}

/// A field and, where it is required, the mark of that.
type Member = (Field, Option<At<String>>);

/// Adds the rows of `table` to the object schema `object`. Returns the names of the enumerations of the page that are
/// those of a field by their names.
pub(crate) fn read(
    table: &Table,
    columns: &[Column],
    object: SchemaId,
    page: &Page<'_>,
    draft: &mut Draft,
    sink: &mut Sink,
) -> BTreeSet<String> {
    read_on(table, columns, object, page, &mut Described::default(), draft, sink)
}

/// Like [`read`], for one of many short tables of an object: what is `described` already is not looked up anew.
pub(crate) fn read_on(
    table: &Table,
    columns: &[Column],
    object: SchemaId,
    page: &Page<'_>,
    described: &mut Described,
    draft: &mut Draft,
    sink: &mut Sink,
) -> BTreeSet<String> {
    described.begin(object, draft);
    let rows = table.rows.iter().filter_map(|row| row_cells::complete(row, columns, sink)).collect();
    let open = vec![(None, object)];
    let (members, named) = (vec![], BTreeSet::new());
    let mut reading = Reading { rows, columns, page, stated: Stated::Unknown, open, members, described, named };
    reading.stated = reading.states_required();
    for cells in std::mem::take(&mut reading.rows) {
        reading.row(&cells, draft, sink);
    }
    // Rows below others are fields of the objects that those describe.
    for (parent, member) in reading.members {
        add(parent, member, draft);
    }
    reading.named
}

/// Adds a field to an object, into the rules that it has already.
fn add(object: SchemaId, (field, mark): Member, draft: &mut Draft) {
    let span = draft.get(object).span;
    let (mut field, mut mark) = (Some(field), mark);
    for keyword in &mut draft.get(object).keywords {
        if let Keyword::Properties(fields) = &mut keyword.value {
            fields.extend(field.take());
        } else if let Keyword::Required(names) = &mut keyword.value {
            names.extend(mark.take());
        }
    }
    if let Some(field) = field {
        draft.rule(object, span, Keyword::Properties(vec![field]));
    }
    if let Some(mark) = mark {
        draft.rule(object, span, Keyword::Required(vec![mark]));
    }
}

struct Reading<'a> {
    /// The rows, with a cell for each column.
    rows: Vec<Vec<Cell>>,
    columns: &'a [Column],
    page: &'a Page<'a>,
    /// Whether the table can say that a field is required.
    stated: Stated,
    /// The schemas that are open for rows below them, by depth.
    open: Vec<(Option<usize>, SchemaId)>,
    /// Each with the object it belongs to.
    members: Vec<(SchemaId, Member)>,
    /// Where each field of an object was described, in this table or one above.
    described: &'a mut Described,
    /// The enumerations of the page that have the name of a field.
    named: BTreeSet<String>,
}

/// Where each field of the objects of a page was described first.
#[derive(Default)]
pub(crate) struct Described {
    fields: BTreeMap<(SchemaId, String), Known>,
    /// The objects whose fields are among these.
    objects: BTreeSet<SchemaId>,
    /// How many tables were begun.
    tables: usize,
}

#[derive(Clone, Copy)]
struct Known {
    span: Span,
    /// The number of the table; those that were read elsewhere have none.
    table: usize,
}

impl Described {
    /// Begins a table of this object.
    fn begin(&mut self, object: SchemaId, draft: &mut Draft) {
        self.tables += 1;
        if self.objects.insert(object) {
            let known = |field: &Field| ((object, field.name.clone()), Known { span: field.span, table: 0 });
            self.fields.extend(draft.get(object).fields().iter().map(known));
        }
    }
}

impl Reading<'_> {
    fn index(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|&other| other == column)
    }

    /// The cell of a row in this column.
    fn cell<'c>(&self, column: Column, cells: &'c [Cell]) -> Option<&'c Cell> {
        self.index(column).and_then(|index| cells.get(index))
    }

    fn has(&self, column: Column) -> bool {
        self.index(column).is_some()
    }

    fn column(&self, column: Column) -> impl Iterator<Item = &Cell> {
        let index = self.index(column);
        self.rows.iter().filter_map(move |cells| cells.get(index?))
    }

    fn states_required(&self) -> Stated {
        let by_column = self.has(Column::Required) || self.has(Column::Optional) || self.has(Column::Tags);
        // Notes in brackets mark what is optional; notes in prose mark nothing.
        let is_prose = |cell: &&Cell| !cell.text.is_empty() && !cell.text.starts_with('[');
        let prose = self.column(Column::Notes).filter(is_prose).count();
        let marked = self.page.attributes && !self.page.unmarked;
        let by_notes = marked && self.has(Column::Notes) && prose * 5 <= self.rows.len();
        let by_restrictions = self.column(Column::Restrictions).any(|cell| {
            let words = restrictions::words(&cell.text);
            words.contains(&restrictions::Word::Required) || words.contains(&restrictions::Word::Optional)
        });
        let by_name = || {
            self.column(Column::Name).map(|cell| names::read(&plain(cell))).any(|name| name.optional || name.required)
        };
        if by_column || by_notes || by_restrictions || by_name() { Stated::Yes } else { Stated::Unknown }
    }

    fn row(&mut self, cells: &[Cell], draft: &mut Draft, sink: &mut Sink) {
        let cell = |index: Option<usize>| index.and_then(|index| cells.get(index)).filter(|cell| !cell.text.is_empty());
        let Some(name_cell) = cell(self.index(Column::Name)) else { return };
        let name_text = plain(name_cell);
        let name = names::read(&name_text);
        // Some pages put the type behind the name.
        let in_name = || name.type_range.clone().filter(|_| !self.has(Column::Type)).map(|range| name_text.part(range));
        let type_text = cell(self.index(Column::Type)).map(plain).or_else(in_name);
        if name.text.is_empty() {
            return;
        }
        let parent = self.parent(&name, draft);
        let rest = names::is_wildcard(&name.text) && self.stands_for_rest(&name_text, &name);
        if !rest && self.is_double(parent, &name, sink) {
            return;
        }
        let type_span = type_text.as_ref().map_or(name.span, |text| text.span);
        let schema = self.schema(parent, &name, rest, type_span, draft);
        let endings = self.cell(Column::Description, cells).map(|cell| endings::read(&entities::prose(&cell.text)));
        let mut endings = endings.unwrap_or_default();
        let facts = match &type_text {
            Some(text) => self.type_of(text, cells, &mut endings, schema, draft, sink),
            None => {
                endings.put_values_back();
                // Generators leave the cell empty where they have no word for what a field is.
                let report = sink
                    .report(Code::TypeWord, name.span)
                    .message(format!("`{}` has no type", name.text))
                    .label("its type cell is empty; it stands for any value")
                    .help("write a type; write `any` where it can be anything");
                report.severity = Severity::Warning;
                Facts::default()
            }
        };
        if let Some((section, values)) = self.page.enums.get(&name.text) {
            self.named.insert(section.to_owned());
            if !field_enums::apply(values, schema, type_span, draft) {
                let remark = format!("the page lists values of `{section}`, which the type of the field does not have");
                draft.get(schema).notes.remarks.push(remark);
            }
        }
        let mut marks = marks::of_row(self.columns, cells, &name, self.stated, sink);
        if let Some(text) = &type_text {
            let description = self.index(Column::Description).and_then(|index| cells.get(index));
            let prose = description.map(|cell| entities::prose(&cell.text)).unwrap_or_default();
            let ecosystem = self.page.around.vocabulary.name;
            let required = marks.required == Some(true);
            let said = Said { name: &name.text, prose, ecosystem, word: &text.text, required, wrapped: facts.optional };
            self.weigh(text, &said, schema, draft);
        }
        if marks.repeated {
            repeat(schema, type_span, draft);
        }
        self.restrict(cells, schema, draft);
        note_values(&mut marks, schema, draft);
        for rule in std::mem::take(&mut marks.rules) {
            restrictions::apply(vec![rule.value], schema, rule.span, draft);
        }
        let null = self.null(&marks, &facts, schema, type_span, draft);
        self.annotate(cells, &marks, endings, facts.remarks.clone(), schema, draft);
        if rest {
            return draft.rule(parent, name.span, Keyword::AdditionalProperties(schema));
        }
        self.open.push((Some(name.depth), schema));
        let mark = self.required(&marks, &facts).then(|| name.span.at(name.text.clone()));
        let spelling = Spelling { page: name.text.clone(), evidence: Evidence::Nothing, accepted: false };
        let field = Field {
            name: name.text,
            span: name.span,
            schema,
            spelling: self.page.attributes.then_some(spelling),
            required: self.stated,
            null,
            secret: Vec::new(),
            rust_name: None,
        };
        self.members.push((parent, (field, mark)));
    }

    /// Whether a row called `additionalProperties` and the like is about members without a row: vendors have members of
    /// that name. Kits have other names for the rest (`any string name`); pages of schemas set it apart from names, in
    /// bold.
    fn stands_for_rest(&self, cell: &Plain, name: &Name) -> bool {
        let is_word = name.text.chars().all(char::is_alphanumeric);
        if !is_word {
            return true;
        }
        let dressed = |cell: &Plain| !cell.emphasised.is_empty();
        let others = || self.column(Column::Name).map(plain).filter(|other| other.text != cell.text);
        !self.page.attributes && dressed(cell) && others().next().is_none_or(|_| others().any(|other| !dressed(&other)))
    }

    /// Adds what the type cell says to the field's schema. Where it says `object` and the description is nothing but a
    /// link to another type of the page, that is the type. Values that the description lists stay there where they do
    /// not fit the type.
    fn type_of(
        &self,
        text: &Plain,
        cells: &[Cell],
        endings: &mut Endings,
        schema: SchemaId,
        draft: &mut Draft,
        sink: &mut Sink,
    ) -> Facts {
        let description = self.cell(Column::Description, cells).map(plain);
        let is_link = |description: &Plain| {
            let whole = |link: &Link| link.range == (0..description.text.len()) && link.target.starts_with('#');
            description.links.first().is_some_and(whole)
        };
        let span = description.as_ref().map_or(text.span, |description| description.span);
        let linked = description.filter(|description| text.text == "object" && is_link(description));
        let text = linked.as_ref().unwrap_or(text);
        let around = self.page.around;
        let named = field_enums::described(text, &endings.values, span, around);
        let around = Surroundings { enums: named.as_ref().unwrap_or(around.enums), ..*around };
        let facts = lower::lower(text, schema, &around, draft, sink);
        let fit = if named.is_some() {
            field_enums::is_enumerated(schema, draft)
        } else {
            let values = field_enums::listed(&endings.values, span, draft.get(schema).kinds());
            !values.is_empty() && field_enums::apply(&values, schema, span, draft)
        };
        if !fit {
            endings.put_values_back();
        }
        facts
    }

    /// Lets the name and the description speak where the type word of a generated page stands for several kinds.
    fn weigh(&self, text: &Plain, said: &Said<'_>, schema: SchemaId, draft: &mut Draft) {
        let refers = draft.references.iter().rev().take_while(|reference| reference.schema >= schema).next().is_some();
        if !self.page.attributes || refers {
            return;
        }
        let found = draft.get(schema);
        let kinds = match found.keywords.as_slice() {
            [] => Kinds::NONE,
            [only] => match only.value {
                Keyword::Type(kinds) => kinds,
                _ => return, // whatever other rule a type word became says enough
            },
            _ => return, // several rules are more than one word
        };
        let Some(verdict) = kinds::weigh(said, kinds) else { return };
        found.keywords.clear();
        found.notes.remarks.push(format!("the page says `{}`: {}", text.text, verdict.why));
        if !verdict.kinds.is_empty() {
            draft.rule(schema, text.span, Keyword::Type(verdict.kinds));
        }
    }

    /// The object that the row's field belongs to: that of the nearest row above that is less deep.
    fn parent(&mut self, name: &Name, draft: &mut Draft) -> SchemaId {
        while self.open.len() > 1 && self.open.last().is_some_and(|(depth, _)| *depth >= Some(name.depth)) {
            self.open.pop();
        }
        let (_, parent) = self.open[self.open.len() - 1]; // the object itself is never taken out
        let is_list =
            |keyword: &At<Keyword>| if let Keyword::Items(items) = keyword.value { Some(items) } else { None };
        draft.get(parent).keywords.iter().find_map(is_list).unwrap_or(parent)
    }

    fn schema(&self, parent: SchemaId, name: &Name, rest: bool, span: Span, draft: &mut Draft) -> SchemaId {
        let parent = draft.get(parent);
        let path = match rest {
            true => pointer::join(&parent.pointer, "additionalProperties"),
            false => pointer::join(&pointer::join(&parent.pointer, "properties"), &name.text),
        };
        let resource = parent.resource;
        draft.schema(span, self.page.around.document, path, resource)
    }

    fn is_double(&mut self, parent: SchemaId, name: &Name, sink: &mut Sink) -> bool {
        let here = Known { span: name.span, table: self.described.tables };
        let first = match self.described.fields.entry((parent, name.text.clone())) {
            Entry::Vacant(entry) => {
                entry.insert(here);
                return false;
            }
            Entry::Occupied(entry) => *entry.get(),
        };
        let report = sink
            .report(Code::DuplicateField, name.span)
            .message(format!("two rows describe `{}`", name.text))
            .label("described again here")
            .related(first.span, "described here already");
        if first.table != here.table {
            // Pages repeat fields in tables of what is sent and what comes back.
            report.help("the first row counts; where these are two types, give each table a heading of its own");
            report.severity = Severity::Warning;
        } else {
            report.help("remove one of the rows");
        }
        true
    }

    fn restrict(&self, cells: &[Cell], schema: SchemaId, draft: &mut Draft) {
        for (column, cell) in self.columns.iter().zip(cells) {
            let one = |name: &str| restrictions::named(name, &plain(cell).text).into_iter().collect();
            let found = match column {
                Column::Restrictions => restrictions::read(&cell.text),
                Column::Description => restrictions::in_description(&cell.text),
                Column::MinLength => one("min length"),
                Column::MaxLength => one("max length"),
                Column::Pattern => one("pattern"),
                Column::Name | Column::Type | Column::Required | Column::Optional | Column::Nullable => continue,
                Column::ReadOnly | Column::Tags | Column::Label | Column::Default | Column::Example => continue,
                Column::Notes | Column::Value | Column::Other => continue,
            };
            restrictions::apply(found, schema, cell.span, draft);
        }
    }

    fn required(&self, marks: &Marks, facts: &Facts) -> bool {
        // A table that marks what is optional (`name?`, `Optional`) leaves the rest alone.
        let marks_the_optional =
            !self.has(Column::Required) && !self.has(Column::Tags) && !self.has(Column::Restrictions);
        let silence = self.stated == Stated::Yes && marks_the_optional && !facts.optional;
        marks.required.unwrap_or(silence)
    }

    /// Whether the row can say that `null` occurs; if it says so, the schema allows it.
    fn null(&self, marks: &Marks, facts: &Facts, schema: SchemaId, span: Span, draft: &mut Draft) -> Stated {
        // Rust's pages write `Option<..>` without `[optional]` for what must be there and may be `null`.
        let rust = self.page.around.vocabulary.name == "Rust" && facts.optional && marks.required == Some(true);
        match marks.null {
            Some(true) => rules::nullable(span, schema, draft),
            None if rust => rules::nullable(span, schema, draft),
            Some(false) => {}
            None if facts.null => {}
            None => return Stated::Unknown,
        }
        Stated::Yes
    }

    fn annotate(
        &self,
        cells: &[Cell],
        marks: &Marks,
        endings: Endings,
        remarks: Vec<String>,
        schema: SchemaId,
        draft: &mut Draft,
    ) {
        let fallback = draft.get(schema).span;
        let kinds = draft.get(schema).kinds();
        let description = self.cell(Column::Description, cells);
        let value = |(text, span): &(String, Span)| values::read(text, kinds).map(|value| span.at(value));
        let at = |text: Option<String>| text.map(|text| (text, description.map_or(fallback, |cell| cell.span)));
        let (default, example) = (at(endings.default), at(endings.example));
        let notes = &mut draft.get(schema).notes;
        notes.description = Some(endings.description).filter(|text| !values::is_placeholder(text));
        notes.examples = marks.examples.iter().chain(&example).filter_map(value).collect();
        notes.read_only = marks.read_only;
        notes.write_only = marks.write_only;
        notes.deprecated = marks.deprecated || endings.deprecated;
        notes.remarks.extend(marks.remarks.iter().cloned().chain(remarks));
        match marks.default.as_ref().or(default.as_ref()) {
            // `KeyStatus.ACTIVE`: a member of code, whose value another page has.
            Some((text, _)) if names_member(text, kinds) => notes.remarks.push(format!("the default is `{text}`")),
            Some(default) => notes.default = value(default),
            None => {}
        }
    }
}

/// Whether a default names a member of an enumeration in code: `KeyStatus.ACTIVE`, of a type that is not known here.
fn names_member(text: &str, kinds: Option<Kinds>) -> bool {
    let is_path = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ':'));
    kinds.is_none() && is_path && text.contains(['.', ':']) && text.starts_with(char::is_uppercase)
}

/// Lets a field be one of the values that its notes list, unless its type says something else.
fn note_values(marks: &mut Marks, schema: SchemaId, draft: &mut Draft) {
    let Some((_, span)) = marks.values.first() else { return };
    let texts: Vec<String> = marks.values.iter().map(|(text, _)| text.clone()).collect();
    let values = field_enums::listed(&texts, *span, draft.get(schema).kinds());
    if !field_enums::apply(&values, schema, *span, draft) {
        marks.remarks.push(format!("the page lists these values: {}", texts.join(", ")));
    }
}

/// Makes a list of what the schema says: the label `repeated` of Protocol Buffers.
fn repeat(schema: SchemaId, span: Span, draft: &mut Draft) {
    let outer = draft.get(schema);
    let (path, resource, document) = (pointer::join(&outer.pointer, "items"), outer.resource, outer.document);
    let items = draft.schema(span, document, path, resource);
    rules::move_rules(schema, items, draft);
    draft.rule(schema, span, Keyword::Type(Kinds::NONE.with(Kind::Array)));
    draft.rule(schema, span, Keyword::Items(items));
}

fn plain(cell: &Cell) -> Plain {
    Plain::read(&cell.text, cell.span.source, cell.span.start as usize)
}
