//! The items of an array and the members of an object, each by the rule that describes it: loops over tables that
//! generated code holds.

use super::{Apply, Scope, fail};
use crate::Value;
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

/// What becomes of the members that no [`Property`] describes.
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
        let found = table.binary_search_by(|(known, ..)| known.cmp(&name.as_str()));
        let held = match (found.ok().and_then(|place| table.get(place)), others) {
            (Some((_, via, rule)), _) => rule(member, cx, &at.member(name, via), report),
            (None, Others::Any) => true,
            (None, Others::Obey(via, rule)) => rule(member, cx, &at.member(name, via), report),
            (None, Others::Forbidden(via, keyword)) => fail::forbidden(keyword, &at.member(name, via), report),
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

/// The rule of what is described by nothing but its name.
pub fn anything(_: &Value, _: &Scope<'_>, _: &At<'_>, _: &mut Report) -> bool {
    true
}
