//! Descriptions to Markdown that rustdoc takes without complaint and that cannot do any harm: no doctests, no HTML, no
//! links to items, no text that ends a comment.
//!
//! The description is parsed as Markdown and written again, so that whatever it holds is either understood or text.

mod fences;
#[cfg(test)]
mod tests;

use crate::convention::consists_of;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Descriptions are cut after this many bytes: a document of a megabyte is no documentation.
const LONGEST: usize = 20_000;

/// The paragraphs of a description.
pub(super) fn paragraphs(description: &str) -> Vec<String> {
    if is_plain(description) {
        return vec![description.trim_end().to_owned()];
    }
    parsed(description)
}

/// The paragraphs of a description that may hold anything.
fn parsed(description: &str) -> Vec<String> {
    let mut end = description.len().min(LONGEST);
    while !description.is_char_boundary(end) {
        end -= 1;
    }
    let text: String =
        description[..end].replace("\r\n", "\n").replace('\r', "\n").chars().filter(|&c| harmless(c)).collect();
    let mut writer = Writer::default();
    for event in Parser::new_ext(&fences::apart(&text), Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES) {
        writer.event(event);
    }
    writer.finish()
}

/// Whether a description is one line that begins with a letter and has no character in it that Markdown, rustdoc or
/// [`escape`] sees anything in. Most are, and a parser has nothing to find in them.
pub(super) fn is_plain(description: &str) -> bool {
    let ordinary: fn(u8) -> bool = |byte| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b' ' | b'.' | b',' | b';' | b':' | b'(' | b')' | b'\'' | b'"' | b'-' | b'/' | b'?' | b'$')
    };
    let bytes = description.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && bytes.len() <= LONGEST
        && consists_of(description, ordinary)
        && !description.contains("://")
}

/// A code span that holds exactly this text, on one line.
pub(super) fn code(text: &str) -> String {
    if !text.is_empty() && consists_of(text, |byte| matches!(byte, b'!'..=b'_' | b'a'..=b'~')) {
        return ["`", text, "`"].concat();
    }
    let text: String = text.chars().filter(|&c| harmless(c)).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.trim().is_empty() {
        let nothing = if text.is_empty() { "(the empty string)" } else { "(white space)" };
        return nothing.to_owned();
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    [&fence, pad, &text, pad, &fence].concat()
}

/// Control characters mean nothing here, and those that turn the direction of text are refused by rustc.
fn harmless(c: char) -> bool {
    let turns = matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (c == '\n' || !c.is_control()) && !turns && c != '\u{feff}'
}

/// Writes events as Markdown again.
#[derive(Default)]
struct Writer {
    done: Vec<String>,
    /// The paragraph that is being written.
    line: String,
    /// The text of a code block, while there is one.
    code: Option<String>,
    /// For each list around, the number of its next item.
    lists: Vec<Option<u64>>,
    /// Where the links around lead to.
    links: Vec<String>,
    /// Whether an item of a list was begun and has no text yet.
    bullet: Option<String>,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => {
                    let begins = self.line.is_empty() || self.line.ends_with('\n');
                    self.push(&escape(&text, begins));
                }
            },
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&code(&text)),
            Event::Html(text) | Event::InlineHtml(text) => {
                let words = without_tags(&text);
                let begins = self.line.is_empty();
                self.push(&escape(&words.replace('\n', " "), begins));
            }
            Event::SoftBreak | Event::HardBreak => self.line.push('\n'),
            Event::Rule => self.paragraph(),
            Event::FootnoteReference(name) => self.push(&escape(&name, false)),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => {}
            Tag::Heading { .. } => {
                self.paragraph();
                self.push("**");
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.paragraph();
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.paragraph();
                self.lists.push(first);
            }
            Tag::Item => {
                self.paragraph();
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let mark = format!("{}. ", (*number).min(999_999_999));
                        *number = number.saturating_add(1);
                        mark
                    }
                    Some(None) | None => "- ".to_owned(),
                };
                self.bullet = Some(mark);
            }
            Tag::Emphasis => self.push("*"),
            Tag::Strong => self.push("**"),
            Tag::Link { dest_url, .. } => {
                let link = if is_web(&dest_url) { dest_url.into_string() } else { String::new() };
                if !link.is_empty() {
                    self.push("[");
                }
                self.links.push(link);
            }
            Tag::TableHead | Tag::TableRow => self.paragraph(),
            Tag::TableCell
            | Tag::Table(_)
            | Tag::Image { .. }
            | Tag::BlockQuote(_)
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(
                HeadingLevel::H1
                | HeadingLevel::H2
                | HeadingLevel::H3
                | HeadingLevel::H4
                | HeadingLevel::H5
                | HeadingLevel::H6,
            ) => {
                self.push("**");
                self.paragraph();
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::List(_) => {
                self.paragraph();
                self.lists.pop();
            }
            TagEnd::Emphasis => self.push("*"),
            TagEnd::Strong => self.push("**"),
            TagEnd::Link => {
                if let Some(link) = self.links.pop().filter(|link| !link.is_empty()) {
                    self.push(&format!("](<{link}>)"));
                }
            }
            TagEnd::TableCell => self.push(" \\| "),
            TagEnd::Paragraph
            | TagEnd::HtmlBlock
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Table
            | TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.paragraph(),
            TagEnd::Image
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn push(&mut self, text: &str) {
        self.line.push_str(text);
    }

    /// Ends a paragraph, or the text of an item.
    fn paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        let lines: Vec<&str> = line.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || lines.iter().all(|line| line.chars().all(|c| c == '*')) {
            return;
        }
        let (first, indent) = match self.bullet.take() {
            Some(mark) => {
                let outer = "    ".repeat(self.lists.len().min(4).saturating_sub(1));
                let indent = format!("{outer}{}", " ".repeat(mark.len()));
                (format!("{outer}{mark}"), indent)
            }
            // Text of a list that is no first paragraph of an item would be a list of its own: it stands outside.
            None => (String::new(), String::new()),
        };
        let joined = lines.join(&format!("\n{indent}"));
        let text = if first.is_empty() { joined } else { first.clone() + &joined };
        match self.done.last_mut() {
            // Items follow one another without an empty line.
            Some(last) if !first.is_empty() && is_item(last) => {
                last.push('\n');
                last.push_str(&text);
            }
            Some(_) | None => self.done.push(text),
        }
    }

    fn code_block(&mut self) {
        let Some(code) = self.code.take() else { return };
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let code = code.trim_end();
        self.bullet = None;
        self.done.push(format!("{fence}text\n{code}\n{fence}"));
    }

    fn finish(mut self) -> Vec<String> {
        self.code_block();
        self.paragraph();
        self.done
    }
}

fn is_item(paragraph: &str) -> bool {
    let text = paragraph.trim_start_matches(' ');
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.starts_with("- ") || (number.len() < text.len() && number.starts_with(". "))
}

/// Whether a link leads to the web; others lead into the vendor's own site.
fn is_web(link: &str) -> bool {
    (link.starts_with("https://") || link.starts_with("http://"))
        && link.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'\\' | b'`'))
}

fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {} // the name or an attribute of a tag
        }
    }
    out
}

/// Text with everything escaped that Markdown or rustdoc would see something in. `begins`: it begins a line.
fn escape(text: &str, begins: bool) -> String {
    let mut out = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        escape_line(line, begins || index > 0, &mut out);
    }
    out
}

fn escape_line(line: &str, begins: bool, out: &mut String) {
    let mut rest = line;
    if begins {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 && line[digits..].starts_with(['.', ')']) {
            out.push_str(&line[..digits]);
            out.push('\\');
            rest = &line[digits..];
        } else if line.starts_with(['#', '-', '+', '=', ':', '>']) {
            out.push('\\');
        }
    }
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        if let Some(length) = link_length(rest) {
            let (link, tail) = rest.split_at(length);
            out.push_str(&format!("<{link}>"));
            (rest, before) = (tail, '>');
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let after = rest.chars().next().unwrap_or(' ');
        let inner = before.is_alphanumeric() && after.is_alphanumeric();
        let means = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => !(c == '>' && out.ends_with('\\')),
            '_' => !inner,
            '&' => after.is_alphanumeric() || after == '#',
            _ => false, // an ordinary character
        };
        if means {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}

/// The length of an address at the beginning of `text` that rustdoc would call bare.
fn link_length(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let end = text
        .find(|c: char| {
            !c.is_ascii_graphic()
                || matches!(c, '<' | '>' | '\\' | '`' | '"' | '\'' | '{' | '}' | '[' | ']' | '|' | '^')
        })
        .unwrap_or(text.len());
    let length = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*', '_']).len();
    (length > scheme.len()).then_some(length)
}
