//! What the cells of one row say of presence, `null`, defaults and more, gathered from all columns.

use crate::diagnostic::{Code, Sink};
use crate::read::page::columns::Column;
use crate::read::page::entities;
use crate::read::page::inline::Plain;
use crate::read::page::markers;
use crate::read::page::names::Name;
use crate::read::page::notes::{self, Note};
use crate::read::page::restrictions;
use crate::read::page::table::Cell;
use crate::read::page::values;
use crate::source::{At, Span};
use crate::spec::{Keyword, Stated};

/// What a row says besides name, type and description.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// Whether the key must be present.
    pub required: Option<bool>,
    /// Whether the value may be `null`.
    pub null: Option<bool>,
    /// Only the server sets it.
    pub read_only: bool,
    /// The server never sends it.
    pub write_only: bool,
    /// It should not be used any more.
    pub deprecated: bool,
    /// It is a list of its type.
    pub repeated: bool,
    /// The default as written.
    pub default: Option<(String, Span)>,
    /// Examples as written.
    pub examples: Vec<(String, Span)>,
    /// The values it can have, as written.
    pub values: Vec<(String, Span)>,
    /// What else holds for it.
    pub rules: Vec<At<Keyword>>,
    /// Sentences for the documentation.
    pub remarks: Vec<String>,
}

/// Gathers the marks of a row. `stated` is whether the table can say that a field is required.
pub(crate) fn of_row(columns: &[Column], cells: &[Cell], name: &Name, stated: Stated, sink: &mut Sink) -> Marks {
    let mut marks = Marks { deprecated: name.deprecated, ..Marks::default() };
    marks.required = if name.optional { Some(false) } else { name.required.then_some(true) };
    for (column, cell) in columns.iter().zip(cells) {
        match column {
            Column::Required => marks.required = marks.mark(cell, sink).or(marks.required),
            Column::Optional => marks.required = marks.mark(cell, sink).map(|yes| !yes).or(marks.required),
            Column::Nullable => marks.null = marks.mark(cell, sink),
            Column::ReadOnly => marks.read_only = marks.mark(cell, sink).unwrap_or(false),
            Column::Tags | Column::Label => marks.tags(cell),
            Column::Notes => marks.notes(cell, stated),
            Column::Restrictions => marks.restrictions(cell),
            Column::Default if values::is_placeholder(&cell.text) => {}
            Column::Default => marks.default = Some((entities::prose(&cell.text), cell.span)),
            Column::Example if values::is_placeholder(&cell.text) => {}
            Column::Example => marks.examples.push((entities::prose(&cell.text), cell.span)),
            Column::Name | Column::Type | Column::Description | Column::Value | Column::Other => {}
            Column::MinLength | Column::MaxLength | Column::Pattern => {} // rules, read with the others
        }
    }
    marks
}

impl Marks {
    fn mark(&mut self, cell: &Cell, sink: &mut Sink) -> Option<bool> {
        let text = plain(cell).text;
        let Some(marker) = markers::read(&text) else {
            sink.report(Code::MarkerWord, cell.span)
                .message(format!("unknown marker `{}`", text.chars().take(80).collect::<String>()))
                .label("neither yes nor no")
                .help(markers::EXPECTED);
            return None;
        };
        let rest = marker.rest.as_str();
        match rest.strip_prefix("default:").or(rest.strip_prefix("Default:")) {
            Some(default) => self.default = Some((default.trim().to_owned(), cell.span)),
            None if rest.is_empty() => {}
            None => self.remarks.push(format!("the page says of its presence: {text}")),
        }
        Some(marker.yes)
    }

    fn tags(&mut self, cell: &Cell) {
        for tag in plain(cell).text.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            match tag.to_lowercase().as_str() {
                "optional" => self.required = Some(false),
                "required" => self.required = Some(true),
                "nullable" => self.null = Some(true),
                "read-only" | "readonly" => self.read_only = true,
                "write-only" | "writeonly" => self.write_only = true,
                "deprecated" => self.deprecated = true,
                "repeated" => self.repeated = true,
                _ => self.remarks.push(format!("the page says of it: {tag}")),
            }
        }
    }

    fn notes(&mut self, cell: &Cell, stated: Stated) {
        // Pages with notes in brackets mark what is optional and leave the rest alone.
        if stated == Stated::Yes && self.required.is_none() {
            self.required = Some(true);
        }
        for note in notes::read(&entities::prose(&cell.text)) {
            match note {
                Note::Optional => self.required = Some(false),
                Note::ReadOnly => self.read_only = true,
                Note::WriteOnly => self.write_only = true,
                Note::Deprecated => self.deprecated = true,
                Note::Default(text) => self.default = Some((text, cell.span)),
                Note::Example(text) => self.examples.push((text, cell.span)),
                Note::Values(values) => self.values.extend(values.into_iter().map(|value| (value, cell.span))),
                Note::Rule(name, text) => match restrictions::named(name, &text) {
                    Some(rule) => self.rules.push(cell.span.at(rule)),
                    None => self.remarks.push(format!("the page says of it: {name} {text}")),
                },
                Note::Other(text) => self.remarks.push(text),
            }
        }
    }

    fn restrictions(&mut self, cell: &Cell) {
        for word in restrictions::words(&cell.text) {
            match word {
                restrictions::Word::Required => self.required = Some(true),
                restrictions::Word::Optional => self.required = Some(false),
                restrictions::Word::ReadOnly => self.read_only = true,
                restrictions::Word::WriteOnly => self.write_only = true,
            }
        }
    }
}

fn plain(cell: &Cell) -> Plain {
    Plain::read(&cell.text, cell.span.source, cell.span.start as usize)
}
