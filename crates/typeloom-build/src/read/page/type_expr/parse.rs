//! The grammar of type expressions.
//!
//! ```text
//! expr    = prefixed { ("|" | "¦" | " or ") prefixed }
//! prefixed = { prefix } primary { suffix }
//! prefix  = "?" | "*" | "&" | "[]" | "Pointer to" | "array of" | "repeated" | "nullable" | ..
//! primary = literal | "[" expr { "," expr } "]" | "(" expr ")" | "{" "[" word ":" expr "]" ":" expr "}" | path [ args ] | "map[" expr "]" prefixed
//! args    = "[" list "]" | "<" list ">" | "{" list "}" | "(" list ")"
//! suffix  = "[]" | "[1-*]" | "?" | " *" | "array" | "collection" | "object" | ..
//! ```
//!
//! Plain text goes in (emphasis and links are gone), an [`Expr`] comes out, or the place that could not be read.

use crate::read::page::type_expr::{Expr, ExprKind, Literal};
use winnow::combinator::{alt, delimited, opt, preceded, repeat, separated, terminated};
use winnow::error::{ContextError, ErrMode};
use winnow::stream::{LocatingSlice, Location, Stateful, Stream};
use winnow::token::{any, one_of, take_till, take_while};
use winnow::{ModalResult, Parser};

/// How deep expressions may nest.
const DEPTH: usize = 32;

/// Stands for a space inside of a name of several words: `[guild feature](..)`. As long as a space, so that places stay.
pub(crate) const JOINER: char = '\u{1f}';

/// Why an expression could not be read.
#[derive(Debug, PartialEq)]
pub(crate) enum Failure {
    /// It stops making sense at this byte.
    At(usize),
    /// It nests deeper than [`DEPTH`].
    TooDeep,
}

/// What the parser carries along.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    depth: usize,
    too_deep: bool,
}

type Input<'i> = Stateful<LocatingSlice<&'i str>, State>;

/// Words in front of a type, and what they make of it. Longer ones first.
const PREFIXES: &[(&str, Wrap)] = &[
    ("pointer to", Wrap::Optional),
    ("array of", Wrap::List),
    ("arrays of", Wrap::List),
    ("list of", Wrap::List),
    ("set of", Wrap::List),
    ("collection of", Wrap::List),
    ("map of", Wrap::Map),
    ("nullable", Wrap::Nullable),
    ("optional", Wrap::Optional),
    ("repeated", Wrap::List),
    ("@valid", Wrap::Nothing),
    ("partial", Wrap::Nothing),
    ("enum of", Wrap::Nothing),
    ("one of", Wrap::Nothing),
    ("an", Wrap::Nothing),
    ("a", Wrap::Nothing),
];

/// Words behind a type, and what they make of it.
const SUFFIXES: &[(&str, Wrap)] = &[
    ("array", Wrap::List),
    ("collection", Wrap::List),
    ("list", Wrap::List),
    ("objects", Wrap::Nothing),
    ("object", Wrap::Nothing),
    ("resources", Wrap::Nothing),
    ("resource", Wrap::Nothing),
    ("values", Wrap::Nothing),
    ("value", Wrap::Nothing),
    ("enum", Wrap::Nothing),
    ("strings", Wrap::Text),
    ("string", Wrap::Text),
    ("integers", Wrap::Integer),
];

#[derive(Clone, Copy, PartialEq, Debug)]
enum Wrap {
    List,
    Map,
    Optional,
    Nullable,
    Question,
    Nothing,
    /// Whatever it is called, it is text: `array of color strings`.
    Text,
    Integer,
}

/// Reads a type expression. All of `text` must be one.
pub(crate) fn parse(text: &str) -> Result<Expr, Failure> {
    let mut input = Stateful { input: LocatingSlice::new(text), state: State::default() };
    let result = expr(&mut input);
    if input.state.too_deep {
        return Err(Failure::TooDeep);
    }
    blank(&mut input);
    let at = input.current_token_start();
    match result {
        Ok(expr) if at == text.len() => Ok(expr),
        Ok(_) | Err(_) => Err(Failure::At(at.min(text.len()))),
    }
}

fn expr(input: &mut Input<'_>) -> ModalResult<Expr> {
    deeper(input, union)
}

/// Runs one level deeper; at the bottom everything is given up.
fn deeper(input: &mut Input<'_>, inner: fn(&mut Input<'_>) -> ModalResult<Expr>) -> ModalResult<Expr> {
    if input.state.depth >= DEPTH {
        input.state.too_deep = true;
        return Err(ErrMode::Cut(ContextError::new()));
    }
    input.state.depth += 1;
    let result = inner(input);
    input.state.depth -= 1;
    result
}

fn union(input: &mut Input<'_>) -> ModalResult<Expr> {
    blank(input);
    opt(one_of(['|', '¦'])).parse_next(input)?;
    let first = prefixed(input)?;
    let more: Vec<Expr> = repeat(0.., preceded(bar, prefixed)).parse_next(input)?;
    if more.is_empty() {
        return Ok(first);
    }
    let range = first.range.start..more.last().map_or(first.range.end, |last| last.range.end);
    let mut members = vec![first];
    members.extend(more);
    Ok(Expr { kind: ExprKind::Union(members), range })
}

fn bar(input: &mut Input<'_>) -> ModalResult<()> {
    blank(input);
    alt((one_of(['|', '¦']).void(), (opt((',', space)), "or ").void(), (',', space, literal_ahead).void()))
        .parse_next(input)?;
    blank(input);
    Ok(())
}

/// `"a", "b"`: a comma joins values, not types.
fn literal_ahead(input: &mut Input<'_>) -> ModalResult<()> {
    winnow::combinator::peek(one_of(['"', '\''])).void().parse_next(input)
}

fn prefixed(input: &mut Input<'_>) -> ModalResult<Expr> {
    blank(input);
    let start = input.current_token_start();
    let mut wraps = Vec::new();
    while let Some(wrap) = opt(prefix).parse_next(input)? {
        if wraps.len() >= DEPTH {
            input.state.too_deep = true;
            return Err(ErrMode::Cut(ContextError::new()));
        }
        wraps.push(wrap);
        blank(input);
    }
    let mut expr = primary(input)?;
    for _ in 0..DEPTH {
        let Some(kind) = opt(suffix).parse_next(input)? else { break };
        let range = expr.range.start..input.previous_token_end();
        expr = match kind {
            Suffix::Wrap(wrap) => apply(wrap, expr, range),
            Suffix::Count(least, most) => Expr { kind: ExprKind::Counted(Box::new(expr), least, most), range },
            Suffix::Format(format) => Expr { kind: ExprKind::Formatted(Box::new(expr), format), range },
        };
    }
    while let Some(wrap) = wraps.pop() {
        let range = start..expr.range.end;
        expr = apply(wrap, expr, range);
    }
    Ok(expr)
}

fn apply(wrap: Wrap, expr: Expr, range: std::ops::Range<usize>) -> Expr {
    let boxed = Box::new(expr);
    let kind = match wrap {
        Wrap::List => ExprKind::List(boxed),
        Wrap::Map => ExprKind::Map(boxed),
        Wrap::Optional => ExprKind::Optional(boxed),
        Wrap::Nullable => ExprKind::Nullable(boxed),
        Wrap::Question => ExprKind::Question(boxed),
        Wrap::Nothing => return *boxed,
        Wrap::Text => ExprKind::Word("string".to_owned()),
        Wrap::Integer => ExprKind::Word("integer".to_owned()),
    };
    Expr { kind, range }
}

fn prefix(input: &mut Input<'_>) -> ModalResult<Wrap> {
    alt((
        "[]".value(Wrap::List),
        "?".value(Wrap::Question),
        one_of(['*', '&']).value(Wrap::Optional),
        spelled(PREFIXES),
    ))
    .parse_next(input)
}

/// One of these words, with a space behind it and something behind that.
fn spelled<'i>(words: &'static [(&'static str, Wrap)]) -> impl FnMut(&mut Input<'i>) -> ModalResult<Wrap> {
    move |input| {
        let rest: &str = input.input.as_ref();
        for (word, wrap) in words {
            let Some(head) = rest.get(..word.len()) else { continue };
            let behind = &rest[word.len()..];
            if head.eq_ignore_ascii_case(word) && behind.starts_with(' ') && !stands_alone(behind) {
                input.next_slice(word.len());
                return Ok(*wrap);
            }
        }
        Err(ErrMode::Backtrack(ContextError::new()))
    }
}

/// Whether what follows a word cannot be the type that the word introduces: `array or null`, `optional | x`.
fn stands_alone(behind: &str) -> bool {
    let next = behind.trim_start();
    next.is_empty() || next.starts_with(['|', '¦', ',', ')', ']', '>', '(']) || next.starts_with("or ")
}

fn primary(input: &mut Input<'_>) -> ModalResult<Expr> {
    let start = input.current_token_start();
    let kind = alt((
        literal.map(ExprKind::Literal),
        index_signature.map(|value| ExprKind::Map(Box::new(value))),
        record.map(ExprKind::Record),
        // `[  ]`: a list of what the page does not say.
        ('[', space, ']').map(|_| ExprKind::Word("array".to_owned())),
        // JavaScript's kits: `{String: Pet}`.
        delimited('{', pair, (space, '}')).map(|value| ExprKind::Map(Box::new(value))),
        delimited('[', pair, (space, ']')).map(|value| ExprKind::Map(Box::new(value))),
        delimited('[', list, (space, ']')).map(one_or_union).map(|item| match item.kind {
            // `["string", "null"]` lists types, `[Pet]` is a list of pets.
            ExprKind::Literal(_) => item.kind,
            ExprKind::Union(members) if members.iter().all(is_literal) => ExprKind::Union(members),
            _ => ExprKind::List(Box::new(item)),
        }),
        delimited('(', expr, (space, ')')).map(|inner| inner.kind),
        named,
    ))
    .parse_next(input)?;
    Ok(Expr { kind, range: start..input.previous_token_end() })
}

fn is_literal(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Literal(_))
}

fn one_or_union(mut items: Vec<Expr>) -> Expr {
    match items.len() {
        1 => items.remove(0),
        _ => {
            let range =
                items.first().map_or(0, |first| first.range.start)..items.last().map_or(0, |last| last.range.end);
            Expr { kind: ExprKind::Union(items), range }
        }
    }
}

fn list(input: &mut Input<'_>) -> ModalResult<Vec<Expr>> {
    separated(1.., expr, (space, ',')).parse_next(input)
}

/// `{ "kind": string, "count": integer }`
fn record(input: &mut Input<'_>) -> ModalResult<Vec<(String, Expr)>> {
    let name = || delimited('"', take_till(1.., ['"', '\n']), '"').map(|name: &str| name.to_owned());
    // A comma joins members here, and no values.
    let value = |input: &mut Input<'_>| deeper(input, prefixed);
    let member = (preceded(space, name()), preceded((space, ':'), value));
    delimited('{', separated(1.., member, (space, ',')), (space, '}')).parse_next(input)
}

/// `String: Pet`, in the brackets of Swift and JavaScript.
fn pair(input: &mut Input<'_>) -> ModalResult<Expr> {
    preceded((space, word, space, ':'), expr).parse_next(input)
}

/// `{ [key: string]: Pet; }`
fn index_signature(input: &mut Input<'_>) -> ModalResult<Expr> {
    ('{', space, '[', take_till(1.., [':', ']', '\n']), ':', expr, space, ']', space, ':').void().parse_next(input)?;
    terminated(expr, (space, opt(';'), space, '}')).parse_next(input)
}

fn literal(input: &mut Input<'_>) -> ModalResult<Literal> {
    alt((
        delimited('"', take_till(0.., ['"', '\n']), '"').map(|text: &str| Literal::String(text.to_owned())),
        delimited('\'', take_till(0.., ['\'', '\n']), '\'').map(|text: &str| Literal::String(text.to_owned())),
        (
            opt('-'),
            take_while(1.., |c: char| c.is_ascii_digit()),
            opt(('.', take_while(1.., |c: char| c.is_ascii_digit()))),
        )
            .take()
            .map(|text: &str| Literal::Number(text.to_owned())),
    ))
    .parse_next(input)
}

/// A word with its namespace, and its arguments if it has some.
fn named(input: &mut Input<'_>) -> ModalResult<ExprKind> {
    let start = input.current_token_start();
    let text = path.take().parse_next(input)?;
    // Ruby constructs its types: `Crystalline::Nilable.new(::String)`.
    let text = text.strip_suffix(".new").unwrap_or(text).to_owned();
    let capitals = text.chars().all(|c| c.is_uppercase() || c == '_');
    let args = opt(alt((
        delimited('[', list, (space, ']')),
        delimited((opt("::"), '<'), list, (space, '>')),
        delimited('{', list, (space, '}')),
        delimited('(', list, (space, ')')).verify(|args: &Vec<Expr>| !is_format(args)),
        // Eiffel: `LIST [PET]`.
        delimited(" [", list, (space, ']')).verify(move |_: &Vec<Expr>| capitals),
    )))
    .parse_next(input)?;
    let Some(mut args) = args else { return Ok(ExprKind::Word(text)) };
    // `number[3]`
    if let [Expr { kind: ExprKind::Literal(Literal::Number(count)), range }] = args.as_slice()
        && let Ok(count) = count.parse()
    {
        let end = range.start.saturating_sub(1);
        let word = Expr { kind: ExprKind::Word(text), range: start..end };
        return Ok(ExprKind::Counted(Box::new(word), count, Some(count)));
    }
    // Go writes the value of a map behind the brackets.
    if text == "map"
        && args.len() == 1
        && let Some(value) = opt(|input: &mut Input<'_>| deeper(input, prefixed)).parse_next(input)?
    {
        args.push(value);
    }
    Ok(ExprKind::Apply(text, args))
}

/// `string(date-time)`: the brackets hold a format or a name, not arguments. Arguments of that shape are `dict(str, x)`
/// and what Ruby writes with `::`.
fn is_format(args: &[Expr]) -> bool {
    match args {
        [only] => match &only.kind {
            ExprKind::Word(word) => !word.contains("::"),
            ExprKind::Apply(..) | ExprKind::List(_) | ExprKind::Counted(..) | ExprKind::Map(_) => false,
            ExprKind::Optional(_) | ExprKind::Nullable(_) | ExprKind::Question(_) | ExprKind::Record(_) => false,
            ExprKind::Union(_) | ExprKind::Literal(_) | ExprKind::Formatted(..) => true,
        },
        _ => false,
    }
}

fn path(input: &mut Input<'_>) -> ModalResult<()> {
    let separator = || alt(("::", ".", "\\", "/")).void();
    // C's kits tell a map from a list by the space before the asterisk.
    let of_c = alt(("list_t*", "binary_t*")).void();
    let plain = (opt(alt(("::", "\\"))), word, repeat::<_, _, (), _, _>(0.., (separator(), word)), opt("{}")).void();
    alt((of_c, plain)).parse_next(input)
}

fn word(input: &mut Input<'_>) -> ModalResult<()> {
    let starts = |c: char| c.is_alphabetic() || matches!(c, '_' | '$' | '@');
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '#' | JOINER);
    (
        any.verify(move |&c: &char| starts(c)),
        take_while(0.., goes_on),
        repeat::<_, _, (), _, _>(0.., ('-', take_while(1.., goes_on))),
    )
        .void()
        .parse_next(input)
}

#[derive(Clone)]
enum Suffix {
    Wrap(Wrap),
    Count(u64, Option<u64>),
    Format(String),
}

fn suffix(input: &mut Input<'_>) -> ModalResult<Suffix> {
    alt((
        "[]".value(Suffix::Wrap(Wrap::List)),
        // A count makes a list: `string [1-*]`.
        delimited((space, '['), take_while(0.., |c: char| c.is_ascii_digit() || matches!(c, '-' | '*' | '.')), ']')
            .map(count),
        "?".value(Suffix::Wrap(Wrap::Optional)),
        // C and Objective-C write pointers so: `char *`, `NSArray<NSString*>*`.
        (
            space,
            take_while(1.., '*'),
            winnow::combinator::peek(alt((winnow::combinator::eof.void(), one_of(['>', ',']).void()))),
        )
            .value(Suffix::Wrap(Wrap::Nothing)),
        delimited((space, '('), take_till(1.., ['(', ')', '\n']), ')')
            .map(|text: &str| Suffix::Format(text.trim().to_owned())),
        preceded(spaces, ended(SUFFIXES)).map(Suffix::Wrap),
    ))
    .parse_next(input)
}

/// `1-*`, `2..4`, `3`. Anything else says nothing but that there may be several.
fn count(text: &str) -> Suffix {
    let (least, most) = text.split_once('-').or(text.split_once("..")).unwrap_or((text, text));
    match (least.parse(), most.parse()) {
        (Ok(least), Ok(most)) => Suffix::Count(least, Some(most)),
        (Ok(least), Err(_)) if most == "*" => Suffix::Count(least, None),
        (Ok(_) | Err(_), Ok(_) | Err(_)) => Suffix::Wrap(Wrap::List),
    }
}

/// One of these words, with nothing of a word behind it.
fn ended<'i>(words: &'static [(&'static str, Wrap)]) -> impl FnMut(&mut Input<'i>) -> ModalResult<Wrap> {
    move |input| {
        let rest: &str = input.input.as_ref();
        for (word, wrap) in words {
            let behind = rest.get(word.len()..).and_then(|rest| rest.chars().next());
            let over = !behind.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | '<'));
            if over && rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)) {
                input.next_slice(word.len());
                return Ok(*wrap);
            }
        }
        Err(ErrMode::Backtrack(ContextError::new()))
    }
}

fn space(input: &mut Input<'_>) -> ModalResult<()> {
    blank(input);
    Ok(())
}

fn spaces(input: &mut Input<'_>) -> ModalResult<()> {
    take_while(1.., char::is_whitespace).void().parse_next(input)
}

fn blank(input: &mut Input<'_>) {
    let rest: &str = input.input.as_ref();
    let length = rest.len() - rest.trim_start().len();
    input.next_slice(length);
}

#[cfg(test)]
mod tests;
