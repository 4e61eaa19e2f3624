//! `anyOf` and `oneOf`: finds the branches that hold, and where it is not the right number of them, says which came
//! closest and why it does not hold.

use super::memo::{Memo, TRIES};
use super::{Apply, ApplySeen, Scope, Seen, kind_bit};
use crate::Value;
use crate::validate::{At, Report};
use std::cmp::Reverse;

/// A branch of `anyOf` or `oneOf`. What it says of itself beside its rule lets others be left out at a look; it never
/// says more than the rule does.
#[derive(Clone, Copy, Debug)]
pub struct Branch<F> {
    /// The step to it: `/anyOf/0`.
    pub via: &'static str,
    /// The kinds of values that it may hold for, as bits: `null`, boolean, integer, fraction, string, array, object.
    pub kinds: u8,
    /// A member and the strings that it may have in this branch, where it is a string.
    pub tag: Option<(&'static str, &'static [&'static str])>,
    /// The rule.
    pub rule: F,
}

/// `anyOf`
pub fn any_of(value: &Value, branches: &[Branch<Apply>], cx: &Scope<'_>, at: &At<'_>, report: &mut Report) -> bool {
    any(value, branches, cx, at, report, &mut Seen::new())
}

/// `anyOf`, marking what the branches that hold have evaluated.
pub fn any_of_seen(
    value: &Value,
    branches: &[Branch<ApplySeen>],
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
    seen: &mut Seen,
) -> bool {
    any(value, branches, cx, at, report, seen)
}

/// `oneOf`
pub fn one_of(value: &Value, branches: &[Branch<Apply>], cx: &Scope<'_>, at: &At<'_>, report: &mut Report) -> bool {
    one(value, branches, cx, at, report, &mut Seen::new())
}

/// `oneOf`, marking what the branch that holds has evaluated.
pub fn one_of_seen(
    value: &Value,
    branches: &[Branch<ApplySeen>],
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
    seen: &mut Seen,
) -> bool {
    one(value, branches, cx, at, report, seen)
}

/// The two kinds of rules.
trait Run: Copy {
    /// Whether others may hold unasked: nobody asks what they have evaluated.
    const ONE_IS_ENOUGH: bool;

    fn run(self, value: &Value, cx: &Scope<'_>, at: &At<'_>, report: &mut Report, seen: &mut Seen) -> bool;

    fn address(self) -> usize;
}

impl Run for Apply {
    const ONE_IS_ENOUGH: bool = true;

    fn run(self, value: &Value, cx: &Scope<'_>, at: &At<'_>, report: &mut Report, _: &mut Seen) -> bool {
        self(value, cx, at, report)
    }

    fn address(self) -> usize {
        self as usize
    }
}

impl Run for ApplySeen {
    const ONE_IS_ENOUGH: bool = false;

    fn run(self, value: &Value, cx: &Scope<'_>, at: &At<'_>, report: &mut Report, seen: &mut Seen) -> bool {
        self(value, cx, at, report, seen)
    }

    fn address(self) -> usize {
        self as usize
    }
}

fn any<F: Run>(
    value: &Value,
    branches: &[Branch<F>],
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
    seen: &mut Seen,
) -> bool {
    let (mut held, mut doubt) = (false, false);
    trying(cx, branches.len(), |cx| {
        let kind = kind_bit(value);
        for branch in branches.iter().filter(|branch| branch.may_hold(value, kind)) {
            match holds(branch, value, cx, at, seen) {
                Some(holds) => held |= holds,
                None => doubt = true,
            }
            if held && F::ONE_IS_ENOUGH {
                return true;
            }
        }
        if doubt {
            return in_doubt(at, report);
        }
        held || closest(value, branches, "anyOf", cx, at, report)
    })
}

fn one<F: Run>(
    value: &Value,
    branches: &[Branch<F>],
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
    seen: &mut Seen,
) -> bool {
    trying(cx, branches.len(), |cx| {
        let kind = kind_bit(value);
        let mut held: Option<&Branch<F>> = None;
        for branch in branches.iter().filter(|branch| branch.may_hold(value, kind)) {
            let first = match holds(branch, value, cx, at, seen) {
                Some(true) => held.replace(branch),
                Some(false) => None,
                None => return in_doubt(at, report),
            };
            if let Some(first) = first {
                return several(first.via, branch.via, at, report);
            }
        }
        held.is_some() || closest(value, branches, "oneOf", cx, at, report)
    })
}

/// Runs `with` in the scope of a choice among `branches`. Where many are inside of each other, verdicts are remembered.
fn trying(cx: &Scope<'_>, branches: usize, with: impl FnOnce(&Scope<'_>) -> bool) -> bool {
    if cx.memo().is_none() && cx.tries() >= TRIES {
        remembering(cx, branches, with)
    } else {
        with(&cx.choice(branches, cx.memo()))
    }
}

/// Done once on the way down; what is not remembered yet has no room for it on the stack.
fn remembering(cx: &Scope<'_>, branches: usize, with: impl FnOnce(&Scope<'_>) -> bool) -> bool {
    let memo = Memo::default();
    with(&cx.choice(branches, Some(&memo)))
}

/// Runs a rule that looks at the same value in two ways, each of which leads back to it: where such rules are inside of
/// each other, each runs once for a value.
pub fn once(rule: Apply, value: &Value, cx: &Scope<'_>, at: &At<'_>, report: &mut Report) -> bool {
    again(rule, value, cx, at, report, &mut Seen::new())
}

/// The same for a rule that marks what it has evaluated.
pub fn once_seen(
    rule: ApplySeen,
    value: &Value,
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
    seen: &mut Seen,
) -> bool {
    again(rule, value, cx, at, report, seen)
}

fn again<F: Run>(rule: F, value: &Value, cx: &Scope<'_>, at: &At<'_>, report: &mut Report, seen: &mut Seen) -> bool {
    trying(cx, 2, |cx| {
        let Some(memo) = cx.memo() else { return rule.run(value, cx, at, report, seen) };
        let mut own = Seen::new();
        let held = memo.holds(rule.address(), value, &mut own, |own| {
            let mut silent = Report::silent();
            let held = rule.run(value, cx, at, &mut silent, own);
            (!silent.is_undecided()).then_some(held)
        });
        match held {
            Some(true) => seen.merge(&own),
            // Why it does not hold is said once: the ways to say it would double with each step.
            Some(false) if report.is_silent() || !memo.tells(rule.address(), value, report.nested()) => report.fail(),
            Some(false) | None => return rule.run(value, cx, at, report, seen),
        }
        held == Some(true)
    })
}

/// Whether a branch holds, marking what it has evaluated where it does. [`None`] where that cannot be decided.
fn holds<F: Run>(branch: &Branch<F>, value: &Value, cx: &Scope<'_>, at: &At<'_>, seen: &mut Seen) -> Option<bool> {
    let run = |own: &mut Seen| {
        let mut silent = Report::silent();
        let held = branch.rule.run(value, cx, &at.schema(branch.via), &mut silent, own);
        (!silent.is_undecided()).then_some(held)
    };
    let mut own = Seen::new();
    let held = match cx.memo() {
        Some(memo) => memo.holds(branch.rule.address(), value, &mut own, run),
        None => run(&mut own),
    };
    if held == Some(true) {
        seen.merge(&own);
    }
    held
}

impl<F> Branch<F> {
    fn may_hold(&self, value: &Value, kind: u8) -> bool {
        self.kinds & kind != 0 && self.tag_of(value) != Some(false)
    }

    /// Whether the value has the tag of this branch. [`None`] where that does not arise.
    fn tag_of(&self, value: &Value) -> Option<bool> {
        let (Some((member, tags)), Value::Object(members)) = (self.tag, value) else { return None };
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

/// Runs every branch again, this time to hear why it does not hold, and reports the one that came closest: the tag says
/// it is meant, else the kind fits, else it got deepest into the value, else it has the fewest violations.
#[cold]
fn closest<F: Run>(
    value: &Value,
    branches: &[Branch<F>],
    keyword: &'static str,
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    if report.is_silent() {
        report.add(at, keyword, String::new);
        return false;
    }
    let none = || match branches.len() {
        1 => "does not match the only branch".to_owned(),
        count => format!("matches none of the {count} branches"),
    };
    if report.nested() >= EXPLAINED {
        report.add(at, keyword, none);
        return false;
    }
    let kind = kind_bit(value);
    let tried = branches.iter().enumerate().map(|(index, branch)| {
        let mut reasons = report.branch();
        branch.rule.run(value, cx, &at.schema(branch.via), &mut reasons, &mut Seen::new());
        let tag = branch.tag_of(value);
        let fits = branch.kinds & kind != 0;
        let few = Reverse(reasons.violations().len());
        // Of equals the first is the maximum.
        ((tag == Some(true), tag != Some(false), fits, reasons.depth(), few, Reverse(index)), reasons)
    });
    let Some(((.., Reverse(index)), reasons)) = tried.max_by_key(|(rank, _)| *rank) else {
        report.add(at, keyword, || "there is nothing that it could match".to_owned());
        return false;
    };
    let message = || match branches.len() {
        1 => none(),
        _ => format!("{}; branch {index} comes closest", none()),
    };
    report.add_because(at, keyword, message, reasons);
    false
}
