//! Which rules are the same as one before: `{"type": "string"}` stands in a document a hundred times, and is one
//! function.

use crate::model::{Assertion, Module, RuleId};
use std::collections::{BTreeMap, BTreeSet};

/// By rule, the first one that is the same.
pub(super) struct Same(Vec<RuleId>);

impl Same {
    pub(super) fn first(&self, id: RuleId) -> RuleId {
        self.0.get(id.0 as usize).copied().unwrap_or(id)
    }
}

/// Compares the rules that lead to no others: these are most of those that stand often. The items call the `roots` by
/// their own names, so that each of these stays.
pub(super) fn same(module: &Module, roots: &BTreeSet<RuleId>) -> Same {
    let mut known: BTreeMap<String, RuleId> = BTreeMap::new();
    let ids = (0..module.rules.len() as u32).map(RuleId);
    Same(
        ids.map(|id| {
            let assertions = &module.rule(id).assertions;
            if roots.contains(&id) || !assertions.iter().all(leads_nowhere) {
                return id;
            }
            *known.entry(format!("{assertions:?}")).or_insert(id)
        })
        .collect(),
    )
}

fn leads_nowhere(assertion: &Assertion) -> bool {
    match assertion {
        Assertion::Plain(_) | Assertion::Type(_) => true,
        Assertion::Ref(_)
        | Assertion::DynamicRef { .. }
        | Assertion::AllOf(_)
        | Assertion::AnyOf(_)
        | Assertion::OneOf(_)
        | Assertion::Not(_)
        | Assertion::If { .. }
        | Assertion::Items { .. }
        | Assertion::Contains { .. }
        | Assertion::Properties { .. }
        | Assertion::NullOr(_)
        | Assertion::PropertyNames(_)
        | Assertion::DependentSchemas(_)
        | Assertion::UnevaluatedItems(_)
        | Assertion::UnevaluatedProperties(_) => false,
    }
}
