//! `anyOf` and `oneOf`: finds the branches that hold, and where it is not the right number of them, says which came
//! closest and why it does not hold.

use super::memo::{Memo, TRIES};
use super::run::{Place, Run};
use super::{Branch, Course, Scope, Seen, Step};
use crate::Value;
use crate::json::Kind;
use crate::validate::{At, Report};
use std::cmp::Reverse;

impl Run<'_> {
    /// `anyOf`, marking what the branches that hold have evaluated. Where nobody asks for that, one that holds is enough.
    #[inline(never)]
    pub(super) fn any_of(&self, branches: &'static [Branch], report: &mut Report, mut seen: Option<&mut Seen>) -> bool {
        if self.should_remember() {
            return self.remembering(&mut |run| run.any_of(branches, report, seen.as_deref_mut()));
        }
        let cx = &self.cx.choice(branches.len());
        let (mut held, mut doubt) = (false, false);
        for branch in branches {
            if !branch.may_hold(self.value) {
                continue;
            }
            match self.branch_holds(&branch.0, cx, seen.as_deref_mut()) {
                Some(holds) => held |= holds,
                None => doubt = true,
            }
            if held && seen.is_none() {
                return true;
            }
        }
        if doubt {
            return in_doubt(self.at, report);
        }
        held || self.closest(branches, "anyOf", cx, report)
    }

    /// `oneOf`, marking what the branch that holds has evaluated.
    #[inline(never)]
    pub(super) fn one_of(&self, branches: &'static [Branch], report: &mut Report, mut seen: Option<&mut Seen>) -> bool {
        if self.should_remember() {
            return self.remembering(&mut |run| run.one_of(branches, report, seen.as_deref_mut()));
        }
        let cx = &self.cx.choice(branches.len());
        let mut held: Option<&Branch> = None;
        for branch in branches {
            if !branch.may_hold(self.value) {
                continue;
            }
            match (self.branch_holds(&branch.0, cx, seen.as_deref_mut()), held) {
                (Some(true), None) => held = Some(branch),
                (Some(true), Some(first)) => return several(first.0.0, branch.0.0, self.at, report),
                (Some(false), _) => {}
                (None, _) => return in_doubt(self.at, report),
            }
        }
        held.is_some() || self.closest(branches, "oneOf", cx, report)
    }

    /// Whether a branch holds, marking what it has evaluated where it does. [`None`] where that cannot be decided.
    fn branch_holds(&self, step: &Step, cx: &Scope<'_>, mut seen: Option<&mut Seen>) -> Option<bool> {
        let address = self.set.address(step.1) | usize::from(seen.is_some());
        if let Some(held) = self.recall(cx, address, seen.as_deref_mut()) {
            return Some(held);
        }
        let mut trial = Trial::new();
        let own = seen.is_some().then_some(&mut trial.own);
        trial.held = self.apply(cx, Place::Same, step, self.value, &mut trial.report, own);
        self.settle(cx, address, &mut trial, seen)
    }

    fn recall(&self, cx: &Scope<'_>, address: usize, seen: Option<&mut Seen>) -> Option<bool> {
        cx.memo()?.recall(address, self.value, seen)
    }

    /// What comes of a trial: nothing where it cannot be decided, and that is not remembered.
    fn settle(&self, cx: &Scope<'_>, address: usize, trial: &mut Trial, seen: Option<&mut Seen>) -> Option<bool> {
        if trial.report.is_undecided() {
            return None;
        }
        if let (true, Some(seen)) = (trial.held, seen) {
            seen.merge(&trial.own);
        }
        if let Some(memo) = cx.memo() {
            memo.keep(address, self.value, trial.held, std::mem::take(&mut trial.own));
        }
        Some(trial.held)
    }

    /// Whether so many choices are inside of each other that verdicts are to be remembered, and are not yet.
    fn should_remember(&self) -> bool {
        self.cx.memo().is_none() && self.cx.tries() >= TRIES
    }

    /// The same, where verdicts are remembered.
    #[inline(never)]
    fn remembering(&self, with: &mut dyn FnMut(&Run<'_>) -> bool) -> bool {
        let memo = Memo::default();
        with(&Run { cx: &self.cx.with_memo(&memo), ..*self })
    }

    /// Runs a rule that looks at the same value in two ways, each of which leads back to it: where such rules are inside
    /// of each other, each runs once for a value.
    #[inline(never)]
    pub(super) fn once(&self, report: &mut Report, mut seen: Option<&mut Seen>) -> bool {
        if self.should_remember() {
            return self.remembering(&mut |run| run.once(report, seen.as_deref_mut()));
        }
        let run = Run { cx: &self.cx.choice(2), ..*self };
        let Some(memo) = self.cx.memo() else { return run.again(report, seen) };
        // With marks more is run.
        let address = std::ptr::from_ref(self.rule).addr() | usize::from(seen.is_some());
        match run.tried(address, seen.as_deref_mut()) {
            Some(true) => true,
            // Why it does not hold is said once: the ways to say it would double with each step.
            Some(false) if report.is_silent() || !memo.tells(address, self.value, report.nested()) => {
                report.fail();
                false
            }
            Some(false) | None => run.again(report, seen),
        }
    }

    /// Whether the rule holds, without a word. [`None`] where that cannot be decided.
    #[inline(never)]
    fn tried(&self, address: usize, mut seen: Option<&mut Seen>) -> Option<bool> {
        if let Some(held) = self.recall(self.cx, address, seen.as_deref_mut()) {
            return Some(held);
        }
        let mut trial = Trial::new();
        trial.held = self.again(&mut trial.report, seen.is_some().then_some(&mut trial.own));
        self.settle(self.cx, address, &mut trial, seen)
    }

    fn again(&self, report: &mut Report, seen: Option<&mut Seen>) -> bool {
        match self.rule.course {
            Course::OnceMarks | Course::Marks => self.marking(report, seen),
            Course::Once | Course::Plain => self.assertions(report, seen),
        }
    }

    /// Runs every branch again, this time to hear why it does not hold, and reports the one that came closest: the tag
    /// says it is meant, else the kind fits, else it got deepest into the value, else it has the fewest violations.
    #[cold]
    #[inline(never)]
    fn closest(&self, branches: &'static [Branch], keyword: &'static str, cx: &Scope<'_>, report: &mut Report) -> bool {
        if report.is_silent() {
            report.add(self.at, keyword, String::new);
            return false;
        }
        let none = || match branches.len() {
            1 => "does not match the only branch".to_owned(),
            count => format!("matches none of the {count} branches"),
        };
        if report.nested() >= EXPLAINED {
            report.add(self.at, keyword, none);
            return false;
        }
        let kind = Kind::of(self.value);
        let tried = branches.iter().enumerate().map(|(index, branch)| {
            let Branch(step, kinds, _) = branch;
            let mut reasons = report.branch();
            self.apply(cx, Place::Same, step, self.value, &mut reasons, None);
            let tag = branch.tag_of(self.value);
            let fits = kinds.has(kind);
            let few = Reverse(reasons.violations().len());
            // Of equals the first is the maximum.
            ((tag == Some(true), tag != Some(false), fits, reasons.depth(), few, Reverse(index)), reasons)
        });
        let Some(((.., Reverse(index)), reasons)) = tried.max_by_key(|(rank, _)| *rank) else {
            report.add(self.at, keyword, || "there is nothing that it could match".to_owned());
            return false;
        };
        let message = || match branches.len() {
            1 => none(),
            _ => format!("{}; branch {index} comes closest", none()),
        };
        report.add_because(self.at, keyword, message, reasons);
        false
    }
}

/// A rule that is asked whether it holds: without a word, and what it has evaluated apart.
struct Trial {
    report: Report,
    own: Seen,
    held: bool,
}

impl Trial {
    /// Not a part of its callers, which are on the stack while branches are tried.
    #[inline(never)]
    fn new() -> Trial {
        Trial { report: Report::silent(), own: Seen::new(), held: false }
    }
}

impl Branch {
    fn may_hold(&self, value: &Value) -> bool {
        self.1.has(Kind::of(value)) && self.tag_of(value) != Some(false)
    }

    /// Whether the value has the tag of this branch. [`None`] where that does not arise.
    fn tag_of(&self, value: &Value) -> Option<bool> {
        let (Some((member, tags)), Value::Object(members)) = (self.2, value) else { return None };
        match members.get(member)? {
            Value::String(tag) => Some(tags.contains(&tag.as_str())),
            // Not a tag at all, for which the rule has the better words.
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

/// A pattern in a branch takes too many steps.
#[cold]
fn in_doubt(at: &At<'_>, report: &mut Report) -> bool {
    report.undecided(at, "", || "cannot be decided: a pattern in a branch takes too many steps".to_owned());
    false
}

#[cold]
fn several(first: &'static str, second: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    // `/oneOf/1/$ref` is branch 1.
    let short = |via: &'static str| via.split('/').nth(2).unwrap_or(via);
    report.add(at, "oneOf", || {
        format!("must match exactly one of the branches, matches {} and {}", short(first), short(second))
    });
    false
}

/// How many failed choices inside of each other say why they failed.
const EXPLAINED: usize = 3;
