//! Shapes to Rust types: by their short names, unless a type of the module has that name.

use crate::model::{Field, Item, ItemId, ItemKind, Module, Presence, Shape, Width};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A module, and how the types are called that are not its own.
pub(super) struct Types<'a> {
    pub module: &'a Module,
    /// Short names that a type of the module has.
    taken: BTreeSet<&'a str>,
}

/// Types that the prelude does not have: the path before the name.
const IMPORTS: [(&str, &str); 7] = [
    ("::std::collections::", "BTreeMap"),
    ("::typeloom::", "External"),
    ("::typeloom::", "Integer"),
    ("::typeloom::", "Number"),
    ("::typeloom::", "Sensitive"),
    ("::typeloom::", "Unknown"),
    ("::typeloom::", "Value"),
];

/// Types of the prelude: the path before the name.
const PRELUDE: [(&str, &str); 4] =
    [("::std::boxed::", "Box"), ("::core::option::", "Option"), ("::std::string::", "String"), ("::std::vec::", "Vec")];

impl<'a> Types<'a> {
    pub fn of(module: &'a Module) -> Types<'a> {
        let names = IMPORTS.iter().chain(&PRELUDE).map(|(_, name)| *name);
        let own: BTreeSet<&str> = module.items.iter().map(|item| item.name.as_str()).collect();
        Types { module, taken: names.filter(|name| own.contains(name)).collect() }
    }

    /// `use` declarations of what the definitions name.
    pub fn imports(&self) -> Vec<String> {
        let named = RefCell::new(BTreeSet::new());
        let all = Names { types: self, named: Some(&named) };
        for item in &self.module.items {
            all.names_of(item);
        }
        let named = named.into_inner();
        let mut lines = Vec::new();
        for path in ["::std::collections::", "::typeloom::"] {
            let of = IMPORTS.iter().filter(|(of, name)| *of == path && named.contains(name)).map(|(_, name)| *name);
            match &of.collect::<Vec<_>>()[..] {
                [] => {}
                [only] => lines.push(format!("use {path}{only};")),
                several => lines.push(format!("use {path}{{{}}};", several.join(", "))),
            }
        }
        lines
    }

    /// The type of a field, with what its presence adds.
    pub fn field(&self, field: &Field) -> String {
        let inner = self.shape(&field.slot.shape);
        match field.presence {
            Presence::Required => inner,
            Presence::RequiredNullable
            | Presence::Optional
            | Presence::OptionalNullUnknown
            | Presence::RequiredNullUnknown => self.option(&inner),
            Presence::OptionalNullable => self.option(&self.option(&inner)),
        }
    }

    /// `Option<..>`
    pub fn option(&self, inner: &str) -> String {
        format!("{}<{inner}>", self.name("Option"))
    }

    /// The type of a shape.
    pub fn shape(&self, of: &Shape) -> String {
        Names { types: self, named: None }.shape(of)
    }

    /// The type of members without a field.
    pub fn rest(&self, of: &Shape) -> String {
        Names { types: self, named: None }.rest(of)
    }

    /// A type that is not of the module.
    pub fn name(&self, name: &str) -> String {
        let path = IMPORTS.iter().chain(&PRELUDE).find(|(_, known)| *known == name).map_or("", |(path, _)| path);
        if self.taken.contains(name) { format!("{path}{name}") } else { name.to_owned() }
    }

    /// The name of an item.
    pub fn item(&self, id: ItemId) -> &'a str {
        &self.module.item(id).name
    }
}

/// Spells types, and keeps the short names that they use where somebody asks.
struct Names<'a, 'b> {
    types: &'b Types<'a>,
    named: Option<&'b RefCell<BTreeSet<&'static str>>>,
}

impl Names<'_, '_> {
    fn names_of(&self, item: &Item) {
        match &item.kind {
            ItemKind::Struct(of) => {
                of.fields.iter().for_each(|field| drop(self.shape(&field.slot.shape)));
                self.rest(&of.rest.slot.shape);
            }
            ItemKind::Enum(_) => drop(self.shape(&other(item))),
            ItemKind::Union(of) => of.branches.iter().for_each(|branch| drop(self.shape(&branch.slot.shape))),
            ItemKind::Newtype(slot) | ItemKind::Alias(slot) => drop(self.shape(&slot.shape)),
        }
    }

    fn name(&self, name: &'static str) -> String {
        if let (Some(named), false) = (self.named, self.types.taken.contains(name)) {
            named.borrow_mut().insert(name);
        }
        self.types.name(name)
    }

    fn rest(&self, of: &Shape) -> String {
        match of {
            Shape::Value => self.name("Unknown"),
            _ => self.map(of), // has a type of its own
        }
    }

    fn map(&self, of: &Shape) -> String {
        format!("{}<{}, {}>", self.name("BTreeMap"), self.name("String"), self.shape(of))
    }

    fn shape(&self, of: &Shape) -> String {
        match of {
            Shape::Null => "()".to_owned(),
            Shape::Bool => "bool".to_owned(),
            Shape::Integer(Width::I32) => "i32".to_owned(),
            Shape::Integer(Width::I64) => "i64".to_owned(),
            Shape::Integer(Width::U32) => "u32".to_owned(),
            Shape::Integer(Width::U64) => "u64".to_owned(),
            Shape::BigInteger => self.name("Integer"),
            Shape::Float => "f64".to_owned(),
            Shape::Number => self.name("Number"),
            Shape::String => self.name("String"),
            Shape::Secret(held) => format!("{}<{}>", self.name("Sensitive"), self.shape(held)),
            Shape::External(path) => format!("{}<{path}>", self.name("External")),
            Shape::Value => self.name("Value"),
            Shape::List(item) => format!("{}<{}>", self.name("Vec"), self.shape(&item.shape)),
            Shape::Map(value) => self.map(&value.shape),
            Shape::Nullable(inner) => format!("{}<{}>", self.name("Option"), self.shape(&inner.shape)),
            Shape::Item { id, boxed: false } => self.types.item(*id).to_owned(),
            Shape::Item { id, boxed: true } => format!("{}<{}>", self.name("Box"), self.types.item(*id)),
        }
    }
}

/// What an enum has for strings that it does not know.
pub(super) fn other(item: &Item) -> Shape {
    if item.secret { Shape::Secret(Box::new(Shape::String)) } else { Shape::String }
}
