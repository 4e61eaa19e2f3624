//! The text of a type cell before it is parsed: what is a list of values and no type, which spaces belong to a name, and
//! what stands around an expression.
//!
//! In comes a cell, out come values, text or an expression. It must not know what a name means.

use crate::read::page::inline::Plain;
use crate::read::page::type_expr::parse::{Failure, JOINER, parse};
use crate::read::page::type_expr::{Expr, ExprKind, vocabulary};
use crate::read::page::values;
use crate::spec::EnumValue;

/// The values of a cell that is nothing but a list of them: `` `OPEN`, `SHUT` or `AJAR` ``.
pub(super) fn listed(cell: &Plain) -> Option<Vec<EnumValue>> {
    let mut between = String::new();
    let mut at = 0;
    for code in &cell.codes {
        between.push_str(cell.text.get(at..code.start)?);
        at = code.end;
    }
    between.push_str(cell.text.get(at..)?);
    let joins = |word: &str| matches!(word, "" | "or" | "and");
    let separated = between.contains([',', '|', '/', ';']) || between.split_whitespace().any(|word| word == "or");
    let only_joins =
        separated && between.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/' | ';')).all(joins);
    let value = |code: &std::ops::Range<usize>| EnumValue {
        value: values::bare(&cell.text[code.clone()]),
        span: cell.place(code.clone()),
        name: None,
        description: None,
    };
    (cell.codes.len() > 1 && only_joins).then(|| cell.codes.iter().map(value).collect())
}

/// The text of a cell with the spaces inside of names replaced: in links, and in known phrases.
pub(super) fn joined(cell: &Plain) -> String {
    let mut text = cell.text.clone();
    let mut join = |range: std::ops::Range<usize>| {
        if let Some(words) = text.get(range.clone()).map(|words| words.replace(' ', &JOINER.to_string())) {
            text.replace_range(range, &words);
        }
    };
    for link in &cell.links {
        let words = cell.text.get(link.range.clone()).unwrap_or("");
        if words.contains(' ') && words.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')) {
            join(link.range.clone());
        }
    }
    let lower = cell.text.to_ascii_lowercase();
    for phrase in vocabulary::phrases() {
        if let Some(at) = lower.find(phrase) {
            join(at..at + phrase.len());
        }
    }
    text
}

/// What stands in front of a sentence: `string; separated by commas`.
pub(super) fn parse_beginning<'a>(text: &'a str, failure: &Failure) -> Option<(Expr, &'a str)> {
    let Failure::At(at) = *failure else { return None };
    let rest = text.get(at..)?.trim_start();
    let sentence = rest.strip_prefix([';', ',', '*', '—', '–']).or(rest.strip_prefix("- "))?;
    Some((parse(text.get(..at)?).ok()?, sentence.trim()))
}

/// `` `*str*` ``: emphasis inside of a code span is no emphasis to Markdown.
pub(super) fn parse_dressed(text: &str) -> Option<Expr> {
    let inner = text.strip_prefix('*')?.strip_suffix('*')?;
    let mut expr = parse(inner).ok()?;
    // Places within the expression are off by the asterisk, which no one will miss.
    expr.range = expr.range.start + 1..expr.range.end + 1;
    Some(expr)
}

/// The words of a type cell that may belong to an ecosystem, to find out which one the page is from.
pub(crate) fn words(cell: &Plain) -> Vec<String> {
    fn collect(expr: &Expr, found: &mut Vec<String>) {
        match &expr.kind {
            ExprKind::Word(word) => found.push(word.clone()),
            ExprKind::Apply(head, args) => {
                found.push(head.clone());
                args.iter().for_each(|arg| collect(arg, found));
            }
            ExprKind::List(inner) | ExprKind::Map(inner) | ExprKind::Optional(inner) => collect(inner, found),
            ExprKind::Counted(inner, _, _) => collect(inner, found),
            ExprKind::Nullable(inner) | ExprKind::Question(inner) | ExprKind::Formatted(inner, _) => {
                collect(inner, found);
            }
            ExprKind::Record(members) => members.iter().for_each(|(_, member)| collect(member, found)),
            ExprKind::Union(members) => members.iter().for_each(|member| collect(member, found)),
            ExprKind::Literal(_) => {}
        }
    }
    let mut found = Vec::new();
    if let Ok(expr) = parse(&joined(cell)) {
        collect(&expr, &mut found);
    }
    found
}
