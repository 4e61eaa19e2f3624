//! Rules by value: a schema as code over the JSON value as a whole.

use super::{Check, PatternId, RuleId};
use typeloom::KindSet;

/// A schema as code over a `typeloom::Value`: all its keywords, nested ones included.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Document and pointer: `workos/user.json#/properties/a`.
    pub location: String,
    /// The schema resource, for `$dynamicRef`: an index into the resources of the module.
    pub resource: u32,
    /// What it asserts, cheapest first, `unevaluated*` last.
    pub assertions: Vec<Assertion>,
}

/// One keyword of a [`Rule`].
#[derive(Clone, Debug)]
pub enum Assertion {
    /// A keyword that looks at one value alone and means what it means as a [`Check`]; on a value of another kind it
    /// holds. [`Check::Rule`] and [`Check::PropertyNames`] do not occur.
    Plain(Check),
    /// `type`: the kinds of values that it names.
    Type(KindSet),
    /// `$ref`
    Ref(RuleId),
    /// `$dynamicRef`
    DynamicRef {
        /// Where it leads when no resource on the way has the anchor.
        initial: RuleId,
        /// The anchor.
        anchor: String,
        /// Whether the reference may lead back to itself at the same place of the instance. Then it is watched at run
        /// time, and holds the second time it is met there.
        watched: bool,
    },
    /// `allOf`
    AllOf(Vec<RuleId>),
    /// `anyOf`
    AnyOf(Vec<RuleId>),
    /// `oneOf`
    OneOf(Vec<RuleId>),
    /// `not`
    Not(RuleId),
    /// `if`, `then`, `else`
    If {
        /// `if`
        condition: RuleId,
        /// `then`
        then: Option<RuleId>,
        /// `else`
        otherwise: Option<RuleId>,
    },
    /// `prefixItems` and `items`
    Items {
        /// `prefixItems`
        prefix: Vec<RuleId>,
        /// `items`
        rest: Option<RuleId>,
    },
    /// `contains`
    Contains {
        /// What is counted.
        rule: RuleId,
        /// `minContains`
        min: u64,
        /// `maxContains`
        max: Option<u64>,
        /// Whether the items that it finds count as evaluated: since 2020-12.
        evaluates: bool,
    },
    /// `properties`, `patternProperties` and `additionalProperties`, which depend on each other.
    Properties {
        /// `properties`
        named: Vec<(String, RuleId)>,
        /// `patternProperties`
        patterns: Vec<(PatternId, RuleId)>,
        /// `additionalProperties`
        additional: Option<RuleId>,
    },
    /// The value of a member of which the document does not say whether `null` occurs: `null`, or this rule. The step
    /// of this rule is that of the member.
    NullOr(RuleId),
    /// `propertyNames`
    PropertyNames(RuleId),
    /// `dependentSchemas`
    DependentSchemas(Vec<(String, RuleId)>),
    /// `unevaluatedItems`
    UnevaluatedItems(RuleId),
    /// `unevaluatedProperties`
    UnevaluatedProperties(RuleId),
}

impl Rule {
    /// Whether it asks what other rules have evaluated.
    pub fn asks_unevaluated(&self) -> bool {
        let asks = |assertion: &Assertion| {
            matches!(assertion, Assertion::UnevaluatedItems(_) | Assertion::UnevaluatedProperties(_))
        };
        self.assertions.iter().any(asks)
    }
}
