//! How many steps patterns with references to groups may take: one budget for all the texts of one validation.
//!
//! Without, an array of a thousand hostile strings would cost a thousand times what one does. The budget belongs to the
//! thread, not to a report: reading tries the rules of branches before there is a report, and a report for each branch
//! of a union would have to give back what it did not spend.

use std::cell::Cell;

/// How many steps patterns with references to groups may take in one validation, or in a call on its own, beyond as many
/// for each text as are proportional to its length.
pub const STEPS: usize = 1_000_000;

thread_local! {
    /// What is left of the budget of the validation that runs. [`None`] where none does: each text has all steps.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// As long as this lives, all matches on this thread share one budget. One within another is the same one.
pub(crate) struct Shared {
    outermost: bool,
}

/// Begins a validation.
pub(crate) fn share() -> Shared {
    let outermost = LEFT.get().is_none();
    if outermost {
        LEFT.set(Some(STEPS));
    }
    Shared { outermost }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if self.outermost {
            LEFT.set(None);
        }
    }
}

/// Runs a match that may take what is left and `free` steps more, and returns with its verdict how many it did not take.
/// Free are as many as a text costs that is no trouble, so that large documents have no trouble either.
#[cfg(feature = "pattern")]
pub(super) fn spend(free: usize, run: impl FnOnce(usize) -> (Option<bool>, usize)) -> Option<bool> {
    let left = LEFT.get().unwrap_or(STEPS);
    let (verdict, untaken) = run(left.saturating_add(free));
    if LEFT.get().is_some() {
        LEFT.set(Some(untaken.min(left)));
    }
    verdict
}
