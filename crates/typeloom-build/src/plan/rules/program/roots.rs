//! Which rules and patterns the items of a module name.

use crate::model::{Check, Choice, Item, ItemKind, Module, PatternId, RuleId, Slot, Validation};
use std::collections::BTreeSet;

/// What items name.
#[derive(Default)]
pub(super) struct Roots {
    pub rules: BTreeSet<RuleId>,
    pub patterns: BTreeSet<PatternId>,
}

pub(super) fn roots(module: &Module) -> Roots {
    let mut found = Roots::default();
    for item in &module.items {
        of_item(item, &mut found);
    }
    found
}

fn of_item(item: &Item, found: &mut Roots) {
    // Reading asks them where it tries branches.
    if let ItemKind::Union(union) = &item.kind
        && matches!(union.choice, Choice::Trial)
    {
        found.rules.extend(union.branches.iter().filter_map(|branch| branch.rule));
    }
    match item.validation {
        Validation::ByValue(rule) => found.rules.extend([rule]),
        Validation::Nothing => {}
        Validation::Typed => of_checks_in(&item.kind, found),
    }
}

fn of_checks_in(kind: &ItemKind, found: &mut Roots) {
    if let ItemKind::Struct(of) = kind {
        of_checks(&of.checks, found);
    }
    kind.all_slots().into_iter().flat_map(Slot::with_inner).for_each(|slot| of_checks(&slot.checks, found));
}

fn of_checks(checks: &[Check], found: &mut Roots) {
    for check in checks {
        match check {
            Check::Rule(rule) => found.rules.extend([*rule]),
            Check::Pattern(pattern) => found.patterns.extend([*pattern]),
            Check::PropertyNames(checks) => of_checks(checks, found),
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Format(_)
            | Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_)
            | Check::Enum(_)
            | Check::Const(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::UniqueItems
            | Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::Required(_)
            | Check::DependentRequired { .. }
            | Check::Never => {}
        }
    }
}
