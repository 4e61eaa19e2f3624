//! Matches patterns with references to groups, as ECMA-262 describes it (section 22.2.2): by trying one way after the
//! other. Every step is counted, since there may be exponentially many.

use super::budget;
use super::charset::is_same;
use super::program::{Program, Step};

/// How many times each step of the pattern may be taken at each place of the text without being counted. A text that is
/// no trouble needs a few.
const FREE: usize = 16;

/// Whether the text, or a part of it, matches, and nothing if that takes more steps than there are.
pub(super) fn is_match(program: &Program, text: &str) -> Option<bool> {
    let text: Vec<char> = text.chars().collect();
    let free = (text.len() + 1).saturating_mul(program.steps.len()).saturating_mul(FREE);
    budget::spend(free, |steps| {
        let mut run = Run { program, text: &text, slots: vec![None; program.slots], changes: Vec::new(), steps };
        let verdict = run.anywhere();
        (verdict, if verdict.is_some() { run.steps } else { 0 })
    })
}

struct Run<'a> {
    program: &'a Program,
    text: &'a [char],
    /// Remembered places.
    slots: Vec<Option<usize>>,
    /// What the slots held before, the latest change last.
    changes: Vec<(usize, Option<usize>)>,
    /// How many steps are left.
    steps: usize,
}

/// A way that was not taken.
struct Other {
    step: usize,
    place: usize,
    /// How many changes there were.
    changes: usize,
}

impl Run<'_> {
    fn anywhere(&mut self) -> Option<bool> {
        for place in 0..=self.text.len() {
            if self.from(0, place, false)? {
                return Some(true);
            }
        }
        Some(false)
    }

    /// Whether there is a match from here. If so, the slots keep what it captured. Lookaround calls it again, no deeper
    /// than groups nest.
    fn from(&mut self, mut step: usize, mut place: usize, backwards: bool) -> Option<bool> {
        let before = self.changes.len();
        let mut others: Vec<Other> = Vec::new();
        loop {
            self.steps = self.steps.checked_sub(1)?;
            let next = match self.program.steps.get(step) {
                Some(Step::Done) => return Some(true),
                Some(Step::Split(first, second)) => {
                    others.push(Other { step: *second, place, changes: self.changes.len() });
                    Some((*first, place))
                }
                Some(Step::Jump(target)) => Some((*target, place)),
                Some(Step::Take(set)) => {
                    let set = self.program.sets.get(*set);
                    let fits = self.at(place, backwards).zip(set).is_some_and(|(character, set)| set.has(character));
                    fits.then(|| (step + 1, if backwards { place - 1 } else { place + 1 }))
                }
                Some(Step::Assert(assertion)) => assertion.holds(self.text, place).then_some((step + 1, place)),
                Some(Step::Look(look)) => self.look(*look, place)?.then_some((step + 1, place)),
                Some(Step::Save(slot)) => {
                    self.set(*slot, Some(place));
                    Some((step + 1, place))
                }
                Some(Step::Forget { from, to }) => {
                    (*from..*to).for_each(|slot| self.set(slot, None));
                    Some((step + 1, place))
                }
                Some(Step::Progress(slot)) => (self.slot(*slot) != Some(place)).then_some((step + 1, place)),
                Some(Step::Reference { groups, ignore_case }) => {
                    self.reference(groups, *ignore_case, place, backwards)?.map(|place| (step + 1, place))
                }
                None => None,
            };
            (step, place) = match next {
                Some(next) => next,
                None => match others.pop() {
                    Some(other) => {
                        self.undo(other.changes);
                        (other.step, other.place)
                    }
                    None => {
                        self.undo(before);
                        return Some(false);
                    }
                },
            };
        }
    }

    fn look(&mut self, index: usize, place: usize) -> Option<bool> {
        let Some(look) = self.program.looks.get(index).copied() else { return Some(false) };
        let before = self.changes.len();
        let found = self.from(look.start, place, look.behind)?;
        if look.negated {
            self.undo(before);
        }
        Some(found != look.negated)
    }

    /// Where the captured text ends, or begins, if it stands here. A group without a capture stands everywhere.
    fn reference(&mut self, groups: &[u32], ignore_case: bool, place: usize, backwards: bool) -> Option<Option<usize>> {
        let capture = groups.iter().find_map(|group| {
            let slot = *group as usize * 2;
            self.slot(slot).zip(self.slot(slot + 1))
        });
        let Some(captured) = capture.and_then(|(start, end)| self.text.get(start..end)) else {
            return Some(Some(place));
        };
        self.steps = self.steps.checked_sub(captured.len())?;
        let (start, end) = match backwards {
            true => (place.checked_sub(captured.len()), Some(place)),
            false => (Some(place), place.checked_add(captured.len())),
        };
        let here = start.zip(end).and_then(|(start, end)| self.text.get(start..end));
        let same = here.is_some_and(|here| here.iter().zip(captured).all(|(a, b)| is_same(*a, *b, ignore_case)));
        Some(if backwards { start } else { end }.filter(|_| same))
    }

    fn at(&self, place: usize, backwards: bool) -> Option<char> {
        let index = if backwards { place.checked_sub(1)? } else { place };
        self.text.get(index).copied()
    }

    fn slot(&self, slot: usize) -> Option<usize> {
        self.slots.get(slot).copied().flatten()
    }

    fn set(&mut self, slot: usize, place: Option<usize>) {
        if let Some(known) = self.slots.get_mut(slot) {
            self.changes.push((slot, *known));
            *known = place;
        }
    }

    fn undo(&mut self, changes: usize) {
        while self.changes.len() > changes
            && let Some((slot, place)) = self.changes.pop()
        {
            if let Some(known) = self.slots.get_mut(slot) {
                *known = place;
            }
        }
    }
}
