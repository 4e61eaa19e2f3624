//! Identity and references: `$id`, anchors, `$ref` and its kin, definitions.

use super::dialect::{self, Dialect, Edition};
use super::{Here, Walk};
use crate::diagnostic::Code;
use crate::read::draft::{Pending, Target, UNRESOLVED};
use crate::read::link::uri::Uri;
use crate::read::node::{Member, Node, find};
use crate::spec::{DynamicReference, Keyword, ResourceId, SchemaId};

/// Reads what identifies the schema `id` and says to which resource it belongs: `outer`, or one of its own.
pub(super) fn identify(
    walk: &mut Walk<'_>,
    node: &Node,
    members: &[Member],
    id: SchemaId,
    outer: ResourceId,
) -> ResourceId {
    let root = walk.draft.resources.get(outer.0 as usize).is_some_and(|resource| resource.root == id);
    let inherited = walk.draft.documents.dialect(outer);
    // A subschema that names another draft spells its `$id` as that draft does.
    let dialect = match root || find(members, "$schema").is_none() {
        true => inherited,
        false => dialect::of_resource(node, inherited, walk.draft, walk.sources, walk.sink),
    };
    let edition = dialect.edition;
    if edition.is_openapi() {
        return outer; // its schemas have no identity of their own
    }
    let key = if edition == Edition::D4 { "id" } else { "$id" };
    let hidden = edition <= Edition::D7 && find(members, "$ref").is_some_and(|node| node.as_str().is_some());
    let mut resource = outer;
    if let Some(written) = find(members, key) {
        match written.as_str() {
            Some(text) if hidden => {
                // Beside `$ref` it changes no base, but a document is still found under the name that it has.
                let uri = walk.base(outer).resolve(&Uri::parse(text)).without_fragment();
                if root {
                    walk.draft.documents.alias(&uri, outer, written.span);
                }
            }
            Some(text) => resource = identity(walk, dialect, written, text, id, outer, root),
            None => {
                walk.unwanted(written, key, "a string").help("write a URI");
            }
        }
    }
    if edition >= Edition::D2019 || resource != outer {
        anchors(walk, members, id, resource);
    }
    resource
}

/// The resource that a schema with an `$id` belongs to.
fn identity(
    walk: &mut Walk<'_>,
    dialect: Dialect,
    written: &Node,
    text: &str,
    id: SchemaId,
    outer: ResourceId,
    root: bool,
) -> ResourceId {
    let uri = Uri::parse(text);
    let fragment = uri.fragment();
    if fragment.starts_with('/') && uri.is_fragment_only() {
        // Not allowed by the specification, and common all the same: the name under which others refer to it.
        let first = walk.draft.documents.register(text, id, written.span);
        duplicate(walk, text, written, first);
        return outer;
    }
    let mut resource = outer;
    if !uri.is_fragment_only() {
        let uri = walk.base(outer).resolve(&uri).without_fragment();
        let first = if root {
            walk.draft.documents.rename(&mut walk.draft.resources, &uri, outer, written.span)
        } else {
            let document = walk.document;
            resource = walk.draft.documents.resource(&mut walk.draft.resources, &uri, id, document, dialect);
            walk.draft.documents.alias(&uri, resource, written.span)
        };
        duplicate(walk, &uri.to_string(), written, first);
    }
    if !fragment.is_empty() {
        if walk.draft.documents.dialect(resource).edition <= Edition::D7 {
            anchor(walk, &fragment, written, id, resource);
        } else {
            walk.wrong(written.span, format!("`$id` with the fragment `#{fragment}`"), "a fragment names no resource")
                .help(format!("write `\"$anchor\": \"{fragment}\"`"));
        }
    }
    resource
}

fn duplicate(walk: &mut Walk<'_>, id: &str, written: &Node, first: Option<crate::source::Span>) {
    if let Some(first) = first {
        walk.sink
            .report(Code::DuplicateId, written.span)
            .message(format!("`{id}` is the identifier of two schemas"))
            .label("here again")
            .related(first, "first here")
            .help("remove one of the two, or give it another `$id`");
    }
}

/// `$anchor`, `$dynamicAnchor`, `$recursiveAnchor`.
fn anchors(walk: &mut Walk<'_>, members: &[Member], id: SchemaId, resource: ResourceId) {
    let edition = walk.draft.documents.dialect(resource).edition;
    let mut names = vec![];
    if edition >= Edition::D2019 {
        names.push("$anchor");
    }
    if edition == Edition::D2020 {
        names.push("$dynamicAnchor");
    }
    for key in names {
        let Some(written) = find(members, key) else { continue };
        match written.as_str() {
            Some(name) if is_anchor(name) => {
                anchor(walk, name, written, id, resource);
                if key == "$dynamicAnchor" {
                    walk.dynamic_anchor(resource, name, id);
                }
            }
            Some(name) => {
                walk.wrong(written.span, format!("`{key}` is `{name}`"), "not a name")
                    .help("an anchor is a letter or `_`, followed by letters, digits, `-`, `_` and `.`");
            }
            None => {
                walk.unwanted(written, key, "a string").help("write a name");
            }
        }
    }
    let Some(written) = find(members, "$recursiveAnchor").filter(|_| edition == Edition::D2019) else { return };
    let root = walk.draft.resources.get(resource.0 as usize).is_some_and(|resource| resource.root == id);
    match written.as_bool() {
        Some(true) if root => walk.dynamic_anchor(resource, "", id),
        Some(true) => {
            walk.wrong(written.span, "`$recursiveAnchor` in a subschema", "it belongs to the root of a resource")
                .help("move it beside the `$id`");
        }
        Some(false) => {}
        None => {
            walk.unwanted(written, "$recursiveAnchor", "`true` or `false`");
        }
    }
}

fn anchor(walk: &mut Walk<'_>, name: &str, written: &Node, id: SchemaId, resource: ResourceId) {
    if let Some(first) = walk.draft.documents.anchor(resource, name, id, written.span) {
        walk.sink
            .report(Code::DuplicateId, written.span)
            .message(format!("`{name}` is the anchor of two schemas"))
            .label("here again")
            .related(first, "first here")
            .help("rename one of the two");
    }
}

fn is_anchor(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':'))
}

/// What [`identify`] has read already.
pub(super) fn identified(_: &mut Walk<'_>, _: &Here<'_>, _: &Member) {}

/// What the dialect was taken from, unless it stands where that is fixed already (2020-12 core, section 8.1.1).
pub(super) fn schema(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(text) = walk.text(member) else { return };
    let id = if here.dialect.edition == Edition::D4 { "id" } else { "$id" };
    let own = here.pointer.is_empty() || here.sibling(id).is_some();
    if own || Edition::of(text).is_none_or(|edition| edition == here.dialect.edition) {
        return;
    }
    let message = format!("`$schema` inside of a schema of {}", here.dialect.edition.name());
    walk.sink
        .report(Code::UnknownKeyword, member.name_span)
        .group("dialect")
        .message(message)
        .label("changes nothing")
        .help(format!("put an `{id}` beside it, or write it at the root of a document"));
}

pub(super) fn vocabulary(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(entries) = walk.entries(member) else { return };
    for entry in entries.iter().filter(|entry| entry.value.as_bool().is_none()) {
        walk.unwanted(&entry.value, "$vocabulary", "`true` or `false`").help("say whether the vocabulary is required");
    }
    super::notes::keep(walk, here, member);
}

pub(super) fn reference(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if let Some(text) = walk.text(member) {
        walk.draft.refer(here.id, member.value.span, text, Target::Uri(text.to_owned()));
    }
}

pub(super) fn dynamic_reference(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let Some(text) = walk.text(member) else { return };
    let anchor = Uri::parse(text).fragment();
    dynamic(walk, here, &member.value, text, anchor);
}

pub(super) fn recursive_reference(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    match walk.text(member) {
        Some("#") => dynamic(walk, here, &member.value, "#", String::new()),
        Some(text) => {
            walk.wrong(member.value.span, format!("`$recursiveRef` is `{text}`"), "only `#` is allowed")
                .help("write `\"#\"`, or use `$ref`");
        }
        None => {}
    }
}

fn dynamic(walk: &mut Walk<'_>, here: &Here<'_>, written: &Node, text: &str, anchor: String) {
    let keyword = walk.draft.get(here.id).keywords.len();
    let reference = DynamicReference { initial: UNRESOLVED, anchor, text: text.to_owned() };
    walk.rule(here, written, Keyword::DynamicRef(reference));
    let target = Target::Uri(text.to_owned());
    walk.draft.references.push(Pending { schema: here.id, keyword, entry: 0, span: written.span, target });
}

pub(super) fn definitions(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    for entry in walk.entries(member).unwrap_or(&[]) {
        walk.sub(here, &entry.value, &[&member.name, &entry.name]);
    }
}

impl Walk<'_> {
    fn dynamic_anchor(&mut self, resource: ResourceId, name: &str, id: SchemaId) {
        if let Some(resource) = self.draft.resources.get_mut(resource.0 as usize) {
            resource.dynamic_anchors.push((name.to_owned(), id));
        }
    }

    /// The base URI of a resource.
    pub(super) fn base(&self, resource: ResourceId) -> Uri {
        self.draft.resources.get(resource.0 as usize).map(|resource| Uri::parse(&resource.uri)).unwrap_or_default()
    }
}
