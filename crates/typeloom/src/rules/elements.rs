//! The items of an array and the members of an object, each by the rules that describe it, in one pass.

use super::run::Run;
use super::{ANYTHING, NOTHING, PatternOf, Seen, Step};
use crate::Value;
use crate::check;
use crate::validate::{At, Report};
use std::collections::BTreeMap;

impl Run<'_> {
    /// `prefixItems` and `items`
    #[inline(never)]
    pub(super) fn items(
        &self,
        prefix: &'static [Step],
        rest: Option<Step>,
        report: &mut Report,
        seen: Option<&mut Seen>,
    ) -> bool {
        let Value::Array(items) = self.value else { return true };
        if let Some(seen) = seen {
            match rest {
                Some(_) => seen.mark_all(),
                None => (0..items.len().min(prefix.len())).for_each(|index| seen.mark(index)),
            }
        }
        let mut held = true;
        for (index, item) in items.iter().enumerate() {
            let Some(step) = prefix.get(index).copied().or(rest) else { break };
            if !self.item(step, index, item, report) {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        held
    }

    fn item(&self, Step(via, id): Step, index: usize, item: &Value, report: &mut Report) -> bool {
        if id == NOTHING {
            let (via, keyword) = split(via);
            report.add(&self.at.index(index, via), keyword, || "the document has no such item".to_owned());
            return false;
        }
        self.apply(id, item, &self.at.index(index, via), report, None)
    }

    /// `contains`, `minContains` and `maxContains`
    #[inline(never)]
    pub(super) fn contains(
        &self,
        Step(via, id): Step,
        min: u64,
        max: Option<u64>,
        mut seen: Option<&mut Seen>,
        report: &mut Report,
    ) -> bool {
        let Value::Array(items) = self.value else { return true };
        let mut found = 0;
        for (index, item) in items.iter().enumerate() {
            let mut hushed = report.hush(self.at);
            if self.apply(id, item, &self.at.index(index, via), &mut hushed, None) {
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
        others: Option<Step>,
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
        let mut held = true;
        for (index, (name, member)) in members.iter().enumerate() {
            let found = named.binary_search_by(|(known, _)| (*known).cmp(name.as_str()));
            let found = found.ok().and_then(|place| named.get(place));
            let mut known = found.is_some();
            let mut own = found.is_none_or(|(_, step)| self.member(*step, name, member, report));
            for (pattern, step) in patterns {
                if !own && report.stop() {
                    return false;
                }
                if self.matches(name, pattern, report) {
                    known = true;
                    own &= self.member(*step, name, member, report);
                }
            }
            match (known, others) {
                (true, _) => {
                    if let Some(seen) = seen.as_deref_mut() {
                        seen.mark(index);
                    }
                }
                (false, Some(step)) => own = self.member(step, name, member, report),
                (false, None) => {}
            }
            if !own {
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        held
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
            if !self.member(*step, name, member, report) {
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

    fn member(&self, Step(via, id): Step, name: &str, member: &Value, report: &mut Report) -> bool {
        if id == NOTHING {
            let (via, keyword) = split(via);
            report.add(&self.at.member(name, via), keyword, || "the document has no such member".to_owned());
            return false;
        }
        self.apply(id, member, &self.at.property(name, via), report, None)
    }

    /// `propertyNames`
    #[inline(never)]
    pub(super) fn property_names(&self, Step(via, id): Step, report: &mut Report) -> bool {
        let Value::Object(members) = self.value else { return true };
        let at: &At<'_> = &self.at.schema(via);
        let mut held = true;
        for name in members.keys() {
            let spelled = Value::String(name.clone());
            let holds = self.apply(id, &spelled, at, &mut report.hush(self.at), None);
            if !holds {
                let mut reasons = report.branch();
                self.apply(id, &spelled, at, &mut reasons, None);
                let message = || format!("the name `{name}` is not allowed");
                report.add_because(self.at, "propertyNames", message, reasons);
                if report.stop() {
                    return false;
                }
                held = false;
            }
        }
        held
    }

    /// `unevaluatedItems`
    #[inline(never)]
    pub(super) fn unevaluated_items(&self, step: Step, report: &mut Report, seen: Option<&mut Seen>) -> bool {
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
    pub(super) fn unevaluated_properties(&self, step: Step, report: &mut Report, seen: Option<&mut Seen>) -> bool {
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

/// A step to a schema that is `false`, as the place of the keyword and the keyword.
fn split(via: &'static str) -> (&'static str, &'static str) {
    via.rsplit_once('/').unwrap_or(("", via))
}
