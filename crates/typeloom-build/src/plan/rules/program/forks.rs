//! Which rules look at the same value in two ways that both lead back to them: `allOf` of two schemas that both describe
//! the member `next` by the schema around them. Run as they stand, they take two to the power of the depth of the value.

use crate::graph::Components;
use crate::model::{Assertion, Module, RuleId};
use std::collections::BTreeSet;

/// The rules that fork.
pub(super) fn forks(module: &Module) -> BTreeSet<RuleId> {
    let circles = circles(module);
    let back = |id: RuleId, other: &RuleId| circles.is_circle(id.0 as usize, other.0 as usize);
    let forks = |id: &RuleId| {
        let mut ways = 0;
        let mut deeper = false;
        for assertion in &module.rule(*id).assertions {
            let Leads { here, choice, inside } = leads(assertion);
            let here = here.iter().filter(|other| back(*id, other)).count();
            // Branches of a choice remember their own verdicts.
            ways += if choice { here.min(1) } else { here };
            let inside = inside.iter().filter(|other| back(*id, other)).count();
            ways += inside.saturating_sub(1)
                * usize::from(matches!(assertion, Assertion::Properties { patterns, .. } if !patterns.is_empty()));
            deeper |= inside > 0;
        }
        ways + usize::from(deeper) > 1
    };
    (0..module.rules.len() as u32).map(RuleId).filter(forks).collect()
}

/// Where an assertion leads.
struct Leads {
    /// To rules for the same value.
    here: Vec<RuleId>,
    /// Whether these are branches of a choice.
    choice: bool,
    /// To rules for the values in it.
    inside: Vec<RuleId>,
}

fn leads(assertion: &Assertion) -> Leads {
    let here = |here: Vec<RuleId>| Leads { here, choice: false, inside: vec![] };
    let inside = |inside: Vec<RuleId>| Leads { here: vec![], choice: false, inside };
    match assertion {
        Assertion::Plain(_) | Assertion::Type(_) => here(vec![]),
        Assertion::Ref(rule) | Assertion::Not(rule) | Assertion::NullOr(rule) => here(vec![*rule]),
        Assertion::DynamicRef { initial, .. } => here(vec![*initial]),
        Assertion::AllOf(rules) => here(rules.clone()),
        Assertion::AnyOf(rules) | Assertion::OneOf(rules) => Leads { choice: true, ..here(rules.clone()) },
        Assertion::If { condition, then, otherwise } => {
            here([Some(*condition), *then, *otherwise].into_iter().flatten().collect())
        }
        Assertion::DependentSchemas(schemas) => here(schemas.iter().map(|(_, rule)| *rule).collect()),
        Assertion::Items { prefix, rest } => inside(prefix.iter().copied().chain(*rest).collect()),
        Assertion::Contains { rule, .. }
        | Assertion::PropertyNames(rule)
        | Assertion::UnevaluatedItems(rule)
        | Assertion::UnevaluatedProperties(rule) => inside(vec![*rule]),
        Assertion::Properties { named, patterns, additional } => {
            let named = named.iter().map(|(_, rule)| *rule);
            inside(named.chain(patterns.iter().map(|(_, rule)| *rule)).chain(*additional).collect())
        }
    }
}

/// The strongly connected components of the rules of the module.
fn circles(module: &Module) -> Components {
    let next: Vec<Vec<RuleId>> = module
        .rules
        .iter()
        .map(|rule| {
            let leads = rule.assertions.iter().map(leads);
            leads.flat_map(|leads| leads.here.into_iter().chain(leads.inside)).collect()
        })
        .collect();
    Components::of(next.len(), |from, index| next[from].get(index).map(|id| id.0 as usize))
}
