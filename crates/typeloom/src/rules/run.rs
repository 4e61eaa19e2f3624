//! Whether a rule holds for a value: its assertions one after the other.

use super::{Assertion, Course, NOTHING, Rule, RuleSet, Scope, Seen, Step};
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

/// Where a value stands, from where the rule stands that asks.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Same,
    Member(&'a str),
    Index(usize),
}

impl RuleSet {
    /// Whether a rule holds for `value`.
    pub(crate) fn holds(
        &'static self,
        id: u32,
        value: &Value,
        cx: &Scope<'_>,
        at: &At<'_>,
        report: &mut Report,
    ) -> bool {
        // Generated code names none that is not there.
        let Some(rule) = self.rules.get(id as usize) else { return true };
        let at = at.schema("").leading_to(rule.location);
        Run { set: self, rule, value, cx, at: &at }.run(report, None)
    }

    /// What stands for a rule where verdicts are remembered.
    pub(crate) fn address(&'static self, id: u32) -> usize {
        self.rules.get(id as usize).map_or(id as usize, |rule| std::ptr::from_ref(rule).addr())
    }
}

// Rules call each other as deep as the value is. What is on the stack meanwhile is kept small, in builds without
// optimisation too: functions with large frames are not inlined, and none of those waits for another rule.
impl<'a> Run<'a> {
    /// Whether the rule holds. It marks in `seen` which members or items it has evaluated.
    #[inline(always)]
    fn run(&self, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        match self.rule.course {
            Course::Plain => self.assertions(report, seen),
            Course::Marks => self.marking(report, seen),
            Course::Once | Course::OnceMarks => self.once(report, seen),
        }
    }

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
            Assertion::Here(step) => self.here(step, report, seen),
            Assertion::AnyOf(branches) => self.any_of(branches, report, seen),
            Assertion::OneOf(branches) => self.one_of(branches, report, seen),
            Assertion::Items(prefix, rest) => self.items(prefix, rest.as_ref(), report, seen),
            Assertion::Properties(named, patterns, others) => {
                self.properties(named, patterns, others.as_ref(), report, seen)
            }
            Assertion::Dynamic(..)
            | Assertion::Not(..)
            | Assertion::If(..)
            | Assertion::NullOr(_)
            | Assertion::Contains(..)
            | Assertion::PropertyNames(_)
            | Assertion::Dependent(..)
            | Assertion::UnevaluatedItems(_)
            | Assertion::UnevaluatedProperties(_) => self.seldom(assertion, report, seen),
        }
    }

    /// The assertions that seldom stand in each other.
    fn seldom(&self, assertion: &'static Assertion, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        match assertion {
            Assertion::Dynamic(initial, anchor, watched) => self.dynamic(*initial, anchor, *watched, report, seen),
            Assertion::Not(step, forbidden) => self.not(step, forbidden, report),
            Assertion::If(condition, then, otherwise) => self.condition(condition, [then, otherwise], report, seen),
            Assertion::NullOr(rule) => self.null_or(*rule, report, seen),
            Assertion::Contains(step, min, max, true) => self.contains(step, *min, *max, report, seen),
            Assertion::Contains(step, min, max, false) => self.contains(step, *min, *max, report, None),
            Assertion::PropertyNames(step) => self.property_names(step, report),
            Assertion::Dependent(name, step) => self.dependent(name, step, report, seen),
            Assertion::UnevaluatedItems(step) => self.unevaluated_items(step, report, seen),
            Assertion::UnevaluatedProperties(step) => self.unevaluated_properties(step, report, seen),
            Assertion::Check(_)
            | Assertion::Type(_)
            | Assertion::Here(_)
            | Assertion::AnyOf(_)
            | Assertion::OneOf(_)
            | Assertion::Items(..)
            | Assertion::Properties(..) => self.assertion(assertion, report, seen),
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

    /// Whether the schema that a step leads to holds for some value, which stands at `place`.
    pub(super) fn apply(
        &self,
        cx: &Scope<'_>,
        place: Place<'_>,
        step: &Step,
        value: &Value,
        report: &mut Report,
        seen: Option<&mut Seen>,
    ) -> bool {
        let Some(rule) = self.set.rules.get(step.1 as usize) else { return self.constant(place, step, report) };
        let at = self.place(place, step.0, rule.location);
        let run = Run { set: self.set, rule, value, cx, at: &at };
        if rule.resource != self.rule.resource && !self.set.anchors.is_empty() {
            return run.beyond(self.rule.resource, report, seen);
        }
        run.run(report, seen)
    }

    /// A rule that is reached from another resource, which a dynamic reference may want to know.
    #[inline(never)]
    fn beyond(&self, resource: u32, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        Run { cx: &self.cx.leave(resource), ..*self }.run(report, seen)
    }

    #[inline(never)]
    fn place<'b>(&'b self, place: Place<'b>, via: &'static str, location: &'static str) -> At<'b> {
        let at = match place {
            Place::Same => self.at.schema(via),
            Place::Member(name) => self.at.property(name, via),
            Place::Index(index) => self.at.index(index, via),
        };
        at.leading_to(location)
    }

    /// A schema that is `true` or `false`.
    #[inline(never)]
    fn constant(&self, place: Place<'_>, Step(via, id): &Step, report: &mut Report) -> bool {
        if *id != NOTHING {
            return true;
        }
        let (before, keyword) = via.rsplit_once('/').unwrap_or(("", via));
        match place {
            Place::Same => check::never(&self.at.schema(via), report),
            Place::Member(name) => {
                report.add(&self.at.member(name, before), keyword, || "the document has no such member".to_owned());
            }
            Place::Index(index) => {
                report.add(&self.at.index(index, before), keyword, || "the document has no such item".to_owned());
            }
        }
        false
    }

    /// A rule for the same value.
    fn here(&self, step: &Step, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        self.apply(self.cx, Place::Same, step, self.value, report, seen)
    }

    #[inline(never)]
    fn null_or(&self, rule: u32, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        self.value.is_null() || self.here(&Step("", rule), report, seen)
    }

    #[inline(never)]
    fn dependent(&self, name: &str, step: &Step, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        self.value.get(name).is_none() || self.here(step, report, seen)
    }

    #[inline(never)]
    fn not(&self, step: &Step, forbidden: &'static str, report: &mut Report) -> bool {
        let matches = self.here(step, &mut report.hush(self.at), None);
        if matches {
            report.add(self.at, "not", || format!("must not be {forbidden}"));
        }
        !matches
    }

    #[inline(never)]
    fn condition(
        &self,
        condition: &Step,
        [then, otherwise]: [&Step; 2],
        report: &mut Report,
        mut seen: Option<&mut Seen>,
    ) -> bool {
        let mut branch = Seen::new();
        let matches = self.here(condition, &mut report.hush(self.at), seen.is_some().then_some(&mut branch));
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
        // Generated code names none that is not there.
        let Some(rule) = self.set.rules.get(target as usize) else { return true };
        let via = if anchor.is_empty() { "/$recursiveRef" } else { "/$dynamicRef" };
        let at = self.at.schema(via).leading_to(rule.location);
        let watch;
        let cx = match watched {
            None => self.cx,
            Some(reference) => match self.cx.watch(reference, self.value) {
                Some(cx) => {
                    watch = cx;
                    &watch
                }
                None => return true,
            },
        };
        Run { set: self.set, rule, value: self.value, cx: &cx.leave(own), at: &at }.run(report, seen)
    }
}
