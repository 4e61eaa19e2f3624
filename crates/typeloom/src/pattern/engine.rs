//! Patterns at run time.

use super::budget::STEPS;
use super::program::{Engine, Program, Step};
use super::shape::Shape;
use super::{PatternError, backtrack, parse, print, read, scan};
use regex_automata::meta;
use regex_automata::nfa::thompson::WhichCaptures;
use std::fmt;
use std::sync::OnceLock;

/// How large a compiled pattern may be, in bytes.
const LARGEST: usize = 1 << 24;

/// A pattern, compiled when it is first used. Generated code has one in a `static` for each distinct pattern.
///
/// # Example
/// ```
/// use typeloom::pattern::Pattern;
/// static ID: Pattern = Pattern::new("^user_\\w+$", "^user_[0-9A-Z_a-z]+$");
/// assert!(ID.is_match("user_01H"));
/// assert!(!ID.is_match("user_01H\n"));
/// ```
pub struct Pattern {
    source: &'static str,
    translated: &'static str,
    matcher: OnceLock<Option<Matcher>>,
}

enum Matcher {
    Shape(Shape),
    Regex(meta::Regex),
    Program(Program),
}

/// A text took more steps than were left of [`STEPS`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooManySteps;

impl Pattern {
    /// A pattern as it is written, and what [`translate`](super::translate) made of it.
    pub const fn new(source: &'static str, translated: &'static str) -> Pattern {
        Pattern { source, translated, matcher: OnceLock::new() }
    }

    /// The pattern as it is written in the document.
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the text, or a part of it, matches.
    ///
    /// A text that takes too many steps does not: where a pattern is asserted, what cannot be shown to match is refused,
    /// so a hostile text is turned away rather than let in. Use [`Pattern::try_match`] where that matters.
    pub fn is_match(&self, text: &str) -> bool {
        self.try_match(text).unwrap_or(false)
    }

    /// Whether the text, or a part of it, matches.
    ///
    /// # Errors
    /// Where a pattern with references to groups takes more than [`STEPS`] steps on this text, or on all the texts of the
    /// validation that calls this.
    pub fn try_match(&self, text: &str) -> Result<bool, TooManySteps> {
        let matcher = self.matcher.get_or_init(|| Matcher::new(self.source, self.translated).ok());
        match matcher {
            Some(matcher) => matcher.is_match(text).ok_or(TooManySteps),
            // It cannot be used, as `check` would have said.
            None => Ok(false),
        }
    }
}

/// A pattern that is compiled now and not kept in a `static`: for the time of generation.
pub struct Compiled(Matcher);

impl Compiled {
    /// A pattern as a document writes it; [`None`] where it cannot be used, as [`check`] says.
    pub fn new(ecma: &str) -> Option<Compiled> {
        let node = read(ecma).ok()?;
        Matcher::new(ecma, &print::print(&node).unwrap_or_default()).ok().map(Compiled)
    }

    /// Whether the text, or a part of it, matches; [`None`] where that takes too many [`STEPS`].
    pub fn is_match(&self, text: &str) -> Option<bool> {
        self.0.is_match(text)
    }

    /// How large it is, in bytes, about. The same for the same pattern.
    pub fn size(&self) -> usize {
        match &self.0 {
            Matcher::Shape(_) => size_of::<Shape>(),
            Matcher::Regex(regex) => regex.memory_usage(),
            Matcher::Program(program) => program.steps.len() * size_of::<Step>(),
        }
    }

    /// How many steps one text of so many bytes may take, about and at most.
    pub fn cost(&self, length: usize) -> u64 {
        let each = |of: usize| (length as u64).saturating_mul(1 + of as u64);
        match &self.0 {
            Matcher::Shape(_) => each(0),
            // Of its automaton only the states that a text leads to are asked.
            Matcher::Regex(_) => each(self.size() / 4096),
            Matcher::Program(program) => match program.engine {
                Engine::Scan => each(program.steps.len()),
                // A step may compare all that a group took.
                Engine::Backtrack => 8 * STEPS as u64,
            },
        }
    }
}

/// Whether the pattern can be used: read, translated and compiled. For the time of generation.
///
/// # Errors
/// As for [`translate`](super::translate), and where the compiled pattern would be too large.
pub fn check(ecma: &str) -> Result<(), PatternError> {
    let node = read(ecma)?;
    Matcher::new(ecma, &print::print(&node).unwrap_or_default()).map(|_| ())
}

impl Matcher {
    /// Whether the text matches; [`None`] where that takes too many steps.
    fn is_match(&self, text: &str) -> Option<bool> {
        match self {
            Matcher::Shape(shape) => Some(shape.is_match(text)),
            Matcher::Regex(regex) => Some(regex.is_match(text)),
            Matcher::Program(program) => match program.engine {
                Engine::Scan => Some(scan::is_match(program, text)),
                Engine::Backtrack => backtrack::is_match(program, text),
            },
        }
    }

    fn new(source: &str, translated: &str) -> Result<Matcher, PatternError> {
        let node = parse::parse(source)?;
        if let Some(shape) = Shape::of(&node) {
            return Ok(Matcher::Shape(shape));
        }
        if node.needs_own_engine() {
            return Program::new(&node).map(Matcher::Program).ok_or_else(|| too_large(source));
        }
        let config = meta::Config::new().nfa_size_limit(Some(LARGEST)).which_captures(WhichCaptures::None);
        meta::Regex::builder().configure(config).build(translated).map(Matcher::Regex).map_err(|error| {
            match error.size_limit() {
                Some(_) => too_large(source),
                None => PatternError::unsupported(0, format!("the engine does not take this pattern: {error}")),
            }
        })
    }
}

/// The error at the largest count.
fn too_large(source: &str) -> PatternError {
    let count = |at: usize| {
        let text = source.get(at + 1..)?;
        let (min, max) = text.split_once('}')?.0.split_once(',').unwrap_or((text.split_once('}')?.0, ""));
        Some(min.parse::<u64>().ok()?.max(max.parse().unwrap_or(0)))
    };
    let counts = source.match_indices('{').filter_map(|(at, _)| count(at).map(|count| (count, at)));
    let offset = counts.max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at))).map_or(0, |(_, at)| at);
    PatternError::limit(offset, "the pattern is too large when compiled, which large counts make it")
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({})", self.source)
    }
}

impl fmt::Display for TooManySteps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the pattern takes more steps on this text than are left of {STEPS}")
    }
}

impl std::error::Error for TooManySteps {}
