//! `anyOf` and `oneOf`: finds the branches that hold, and where it is not the right number of them, says which came
//! closest and why it does not hold.

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
    let run = |branch: &Branch<Apply>, report: &mut Report| (branch.rule)(value, cx, &at.schema(branch.via), report);
    let kind = kind_bit(value);
    branches.iter().any(|branch| branch.may_hold(value, kind) && run(branch, &mut Report::silent()))
        || closest(value, branches, "anyOf", at, report, run)
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
    let mut held = false;
    let kind = kind_bit(value);
    for branch in branches.iter().filter(|branch| branch.may_hold(value, kind)) {
        let mut own = Seen::new();
        if (branch.rule)(value, cx, &at.schema(branch.via), &mut Report::silent(), &mut own) {
            seen.merge(&own);
            held = true;
        }
    }
    held || closest(value, branches, "anyOf", at, report, |branch, report| {
        (branch.rule)(value, cx, &at.schema(branch.via), report, seen)
    })
}

/// `oneOf`
pub fn one_of(value: &Value, branches: &[Branch<Apply>], cx: &Scope<'_>, at: &At<'_>, report: &mut Report) -> bool {
    let run = |branch: &Branch<Apply>, report: &mut Report| (branch.rule)(value, cx, &at.schema(branch.via), report);
    let kind = kind_bit(value);
    let holds = |branch: &&Branch<Apply>| branch.may_hold(value, kind) && run(branch, &mut Report::silent());
    let mut held = branches.iter().filter(holds);
    match (held.next(), held.next()) {
        (Some(_), None) => true,
        (Some(first), Some(second)) => several(first.via, second.via, at, report),
        (None, _) => closest(value, branches, "oneOf", at, report, run),
    }
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
    let kind = kind_bit(value);
    let mut held: Option<&Branch<ApplySeen>> = None;
    for branch in branches.iter().filter(|branch| branch.may_hold(value, kind)) {
        let mut own = Seen::new();
        if (branch.rule)(value, cx, &at.schema(branch.via), &mut Report::silent(), &mut own) {
            seen.merge(&own);
            if let Some(first) = held.replace(branch) {
                return several(first.via, branch.via, at, report);
            }
        }
    }
    held.is_some()
        || closest(value, branches, "oneOf", at, report, |branch, report| {
            (branch.rule)(value, cx, &at.schema(branch.via), report, seen)
        })
}

impl<F> Branch<F> {
    fn may_hold(&self, value: &Value, kind: u8) -> bool {
        self.kinds & kind != 0 && self.tag_of(value) != Some(false)
    }

    /// Whether the value has the tag of this branch. [`None`] where that does not arise.
    fn tag_of(&self, value: &Value) -> Option<bool> {
        match (self.tag, value) {
            (Some((member, tags)), Value::Object(members)) => match members.get(member) {
                Some(Value::String(tag)) => Some(tags.contains(&tag.as_str())),
                _ => None, // absent, or of a kind for which the rule has the better words
            },
            _ => None,
        }
    }
}

#[cold]
fn several(first: &'static str, second: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    let short = |via: &'static str| via.rsplit('/').next().unwrap_or(via);
    report.add(at, "oneOf", || {
        format!("must match exactly one of the branches, matches {} and {}", short(first), short(second))
    });
    false
}

/// Runs every branch again, this time to hear why it does not hold, and reports the one that came closest: the tag says
/// it is meant, else the kind fits, else it got deepest into the value, else it has the fewest violations.
#[cold]
fn closest<F>(
    value: &Value,
    branches: &[Branch<F>],
    keyword: &'static str,
    at: &At<'_>,
    report: &mut Report,
    mut run: impl FnMut(&Branch<F>, &mut Report) -> bool,
) -> bool {
    if report.is_silent() {
        report.add(at, keyword, String::new);
        return false;
    }
    let kind = kind_bit(value);
    let tried = branches.iter().enumerate().map(|(index, branch)| {
        let mut reasons = report.branch();
        run(branch, &mut reasons);
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
        1 => "does not match the only branch".to_owned(),
        count => format!("matches none of the {count} branches; branch {index} comes closest"),
    };
    report.add_because(at, keyword, message, reasons);
    false
}
