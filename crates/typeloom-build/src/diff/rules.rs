//! Rules by value: what they assert at one position, and whether two of them assert the same.
//!
//! Rules refer to rules, in circles too, and the numbers of both models differ. [`Prints`] gives each rule a number
//! that depends on what it says alone, down to types with names, which are compared on their own.

use super::checks::{Carried, Fact};
use crate::model::{Assertion, Check, Item, ItemId, ItemKind, Module, PatternId, RuleId, Shape};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many steps away a difference between two rules is seen, unless a type with a name is on the way.
const REACH: usize = 32;

/// How many rules that apply to the same value are opened.
const DEEPEST: usize = 64;

/// What tells the rules of a module apart, by [`RuleId`].
#[derive(Default)]
pub(super) struct Prints {
    /// As seen from within: what it asserts.
    own: Vec<u64>,
    /// As seen from a rule that refers to it: a type with a name is what it is called.
    seen: Vec<u64>,
}

impl Prints {
    /// Prints for all rules. `name`: what a type is called by those who refer to it, the same in both models.
    pub fn of<N: Hash>(module: &Module, name: &dyn Fn(ItemId) -> N) -> Prints {
        let items = by_location(module);
        let named: Vec<Option<u64>> =
            module.rules.iter().map(|rule| items.get(rule.location.as_str()).map(|id| hash(&name(*id)))).collect();
        let mut prints = Prints { own: vec![0; module.rules.len()], seen: vec![0; module.rules.len()] };
        for _ in 0..REACH.min(module.rules.len() + 1) {
            let own: Vec<u64> = module.rules.iter().map(|rule| prints.all(module, &rule.assertions)).collect();
            let seen = own.iter().zip(&named).map(|(own, named)| named.unwrap_or(*own)).collect();
            let settled = prints.own == own;
            prints = Prints { own, seen };
            if settled {
                break;
            }
        }
        prints
    }

    /// What a rule asserts.
    pub fn rule(&self, id: RuleId) -> u64 {
        self.own.get(id.0 as usize).copied().unwrap_or_default()
    }

    fn all(&self, module: &Module, assertions: &[Assertion]) -> u64 {
        // Assertions hold in any order.
        let mut all: Vec<u64> = assertions.iter().map(|assertion| self.assertion(module, assertion)).collect();
        all.sort_unstable();
        hash(&all)
    }

    fn seen(&self, id: RuleId) -> u64 {
        self.seen.get(id.0 as usize).copied().unwrap_or_default()
    }

    fn each(&self, ids: &[RuleId]) -> Vec<u64> {
        ids.iter().map(|id| self.seen(*id)).collect()
    }

    /// What a check asserts.
    pub fn check(&self, module: &Module, check: &Check) -> u64 {
        match check {
            Check::Pattern(id) => hash(&("pattern", source(module, *id))),
            Check::Rule(id) => hash(&("rule", self.seen(*id))),
            Check::PropertyNames(checks) => {
                let all: Vec<u64> = checks.iter().map(|check| self.check(module, check)).collect();
                hash(&("propertyNames", all))
            }
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Format(_)
            | Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_)
            | Check::Enum(_)
            | Check::Const(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::UniqueItems
            | Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::Required(_)
            | Check::DependentRequired { .. }
            | Check::Never => hash(&format!("{check:?}")),
        }
    }

    /// What an assertion asserts.
    pub fn assertion(&self, module: &Module, assertion: &Assertion) -> u64 {
        let word = super::rule_text::assertion_keyword(assertion);
        match assertion {
            Assertion::Plain(check) => self.check(module, check),
            Assertion::Type(kinds) => hash(&(word, kinds)),
            Assertion::Ref(id)
            | Assertion::Not(id)
            | Assertion::NullOr(id)
            | Assertion::PropertyNames(id)
            | Assertion::UnevaluatedItems(id)
            | Assertion::UnevaluatedProperties(id) => hash(&(word, self.seen(*id))),
            Assertion::DynamicRef { initial, anchor, watched: _ } => hash(&(word, self.seen(*initial), anchor)),
            Assertion::AllOf(ids) | Assertion::AnyOf(ids) | Assertion::OneOf(ids) => hash(&(word, self.each(ids))),
            Assertion::If { condition, then, otherwise } => {
                let branch = |id: &Option<RuleId>| id.map(|id| self.seen(id));
                hash(&(word, self.seen(*condition), branch(then), branch(otherwise)))
            }
            Assertion::Items { prefix, rest } => hash(&(word, self.each(prefix), rest.map(|id| self.seen(id)))),
            Assertion::Contains { rule, min, max, evaluates } => hash(&(word, self.seen(*rule), min, max, evaluates)),
            Assertion::Properties { named, patterns, additional } => {
                let named: BTreeMap<&str, u64> = named.iter().map(|(name, id)| (&**name, self.seen(*id))).collect();
                let patterns: Vec<(&str, u64)> =
                    patterns.iter().map(|(pattern, id)| (source(module, *pattern), self.seen(*id))).collect();
                hash(&(word, named, patterns, additional.map(|id| self.seen(id))))
            }
            Assertion::DependentSchemas(entries) => {
                let entries: Vec<(&str, u64)> = entries.iter().map(|(name, id)| (&**name, self.seen(*id))).collect();
                hash(&(word, entries))
            }
        }
    }
}

/// The types by the places of their schemas. A type that nothing describes has the place where it is mentioned, which
/// is another's.
pub(super) fn by_location(module: &Module) -> BTreeMap<&str, ItemId> {
    let described =
        |(_, item): &(usize, &Item)| !matches!(&item.kind, ItemKind::Alias(slot) if matches!(slot.shape, Shape::Value));
    let mut found = BTreeMap::new();
    for (index, item) in module.items.iter().enumerate().filter(described) {
        found.entry(item.location.as_str()).or_insert(ItemId(index as u32));
    }
    found
}

fn source(module: &Module, id: PatternId) -> &str {
    module.patterns.get(id.0 as usize).map_or("", |pattern| pattern.source.as_str())
}

fn hash<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// What a rule asserts of the value itself, through references and `allOf`, but for what the type asserts already.
pub(super) fn facts<'a>(module: &'a Module, id: RuleId, carried: &Carried<'_>, out: &mut Vec<Fact<'a>>) {
    let mut opened = vec![id];
    let mut index = 0;
    while let Some(id) = opened.get(index).copied().filter(|_| index < DEEPEST) {
        index += 1;
        for assertion in &module.rule(id).assertions {
            match assertion {
                Assertion::Ref(inner) => open(&mut opened, *inner),
                Assertion::AllOf(inner) => inner.iter().for_each(|inner| open(&mut opened, *inner)),
                Assertion::Plain(Check::Required(names))
                    if names.iter().all(|name| carried.members.contains(&name.as_str())) => {}
                Assertion::Plain(Check::Enum(_) | Check::Const(_)) if carried.strings => {}
                Assertion::Plain(_) => out.push(Fact::Assertion(assertion)),
                Assertion::Type(_) if carried.kinds => {}
                Assertion::AnyOf(_) | Assertion::OneOf(_) if carried.branches => {}
                Assertion::Properties { named: _, patterns, additional: _ }
                    if carried.object && patterns.is_empty() => {}
                Assertion::Items { prefix, rest: _ } if carried.items && prefix.is_empty() => {}
                Assertion::Type(_)
                | Assertion::AnyOf(_)
                | Assertion::OneOf(_)
                | Assertion::Properties { .. }
                | Assertion::Items { .. }
                | Assertion::DynamicRef { .. }
                | Assertion::Not(_)
                | Assertion::If { .. }
                | Assertion::Contains { .. }
                | Assertion::NullOr(_)
                | Assertion::PropertyNames(_)
                | Assertion::DependentSchemas(_)
                | Assertion::UnevaluatedItems(_)
                | Assertion::UnevaluatedProperties(_) => out.push(Fact::Assertion(assertion)),
            }
        }
    }
}

fn open(opened: &mut Vec<RuleId>, id: RuleId) {
    if !opened.contains(&id) {
        opened.push(id);
    }
}
