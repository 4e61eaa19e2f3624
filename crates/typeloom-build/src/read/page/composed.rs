//! Tables that words such as `oneOf` and `xor` join: what a model, or a field, is composed of.
//!
//! Widdershins prints a schema row by row; where a composition begins, it ends the table, writes how what follows is
//! joined, and begins another one, in which rows called `*anonymous*` are the branches. In come the tables of one model
//! with the words before them, out come the rules of its schema. What a row says is read elsewhere.

use crate::diagnostic::Sink;
use crate::read::draft::Draft;
use crate::read::page::columns::Column;
use crate::read::page::fields::{self, Page};
use crate::read::page::inline::Plain;
use crate::read::page::names;
use crate::read::page::table::{Cell, Row, Table};
use crate::read::page::type_expr::lower;
use crate::read::page::values;
use crate::source::Span;
use crate::spec::{Keyword, Kind, Kinds, SchemaId};
use std::collections::BTreeSet;

/// How what follows is joined with what stands above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Join {
    /// A composition begins.
    Begin(Composition),
    /// Another branch follows.
    Again,
    /// The fields go on that a composition interrupted.
    Continued,
}

/// What a composition means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Composition {
    /// All branches hold.
    All,
    /// At least one branch holds.
    Any,
    /// Exactly one branch holds.
    One,
    /// The branch does not hold.
    Not,
}

const WORDS: &[(&str, Join)] = &[
    ("allOf", Join::Begin(Composition::All)),
    ("anyOf", Join::Begin(Composition::Any)),
    ("oneOf", Join::Begin(Composition::One)),
    ("not", Join::Begin(Composition::Not)),
    ("and", Join::Again),
    ("or", Join::Again),
    ("xor", Join::Again),
    ("continued", Join::Continued),
];

/// What the name cell of a branch holds.
const BRANCH: &str = "*anonymous*";

/// The join that a paragraph is, if it is nothing else.
pub(crate) fn join(paragraph: &str) -> Option<Join> {
    WORDS.iter().find(|(word, _)| *word == paragraph.trim()).map(|(_, join)| *join)
}

/// One step of the way through the tables of a model.
enum Piece<'a> {
    Join(Join),
    Row { depth: usize, branch: bool, row: &'a Row, table: &'a Table, columns: &'a [Column] },
}

/// Whether the tables are joined, so that [`read`] has to read them.
pub(crate) fn is_composed(tables: &[(Table, Vec<Column>)], joins: &[(usize, Join)]) -> bool {
    let branches =
        || tables.iter().flat_map(|(table, columns)| table.rows.iter().filter(|row| is_branch(row, columns)));
    (!joins.is_empty() && branches().next().is_some()) || branches().nth(1).is_some()
}

/// Adds what the tables say to the schema `object`; each join stands before the table with its index. Returns the names
/// of the enumerations of the page that are those of a field.
pub(crate) fn read(
    tables: &[(Table, Vec<Column>)],
    joins: &[(usize, Join)],
    object: SchemaId,
    page: &Page<'_>,
    draft: &mut Draft,
    sink: &mut Sink,
) -> BTreeSet<String> {
    let mut pieces = Vec::new();
    for (index, (table, columns)) in tables.iter().enumerate() {
        pieces.extend(joins.iter().filter(|(before, _)| *before == index).map(|(_, join)| Piece::Join(*join)));
        pieces.extend(table.rows.iter().map(|row| Piece::Row {
            depth: depth(row, columns),
            branch: is_branch(row, columns),
            row,
            table,
            columns,
        }));
    }
    let mut reading = Reading { page, named: BTreeSet::new(), draft, sink };
    reading.schema(&pieces, object, 0);
    reading.named
}

struct Reading<'a, 'p> {
    page: &'a Page<'p>,
    named: BTreeSet<String>,
    draft: &'a mut Draft,
    sink: &'a mut Sink,
}

/// How deep compositions may nest.
const DEPTH: usize = 64;

impl Reading<'_, '_> {
    /// Reads the pieces that belong to one schema. The recursion is bounded by [`DEPTH`].
    fn schema(&mut self, pieces: &[Piece<'_>], target: SchemaId, level: usize) {
        if level > DEPTH {
            return;
        }
        let Some(base) = pieces.iter().filter_map(Piece::depth).min() else { return };
        let mut composition = None;
        let mut groups: Vec<(Composition, Span, Vec<SchemaId>)> = Vec::new();
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            at += 1;
            let Piece::Row { branch, row, table, columns, .. } = piece else {
                if let Piece::Join(join) = piece {
                    composition = Some(*join);
                }
                continue;
            };
            let below = pieces[at..].iter().take_while(|piece| piece.depth().is_none_or(|depth| depth > base)).count();
            let inner = &pieces[at..at + below];
            at += below;
            if *branch {
                let begins = match composition.take() {
                    Some(Join::Begin(begins)) => Some(begins),
                    Some(Join::Again | Join::Continued) | None => None,
                };
                // Without a word before it, a branch belongs to the composition above.
                let Some(kind) = begins.or(groups.last().map(|(kind, ..)| *kind)) else {
                    unjoined(target, self.draft);
                    continue;
                };
                let known = groups.iter().position(|(other, ..)| *other == kind);
                let index = known.unwrap_or(groups.len());
                if known.is_none() {
                    groups.push((kind, row.span, Vec::new()));
                }
                let count = groups.get(index).map_or(0, |(.., branches)| branches.len());
                let schema = self.branch(row, columns, inner, target, (kind, count), level);
                if let Some((.., branches)) = groups.get_mut(index) {
                    branches.push(schema);
                }
            } else {
                self.field(row, table, columns, inner, target, level);
            }
            // A join at the end of what is below stands before what follows.
            if let Some(Piece::Join(join)) = inner.last() {
                composition = Some(*join);
            }
        }
        for (kind, span, branches) in groups {
            let keyword = match (kind, branches.first()) {
                (Composition::All, _) => Keyword::AllOf(branches),
                (Composition::Any, _) => Keyword::AnyOf(branches),
                (Composition::One, _) => Keyword::OneOf(branches),
                (Composition::Not, Some(first)) => Keyword::Not(*first),
                (Composition::Not, None) => continue,
            };
            self.draft.rule(target, span, keyword);
        }
    }

    fn branch(
        &mut self,
        row: &Row,
        columns: &[Column],
        inner: &[Piece<'_>],
        target: SchemaId,
        (kind, index): (Composition, usize),
        level: usize,
    ) -> SchemaId {
        let word = match kind {
            Composition::All => "allOf",
            Composition::Any => "anyOf",
            Composition::One => "oneOf",
            Composition::Not => "not",
        };
        let outer = self.draft.get(target);
        let pointer = match kind {
            Composition::Not => format!("{}/{word}", outer.pointer),
            Composition::All | Composition::Any | Composition::One => format!("{}/{word}/{index}", outer.pointer),
        };
        let resource = outer.resource;
        let schema = self.draft.schema(row.span, self.page.around.document, pointer, resource);
        let text = cell(row, columns, Column::Type).map(plain);
        let refers = text.as_ref().is_some_and(|text| !text.links.is_empty());
        if let Some(text) = &text {
            lower::lower(text, schema, self.page.around, self.draft, self.sink);
        }
        let description = cell(row, columns, Column::Description).map(plain).map(|text| text.text);
        let description = description.filter(|text| !values::is_placeholder(text));
        self.draft.get(schema).notes.description = description;
        // Rows below a reference repeat what it refers to.
        if !refers {
            self.schema(inner, self.items(schema), level + 1);
        }
        schema
    }

    /// A row that is a field, and what stands below it.
    fn field(
        &mut self,
        row: &Row,
        table: &Table,
        columns: &[Column],
        inner: &[Piece<'_>],
        target: SchemaId,
        level: usize,
    ) {
        let own = self.draft.get(target).kinds();
        if own.is_none() && self.draft.get(target).keywords.is_empty() {
            self.draft.rule(target, row.span, Keyword::Type(Kinds::NONE.with(Kind::Object)));
        }
        let first = SchemaId(self.draft.schemas.len() as u32);
        let alone = Table { header: table.header.clone(), header_span: table.header_span, rows: vec![row.clone()] };
        self.named.extend(fields::read(&alone, columns, target, self.page, self.draft, self.sink));
        let added = self.draft.schemas.len() > first.0 as usize;
        let refers = cell(row, columns, Column::Type).is_some_and(|cell| !plain(cell).links.is_empty());
        if added && !refers {
            self.schema(inner, self.items(first), level + 1);
        }
    }

    /// The schema that rows below a schema describe: that of its items, where it is a list.
    fn items(&self, schema: SchemaId) -> SchemaId {
        let mut at = schema;
        for _ in 0..DEPTH {
            let keywords = self.draft.schemas.get(at.0 as usize).map(|schema| schema.keywords.as_slice());
            let items = keywords.unwrap_or_default().iter().find_map(|keyword| match keyword.value {
                Keyword::Items(items) => Some(items),
                _ => None, // only lists have items
            });
            let Some(items) = items else { break };
            at = items;
        }
        at
    }
}

impl Piece<'_> {
    fn depth(&self) -> Option<usize> {
        match self {
            Piece::Join(_) => None,
            Piece::Row { depth, .. } => Some(*depth),
        }
    }
}

/// Says of a schema that it has branches and nothing tells what they have to do with each other.
fn unjoined(target: SchemaId, draft: &mut Draft) {
    let remark = "the page lists several kinds of values and does not say how they are joined";
    let remarks = &mut draft.get(target).notes.remarks;
    if !remarks.iter().any(|known| known == remark) {
        remarks.push(remark.to_owned());
    }
}

fn cell<'r>(row: &'r Row, columns: &[Column], column: Column) -> Option<&'r Cell> {
    columns.iter().position(|&other| other == column).and_then(|index| row.cells.get(index))
}

fn plain(cell: &Cell) -> Plain {
    Plain::read(&cell.text, cell.span.source, cell.span.start as usize)
}

fn is_branch(row: &Row, columns: &[Column]) -> bool {
    cell(row, columns, Column::Name).is_some_and(|cell| cell.text.trim_start_matches(['»', ' ']) == BRANCH)
}

fn depth(row: &Row, columns: &[Column]) -> usize {
    cell(row, columns, Column::Name).map_or(0, |cell| names::read(&plain(cell)).depth)
}
