//! Pages that hold a table and, below it, the JSON Schema that the table was made from.
//!
//! The schema is the truth; the table is a cross-check. It loses much: `$ref` is printed as `object`, `["string",
//! "null"]` as `stringnull`, descriptions are cut after 200 characters, and in one variant a field called `email` loses
//! its name cell. What differs beyond that is told.

use crate::diagnostic::{Code, Sink};
use crate::read::draft::Draft;
use crate::read::json;
use crate::read::json_schema;
use crate::read::node::{Member, Node};
use crate::source::{Source, SourceId, Sources, Span};
use crate::spec::{NamedSchema, Origin};

/// The line above the schema.
const MARK: &str = "JSON Schema";

/// How much of a description the table shows.
const SHOWN: usize = 200;

/// What ends the first line of such a page.
const TITLE: &str = "· Schema";

/// Whether a document is such a page.
pub(crate) fn recognises(source: &Source) -> bool {
    let first = source.text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    first.trim_end().ends_with(TITLE) || (properties(&source.text).is_some() && schema_start(&source.text).is_some())
}

/// Reads such a page.
pub(crate) fn read(id: SourceId, sources: &Sources, draft: &mut Draft, sink: &mut Sink) {
    let text = sources.get(id).text.as_str();
    let Some(start) = schema_start(text) else {
        sink.report(Code::NoTable, Span::start_of(id))
            .message("page has no JSON Schema")
            .label("there is no line that begins with `{` below a line `JSON Schema`")
            .help("copy the whole page, the schema below the table included, or take the schema file that it links to");
        return;
    };
    let (Some(node), _) = json::parse_at(id, sources, start, sink) else { return };
    if let Some(table) = properties(&text[..start]) {
        let rows = rows(id, text, table..start);
        compare(&rows, &node, Span::new(id, table, table + PROPERTIES.len()), sink);
    }
    let (name, span) = name(id, text, &node);
    let schema = json_schema::read_embedded(id, node, sources, draft, sink);
    draft.types.push(NamedSchema { name, schema, span, origin: Origin::Document, rust_name: None, secret: None });
}

const PROPERTIES: &str = "Properties";

/// Where the schema begins: at the first line behind the mark that begins with a brace.
fn schema_start(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut marked = false;
    for line in text.split_inclusive('\n') {
        if marked && line.trim_start().starts_with('{') {
            return Some(at + line.len() - line.trim_start().len());
        }
        marked |= line.trim().trim_start_matches('#').trim() == MARK;
        at += line.len();
    }
    None
}

/// Where the heading of the table is. A page of a schema without properties has none.
fn properties(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim() == PROPERTIES {
            return Some(at + line.len() - line.trim_start().len());
        }
        if line.trim() == MARK {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// One row of the table.
#[derive(Debug, PartialEq)]
struct Row<'a> {
    span: Span,
    name: &'a str,
    kind: &'a str,
    description: &'a str,
}

fn rows(id: SourceId, text: &str, range: std::ops::Range<usize>) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut at = range.start;
    let mut header = false;
    for line in text[range].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let inner = line.trim();
        let is_header = inner.trim_matches('|').split(['|', ' ']).filter(|word| !word.is_empty()).eq([
            "Name",
            "Type",
            "Description",
        ]);
        if is_header {
            header = true;
            continue;
        }
        if inner == MARK || inner.starts_with("View JSON Schema") {
            break;
        }
        if !header || inner.is_empty() || inner.bytes().all(|byte| matches!(byte, b'|' | b'-' | b' ' | b':')) {
            continue;
        }
        let span = Span::new(id, start, start + line.trim_end().len());
        rows.push(match inner.strip_prefix('|') {
            Some(cells) => {
                let cells = cells.strip_suffix('|').unwrap_or(cells);
                let mut cells = cells.splitn(3, '|').map(str::trim);
                let mut next = || cells.next().unwrap_or("");
                Row { span, name: next(), kind: next(), description: next() }
            }
            None => {
                let (name, rest) = inner.split_once(' ').unwrap_or((inner, ""));
                let (kind, description) = rest.split_once(' ').unwrap_or((rest, ""));
                Row { span, name, kind, description }
            }
        });
    }
    rows
}

/// Tells what the table says otherwise than the schema.
fn compare(rows: &[Row<'_>], schema: &Node, heading: Span, sink: &mut Sink) {
    let members = schema.get("properties").and_then(Node::as_object).unwrap_or(&[]);
    if rows.is_empty() && members.is_empty() {
        return;
    }
    let mut told: Vec<&str> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(member) = member_of(row, members.get(index), members) else {
            sink.report(Code::TableDiffers, row.span)
                .group("row")
                .message(format!("the table has `{}`, the schema has not", row.name))
                .label("not in the schema")
                .help("the schema is what counts; if the table is right, add the property to the schema");
            continue;
        };
        told.push(&member.name);
        let (kind, shifted) = if row.name == member.name { (row.kind, false) } else { (row.name, true) };
        let printed = printed_kind(&member.value);
        if !printed.contains(&kind.to_owned()) {
            sink.report(Code::TableDiffers, row.span)
                .group("kind")
                .message(format!(
                    "the table says that `{}` is `{kind}`, the schema says `{}`",
                    member.name,
                    printed.join("` or `")
                ))
                .label("another type than in the schema")
                .related(member.value.span, "the schema")
                .help("the schema is what counts");
        }
        let description = if shifted { row.kind } else { row.description };
        compare_description(description, member, row.span, sink);
    }
    for member in members.iter().filter(|member| !told.contains(&member.name.as_str())) {
        sink.report(Code::TableDiffers, heading)
            .group("property")
            .message(format!("the schema has `{}`, the table has not", member.name))
            .label("in this table")
            .related(member.name_span, "the schema")
            .help("the schema is what counts; the page may be older or newer than it");
    }
    let wanted: Vec<&str> =
        members.iter().map(|member| member.name.as_str()).filter(|name| told.contains(name)).collect();
    if wanted != told {
        sink.report(Code::TableDiffers, heading)
            .group("order")
            .message(format!("the table has another order than the schema: {}", told.join(", ")))
            .label("in this table")
            .help("the order of the schema is taken");
    }
}

/// The property that a row is about: the one it names, or the one at its place where it has lost its name cell.
fn member_of<'a>(row: &Row<'_>, at_place: Option<&'a Member>, members: &'a [Member]) -> Option<&'a Member> {
    let named = members.iter().find(|member| member.name == row.name);
    named.or_else(|| {
        at_place.filter(|member| member.name == "email" && printed_kind(&member.value).contains(&row.name.to_owned()))
    })
}

/// How the table prints the type of a property.
fn printed_kind(schema: &Node) -> Vec<String> {
    let kind = schema.get("type");
    let joined = |items: &[Node]| items.iter().filter_map(Node::as_str).collect::<String>();
    match (kind.and_then(Node::as_str), kind.and_then(Node::as_array)) {
        (Some(kind), _) => vec![kind.to_owned()],
        (None, Some(kinds)) => vec![joined(kinds)],
        // A reference is printed as `object`, whatever it leads to; what has no type at all as well, or as nothing.
        (None, None) => vec!["object".to_owned(), "any".to_owned(), String::new()],
    }
}

/// The table shows the beginning of the description, its white space collapsed.
fn compare_description(shown: &str, member: &Member, span: Span, sink: &mut Sink) {
    let full = member.value.get("description").and_then(Node::as_str).unwrap_or("");
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace("\\|", "|");
    let (full, shown) = (squeeze(full), squeeze(shown));
    let cut: String = full.chars().take(SHOWN).collect();
    let same = shown == full || cut.trim_end() == shown || (!shown.is_empty() && full.starts_with(&shown));
    if !same {
        sink.report(Code::TableDiffers, span)
            .group("description")
            .message(format!("the table describes `{}` in other words than the schema", member.name))
            .label("another description than in the schema")
            .related(member.value.span, "the schema")
            .help("the description of the schema is kept");
    }
}

/// The schema's title where it has one, else the heading of the page: its second line that says something.
fn name(id: SourceId, text: &str, schema: &Node) -> (String, Span) {
    if let Some(title) = schema.get("title").filter(|title| title.as_str().is_some_and(|text| !text.contains(' '))) {
        return (title.as_str().unwrap_or_default().to_owned(), title.span);
    }
    let mut at = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            lines.push((at + line.len() - line.trim_start().len(), line.trim()));
        }
        at += line.len();
    }
    let heading = lines.iter().find(|(_, line)| !line.ends_with(TITLE)).copied();
    let (at, line) = heading.unwrap_or((0, "Schema"));
    let name = crate::read::page::headings::name(line);
    (name, Span::new(id, at, at + line.len()))
}
