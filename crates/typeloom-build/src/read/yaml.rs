//! YAML 1.2 to [`Node`]s: the same tree that JSON text becomes, each value with its place.
//!
//! Comes in: a text. Goes out: what the core schema (YAML 1.2.2, section 10.3) makes of it, as far as JSON can say it: a
//! value that JSON cannot hold is reported, never changed. An alias is a copy of what its anchor names. `<<` without
//! quotes merges a mapping, as in YAML 1.1: vendors write it, and as a key of its own it would mean nothing. It knows
//! nothing of schemas.

mod merge;
mod mistakes;
mod scalar;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::read::node::{DEPTH, Member, Node, NodeKind, distinct};
use crate::source::{SourceId, Sources, Span};
use granit_parser::{Event, Marker, Options, Parser, ScalarStyle, Tag, options};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many values all aliases together may stand for: a few lines can otherwise stand for billions.
const COPIES: usize = 200_000;

/// Reads the one document of `source`. [`None`] where there is none.
pub(crate) fn parse(source: SourceId, sources: &Sources, sink: &mut Sink) -> Option<Node> {
    let text = sources.get(source).text.as_str();
    // What is said of a text that is read again is not said twice.
    let mut said = Sink::new();
    let mut outcome = build(source, text, &mut said);
    if let Err(stopped) = &outcome
        && let Some(repaired) = mistakes::without_tabs(text, stopped.at)
    {
        said = Sink::new();
        outcome = build(source, &repaired, &mut said);
    }
    sink.append(said);
    let Stopped { at, message } = match outcome {
        Ok(node) => return node,
        Err(stopped) => stopped,
    };
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |found| at + found.len_utf8());
    sink.report(Code::YamlSyntax, Span::new(source, at, end))
        .message(message)
        .label("reading stops here")
        .help(mistakes::help(text, at));
    None
}

/// Where the parser gave up, and what it says of that.
struct Stopped {
    at: usize,
    message: String,
}

fn build(source: SourceId, text: &str, sink: &mut Sink) -> Result<Option<Node>, Stopped> {
    let mut builder = Builder {
        source,
        open: vec![],
        done: None,
        anchors: BTreeMap::new(),
        copies: 0,
        another: None,
        given_up: false,
        sink,
    };
    for event in Parser::new_from_str_with_options(text, settings()) {
        let (event, place) = match event {
            Ok(event) => event,
            Err(error) => {
                return Err(Stopped { at: offset(error.marker(), text), message: error.kind().to_string() });
            }
        };
        let start = offset(place.tag_start.as_ref().unwrap_or(&place.start), text);
        let span = Span::new(source, start, offset(&place.end, text).max(start));
        builder.event(event, span);
        if builder.given_up {
            break;
        }
    }
    if builder.done.is_none() && !builder.given_up {
        let place = Span::new(source, text.len(), text.len());
        builder
            .mistake(place, "no YAML value here", "the text ends without one")
            .help("write a YAML document, or remove the file");
    }
    Ok(builder.done)
}

/// That collections are nested too deeply is said here, not by the parser.
fn settings() -> Options {
    options! { flow_nesting_limit: DEPTH + 1, block_nesting_limit: DEPTH + 1 }
}

/// The byte at which something begins or ends.
fn offset(marker: &Marker, text: &str) -> usize {
    marker.byte_offset().unwrap_or(text.len())
}

struct Builder<'a> {
    source: SourceId,
    /// The collections that are not closed yet, outermost first.
    open: Vec<Open>,
    /// The first document.
    done: Option<Node>,
    anchors: BTreeMap<usize, Anchored>,
    /// How many values aliases have stood for so far.
    copies: usize,
    /// Where a further document begins, of which nothing has been seen yet.
    another: Option<Span>,
    /// Whether reading on makes no sense.
    given_up: bool,
    sink: &'a mut Sink,
}

/// A collection that is not closed yet.
struct Open {
    kind: OpenKind,
    span: Span,
    anchor: usize,
}

enum OpenKind {
    Array(Vec<Node>),
    Object(Vec<Member>, Key),
}

/// What comes next in a mapping.
enum Key {
    /// A key.
    Wanted,
    /// The value of this key.
    Named(String, Span),
    /// The value of `<<`.
    Merge(Span),
    /// The value of something that is no key, and has been reported.
    Nothing,
}

/// What an anchor names.
#[derive(Clone)]
struct Anchored {
    node: Rc<Node>,
    /// How many values it is.
    size: usize,
    /// How deeply it is nested.
    depth: usize,
}

/// A scalar as it is written: a key is its text, whatever value that would be elsewhere.
struct Written<'t> {
    text: Cow<'t, str>,
    plain: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        if let Some(another) = self.another.take() {
            // A `---` at the end of a file begins a document that says nothing.
            if !matches!(&event, Event::Scalar(text, ScalarStyle::Plain, 0, None) if matches!(&**text, "" | "~")) {
                self.mistake(another, "another YAML document begins here", "only one document in a file is read")
                    .help("put each document into a file of its own");
                self.given_up = true;
            }
            return;
        }
        match event {
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            Event::DocumentStart(..) if self.done.is_some() => self.another = Some(span),
            Event::DocumentStart(..) => {}
            Event::Scalar(text, style, anchor, tag) => {
                let written = Written { text, plain: style == ScalarStyle::Plain };
                if self.wants_key() {
                    self.check_tag(tag.as_deref(), span, &["str", "int", "float", "bool", "null", "merge"]);
                    return self.key(written, span, anchor);
                }
                let kind = scalar::value(&written.text, written.plain, tag.as_deref(), span, self.sink);
                self.value(Node { span, kind }, anchor);
            }
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::SequenceStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), span, &["seq"]);
                self.begin(OpenKind::Array(Vec::new()), span, anchor);
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), span, &["map"]);
                self.begin(OpenKind::Object(Vec::new(), Key::Wanted), span, anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            // Not an enum of ours: what else there is comes only where it is asked for.
            _ => {}
        }
    }

    fn mistake(&mut self, span: Span, message: &str, label: &str) -> &mut Diagnostic {
        self.sink.report(Code::YamlSyntax, span).message(message).label(label)
    }

    /// Reports a tag that is none of `known`, names of the core schema.
    fn check_tag(&mut self, tag: Option<&Tag>, span: Span, known: &[&str]) {
        let Some(tag) = tag else { return };
        let core = scalar::is_core(tag) && known.contains(&tag.suffix());
        if !core && !scalar::is_unspecific(tag) {
            scalar::unknown_tag(tag, span, self.sink);
        }
    }

    fn wants_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { kind: OpenKind::Object(_, Key::Wanted), .. }))
    }

    fn begin(&mut self, kind: OpenKind, span: Span, anchor: usize) {
        if self.open.len() >= DEPTH {
            self.sink
                .report(Code::TooDeep, span)
                .label(format!("{DEPTH} sequences and mappings are open here"))
                .help("flatten the document");
            self.given_up = true;
            return;
        }
        if self.wants_key() {
            self.no_key(span);
        }
        self.open.push(Open { kind, span, anchor });
    }

    fn end(&mut self, end: Span) {
        let Some(Open { kind, span, anchor }) = self.open.pop() else { return };
        let kind = match kind {
            OpenKind::Array(items) => NodeKind::Array(items),
            OpenKind::Object(members, _) => NodeKind::Object(distinct(merge::resolve(members, self.sink), self.sink)),
        };
        // A block ends where the next token begins; its text ends with its last value.
        let last = match &kind {
            NodeKind::Array(items) => items.last().map(|item| item.span.end),
            NodeKind::Object(members) => members.iter().map(|member| member.value.span.end).max(),
            NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(_) | NodeKind::String(_) => None,
        };
        let end = if end.start == end.end { last.unwrap_or(span.start) } else { end.end };
        let span = Span { source: self.source, start: span.start, end: end.max(span.start) };
        self.value(Node { span, kind }, anchor);
    }

    fn alias(&mut self, anchor: usize, span: Span) {
        let Some(Anchored { node, size, depth }) = self.anchors.get(&anchor).cloned() else {
            self.mistake(span, "alias of what it stands in", "this would have no end")
                .help("write a reference instead: `$ref: \"#/components/schemas/Name\"`");
            self.given_up = true;
            return;
        };
        self.copies = self.copies.saturating_add(size);
        if self.copies > COPIES {
            self.sink
                .report(Code::TooDeep, span)
                .message(format!("aliases stand for more than {COPIES} values"))
                .label("reading stops here")
                .help("write out what is meant, or use `$ref`");
            self.given_up = true;
            return;
        }
        if self.open.len() + depth > DEPTH {
            self.sink.report(Code::TooDeep, span).label("what this stands for is nested too deeply here");
            self.given_up = true;
            return;
        }
        if self.wants_key() {
            return match node.as_str() {
                Some(text) => self.key(Written { text: Cow::Borrowed(text), plain: false }, span, 0),
                None => self.no_key(span),
            };
        }
        self.value(Node { span, kind: node.kind.clone() }, 0);
    }

    /// A scalar where a key belongs.
    fn key(&mut self, written: Written<'_>, span: Span, anchor: usize) {
        if anchor > 0 {
            let node = Node { span, kind: NodeKind::String(written.text.clone().into_owned()) };
            self.anchors.insert(anchor, Anchored { node: Rc::new(node), size: 1, depth: 0 });
        }
        let Some(Open { kind: OpenKind::Object(_, key), .. }) = self.open.last_mut() else { return };
        *key = match written.plain && written.text == "<<" {
            true => Key::Merge(span),
            false => Key::Named(written.text.into_owned(), span),
        };
    }

    /// A collection where a key belongs. What follows it is read and left out.
    fn no_key(&mut self, span: Span) {
        self.mistake(span, "a key that is no text", "keys in JSON are text").help("write a text in quotes");
        if let Some(Open { kind: OpenKind::Object(_, key), .. }) = self.open.last_mut() {
            *key = Key::Nothing;
        }
    }

    /// Puts a value where it belongs.
    fn value(&mut self, node: Node, anchor: usize) {
        if anchor > 0 {
            let (size, depth) = measure(&node);
            self.anchors.insert(anchor, Anchored { node: Rc::new(node.clone()), size, depth });
        }
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.done = Some(node),
            Some(OpenKind::Array(items)) => items.push(node),
            Some(OpenKind::Object(members, key)) => match std::mem::replace(key, Key::Wanted) {
                Key::Named(name, name_span) => members.push(Member { name, name_span, value: node }),
                Key::Merge(span) => members.push(merge::member(span, node)),
                // The collection that is no key ends here, and its value is still to come.
                Key::Nothing => *key = Key::Named(merge::DROPPED.to_owned(), node.span),
                Key::Wanted => {}
            },
        }
    }
}

/// How many values a node is, and how deeply they are nested.
fn measure(node: &Node) -> (usize, usize) {
    let (mut size, mut deepest) = (0, 0);
    let mut waiting = vec![(node, 0)];
    while let Some((node, depth)) = waiting.pop() {
        size += 1;
        deepest = deepest.max(depth);
        match &node.kind {
            NodeKind::Array(items) => waiting.extend(items.iter().map(|item| (item, depth + 1))),
            NodeKind::Object(members) => waiting.extend(members.iter().map(|member| (&member.value, depth + 1))),
            NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(_) | NodeKind::String(_) => {}
        }
    }
    (size, deepest + 1)
}
