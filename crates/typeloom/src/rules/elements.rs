//! The items of an array and the members of an object, each by the rule that describes it: loops over tables that
//! generated code holds.

use super::{Apply, Scope, fail};
use crate::Value;
use crate::pattern::Pattern;
use crate::validate::{At, Report};
use std::collections::BTreeMap;

/// `items`: each must obey `rule`, which the schema has at `via`.
pub fn items(
    items: &[Value],
    via: &'static str,
    rule: Apply,
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    let mut ok = true;
    for (index, item) in items.iter().enumerate() {
        if !rule(item, cx, &at.index(index, via), report) {
            if report.stop() {
                return false;
            }
            ok = false;
        }
    }
    ok
}

/// `required`
pub fn requires(members: &BTreeMap<String, Value>, names: &[&'static str], at: &At<'_>, report: &mut Report) -> bool {
    let mut ok = true;
    for name in names.iter().filter(|name| !members.contains_key(**name)) {
        ok = fail::required(name, at, report);
        if report.stop() {
            break;
        }
    }
    ok
}

/// A member that a schema describes: its name, where its schema is, and the rule of that.
pub type Property = (&'static str, &'static str, Apply);

/// Members that a schema describes by a pattern, in the same way.
pub type PatternProperty = (&'static Pattern, &'static str, Apply);

/// What becomes of the members that no [`Property`] and no [`PatternProperty`] describes.
#[derive(Clone, Copy, Debug)]
pub enum Others {
    /// Any value will do.
    Any,
    /// They must obey this rule, which the schema has at this place.
    Obey(&'static str, Apply),
    /// They must not be there: the place of the schema around the keyword, and the keyword.
    Forbidden(&'static str, &'static str),
}

/// `properties` and `additionalProperties`, where no `patternProperties` stands beside them. The table is in the order
/// of names.
pub fn properties(
    members: &BTreeMap<String, Value>,
    table: &[Property],
    others: Others,
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    let mut ok = true;
    for (name, member) in members {
        let held = match described(name, table, others) {
            Others::Any => true,
            // One place for both that describe a member: values are checked many levels deep.
            Others::Obey(via, rule) => rule(member, cx, &at.member(name, via), report),
            Others::Forbidden(via, keyword) => forbidden(name, via, keyword, at, report),
        };
        if !held {
            if report.stop() {
                return false;
            }
            ok = false;
        }
    }
    ok
}

/// What a member must be: as its name says, or as all others.
fn described(name: &str, table: &[Property], others: Others) -> Others {
    let found = table.binary_search_by(|(known, ..)| (*known).cmp(name));
    match found.ok().and_then(|place| table.get(place)) {
        Some((_, via, rule)) => Others::Obey(via, *rule),
        None => others,
    }
}

#[cold]
fn forbidden(name: &str, via: &'static str, keyword: &'static str, at: &At<'_>, report: &mut Report) -> bool {
    fail::forbidden(keyword, &at.member(name, via), report)
}

/// `properties`, `patternProperties` and `additionalProperties`: a member obeys the rule of its name and those of all
/// patterns that find something in its name. The table is in the order of names.
pub fn properties_and_patterns(
    members: &BTreeMap<String, Value>,
    table: &[Property],
    patterns: &[PatternProperty],
    others: Others,
    cx: &Scope<'_>,
    at: &At<'_>,
    report: &mut Report,
) -> bool {
    let mut ok = true;
    for (name, member) in members {
        let found = table.binary_search_by(|(known, ..)| known.cmp(&name.as_str()));
        let named = found.ok().and_then(|place| table.get(place));
        let mut known = named.is_some();
        let mut held = named.is_none_or(|(_, via, rule)| rule(member, cx, &at.member(name, via), report));
        for (pattern, via, rule) in patterns {
            if !held && report.stop() {
                return false;
            }
            if fail::matches(name, pattern, at, report) {
                known = true;
                held &= rule(member, cx, &at.member(name, via), report);
            }
        }
        if !known {
            held = match others {
                Others::Any => true,
                Others::Obey(via, rule) => rule(member, cx, &at.member(name, via), report),
                Others::Forbidden(via, keyword) => fail::forbidden(keyword, &at.member(name, via), report),
            };
        }
        if !held {
            if report.stop() {
                return false;
            }
            ok = false;
        }
    }
    ok
}

/// The rule of what is described by nothing but its name.
pub fn anything(_: &Value, _: &Scope<'_>, _: &At<'_>, _: &mut Report) -> bool {
    true
}
