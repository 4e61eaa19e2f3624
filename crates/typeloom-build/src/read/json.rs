//! JSON text to [`Node`]s, with what is wrong named precisely.
//!
//! Comes in: a text, or the part of a text that begins at an offset (JSON on a page). Goes out: a tree with places, as
//! complete as the text allows: after a mistake that people make (a trailing comma, a comment, single quotes) reading
//! goes on as if it had been written right, so that all mistakes are reported together. It knows nothing of schemas.

mod number;
mod string;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::read::node::{DEPTH, Member, Node, NodeKind, distinct};
use crate::source::{SourceId, Sources, Span};

/// More mistakes than this in one text are not worth listing: it is probably not meant to be JSON.
const MISTAKES: usize = 20;

/// Reads the whole of `source`. [`None`] where nothing in it resembles a value.
pub(crate) fn parse(source: SourceId, sources: &Sources, sink: &mut Sink) -> Option<Node> {
    let (node, end) = parse_at(source, sources, 0, sink);
    let node = node?;
    let mut rest = Parser { text: &sources.get(source).text, source, at: end, mistakes: 0, sink };
    rest.space();
    if let Some(found) = rest.peek() {
        let place = rest.char_span();
        rest.mistake(
            place,
            &format!("{} behind the end of the document", spell(found)),
            "not part of the value before",
        )
        .map(|diagnostic| diagnostic.help("a JSON file holds exactly one value"));
    }
    Some(node)
}

/// Reads one value that begins at or behind the byte `start` of `source`, and says where it ends. What comes behind it
/// is not looked at.
pub(crate) fn parse_at(source: SourceId, sources: &Sources, start: usize, sink: &mut Sink) -> (Option<Node>, usize) {
    let text = sources.get(source).text.as_str();
    let mut parser = Parser { text, source, at: start.min(text.len()), mistakes: 0, sink };
    if parser.at == 0 && text.starts_with('\u{FEFF}') {
        parser.at = '\u{FEFF}'.len_utf8();
    }
    parser.space();
    if parser.peek().is_none() {
        let place = parser.span(parser.at);
        parser
            .mistake(place, "no JSON value here", "the text ends without one")
            .map(|diagnostic| diagnostic.help("write a JSON value, or remove the file"));
        return (None, parser.at);
    }
    let node = parser.value(0);
    (node, parser.at)
}

struct Parser<'a> {
    text: &'a str,
    source: SourceId,
    /// Offset of the next byte. Always on a character boundary.
    at: usize,
    mistakes: usize,
    sink: &'a mut Sink,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        match self.byte()? {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.rest().chars().next(),
        }
    }

    fn byte(&self) -> Option<u8> {
        // Asked of every byte of every document, by code that is not optimised: an index is less than half of `get`.
        let bytes = self.text.as_bytes();
        if self.at < bytes.len() { Some(bytes[self.at]) } else { None }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.byte() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Steps over one character.
    fn step(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// From `start` up to here.
    fn span(&self, start: usize) -> Span {
        Span::new(self.source, start, self.at)
    }

    /// The next character.
    fn char_span(&self) -> Span {
        Span::new(self.source, self.at, self.at + self.peek().map_or(0, char::len_utf8))
    }

    /// Reports a mistake, unless there were too many already.
    fn mistake(&mut self, span: Span, message: &str, label: &str) -> Option<&mut Diagnostic> {
        self.mistakes += 1;
        if self.mistakes > MISTAKES {
            return None;
        }
        Some(self.sink.report(Code::JsonSyntax, span).message(message).label(label))
    }

    /// Whether reading on would only repeat what is known: the text is not JSON.
    fn given_up(&self) -> bool {
        self.mistakes > MISTAKES
    }

    /// Steps over white space, and over comments with a complaint.
    fn space(&mut self) {
        loop {
            let bytes = self.text.as_bytes();
            while self.at < bytes.len() && matches!(bytes[self.at], b' ' | b'\t' | b'\n' | b'\r') {
                self.at += 1;
            }
            // What begins a comment, or may be white space of another kind.
            if !matches!(self.byte(), Some(b'/' | b'#' | 0..b' ' | 0x80..)) {
                return;
            }
            let start = self.at;
            let rest = self.rest();
            if rest.starts_with("//") || rest.starts_with('#') {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
            } else if let Some(character) = rest.chars().next().filter(|c| c.is_whitespace() || *c == '\u{FEFF}') {
                self.step();
                let message = format!("{} is no white space in JSON", spell(character));
                let span = self.span(start);
                self.mistake(span, &message, "only space, tab and line breaks are")
                    .map(|diagnostic| diagnostic.help("replace it by a space"));
                continue;
            } else {
                return;
            }
            let span = self.span(start);
            self.mistake(span, "JSON has no comments", "this is one")
                .map(|diagnostic| diagnostic.help("move it into `$comment`, or remove it"));
        }
    }

    /// The value that begins here. [`None`] where there is none; then nothing was consumed.
    fn value(&mut self, depth: usize) -> Option<Node> {
        let start = self.at;
        let kind = match self.peek()? {
            open @ ('{' | '[') if depth >= DEPTH => {
                self.skip_nested();
                let span = Span::new(self.source, start, start + 1);
                self.sink
                    .report(Code::TooDeep, span)
                    .label(format!("{DEPTH} arrays and objects are open here"))
                    .help("flatten the document");
                // Of the kind that it is, so that nobody complains of that too.
                if open == '{' { NodeKind::Object(vec![]) } else { NodeKind::Array(vec![]) }
            }
            '{' => self.object(depth),
            '[' => self.array(depth),
            '"' => NodeKind::String(self.string('"')),
            '\'' | '‘' | '’' | '“' | '”' | '`' => NodeKind::String(self.wrong_quotes()),
            '-' | '+' | '.' | '0'..='9' => self.number()?,
            character if character.is_alphabetic() || character == '_' || character == '$' => self.word(),
            _ => return None,
        };
        Some(Node { span: self.span(start), kind })
    }

    fn word(&mut self) -> NodeKind {
        let start = self.at;
        let word = self.identifier().to_owned();
        let (kind, help) = match word.as_str() {
            "null" => return NodeKind::Null,
            "true" => return NodeKind::Bool(true),
            "false" => return NodeKind::Bool(false),
            "True" | "TRUE" => (NodeKind::Bool(true), "write `true`".to_owned()),
            "False" | "FALSE" => (NodeKind::Bool(false), "write `false`".to_owned()),
            "Null" | "NULL" | "None" | "nil" | "undefined" => (NodeKind::Null, "write `null`".to_owned()),
            "NaN" | "Infinity" | "inf" => (NodeKind::Null, "JSON has only finite numbers".to_owned()),
            _ => (NodeKind::String(word.clone()), format!("write `\"{word}\"` if a string is meant")),
        };
        let span = self.span(start);
        self.mistake(span, &format!("`{word}` is no JSON value"), "not a JSON value")
            .map(|diagnostic| diagnostic.help(help));
        kind
    }

    /// Steps over letters, digits, `_`, `$` and `-`.
    fn identifier(&mut self) -> &str {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '-')) {
            self.step();
        }
        self.text.get(start..self.at).unwrap_or("")
    }

    fn array(&mut self, depth: usize) -> NodeKind {
        let open = self.at;
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        while !self.closed(open, ']', items.is_empty()) {
            match self.value(depth + 1) {
                Some(item) => items.push(item),
                None => self.unexpected("a value"),
            }
            if self.given_up() {
                self.at = self.text.len();
                break;
            }
            self.separator(']');
        }
        NodeKind::Array(items)
    }

    fn object(&mut self, depth: usize) -> NodeKind {
        let open = self.at;
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        while !self.closed(open, '}', members.is_empty()) {
            match self.member(depth) {
                Some(member) => members.push(member),
                None => self.unexpected("a name in double quotes"),
            }
            if self.given_up() {
                self.at = self.text.len();
                break;
            }
            self.separator('}');
        }
        NodeKind::Object(distinct(members, self.sink))
    }

    fn member(&mut self, depth: usize) -> Option<Member> {
        let start = self.at;
        let name = match self.peek()? {
            '"' => self.string('"'),
            '\'' | '‘' | '’' | '“' | '”' | '`' => self.wrong_quotes(),
            c if c.is_alphanumeric() || c == '_' || c == '$' => {
                let name = self.identifier().to_owned();
                let span = self.span(start);
                self.mistake(span, &format!("name `{name}` is not in quotes"), "names are strings")
                    .map(|diagnostic| diagnostic.help(format!("write `\"{name}\"`")));
                name
            }
            _ => return None,
        };
        let name_span = self.span(start);
        self.space();
        if !self.eat(b':') {
            let place = self.char_span();
            let help = format!("write `\"{name}\": ` and its value");
            self.mistake(place, &format!("no `:` behind the name `{name}`"), "`:` expected")
                .map(|diagnostic| diagnostic.related(name_span, "the name").help(help));
            self.eat(b'=');
        }
        self.space();
        let value = match self.value(depth + 1) {
            Some(value) => value,
            None => {
                let place = self.char_span();
                self.mistake(place, &format!("no value for `{name}`"), "a value is expected")
                    .map(|diagnostic| diagnostic.related(name_span, "the name"));
                Node { span: self.span(self.at), kind: NodeKind::Null }
            }
        };
        Some(Member { name, name_span, value })
    }

    /// Whether the array or object that began at `open` ends here: by its bracket, by another one, or with the text.
    fn closed(&mut self, open: usize, bracket: char, empty: bool) -> bool {
        let opened = Span::new(self.source, open, open + 1);
        match self.peek() {
            Some(found) if found == bracket => {
                self.at += 1;
                true
            }
            Some(found @ (']' | '}')) => {
                let place = self.char_span();
                self.at += 1;
                self.mistake(place, &format!("`{found}` where `{bracket}` belongs"), &format!("`{bracket}` expected"))
                    .map(|diagnostic| diagnostic.related(opened, "opened here"));
                true
            }
            None => {
                let kind = if bracket == ']' { "array" } else { "object" };
                self.mistake(opened, &format!("{kind} is not closed"), "opened here, and the text ends inside of it")
                    .map(|diagnostic| diagnostic.help(format!("close it with `{bracket}`")));
                true
            }
            Some(',') if empty => {
                self.unexpected("a value");
                self.space();
                self.closed_after_comma(bracket)
            }
            Some(_) => false,
        }
    }

    fn closed_after_comma(&mut self, bracket: char) -> bool {
        let closed = self.peek() == Some(bracket);
        self.at += usize::from(closed);
        closed
    }

    /// The comma between two entries. Where it is missing, and another entry follows, says so and goes on.
    fn separator(&mut self, bracket: char) {
        let behind = self.at;
        self.space();
        let start = self.at;
        if self.eat(b',') {
            let comma = self.span(start);
            self.space();
            if self.peek() == Some(bracket) {
                self.mistake(comma, "comma before the closing bracket", "nothing follows it")
                    .map(|diagnostic| diagnostic.help("remove it"));
            }
            while self.peek() == Some(',') {
                self.unexpected("a value");
                self.space();
            }
            return;
        }
        match self.peek() {
            None | Some(']' | '}') => {}
            Some(';') => self.unexpected("`,`"),
            Some(_) => {
                let place = Span::new(self.source, behind.saturating_sub(1), behind);
                self.mistake(place, "no `,` between two entries", "`,` expected behind this")
                    .map(|diagnostic| diagnostic.help("separate the entries of an array or object by `,`"));
            }
        }
        self.space();
    }

    /// Reports the next character and steps over it.
    fn unexpected(&mut self, wanted: &str) {
        let Some(found) = self.peek() else { return };
        let place = self.char_span();
        self.mistake(place, &format!("{} where {wanted} belongs", spell(found)), &format!("{wanted} expected"));
        self.step();
    }

    /// Steps over an array or object without looking at what is in it.
    fn skip_nested(&mut self) {
        let mut open = 0usize;
        let mut quoted = false;
        while let Some(byte) = self.byte() {
            self.at += 1;
            match byte {
                b'\\' if quoted => self.step(),
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => open += 1,
                b'}' | b']' if !quoted => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }
}

/// A character as a message names it.
fn spell(character: char) -> String {
    match character {
        '`' => "a backquote".to_owned(),
        c if c.is_control() || (c.is_whitespace() && c != ' ') || c == '\u{FEFF}' => format!("U+{:04X}", c as u32),
        c => format!("`{c}`"),
    }
}
