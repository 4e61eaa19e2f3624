//! Parts of models with what the tests do not care about filled in.

use crate::model::{
    Blank, Branch, Check, Enum, Field, Item, ItemId, ItemKind, Module, Presence, Rest, SchemaText, Shape, Slot, Struct,
    Validation, Variant,
};

pub(super) fn module(name: &str, items: Vec<Item>) -> Module {
    Module { name: Some(name.to_owned()), items, ..Module::default() }
}

pub(super) fn item(name: &str, kind: ItemKind, validation: Validation) -> Item {
    Item {
        name: name.to_owned(),
        title: name.to_owned(),
        docs: Vec::new(),
        deprecated: false,
        location: format!("acme/{}.json#", name.to_lowercase()),
        kind,
        secret: false,
        validation,
        blank: Blank::Never,
        schema: SchemaText::default(),
    }
}

pub(super) fn record(name: &str, fields: Vec<Field>) -> Item {
    item(name, ItemKind::Struct(object(fields)), Validation::Typed)
}

pub(super) fn object(fields: Vec<Field>) -> Struct {
    let required = |field: &Field| {
        matches!(field.presence, Presence::Required | Presence::RequiredNullable | Presence::RequiredNullUnknown)
    };
    let default = !fields.iter().any(required);
    let rest = Rest {
        name: "unknown".to_owned(),
        slot: slot(Shape::Value, "/additionalProperties"),
        forbidden: false,
        secret: Vec::new(),
    };
    Struct { fields, rest, checks: Vec::new(), default }
}

pub(super) fn slot(shape: Shape, via: &str) -> Slot {
    Slot { shape, checks: Vec::new(), via: via.to_owned() }
}

pub(super) fn checked(shape: Shape, via: &str, checks: Vec<Check>) -> Slot {
    Slot { shape, checks, via: via.to_owned() }
}

pub(super) fn of(id: u32) -> Shape {
    Shape::Item { id: ItemId(id), boxed: false }
}

pub(super) fn boxed(id: u32) -> Shape {
    Shape::Item { id: ItemId(id), boxed: true }
}

pub(super) fn list(item: Slot) -> Shape {
    Shape::List(Box::new(item))
}

pub(super) fn map(value: Slot) -> Shape {
    Shape::Map(Box::new(value))
}

pub(super) fn nullable(inner: Slot) -> Shape {
    Shape::Nullable(Box::new(inner))
}

pub(super) fn field(name: &str, presence: Presence, shape: Shape) -> Field {
    let step = if matches!(shape, Shape::Item { .. }) { "/$ref" } else { "" };
    Field {
        name: name.to_owned(),
        wire: name.trim_start_matches("r#").to_owned(),
        aliases: Vec::new(),
        docs: Vec::new(),
        deprecated: false,
        presence,
        slot: slot(shape, &format!("/properties/{}{step}", name.trim_start_matches("r#"))),
    }
}

impl Field {
    pub(super) fn check(mut self, checks: Vec<Check>) -> Field {
        self.slot.checks = checks;
        self
    }

    pub(super) fn wire(mut self, wire: &str, aliases: &[&str]) -> Field {
        self.wire = wire.to_owned();
        self.aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
        self
    }

    pub(super) fn docs(mut self, paragraphs: &[&str]) -> Field {
        self.docs = paragraphs.iter().map(|&paragraph| paragraph.to_owned()).collect();
        self
    }
}

pub(super) fn enumeration(name: &str, variants: &[(&str, &str)]) -> Item {
    let variant = |(name, value): &(&str, &str)| Variant {
        name: (*name).to_owned(),
        value: (*value).to_owned(),
        docs: Vec::new(),
    };
    let of = Enum { variants: variants.iter().map(variant).collect(), other: "Other".to_owned(), keyword: "enum" };
    item(name, ItemKind::Enum(of), Validation::Typed)
}

pub(super) fn branch(name: &str, slot: Slot) -> Branch {
    Branch { name: name.to_owned(), key: name.to_owned(), slot, docs: Vec::new(), rule: None }
}

pub(super) fn number(text: &str) -> typeloom::Number {
    typeloom::Number::new(text).expect("a number")
}
