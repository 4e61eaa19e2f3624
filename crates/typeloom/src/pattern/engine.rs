//! Patterns at run time.

use super::shape::Shape;
use super::{PatternError, captures, parse, print, read};
use regex_automata::meta;
use std::fmt;
use std::sync::OnceLock;

/// How many steps a pattern may take on one text where it needs backtracking.
pub const STEPS: usize = 1_000_000;

/// How large a compiled pattern may be, in bytes.
const LARGEST: usize = 1 << 24;

/// How many instructions a pattern with lookaround or references may have.
const LONGEST_PROGRAM: usize = 1 << 16;

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
    matcher: OnceLock<Matcher>,
}

enum Matcher {
    Shape(Shape),
    Linear(meta::Regex),
    Backtracking(Box<fancy_regex::Regex>),
    /// It does not compile, which [`check`] would have said.
    Broken,
}

/// A text took more than [`STEPS`] steps.
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
    /// Where a pattern with lookaround or references takes more than [`STEPS`] steps on this text.
    pub fn try_match(&self, text: &str) -> Result<bool, TooManySteps> {
        match self.matcher.get_or_init(|| Matcher::new(self.source, self.translated).unwrap_or(Matcher::Broken)) {
            Matcher::Shape(shape) => Ok(shape.is_match(text)),
            Matcher::Linear(regex) => Ok(regex.is_match(text)),
            Matcher::Backtracking(regex) => regex.is_match(text).map_err(|_| TooManySteps),
            Matcher::Broken => Ok(false),
        }
    }
}

/// Whether the pattern can be used: read, translated and compiled. For the time of generation.
///
/// # Errors
/// As for [`translate`](super::translate), and where the compiled pattern would be too large.
pub fn check(ecma: &str) -> Result<(), PatternError> {
    let node = read(ecma)?;
    captures::check(&node)?;
    if Shape::of(&node).is_some() {
        return Ok(());
    }
    Matcher::compile(&print::print(&node)).map(|_| ())
}

impl Matcher {
    fn new(source: &str, translated: &str) -> Result<Matcher, PatternError> {
        match parse::parse(source).ok().as_ref().and_then(Shape::of) {
            Some(shape) => Ok(Matcher::Shape(shape)),
            None => Matcher::compile(translated),
        }
    }

    fn compile(translated: &str) -> Result<Matcher, PatternError> {
        let config = meta::Config::new()
            .nfa_size_limit(Some(LARGEST))
            .which_captures(regex_automata::nfa::thompson::WhichCaptures::None);
        match meta::Regex::builder().configure(config).build(translated) {
            Ok(regex) => return Ok(Matcher::Linear(regex)),
            Err(error) if error.size_limit().is_some() => return Err(too_large()),
            // What it does not know is for the other engine.
            Err(_) => {}
        }
        let regex = fancy_regex::RegexBuilder::new(translated)
            .backtrack_limit(STEPS)
            .delegate_size_limit(LARGEST)
            .max_prog_size(LONGEST_PROGRAM)
            .build()
            .map_err(|error| match error {
                fancy_regex::Error::CompileError(error) if is_size(&error) => too_large(),
                error => PatternError::unsupported(0, format!("this pattern is not supported: {error}")),
            })?;
        Ok(Matcher::Backtracking(Box::new(regex)))
    }
}

fn is_size(error: &fancy_regex::CompileError) -> bool {
    use fancy_regex::CompileError::{InnerError, PatternTooComplex};
    match error {
        InnerError(error) => error.size_limit().is_some(),
        PatternTooComplex => true,
        // Not our enum: more may come.
        _ => false,
    }
}

fn too_large() -> PatternError {
    PatternError::limit(0, "the pattern is too large when compiled, which large counts make it")
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({})", self.source)
    }
}

impl fmt::Display for TooManySteps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the pattern takes more than {STEPS} steps on this text")
    }
}

impl std::error::Error for TooManySteps {}
