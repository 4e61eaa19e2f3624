//! The text of a document to [`Node`]s, whether it is JSON or YAML.
//!
//! What ends with `.yaml` or `.yml`, in any case, is YAML, everything else JSON. It knows nothing of what the documents say.

use crate::diagnostic::Sink;
use crate::read::json;
use crate::read::node::Node;
use crate::source::{Source, SourceId, Sources};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The texts that were parsed, each once, so that what is wrong with one is said once.
#[derive(Default)]
pub(crate) struct Trees {
    parsed: BTreeMap<SourceId, Option<Rc<Node>>>,
}

impl Trees {
    /// The tree of a text; [`None`] where nothing can be made of it.
    pub fn parse(&mut self, source: SourceId, sources: &Sources, sink: &mut Sink) -> Option<Rc<Node>> {
        self.parsed.entry(source).or_insert_with(|| parse(source, sources, sink).map(Rc::new)).clone()
    }
}

/// Whether a text is one of these two, by its name or by its first character.
pub(crate) fn is_one(source: &Source) -> bool {
    let text = source.text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    is_yaml(&source.path)
        || text.starts_with('{')
        || source.path.ends_with(".json")
        || matches!(text.trim_end(), "true" | "false")
}

/// Reads a whole document. [`None`] where nothing can be made of it.
pub(crate) fn parse(source: SourceId, sources: &Sources, sink: &mut Sink) -> Option<Node> {
    match is_yaml(&sources.get(source).path) {
        true => parse_yaml(source, sources, sink),
        false => json::parse(source, sources, sink),
    }
}

#[cfg(feature = "yaml")]
fn parse_yaml(source: SourceId, sources: &Sources, sink: &mut Sink) -> Option<Node> {
    crate::read::yaml::parse(source, sources, sink)
}

/// Says which feature reads it.
#[cfg(not(feature = "yaml"))]
fn parse_yaml(source: SourceId, _: &Sources, sink: &mut Sink) -> Option<Node> {
    crate::read::switched_off::report(source, "a YAML document", "yaml", sink);
    None
}

fn is_yaml(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.ends_with(".yaml") || path.ends_with(".yml")
}
