//! A place in a document where something stands that is no schema, and what is said of it where it is not as it should
//! be.

use super::Reader;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use crate::read::node::{Member, Node, NodeKind};
use crate::source::Span;
use crate::spec::ResourceId;

/// A place in a document.
#[derive(Clone)]
pub(super) struct Spot<'t> {
    /// Index of the document.
    pub document: usize,
    /// What stands there.
    pub node: &'t Node,
    /// From the root of the document.
    pub pointer: String,
    /// The name of the member that it is.
    pub name: &'t str,
    /// Where that name is written.
    pub name_span: Span,
}

impl<'t> Spot<'t> {
    /// The member `name`, where there is one.
    pub fn member(&self, name: &str) -> Option<Spot<'t>> {
        let member = self.node.as_object()?.iter().find(|member| member.name == name)?;
        Some(self.step(member))
    }

    fn step(&self, member: &'t Member) -> Spot<'t> {
        Spot {
            document: self.document,
            node: &member.value,
            pointer: pointer::join(&self.pointer, &member.name),
            name: &member.name,
            name_span: member.name_span,
        }
    }

    /// The item at an index, which is called as the array is.
    fn item(&self, index: usize, node: &'t Node) -> Spot<'t> {
        let pointer = pointer::join(&self.pointer, &index.to_string());
        Spot { document: self.document, node, pointer, name: self.name, name_span: node.span }
    }
}

impl Reader<'_> {
    /// The members of the object at `spot`, without those that begin with `x-`. Anything else is reported.
    pub(super) fn entries<'t>(&mut self, spot: &Spot<'t>) -> Vec<Spot<'t>> {
        let mut entries = self.members(spot);
        entries.retain(|entry| !entry.name.starts_with("x-"));
        entries
    }

    /// The entries of the map at `spot`, whose names are the vendor's: `x-request-id` is a header like any other. What
    /// cannot be one is an extension all the same, if it is called like that.
    pub(super) fn map<'t>(&mut self, spot: &Spot<'t>) -> Vec<Spot<'t>> {
        let mut entries = self.members(spot);
        entries.retain(|entry| !entry.name.starts_with("x-") || entry.node.as_object().is_some());
        entries
    }

    fn members<'t>(&mut self, spot: &Spot<'t>) -> Vec<Spot<'t>> {
        let Some(members) = spot.node.as_object() else {
            self.kind(spot, "an object");
            return Vec::new();
        };
        members.iter().map(|member| spot.step(member)).collect()
    }

    /// The items of the array at `spot`. Anything else is reported.
    pub(super) fn items<'t>(&mut self, spot: &Spot<'t>) -> Vec<Spot<'t>> {
        let Some(items) = spot.node.as_array() else {
            self.kind(spot, "an array");
            return Vec::new();
        };
        items.iter().enumerate().map(|(index, item)| spot.item(index, item)).collect()
    }

    /// Reports what stands where `wanted` ("an object") belongs.
    pub(super) fn kind(&mut self, spot: &Spot<'_>, wanted: &str) {
        // In YAML a name with nothing behind it: nothing is said, and nothing lost.
        let nothing = matches!(spot.node.kind, NodeKind::Null);
        let (place, message) = match nothing {
            true => (spot.name_span, format!("`{}` is empty", spot.name)),
            false => (spot.node.span, format!("`{}` is {}, not {wanted}", spot.name, spot.node.described())),
        };
        let diagnostic = self.wrong(place, message, format!("{wanted} expected"));
        if nothing {
            diagnostic.help("write it, or take the name out").severity = Severity::Warning;
        }
    }

    /// Reports a value that OpenAPI does not have here.
    pub(super) fn wrong(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> &mut Diagnostic {
        self.sink.report(Code::OpenApi, span).message(message).label(label)
    }

    /// Reports the members that are none of `names`: a `respones` would make no types, and nobody would know.
    pub(super) fn known(&mut self, spot: &Spot<'_>, names: &[&str]) {
        for member in spot.node.as_object().unwrap_or(&[]) {
            if !names.contains(&member.name.as_str()) && !member.name.starts_with("x-") {
                let message = format!("`{}` is not known here", member.name);
                self.wrong(member.name_span, message, "not looked at")
                    .help(format!("these are: {}", names.join(", ")))
                    .severity = Severity::Warning;
            }
        }
    }

    /// The resource of a document as a whole.
    pub(super) fn resource(&mut self, document: usize) -> ResourceId {
        let root = self.draft.documents.get(document).root;
        root.map_or(ResourceId(0), |root| self.draft.get(root).resource)
    }
}
