//! A struct, an enum and a newtype, as the generator writes them.

mod unions;

pub use unions::{Event, Label, Labelled, Target};

/// A struct with the kinds of presence.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub email: ::std::string::String,
    pub reason: ::core::option::Option<::std::string::String>,
    pub age: ::core::option::Option<i64>,
    pub note: ::core::option::Option<::core::option::Option<::std::string::String>>,
    pub plan: ::core::option::Option<Plan>,
    pub token: ::core::option::Option<::typeloom::Sensitive<::std::string::String>>,
    pub tags: ::std::vec::Vec<Tag>,
    pub owner: ::core::option::Option<::std::boxed::Box<Account>>,
    pub unknown: ::std::collections::BTreeMap<::std::string::String, ::typeloom::Value>,
}

const _: () = {
    use ::typeloom::__private as rt;

    static RECORD: rt::Record = rt::Record {
        title: "Account",
        names: &["email", "reason", "age", "note", "plan", "token", "tags", "owner"],
        index: |name| match name {
            "email" => ::core::option::Option::Some(0),
            "reason" => ::core::option::Option::Some(1),
            "age" => ::core::option::Option::Some(2),
            "note" => ::core::option::Option::Some(3),
            "plan" => ::core::option::Option::Some(4),
            "token" | "access_token" => ::core::option::Option::Some(5),
            "tags" => ::core::option::Option::Some(6),
            "owner" => ::core::option::Option::Some(7),
            _ => ::core::option::Option::None,
        },
        required: &[0, 1, 6],
    };

    #[derive(::core::default::Default)]
    struct Members {
        f0: ::core::option::Option<::std::string::String>,
        f1: ::core::option::Option<::core::option::Option<::std::string::String>>,
        f2: ::core::option::Option<i64>,
        f3: ::core::option::Option<::core::option::Option<::std::string::String>>,
        f4: ::core::option::Option<Plan>,
        f5: ::core::option::Option<::typeloom::Sensitive<::std::string::String>>,
        f6: ::core::option::Option<::std::vec::Vec<Tag>>,
        f7: ::core::option::Option<::std::boxed::Box<Account>>,
        rest: ::std::collections::BTreeMap<::std::string::String, rt::Value>,
    }

    impl<'de> rt::Members<'de> for Members {
        fn field(&mut self, index: usize, reader: &mut rt::Reader<'de>) -> ::core::result::Result<(), rt::Fail> {
            match index {
                0 => rt::fill(&mut self.f0, reader),
                1 => rt::fill(&mut self.f1, reader),
                2 => rt::fill(&mut self.f2, reader),
                3 => rt::fill(&mut self.f3, reader),
                4 => rt::fill_or_null(&mut self.f4, &mut self.rest, "plan", reader),
                5 => rt::fill(&mut self.f5, reader),
                6 => rt::fill(&mut self.f6, reader),
                _ => rt::fill(&mut self.f7, reader),
            }
        }

        fn other(&mut self, name: &str, reader: &mut rt::Reader<'de>) -> ::core::result::Result<(), rt::Fail> {
            rt::insert(&mut self.rest, name, reader)
        }
    }

    impl<'de> rt::Read<'de> for Account {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            let mut members = <Members as ::core::default::Default>::default();
            reader.object(&RECORD, &mut members)?;
            let (
                ::core::option::Option::Some(email),
                ::core::option::Option::Some(reason),
                ::core::option::Option::Some(tags),
            ) = (members.f0, members.f1, members.f6)
            else {
                return ::core::result::Result::Err(reader.incomplete(&RECORD));
            };
            ::core::result::Result::Ok(Account {
                email,
                reason,
                age: members.f2,
                note: members.f3,
                plan: members.f4,
                token: members.f5,
                tags,
                owner: members.f7,
                unknown: members.rest,
            })
        }
    }

    impl rt::Write for Account {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            writer.object()?;
            writer.member("email", &self.email)?;
            writer.member("reason", &self.reason)?;
            writer.optional("age", &self.age)?;
            writer.optional("note", &self.note)?;
            writer.null_unknown("plan", &self.plan, &self.unknown)?;
            writer.optional("token", &self.token)?;
            writer.member("tags", &self.tags)?;
            writer.optional("owner", &self.owner)?;
            writer.rest_without(&self.unknown, &RECORD, &["plan"])?;
            writer.end_object()
        }
    }

    impl rt::Validate for Account {
        fn check(&self, at: &rt::At<'_>, report: &mut rt::Report) {
            let at = &at.within("acme/account.json#");
            {
                let at = &at.member("email", "/properties/email");
                rt::check::min_length(&self.email, 3, at, report);
            }
            if let ::core::option::Option::Some(value) = &self.age {
                let at = &at.member("age", "/properties/age");
                rt::check::minimum(value, const { &rt::Limit::new("0") }, at, report);
            }
            if let ::core::option::Option::Some(value) = &self.plan {
                let at = &at.member("plan", "/properties/plan/$ref");
                rt::Validate::check(value, at, report);
            }
            {
                let at = &at.member("tags", "/properties/tags");
                rt::check::max_items(self.tags.len(), 3, at, report);
                for (index, value) in self.tags.iter().enumerate() {
                    if report.stop() {
                        return;
                    }
                    let at = &at.index(index, "/items/$ref");
                    rt::Validate::check(value, at, report);
                }
            }
            if let ::core::option::Option::Some(value) = &self.owner {
                let at = &at.member("owner", "/properties/owner/$ref");
                rt::Validate::check(&**value, at, report);
            }
            for name in self.unknown.keys() {
                if name.starts_with("x-") {
                    rt::check::forbidden(name, at, report);
                }
            }
        }
    }

    impl<'de> rt::Deserialize<'de> for Account {
        fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
            rt::deserialize(deserializer)
        }
    }

    impl rt::Serialize for Account {
        fn serialize<S: rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
            rt::serialize(self, serializer)
        }
    }
};

/// An enum of strings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Plan {
    Free,
    Team,
    /// Any other value, kept as it is. `validate` reports it.
    Other(::std::string::String),
}

impl Plan {
    /// The string in the JSON.
    pub fn as_str(&self) -> &str {
        match self {
            Plan::Free => "free",
            Plan::Team => "team",
            Plan::Other(value) => value,
        }
    }
}

impl ::core::convert::From<&str> for Plan {
    fn from(value: &str) -> Plan {
        match value {
            "free" => Plan::Free,
            "team" => Plan::Team,
            other => Plan::Other(::std::borrow::ToOwned::to_owned(other)),
        }
    }
}

impl ::core::fmt::Display for Plan {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(self.as_str())
    }
}

const _: () = {
    use ::typeloom::__private as rt;

    impl<'de> rt::Read<'de> for Plan {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            reader.str_with(|value| Plan::from(value))
        }
    }

    impl rt::Write for Plan {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            writer.string(self.as_str())
        }
    }

    impl rt::Validate for Plan {
        fn check(&self, at: &rt::At<'_>, report: &mut rt::Report) {
            if let Plan::Other(value) = self {
                let at = &at.within("acme/plan.json#");
                rt::check::enumeration(value, &["free", "team"], "enum", at, report);
            }
        }
    }

    impl<'de> rt::Deserialize<'de> for Plan {
        fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
            rt::deserialize(deserializer)
        }
    }

    impl rt::Serialize for Plan {
        fn serialize<S: rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
            rt::serialize(self, serializer)
        }
    }
};

/// A newtype: a named schema with rules of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag(pub ::std::string::String);

const _: () = {
    use ::typeloom::__private as rt;

    impl<'de> rt::Read<'de> for Tag {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            ::core::result::Result::Ok(Tag(rt::Read::read(reader)?))
        }
    }

    impl rt::Write for Tag {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            rt::Write::write(&self.0, writer)
        }
    }

    impl rt::Validate for Tag {
        fn check(&self, at: &rt::At<'_>, report: &mut rt::Report) {
            let at = &at.within("acme/tag.json#");
            rt::check::max_length(&self.0, 5, at, report);
        }
    }

    impl<'de> rt::Deserialize<'de> for Tag {
        fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
            rt::deserialize(deserializer)
        }
    }

    impl rt::Serialize for Tag {
        fn serialize<S: rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
            rt::serialize(self, serializer)
        }
    }
};
