//! The rules of a module as they run: a [`Program`].
//!
//! In comes a [`Module`] whose items and rules are known. Out come the routines that items call and those that these
//! call: assertions in the order in which they are cheapest, references to references followed, equal ones merged.

mod branches;
mod forks;
mod instructions;
mod roots;
mod words;

use crate::model::{Assertion, Course, Instruction, Module, Program, Routine, Rule, RuleId, Step, Target};
use branches::Kinds;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is known of all rules of a module.
pub(super) struct Facts<'a> {
    pub module: &'a Module,
    /// By rule, the kinds of values that it may hold for.
    pub kinds: Kinds,
    /// Rules whose time would be exponential in the depth of the value.
    pub forks: BTreeSet<RuleId>,
    /// Rules that references lead to. Their routines say where they stand.
    pub targets: BTreeSet<RuleId>,
    /// Whether any rule asks what was evaluated.
    pub marks: bool,
}

/// The routines of a module.
pub(crate) fn program(module: &Module) -> Program {
    let roots = roots::roots(module);
    let mut patterns = roots.patterns;
    if roots.rules.is_empty() {
        return Program { patterns, ..Program::default() };
    }
    let facts = Facts {
        module,
        kinds: branches::kinds(module),
        forks: forks::forks(module),
        targets: targets(module),
        marks: module.rules.iter().any(Rule::asks_unevaluated),
    };
    let called = called(&facts, roots.rules);
    let first = merged(&called);
    let mut indexes = vec![None; module.rules.len()];
    let kept = called.keys().filter(|id| first.get(id) == Some(id));
    for (index, id) in kept.enumerate() {
        indexes[id.0 as usize] = Some(index as u32);
    }
    for (id, kept) in &first {
        indexes[id.0 as usize] = indexes[kept.0 as usize];
    }
    let index = |id: u32| indexes.get(id as usize).copied().flatten().unwrap_or(id);
    let kept = called.into_iter().filter(|(id, _)| first.get(id) == Some(id));
    let routines: Vec<Routine> = kept
        .map(|(_, mut routine)| {
            instructions::targets_mut(&mut routine, &mut |target| *target = index(*target));
            routine
        })
        .collect();
    patterns.extend(routines.iter().flat_map(|routine| &routine.instructions).flat_map(instructions::patterns));
    let resource = |anchors: &Vec<(String, RuleId)>| {
        let known = anchors.iter().filter(|(_, rule)| indexes[rule.0 as usize].is_some());
        known.map(|(name, rule)| (name.clone(), index(rule.0))).collect()
    };
    let anchors = module.resources.iter().map(resource).collect();
    Program { routines, indexes, anchors, patterns }
}

/// The routines of these rules and of those that they call, by rule; targets are rules.
fn called(facts: &Facts<'_>, roots: BTreeSet<RuleId>) -> BTreeMap<RuleId, Routine> {
    let mut waiting: Vec<RuleId> = roots.into_iter().collect();
    let mut routines = BTreeMap::new();
    while let Some(id) = waiting.pop() {
        if routines.contains_key(&id) {
            continue;
        }
        let mut routine = routine(facts, id);
        instructions::targets_mut(&mut routine, &mut |target| waiting.push(RuleId(*target)));
        // Any resource on the way may have the anchor.
        let anchors = routine.instructions.iter().filter_map(|instruction| match instruction {
            Instruction::Dynamic(_, anchor, _) => Some(anchor),
            _ => None, // asks for one instruction among all
        });
        for anchor in anchors {
            let known = facts.module.resources.iter().flatten().filter(|(name, _)| name == anchor);
            waiting.extend(known.map(|(_, rule)| *rule));
        }
        routines.insert(id, routine);
    }
    routines
}

fn routine(facts: &Facts<'_>, id: RuleId) -> Routine {
    let rule = facts.module.rule(id);
    let course = match (facts.forks.contains(&id), rule.asks_unevaluated()) {
        (false, false) => Course::Plain,
        (false, true) => Course::Marks,
        (true, false) => Course::Once,
        (true, true) => Course::OnceMarks,
    };
    Routine {
        location: facts.targets.contains(&id).then(|| rule.location.clone()),
        // Nobody asks where there are no dynamic references.
        resource: if facts.module.resources.is_empty() { 0 } else { rule.resource },
        course,
        instructions: instructions::of(facts, id),
    }
}

/// How deep in each other the schemas are nested that are compared. Deeper ones seldom are the same.
const ROUNDS: usize = 3;

/// By rule, the first one whose routine is the same: `{"type": "string"}` stands in a document a hundred times.
fn merged(routines: &BTreeMap<RuleId, Routine>) -> BTreeMap<RuleId, RuleId> {
    let mut first: BTreeMap<RuleId, RuleId> = routines.keys().map(|id| (*id, *id)).collect();
    for _ in 0..ROUNDS {
        let mut known: HashMap<Routine, RuleId> = HashMap::new();
        let mut next = BTreeMap::new();
        for (id, routine) in routines {
            let mut routine = routine.clone();
            instructions::targets_mut(&mut routine, &mut |target| {
                *target = first.get(&RuleId(*target)).map_or(*target, |first| first.0);
            });
            next.insert(*id, *known.entry(routine).or_insert(*id));
        }
        first = next;
    }
    first
}

/// The rules that references lead to.
fn targets(module: &Module) -> BTreeSet<RuleId> {
    let assertions = module.rules.iter().flat_map(|rule| &rule.assertions);
    let target = |assertion: &Assertion| match assertion {
        Assertion::Ref(target) | Assertion::DynamicRef { initial: target, .. } => Some(*target),
        _ => None, // asks for two assertions among all
    };
    let anchors = module.resources.iter().flatten().map(|(_, rule)| *rule);
    assertions.filter_map(target).chain(anchors).collect()
}

/// References to references are followed this far; the rest is called one by one.
const LONGEST_CHAIN: usize = 8;

impl Facts<'_> {
    /// The rule of a schema in that of `id`, and the step to it. A rule that is nothing but a reference is left out.
    pub fn step(&self, id: RuleId, inner: RuleId, usual: &str) -> Step {
        self.through(id, inner, via(self.module.rule(id), self.module.rule(inner), usual))
    }

    /// The rule that a reference leads to, and the step to it.
    pub fn reference(&self, id: RuleId, target: RuleId) -> Step {
        self.through(id, target, "/$ref".to_owned())
    }

    fn through(&self, id: RuleId, inner: RuleId, via: String) -> Step {
        let (mut inner, mut via) = (inner, via);
        for _ in 0..LONGEST_CHAIN {
            match self.module.rule(inner).assertions[..] {
                [Assertion::Ref(target)] if !self.leaves(id, inner) => {
                    inner = target;
                    via.push_str("/$ref");
                }
                _ => break, // asks for one shape among all
            }
        }
        Step { via, target: self.target(inner) }
    }

    /// What a rule is to those that lead to it.
    pub fn target(&self, id: RuleId) -> Target {
        match &self.module.rule(id).assertions[..] {
            [] => Target::Anything,
            [Assertion::Plain(crate::model::Check::Never)] if !self.targets.contains(&id) => Target::Nothing,
            [..] => Target::Routine(id.0),
        }
    }

    /// Whether a rule belongs to another resource, and somebody may ask.
    fn leaves(&self, id: RuleId, inner: RuleId) -> bool {
        !self.module.resources.is_empty() && self.module.rule(inner).resource != self.module.rule(id).resource
    }
}

/// The step from a schema to a schema in it, as the document spells it where that shows from where they stand.
fn via(outer: &Rule, inner: &Rule, usual: &str) -> String {
    match inner.location.strip_prefix(outer.location.as_str()) {
        Some(step) if step.starts_with('/') => step.to_owned(),
        Some(_) | None => usual.to_owned(),
    }
}
