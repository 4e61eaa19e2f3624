//! `anyOf` and `oneOf`: finds the branches that hold, and where it is not the right number of them, says which came
//! closest and why it does not hold.

use super::memo::{Memo, TRIES};
use super::run::Run;
use super::{Branch, Course, Scope, Seen, Step};
use crate::Value;
use crate::json::Kind;
use crate::validate::{At, Report};
use std::cmp::Reverse;

impl Run<'_> {
    /// `anyOf`, marking what the branches that hold have evaluated. Where nobody asks for that, one that holds is enough.
    #[inline(never)]
    pub(super) fn any_of(&self, branches: &'static [Branch], report: &mut Report, mut seen: Option<&mut Seen>) -> bool {
        let (mut held, mut doubt) = (false, false);
        trying(self.cx, branches.len(), |cx| {
            let kind = Kind::of(self.value);
            for branch in branches.iter().filter(|branch| branch.may_hold(self.value, kind)) {
                match self.branch_holds(branch, cx, seen.as_deref_mut()) {
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
        })
    }

    /// `oneOf`, marking what the branch that holds has evaluated.
    #[inline(never)]
    pub(super) fn one_of(&self, branches: &'static [Branch], report: &mut Report, mut seen: Option<&mut Seen>) -> bool {
        trying(self.cx, branches.len(), |cx| {
            let kind = Kind::of(self.value);
            let mut held: Option<&Branch> = None;
            for branch in branches.iter().filter(|branch| branch.may_hold(self.value, kind)) {
                let first = match self.branch_holds(branch, cx, seen.as_deref_mut()) {
                    Some(true) => held.replace(branch),
                    Some(false) => None,
                    None => return in_doubt(self.at, report),
                };
                if let Some(first) = first {
                    return several(first.0.0, branch.0.0, self.at, report);
                }
            }
            held.is_some() || self.closest(branches, "oneOf", cx, report)
        })
    }

    /// Whether a branch holds, marking what it has evaluated where it does. [`None`] where that cannot be decided.
    fn branch_holds(&self, branch: &'static Branch, cx: &Scope<'_>, seen: Option<&mut Seen>) -> Option<bool> {
        let Branch(Step(via, id), ..) = branch;
        let tracks = seen.is_some();
        let run = |own: &mut Seen| {
            let mut silent = Report::silent();
            let at = self.at.schema(via);
            let held = self.apply_in(cx, *id, self.value, &at, &mut silent, tracks.then_some(own));
            (!silent.is_undecided()).then_some(held)
        };
        let mut own = Seen::new();
        let held = match cx.memo() {
            Some(memo) => memo.holds(self.set.address(*id) | usize::from(tracks), self.value, &mut own, run),
            None => run(&mut own),
        };
        if let (Some(true), Some(seen)) = (held, seen) {
            seen.merge(&own);
        }
        held
    }

    /// Runs a rule that looks at the same value in two ways, each of which leads back to it: where such rules are inside
    /// of each other, each runs once for a value.
    #[inline(never)]
    pub(super) fn once(&self, report: &mut Report, mut seen: Option<&mut Seen>) -> bool {
        let address = std::ptr::from_ref(self.rule).addr() | usize::from(seen.is_some());
        trying(self.cx, 2, |cx| {
            let run = Run { cx, ..*self };
            let run = |report: &mut Report, seen: Option<&mut Seen>| match self.rule.course {
                Course::OnceMarks | Course::Marks => run.marking(report, seen),
                Course::Once | Course::Plain => run.assertions(report, seen),
            };
            let Some(memo) = cx.memo() else { return run(report, seen.as_deref_mut()) };
            let mut own = Seen::new();
            let tracks = seen.is_some();
            let held = memo.holds(address, self.value, &mut own, |own| {
                let mut silent = Report::silent();
                let held = run(&mut silent, tracks.then_some(own));
                (!silent.is_undecided()).then_some(held)
            });
            match (held, seen.as_deref_mut()) {
                (Some(true), Some(seen)) => seen.merge(&own),
                (Some(true), None) => {}
                // Why it does not hold is said once: the ways to say it would double with each step.
                (Some(false), _) if report.is_silent() || !memo.tells(address, self.value, report.nested()) => {
                    report.fail();
                }
                (Some(false) | None, _) => return run(report, seen),
            }
            held == Some(true)
        })
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
            let Branch(Step(via, id), kinds, _) = branch;
            let mut reasons = report.branch();
            self.apply_in(cx, *id, self.value, &self.at.schema(via), &mut reasons, None);
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

/// Runs `with` in the scope of a choice among `branches`. Where many are inside of each other, verdicts are remembered.
fn trying(cx: &Scope<'_>, branches: usize, with: impl FnOnce(&Scope<'_>) -> bool) -> bool {
    if cx.memo().is_none() && cx.tries() >= TRIES {
        let memo = Memo::default();
        with(&cx.choice(branches, Some(&memo)))
    } else {
        with(&cx.choice(branches, cx.memo()))
    }
}

impl Branch {
    fn may_hold(&self, value: &Value, kind: Kind) -> bool {
        self.1.has(kind) && self.tag_of(value) != Some(false)
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
