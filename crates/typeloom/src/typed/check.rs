//! Validating a value by what its schema says, as data.

use super::slot::Class;
use super::{Check, Extra, Item, Map, Members, Next, Presence, Record, Slot, Union, Validation, View};
use crate::check;
use crate::read::Buffered;
use crate::typed::write::Written;
use crate::validate::{At, Report};
use crate::write::value_of;
use crate::{Value, rules};

/// Validates a value of a generated type, which stands at `at`.
pub fn check(item: &dyn Item, at: &At<'_>, report: &mut Report) {
    match item.view() {
        View::Object(record, fields) => {
            object(record, fields, item, &place(at, record.location, record.extra.secret), report);
        }
        View::Branch(union, index, inner) => {
            branch(union, index, inner, item, &place(at, union.location, union.secret), report);
        }
        View::Known(strings, text, known) => {
            let at = &place(at, strings.location, strings.secret);
            match strings.validation {
                Validation::Typed if !known => {
                    check::enumeration(text, strings.values, strings.keyword, at, report);
                }
                Validation::Typed | Validation::Nothing => {}
                Validation::ByValue(set, rule) => by_value(set, rule, item, at, report),
            }
        }
        View::Wrapped(newtype, inner) => {
            let at = &at.within(newtype.location);
            match newtype.validation {
                Validation::Nothing => {}
                Validation::Typed => here(&newtype.slot, inner, at, report),
                Validation::ByValue(set, rule) => by_value(set, rule, inner, at, report),
            }
        }
        // Their rules are those of the places where they stand.
        View::Null
        | View::Bool(_)
        | View::Number(_)
        | View::Text(_)
        | View::Any(_)
        | View::List(_)
        | View::Map(_)
        | View::None
        | View::Some(_)
        | View::Secret(_)
        | View::Foreign(_) => {}
    }
}

/// The place of a generated type.
fn place<'a>(at: &'a At<'a>, location: &'static str, secret: bool) -> At<'a> {
    if secret { at.within(location).secret() } else { at.within(location) }
}

/// Whether it is a secret, or holds nothing but secrets.
fn is_secret(item: &dyn Item) -> bool {
    match item.view() {
        View::Secret(_) => true,
        View::Some(inner) | View::Wrapped(_, inner) => is_secret(inner),
        View::List(list) => list.item(0).is_some_and(is_secret),
        View::Map(map) => {
            let mut secret = false;
            map.each(&mut |_, item| {
                secret = is_secret(item);
                false
            });
            secret
        }
        View::Object(record, _) => record.extra.secret,
        View::Branch(union, ..) => union.secret,
        View::Known(strings, ..) => strings.secret,
        View::Null | View::Bool(_) | View::Number(_) | View::Text(_) | View::Any(_) | View::None | View::Foreign(_) => {
            false
        }
    }
}

/// A slot at the same place of the instance as the schema around it.
fn here(slot: &'static Slot, item: &dyn Item, at: &At<'_>, report: &mut Report) {
    if slot.0.is_empty() {
        self::slot(slot, item, at, report);
    } else {
        self::slot(slot, item, &at.schema(slot.0), report);
    }
}

/// A slot whose own place is `at`.
fn slot(slot: &'static Slot, item: &dyn Item, at: &At<'_>, report: &mut Report) {
    let Slot(_, checks, next) = slot;
    if !checks.is_empty() {
        let secret;
        let at = if is_secret(item) {
            secret = at.schema("").secret();
            &secret
        } else {
            at
        };
        whole(checks, item, at, report);
        typed(checks, item, at, report);
    }
    match next {
        Next::End => {}
        Next::Finite => {
            if let View::Number(number) = item.view() {
                check::finite(number, at, report);
            }
        }
        Next::Each(inner) => each(inner, item, at, report),
        Next::Item("") => generated(item, at, report),
        Next::Item(via) => generated(item, &at.schema(via), report),
        Next::Alias(via, location, inner) => {
            here(inner, item, &at.schema(via).within(location), report);
        }
    }
}

/// The generated type that stands here, in a box or not.
fn generated(item: &dyn Item, at: &At<'_>, report: &mut Report) {
    match item.view() {
        View::Some(inner) => generated(inner, at, report),
        _ => check(item, at, report), // says itself what it is
    }
}

/// What stands in a list, a map or an option.
fn each(slot: &'static Slot, item: &dyn Item, at: &At<'_>, report: &mut Report) {
    match item.view() {
        View::List(list) => {
            let mut index = 0;
            while let Some(item) = list.item(index) {
                self::slot(slot, item, &at.index(index, slot.0), report);
                if report.stop() {
                    return;
                }
                index += 1;
            }
        }
        View::Map(map) => members(slot, map, at, report),
        View::Some(inner) => here(slot, inner, at, report),
        // There is nothing in them.
        View::Null
        | View::Bool(_)
        | View::Number(_)
        | View::Text(_)
        | View::Any(_)
        | View::None
        | View::Secret(_)
        | View::Object(..)
        | View::Branch(..)
        | View::Known(..)
        | View::Wrapped(..)
        | View::Foreign(_) => {}
    }
}

fn members(slot: &'static Slot, map: &dyn Map, at: &At<'_>, report: &mut Report) {
    map.each(&mut |name, item| {
        self::slot(slot, item, &at.member(name, slot.0), report);
        !report.stop()
    });
}

/// The checks of a struct: of the object as a whole, of each field by its presence, of members without a field.
fn object(record: &'static Record, fields: &dyn Members, item: &dyn Item, at: &At<'_>, report: &mut Report) {
    let Extra { validation, aliases: _, checks, rest: of_rest, closed, secret: _ } = &record.extra;
    match *validation {
        Validation::Nothing => return,
        Validation::Typed => {}
        Validation::ByValue(set, rule) => return by_value(set, rule, item, at, report),
    }
    if !checks.is_empty() {
        whole(checks, item, at, report);
        for check in *checks {
            about_members(check, &Names::Record(record, fields), at, report);
        }
    }
    for (index, slot) in record.slots {
        let (Some(name), Some(presence)) = (record.names.get(*index), record.presence.get(*index)) else { continue };
        field(slot, *presence, fields.item(*index), &at.property(name, slot.0), report);
        if report.stop() {
            return;
        }
    }
    let Some(rest) = fields.item(record.names.len()).view().as_map() else { return };
    if *closed {
        rest.each(&mut |name, _| {
            // Those with a field stand here where they are `null` and the document does not say whether that occurs.
            if record.index(name, 0).is_none() {
                check::forbidden(name, at, report);
            }
            !report.stop()
        });
    }
    if !matches!(of_rest, Slot(_, [], Next::End)) {
        members(of_rest, rest, at, report);
    }
}

/// A field that is there.
fn field(slot: &'static Slot, presence: Presence, item: &dyn Item, at: &At<'_>, report: &mut Report) {
    match (presence, item.view()) {
        (Presence::Required | Presence::Nullable, _) => self::slot(slot, item, at, report),
        (_, View::Some(inner)) => self::slot(slot, inner, at, report),
        (_, _) => {} // absent
    }
}

fn branch(union: &'static Union, index: usize, inner: &dyn Item, item: &dyn Item, at: &At<'_>, report: &mut Report) {
    match union.validation {
        Validation::Nothing => {}
        Validation::Typed => {
            if let Some(branch) = union.branches.get(index) {
                here(&branch.1, inner, at, report);
            }
        }
        Validation::ByValue(set, rule) => by_value(set, rule, item, at, report),
    }
}

fn by_value(set: &'static rules::RuleSet, rule: u32, item: &dyn Item, at: &At<'_>, report: &mut Report) {
    set.check(rule, &json(item), at, report);
}

/// A value as JSON: any JSON is that already. What is made is wiped when it is dropped.
fn json<'a>(item: &'a dyn Item) -> Buffered<'a> {
    match item.view() {
        View::Any(value) => Buffered::Borrowed(value),
        View::Secret(inner) => json(inner),
        _ => Buffered::Owned(value_of(&Written(item))), // is written
    }
}

/// The checks on the value as a whole.
fn whole(checks: &'static [Check], item: &dyn Item, at: &At<'_>, report: &mut Report) {
    if checks.iter().all(|check| check.class() != Class::Whole) {
        return;
    }
    let value = &*json(item);
    for check in checks {
        about_value(check, value, at, report);
    }
}

/// A check on any value, `null` included.
fn about_value(check: &Check, value: &Value, at: &At<'_>, report: &mut Report) {
    match check {
        Check::Never => check::never(at, report),
        Check::OneOf(keyword, values) => check::one_of_values(value, values, keyword, at, report),
        Check::Rule(set, rule) => set.check(*rule, value, at, report),
        _ => {} // is about one kind of value
    }
}

/// The checks about one kind of value, on a value of any type.
fn typed(checks: &'static [Check], item: &dyn Item, at: &At<'_>, report: &mut Report) {
    if checks.iter().all(|check| check.class() == Class::Whole) {
        return;
    }
    match item.view() {
        View::Null | View::Bool(_) | View::None | View::Foreign(_) => {}
        View::Number(number) => checks.iter().for_each(|check| about_number(check, number, at, report)),
        View::Text(text) | View::Known(_, text, _) => {
            checks.iter().for_each(|check| about_text(check, text, at, report));
        }
        View::List(list) => {
            for check in checks {
                match check {
                    Check::UniqueItems if list.count() > 1 => {
                        check::unique_values(json(item).as_array().unwrap_or_default(), at, report);
                    }
                    check => about_count(check, list.count(), at, report),
                }
            }
        }
        View::Map(map) => checks.iter().for_each(|check| about_members(check, &Names::Map(map), at, report)),
        View::Some(inner) | View::Secret(inner) | View::Wrapped(_, inner) => typed(checks, inner, at, report),
        View::Any(value) => by_kind(checks, value, at, report),
        View::Object(..) | View::Branch(..) => by_kind(checks, &json(item), at, report),
    }
}

/// The checks about one kind of value, on JSON.
fn by_kind(checks: &[Check], value: &Value, at: &At<'_>, report: &mut Report) {
    for check in checks {
        kind(check, value, at, report);
    }
}

/// A check on JSON.
pub(crate) fn on_value(check: &Check, value: &Value, at: &At<'_>, report: &mut Report) {
    about_value(check, value, at, report);
    kind(check, value, at, report);
}

fn kind(check: &Check, value: &Value, at: &At<'_>, report: &mut Report) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => about_number(check, number, at, report),
        Value::String(text) => about_text(check, text, at, report),
        Value::Array(items) => match check {
            Check::UniqueItems => check::unique_values(items, at, report),
            check => about_count(check, items.len(), at, report),
        },
        Value::Object(members) => about_members(check, &Names::Map(members), at, report),
    }
}

fn about_text(check: &Check, text: &str, at: &At<'_>, report: &mut Report) {
    match check {
        Check::MinLength(limit) => check::min_length(text, *limit, at, report),
        Check::MaxLength(limit) => check::max_length(text, *limit, at, report),
        #[cfg(feature = "pattern")]
        Check::Pattern(pattern) => check::pattern(text, pattern, at, report),
        Check::Format(name, test) => check::format(text, name, *test, at, report),
        _ => {} // is about another kind of value
    }
}

fn about_number(check: &Check, number: &dyn check::Numeric, at: &At<'_>, report: &mut Report) {
    match check {
        Check::Minimum(limit) => check::minimum(number, limit, at, report),
        Check::Maximum(limit) => check::maximum(number, limit, at, report),
        Check::ExclusiveMinimum(limit) => check::exclusive_minimum(number, limit, at, report),
        Check::ExclusiveMaximum(limit) => check::exclusive_maximum(number, limit, at, report),
        Check::MultipleOf(of) => check::multiple_of(number, of, at, report),
        Check::Width(name, min, max) => check::integer_within(number, name, [min, max], at, report),
        _ => {} // is about another kind of value
    }
}

fn about_count(check: &Check, count: usize, at: &At<'_>, report: &mut Report) {
    match check {
        Check::MinItems(limit) => check::min_items(count, *limit, at, report),
        Check::MaxItems(limit) => check::max_items(count, *limit, at, report),
        _ => {} // is about another kind of value
    }
}

/// The members of an object.
enum Names<'a> {
    Map(&'a dyn Map),
    Record(&'static Record, &'a dyn Members),
}

impl Names<'_> {
    fn count(&self) -> usize {
        match self {
            Names::Map(map) => map.count(),
            Names::Record(record, fields) => {
                let own = (0..record.names.len()).filter(|index| is_there(record, *fields, *index)).count();
                own + self.rest().map_or(0, |rest| rest.count())
            }
        }
    }

    fn has(&self, name: &str) -> bool {
        let field = match self {
            Names::Map(_) => false,
            Names::Record(record, fields) => {
                let own = record.index(name, 0).filter(|index| record.names.get(*index) == Some(&name));
                own.is_some_and(|index| is_there(record, *fields, index))
            }
        };
        field || self.rest().is_some_and(|rest| rest.member(name).is_some())
    }

    /// The map of members that have no field.
    fn rest(&self) -> Option<&dyn Map> {
        match self {
            Names::Map(map) => Some(*map),
            Names::Record(record, fields) => fields.item(record.names.len()).view().as_map(),
        }
    }
}

/// Whether the field at `index` is there.
fn is_there(record: &'static Record, fields: &dyn Members, index: usize) -> bool {
    let required = record.presence.get(index).is_some_and(|presence| presence.is_required());
    required || !matches!(fields.item(index).view(), View::None)
}

fn about_members(check: &Check, members: &Names<'_>, at: &At<'_>, report: &mut Report) {
    match check {
        Check::MinProperties(limit) => check::min_properties(members.count(), *limit, at, report),
        Check::MaxProperties(limit) => check::max_properties(members.count(), *limit, at, report),
        Check::Required(names) => {
            for name in names.iter().filter(|name| !members.has(name)) {
                check::required(name, at, report);
            }
        }
        Check::DependentRequired(keyword, because, names) if members.has(because) => {
            for name in names.iter().filter(|name| !members.has(name)) {
                check::dependent_required(keyword, because, name, at, report);
            }
        }
        // Names of fields are known to obey.
        Check::PropertyNames(checks) => {
            if let Some(rest) = members.rest() {
                rest.each(&mut |name, _| {
                    let at = at.member(name, "/propertyNames");
                    checks.iter().for_each(|check| about_text(check, name, &at, report));
                    !report.stop()
                });
            }
        }
        _ => {} // is about another kind of value
    }
}
