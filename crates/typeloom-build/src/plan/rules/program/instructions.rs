//! The assertions of one rule as instructions, in the order in which they run.

use super::{Facts, branches, words};
use crate::model::{Assertion, Check, Class, Instruction, PatternId, Routine, RuleId, Step, Target};
use crate::pointer;
use typeloom::{Kind, KindSet};

/// Instructions by when they run.
#[derive(Default)]
struct Order {
    alone: Vec<Instruction>,
    /// For values of one kind.
    inside: Vec<Instruction>,
    same: Vec<Instruction>,
    last: Vec<Instruction>,
}

/// The instructions of a rule.
pub(super) fn of(facts: &Facts<'_>, id: RuleId) -> Vec<Instruction> {
    let rule = facts.module.rule(id);
    let types = rule.assertions.iter().find_map(|assertion| match assertion {
        Assertion::Type(types) => Some(*types),
        _ => None, // asks for one assertion among all
    });
    // What is about kinds that `type` excludes says nothing that `type` does not say.
    let allowed = types.unwrap_or(KindSet::ALL);
    let (array, object) = (allowed.has(Kind::Array), allowed.has(Kind::Object));
    let mut order = Order::default();
    let step = |inner: RuleId, usual: &str| facts.step(id, inner, usual);
    let optional = |inner: Option<RuleId>, usual: &str| match inner {
        Some(inner) => step(inner, usual),
        None => Step { via: String::new(), target: Target::Anything },
    };
    for assertion in &rule.assertions {
        match assertion {
            Assertion::Plain(check) => {
                let (class, instruction) = (check.class(), Instruction::Check(check.clone()));
                if class == Class::Whole {
                    order.alone.push(instruction);
                } else if asserts(check) && (allowed & class.kinds()) != KindSet::EMPTY {
                    order.inside.push(instruction);
                }
            }
            Assertion::Type(types) => order.alone.push(Instruction::Type(*types)),
            Assertion::Items { prefix, rest } if array => {
                let prefix = prefix.iter().enumerate();
                let prefix = prefix.map(|(index, rule)| step(*rule, &format!("/prefixItems/{index}"))).collect();
                order.inside.extend(items(facts, prefix, rest.map(|rule| step(rule, "/items"))));
            }
            Assertion::Contains { rule, min, max, evaluates } if array => {
                order.inside.push(Instruction::Contains(step(*rule, "/contains"), *min, *max, *evaluates));
            }
            Assertion::Properties { named, patterns, additional } if object => {
                order.inside.extend(properties(facts, id, named, patterns, *additional));
            }
            Assertion::PropertyNames(rule) if object => {
                let step = step(*rule, "/propertyNames");
                order.inside.extend((step.target != Target::Anything).then_some(Instruction::PropertyNames(step)));
            }
            Assertion::DependentSchemas(schemas) if object => {
                let dependent = |(name, rule): &(String, RuleId)| {
                    let step = step(*rule, &format!("/dependentSchemas/{}", pointer::escape(name)));
                    Instruction::Dependent(name.clone(), step)
                };
                order.inside.extend(schemas.iter().map(dependent));
            }
            Assertion::Items { .. }
            | Assertion::Contains { .. }
            | Assertion::Properties { .. }
            | Assertion::PropertyNames(_)
            | Assertion::DependentSchemas(_) => {} // excluded by `type`
            Assertion::Ref(rule) => order.same.push(Instruction::Here(facts.reference(id, *rule))),
            Assertion::DynamicRef { initial, anchor, watched } => {
                order.same.push(Instruction::Dynamic(initial.0, anchor.clone(), watched.then_some(id.0)));
            }
            Assertion::AllOf(rules) => {
                let branches = rules.iter().enumerate();
                let branch =
                    |(index, rule): (usize, &RuleId)| Instruction::Here(step(*rule, &format!("/allOf/{index}")));
                order.same.extend(branches.map(branch));
            }
            Assertion::AnyOf(rules) => order.same.push(Instruction::AnyOf(branches::of(facts, id, "/anyOf", rules))),
            Assertion::OneOf(rules) => order.same.push(Instruction::OneOf(branches::of(facts, id, "/oneOf", rules))),
            Assertion::Not(rule) => {
                order.same.push(Instruction::Not(step(*rule, "/not"), words::rule(facts.module, *rule)));
            }
            Assertion::If { condition, then, otherwise } => {
                let (then, otherwise) = (optional(*then, "/then"), optional(*otherwise, "/else"));
                if facts.marks || then.target != Target::Anything || otherwise.target != Target::Anything {
                    order.same.push(Instruction::If(step(*condition, "/if"), then, otherwise));
                }
            }
            Assertion::NullOr(rule) => order.same.push(Instruction::NullOr(facts.target(*rule))),
            Assertion::UnevaluatedItems(rule) => {
                order.last.push(Instruction::UnevaluatedItems(step(*rule, "/unevaluatedItems")));
            }
            Assertion::UnevaluatedProperties(rule) => {
                order.last.push(Instruction::UnevaluatedProperties(step(*rule, "/unevaluatedProperties")));
            }
        }
    }
    let Order { mut alone, inside, same, last } = order;
    alone.extend(inside.into_iter().chain(same).chain(last));
    alone
}

/// Whether a check forbids anything.
fn asserts(check: &Check) -> bool {
    !matches!(check, Check::MinLength(0) | Check::MinItems(0) | Check::MinProperties(0))
}

/// `prefixItems` and `items`, unless they allow everything and nobody asks what they evaluate.
fn items(facts: &Facts<'_>, prefix: Vec<Step>, rest: Option<Step>) -> Option<Instruction> {
    let trivial = |step: &Step| step.target == Target::Anything;
    let all = prefix.iter().all(trivial) && rest.as_ref().is_none_or(trivial);
    (facts.marks || !all).then_some(Instruction::Items(prefix, rest))
}

/// `properties`, `patternProperties` and `additionalProperties`. What allows everything is described all the same.
fn properties(
    facts: &Facts<'_>,
    id: RuleId,
    named: &[(String, RuleId)],
    patterns: &[(PatternId, RuleId)],
    additional: Option<RuleId>,
) -> Option<Instruction> {
    let additional = additional.map(|rule| facts.step(id, rule, "/additionalProperties"));
    let additional = additional.filter(|step| facts.marks || step.target != Target::Anything);
    let counts = |step: &Step| facts.marks || additional.is_some() || step.target != Target::Anything;
    let named = named.iter().map(|(name, rule)| {
        let usual = format!("/properties/{}", pointer::escape(name));
        (name.clone(), facts.step(id, *rule, &usual))
    });
    let mut named: Vec<(String, Step)> = named.filter(|(_, step)| counts(step)).collect();
    named.sort_by(|(one, _), (other, _)| one.cmp(other));
    let patterns = patterns.iter().map(|(pattern, rule)| {
        let source = &facts.module.patterns[pattern.0 as usize].source;
        let usual = format!("/patternProperties/{}", pointer::escape(source));
        (*pattern, facts.step(id, *rule, &usual))
    });
    let patterns: Vec<(PatternId, Step)> = patterns.filter(|(_, step)| counts(step)).collect();
    let some = !named.is_empty() || !patterns.is_empty() || additional.is_some();
    some.then_some(Instruction::Properties(named, patterns, additional))
}

/// The patterns that an instruction names.
pub(super) fn patterns(instruction: &Instruction) -> Vec<PatternId> {
    match instruction {
        Instruction::Check(Check::Pattern(pattern)) => vec![*pattern],
        Instruction::Properties(_, patterns, _) => patterns.iter().map(|(pattern, _)| *pattern).collect(),
        _ => vec![], // asks for two instructions among all
    }
}

/// Calls `change` for every routine that a routine calls.
pub(super) fn targets_mut(routine: &mut Routine, change: &mut dyn FnMut(&mut u32)) {
    for instruction in &mut routine.instructions {
        match instruction {
            Instruction::Check(_) | Instruction::Type(_) => {}
            Instruction::Dynamic(initial, _, _) => change(initial),
            Instruction::Here(step)
            | Instruction::Not(step, _)
            | Instruction::Contains(step, ..)
            | Instruction::PropertyNames(step)
            | Instruction::Dependent(_, step)
            | Instruction::UnevaluatedItems(step)
            | Instruction::UnevaluatedProperties(step) => target(&mut step.target, change),
            Instruction::NullOr(of) => target(of, change),
            Instruction::AnyOf(branches) | Instruction::OneOf(branches) => {
                branches.iter_mut().for_each(|branch| target(&mut branch.step.target, change));
            }
            Instruction::If(condition, then, otherwise) => {
                [condition, then, otherwise].into_iter().for_each(|step| target(&mut step.target, change));
            }
            Instruction::Items(prefix, rest) => {
                prefix.iter_mut().chain(rest).for_each(|step| target(&mut step.target, change));
            }
            Instruction::Properties(named, patterns, others) => {
                let named = named.iter_mut().map(|(_, step)| step);
                let patterns = patterns.iter_mut().map(|(_, step)| step);
                named.chain(patterns).chain(others).for_each(|step| target(&mut step.target, change));
            }
        }
    }
}

fn target(of: &mut Target, change: &mut dyn FnMut(&mut u32)) {
    match of {
        Target::Anything | Target::Nothing => {}
        Target::Routine(id) => change(id),
    }
}
