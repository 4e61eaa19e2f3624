//! Rules in words: `MaxLength: 20`, `*Minimum Length*: `3``, `read-only`.
//!
//! The text of a cell goes in, keywords come out. A new spelling is a row of [`RULES`].

use crate::read::draft::Draft;
use crate::read::page::entities;
use crate::read::page::values::uncode;
use crate::source::Span;
use crate::spec::{Keyword, Kind, SchemaId};
use typeloom::Number;

/// A word of a restrictions cell that is no rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Word {
    /// The field must be present.
    Required,
    /// The field may be absent.
    Optional,
    /// Only the server sets it.
    ReadOnly,
    /// The server never sends it.
    WriteOnly,
}

const WORDS: &[(&str, Word)] = &[
    ("required", Word::Required),
    ("required: {}", Word::Required),
    ("optional", Word::Optional),
    ("optional: {}", Word::Optional),
    ("read-only", Word::ReadOnly),
    ("readonly", Word::ReadOnly),
    ("write-only", Word::WriteOnly),
    ("writeonly", Word::WriteOnly),
];

type Build = fn(&str) -> Option<Keyword>;

/// Names of rules in lower case, without emphasis.
const RULES: &[(&str, Build)] = &[
    ("min length", |text| Some(Keyword::MinLength(text.parse().ok()?))),
    ("minlength", |text| Some(Keyword::MinLength(text.parse().ok()?))),
    ("minimum length", |text| Some(Keyword::MinLength(text.parse().ok()?))),
    ("string.min_len", |text| Some(Keyword::MinLength(text.parse().ok()?))),
    ("max length", |text| Some(Keyword::MaxLength(text.parse().ok()?))),
    ("maxlength", |text| Some(Keyword::MaxLength(text.parse().ok()?))),
    ("maximum length", |text| Some(Keyword::MaxLength(text.parse().ok()?))),
    ("string.max_len", |text| Some(Keyword::MaxLength(text.parse().ok()?))),
    ("pattern", |text| Some(Keyword::Pattern(text.to_owned()))),
    ("string.pattern", |text| Some(Keyword::Pattern(text.to_owned()))),
    ("minimum items", |text| Some(Keyword::MinItems(text.parse().ok()?))),
    ("min items", |text| Some(Keyword::MinItems(text.parse().ok()?))),
    ("minitems", |text| Some(Keyword::MinItems(text.parse().ok()?))),
    ("repeated.min_items", |text| Some(Keyword::MinItems(text.parse().ok()?))),
    ("maximum items", |text| Some(Keyword::MaxItems(text.parse().ok()?))),
    ("max items", |text| Some(Keyword::MaxItems(text.parse().ok()?))),
    ("maxitems", |text| Some(Keyword::MaxItems(text.parse().ok()?))),
    ("repeated.max_items", |text| Some(Keyword::MaxItems(text.parse().ok()?))),
    ("unique items", |text| (text == "true").then_some(Keyword::UniqueItems)),
    ("uniqueitems", |text| (text == "true").then_some(Keyword::UniqueItems)),
    ("minimum", |text| Some(Keyword::Minimum(Number::new(text)?))),
    ("maximum", |text| Some(Keyword::Maximum(Number::new(text)?))),
    ("exclusive minimum", |text| Some(Keyword::ExclusiveMinimum(Number::new(text)?))),
    ("exclusiveminimum", |text| Some(Keyword::ExclusiveMinimum(Number::new(text)?))),
    ("exclusive maximum", |text| Some(Keyword::ExclusiveMaximum(Number::new(text)?))),
    ("exclusivemaximum", |text| Some(Keyword::ExclusiveMaximum(Number::new(text)?))),
    ("multiple of", |text| Some(Keyword::MultipleOf(Number::new(text)?))),
    ("multipleof", |text| Some(Keyword::MultipleOf(Number::new(text)?))),
    ("min properties", |text| Some(Keyword::MinProperties(text.parse().ok()?))),
    ("minproperties", |text| Some(Keyword::MinProperties(text.parse().ok()?))),
    ("max properties", |text| Some(Keyword::MaxProperties(text.parse().ok()?))),
    ("maxproperties", |text| Some(Keyword::MaxProperties(text.parse().ok()?))),
    ("format", |text| Some(Keyword::Format(text.to_owned()))),
];

/// The rule called `name` with the value `text`.
pub(crate) fn named(name: &str, text: &str) -> Option<Keyword> {
    let name = name.trim().trim_matches(['*', '_']).to_lowercase();
    let text = unescape(uncode(text.trim()));
    let (_, build) = RULES.iter().find(|(known, _)| *known == name)?;
    if text.is_empty() { None } else { build(&text) }
}

/// The rules of a restrictions cell, one for each line.
pub(crate) fn read(cell: &str) -> Vec<Keyword> {
    lines(cell).iter().filter_map(|line| line.split_once(':')).filter_map(|(name, text)| named(name, text)).collect()
}

/// The words of a restrictions cell that are no rules.
pub(crate) fn words(cell: &str) -> Vec<Word> {
    let lines = lines(cell);
    let known = |line: &String| WORDS.iter().find(|(word, _)| *word == line.to_lowercase()).map(|(_, word)| *word);
    lines.iter().filter_map(known).collect()
}

fn lines(cell: &str) -> Vec<String> {
    let text = entities::prose(cell);
    text.lines().map(|line| unescape(line.trim())).filter(|line| !line.is_empty()).collect()
}

/// What the rules at the end of a description begin with.
pub(crate) const CONSTRAINTS: &str = "**Constraints**:";

/// The rules that end a description: `**Constraints**: *Minimum Length*: `3`, *Pattern*: `^[A-Z]+$``.
pub(crate) fn in_description(cell: &str) -> Vec<Keyword> {
    let Some(at) = cell.rfind(CONSTRAINTS) else { return Vec::new() };
    let text = entities::prose(&cell[at + CONSTRAINTS.len()..]);
    listed(&text).into_iter().flatten().collect()
}

/// Whether `text` is a list of rules all of which are known, so that nothing is lost when they are shown as rules.
pub(crate) fn all_known(text: &str) -> bool {
    let rules = text.strip_prefix(CONSTRAINTS).map(listed).unwrap_or_default();
    !rules.is_empty() && rules.iter().all(Option::is_some)
}

/// The rules of `*Minimum Length*: `3`, *Pattern*: `^[A-Z]+$``.
fn listed(text: &str) -> Vec<Option<Keyword>> {
    let mut rules = Vec::new();
    let mut rest = text;
    while let Some((name, behind)) = rest.split_once("*: `") {
        let Some((value, next)) = behind.split_once('`') else { break };
        let name = name.rsplit('*').next().unwrap_or(name);
        rules.push(named(name, &format!("`{value}`")));
        rest = next;
    }
    rules
}

/// Adds rules to a schema. Where it is a list, rules for text are those of its items.
pub(crate) fn apply(rules: Vec<Keyword>, schema: SchemaId, span: Span, draft: &mut Draft) {
    let kinds = draft.get(schema).kinds();
    let items = draft.get(schema).keywords.iter().find_map(|keyword| match keyword.value {
        Keyword::Items(items) => Some(items),
        _ => None, // only lists have items
    });
    for rule in rules {
        let of_text = matches!(rule, Keyword::MinLength(_) | Keyword::MaxLength(_) | Keyword::Pattern(_));
        let target = match items {
            Some(items) if of_text && kinds.is_some_and(|kinds| kinds.has(Kind::Array)) => items,
            Some(_) | None => schema,
        };
        draft.rule(target, span, rule);
    }
}

/// Undoes `\{`, `\}` and `\_`, which some generators write in cells; what regular expressions mean by a backslash stays.
fn unescape(text: &str) -> String {
    text.replace("\\{", "{").replace("\\}", "}").replace("\\_", "_")
}

#[cfg(test)]
mod tests {
    use crate::read::page::restrictions::{Word, in_description, read, words};
    use crate::spec::Keyword;

    #[test]
    fn rules_stand_in_lines() {
        assert_eq!(
            read(r"MaxLength: 253 <br />Pattern: `^\d\{4\}-(a\|b)$` <br />Required: \{\} <br />"),
            [Keyword::MaxLength(253), Keyword::Pattern(r"^\d{4}-(a|b)$".to_owned())]
        );
        assert_eq!(words(r"MaxLength: 253 <br />Required: \{\} <br />"), [Word::Required]);
        assert_eq!(words("read-only"), [Word::ReadOnly]);
        assert_eq!(read("none"), []);
    }

    #[test]
    fn rules_may_end_a_description() {
        assert_eq!(
            in_description(r"Text.<br>**Constraints**: *Minimum Length*: `3`, *Pattern*: `^(a,b\|c)$`"),
            [Keyword::MinLength(3), Keyword::Pattern("^(a,b|c)$".to_owned())]
        );
    }
}
