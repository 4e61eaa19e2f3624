//! Verdicts of branches that were tried already, so that `anyOf` in `anyOf` in `anyOf` over a deep value takes time in
//! proportion to the value and not to two, three or more to the power of its depth.

use super::Seen;
use crate::Value;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ptr;

/// A value may be tried this often without remembering: it costs, and few values need it.
pub(super) const TRIES: u16 = 32;

/// What is known of the branches of some values.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    verdicts: RefCell<HashMap<Key, (bool, Seen)>>,
    /// What has been said to be wrong already, and how many branches were around the report that it was said to: that
    /// of a branch may be thrown away.
    told: RefCell<HashSet<(Key, usize)>>,
}

/// The address of a rule, and that of a value.
type Key = (usize, *const Value);

impl Memo {
    /// Whether `rule`, the address of a function, holds for `value`: asks `run` where that is not known. It also marks
    /// what it has evaluated. [`None`] where that cannot be decided, which is not remembered.
    pub(crate) fn holds(
        &self,
        rule: usize,
        value: &Value,
        seen: &mut Seen,
        run: impl FnOnce(&mut Seen) -> Option<bool>,
    ) -> Option<bool> {
        let key = (rule, ptr::from_ref(value));
        // Strings are not remembered: member names are made into strings that do not live as long as the memo.
        let remembered = matches!(value, Value::Array(_) | Value::Object(_));
        if remembered && let Some(held) = self.recall(key, seen) {
            return Some(held);
        }
        let mut own = Seen::new();
        let held = run(&mut own)?;
        seen.merge(&own);
        if remembered {
            self.keep(key, held, own);
        }
        Some(held)
    }

    /// This and [`Memo::keep`] are no parts of [`Memo::holds`], which is on the stack while rules run.
    fn recall(&self, key: Key, seen: &mut Seen) -> Option<bool> {
        let verdicts = self.verdicts.borrow();
        let (held, own) = verdicts.get(&key)?;
        seen.merge(own);
        Some(*held)
    }

    fn keep(&self, key: Key, held: bool, own: Seen) {
        self.verdicts.borrow_mut().insert(key, (held, own));
    }

    /// Whether it is now that it is said for the first time, in a report with so many branches around it, why `rule`
    /// does not hold for `value`.
    pub(super) fn tells(&self, rule: usize, value: &Value, nested: usize) -> bool {
        self.told.borrow_mut().insert(((rule, ptr::from_ref(value)), nested))
    }
}
