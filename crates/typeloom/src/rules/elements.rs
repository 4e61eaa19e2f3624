//! The items of an array and the members of an object, each by the rules that describe it, in one pass.

use super::run::{Place, Run};
use super::{ANYTHING, PatternOf, Seen, Step};
use crate::Value;
use crate::check;
use crate::validate::Report;
use std::collections::BTreeMap;

/// Marks the first items, or all.
#[inline(never)]
fn mark(seen: &mut Seen, first: Option<usize>) {
    match first {
        None => seen.mark_all(),
        Some(first) => (0..first).for_each(|index| seen.mark(index)),
    }
}

impl Run<'_> {
    /// `prefixItems` and `items`
    #[inline(never)]
    pub(super) fn items(
        &self,
        prefix: &'static [Step],
        rest: Option<&Step>,
        report: &mut Report,
        seen: Option<&mut Seen>,
    ) -> bool {
        let Value::Array(items) = self.value else { return true };
        if let Some(seen) = seen {
            mark(seen, if rest.is_some() { None } else { Some(items.len().min(prefix.len())) });
        }
        let mut held = true;
        let mut index = 0;
        while let (Some(item), Some(step)) = (items.get(index), prefix.get(index).or(rest)) {
            if !self.item(step, index, item, report) {
                if report.stop() {
                    return false;
                }
                held = false;
            }
            index += 1;
        }
        held
    }

    #[inline(always)]
    fn item(&self, step: &Step, index: usize, item: &Value, report: &mut Report) -> bool {
        self.apply(self.cx, Place::Index(index), step, item, report, None)
    }

    /// `contains`, `minContains` and `maxContains`
    #[inline(never)]
    pub(super) fn contains(
        &self,
        step: &Step,
        min: u64,
        max: Option<u64>,
        report: &mut Report,
        mut seen: Option<&mut Seen>,
    ) -> bool {
        let Value::Array(items) = self.value else { return true };
        let mut found = 0;
        for (index, item) in items.iter().enumerate() {
            if self.item(step, index, item, &mut report.hush(self.at)) {
                found += 1;
                if let Some(seen) = seen.as_deref_mut() {
                    seen.mark(index);
                }
            }
        }
        let held = found >= min && max.is_none_or(|max| found <= max);
        if !held {
            check::contains(found, min, max, self.at, report);
        }
        held
    }

    /// `properties`, `patternProperties` and `additionalProperties`: a member obeys the rule of its name and those of all
    /// patterns that find something in its name.
    #[inline(never)]
    pub(super) fn properties(
        &self,
        named: &'static [(&'static str, Step)],
        patterns: &'static [(PatternOf, Step)],
        others: Option<&'static Step>,
        report: &mut Report,
        mut seen: Option<&mut Seen>,
    ) -> bool {
        let Value::Object(members) = self.value else { return true };
        // Additional members are all that nothing else describes, so with them all are evaluated.
        if let (Some(seen), Some(_)) = (seen.as_deref_mut(), others) {
            seen.mark_all();
        }
        if patterns.is_empty() && named.len() < members.len() && others.is_none() && seen.is_none() {
            return self.named(named, members, report);
        }
        self.described(members, (named, patterns, others), report, seen)
    }

    #[expect(clippy::explicit_counter_loop, reason = "what counts for us would be on the stack at each level")]
    #[inline(never)]
    fn described(
        &self,
        members: &BTreeMap<String, Value>,
        (named, patterns, others): Described,
        report: &mut Report,
        mut seen: Option<&mut Seen>,
    ) -> bool {
        let mut held = true;
        let mut index = 0;
        for (name, member) in members {
            let found = find(named, name);
            let mut known = found.is_some();
            let mut own = self.maybe(found, name, member, report);
            if !patterns.is_empty() && (own || !report.stop()) {
                own &= self.by_pattern(patterns, name, member, report, &mut known);
            }
            if !known {
                own = self.maybe(others, name, member, report);
            } else if let Some(seen) = &mut seen {
                seen.mark(index);
            }
            index += 1;
            if !own {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        held
    }

    /// A member by the rules of all patterns that find something in its name.
    #[inline(never)]
    fn by_pattern(
        &self,
        patterns: &'static [(PatternOf, Step)],
        name: &str,
        member: &Value,
        report: &mut Report,
        known: &mut bool,
    ) -> bool {
        let mut held = true;
        for (pattern, step) in patterns {
            if self.matches(name, pattern, report) {
                *known = true;
                held &= self.member(step, name, member, report);
            }
            if !held && report.stop() {
                return false;
            }
        }
        held
    }

    fn maybe(&self, step: Option<&Step>, name: &str, member: &Value, report: &mut Report) -> bool {
        match step {
            Some(step) => self.member(step, name, member, report),
            None => true,
        }
    }

    /// `properties` alone, of which there are few beside the members: each is looked up.
    fn named(
        &self,
        named: &'static [(&'static str, Step)],
        members: &BTreeMap<String, Value>,
        report: &mut Report,
    ) -> bool {
        let mut held = true;
        for (name, step) in named {
            let Some(member) = members.get(*name) else { continue };
            if !self.member(step, name, member, report) {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        held
    }

    #[cfg(feature = "pattern")]
    fn matches(&self, name: &str, pattern: &PatternOf, report: &mut Report) -> bool {
        match pattern.try_match(name) {
            Ok(matches) => matches,
            Err(_) => {
                report.undecided(self.at, "patternProperties", || check::too_many_steps(pattern));
                false
            }
        }
    }

    #[cfg(not(feature = "pattern"))]
    fn matches(&self, _: &str, pattern: &PatternOf, _: &mut Report) -> bool {
        match *pattern {}
    }

    #[inline(always)]
    fn member(&self, step: &Step, name: &str, member: &Value, report: &mut Report) -> bool {
        self.apply(self.cx, Place::Member(name), step, member, report, None)
    }

    /// `propertyNames`
    #[inline(never)]
    pub(super) fn property_names(&self, step: &Step, report: &mut Report) -> bool {
        let Value::Object(members) = self.value else { return true };
        let mut held = true;
        for name in members.keys() {
            if !self.name(step, name, report) {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        held
    }

    fn name(&self, step: &Step, name: &str, report: &mut Report) -> bool {
        let spelled = Value::String(name.to_owned());
        let holds = |report: &mut Report| self.apply(self.cx, Place::Same, step, &spelled, report, None);
        if holds(&mut report.hush(self.at)) {
            return true;
        }
        let mut reasons = report.branch();
        holds(&mut reasons);
        report.add_because(self.at, "propertyNames", || format!("the name `{name}` is not allowed"), reasons);
        false
    }

    /// `unevaluatedItems`
    #[inline(never)]
    pub(super) fn unevaluated_items(&self, step: &Step, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        let (Value::Array(items), Some(seen)) = (self.value, seen) else { return true };
        let mut held = true;
        for (index, item) in items.iter().enumerate().filter(|_| step.1 != ANYTHING) {
            if !seen.has(index) && !self.item(step, index, item, report) {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        seen.mark_all();
        held
    }

    /// `unevaluatedProperties`
    #[inline(never)]
    pub(super) fn unevaluated_properties(&self, step: &Step, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        let (Value::Object(members), Some(seen)) = (self.value, seen) else { return true };
        let mut held = true;
        for (index, (name, member)) in members.iter().enumerate().filter(|_| step.1 != ANYTHING) {
            if !seen.has(index) && !self.member(step, name, member, report) {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        seen.mark_all();
        held
    }
}

/// Steps by name, by pattern, and to what neither describes.
type Described = (&'static [(&'static str, Step)], &'static [(PatternOf, Step)], Option<&'static Step>);

/// The step to a member, in a table that is in the order of names.
fn find(named: &'static [(&'static str, Step)], name: &str) -> Option<&'static Step> {
    let place = named.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    named.get(place).map(|(_, step)| step)
}
