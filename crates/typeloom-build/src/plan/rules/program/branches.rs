//! The branches of `anyOf` and `oneOf`, with what tells at a look that one cannot hold: the kinds of values and the
//! strings of a member.

use super::Facts;
use crate::model::{Assertion, BranchOf, Check, Module, Rule, RuleId, Target};
use std::collections::{BTreeMap, BTreeSet};
use typeloom::{Kind, KindSet, Value};

/// By rule, the kinds of values that it may hold for.
pub(in crate::plan::rules) struct Kinds(Vec<KindSet>);

const ALL: KindSet = KindSet::ALL;

/// References are looked through this often. More would find more, but never something else.
const ROUNDS: usize = 4;

/// What `type`, `enum` and `const` say, through references.
pub(super) fn kinds(module: &Module) -> Kinds {
    let mut kinds = vec![ALL; module.rules.len()];
    for _ in 0..ROUNDS {
        kinds = module.rules.iter().map(|rule| kinds_of(rule, &kinds)).collect();
    }
    Kinds(kinds)
}

fn kinds_of(rule: &Rule, known: &[KindSet]) -> KindSet {
    let of = |rule: &RuleId| known[rule.0 as usize];
    rule.assertions.iter().fold(ALL, |kinds, assertion| {
        kinds
            & match assertion {
                Assertion::Type(types) => *types,
                Assertion::Plain(Check::Never) => KindSet::EMPTY,
                Assertion::Plain(Check::Const(value)) => Kind::of(value).into(),
                Assertion::Plain(Check::Enum(values)) => values.iter().map(Kind::of).collect(),
                Assertion::Plain(_) => ALL, // the other checks hold for other kinds
                Assertion::Ref(rule) => of(rule),
                Assertion::NullOr(rule) => of(rule) | KindSet::NULL,
                Assertion::AllOf(rules) => rules.iter().fold(ALL, |kinds, rule| kinds & of(rule)),
                Assertion::AnyOf(rules) | Assertion::OneOf(rules) => {
                    rules.iter().fold(KindSet::EMPTY, |kinds, rule| kinds | of(rule))
                }
                Assertion::DynamicRef { .. }
                | Assertion::Not(_)
                | Assertion::If { .. }
                | Assertion::Items { .. }
                | Assertion::Contains { .. }
                | Assertion::Properties { .. }
                | Assertion::PropertyNames(_)
                | Assertion::DependentSchemas(_)
                | Assertion::UnevaluatedItems(_)
                | Assertion::UnevaluatedProperties(_) => ALL,
            }
    })
}

/// The branches of a choice.
pub(super) fn of(facts: &Facts<'_>, id: RuleId, keyword: &str, rules: &[RuleId]) -> Vec<BranchOf> {
    let tags: Vec<_> = rules.iter().map(|rule| tags(facts.module, *rule)).collect();
    let member = common_member(&tags);
    let branch = |(index, (rule, tags)): (usize, (&RuleId, &Tags<'_>))| {
        let step = facts.step(id, *rule, &format!("{keyword}/{index}"));
        let kinds = match step.target {
            Target::Anything => KindSet::ALL,
            Target::Nothing => KindSet::EMPTY,
            Target::Routine(rule) => facts.kinds.0[rule as usize],
        };
        let strings = member.and_then(|member| Some((member, tags.get(member)?)));
        let owned = |strings: &BTreeSet<&str>| strings.iter().map(|text| (*text).to_owned()).collect();
        let tag = strings.map(|(member, strings)| (member.to_owned(), owned(strings)));
        BranchOf { step, kinds, tag }
    };
    rules.iter().zip(&tags).enumerate().map(branch).collect()
}

/// The members that a rule allows only certain strings in, where it allows strings.
type Tags<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

fn tags(module: &Module, rule: RuleId) -> Tags<'_> {
    let mut found = Tags::new();
    for rule in conjunction(module, rule) {
        for assertion in &rule.assertions {
            if let Assertion::Properties { named, .. } = assertion {
                for (name, rule) in named {
                    if let Some(strings) = conjunction(module, *rule).into_iter().find_map(strings) {
                        found.entry(name).or_insert(strings);
                    }
                }
            }
        }
    }
    found
}

/// A rule and those that must hold with it, at most a few.
fn conjunction(module: &Module, rule: RuleId) -> Vec<&Rule> {
    let mut found = vec![rule];
    let mut next = 0;
    while let Some(&rule) = found.get(next).filter(|_| next < 8) {
        next += 1;
        for assertion in &module.rule(rule).assertions {
            match assertion {
                Assertion::Ref(target) if !found.contains(target) => found.push(*target),
                Assertion::AllOf(targets) => {
                    let new: Vec<RuleId> = targets.iter().filter(|target| !found.contains(target)).copied().collect();
                    found.extend(new);
                }
                _ => {} // asks for two assertions among all
            }
        }
    }
    found.truncate(next);
    found.into_iter().map(|rule| module.rule(rule)).collect()
}

/// The strings that a rule allows, where it lists them.
fn strings(rule: &Rule) -> Option<BTreeSet<&str>> {
    rule.assertions.iter().find_map(|assertion| match assertion {
        Assertion::Plain(Check::Const(value)) => Some(value.as_str().into_iter().collect()),
        Assertion::Plain(Check::Enum(values)) => Some(values.iter().filter_map(Value::as_str).collect()),
        _ => None, // asks for two assertions among all
    })
}

/// The member that most branches have a tag in, where at least two have.
fn common_member<'a>(tags: &[Tags<'a>]) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for member in tags.iter().flat_map(BTreeMap::keys) {
        *counts.entry(member).or_default() += 1;
    }
    let best = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (best.1 >= 2).then_some(best.0)
}
