//! Matches patterns with lookaround in linear time.
//!
//! For each lookaround, all places of the text where it holds are found in one pass: for a lookbehind from the beginning,
//! for a lookahead from the end. The pattern itself is then one more pass. A pass keeps the steps that are possible at a
//! place, each once, so it costs at most the number of steps for each character.

use super::program::{Program, Step};

/// Whether the text, or a part of it, matches.
pub(super) fn is_match(program: &Program, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let mut scan = Scan { program, text: &text, looks: vec![Vec::new(); program.looks.len()] };
    // What stands inside of a lookaround has a higher number.
    for (index, look) in program.looks.iter().enumerate().rev() {
        let mut places = scan.pass(look.start, !look.behind, false);
        places.iter_mut().for_each(|holds| *holds ^= look.negated);
        if let Some(known) = scan.looks.get_mut(index) {
            *known = places;
        }
    }
    scan.pass(0, false, true).contains(&true)
}

struct Scan<'a> {
    program: &'a Program,
    text: &'a [char],
    /// For each lookaround whether it holds, by the place.
    looks: Vec<Vec<bool>>,
}

impl Scan<'_> {
    /// By the place, whether a match from `start` that began anywhere ends there; only up to the first if `early`.
    fn pass(&self, start: usize, backwards: bool, early: bool) -> Vec<bool> {
        let mut ends = vec![false; self.text.len() + 1];
        // When each step was last visited, so that nothing needs to be cleared.
        let mut visited = vec![usize::MAX; self.program.steps.len()];
        let mut possible: Vec<usize> = Vec::new();
        let mut takes: Vec<(usize, usize)> = Vec::new();
        for round in 0..=self.text.len() {
            let place = if backwards { self.text.len() - round } else { round };
            possible.push(start);
            while let Some(step) = possible.pop() {
                match visited.get_mut(step) {
                    Some(last) if *last != round => *last = round,
                    Some(_) | None => continue,
                }
                match self.program.steps.get(step) {
                    Some(Step::Take(set)) => takes.push((*set, step + 1)),
                    Some(Step::Split(first, second)) => possible.extend([*second, *first]),
                    Some(Step::Jump(target)) => possible.push(*target),
                    Some(Step::Assert(assertion)) if assertion.holds(self.text, place) => possible.push(step + 1),
                    Some(Step::Look(look)) if self.holds(*look, place) => possible.push(step + 1),
                    Some(Step::Save(_) | Step::Forget { .. } | Step::Progress(_)) => possible.push(step + 1),
                    Some(Step::Done) => {
                        if let Some(end) = ends.get_mut(place) {
                            *end = true;
                        }
                        if early {
                            return ends;
                        }
                    }
                    // Programs with references are not for this engine.
                    Some(Step::Assert(_) | Step::Look(_) | Step::Reference { .. }) | None => {}
                }
            }
            let next = if backwards { place.checked_sub(1) } else { Some(place) };
            let Some(character) = next.and_then(|index| self.text.get(index)) else { break };
            let fits = |set: usize| self.program.sets.get(set).is_some_and(|set| set.has(*character));
            possible.extend(takes.drain(..).filter(|(set, _)| fits(*set)).map(|(_, next)| next));
        }
        ends
    }

    fn holds(&self, look: usize, place: usize) -> bool {
        self.looks.get(look).and_then(|places| places.get(place)).is_some_and(|holds| *holds)
    }
}
