//! Rules as the runtime runs them: what each looks at in which order, which of them are one, and what lets a branch be
//! left out at a look.

use super::{Check, PatternId, RuleId};
use std::collections::BTreeSet;
use typeloom::KindSet;

/// The rules of a module that something runs.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The rules. The index of one is its id in generated code.
    pub routines: Vec<Routine>,
    /// By [`RuleId`], the index of its routine. [`None`] where nothing runs it.
    pub indexes: Vec<Option<u32>>,
    /// For `$dynamicRef`: by schema resource, the anchors in it and their routines.
    pub anchors: Vec<Vec<(String, u32)>>,
    /// The patterns that items and routines name.
    pub patterns: BTreeSet<PatternId>,
}

/// A rule as it runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Routine {
    /// Document and pointer, where references lead to it.
    pub location: Option<String>,
    /// The schema resource.
    pub resource: u32,
    /// How it is run.
    pub course: Course,
    /// What it asserts: first what concerns the value alone, then what stands in it, then rules for the same value,
    /// `unevaluated*` last.
    pub instructions: Vec<Instruction>,
}

/// How a routine is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// As it stands.
    Plain,
    /// `unevaluated*` asks what it has evaluated.
    Marks,
    /// Once for each value: it leads back to itself in two ways.
    Once,
    /// Both.
    OnceMarks,
}

/// The step to another schema, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// `/allOf/0/$ref`
    pub via: String,
    /// The schema.
    pub target: Target,
}

/// A schema that a step leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// It allows everything.
    Anything,
    /// It allows nothing.
    Nothing,
    /// It has a routine.
    Routine(u32),
}

/// One assertion of a [`Routine`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Instruction {
    /// A keyword that looks at one value alone.
    Check(Check),
    /// `type`
    Type(KindSet),
    /// A schema for the same value.
    Here(Step),
    /// `$dynamicRef`: where it leads by itself, the anchor, and an id where it is watched.
    Dynamic(u32, String, Option<u32>),
    /// `anyOf`
    AnyOf(Vec<BranchOf>),
    /// `oneOf`
    OneOf(Vec<BranchOf>),
    /// `not`, and what is forbidden in words.
    Not(Step, String),
    /// `if`, `then`, `else`
    If(Step, Step, Step),
    /// `null`, or the rule.
    NullOr(Target),
    /// `prefixItems` and `items`
    Items(Vec<Step>, Option<Step>),
    /// `contains`, `minContains`, `maxContains`, and whether what it finds counts as evaluated.
    Contains(Step, u64, Option<u64>, bool),
    /// `properties` in the order of names, `patternProperties`, `additionalProperties`.
    Properties(Vec<(String, Step)>, Vec<(PatternId, Step)>, Option<Step>),
    /// `propertyNames`
    PropertyNames(Step),
    /// `dependentSchemas`
    Dependent(String, Step),
    /// `unevaluatedItems`
    UnevaluatedItems(Step),
    /// `unevaluatedProperties`
    UnevaluatedProperties(Step),
}

/// A branch of `anyOf` or `oneOf`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BranchOf {
    /// The schema.
    pub step: Step,
    /// The kinds of values that it may hold for.
    pub kinds: KindSet,
    /// A member and the strings that it may have in this branch.
    pub tag: Option<(String, Vec<String>)>,
}

impl Program {
    /// The index of the routine of a rule.
    ///
    /// Panics where nothing was known to run it, which would be our own mistake.
    pub fn index(&self, rule: RuleId) -> u32 {
        match self.indexes.get(rule.0 as usize) {
            Some(Some(index)) => *index,
            Some(None) | None => panic!("rule {} has no routine", rule.0),
        }
    }
}
