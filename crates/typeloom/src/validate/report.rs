//! Collects what `validate` finds.
//!
//! Two modes: every violation with its text, or, silent, only whether there is one. Silent reports cost no allocation
//! and let callers stop at the first violation.

use crate::validate::at::At;
use crate::validate::secrecy;
use crate::validate::violation::{Violation, Violations};
use std::ops::{Deref, DerefMut};

/// How much text the violations of one report may hold. Violations deep inside members with huge names would
/// otherwise need memory that is quadratic in the size of the instance.
const ROOM: usize = 32 << 20;

/// Collects violations, or only whether there are any.
#[derive(Debug)]
pub struct Report {
    violations: Vec<Violation>,
    failed: bool,
    /// Whether something could not be decided. Then the verdict is that there is a violation, whatever asked for it.
    undecided: bool,
    silent: bool,
    /// None at all where it is silent: then nothing is spelled out.
    room: usize,
    nested: usize,
}

impl Default for Report {
    fn default() -> Report {
        Report::new()
    }
}

impl Report {
    /// A report that keeps every violation.
    pub const fn new() -> Report {
        Report { violations: Vec::new(), failed: false, undecided: false, silent: false, room: ROOM, nested: 0 }
    }

    /// A report that only knows whether there was a violation.
    pub const fn silent() -> Report {
        Report { violations: Vec::new(), failed: false, undecided: false, silent: true, room: 0, nested: 0 }
    }

    /// An empty report in the mode of this one, for one branch of several.
    pub const fn branch(&self) -> Report {
        Report {
            violations: Vec::new(),
            failed: false,
            undecided: false,
            silent: self.silent,
            room: self.room,
            nested: self.nested + 1,
        }
    }

    /// A silent report for a rule that is asked only whether it holds: `not`, `if`. What cannot be decided there is a
    /// violation here, at `at`, for `not` would make the opposite of it.
    #[inline]
    pub const fn hush<'a>(&'a mut self, at: &'a At<'a>) -> Hushed<'a> {
        Hushed { inner: Report::silent(), outer: self, at }
    }

    /// Adds that it cannot be decided whether `keyword` holds.
    #[cold]
    pub fn undecided(&mut self, at: &At<'_>, keyword: &'static str, message: impl FnOnce() -> String) {
        self.undecided = true;
        self.add(at, keyword, message);
    }

    /// Whether something could not be decided.
    #[inline]
    pub(crate) const fn is_undecided(&self) -> bool {
        self.undecided
    }

    /// How many branches are around this one.
    #[inline]
    pub const fn nested(&self) -> usize {
        self.nested
    }

    /// Forgets whether there was a violation until [`Report::unmark`], which tells whether none came between.
    #[inline]
    pub(crate) const fn mark(&mut self) -> bool {
        std::mem::replace(&mut self.failed, false)
    }

    /// Whether there was no violation since [`Report::mark`] gave `before`.
    #[inline]
    pub(crate) const fn unmark(&mut self, before: bool) -> bool {
        let held = !self.failed;
        self.failed |= before;
        held
    }

    /// Whether violations are not kept.
    #[inline]
    pub const fn is_silent(&self) -> bool {
        self.silent
    }

    /// Whether there was a violation.
    #[inline]
    pub const fn failed(&self) -> bool {
        self.failed
    }

    /// Whether nothing more can be learnt: there was a violation and nobody wants to know of more.
    #[inline]
    pub const fn stop(&self) -> bool {
        self.silent && self.failed
    }

    /// The violations so far.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// How deep in the instance the deepest violation is.
    pub fn depth(&self) -> usize {
        self.violations.iter().map(Violation::depth).max().unwrap_or(0)
    }

    /// Notes that there is a violation, which has been told before.
    #[inline]
    pub const fn fail(&mut self) {
        self.failed = true;
    }

    /// Adds a violation of `keyword` at `at`. An empty keyword stands for the boolean schema `false`.
    #[inline]
    pub fn add(&mut self, at: &At<'_>, keyword: &'static str, message: impl FnOnce() -> String) {
        self.failed = true;
        if self.room > 0 {
            self.push(Violation::new(at, keyword, words(at, keyword, message), Vec::new()));
        }
    }

    /// Adds a violation whose reasons are those in `branch`.
    pub fn add_because(
        &mut self,
        at: &At<'_>,
        keyword: &'static str,
        message: impl FnOnce() -> String,
        branch: Report,
    ) {
        self.failed = true;
        self.undecided |= branch.undecided;
        if self.room > 0 {
            self.push(Violation::new(at, keyword, words(at, keyword, message), branch.violations));
        }
    }

    /// Adds everything in `branch`.
    pub fn append(&mut self, branch: Report) {
        self.failed |= branch.failed;
        self.undecided |= branch.undecided;
        for violation in branch.violations {
            self.push(violation);
        }
    }

    #[cold]
    fn push(&mut self, violation: Violation) {
        let size = violation.size();
        if size < self.room {
            self.room -= size;
            self.violations.push(violation);
        } else if self.room > 0 {
            self.room = 0;
            self.violations.push(Violation::unlisted());
        }
    }

    /// The verdict, with all that was found.
    ///
    /// # Errors
    /// The violations, where there is one.
    pub fn finish(self) -> Result<(), Violations> {
        if self.failed { Err(Violations::new(self.violations)) } else { Ok(()) }
    }
}

/// What is wrong, but for what would tell of a secret.
fn words(at: &At<'_>, keyword: &str, message: impl FnOnce() -> String) -> String {
    let instead = if at.is_secret() { secrecy::said(keyword) } else { None };
    instead.map_or_else(message, str::to_owned)
}

/// What [`Report::hush`] makes.
#[derive(Debug)]
pub struct Hushed<'a> {
    inner: Report,
    outer: &'a mut Report,
    at: &'a At<'a>,
}

impl Deref for Hushed<'_> {
    type Target = Report;

    fn deref(&self) -> &Report {
        &self.inner
    }
}

impl DerefMut for Hushed<'_> {
    fn deref_mut(&mut self) -> &mut Report {
        &mut self.inner
    }
}

impl Drop for Hushed<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.inner.undecided {
            self.outer.undecided(self.at, "", || "cannot be decided: a pattern takes too many steps".to_owned());
        }
    }
}
