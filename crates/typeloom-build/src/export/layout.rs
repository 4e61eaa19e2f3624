//! Where each schema stands in the exported document, and how references to it are spelled.
//!
//! Types stand in `$defs` of the root, everything that a document writes in place stays in place. What references lead
//! to beyond that goes to the `$defs` of the type that it was written in, so that it does not become a type when the
//! export is read.
//!
//! Where `$dynamicRef` occurs, the borders between resources matter: then each document stays a resource of its own,
//! with its `$id`, and types that are part of one are references into it.

use super::json::Json;
use crate::pointer::{escape, join, unescape};
use crate::read::node::DEPTH;
use crate::spec::{DynamicReference, Keyword, Origin, ResourceId, SchemaId, Spec};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Where schemas stand.
#[derive(Default)]
pub(super) struct Layout {
    roots: Vec<Root>,
    /// References to schemas, as they are spelled.
    places: BTreeMap<SchemaId, String>,
    /// What goes to the `$defs` of a schema.
    hoisted: BTreeMap<SchemaId, Vec<(String, SchemaId)>>,
    /// The URI of the whole, and the roots of the resources that keep theirs.
    uri: Option<String>,
    identities: BTreeMap<SchemaId, ResourceId>,
    anchors: BTreeMap<SchemaId, Vec<String>>,
    /// Whether `unevaluatedItems` occurs anywhere.
    unevaluated_items: bool,
    /// For single schemas: the names that references have got.
    names: Option<RefCell<BTreeMap<String, SchemaId>>>,
}

/// An entry of `$defs` of the root.
pub(super) struct Root {
    pub name: String,
    pub schema: Content,
    pub kind: Kind,
}

/// What an entry is, for those who read the export.
pub(super) enum Kind {
    /// A type of this name.
    Type(String),
    /// The same, of which no document says more.
    StandIn(String),
    /// No type.
    Part,
}

/// What stands under a name.
pub(super) enum Content {
    /// The schema itself.
    Schema(SchemaId),
    /// A reference to it, for it stands in a resource of its own.
    Reference(SchemaId),
}

impl Layout {
    /// The layout of the whole.
    pub fn of(spec: &Spec) -> Layout {
        let mut layout = Layout { unevaluated_items: looks_at_rest_of_items(spec), ..Layout::default() };
        if keywords(spec).any(|keyword| matches!(keyword, Keyword::DynamicRef(_))) {
            layout.keep_resources(spec);
        }
        let mut names = BTreeSet::new();
        for named in &spec.types {
            let name = unique(&named.name, &mut names);
            let original = named.name.clone();
            let kind = if named.origin == Origin::StandIn { Kind::StandIn(original) } else { Kind::Type(original) };
            let placed =
                layout.places.contains_key(&named.schema) || layout.uri.is_some() && !layout.is_root(named.schema);
            let schema = if placed { Content::Reference(named.schema) } else { Content::Schema(named.schema) };
            if !placed {
                let start = format!("#{}", join("/$defs", &name));
                layout.place(spec, named.schema, start);
            }
            layout.roots.push(Root { name, schema, kind });
        }
        layout.hoist(spec, &mut names);
        layout
    }

    /// The layout of one schema, whose references go to names that `name` gives.
    pub fn by_name(spec: &Spec, id: SchemaId, name: &dyn Fn(SchemaId) -> String) -> Layout {
        let mut layout = Layout { names: Some(RefCell::default()), ..Layout::default() };
        let mut inside = vec![];
        walk(spec, id, String::new(), 0, &mut |id, _| inside.push(id));
        let hides = |keyword: &Keyword| matches!(keyword, Keyword::Contains { evaluates: false, .. });
        let own = inside.iter().flat_map(|id| &spec.schema(*id).keywords);
        layout.unevaluated_items = own.map(|keyword| &keyword.value).any(hides) && looks_at_rest_of_items(spec);
        for target in inside.into_iter().flat_map(|id| targets(spec, id)) {
            let name = name(target);
            layout.places.insert(target, format!("#{}", join("/$defs", &name)));
            if let Some(names) = &layout.names {
                names.borrow_mut().insert(name, target);
            }
        }
        layout
    }

    /// Whether this is the layout of all types, to be read again, and not of a single schema.
    pub fn is_whole(&self) -> bool {
        self.names.is_none()
    }

    /// Whether it matters which items `contains` has looked at.
    pub fn unevaluated_items(&self) -> bool {
        self.unevaluated_items
    }

    /// Entries of `$defs` of the root, in order.
    pub fn roots(&self) -> &[Root] {
        &self.roots
    }

    /// The `$id` of the whole, where it needs one.
    pub fn uri(&self) -> Option<&str> {
        self.uri.as_deref()
    }

    /// What goes to the `$defs` of a schema.
    pub fn hoisted(&self, id: SchemaId) -> &[(String, SchemaId)] {
        self.hoisted.get(&id).map_or(&[], Vec::as_slice)
    }

    /// How a reference to a schema is spelled.
    pub fn reference(&self, id: SchemaId) -> String {
        self.places.get(&id).map_or_else(|| "#".to_owned(), |place| escape_fragment(place))
    }

    /// How a dynamic reference is spelled. A single schema has no resources to choose from: there it leads to where it
    /// leads at first sight.
    pub fn dynamic_reference(&self, reference: &DynamicReference) -> (&'static str, Json) {
        if self.names.is_some() {
            return ("$ref", Json::from(self.reference(reference.initial).as_str()));
        }
        let place = self.reference(reference.initial);
        let resource = place.split('#').next().unwrap_or("");
        ("$dynamicRef", Json::from(format!("{resource}#{}", anchor_name(&reference.anchor)).as_str()))
    }

    /// The keywords that identify a schema.
    pub fn identity(&self, spec: &Spec, id: SchemaId) -> Vec<(String, Json)> {
        let mut members = vec![];
        let resource = self.identities.get(&id).and_then(|id| spec.resources.get(id.0 as usize));
        members.extend(resource.map(|resource| ("$id".to_owned(), Json::from(resource.uri.as_str()))));
        for anchor in self.anchors.get(&id).map_or(&[][..], Vec::as_slice) {
            members.push(("$dynamicAnchor".to_owned(), Json::from(anchor_name(anchor).as_str())));
        }
        members
    }

    /// What the references of a single schema lead to.
    pub fn into_references(self) -> Vec<(String, SchemaId)> {
        self.names.map(|names| names.into_inner().into_iter().collect()).unwrap_or_default()
    }

    fn is_root(&self, id: SchemaId) -> bool {
        self.identities.contains_key(&id)
    }

    /// Gives every resource its `$id` and every dynamic anchor its name.
    fn keep_resources(&mut self, spec: &Spec) {
        self.uri = Some(format!("typeloom:/{}", crate::read::link::uri::escape_segment(&spec.vendor)));
        for (index, resource) in spec.resources.iter().enumerate() {
            self.identities.insert(resource.root, ResourceId(index as u32));
            for (name, id) in &resource.dynamic_anchors {
                self.anchors.entry(*id).or_default().push(name.clone());
            }
        }
    }

    /// Notes where a schema and all that is in place in it stand.
    fn place(&mut self, spec: &Spec, id: SchemaId, start: String) {
        let identities = std::mem::take(&mut self.identities);
        let mut prefixes: BTreeMap<String, String> = BTreeMap::new();
        let (root, start) = (start, String::new());
        let places = &mut self.places;
        walk(spec, id, start, 0, &mut |id, pointer| {
            let resource = identities.get(&id).and_then(|id| spec.resources.get(id.0 as usize));
            if let Some(resource) = resource {
                prefixes.insert(pointer.to_owned(), format!("{}#", resource.uri));
            }
            // The innermost resource that it stands in.
            let outer = prefixes.range(..=pointer.to_owned()).rev().find(|(prefix, _)| {
                pointer == *prefix || pointer.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.starts_with('/'))
            });
            let place = match outer {
                Some((prefix, uri)) => format!("{uri}{}", &pointer[prefix.len()..]),
                None => format!("{root}{pointer}"),
            };
            places.entry(id).or_insert(place);
        });
        self.identities = identities;
    }

    /// Finds places for what references lead to and has none yet.
    fn hoist(&mut self, spec: &Spec, names: &mut BTreeSet<String>) {
        let mut inner: BTreeMap<SchemaId, BTreeSet<String>> = BTreeMap::new();
        let types: BTreeSet<SchemaId> = spec.types.iter().map(|named| named.schema).collect();
        let mut looked_at = BTreeSet::new();
        loop {
            // What has got a place since the last round may refer to more.
            let placed: Vec<SchemaId> = self.places.keys().copied().filter(|id| looked_at.insert(*id)).collect();
            let wanted: BTreeSet<SchemaId> =
                placed.into_iter().flat_map(|id| targets(spec, id)).chain(types.clone()).collect();
            let mut found = false;
            for id in wanted {
                if !self.places.contains_key(&id) {
                    found = true;
                    self.hoist_one(spec, id, names, &mut inner);
                }
            }
            if !found {
                return;
            }
        }
    }

    fn hoist_one(
        &mut self,
        spec: &Spec,
        id: SchemaId,
        names: &mut BTreeSet<String>,
        inner: &mut BTreeMap<SchemaId, BTreeSet<String>>,
    ) {
        match self.owner(spec, id) {
            Some(owner) if owner != id => {
                if !self.places.contains_key(&owner) {
                    // The root of a document that is no type: it keeps its `$id` for what is in it.
                    self.root(spec, owner, names);
                }
                let name = unique(&last_step(&spec.schema(id).pointer), inner.entry(owner).or_default());
                let place = format!("{}{}", self.place_of(owner), join("/$defs", &name));
                self.hoisted.entry(owner).or_default().push((name, id));
                self.place(spec, id, place);
            }
            Some(_) | None => self.root(spec, id, names),
        }
    }

    fn place_of(&self, id: SchemaId) -> String {
        self.places.get(&id).cloned().unwrap_or_default()
    }

    /// Makes a schema an entry of `$defs` of the root.
    fn root(&mut self, spec: &Spec, id: SchemaId, names: &mut BTreeSet<String>) {
        let schema = spec.schema(id);
        let resource = spec.resources.get(schema.resource.0 as usize);
        let readable = match (schema.pointer.as_str(), resource) {
            ("", Some(resource)) => crate::read::json_schema::types::stem(&resource.uri).to_owned(),
            (pointer, _) => last_step(pointer),
        };
        let name = unique(&readable, names);
        let start = format!("#{}", join("/$defs", &name));
        self.place(spec, id, start);
        self.roots.push(Root { name, schema: Content::Schema(id), kind: Kind::Part });
    }

    /// The schema whose `$defs` a hoisted schema goes to: the root of its resource where resources matter, else the
    /// type that it was written in, or another one of its document.
    fn owner(&self, spec: &Spec, id: SchemaId) -> Option<SchemaId> {
        let schema = spec.schema(id);
        if self.uri.is_some() {
            return spec.resources.get(schema.resource.0 as usize).map(|resource| resource.root);
        }
        let of_document = spec.types.iter().map(|named| named.schema).filter(|owner| {
            let owner = spec.schema(*owner);
            owner.document == schema.document && owner.keywords.iter().all(|keyword| keyword.value != Keyword::Never)
        });
        let depth = |owner: &SchemaId| {
            let pointer = &spec.schema(*owner).pointer;
            let inside = schema.pointer.strip_prefix(pointer.as_str()).is_some_and(|rest| rest.starts_with('/'));
            (inside, pointer.len(), std::cmp::Reverse(*owner))
        };
        of_document.max_by_key(depth)
    }
}

fn keywords(spec: &Spec) -> impl Iterator<Item = &Keyword> {
    spec.schemas.iter().flat_map(|schema| &schema.keywords).map(|keyword| &keyword.value)
}

fn looks_at_rest_of_items(spec: &Spec) -> bool {
    keywords(spec).any(|keyword| matches!(keyword, Keyword::UnevaluatedItems(_)))
}

/// A name that is not taken yet, and takes it.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut count = 1;
    while !taken.insert(candidate.clone()) {
        count += 1;
        candidate = format!("{name}-{count}");
    }
    candidate
}

fn last_step(pointer: &str) -> String {
    let step = unescape(pointer.rsplit('/').next().unwrap_or("")).into_owned();
    if step.is_empty() { "schema".to_owned() } else { step }
}

/// `$recursiveAnchor` has no name, `$dynamicAnchor` must have one.
fn anchor_name(name: &str) -> String {
    if name.is_empty() { "recursive".to_owned() } else { name.to_owned() }
}

/// Percent escapes for what a fragment may not hold.
fn escape_fragment(reference: &str) -> String {
    let (uri, pointer) = reference.split_once('#').unwrap_or(("", reference));
    let mut text = format!("{uri}#");
    for byte in pointer.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => text.push(byte as char),
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'='
            | b':' | b'@' | b'/' | b'?' => text.push(byte as char),
            other => text.push_str(&format!("%{other:02X}")),
        }
    }
    text
}

/// Visits a schema and all that stand in place in it, each with its pointer as exported.
fn walk(spec: &Spec, id: SchemaId, pointer: String, depth: usize, visit: &mut dyn FnMut(SchemaId, &str)) {
    let Some(schema) = spec.schemas.get(id.0 as usize).filter(|_| depth < 2 * DEPTH) else { return };
    visit(id, &pointer);
    for keyword in &schema.keywords {
        for (steps, child) in children(&keyword.value) {
            walk(spec, child, format!("{pointer}{steps}"), depth + 1, visit);
        }
    }
}

/// The schemas in place in a keyword, each with its pointer as exported.
fn children(keyword: &Keyword) -> Vec<(String, SchemaId)> {
    let one = |name: &str, id: &SchemaId| vec![(format!("/{name}"), *id)];
    let list = |name: &str, ids: &[SchemaId]| -> Vec<(String, SchemaId)> {
        ids.iter().enumerate().map(|(index, id)| (format!("/{name}/{index}"), *id)).collect()
    };
    let named = |keyword: &str, name: &str, id: &SchemaId| (format!("/{keyword}/{}", escape(name)), *id);
    match keyword {
        Keyword::AllOf(schemas) => list("allOf", schemas),
        Keyword::AnyOf(schemas) => list("anyOf", schemas),
        Keyword::OneOf(schemas) => list("oneOf", schemas),
        Keyword::PrefixItems(schemas) => list("prefixItems", schemas),
        Keyword::Not(schema) => one("not", schema),
        Keyword::If { condition, then, otherwise } => {
            let mut children = one("if", condition);
            children.extend(then.iter().flat_map(|schema| one("then", schema)));
            children.extend(otherwise.iter().flat_map(|schema| one("else", schema)));
            children
        }
        Keyword::ContentSchema(schema) => one("contentSchema", schema),
        Keyword::Items(schema) => one("items", schema),
        Keyword::Contains { schema, .. } => one("contains", schema),
        Keyword::UnevaluatedItems(schema) => one("unevaluatedItems", schema),
        Keyword::Properties(fields) => {
            fields.iter().map(|field| named("properties", &field.name, &field.schema)).collect()
        }
        Keyword::PatternProperties(schemas) => {
            schemas.iter().map(|(name, id)| named("patternProperties", &name.value, id)).collect()
        }
        Keyword::DependentSchemas(schemas) => {
            schemas.iter().map(|(name, id)| named("dependentSchemas", &name.value, id)).collect()
        }
        Keyword::AdditionalProperties(schema) => one("additionalProperties", schema),
        Keyword::PropertyNames(schema) => one("propertyNames", schema),
        Keyword::UnevaluatedProperties(schema) => one("unevaluatedProperties", schema),
        Keyword::Never
        | Keyword::Type(_)
        | Keyword::Enum(_)
        | Keyword::Const(_)
        | Keyword::Ref(_)
        | Keyword::DynamicRef(_)
        | Keyword::Discriminator(_)
        | Keyword::Minimum(_)
        | Keyword::Maximum(_)
        | Keyword::ExclusiveMinimum(_)
        | Keyword::ExclusiveMaximum(_)
        | Keyword::MultipleOf(_)
        | Keyword::MinLength(_)
        | Keyword::MaxLength(_)
        | Keyword::Pattern(_)
        | Keyword::Format(_)
        | Keyword::ContentEncoding(_)
        | Keyword::ContentMediaType(_)
        | Keyword::MinItems(_)
        | Keyword::MaxItems(_)
        | Keyword::UniqueItems
        | Keyword::Required(_)
        | Keyword::MinProperties(_)
        | Keyword::MaxProperties(_)
        | Keyword::DependentRequired { .. } => vec![],
    }
}

/// What the references of a schema lead to.
fn targets(spec: &Spec, id: SchemaId) -> Vec<SchemaId> {
    let mut targets = vec![];
    for keyword in spec.schemas.get(id.0 as usize).map_or(&[][..], |schema| &schema.keywords) {
        if let Keyword::Ref(reference) = &keyword.value {
            targets.push(reference.target);
        } else if let Keyword::DynamicRef(reference) = &keyword.value {
            targets.push(reference.initial);
            let anchors = spec.resources.iter().flat_map(|resource| &resource.dynamic_anchors);
            targets.extend(anchors.filter(|(name, _)| *name == reference.anchor).map(|(_, id)| *id));
        } else if let Keyword::Discriminator(discriminator) = &keyword.value {
            targets.extend(discriminator.targets());
        }
    }
    targets.retain(|target| (target.0 as usize) < spec.schemas.len());
    targets
}
