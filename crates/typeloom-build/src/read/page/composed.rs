//! Tables that words such as `oneOf` and `xor` join: what a model, or a field, is composed of.
//!
//! Widdershins prints a schema row by row; where a composition begins, it ends the table, writes how what follows is
//! joined, and begins another one, in which rows called `*anonymous*` are the branches. In come the tables of one model
//! with the words before them, out come the rules of its schema. What a row says is read elsewhere.

use crate::diagnostic::{Code, Severity, Sink};
use crate::read::draft::Draft;
use crate::read::page::columns::Column;
use crate::read::page::fields::{self, Described, Page};
use crate::read::page::inline::Plain;
use crate::read::page::names;
use crate::read::page::table::{Cell, Row, Table};
use crate::read::page::type_expr::lower;
use crate::read::page::values;
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
    let (named, described) = (BTreeSet::new(), Described::default());
    let mut reading = Reading { page, named, described, too_deep: false, draft, sink };
    reading.schema(&pieces, object, 0);
    reading.named
}

struct Reading<'a, 'p> {
    page: &'a Page<'p>,
    named: BTreeSet<String>,
    /// The fields so far.
    described: Described,
    /// Whether it was said that rows are nested too deeply.
    too_deep: bool,
    draft: &'a mut Draft,
    sink: &'a mut Sink,
}

/// How deep compositions may nest.
const DEPTH: usize = 64;

/// A row that is a branch, and what stands below it.
struct Branch<'p> {
    row: &'p Row,
    columns: &'p [Column],
    inner: &'p [Piece<'p>],
}

impl Reading<'_, '_> {
    /// Reads the pieces that belong to one schema. The recursion is bounded by [`DEPTH`].
    fn schema(&mut self, pieces: &[Piece<'_>], target: SchemaId, level: usize) {
        let Some(base) = pieces.iter().filter_map(Piece::depth).min() else { return };
        if level > DEPTH {
            return self.leave_out(pieces);
        }
        let mut composition = None;
        let mut groups: Vec<(Composition, Vec<Branch<'_>>)> = Vec::new();
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
                let above = groups.last().map(|(kind, _)| *kind);
                let kind = begins.or(above).unwrap_or_else(|| self.unjoined(row, target));
                let branch = Branch { row, columns, inner };
                match groups.iter_mut().find(|(other, _)| *other == kind) {
                    Some((_, branches)) => branches.push(branch),
                    None => groups.push((kind, vec![branch])),
                }
            } else {
                self.field(row, table, columns, inner, target, level);
            }
            // A join at the end of what is below stands before what follows.
            if let Some(Piece::Join(join)) = inner.last() {
                composition = Some(*join);
            }
        }
        for (kind, branches) in groups {
            self.composition(kind, &branches, target, level);
        }
    }

    /// Adds the rule that a composition is.
    fn composition(&mut self, kind: Composition, branches: &[Branch<'_>], target: SchemaId, level: usize) {
        let Some(first) = branches.first() else { return };
        let span = first.row.span;
        let outer = self.draft.get(target);
        let (pointer, resource) = (outer.pointer.clone(), outer.resource);
        let keyword = match (kind, branches) {
            (Composition::All, _) => {
                Keyword::AllOf(self.branches(branches, &format!("{pointer}/allOf"), target, level))
            }
            (Composition::Any, _) => {
                Keyword::AnyOf(self.branches(branches, &format!("{pointer}/anyOf"), target, level))
            }
            (Composition::One, _) => {
                Keyword::OneOf(self.branches(branches, &format!("{pointer}/oneOf"), target, level))
            }
            (Composition::Not, [only]) => Keyword::Not(self.branch(only, format!("{pointer}/not"), target, level)),
            // None of them holds.
            (Composition::Not, _) => {
                let pointer = format!("{pointer}/not");
                let inner = self.draft.schema(span, self.page.around.document, pointer, resource);
                self.composition(Composition::Any, branches, inner, level);
                Keyword::Not(inner)
            }
        };
        self.draft.rule(target, span, keyword);
    }

    fn branches(&mut self, branches: &[Branch<'_>], pointer: &str, target: SchemaId, level: usize) -> Vec<SchemaId> {
        let branches = branches.iter().enumerate();
        branches.map(|(index, branch)| self.branch(branch, format!("{pointer}/{index}"), target, level)).collect()
    }

    /// Says that rows are nested too deeply to be read.
    fn leave_out(&mut self, pieces: &[Piece<'_>]) {
        let row = pieces.iter().find_map(|piece| match piece {
            Piece::Row { row, .. } => Some(*row),
            Piece::Join(_) => None,
        });
        let Some(row) = row.filter(|_| !std::mem::replace(&mut self.too_deep, true)) else { return };
        let report = self
            .sink
            .report(Code::TooDeep, row.span)
            .message(format!("rows are nested more than {DEPTH} levels deep"))
            .label("this row and those below it are left out")
            .help("give what is nested so deeply a heading of its own and refer to it");
        report.severity = Severity::Warning;
    }

    /// Says that nothing tells what the branches of a schema have to do with each other. Whether all of them hold or
    /// one does, at least one holds.
    fn unjoined(&mut self, row: &Row, target: SchemaId) -> Composition {
        let report = self
            .sink
            .report(Code::TypeWord, row.span)
            .message("nothing says how the kinds of values that the page lists here are joined")
            .label("the first of them; they are read as `anyOf`")
            .help("write `oneOf`, `anyOf` or `allOf` into a paragraph above it, and end the table before that");
        report.severity = Severity::Warning;
        let remark = "the page lists several kinds of values and does not say how they are joined";
        self.draft.get(target).notes.remarks.push(remark.to_owned());
        Composition::Any
    }

    fn branch(&mut self, branch: &Branch<'_>, pointer: String, target: SchemaId, level: usize) -> SchemaId {
        let Branch { row, columns, inner } = *branch;
        let resource = self.draft.get(target).resource;
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
        self.named.extend(fields::read_on(
            &alone,
            columns,
            target,
            self.page,
            &mut self.described,
            self.draft,
            self.sink,
        ));
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
