//! Keywords about values of any kind: `type`, `enum`, `const`.

use super::dialect::Edition;
use super::{Here, Walk};
use crate::diagnostic::{Diagnostic, Severity};
use crate::read::node::{Member, Node, NodeKind};
use crate::spec::{EnumValue, Keyword, Kind, Kinds};
use std::collections::BTreeMap;

pub(super) fn kinds(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let mut kinds = Kinds::NONE;
    match (member.value.as_str(), member.value.as_array()) {
        // A file is no JSON; what stands for it in JSON is a text.
        (Some("file"), _) if here.dialect.edition == Edition::Swagger2 => kinds = kinds.with(Kind::String),
        (Some(name), _) => match Kind::named(name) {
            Some(kind) => kinds = kinds.with(kind),
            None => unknown(walk, &member.value, name),
        },
        (None, Some([])) => {
            walk.wrong(member.value.span, "`type` is an empty array", "at least one type is expected")
                .help("write `false` instead of the schema if nothing is allowed");
        }
        (None, Some(items)) => {
            for item in items {
                match item.as_str().map(|name| (name, Kind::named(name))) {
                    Some((name, Some(kind))) if kinds.has(kind) => {
                        walk.wrong(item.span, format!("`type` lists `{name}` twice"), "here again").help("remove it");
                    }
                    Some((_, Some(kind))) => kinds = kinds.with(kind),
                    Some((name, None)) => unknown(walk, item, name),
                    None => names_expected(walk.unwanted(item, "type", "the name of a type")),
                }
            }
        }
        (None, None) => names_expected(walk.not(member, "the name of a type")),
    }
    if !kinds.is_empty() {
        walk.rule(here, &member.value, Keyword::Type(kinds));
    }
}

const NAMES: &str = "write one of: null, boolean, integer, number, string, array, object";

fn names_expected(diagnostic: &mut Diagnostic) {
    diagnostic.help(NAMES);
}

fn unknown(walk: &mut Walk<'_>, node: &Node, name: &str) {
    let meant = match name.to_ascii_lowercase().as_str() {
        "str" | "text" | "date" | "datetime" | "file" | "uuid" => Some("string"),
        "int" | "long" | "int32" | "int64" => Some("integer"),
        "float" | "double" | "decimal" => Some("number"),
        "bool" => Some("boolean"),
        "list" | "tuple" | "set" => Some("array"),
        "dict" | "map" | "struct" => Some("object"),
        "nil" | "none" => Some("null"),
        lower => Kind::named(lower).map(Kind::name),
    };
    let help = match (name, meant) {
        ("any", _) => "leave `type` out: then any type is allowed".to_owned(),
        (_, Some(meant)) => format!("write `{meant}`"),
        (_, None) => NAMES.to_owned(),
    };
    walk.wrong(node.span, format!("unknown type `{name}`"), "not a type of JSON Schema").help(help);
}

pub(super) fn enumeration(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(items) = member.value.as_array() else {
        walk.not(member, "an array of values").help("write `\"enum\": [\"a\", \"b\"]`");
        return;
    };
    let name = |index| label(here, &["x-enum-varnames", "x-enumNames"], items, index);
    let keywords = ["x-enum-descriptions", "x-enumDescriptions", "meta:enum", "enumDescriptions"];
    let description = |index| label(here, &keywords, items, index);
    let mut values: Vec<EnumValue> = vec![];
    // Strings are found in a set: there are lists of thousands. Of anything else there are few.
    let mut strings = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        let value = item.to_value();
        let first = match item.as_str() {
            Some(text) => strings.insert(text, item.span),
            None => values.iter().find(|known| known.value == value).map(|known| known.span),
        };
        if let Some(first) = first {
            walk.wrong(item.span, "`enum` lists one value twice", "here again")
                .related(first, "first here")
                .help("remove one of the two")
                .severity = Severity::Warning;
            continue;
        }
        values.push(EnumValue { value, span: item.span, name: name(index), description: description(index) });
    }
    walk.rule(here, &member.value, Keyword::Enum(values));
}

/// What a parallel array, or an object by value, says of the value at `index`.
fn label(here: &Here<'_>, keywords: &[&str], values: &[Node], index: usize) -> Option<String> {
    let labels = keywords.iter().find_map(|keyword| here.sibling(keyword))?;
    let label = match labels.as_array() {
        Some(list) => list.get(index).filter(|_| list.len() == values.len())?,
        None => labels.get(&spelled(values.get(index)?)?)?,
    };
    Some(label.as_str()?.to_owned()).filter(|label| !label.is_empty())
}

/// A value of `enum` as the name of a member.
pub(super) fn spelled(value: &Node) -> Option<String> {
    match &value.kind {
        NodeKind::String(text) => Some(text.clone()),
        NodeKind::Number(number) => Some(number.as_str().to_owned()),
        NodeKind::Bool(truth) => Some(truth.to_string()),
        NodeKind::Null => Some("null".to_owned()),
        NodeKind::Array(_) | NodeKind::Object(_) => None,
    }
}

pub(super) fn constant(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    walk.rule(here, &member.value, Keyword::Const(member.value.to_value()));
}
