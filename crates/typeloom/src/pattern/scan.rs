//! Matches patterns with lookaround in linear time.
//!
//! For each lookaround, all places of the text where it holds are found in one pass: for a lookbehind from the beginning,
//! for a lookahead from the end. The pattern itself is then one more pass. A pass keeps the steps that are possible at a
//! place, each once, so it costs at most the number of steps for each character.

use super::program::{Program, Step};

/// Whether the text, or a part of it, matches.
pub(super) fn is_match(program: &Program, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let mut scan = Scan {
        program,
        text: &text,
        looks: vec![Vec::new(); program.looks.len()],
        visited: vec![0; program.steps.len()],
        round: 0,
        possible: Vec::new(),
        takes: Vec::new(),
    };
    // What stands inside of a lookaround has a higher number.
    for (index, look) in program.looks.iter().enumerate().rev() {
        let mut places = Vec::new();
        if look.leading {
            let holds = scan.pass(look.start, false, true, None) != look.negated;
            if !holds {
                return false;
            }
            places.push(holds);
        } else {
            places.resize(text.len() + 1, false);
            scan.pass(look.start, !look.behind, false, Some(&mut places));
            places.iter_mut().for_each(|holds| *holds ^= look.negated);
        }
        if let Some(known) = scan.looks.get_mut(index) {
            *known = places;
        }
    }
    scan.pass(0, false, program.anchored, None)
}

struct Scan<'a> {
    program: &'a Program,
    text: &'a [char],
    /// For each lookaround whether it holds, by the place.
    looks: Vec<Vec<bool>>,
    /// In which round each step was last visited, so that nothing needs to be cleared.
    visited: Vec<usize>,
    round: usize,
    /// The steps to visit at a place.
    possible: Vec<usize>,
    /// Those found there that take a character: the set, and the step behind.
    takes: Vec<(usize, usize)>,
}

impl Scan<'_> {
    /// Whether there is a match from the step `start`, which begins anywhere, or only where the pass does if `anchored`.
    /// Stops at the first end of one, or notes all of them by their place.
    fn pass(&mut self, start: usize, backwards: bool, anchored: bool, mut ends: Option<&mut [bool]>) -> bool {
        let mut found = false;
        self.possible.clear();
        self.takes.clear();
        for done in 0..=self.text.len() {
            let place = if backwards { self.text.len() - done } else { done };
            if done == 0 || !anchored {
                self.possible.push(start);
            } else if self.possible.is_empty() {
                break;
            }
            if self.visit(place) {
                found = true;
                match ends.as_deref_mut() {
                    None => break,
                    Some(ends) => ends.iter_mut().skip(place).take(1).for_each(|end| *end = true),
                }
            }
            let next = if backwards { place.checked_sub(1) } else { Some(place) };
            let Some(character) = next.and_then(|index| self.text.get(index)) else { break };
            let fits = |set: usize| self.program.sets.get(set).is_some_and(|set| set.has(*character));
            self.possible.extend(self.takes.drain(..).filter(|(set, _)| fits(*set)).map(|(_, next)| next));
        }
        found
    }

    /// Follows all possible steps at a place up to those that take a character. Whether one was the last.
    fn visit(&mut self, place: usize) -> bool {
        self.round += 1;
        let mut found = false;
        while let Some(step) = self.possible.pop() {
            match self.visited.get_mut(step) {
                Some(round) if *round != self.round => *round = self.round,
                Some(_) | None => continue,
            }
            match self.program.steps.get(step) {
                Some(Step::Take(set)) => self.takes.push((*set, step + 1)),
                Some(Step::Split(first, second)) => self.possible.extend([*second, *first]),
                Some(Step::Jump(target)) => self.possible.push(*target),
                Some(Step::Assert(assertion)) if assertion.holds(self.text, place) => self.possible.push(step + 1),
                Some(Step::Look(look)) if self.holds(*look, place) => self.possible.push(step + 1),
                Some(Step::Save(_) | Step::Forget { .. } | Step::Progress(_)) => self.possible.push(step + 1),
                Some(Step::Done) => found = true,
                // Programs with references are not for this engine.
                Some(Step::Assert(_) | Step::Look(_) | Step::Reference { .. }) | None => {}
            }
        }
        found
    }

    fn holds(&self, look: usize, place: usize) -> bool {
        self.looks.get(look).and_then(|places| places.get(place)).is_some_and(|holds| *holds)
    }
}
