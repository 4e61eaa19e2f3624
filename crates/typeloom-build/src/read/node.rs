//! A document as a tree of values, each with its place.
//!
//! What the parsers of JSON and of YAML yield and what the readers of schemas walk. It knows neither syntax nor
//! schemas. Trees are never deeper than [`DEPTH`], so walking them by recursion is bounded.

use crate::diagnostic::{Code, Sink};
use crate::pointer;
use crate::source::Span;
use std::collections::BTreeMap;
use typeloom::{Number, Value};

/// How deeply values may be nested. Real documents stay below 40.
pub(crate) const DEPTH: usize = 256;

/// One value.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Where it is written.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum NodeKind {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as written.
    Number(Number),
    /// A string, unescaped.
    String(String),
    /// An array.
    Array(Vec<Node>),
    /// An object, its members in the order of the document. No name occurs twice.
    Object(Vec<Member>),
}

/// One member of an object.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The name, unescaped.
    pub name: String,
    /// Where the name is written.
    pub name_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The value without places.
    pub fn to_value(&self) -> Value {
        match &self.kind {
            NodeKind::Null => Value::Null,
            NodeKind::Bool(value) => Value::Bool(*value),
            NodeKind::Number(number) => Value::Number(number.clone()),
            NodeKind::String(text) => Value::String(text.clone()),
            NodeKind::Array(items) => Value::Array(items.iter().map(Node::to_value).collect()),
            NodeKind::Object(members) => {
                let pairs = members.iter().map(|member| (member.name.clone(), member.value.to_value()));
                Value::Object(pairs.collect::<BTreeMap<_, _>>())
            }
        }
    }

    /// The text, where this is a string.
    pub fn as_str(&self) -> Option<&str> {
        if let NodeKind::String(text) = &self.kind { Some(text) } else { None }
    }

    /// The truth value, where this is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let NodeKind::Bool(value) = self.kind { Some(value) } else { None }
    }

    /// The number, where this is one.
    pub fn as_number(&self) -> Option<&Number> {
        if let NodeKind::Number(number) = &self.kind { Some(number) } else { None }
    }

    /// The items, where this is an array.
    pub fn as_array(&self) -> Option<&[Node]> {
        if let NodeKind::Array(items) = &self.kind { Some(items) } else { None }
    }

    /// The members, where this is an object.
    pub fn as_object(&self) -> Option<&[Member]> {
        if let NodeKind::Object(members) = &self.kind { Some(members) } else { None }
    }

    /// The member `name`, where this is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Node> {
        find(self.as_object()?, name)
    }

    /// The value that one step of a JSON Pointer leads to.
    pub fn child(&self, step: &str) -> Option<&Node> {
        if let Some(items) = self.as_array() {
            let canonical = step == "0" || !step.starts_with('0');
            return step.parse::<usize>().ok().filter(|_| canonical).and_then(|index| items.get(index));
        }
        self.get(step)
    }

    /// The value that a JSON Pointer leads to.
    pub fn lookup(&self, pointer: &str) -> Option<&Node> {
        pointer::steps(pointer)?.iter().try_fold(self, |node, step| node.child(step))
    }

    /// What kind of value it is, with an article: what a diagnostic says was found.
    pub fn described(&self) -> &'static str {
        match self.kind {
            NodeKind::Null => "`null`",
            NodeKind::Bool(true) => "`true`",
            NodeKind::Bool(false) => "`false`",
            NodeKind::Number(_) => "a number",
            NodeKind::String(_) => "a string",
            NodeKind::Array(_) => "an array",
            NodeKind::Object(_) => "an object",
        }
    }
}

/// The value of the member `name`.
pub(crate) fn find<'a>(members: &'a [Member], name: &str) -> Option<&'a Node> {
    members.iter().find(|member| member.name == name).map(|member| &member.value)
}

/// Up to here, comparing each name with each other one takes less than sorting them.
const FEW: usize = 8;

fn has_twins(members: &[Member]) -> bool {
    let mut rest = members;
    while let [first, others @ ..] = rest {
        for other in others {
            if other.name == first.name {
                return true;
            }
        }
        rest = others;
    }
    false
}

/// Reports names that stand twice in one object, and keeps the first of them.
pub(crate) fn distinct(mut members: Vec<Member>, sink: &mut Sink) -> Vec<Member> {
    if members.len() < FEW && !has_twins(&members) {
        return members;
    }
    let mut order: Vec<&Member> = members.iter().collect();
    order.sort_by(|a, b| a.name.cmp(&b.name)); // stable: equal names stay in their order
    let mut again = Vec::new();
    for group in order.chunk_by(|a, b| a.name == b.name) {
        let [first, others @ ..] = group else { continue };
        for other in others {
            sink.report(Code::DuplicateKey, other.name_span)
                .message(format!("`{}` stands twice in one object", other.name))
                .label("here again")
                .related(first.name_span, "first here")
                .help("keep one of the two");
            again.push(other.name_span);
        }
    }
    if !again.is_empty() {
        members.retain(|member| !again.contains(&member.name_span));
    }
    members
}
