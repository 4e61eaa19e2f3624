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
    /// Whether the rule at an address holds for `value`, where that is known. Marks what it has evaluated where it does.
    pub(crate) fn recall(&self, rule: usize, value: &Value, seen: Option<&mut Seen>) -> Option<bool> {
        let verdicts = self.verdicts.borrow();
        let (held, own) = verdicts.get(&(rule, ptr::from_ref(value)))?;
        if let (true, Some(seen)) = (*held, seen) {
            seen.merge(own);
        }
        Some(*held)
    }

    /// Remembers whether a rule holds, and what it has evaluated. Strings are not remembered: member names are made into
    /// strings that do not live as long as the memo.
    pub(crate) fn keep(&self, rule: usize, value: &Value, held: bool, own: Seen) {
        if let Value::Array(_) | Value::Object(_) = value {
            self.verdicts.borrow_mut().insert((rule, ptr::from_ref(value)), (held, own));
        }
    }

    /// Whether it is now that it is said for the first time, in a report with so many branches around it, why `rule`
    /// does not hold for `value`.
    pub(super) fn tells(&self, rule: usize, value: &Value, nested: usize) -> bool {
        self.told.borrow_mut().insert(((rule, ptr::from_ref(value)), nested))
    }
}
