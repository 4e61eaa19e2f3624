//! Patterns with lookaround or references, as steps for the two engines of this crate.
//!
//! In comes a tree, out comes a list of steps: those of the pattern itself, and those of what stands in each lookaround.
//! Counted repetitions are written out, so the number of steps is bounded.

use super::charset::CharSet;
use super::syntax::Node;

/// A list of steps, which begins at step 0.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) sets: Vec<CharSet>,
    pub(super) looks: Vec<Look>,
    /// How many places a run remembers: two for each group, one for each repetition.
    pub(super) slots: usize,
    /// Which engine it is for.
    pub(super) engine: Engine,
    /// Whether a match can only begin where the text does.
    pub(super) anchored: bool,
}

/// The two engines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Engine {
    /// Without references: all places of a text at once, in linear time (`scan.rs`).
    Scan,
    /// With references (`backtrack.rs`).
    Backtrack,
}

/// One step. Where nothing else is said, the next one follows.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Takes a character of the set with this index.
    Take(usize),
    /// Goes on at the first, and if that fails at the second.
    Split(usize, usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// `^`, `$`, `\b`, which take nothing.
    Assert(Assertion),
    /// The lookaround with this index.
    Look(usize),
    /// Remembers the place.
    Save(usize),
    /// Forgets the places in these slots.
    Forget { from: usize, to: usize },
    /// Fails where nothing was taken since the place was remembered.
    Progress(usize),
    /// Takes what the one group captured that has a capture.
    Reference { groups: Vec<u32>, ignore_case: bool },
    /// It matches.
    Done,
}

/// Something that holds at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Assertion {
    Start { lines: bool },
    End { lines: bool },
    WordBoundary { negated: bool },
}

/// A lookaround.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Its first step.
    pub(super) start: usize,
    pub(super) behind: bool,
    pub(super) negated: bool,
    /// Whether it must hold at the beginning of the text, and nothing asks for it elsewhere: `^(?=..)`.
    pub(super) leading: bool,
}

/// How many steps a program may have.
const LARGEST: usize = 1 << 16;

impl Program {
    /// For the engine that suffices. Nothing, if the counts make the program too large.
    pub(super) fn new(node: &Node) -> Option<Program> {
        match node.any(&|node| matches!(node, Node::BackReference(_))) {
            true => Program::for_engine(node, Engine::Backtrack),
            false => Program::for_engine(node, Engine::Scan),
        }
    }

    pub(super) fn for_engine(node: &Node, engine: Engine) -> Option<Program> {
        let groups = last_group(node);
        let mut compiler = Compiler {
            program: Program {
                steps: Vec::new(),
                sets: Vec::new(),
                looks: Vec::new(),
                slots: (groups as usize).saturating_add(1).saturating_mul(2),
                engine,
                anchored: matches!(first_nodes(node), [Node::Start { lines: false }, ..]),
            },
            bodies: Vec::new(),
            leading: leading_looks(node),
        };
        let body = Mode { backwards: false, ignore_case: false };
        let whole = compiler.node(node, body).and_then(|()| compiler.push(Step::Done));
        // What stands in a lookaround comes behind all that refers to it, and may have lookaround in itself.
        let mut done = whole.is_some();
        while let Some((index, node, mode)) = compiler.bodies.pop() {
            if let Some(look) = compiler.program.looks.get_mut(index) {
                look.start = compiler.program.steps.len();
            }
            done = done && compiler.node(node, mode).and_then(|()| compiler.push(Step::Done)).is_some();
        }
        done.then_some(compiler.program)
    }
}

fn first_nodes(node: &Node) -> &[Node] {
    if let Node::Sequence(nodes) = node { nodes } else { std::slice::from_ref(node) }
}

/// How many lookaheads stand directly behind `^`. They are the first ones of the program.
fn leading_looks(node: &Node) -> usize {
    match first_nodes(node) {
        [Node::Start { lines: false }, rest @ ..] => {
            rest.iter().take_while(|node| matches!(node, Node::Look { behind: false, .. })).count()
        }
        _ => 0,
    }
}

fn last_group(node: &Node) -> u32 {
    let own = match node {
        Node::Group { capture: Some(group), .. } => *group,
        _ => 0,
    };
    node.children().iter().map(last_group).fold(own, u32::max)
}

#[derive(Clone, Copy)]
struct Mode {
    /// Steps run from the end of the text to its beginning.
    backwards: bool,
    ignore_case: bool,
}

struct Compiler<'a> {
    program: Program,
    /// What is left to do: the lookaround, and what stands in it.
    bodies: Vec<(usize, &'a Node, Mode)>,
    leading: usize,
}

impl<'a> Compiler<'a> {
    fn push(&mut self, step: Step) -> Option<()> {
        self.program.steps.push(step);
        (self.program.steps.len() < LARGEST).then_some(())
    }

    fn node(&mut self, node: &'a Node, mode: Mode) -> Option<()> {
        match node {
            Node::Empty => Some(()),
            Node::Char(_) | Node::Class(_) => {
                let set = CharSet::of(node, mode.ignore_case)?;
                self.program.sets.push(set);
                self.push(Step::Take(self.program.sets.len() - 1))
            }
            Node::Start { lines } => self.push(Step::Assert(Assertion::Start { lines: *lines })),
            Node::End { lines } => self.push(Step::Assert(Assertion::End { lines: *lines })),
            Node::WordBoundary { negated } => self.push(Step::Assert(Assertion::WordBoundary { negated: *negated })),
            Node::Group { capture, ignore_case, node } => {
                let mode = Mode { ignore_case: ignore_case.unwrap_or(mode.ignore_case), ..mode };
                self.group(*capture, node, mode)
            }
            Node::Look { behind, negated, node } => {
                let index = self.program.looks.len();
                let leading = index < self.leading;
                // To know all places where something ends, or begins, the scan runs the other way.
                let backwards = match self.program.engine {
                    Engine::Scan => !behind && !leading,
                    Engine::Backtrack => *behind,
                };
                self.program.looks.push(Look { start: 0, behind: *behind, negated: *negated, leading });
                self.bodies.push((index, node, Mode { backwards, ..mode }));
                self.push(Step::Look(index))
            }
            Node::Repeat { node, min, max, lazy } => self.repeat(node, *min, *max, *lazy, mode),
            Node::BackReference(groups) => {
                self.push(Step::Reference { groups: groups.clone(), ignore_case: mode.ignore_case })
            }
            Node::Sequence(nodes) if mode.backwards => nodes.iter().rev().try_for_each(|node| self.node(node, mode)),
            Node::Sequence(nodes) => nodes.iter().try_for_each(|node| self.node(node, mode)),
            Node::Choice(nodes) => self.choice(nodes, mode),
        }
    }

    fn group(&mut self, capture: Option<u32>, node: &'a Node, mode: Mode) -> Option<()> {
        let slot = capture.map(|group| group as usize * 2).filter(|_| self.program.engine == Engine::Backtrack);
        let Some(slot) = slot else { return self.node(node, mode) };
        self.push(Step::Save(slot + usize::from(mode.backwards)))?;
        self.node(node, mode)?;
        self.push(Step::Save(slot + usize::from(!mode.backwards)))
    }

    fn choice(&mut self, nodes: &'a [Node], mode: Mode) -> Option<()> {
        let mut jumps = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let is_last = index + 1 == nodes.len();
            let split = self.program.steps.len();
            if !is_last {
                self.push(Step::Split(split + 1, 0))?;
            }
            self.node(node, mode)?;
            if !is_last {
                jumps.push(self.program.steps.len());
                self.push(Step::Jump(0))?;
                self.patch(split, Step::Split(split + 1, self.program.steps.len()));
            }
        }
        for jump in jumps {
            self.patch(jump, Step::Jump(self.program.steps.len()));
        }
        Some(())
    }

    /// The required rounds one after the other, then the others, each of which may end the repetition.
    fn repeat(&mut self, node: &'a Node, min: u32, max: Option<u32>, lazy: bool, mode: Mode) -> Option<()> {
        for _ in 0..min {
            self.round(node, mode)?;
        }
        let mut splits = Vec::new();
        for _ in 0..max.map_or(1, |max| max.saturating_sub(min)) {
            let split = self.program.steps.len();
            splits.push(split);
            self.push(Step::Split(0, 0))?;
            self.optional_round(node, mode)?;
            if max.is_none() {
                self.push(Step::Jump(split))?;
            }
        }
        let end = self.program.steps.len();
        for split in splits {
            self.patch(split, if lazy { Step::Split(end, split + 1) } else { Step::Split(split + 1, end) });
        }
        Some(())
    }

    /// A round forgets what the groups in it captured before.
    fn round(&mut self, node: &'a Node, mode: Mode) -> Option<()> {
        if self.program.engine == Engine::Backtrack
            && let Some((first, last)) = group_range(node)
        {
            self.push(Step::Forget { from: first as usize * 2, to: last as usize * 2 + 2 })?;
        }
        self.node(node, mode)
    }

    /// A round that is not required must take something. The scan visits each step once at a place anyway.
    fn optional_round(&mut self, node: &'a Node, mode: Mode) -> Option<()> {
        if self.program.engine == Engine::Scan {
            return self.round(node, mode);
        }
        let slot = self.program.slots;
        self.program.slots += 1;
        self.push(Step::Save(slot))?;
        self.round(node, mode)?;
        self.push(Step::Progress(slot))
    }

    fn patch(&mut self, index: usize, step: Step) {
        if let Some(old) = self.program.steps.get_mut(index) {
            *old = step;
        }
    }
}

/// The first and the last group in a node. Groups are numbered in order, so these and all between are in it.
fn group_range(node: &Node) -> Option<(u32, u32)> {
    let own = match node {
        Node::Group { capture: Some(group), .. } => Some((*group, *group)),
        _ => None,
    };
    node.children().iter().filter_map(group_range).chain(own).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

impl Assertion {
    /// Whether it holds before the character at `place`.
    pub(super) fn holds(self, text: &[char], place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|index| text.get(index)).copied();
        let after = text.get(place).copied();
        let is_line_end = |character: Option<char>| {
            character.is_none_or(|character| matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}'))
        };
        let is_word = |character: Option<char>| {
            character.is_some_and(|character| character.is_ascii_alphanumeric() || character == '_')
        };
        match self {
            Assertion::Start { lines } => before.is_none() || lines && is_line_end(before),
            Assertion::End { lines } => after.is_none() || lines && is_line_end(after),
            Assertion::WordBoundary { negated } => (is_word(before) != is_word(after)) != negated,
        }
    }
}
