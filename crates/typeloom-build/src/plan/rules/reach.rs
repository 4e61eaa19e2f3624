//! Which rules are reached from which at the same place of the instance, where evaluation could go in a circle.

use crate::graph;
use crate::model::{Assertion, Rule, RuleId};

/// The anchors of each resource and their rules, as in the module.
type Resources = [Vec<(String, RuleId)>];

/// Takes away each reference that would lead a rule back to itself at the same place of the instance, which the
/// specification forbids (2020-12 core, section 9.4.1). Says which rules had one. `$dynamicRef` is watched at run time
/// instead: where it leads is not known here.
pub(super) fn cut_cycles(rules: &mut [Rule]) -> Vec<RuleId> {
    let edges: Vec<Vec<RuleId>> = rules.iter().map(|rule| in_place(rule).collect()).collect();
    let mut back = Vec::new();
    let edge = |from: usize, index: usize| edges[from].get(index).map(|target| target.0 as usize);
    graph::back_edges(rules.len(), edge, |way, target| {
        back.extend(way.last().map(|(rule, _)| (RuleId(*rule as u32), RuleId(target as u32))));
    });
    for (rule, target) in &back {
        rules[rule.0 as usize].assertions.retain(|assertion| !leads_to(assertion, *target));
    }
    back.dedup_by_key(|(rule, _)| *rule);
    back.into_iter().map(|(rule, _)| rule).collect()
}

/// Marks the `$dynamicRef`s that may lead back to where they stand at the same place of the instance.
pub(super) fn mark_watched(rules: &mut [Rule], resources: &Resources) {
    let looking: Vec<usize> =
        (0..rules.len()).filter(|&index| rules[index].assertions.iter().any(is_dynamic)).collect();
    for index in looking {
        let mut starts = Vec::new();
        for assertion in &rules[index].assertions {
            if let Assertion::DynamicRef { initial, anchor, watched: _ } = assertion {
                starts.push(*initial);
                starts.extend(anchored(resources, anchor));
            }
        }
        if !reached(rules, resources, &starts)[index] {
            continue;
        }
        for assertion in &mut rules[index].assertions {
            if let Assertion::DynamicRef { watched, .. } = assertion {
                *watched = true;
            }
        }
    }
}

/// The rules that `starts` reach at the same place of the instance, themselves included.
fn reached(rules: &[Rule], resources: &Resources, starts: &[RuleId]) -> Vec<bool> {
    let starts = starts.iter().map(|id| id.0 as usize).collect();
    graph::reached(rules.len(), starts, |index, targets| {
        let rule = &rules[index];
        targets.extend(in_place(rule).chain(dynamic(rule, resources)).map(|id| id.0 as usize));
    })
}

/// The rules that a rule applies to the very value that it is applied to, `$dynamicRef` apart.
fn in_place(rule: &Rule) -> impl Iterator<Item = RuleId> + '_ {
    rule.assertions.iter().flat_map(targets)
}

fn targets(assertion: &Assertion) -> Vec<RuleId> {
    match assertion {
        Assertion::Ref(rule) | Assertion::Not(rule) | Assertion::NullOr(rule) => vec![*rule],
        Assertion::AllOf(rules) | Assertion::AnyOf(rules) | Assertion::OneOf(rules) => rules.clone(),
        Assertion::If { condition, then, otherwise } => {
            [Some(*condition), *then, *otherwise].into_iter().flatten().collect()
        }
        Assertion::DependentSchemas(schemas) => schemas.iter().map(|(_, rule)| *rule).collect(),
        Assertion::DynamicRef { .. } => Vec::new(),
        Assertion::Plain(_)
        | Assertion::Type(_)
        | Assertion::Items { .. }
        | Assertion::Contains { .. }
        | Assertion::Properties { .. }
        | Assertion::PropertyNames(_)
        | Assertion::UnevaluatedItems(_)
        | Assertion::UnevaluatedProperties(_) => Vec::new(),
    }
}

fn leads_to(assertion: &Assertion, rule: RuleId) -> bool {
    targets(assertion).contains(&rule)
}

/// Where the `$dynamicRef`s of a rule may lead.
fn dynamic(rule: &Rule, resources: &Resources) -> Vec<RuleId> {
    let mut targets = Vec::new();
    for assertion in &rule.assertions {
        if let Assertion::DynamicRef { initial, anchor, watched: _ } = assertion {
            targets.push(*initial);
            targets.extend(anchored(resources, anchor));
        }
    }
    targets
}

fn anchored<'a>(resources: &'a Resources, anchor: &'a str) -> impl Iterator<Item = RuleId> + 'a {
    resources.iter().flatten().filter(move |(name, _)| name == anchor).map(|(_, rule)| *rule)
}

fn is_dynamic(assertion: &Assertion) -> bool {
    matches!(assertion, Assertion::DynamicRef { .. })
}
