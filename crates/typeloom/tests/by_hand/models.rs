//! Types as the generator writes them: a struct, an enum and a newtype.

mod unions;

use std::collections::BTreeMap;
use typeloom::{Sensitive, Unknown};
pub use unions::{Event, Label, Labelled, Target};

/// A struct with the kinds of presence.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub email: String,
    pub reason: Option<String>,
    pub age: Option<i64>,
    pub note: Option<Option<String>>,
    pub plan: Option<Plan>,
    pub token: Option<Sensitive<String>>,
    pub tags: Vec<Tag>,
    pub owner: Option<Box<Account>>,
    pub unknown: Unknown,
}

/// An enum of strings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Plan {
    Free,
    Team,
    /// Any other value, kept as it is. `validate` reports it.
    Other(String),
}

/// A newtype: a named schema with rules of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag(pub String);

/// A struct that is read into a state, as one with a field of another crate's type.
#[derive(Clone, Debug, PartialEq)]
pub struct Listener {
    pub address: typeloom::External<std::net::IpAddr>,
    pub port: Option<u32>,
    pub note: Option<Option<String>>,
    pub others: BTreeMap<String, Plan>,
}

mod implementations {
    use super::*;
    use ::typeloom::__private as rt;

    static NAMES: rt::Pattern = rt::Pattern::new("^(?!x-)", "^(?!x-)");

    rt::object! {
        Account "Account" "acme/account.json#" unknown = rt::Extra {
            aliases: &[("access_token", 5)],
            checks: &[rt::Check::PropertyNames(&[rt::Check::Pattern(&NAMES)])],
            ..rt::Extra::TYPED
        };
        0 email Required "email" => rt::Slot("", &[rt::Check::MinLength(3)], rt::Next::End);
        1 reason Nullable "reason";
        2 age Optional "age" => rt::Slot("", &[rt::Check::Minimum(rt::Limit::new("0"))], rt::Next::End);
        3 note OptionalNullable "note";
        4 plan NullRemembered "plan" => rt::Slot("$ref", &[], rt::Next::Item(""));
        5 token Optional "token";
        6 tags Required "tags" => rt::Slot(
            "",
            &[rt::Check::MaxItems(3)],
            rt::Next::Each(&rt::Slot("/items/$ref", &[], rt::Next::Item(""))),
        );
        7 owner Optional "owner" => rt::Slot("$ref", &[], rt::Next::Item(""));
    }
    rt::strings! {
        Plan Other "enum" "acme/plan.json#" = rt::Validation::Typed;
        Free "free";
        Team "team";
    }
    rt::newtype! {
        Tag over Tag "acme/tag.json#" = rt::Validation::Typed, rt::Slot("", &[rt::Check::MaxLength(5)], rt::Next::End);
    }
    rt::object_by_state! {
        Listener "Listener" "acme/listener.json#" others: BTreeMap<String, Plan> = rt::Extra::NOTHING;
        0 address: typeloom::External<std::net::IpAddr> = Required "address";
        1 port: u32 = Optional "port";
        2 note: Option<String> = OptionalNullable "note";
    }
}
