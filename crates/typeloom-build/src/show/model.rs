//! A [`Model`] as text: what Rust will say, one line for each field, checks and docs below it.
//!
//! ```text
//! mod workos
//!
//! struct UserlandUser  "UserlandUser"  workos/user.json#
//!   email "email": required String  /properties/email
//!     check MaxLength(600)
//!   unknown: Value
//! ```

use crate::model::{
    Assertion, Branch, Check, Choice, Enum, Field, Item, ItemKind, Model, Module, Presence, Rest, Rule, Shape, Slot,
    Struct, Union, Validation, Variant, Width,
};

/// The whole model, or only the type that has the Rust name `only`; empty where there is none.
pub fn model_text(model: &Model, only: Option<&str>) -> String {
    let mut text = String::new();
    for module in &model.modules {
        let page = Page { module, text: &mut text };
        page.write(only);
    }
    text
}

struct Page<'a> {
    module: &'a Module,
    text: &'a mut String,
}

impl Page<'_> {
    fn write(mut self, only: Option<&str>) {
        let module = self.module;
        if only.is_some_and(|only| module.items.iter().all(|item| item.name != only)) {
            return;
        }
        self.line(0, &format!("mod {}", module.name.as_deref().unwrap_or("(top level)")));
        if only.is_none() {
            self.docs(1, &module.docs);
        }
        for item in module.items.iter().filter(|item| only.is_none_or(|only| only == item.name)) {
            self.text.push('\n');
            self.item(item);
        }
        if only.is_some() {
            return;
        }
        for (index, rule) in module.rules.iter().enumerate() {
            self.text.push('\n');
            self.rule(index, rule);
        }
        for (index, pattern) in module.patterns.iter().enumerate() {
            self.line(0, &format!("\npattern p{index} {:?} as {:?}", pattern.source, pattern.translated));
        }
    }

    fn line(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn docs(&mut self, depth: usize, docs: &[String]) {
        for line in docs.iter().flat_map(|paragraph| paragraph.lines()) {
            self.line(depth, &format!("| {line}"));
        }
    }

    fn item(&mut self, item: &Item) {
        let Item { name, title, docs, deprecated, location, kind, secret, validation, blank: _, schema: _ } = item;
        let word = match kind {
            ItemKind::Struct(_) => "struct",
            ItemKind::Enum(_) => "enum",
            ItemKind::Union(_) => "union",
            ItemKind::Newtype(_) => "newtype",
            ItemKind::Alias(_) => "alias",
        };
        let deprecated = if *deprecated { "  deprecated" } else { "" };
        self.line(0, &format!("{word} {name}  {title:?}  {location}{deprecated}"));
        self.docs(1, docs);
        if *secret {
            self.line(1, "a secret");
        }
        match validation {
            Validation::Nothing => self.line(1, "valid when it parses"),
            Validation::Typed => {}
            Validation::ByValue(rule) => self.line(1, &format!("valid by r{}", rule.0)),
        }
        match kind {
            ItemKind::Struct(of) => self.fields(of),
            ItemKind::Enum(of) => self.variants(of),
            ItemKind::Union(of) => self.branches(of),
            ItemKind::Newtype(slot) | ItemKind::Alias(slot) => self.slot(1, "= ", slot),
        }
    }

    fn fields(&mut self, of: &Struct) {
        let Struct { fields, rest, checks, default } = of;
        if *default {
            self.line(1, "has a default");
        }
        for check in checks {
            self.line(1, &format!("check {}", self.check(check)));
        }
        for field in fields {
            let Field { name, wire, aliases, docs, deprecated, presence, slot } = field;
            let presence = match presence {
                Presence::Required => "required",
                Presence::RequiredNullable => "required nullable",
                Presence::Optional => "optional",
                Presence::OptionalNullable => "optional nullable",
                Presence::OptionalNullUnknown => "optional, null unknown",
                Presence::RequiredNullUnknown => "required, null unknown",
            };
            let aliases: String = aliases.iter().map(|alias| format!(" or {alias:?}")).collect();
            let deprecated = if *deprecated { "deprecated " } else { "" };
            self.slot(1, &format!("{name} {wire:?}{aliases}: {deprecated}{presence} "), slot);
            self.docs(2, docs);
        }
        let Rest { name, slot, forbidden, secret } = rest;
        if !secret.is_empty() {
            self.line(1, &format!("{name} has secrets {secret:?}"));
        }
        self.slot(1, &format!("{name}: {}", if *forbidden { "forbidden " } else { "" }), slot);
    }

    fn variants(&mut self, of: &Enum) {
        let Enum { variants, other, keyword } = of;
        for Variant { name, value, docs } in variants {
            self.line(1, &format!("{name} = {value:?}"));
            self.docs(2, docs);
        }
        self.line(1, &format!("{other}  by `{keyword}`"));
    }

    fn branches(&mut self, of: &Union) {
        let Union { branches, choice, keyword } = of;
        let how = match choice {
            Choice::Kind(_) => "by kind".to_owned(),
            Choice::Tag { member, values: _ } => format!("by {member:?}"),
            Choice::Trial => "by trial".to_owned(),
        };
        self.line(1, &format!("found {how}, `{keyword}`"));
        for (index, Branch { name, key: _, slot, docs, rule }) in branches.iter().enumerate() {
            let when = match choice {
                Choice::Kind(kinds) => {
                    let kinds = kinds.get(index).copied().unwrap_or_default();
                    kinds.kinds().map(|kind| format!("{kind:?}")).collect::<Vec<_>>().join(", ")
                }
                Choice::Tag { member: _, values } => {
                    let own = values.iter().filter(|(_, branch)| *branch == index);
                    own.map(|(value, _)| format!("{value:?}")).collect::<Vec<_>>().join(", ")
                }
                Choice::Trial => rule.map(|rule| format!("r{}", rule.0)).unwrap_or_default(),
            };
            self.slot(1, &format!("{name} when {when}: "), slot);
            self.docs(2, docs);
        }
    }

    fn slot(&mut self, depth: usize, head: &str, slot: &Slot) {
        let via = if slot.via.is_empty() { String::new() } else { format!("  {}", slot.via) };
        self.line(depth, &format!("{head}{}{via}", self.shape(&slot.shape)));
        self.checks(depth + 1, "", slot);
    }

    /// The checks at a position and at the positions in it.
    fn checks(&mut self, depth: usize, within: &str, slot: &Slot) {
        for check in &slot.checks {
            self.line(depth, &format!("check {within}{}", self.check(check)));
        }
        match &slot.shape {
            Shape::List(inner) | Shape::Map(inner) => {
                self.checks(depth, &format!("{within}each {} ", inner.via), inner)
            }
            Shape::Nullable(inner) => self.checks(depth, within, inner),
            Shape::Null
            | Shape::Bool
            | Shape::Integer(_)
            | Shape::BigInteger
            | Shape::Float
            | Shape::Number
            | Shape::String
            | Shape::Secret(_)
            | Shape::External(_)
            | Shape::Value
            | Shape::Item { .. } => {}
        }
    }

    fn shape(&self, shape: &Shape) -> String {
        match shape {
            Shape::Null => "()".to_owned(),
            Shape::Bool => "bool".to_owned(),
            Shape::Integer(Width::I32) => "i32".to_owned(),
            Shape::Integer(Width::I64) => "i64".to_owned(),
            Shape::Integer(Width::U32) => "u32".to_owned(),
            Shape::Integer(Width::U64) => "u64".to_owned(),
            Shape::BigInteger => "Integer".to_owned(),
            Shape::Float => "f64".to_owned(),
            Shape::Number => "Number".to_owned(),
            Shape::String => "String".to_owned(),
            Shape::Secret(held) => format!("Secret<{}>", self.shape(held)),
            Shape::External(path) => format!("External<{path}>"),
            Shape::Value => "Value".to_owned(),
            Shape::List(inner) => format!("Vec<{}>", self.shape(&inner.shape)),
            Shape::Map(inner) => format!("Map<{}>", self.shape(&inner.shape)),
            Shape::Nullable(inner) => format!("Option<{}>", self.shape(&inner.shape)),
            Shape::Item { id, boxed } => {
                let name = self.module.items.get(id.0 as usize).map_or("(missing)", |item| item.name.as_str());
                if *boxed { format!("Box<{name}>") } else { name.to_owned() }
            }
        }
    }

    fn check(&self, check: &Check) -> String {
        match check {
            Check::Rule(rule) => format!("r{}", rule.0),
            Check::Pattern(pattern) => format!("Pattern(p{})", pattern.0),
            Check::Minimum(limit) => format!("Minimum({limit})"),
            Check::Maximum(limit) => format!("Maximum({limit})"),
            Check::ExclusiveMinimum(limit) => format!("ExclusiveMinimum({limit})"),
            Check::ExclusiveMaximum(limit) => format!("ExclusiveMaximum({limit})"),
            Check::MultipleOf(divisor) => format!("MultipleOf({divisor})"),
            Check::PropertyNames(checks) => {
                format!(
                    "PropertyNames({})",
                    checks.iter().map(|check| self.check(check)).collect::<Vec<_>>().join(", ")
                )
            }
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Format(_)
            | Check::Enum(_)
            | Check::Const(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::UniqueItems
            | Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::Required(_)
            | Check::DependentRequired { .. }
            | Check::Never => format!("{check:?}"),
        }
    }

    fn rule(&mut self, index: usize, rule: &Rule) {
        let Rule { location, resource: _, assertions } = rule;
        self.line(0, &format!("rule r{index}  {location}"));
        for assertion in assertions {
            self.line(1, &self.assertion(assertion));
        }
    }

    fn assertion(&self, assertion: &Assertion) -> String {
        match assertion {
            Assertion::Plain(check) => self.check(check),
            other => format!("{other:?}").replace("RuleId(", "r(").replace("PatternId(", "p("),
        }
    }
}
