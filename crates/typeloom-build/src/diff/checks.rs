//! Rules: whether they became tighter or looser.
//!
//! Checks on typed values and the assertions of rules by value are the same facts, so both become a flat list of
//! [`Fact`]s first. What the Rust type says (JSON kinds, members, listed strings) is left out: its changes are told as
//! changes of the type.

use super::changes::{Change, Effect, Kind};
use super::pairs::Pairs;
use super::rule_text;
use super::rules::{self, Prints};
use super::slots::Place;
use super::verdict::Verdict;
use crate::model::{Assertion, Check, Module, RuleId, Shape};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use typeloom::Value;

/// One thing that a position asserts.
#[derive(Clone, Copy)]
pub(super) enum Fact<'a> {
    Check(&'a Check),
    Assertion(&'a Assertion),
}

/// Which assertions the Rust type makes by itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Carried<'a> {
    /// `properties` without `patternProperties`.
    pub object: bool,
    /// `required` of these members.
    pub members: &'a [&'a str],
    /// `enum` and `const` of strings.
    pub strings: bool,
    /// `anyOf`, `oneOf`.
    pub branches: bool,
    /// `items` of a list without a prefix.
    pub items: bool,
    /// The JSON kinds.
    pub kinds: bool,
}

impl Carried<'_> {
    /// What a type without a name asserts.
    pub fn by(shape: &Shape) -> Carried<'static> {
        Carried { kinds: !matches!(shape, Shape::Value), items: matches!(shape, Shape::List(_)), ..Carried::default() }
    }
}

/// Compares the checks of two positions of the same type, which asserts what is `carried`.
pub(super) fn compare(
    pairs: &Pairs<'_>,
    place: &Place,
    carried: Carried<'_>,
    [old, new]: [&[Check]; 2],
    out: &mut Vec<Change>,
) {
    let [mut before, mut after] = [Vec::new(), Vec::new()];
    gather(pairs.old, old, &carried, &mut before);
    gather(pairs.new, new, &carried, &mut after);
    facts(pairs, place, before, after, out);
}

/// The facts in checks.
pub(super) fn gather<'a>(module: &'a Module, checks: &'a [Check], carried: &Carried<'_>, out: &mut Vec<Fact<'a>>) {
    for check in checks {
        match check {
            Check::Rule(id) => rules::facts(module, *id, carried, out),
            Check::Required(names) if names.iter().all(|name| carried.members.contains(&name.as_str())) => {}
            Check::Required(_)
            | Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Pattern(_)
            | Check::Format(_)
            | Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_)
            | Check::Enum(_)
            | Check::Const(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::UniqueItems
            | Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::PropertyNames(_)
            | Check::DependentRequired { .. }
            | Check::Never => out.push(Fact::Check(check)),
        }
    }
}

/// Compares two lists of facts about one position.
pub(super) fn facts(
    pairs: &Pairs<'_>,
    place: &Place,
    mut old: Vec<Fact<'_>>,
    mut new: Vec<Fact<'_>>,
    out: &mut Vec<Change>,
) {
    let old_print = |fact: &Fact<'_>| print(&pairs.old_prints, pairs.old, fact);
    let new_print = |fact: &Fact<'_>| print(&pairs.new_prints, pairs.new, fact);
    let [before, after]: [BTreeSet<u64>; 2] =
        [old.iter().map(old_print).collect(), new.iter().map(new_print).collect()];
    old.retain(|fact| !after.contains(&old_print(fact)));
    new.retain(|fact| !before.contains(&new_print(fact)));
    let families: BTreeSet<String> = old.iter().chain(&new).map(family).collect();
    for of in families {
        let mine = |facts: &[Fact<'_>]| -> Vec<usize> {
            (0..facts.len()).filter(|&index| facts.get(index).is_some_and(|fact| family(fact) == of)).collect()
        };
        let (was, is) = (mine(&old), mine(&new));
        if let ([was], [is]) = (was.as_slice(), is.as_slice()) {
            one(pairs, place, old[*was], new[*is], out); // indices of these very lists
            continue;
        }
        for index in was {
            out.push(change(place, Direction::Looser).was(rule_text::fact(pairs.old, &old[index])));
        }
        for index in is {
            out.push(change(place, Direction::Tighter).is(rule_text::fact(pairs.new, &new[index])));
        }
    }
}

fn print(prints: &Prints, module: &Module, fact: &Fact<'_>) -> u64 {
    match fact {
        Fact::Check(check) => prints.check(module, check),
        Fact::Assertion(assertion) => prints.assertion(module, assertion),
    }
}

/// What became of a rule.
#[derive(Clone, Copy)]
enum Direction {
    Tighter,
    Looser,
    /// Neither, or it cannot be told.
    Other,
}

fn change(place: &Place, direction: Direction) -> Change {
    let (kind, effect) = match direction {
        Direction::Tighter => (Kind::Tightened, Effect::WRITERS),
        Direction::Looser => (Kind::Loosened, Effect::READERS),
        Direction::Other => (Kind::RuleChanged, Effect::BOTH),
    };
    Change::of(kind, effect, Verdict::Minor).at(&place.at, &place.rust)
}

/// Facts of one family are about the same thing and can be compared.
fn family(fact: &Fact<'_>) -> String {
    let word = match *fact {
        Fact::Assertion(Assertion::Plain(check)) | Fact::Check(check) => match check {
            Check::Minimum(_) | Check::ExclusiveMinimum(_) => "minimum",
            Check::Maximum(_) | Check::ExclusiveMaximum(_) => "maximum",
            Check::Enum(_) | Check::Const(_) => "enum",
            Check::DependentRequired { keyword, because, names: _ } => return format!("{keyword} {because}"),
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Pattern(_)
            | Check::Format(_)
            | Check::MultipleOf(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::UniqueItems
            | Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::PropertyNames(_)
            | Check::Required(_)
            | Check::Never
            | Check::Rule(_) => rule_text::keyword(check),
        },
        Fact::Assertion(assertion) => rule_text::assertion_keyword(assertion),
    };
    word.to_owned()
}

/// Two facts of one family that differ.
fn one(pairs: &Pairs<'_>, place: &Place, old: Fact<'_>, new: Fact<'_>, out: &mut Vec<Change>) {
    let pushed =
        |direction| change(place, direction).both(rule_text::fact(pairs.old, &old), rule_text::fact(pairs.new, &new));
    let (Some(was), Some(is)) = (plain(&old), plain(&new)) else {
        out.push(pushed(Direction::Other));
        return;
    };
    if let (Check::PropertyNames(was), Check::PropertyNames(is)) = (was, is) {
        let carried = Carried { kinds: true, ..Carried::default() };
        return compare(pairs, &place.within(" (names)"), carried, [was, is], out);
    }
    if let (Check::Rule(was), Check::Rule(is)) = (was, is) {
        return opened(pairs, place, *was, *is, out);
    }
    out.extend(direction(was, is).map(pushed));
}

fn opened(pairs: &Pairs<'_>, place: &Place, old: RuleId, new: RuleId, out: &mut Vec<Change>) {
    let carried = Carried::default();
    let [mut before, mut after] = [Vec::new(), Vec::new()];
    rules::facts(pairs.old, old, &carried, &mut before);
    rules::facts(pairs.new, new, &carried, &mut after);
    facts(pairs, place, before, after, out);
}

fn plain<'a>(fact: &Fact<'a>) -> Option<&'a Check> {
    match *fact {
        Fact::Check(check) | Fact::Assertion(Assertion::Plain(check)) => Some(check),
        Fact::Assertion(_) => None,
    }
}

/// Whether a check allows less or more than it did; [`None`] where it is the same, written otherwise.
fn direction(old: &Check, new: &Check) -> Option<Direction> {
    let lower = |order: Ordering| match order {
        Ordering::Less => Some(Direction::Looser),
        Ordering::Equal => None,
        Ordering::Greater => Some(Direction::Tighter),
    };
    let excludes = |check: &Check| matches!(check, Check::ExclusiveMinimum(_) | Check::ExclusiveMaximum(_));
    // Of one limit, the one that excludes it is tighter.
    let closer = excludes(new).cmp(&excludes(old));
    match (old, new) {
        (Check::MinLength(old), Check::MinLength(new))
        | (Check::MinItems(old), Check::MinItems(new))
        | (Check::MinProperties(old), Check::MinProperties(new)) => lower(new.cmp(old)),
        (Check::MaxLength(old), Check::MaxLength(new))
        | (Check::MaxItems(old), Check::MaxItems(new))
        | (Check::MaxProperties(old), Check::MaxProperties(new)) => lower(old.cmp(new)),
        (Check::Minimum(old) | Check::ExclusiveMinimum(old), Check::Minimum(new) | Check::ExclusiveMinimum(new)) => {
            lower(new.cmp(old).then(closer))
        }
        (Check::Maximum(old) | Check::ExclusiveMaximum(old), Check::Maximum(new) | Check::ExclusiveMaximum(new)) => {
            lower(old.cmp(new).then(closer))
        }
        (Check::Required(old), Check::Required(new)) => Some(names(new, old)),
        (Check::DependentRequired { names: old, .. }, Check::DependentRequired { names: new, .. }) => {
            Some(names(new, old))
        }
        (Check::Enum(_) | Check::Const(_), Check::Enum(_) | Check::Const(_)) => Some(values(listed(old), listed(new))),
        (
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Pattern(_)
            | Check::Format(_)
            | Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_)
            | Check::Enum(_)
            | Check::Const(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::UniqueItems
            | Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::PropertyNames(_)
            | Check::Required(_)
            | Check::DependentRequired { .. }
            | Check::Never
            | Check::Rule(_),
            _,
        ) => Some(Direction::Other),
    }
}

/// More names that must be there are tighter.
fn names(more: &[String], less: &[String]) -> Direction {
    let [more, less]: [BTreeSet<&String>; 2] = [more.iter().collect(), less.iter().collect()];
    match (more.is_superset(&less), less.is_superset(&more)) {
        (true, _) => Direction::Tighter,
        (false, true) => Direction::Looser,
        (false, false) => Direction::Other,
    }
}

fn listed(check: &Check) -> &[Value] {
    match check {
        Check::Enum(values) => values,
        Check::Const(value) => std::slice::from_ref(value),
        _ => &[], // nothing else lists values
    }
}

fn values(old: &[Value], new: &[Value]) -> Direction {
    let within = |inner: &[Value], outer: &[Value]| inner.iter().all(|value| outer.contains(value));
    match (within(new, old), within(old, new)) {
        (true, _) => Direction::Tighter,
        (false, true) => Direction::Looser,
        (false, false) => Direction::Other,
    }
}
