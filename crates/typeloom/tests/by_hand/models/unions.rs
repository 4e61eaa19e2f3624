//! Unions by kind, by tag and by trial, as the generator writes them.

use super::{Account, Plan};
use std::collections::BTreeMap;
use typeloom::Unknown;

/// A union by JSON kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    Text(String),
    Number(i64),
    Plans(Vec<Plan>),
}

/// A union by the string in a member.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Created(Account),
    Labelled(Labelled),
}

/// A struct whose members without a field are typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labelled {
    pub id: Option<u32>,
    pub additional: BTreeMap<String, Label>,
}

/// A union by trial.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Account(Account),
    Nested(Box<Nested>),
}

/// Recursive through the union by trial.
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    pub inner: Target,
    pub unknown: Unknown,
}

mod implementations {
    use super::*;
    use ::typeloom::__private as rt;

    rt::union! {
        Label over Text "oneOf" "acme/label.json#" = false, rt::Choice::Kind(
            &[rt::KindSet(rt::STRING), rt::KindSet(rt::INTEGER), rt::KindSet(rt::ARRAY)],
        ), rt::Validation::Typed;
        0 Text => rt::Slot("/oneOf/0", &[rt::Check::MaxLength(8)], rt::Next::End);
        1 Number => rt::Slot("", &[], rt::Next::End);
        2 Plans => rt::Slot("/oneOf/2", &[], rt::Next::Each(&rt::Slot("/items/$ref", &[], rt::Next::Item(""))));
    }
    rt::union! {
        Event over Created "oneOf" "acme/event.json#" = false, rt::Choice::Tag(
            "type",
            &[("created", 0), ("labelled", 1), ("tagged", 1)],
        ), rt::Validation::Typed;
        0 Created => rt::Slot("/oneOf/0/$ref", &[], rt::Next::Item(""));
        1 Labelled => rt::Slot("/oneOf/1/$ref", &[], rt::Next::Item(""));
    }
    rt::object! {
        Labelled "Labelled" "acme/labelled.json#" additional = rt::Extra {
            rest: rt::Slot("/additionalProperties", &[], rt::Next::Item("")),
            ..rt::Extra::TYPED
        };
        0 id Optional "id";
    }
    rt::union! {
        Target over Account "anyOf" "acme/target.json#" = false, rt::Choice::Trial(
            &rt::RuleSet::EMPTY,
            &[rt::None, rt::None],
        ), rt::Validation::Nothing;
        0 Account => rt::Slot("", &[], rt::Next::End);
        1 Nested => rt::Slot("", &[], rt::Next::End);
    }
    rt::object! {
        Nested "Nested" "acme/nested.json#" unknown = rt::Extra::NOTHING;
        0 inner Required "inner";
    }
}
