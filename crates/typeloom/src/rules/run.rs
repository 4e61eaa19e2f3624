//! Whether a rule holds for a value: its assertions one after the other.

use super::{ANYTHING, Assertion, Course, NOTHING, Rule, RuleSet, Scope, Seen, Step};
use crate::json::{Kind, KindSet};
use crate::typed::{Check, on_value};
use crate::validate::{At, Report};
use crate::{Value, check};

/// A rule at work: which one, on what, from where, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub set: &'static RuleSet,
    pub rule: &'static Rule,
    pub value: &'a Value,
    pub cx: &'a Scope<'a>,
    pub at: &'a At<'a>,
}

impl RuleSet {
    /// Whether a rule holds for `value`. It marks in `seen` which members or items it has evaluated.
    pub(crate) fn holds(
        &'static self,
        id: u32,
        value: &Value,
        cx: &Scope<'_>,
        at: &At<'_>,
        report: &mut Report,
        seen: Option<&mut Seen>,
    ) -> bool {
        let Some(rule) = self.rules.get(id as usize) else { return constant(id, at, report) };
        let within;
        let at = if rule.location.is_empty() {
            at
        } else {
            within = at.within(rule.location);
            &within
        };
        let run = Run { set: self, rule, value, cx, at };
        match rule.course {
            Course::Plain => run.assertions(report, seen),
            Course::Marks => run.marking(report, seen),
            Course::Once | Course::OnceMarks => run.once(report, seen),
        }
    }

    pub(crate) fn address(&'static self, id: u32) -> usize {
        self.rules.get(id as usize).map_or(id as usize, |rule| std::ptr::from_ref(rule).addr())
    }
}

/// A schema that is `true` or `false`.
fn constant(id: u32, at: &At<'_>, report: &mut Report) -> bool {
    if id != NOTHING {
        return true;
    }
    check::never(at, report);
    false
}

impl<'a> Run<'a> {
    /// A schema with `unevaluated*` sees only what it has evaluated itself, and hands that on.
    #[inline(never)]
    pub(super) fn marking(&self, report: &mut Report, outer: Option<&mut Seen>) -> bool {
        let mut own = Seen::new();
        let held = self.assertions(report, Some(&mut own));
        if let Some(outer) = outer {
            outer.merge(&own);
        }
        held
    }

    pub(super) fn assertions(&self, report: &mut Report, mut seen: Option<&mut Seen>) -> bool {
        let mut held = true;
        for assertion in self.rule.assertions {
            if !self.assertion(assertion, report, seen.as_deref_mut()) {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        held
    }

    fn assertion(&self, assertion: &'static Assertion, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        match assertion {
            Assertion::Check(check) => self.check(check, report),
            Assertion::Type(kinds) => self.kind(*kinds, report),
            Assertion::Here(step) => self.here(*step, report, seen),
            Assertion::Dynamic(initial, anchor, watched) => self.dynamic(*initial, anchor, *watched, report, seen),
            Assertion::AnyOf(branches) => self.any_of(branches, report, seen),
            Assertion::OneOf(branches) => self.one_of(branches, report, seen),
            Assertion::Not(step, forbidden) => self.not(*step, forbidden, report),
            Assertion::If(condition, then, otherwise) => self.condition(*condition, *then, *otherwise, report, seen),
            Assertion::NullOr(rule) => self.value.is_null() || self.here(Step("", *rule), report, seen),
            Assertion::Items(prefix, rest) => self.items(prefix, *rest, report, seen),
            Assertion::Contains(step, min, max, evaluates) => {
                self.contains(*step, *min, *max, seen.filter(|_| *evaluates), report)
            }
            Assertion::Properties(named, patterns, others) => self.properties(named, patterns, *others, report, seen),
            Assertion::PropertyNames(step) => self.property_names(*step, report),
            Assertion::Dependent(name, step) => self.value.get(name).is_none() || self.here(*step, report, seen),
            Assertion::UnevaluatedItems(step) => self.unevaluated_items(*step, report, seen),
            Assertion::UnevaluatedProperties(step) => self.unevaluated_properties(*step, report, seen),
        }
    }

    fn check(&self, check: &Check, report: &mut Report) -> bool {
        let before = report.mark();
        on_value(check, self.value, self.at, report);
        report.unmark(before)
    }

    fn kind(&self, kinds: KindSet, report: &mut Report) -> bool {
        let holds = match self.value {
            // Whether it is an integer has to be found out only where that matters.
            Value::Number(_) if kinds.0 & crate::json::NUMBER == crate::json::NUMBER => true,
            value => kinds.has(Kind::of(value)),
        };
        if !holds {
            report
                .add(self.at, "type", || format!("expected {}, found {}", kinds.words(), check::describe(self.value)));
        }
        holds
    }

    /// The scope for a rule, which may belong to another resource.
    pub(super) fn leaves(&self, id: u32) -> bool {
        let resource = self.set.rules.get(id as usize).map(|rule| rule.resource);
        !self.set.anchors.is_empty() && resource.is_some_and(|resource| resource != self.rule.resource)
    }

    /// A rule for some value, at its place.
    pub(super) fn apply(
        &self,
        id: u32,
        value: &Value,
        at: &At<'_>,
        report: &mut Report,
        seen: Option<&mut Seen>,
    ) -> bool {
        self.apply_in(self.cx, id, value, at, report, seen)
    }

    pub(super) fn apply_in(
        &self,
        cx: &Scope<'_>,
        id: u32,
        value: &Value,
        at: &At<'_>,
        report: &mut Report,
        seen: Option<&mut Seen>,
    ) -> bool {
        if id == ANYTHING {
            true
        } else if self.leaves(id) {
            self.set.holds(id, value, &cx.leave(self.rule.resource), at, report, seen)
        } else {
            self.set.holds(id, value, cx, at, report, seen)
        }
    }

    /// A rule for the same value.
    fn here(&self, Step(via, id): Step, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        self.apply(id, self.value, &self.at.schema(via), report, seen)
    }

    #[inline(never)]
    fn not(&self, Step(via, id): Step, forbidden: &'static str, report: &mut Report) -> bool {
        let matches = {
            let mut hushed = report.hush(self.at);
            self.apply(id, self.value, &self.at.schema(via), &mut hushed, None)
        };
        if matches {
            report.add(self.at, "not", || format!("must not be {forbidden}"));
        }
        !matches
    }

    #[inline(never)]
    fn condition(
        &self,
        Step(via, condition): Step,
        then: Step,
        otherwise: Step,
        report: &mut Report,
        mut seen: Option<&mut Seen>,
    ) -> bool {
        let mut branch = Seen::new();
        let matches = {
            let mut hushed = report.hush(self.at);
            let branch = seen.is_some().then_some(&mut branch);
            self.apply(condition, self.value, &self.at.schema(via), &mut hushed, branch)
        };
        if !matches {
            return self.here(otherwise, report, seen);
        }
        if let Some(seen) = seen.as_deref_mut() {
            seen.merge(&branch);
        }
        self.here(then, report, seen)
    }

    #[inline(never)]
    fn dynamic(
        &self,
        initial: u32,
        anchor: &'static str,
        watched: Option<u32>,
        report: &mut Report,
        seen: Option<&mut Seen>,
    ) -> bool {
        let own = self.rule.resource;
        let anchors = |resource: u32| {
            let known = self.set.anchors.get(resource as usize)?;
            known.iter().find(|(name, _)| *name == anchor).map(|(_, rule)| *rule)
        };
        let target = self.cx.resolve(own, anchors).unwrap_or(initial);
        let at = self.at.schema(if anchor.is_empty() { "/$recursiveRef" } else { "/$dynamicRef" });
        match watched {
            None => self.set.holds(target, self.value, &self.cx.leave(own), &at, report, seen),
            Some(reference) => match self.cx.watch(reference, self.value) {
                Some(cx) => self.set.holds(target, self.value, &cx.leave(own), &at, report, seen),
                None => true,
            },
        }
    }
}
