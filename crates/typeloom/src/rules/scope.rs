//! What evaluation came through on its way to a rule: schema resources, for `$dynamicRef`, and how many branches of
//! `anyOf` and `oneOf`, for remembering verdicts.
//!
//! A linked list on the stack. Going from a rule to a rule of the same resource adds nothing, so that modules without
//! `$dynamicRef` never leave [`Scope::NONE`] but for `anyOf` and `oneOf`.

use super::memo::Memo;
use crate::Value;
use std::ptr;

/// The resources that were left on the way here. The one that the running rule belongs to is not in it: the rule knows
/// its own.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    step: Step<'a>,
    outer: Option<&'a Scope<'a>>,
    /// How often what is inside of here may be tried, since the last resource was left.
    tries: u16,
    memo: Option<&'a Memo>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Same,
    Left(u32),
    Watched(u32, &'a Value),
}

impl<'a> Scope<'a> {
    /// Where evaluation begins.
    pub const NONE: Scope<'static> = Scope { step: Step::Same, outer: None, tries: 1, memo: None };

    /// The scope of a rule of another resource, reached from one of `resource`. What is remembered is left behind: a
    /// verdict may depend on the resources.
    #[inline]
    pub const fn leave(&'a self, resource: u32) -> Scope<'a> {
        Scope { step: Step::Left(resource), outer: Some(self), tries: 1, memo: None }
    }

    /// Where evaluation begins that remembers verdicts from its start: the same rules run on parts of the value later.
    pub(crate) const fn remembering(memo: &'a Memo) -> Scope<'a> {
        Scope { step: Step::Same, outer: None, tries: 1, memo: Some(memo) }
    }

    /// The same scope, in which verdicts go to `memo`.
    pub(super) const fn with_memo(&'a self, memo: &'a Memo) -> Scope<'a> {
        Scope { step: Step::Same, outer: Some(self), tries: self.tries, memo: Some(memo) }
    }

    /// The scope of a branch of `anyOf` or `oneOf`, one of `branches`.
    #[inline]
    pub(super) fn choice(&'a self, branches: usize) -> Scope<'a> {
        let tries = self.tries.saturating_mul(u16::try_from(branches).unwrap_or(u16::MAX).max(2));
        Scope { step: Step::Same, outer: Some(self), tries, memo: self.memo }
    }

    pub(super) const fn tries(&self) -> u16 {
        self.tries
    }

    pub(super) const fn memo(&self) -> Option<&'a Memo> {
        self.memo
    }

    /// The scope behind a reference that might lead back to itself. [`None`] where it already has, with this value:
    /// going on would never end. Nothing is remembered: a verdict may depend on that.
    pub fn watch(&'a self, reference: u32, value: &'a Value) -> Option<Scope<'a>> {
        let same = |step| matches!(step, Step::Watched(known, place) if known == reference && ptr::eq(place, value));
        let met = self.chain().any(|scope| same(scope.step));
        (!met).then_some(Scope { step: Step::Watched(reference, value), outer: Some(self), tries: 1, memo: None })
    }

    /// What `anchors` knows of the outermost resource that it knows anything of, where the running rule belongs to
    /// `resource` (2020-12 core, section 8.2.3.2).
    pub fn resolve(&self, resource: u32, anchors: impl Fn(u32) -> Option<u32>) -> Option<u32> {
        let left = self.chain().filter_map(|scope| match scope.step {
            Step::Left(resource) => anchors(resource),
            Step::Same | Step::Watched(..) => None,
        });
        left.last().or_else(|| anchors(resource))
    }

    fn chain(&self) -> impl Iterator<Item = &Scope<'_>> {
        std::iter::successors(Some(self), |scope| scope.outer)
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;
    use crate::Value;

    fn anchors(resource: u32) -> Option<u32> {
        [2, 5].contains(&resource).then_some(resource)
    }

    #[test]
    fn the_outermost_resource_with_the_anchor_wins() {
        let rule = |scope: &Scope<'_>, own| scope.resolve(own, anchors);
        assert_eq!(rule(&Scope::NONE, 1), None);
        assert_eq!(rule(&Scope::NONE, 5), Some(5));
        let first = Scope::NONE.leave(1);
        let second = first.leave(2);
        let third = second.leave(3);
        assert_eq!(rule(&third, 5), Some(2));
        assert_eq!(rule(&first, 5), Some(5));
    }

    #[test]
    fn a_reference_is_met_again_only_at_the_same_value() {
        let (here, there) = (Value::Null, Value::Bool(true));
        let once = Scope::NONE.watch(7, &here).expect("not met before");
        let inner = once.leave(1);
        assert!(inner.watch(7, &here).is_none());
        assert!(inner.watch(7, &there).is_some());
        assert!(inner.watch(8, &here).is_some());
    }
}
