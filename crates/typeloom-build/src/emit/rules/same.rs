//! Which rules are the same as one before: `{"type": "string"}` stands in a document a hundred times, and so does
//! `{"type": "array", "items": {"$ref": ..}}`. Each is one function.

use crate::model::{Assertion, Module, Rule, RuleId};
use std::collections::{BTreeMap, BTreeSet};

/// By rule, the first one that is the same; and the rules that references lead to, which are the same as no other: their
/// functions say where they stand.
pub(super) struct Same {
    first: Vec<RuleId>,
    targets: BTreeSet<RuleId>,
}

impl Same {
    pub(super) fn first(&self, id: RuleId) -> RuleId {
        self.first.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// Whether a reference leads to the rule.
    pub(super) fn is_target(&self, id: RuleId) -> bool {
        self.targets.contains(&id)
    }
}

/// How deep in each other the schemas are nested that are compared. Deeper ones seldom are the same.
const ROUNDS: usize = 3;

/// Compares all rules: first those that lead to no others, then those that lead to these.
pub(super) fn same(module: &Module) -> Same {
    let targets = targets(module);
    let ids = || (0..module.rules.len() as u32).map(RuleId);
    let mut same = Same { first: ids().collect(), targets };
    for _ in 0..ROUNDS {
        let mut known: BTreeMap<String, RuleId> = BTreeMap::new();
        let first = ids().map(|id| match key(module, module.rule(id), &same) {
            Some(key) if !same.is_target(id) => *known.entry(key).or_insert(id),
            Some(_) | None => id,
        });
        same.first = first.collect();
    }
    same
}

fn targets(module: &Module) -> BTreeSet<RuleId> {
    let assertions = module.rules.iter().flat_map(|rule| &rule.assertions);
    let target = |assertion: &Assertion| match assertion {
        Assertion::Ref(target) => Some(*target),
        _ => None, // asks for one assertion among all
    };
    assertions.filter_map(target).collect()
}

/// What the code of a rule is made from, with rules that are the same under one id. [`None`] where that depends on
/// where the rule stands.
fn key(module: &Module, rule: &Rule, same: &Same) -> Option<String> {
    // The scope that rules are called with depends on the resources that they and those in them belong to.
    let resource = |rule: &Rule| if module.resources.is_empty() { 0 } else { rule.resource };
    let mut key = resource(rule).to_string();
    for assertion in &rule.assertions {
        let of = |id: &RuleId, usual: &str| {
            let inner = module.rule(*id);
            format!("{}{} {},", same.first(*id).0, via(rule, inner, usual), resource(inner))
        };
        let all = |ids: &[RuleId]| ids.iter().map(|id| of(id, "")).collect::<String>();
        key += &match assertion {
            Assertion::Plain(_) | Assertion::Type(_) => format!("{assertion:?};"),
            Assertion::Ref(id) => format!("ref {};", id.0),
            Assertion::AllOf(ids) => format!("all {};", all(ids)),
            Assertion::AnyOf(ids) => format!("any {};", all(ids)),
            Assertion::OneOf(ids) => format!("one {};", all(ids)),
            Assertion::NullOr(id) => format!("null or {};", of(id, "")),
            Assertion::Items { prefix, rest } => {
                format!("items {} {:?};", all(prefix), rest.map(|id| of(&id, "")))
            }
            Assertion::Properties { named, patterns, additional } => {
                let named: String = named.iter().map(|(name, id)| format!("{name:?} {}", of(id, ""))).collect();
                let patterns: String = patterns.iter().map(|(id, rule)| format!("{id:?} {}", of(rule, ""))).collect();
                format!("properties {named} {patterns} {:?};", additional.map(|id| of(&id, "")))
            }
            // Messages name the place of what is forbidden; the others are rare.
            Assertion::Not(_)
            | Assertion::DynamicRef { .. }
            | Assertion::If { .. }
            | Assertion::Contains { .. }
            | Assertion::PropertyNames(_)
            | Assertion::DependentSchemas(_)
            | Assertion::UnevaluatedItems(_)
            | Assertion::UnevaluatedProperties(_) => return None,
        };
    }
    Some(key)
}

/// The step from a schema to a schema in it, as the document spells it where that shows from where they stand.
pub(super) fn via(outer: &Rule, inner: &Rule, usual: &str) -> String {
    match inner.location.strip_prefix(outer.location.as_str()) {
        Some(step) if step.starts_with('/') => step.to_owned(),
        Some(_) | None => usual.to_owned(),
    }
}
