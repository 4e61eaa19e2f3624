//! The branches of a union by trial: which were tried in vain, and which one came closest.

use crate::error::Apart;
use crate::read::buffered::Buffered;
use crate::read::{Reader, Source};
use crate::rules::{self, RuleSet};
use crate::typed::{Choice, Union};
use crate::validate::{At, Report};
use crate::{Error, Fail, Value};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The branches of a union, tried one after the other on a buffered value, by a reader of its own, which has the memo of
/// the outer one meanwhile.
///
/// It is whole on the stack for each level of the value, so all that is done with it stands in functions of its own.
pub(crate) struct Attempts<'v> {
    pub(crate) reader: Reader<'v>,
    union: &'static Union,
    value: &'v Value,
    /// What stands for the function that reads the branches.
    function: usize,
    depth: u32,
    /// How many attempts there were: each branch has two.
    count: usize,
    trials: Trials,
}

impl<'v> Attempts<'v> {
    #[inline(never)]
    pub(crate) fn new(
        outer: &mut Reader<'_>,
        union: &'static Union,
        value: &'v Value,
        function: usize,
    ) -> Attempts<'v> {
        let mut reader = Reader::new(Source::Value(None), None, outer.depth);
        reader.memo = std::mem::take(&mut outer.memo);
        reader.veiled = outer.veiled;
        Attempts { reader, union, value, function, depth: outer.depth, count: 0, trials: Trials::default() }
    }

    /// The next branch that is tried: first those that the value belongs to, then all, as one may hold the value although
    /// it is not valid there. The value stands ahead then.
    #[inline(never)]
    pub(crate) fn next(&mut self) -> Option<usize> {
        let branches = self.union.branches;
        while self.count < 2 * branches.len() {
            let (first, index) = (self.count < branches.len(), self.count % branches.len());
            self.count += 1;
            if first && !self.belongs(index) {
                continue;
            }
            let key = self.key(index);
            match self.reader.memo.failures.as_ref().and_then(|failures| failures.get(&key)) {
                Some(error) => self.trials.0.push((branches[index].0, error.clone())),
                None => {
                    self.reader.source = Source::Value(Some(Buffered::Borrowed(self.value)));
                    self.reader.depth = self.depth;
                    return Some(index);
                }
            }
        }
        None
    }

    fn belongs(&mut self, index: usize) -> bool {
        match &self.union.choice {
            Choice::Trial(set, rules) => {
                let rule = rules.get(index).copied().flatten();
                rule.is_some_and(|rule| self.reader.holds(self.value, set, rule))
            }
            Choice::Kind(_) | Choice::Tag(..) => false,
        }
    }

    fn key(&self, index: usize) -> (usize, usize, usize) {
        (std::ptr::from_ref(self.value).addr(), self.function, index)
    }

    /// The value is not of the branch.
    #[inline(never)]
    pub(crate) fn failed(&mut self, index: usize, fail: Fail) {
        let (key, error) = (self.key(index), self.reader.take_error(fail));
        self.reader.memo.failures.get_or_insert_default().insert(key, error.clone());
        let name = self.union.branches.get(index).map_or("", |(name, _)| name);
        self.trials.0.push((name, error));
    }

    /// Gives the memo back.
    #[inline(never)]
    pub(crate) fn end(&mut self, outer: &mut Reader<'_>) {
        outer.memo = std::mem::take(&mut self.reader.memo);
    }

    /// The error that no branch takes the value.
    #[inline(never)]
    pub(crate) fn in_vain(&mut self, outer: &mut Reader<'_>) -> Fail {
        self.end(outer);
        outer.no_branch(self.union.keyword, std::mem::take(&mut self.trials))
    }
}

/// The branches of a union that were tried in vain, and how far each one came.
#[derive(Default)]
struct Trials(Vec<(&'static str, Error)>);

impl Trials {
    /// What kinds the branches want, where the value is of none of them.
    fn kinds(&self) -> Option<String> {
        let (mut wanted, mut there): (Vec<&str>, &str) = (Vec::new(), "");
        for (_, error) in &self.0 {
            match (error.depth(), error.apart()) {
                (0, Apart::Kind { expected, found }) => {
                    there = found;
                    if !wanted.contains(&expected.as_str()) {
                        wanted.push(expected);
                    }
                }
                (_, Apart::Kind { .. } | Apart::Missing(_) | Apart::Other) => return None,
            }
        }
        let (last, others) = wanted.split_last()?;
        let or = if others.is_empty() { "" } else { " or " };
        Some(format!("expected {}{or}{last}, found {there}", others.join(", ")))
    }
}

/// How close a branch came: how deep into the value, then how far from what is wanted there.
fn rank(error: &Error) -> (usize, Reverse<&Apart>) {
    (error.depth(), Reverse(error.apart()))
}

/// What is known not to be readable: by the address of a buffered value, that of the function that reads the branches
/// of a union, and the index of the branch.
///
/// Unions by trial inside unions by trial would otherwise read the same value a number of times that is exponential
/// in the depth. The addresses of values stay good while the buffered value is borrowed; a new one begins a new memo.
/// Two types may share a function, then they read the same.
#[derive(Default)]
pub(super) struct Memo {
    failures: Option<Box<Failures>>,
    /// Which rules hold for which of its parts.
    verdicts: Option<Box<rules::Memo>>,
}

type Failures = BTreeMap<(usize, usize, usize), Error>;

impl Reader<'_> {
    /// Whether a rule holds for a buffered value. Unions inside of it ask the same of its parts, so that is remembered.
    fn holds(&mut self, value: &Value, set: &'static RuleSet, rule: u32) -> bool {
        let verdicts = self.memo.verdicts.get_or_insert_default();
        let address = set.address(rule);
        if let Some(held) = verdicts.recall(address, value, None) {
            return held;
        }
        let mut silent = Report::silent();
        let held = set.holds(rule, value, &rules::Scope::remembering(verdicts), &At::ROOT, &mut silent);
        // What cannot be decided is a violation, which `validate` finds once more.
        if silent.is_undecided() {
            return false;
        }
        verdicts.keep(address, value, held, rules::Seen::new());
        held
    }

    /// The error that no branch takes the value, with the one that came closest and why it does not.
    #[cold]
    fn no_branch(&mut self, keyword: &'static str, trials: Trials) -> Fail {
        let offset = self.offset();
        if let Some(expected) = trials.kinds() {
            return self.fail(format!("no branch of `{keyword}` takes the value: {expected}"));
        }
        let mut closest: Option<(&'static str, Error)> = None;
        for (name, error) in trials.0 {
            if closest.as_ref().is_none_or(|(_, best)| rank(&error) > rank(best)) {
                closest = Some((name, error));
            }
        }
        match closest {
            None => self.fail(format!("no branch of `{keyword}` takes the value")),
            Some((name, mut error)) => {
                error.explain(&format!("no branch of `{keyword}` takes the value; closest is {name}: "));
                error.set_offset(offset);
                self.put(error)
            }
        }
    }
}
