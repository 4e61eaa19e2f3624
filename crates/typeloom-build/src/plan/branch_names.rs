//! What the variants of a union are called: after the title of the branch, the name that it refers to, the value of
//! the tag, a text that only this branch fixes, the kind of its values, the members that it requires; where all else
//! fails, after its place in the list, in words.

use super::branch_keys;
use super::draft::Draft;
use super::identifiers::{self, Case};
use super::links;
use super::names::Owner;
use super::settle::{self, Entry};
use super::unions::{Branches, Candidate, Found};
use super::variants::kind_name;
use crate::diagnostic::{Code, Sink};
use crate::spec::{Field, Keyword, SchemaId};
use std::collections::{BTreeMap, BTreeSet};
use typeloom::{Kind, KindSet, Value};

/// For each branch what it is in the document, and its name.
pub(super) fn of(draft: &Draft<'_>, of: &Branches<'_>, owner: Owner<'_>, sink: &mut Sink) -> Vec<(String, String)> {
    let Owner { title: owner, named: _, locked } = owner;
    let keys = branch_keys::of(draft, of);
    let mut own_texts = own_texts(draft, of);
    let (mut entries, mut others) = (Vec::new(), Vec::new());
    for (position, branch) in of.branches.iter().enumerate() {
        let own_text = own_texts.get_mut(position).and_then(Option::take);
        let mut names = candidates(draft, of, position, branch, own_text);
        names.push(place(branch.index));
        let kept = keys.get(position).and_then(|key| locked.name(key));
        let first = kept.map_or_else(|| identifiers::plain(&names.remove(0), Case::Camel), str::to_owned);
        entries.push(Entry { first, rank: if kept.is_some() { 0 } else { 1 } });
        others.push(names);
    }
    let others = |position: usize| {
        let names = others.get(position).into_iter().flatten();
        names.map(|name| identifiers::plain(name, Case::Camel)).collect()
    };
    let settled = settle::settle(&entries, &BTreeSet::new(), others);
    for (found, branch) in settled.iter().zip(&of.branches) {
        if found.name == identifiers::plain(&place(branch.index), Case::Camel) {
            let at = draft.spec.schema(branch.schema).span;
            sink.report(Code::NameSpelled, at)
                .group("branch")
                .message(format!("a branch of `{owner}` is called `{}`", found.name))
                .label("named by its place: nothing here gives it a name that no other branch has")
                .help("`typeloom names SCHEMAS --write` keeps the name as it is; a `title` here gives a better one");
        }
    }
    keys.into_iter().zip(settled.into_iter().map(|found| found.name)).collect()
}

fn candidates(
    draft: &Draft<'_>,
    of: &Branches<'_>,
    position: usize,
    branch: &Candidate,
    own_text: Option<String>,
) -> Vec<String> {
    let mut names = Vec::new();
    let target = links::follow(draft, branch.schema).target;
    names.extend(draft.types.get(&target).map(|named| named.name.clone()));
    names.extend([branch.schema, target].iter().find_map(|&id| title(draft, id)));
    if let Found::Tag(_, values) = &of.found {
        let own: Vec<&str> =
            values.iter().filter(|(_, index)| *index == position).map(|(value, _)| value.as_str()).collect();
        if own.len() <= 3 {
            names.push(own.join(" or "));
        }
    }
    names.extend(own_text);
    let kind = kind_name(branch.kinds);
    if branch.kinds == KindSet::ARRAY {
        names.push(kind.to_owned());
        names.extend(items(draft, branch).map(|item| format!("{item} list")));
    }
    if branch.kinds == KindSet::OBJECT {
        let required: Vec<&str> = links::members(draft, branch.schema)
            .iter()
            .flat_map(|member| draft.spec.schema(member.schema).required())
            .map(|name| name.value.as_str())
            .collect();
        let shared = of.branches.iter().filter(|other| other.kinds == KindSet::OBJECT).count() > 1;
        if !shared {
            names.push(kind.to_owned());
        }
        if (1..=3).contains(&required.len()) {
            names.push(format!("with {}", required.join(" and ")));
        }
    }
    let alike = of.branches.iter().filter(|other| other.kinds == branch.kinds).count() > 1;
    names.extend(listed(draft, target).filter(|_| alike));
    names.push(kind.to_owned());
    names.retain(|name| name.chars().any(char::is_alphanumeric));
    names
}

/// The values of a branch that lists them, if they are few: `auto or none`.
fn listed(draft: &Draft<'_>, target: SchemaId) -> Option<String> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) => Some(value.to_string()),
        // Names do not begin with a digit.
        Value::Number(number) => Some(format!("{} {number}", kind_name(Kind::of(value).into()))),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    };
    let values = draft.spec.schema(target).keywords.iter().find_map(|keyword| match &keyword.value {
        Keyword::Const(value) => Some(vec![text(value)]),
        Keyword::Enum(values) if values.len() <= 3 => Some(values.iter().map(|value| text(&value.value)).collect()),
        _ => None, // no other keyword lists values
    });
    Some(values?.into_iter().collect::<Option<Vec<_>>>()?.join(" or "))
}

/// For each branch the text that it fixes for a member, and no other branch fixes for it: `code: {const: not_found}`.
/// Not all branches need have one, as they must for a tag.
fn own_texts(draft: &Draft<'_>, of: &Branches<'_>) -> Vec<Option<String>> {
    let texts: Vec<Vec<(String, String)>> = of.branches.iter().map(|branch| texts(draft, branch)).collect();
    let mut branches: BTreeMap<&(String, String), usize> = BTreeMap::new();
    for fixed in texts.iter().flat_map(|texts| texts.iter().collect::<BTreeSet<_>>()) {
        *branches.entry(fixed).or_default() += 1;
    }
    let alone = |fixed: &&(String, String)| branches.get(fixed) == Some(&1);
    texts.iter().map(|texts| texts.iter().find(alone).map(|(_, text)| text.clone())).collect()
}

/// The members for which a branch fixes a text, with that.
fn texts(draft: &Draft<'_>, branch: &Candidate) -> Vec<(String, String)> {
    let members = links::members(draft, branch.schema);
    let fields = members.iter().flat_map(|member| draft.spec.schema(member.schema).fields());
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let fixed = |field: &Field| {
        let keywords = &draft.spec.schema(field.schema).keywords;
        let text = keywords.iter().find_map(|keyword| match &keyword.value {
            Keyword::Const(value) => text(value),
            Keyword::Enum(values) => values.first().filter(|_| values.len() == 1).and_then(|only| text(&only.value)),
            _ => None, // no other keyword fixes a value
        });
        text.map(|text| (field.name.clone(), text))
    };
    fields.filter_map(fixed).collect()
}

/// A title that reads like a name, not like a sentence.
pub(super) fn title<'a>(draft: &Draft<'a>, schema: SchemaId) -> Option<String> {
    let title: &'a str = draft.spec.schema(schema).notes.title.as_deref()?;
    let short = title.split_whitespace().count() <= 4 && title.chars().count() <= 40;
    (short && title.chars().any(char::is_alphabetic)).then(|| title.to_owned())
}

/// What the items of a list are called.
pub(super) fn items(draft: &Draft<'_>, branch: &Candidate) -> Option<String> {
    links::members(draft, branch.schema).iter().find_map(|member| {
        draft.spec.schema(member.schema).keywords.iter().find_map(|keyword| match &keyword.value {
            Keyword::Items(items) => {
                let target = links::follow(draft, *items).target;
                let named = draft.types.get(&target);
                let kinds = draft.kinds.kinds(*items).without(KindSet::NULL);
                Some(named.map_or_else(|| kind_name(kinds).to_owned(), |named| named.name.clone()))
            }
            _ => None, // says nothing of every item
        })
    })
}

/// The place in the list, in words: `first`.
fn place(index: usize) -> String {
    const UNITS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    const DIGITS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    match UNITS.get(index) {
        Some(word) => (*word).to_owned(),
        None => {
            let digits = (index + 1).to_string();
            let words = digits.bytes().map(|digit| DIGITS[usize::from(digit - b'0') % 10]);
            format!("number {}", words.collect::<Vec<_>>().join(" "))
        }
    }
}
