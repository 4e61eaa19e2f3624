//! The module in the making: what the questions share while they are being answered.

use super::asserting;
use super::dynamic;
use super::kinds::KindTable;
use super::locked::Locked;
use super::rules::Rules;
use super::secrets::Mark;
use crate::model::{Blank, Check, Item, ItemId, ItemKind, RuleId, SchemaText, Shape, Slot, Validation};
use crate::options::Options;
use crate::source::{Sources, Span};
use crate::spec::{Keyword, NamedSchema, Origin, SchemaId, Spec};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use typeloom::KindSet;

/// Everything that is known of one module so far.
pub(super) struct Draft<'a> {
    pub spec: &'a Spec,
    pub sources: &'a Sources,
    pub options: &'a Options,
    /// Which kinds of values each schema allows.
    pub kinds: KindTable,
    /// Whether a reference that is really dynamic can be reached from a schema.
    pub dynamic: Vec<bool>,
    /// The rules by value so far.
    pub rules: Rules<'a>,
    /// The items so far. [`ItemId`]s index it.
    pub items: Vec<Sketch>,
    /// The first of the types that the vendor names for a schema.
    pub types: BTreeMap<SchemaId, &'a NamedSchema>,
    /// The items of schemas that are referred to by name.
    pub named: BTreeMap<SchemaId, ItemId>,
    /// The structs, enums and unions by schema, and by the kinds of it that they are for: `{"type": ["string",
    /// "object"], "properties": ..}` is a union of a string and a struct of the same schema.
    pub owners: BTreeMap<(SchemaId, KindSet), ItemId>,
    /// Items that have an id and are not filled in yet.
    pub waiting: VecDeque<Task>,
    /// For each schema, the one that it is written in.
    pub parents: Vec<Option<SchemaId>>,
    /// The names that were given before.
    pub locked: Locked<'a>,
    /// The paragraphs of the descriptions that were parsed as Markdown so far.
    pub descriptions: RefCell<BTreeMap<String, Vec<String>>>,
    /// What is known of the fields of structs as to secrets.
    pub marks: Vec<Mark>,
    /// Names of secret members that are not known for secrets anyway.
    pub secret_names: Vec<String>,
}

/// An item in the making.
pub(super) struct Sketch {
    /// The item. Its name is missing until all items are known.
    pub item: Item,
    /// The schema that it stands for.
    pub schema: SchemaId,
    /// What to call it.
    pub label: Label,
    /// Where its name was written, or the schema.
    pub span: Span,
}

/// What an item is called before names are made of it.
#[derive(Clone, Debug)]
pub(super) enum Label {
    /// By the vendor, or by an override.
    Vendor { name: String, origin: Origin, given: Option<String> },
    /// By what it is in another item: `["oauth_tokens"]`, `["emails", "item"]`.
    Part(ItemId, Vec<String>),
}

/// An item to fill in: a struct, an enum or a union.
pub(super) struct Task {
    pub id: ItemId,
    /// The schema that decides its shape.
    pub target: SchemaId,
    /// The kinds of that schema that it is for.
    pub kinds: KindSet,
    /// The step from the item's schema to `target`.
    pub via: String,
}

/// Where a shape is asked for: what an item that is made there would be called.
#[derive(Clone)]
pub(super) struct Site {
    /// The item around it.
    pub parent: ItemId,
    /// What it is in that item.
    pub words: Vec<String>,
    /// What error messages call it: `User.emails[]`.
    pub title: String,
    /// Whether it is that of a field, which decides itself whether it is a secret.
    pub field: bool,
    /// How many lists and maps are around it, within the item.
    pub depth: u8,
}

impl Site {
    /// A part of this place.
    pub fn within(&self, word: &str, title: &str) -> Site {
        let mut site = self.clone();
        site.words.push(word.to_owned());
        site.title.push_str(title);
        site.depth = site.depth.saturating_add(1);
        site.field = false;
        site
    }
}

impl<'a> Draft<'a> {
    /// Nothing but the spec.
    pub fn new(spec: &'a Spec, sources: &'a Sources, options: &'a Options, rules: Rules<'a>) -> Draft<'a> {
        let mut parents = vec![None; spec.schemas.len()];
        for id in spec.ids() {
            for keyword in &spec.schema(id).keywords {
                keyword.value.each_subschema(&mut |child| {
                    if let Some(parent) = parents.get_mut(child.0 as usize) {
                        *parent = Some(id);
                    }
                });
            }
        }
        // Of several, the first one stays.
        let types = spec.types.iter().rev().map(|named| (named.schema, named)).collect();
        Draft {
            spec,
            sources,
            options,
            kinds: KindTable::of(spec),
            dynamic: dynamic::reaching(spec),
            rules,
            items: Vec::new(),
            types,
            named: BTreeMap::new(),
            owners: BTreeMap::new(),
            waiting: VecDeque::new(),
            parents,
            locked: Locked::of(spec, sources, options),
            descriptions: RefCell::default(),
            marks: Vec::new(),
            secret_names: Vec::new(),
        }
    }

    /// Adds an item that is filled in later.
    pub fn reserve(&mut self, schema: SchemaId, label: Label, title: String, span: Span) -> ItemId {
        let id = ItemId(self.items.len() as u32);
        let item = Item {
            name: String::new(),
            title,
            docs: Vec::new(),
            deprecated: self.spec.schema(schema).notes.deprecated,
            location: location(self.sources, self.spec.schema(schema)),
            kind: ItemKind::Alias(Slot { shape: Shape::Value, checks: Vec::new(), via: String::new() }),
            secret: false,
            validation: Validation::Typed,
            blank: Blank::Never,
            schema: SchemaText::default(),
        };
        self.items.push(Sketch { item, schema, label, span });
        id
    }

    /// The item behind `id`.
    pub fn item(&mut self, id: ItemId) -> &mut Item {
        &mut self.items[id.0 as usize].item
    }

    /// The item behind `id`, to look at.
    pub fn sketch(&self, id: ItemId) -> &Sketch {
        &self.items[id.0 as usize]
    }

    /// The rule of a schema.
    pub fn rule(&mut self, id: SchemaId) -> RuleId {
        self.rules.rule(self.spec, id)
    }

    /// The check that a value obeys a schema.
    pub fn rule_check(&mut self, id: SchemaId) -> Vec<Check> {
        vec![Check::Rule(self.rule(id))]
    }

    /// The keywords of a schema that assert something.
    pub fn asserting(&self, id: SchemaId) -> impl Iterator<Item = (usize, &'a Keyword)> + use<'a> {
        asserting::keywords(self.spec, self.options, id)
    }

    /// Whether a schema allows everything.
    pub fn is_trivial(&self, id: SchemaId) -> bool {
        asserting::is_trivial(self.spec, self.options, id)
    }

    /// Whether a schema is `false`.
    pub fn is_never(&self, id: SchemaId) -> bool {
        self.spec.schema(id).keywords.iter().any(|keyword| keyword.value == Keyword::Never)
    }

    /// Whether the rules of this schema depend on how evaluation came to it.
    pub fn is_dynamic(&self, id: SchemaId) -> bool {
        self.dynamic.get(id.0 as usize).copied().unwrap_or(false)
    }

    /// Whether an item has a name of the vendor, and is no part of another one.
    pub fn has_vendors_name(&self, item: ItemId) -> bool {
        matches!(self.sketch(item).label, Label::Vendor { .. })
    }

    /// Where a place in this item is.
    pub fn site(&self, parent: ItemId) -> Site {
        let title = self.sketch(parent).item.title.clone();
        Site { parent, words: Vec::new(), title, field: false, depth: 0 }
    }
}

/// What violations call the place of a schema: `workos/user.json#/properties/a`.
pub(super) fn location(sources: &Sources, schema: &crate::spec::Schema) -> String {
    let name = &sources.get(schema.document).name;
    [name.strip_prefix("schemas/").unwrap_or(name), "#", &schema.pointer].concat()
}

/// A position that is the schema itself.
pub(super) fn slot(shape: Shape, checks: Vec<Check>) -> Slot {
    Slot { shape, checks, via: String::new() }
}
