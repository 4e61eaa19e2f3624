//! Unions by kind, by tag and by trial, as the generator writes them.

use super::{Account, Plan};

/// A union by JSON kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    Text(::std::string::String),
    Number(i64),
    Plans(::std::vec::Vec<Plan>),
}

const _: () = {
    use ::typeloom::__private as rt;

    impl<'de> rt::Read<'de> for Label {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            match reader.peek_kind()? {
                rt::JsonKind::String => rt::Read::read(reader).map(Label::Text),
                rt::JsonKind::Integer => rt::Read::read(reader).map(Label::Number),
                rt::JsonKind::Array => rt::Read::read(reader).map(Label::Plans),
                rt::JsonKind::Null | rt::JsonKind::Boolean | rt::JsonKind::Fraction | rt::JsonKind::Object => {
                    ::core::result::Result::Err(reader.unexpected("a string, an integer or an array"))
                }
            }
        }
    }

    impl rt::Write for Label {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            match self {
                Label::Text(value) => rt::Write::write(value, writer),
                Label::Number(value) => rt::Write::write(value, writer),
                Label::Plans(value) => rt::Write::write(value, writer),
            }
        }
    }

    impl rt::Validate for Label {
        fn check(&self, at: &rt::At<'_>, report: &mut rt::Report) {
            let at = &at.within("acme/label.json#");
            match self {
                Label::Text(value) => {
                    let at = &at.schema("/oneOf/0");
                    rt::check::max_length(value, 8, at, report);
                }
                Label::Number(_) => {}
                Label::Plans(value) => {
                    let at = &at.schema("/oneOf/2");
                    for (index, value) in value.iter().enumerate() {
                        if report.stop() {
                            return;
                        }
                        let at = &at.index(index, "/items/$ref");
                        rt::Validate::check(value, at, report);
                    }
                }
            }
        }
    }

    impl<'de> rt::Deserialize<'de> for Label {
        fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
            rt::deserialize(deserializer)
        }
    }

    impl rt::Serialize for Label {
        fn serialize<S: rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
            rt::serialize(self, serializer)
        }
    }
};

/// A union by the string in a member.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Created(Account),
    Labelled(Labelled),
}

const _: () = {
    use ::typeloom::__private as rt;

    impl<'de> rt::Read<'de> for Event {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            let tag = reader.peek_member("type")?;
            match tag.as_deref() {
                ::core::option::Option::Some("created") => rt::Read::read(reader).map(Event::Created),
                ::core::option::Option::Some("labelled" | "tagged") => rt::Read::read(reader).map(Event::Labelled),
                other => {
                    ::core::result::Result::Err(reader.unknown_tag("type", &["created", "labelled", "tagged"], other))
                }
            }
        }
    }

    impl rt::Write for Event {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            match self {
                Event::Created(value) => rt::Write::write(value, writer),
                Event::Labelled(value) => rt::Write::write(value, writer),
            }
        }
    }

    impl rt::Validate for Event {
        fn check(&self, at: &rt::At<'_>, report: &mut rt::Report) {
            let at = &at.within("acme/event.json#");
            match self {
                Event::Created(value) => rt::Validate::check(value, &at.schema("/oneOf/0/$ref"), report),
                Event::Labelled(value) => rt::Validate::check(value, &at.schema("/oneOf/1/$ref"), report),
            }
        }
    }

    impl<'de> rt::Deserialize<'de> for Event {
        fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
            rt::deserialize(deserializer)
        }
    }

    impl rt::Serialize for Event {
        fn serialize<S: rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
            rt::serialize(self, serializer)
        }
    }
};

/// A struct whose members without a field are typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labelled {
    pub id: ::core::option::Option<u32>,
    pub additional: ::std::collections::BTreeMap<::std::string::String, Label>,
}

const _: () = {
    use ::typeloom::__private as rt;

    static RECORD: rt::Record = rt::Record {
        title: "Labelled",
        names: &["id"],
        index: |name| match name {
            "id" => ::core::option::Option::Some(0),
            _ => ::core::option::Option::None,
        },
        required: &[],
    };

    #[derive(::core::default::Default)]
    struct Members {
        f0: ::core::option::Option<u32>,
        rest: ::std::collections::BTreeMap<::std::string::String, Label>,
    }

    impl<'de> rt::Members<'de> for Members {
        fn field(&mut self, _: usize, reader: &mut rt::Reader<'de>) -> ::core::result::Result<(), rt::Fail> {
            rt::fill(&mut self.f0, reader)
        }

        fn other(&mut self, name: &str, reader: &mut rt::Reader<'de>) -> ::core::result::Result<(), rt::Fail> {
            rt::insert(&mut self.rest, name, reader)
        }
    }

    impl<'de> rt::Read<'de> for Labelled {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            let mut members = <Members as ::core::default::Default>::default();
            reader.object(&RECORD, &mut members)?;
            ::core::result::Result::Ok(Labelled { id: members.f0, additional: members.rest })
        }
    }

    impl rt::Write for Labelled {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            writer.object()?;
            writer.optional("id", &self.id)?;
            writer.rest(&self.additional, &RECORD)?;
            writer.end_object()
        }
    }

    impl rt::Validate for Labelled {
        fn check(&self, at: &rt::At<'_>, report: &mut rt::Report) {
            let at = &at.within("acme/labelled.json#");
            for (name, value) in &self.additional {
                if report.stop() {
                    return;
                }
                let at = &at.member(name, "/additionalProperties");
                rt::Validate::check(value, at, report);
            }
        }
    }

    impl<'de> rt::Deserialize<'de> for Labelled {
        fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
            rt::deserialize(deserializer)
        }
    }

    impl rt::Serialize for Labelled {
        fn serialize<S: rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
            rt::serialize(self, serializer)
        }
    }
};

/// A union by trial.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Account(Account),
    Nested(::std::boxed::Box<Nested>),
}

const _: () = {
    use ::typeloom::__private as rt;

    impl<'de> rt::Read<'de> for Target {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            let value = reader.buffer()?;
            // Where a branch has a rule, first: `reader.attempt_valid(&value, rules::r7, ..)`
            let mut trials = <rt::Trials as ::core::default::Default>::default();
            let mut read = ::core::option::Option::None;
            let _ = reader.attempt(&value, "Account", Target::Account, &mut trials, &mut read)
                || reader.attempt(&value, "Nested", Target::Nested, &mut trials, &mut read);
            if let ::core::option::Option::Some(read) = read {
                return ::core::result::Result::Ok(read);
            }
            ::core::result::Result::Err(reader.no_branch("anyOf", trials))
        }
    }

    impl rt::Write for Target {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            match self {
                Target::Account(value) => rt::Write::write(value, writer),
                Target::Nested(value) => rt::Write::write(value, writer),
            }
        }
    }

    impl rt::Validate for Target {
        fn check(&self, _: &rt::At<'_>, _: &mut rt::Report) {}
    }

    impl<'de> rt::Deserialize<'de> for Target {
        fn deserialize<D: rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
            rt::deserialize(deserializer)
        }
    }

    impl rt::Serialize for Target {
        fn serialize<S: rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
            rt::serialize(self, serializer)
        }
    }
};

/// Recursive through the union by trial.
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    pub inner: Target,
    pub unknown: ::std::collections::BTreeMap<::std::string::String, ::typeloom::Value>,
}

const _: () = {
    use ::typeloom::__private as rt;

    static RECORD: rt::Record = rt::Record {
        title: "Nested",
        names: &["inner"],
        index: |name| match name {
            "inner" => ::core::option::Option::Some(0),
            _ => ::core::option::Option::None,
        },
        required: &[0],
    };

    #[derive(::core::default::Default)]
    struct Members {
        f0: ::core::option::Option<Target>,
        rest: ::std::collections::BTreeMap<::std::string::String, rt::Value>,
    }

    impl<'de> rt::Members<'de> for Members {
        fn field(&mut self, _: usize, reader: &mut rt::Reader<'de>) -> ::core::result::Result<(), rt::Fail> {
            rt::fill(&mut self.f0, reader)
        }

        fn other(&mut self, name: &str, reader: &mut rt::Reader<'de>) -> ::core::result::Result<(), rt::Fail> {
            rt::insert(&mut self.rest, name, reader)
        }
    }

    impl<'de> rt::Read<'de> for Nested {
        fn read(reader: &mut rt::Reader<'de>) -> ::core::result::Result<Self, rt::Fail> {
            let mut members = <Members as ::core::default::Default>::default();
            reader.object(&RECORD, &mut members)?;
            let ::core::option::Option::Some(inner) = members.f0 else {
                return ::core::result::Result::Err(reader.incomplete(&RECORD));
            };
            ::core::result::Result::Ok(Nested { inner, unknown: members.rest })
        }
    }

    impl rt::Write for Nested {
        fn write(&self, writer: &mut rt::Writer<'_>) -> ::core::result::Result<(), rt::Fail> {
            writer.object()?;
            writer.member("inner", &self.inner)?;
            writer.rest(&self.unknown, &RECORD)?;
            writer.end_object()
        }
    }
};
