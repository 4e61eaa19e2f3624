//! Rules over JSON values, as data: what a schema says that typed values cannot be asked one by one (`not`, `if`,
//! `unevaluated*`, overlapping branches), and how it is found out whether it holds.
//!
//! Generated code holds a [`RuleSet`]; it knows nothing of types, and this module nothing of them.

mod branches;
mod elements;
mod memo;
mod run;
mod scope;
mod seen;

pub(crate) use memo::Memo;
pub(crate) use scope::Scope;
pub(crate) use seen::Seen;

use crate::Value;
use crate::json::KindSet;
#[cfg(feature = "pattern")]
use crate::pattern::Pattern;
use crate::typed::Check;
use crate::validate::{At, Report};
#[cfg(feature = "pattern")]
type PatternOf = &'static Pattern;
#[cfg(not(feature = "pattern"))]
type PatternOf = std::convert::Infallible;

/// The rules of a module. Their indexes are their ids.
#[derive(Debug)]
pub struct RuleSet {
    /// The rules.
    pub rules: &'static [Rule],
    /// The names of secret members that are not known for secrets anyway.
    pub secrets: &'static [&'static str],
    /// For `$dynamicRef`: by schema resource, the anchors in it and their rules. Empty where no rule asks.
    pub anchors: &'static [&'static [(&'static str, u32)]],
}

/// A schema.
#[derive(Debug)]
pub struct Rule {
    /// Document and JSON Pointer, where references lead to it: violations say so. Else empty.
    pub location: &'static str,
    /// The schema resource, for `$dynamicRef`.
    pub resource: u32,
    /// How it is run.
    pub course: Course,
    /// What it asserts: first what concerns the value alone, then what stands in it, then rules for the same value,
    /// `unevaluated*` last.
    pub assertions: &'static [Assertion],
}

impl Rule {
    /// A rule that asserts nothing, of the first resource, to which no reference leads.
    pub const PLAIN: Rule = Rule { location: "", resource: 0, course: Course::Plain, assertions: &[] };
}

/// How a rule is run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Course {
    /// As it stands.
    Plain,
    /// `unevaluated*` asks what it has evaluated.
    Marks,
    /// It leads back to itself in two ways, so that time would be exponential in the depth of the value: once for each
    /// value where such rules are inside of each other.
    Once,
    /// Both.
    OnceMarks,
}

/// The id of the schema that allows everything.
pub const ANYTHING: u32 = u32::MAX;
/// The id of the schema that allows nothing.
pub const NOTHING: u32 = u32::MAX - 1;

/// The step to another schema, and its rule.
#[derive(Clone, Copy, Debug)]
pub struct Step(pub &'static str, pub u32);

/// A keyword of a schema.
#[derive(Debug)]
pub enum Assertion {
    /// A keyword that looks at one value alone.
    Check(Check),
    /// `type`
    Type(KindSet),
    /// A schema for the same value: `$ref`, a branch of `allOf`.
    Here(Step),
    /// `$dynamicRef`, or `$recursiveRef` where the anchor has no name: where it leads when no resource on the way has the
    /// anchor, and an id for itself where it may lead back to itself at the same place.
    Dynamic(u32, &'static str, Option<u32>),
    /// `anyOf`
    AnyOf(&'static [Branch]),
    /// `oneOf`
    OneOf(&'static [Branch]),
    /// `not`, and what is forbidden in words.
    Not(Step, &'static str),
    /// `if`, `then`, `else`
    If(Step, Step, Step),
    /// `null`, or the rule.
    NullOr(u32),
    /// `prefixItems` and `items`
    Items(&'static [Step], Option<Step>),
    /// `contains`, `minContains`, `maxContains`, and whether what it finds counts as evaluated.
    Contains(Step, u64, Option<u64>, bool),
    /// `properties` in the order of names, `patternProperties`, `additionalProperties`. A step to a member that does not
    /// begin with `/` follows `/properties/<name>`.
    Properties(&'static [(&'static str, Step)], &'static [(PatternOf, Step)], Option<Step>),
    /// `propertyNames`
    PropertyNames(Step),
    /// `dependentSchemas`: a schema for the same value where it has the member.
    Dependent(&'static str, Step),
    /// `unevaluatedItems`
    UnevaluatedItems(Step),
    /// `unevaluatedProperties`
    UnevaluatedProperties(Step),
}

/// A branch of `anyOf` or `oneOf`. What it says of itself beside its rule lets others be left out at a look; it never
/// says more than the rule does.
#[derive(Debug)]
pub struct Branch(
    /// The schema.
    pub Step,
    /// The kinds of values that it may hold for.
    pub KindSet,
    /// A member and the strings that it may have in this branch, where it is a string.
    pub Option<(&'static str, &'static [&'static str])>,
);

impl RuleSet {
    /// No rules.
    pub const EMPTY: RuleSet = RuleSet { rules: &[], secrets: &[], anchors: &[] };

    /// Adds to the report in which ways `value` does not obey a rule.
    pub(crate) fn check(&'static self, rule: u32, value: &Value, at: &At<'_>, report: &mut Report) {
        self.holds(rule, value, &Scope::NONE, &at.secret_names(self.secrets), report);
    }
}
