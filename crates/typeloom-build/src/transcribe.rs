//! YAML text to JSON text, for programs that take documents apart: the same values, members in their order.

use crate::diagnostic::Sink;
use crate::export::json::{Json, compact};
use crate::read::node::{Node, NodeKind};
use crate::read::yaml;
use crate::source::Sources;

/// The JSON that a YAML document stands for, on one line: aliases are copies, numbers are as they were written.
///
/// ```
/// let json = typeloom_build::yaml_to_json("session.yaml", "{b: [1.50, null], a: &x yes, c: *x}");
/// assert_eq!(json.as_deref(), Ok(r#"{"b":[1.50,null],"a":"yes","c":"yes"}"#));
/// ```
///
/// # Errors
/// The diagnostics, as text, if there is anything in it that is no YAML or that JSON cannot hold. `path` is what they
/// call the document.
pub fn yaml_to_json(path: &str, text: &str) -> Result<String, String> {
    let (mut sources, mut sink) = (Sources::default(), Sink::new());
    let id = sources.add(path, text);
    let node = yaml::parse(id, &sources, &mut sink);
    match node {
        Some(node) if !sink.has_errors() => Ok(compact(&json(&node))),
        Some(_) | None => {
            let said = sink.into_sorted(&sources);
            Err(said.iter().map(|said| said.to_text(&sources)).collect::<Vec<_>>().join("\n\n"))
        }
    }
}

/// No deeper than the parser lets a tree be.
fn json(node: &Node) -> Json {
    match &node.kind {
        NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(_) | NodeKind::String(_) => Json::Value(node.to_value()),
        NodeKind::Array(items) => Json::Array(items.iter().map(json).collect()),
        NodeKind::Object(members) => {
            Json::Object(members.iter().map(|member| (member.name.clone(), json(&member.value))).collect())
        }
    }
}
