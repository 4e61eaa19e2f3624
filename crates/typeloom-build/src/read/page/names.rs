//! Name cells: the name of a field, and the signs that pages put around it.

use crate::read::page::inline::Plain;
use crate::source::Span;
use std::ops::Range;

/// What a name cell says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    /// The name.
    pub text: String,
    /// Where it was written.
    pub span: Span,
    /// How deep it is below other rows: `»» id` is 2.
    pub depth: usize,
    /// It is marked as optional: `name?`, `name (optional)`.
    pub optional: bool,
    /// It is marked as required: `name (required)`.
    pub required: bool,
    /// It is marked as deprecated.
    pub deprecated: bool,
    /// The type, where it stands in the name cell: `` `port` _integer_ ``.
    pub type_range: Option<Range<usize>>,
}

/// Rows that stand for all members that have no row.
const WILDCARDS: &[&str] =
    &["*", "any string name", "additionalProperties", "additional properties", "<any>", "any other name"];

/// Whether a name stands for all members that have no row.
pub(crate) fn is_wildcard(name: &str) -> bool {
    WILDCARDS.contains(&name)
}

/// Reads a name cell.
pub(crate) fn read(cell: &Plain) -> Name {
    let line = cell.text.split('\n').next().unwrap_or("");
    let indent = line.len() - line.trim_start_matches(|c: char| matches!(c, '»' | '~') || c.is_whitespace()).len();
    let depth = line[..indent].matches('»').count();
    let struck = line[..indent].contains("~~");
    let (mut start, mut end) = (indent, line.len());
    // What is dressed up is the name, what follows says something of it.
    let dressed =
        cell.codes.iter().chain(&cell.emphasised).filter(|range| range.start <= start && range.end <= line.len());
    if let Some(range) = dressed.max_by_key(|range| range.end) {
        end = range.end.max(start);
    }
    let mut name = Name {
        text: String::new(),
        span: cell.span,
        depth,
        optional: false,
        required: false,
        deprecated: struck,
        type_range: None,
    };
    // Protocol Buffers: `[**oneof**](..) config.http` is the member `http` of the group `config`.
    if line[start..end].eq_ignore_ascii_case("oneof") && end < line.len() {
        let group = line[end..].rfind('.').map_or(end, |dot| end + dot + 1);
        start = group + line[group..].len() - line[group..].trim_start().len();
        end = line.len();
        name.optional = true;
    }
    let rest = line[end..].trim_start_matches('~');
    let rest_at = line.len() - rest.trim_start().len();
    words_behind(rest, &mut name);
    if !name.optional
        && !name.required
        && (struck || !name.deprecated)
        && !rest.trim().trim_matches(['*', '?']).is_empty()
    {
        name.type_range = Some(rest_at..line.len());
    }
    loop {
        let text = line[start..end].trim_end();
        end = start + text.len();
        if is_wildcard(text) {
            break;
        }
        if let Some(stem) = text.strip_suffix(['*', '†', '‡', '¹', '²', '³', '~']) {
            end = start + stem.len();
        } else if let Some(stem) = text.strip_suffix('?') {
            name.optional = true;
            end = start + stem.len();
        } else if let Some(open) = text.rfind('(').filter(|_| text.ends_with(')')) {
            let inner = &text[open + 1..text.len() - 1];
            let before = (name.optional, name.required, name.deprecated);
            words_behind(inner, &mut name);
            if before == (name.optional, name.required, name.deprecated) {
                break;
            }
            end = start + open;
        } else {
            break;
        }
    }
    name.text = line[start..end].trim().to_owned();
    name.span = cell.place(start..end.max(start + 1).min(cell.text.len().max(start + 1)));
    name
}

fn words_behind(text: &str, name: &mut Name) {
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '?') {
        match word.to_lowercase().as_str() {
            "optional" | "?" => name.optional = true,
            "required" | "mandatory" => name.required = true,
            "deprecated" => name.deprecated = true,
            _ => {} // other words say nothing of presence
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::page::inline::Plain;
    use crate::read::page::names::{Name, read};
    use crate::source::Sources;

    fn name(cell: &str) -> Name {
        read(&Plain::read(cell, Sources::default().add("page.md", cell), 0))
    }

    #[test]
    fn dress_is_taken_off() {
        for cell in [
            "`next_step`",
            "**next_step**",
            "**`next_step`**",
            "next\\_step",
            "[**next_step**](x.md#a)",
            "next_step \\*\\*",
        ] {
            assert_eq!(name(cell).text, "next_step", "{cell}");
        }
        assert_eq!(name("`*`").text, "*");
        assert_eq!(name("[https://acme.example/id](#id)").text, "https://acme.example/id");
        let dressed = name("**user_id**");
        assert_eq!((dressed.span.start, dressed.span.end), (2, 9));
    }

    #[test]
    fn signs_around_the_name_are_read() {
        assert!(name("color?").optional);
        for struck in ["~~`color`~~", "~~color~~"] {
            assert!(name(struck).deprecated && name(struck).text == "color" && name(struck).type_range.is_none());
        }
        assert!(name("owner? \\*").optional);
        assert!(name("`color` (optional)").optional);
        assert!(name("color (required)").required);
        assert!(name("`color` **required**").required && name("`color` **required**").text == "color");
        assert_eq!(name("»» color").depth, 2);
        assert_eq!(name("»» color").text, "color");
        assert_eq!(name("[**oneof**](https://x.example) config.http").text, "http");
        assert_eq!(name("`port` _integer_").type_range, Some(5..12));
    }
}
