//! What generated code says of a type beside its definition: each member once, everything else as data.
//!
//! The macros write the little that differs from type to type and cannot be data: where the parts of a value are, and
//! the implementations of the traits, which only forward.

/// A struct: its name, its description, its map of members without a field, and a row for each member. A row has the
/// index, the field, its [`Presence`](crate::typed::Presence), the name in the JSON, and its
/// [`Slot`](crate::typed::Slot) where it has rules. It is read where it stays, over blank fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    (
        $name:ident $title:literal $location:literal $rest:ident $(knowing [$($secret:literal),*])? = $extra:expr;
        $($index:literal $field:ident $presence:ident $wire:literal $(=> $slot:expr)?;)*
    ) => {
        const _: () = {
            $crate::__record! {
                $name $title $location $rest = $extra; $($index $field $presence $wire $(=> $slot)?;)*
            }

            impl $crate::__private::Blank for $name {
                const BLANK: Self = $name {
                    $($field: $crate::__private::Blank::BLANK,)*
                    $rest: $crate::__rest!($([$($secret),*])?),
                };
            }

            impl $crate::__private::State for $name {
                fn slot(&mut self, index: usize) -> &mut dyn $crate::__private::Fill {
                    match index {
                        $($index => &mut self.$field,)*
                        _ => &mut self.$rest,
                    }
                }

                fn rest(&mut self) -> &mut dyn $crate::__private::Rest {
                    &mut self.$rest
                }
            }

            impl $crate::__private::Fill for $name {
                fn fill(&mut self, reader: &mut $crate::__private::Reader<'_>) -> $crate::__private::Done {
                    reader.object(&RECORD, self)
                }
            }

            $crate::__traits! { $name $crate::__private::fill }
        };
    };
}

/// A struct that cannot be blank: a field is of a foreign type, or only another such struct could fill it. It is read
/// into a state, whose fields have types: those of the struct without what the presence adds.
#[doc(hidden)]
#[macro_export]
macro_rules! __object_by_state {
    (
        $name:ident $title:literal $location:literal $rest:ident: $map:ty $(, knowing [$($secret:literal),*])? = $extra:expr;
        $($index:literal $field:ident: $type:ty = $presence:ident $wire:literal $(=> $slot:expr)?;)*
    ) => {
        const _: () = {
            $crate::__record! {
                $name $title $location $rest = $extra; $($index $field $presence $wire $(=> $slot)?;)*
            }

            struct __State {
                $($field: $crate::__private::Option<$type>,)*
                $rest: $map,
            }

            impl $crate::__private::State for __State {
                fn slot(&mut self, index: usize) -> &mut dyn $crate::__private::Fill {
                    match index {
                        $($index => &mut self.$field,)*
                        _ => &mut self.$rest,
                    }
                }

                fn rest(&mut self) -> &mut dyn $crate::__private::Rest {
                    &mut self.$rest
                }
            }

            fn read_into(
                slot: &mut $crate::__private::Option<$name>,
                reader: &mut $crate::__private::Reader<'_>,
            ) -> $crate::__private::Done {
                let mut state = __State {
                    $($field: $crate::__private::None,)*
                    $rest: $crate::__rest!($([$($secret),*])?),
                };
                reader.object(&RECORD, &mut state)?;
                *slot = match state {
                    __State { $($field: $crate::__held!($presence $field),)* $rest } => {
                        $crate::__private::Some($name { $($field,)* $rest })
                    }
                    // A member is missing that must be there: the reader has said so.
                    #[allow(unreachable_patterns)]
                    _ => $crate::__private::None,
                };
                $crate::__private::Ok(())
            }

            $crate::__traits! { $name read_into }
        };
    };
}

/// What both kinds of structs have: their record, and how their values are looked at.
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    (
        $name:ident $title:literal $location:literal $rest:ident = $extra:expr;
        $($index:literal $field:ident $presence:ident $wire:literal $(=> $slot:expr)?;)*
    ) => {
        static RECORD: $crate::__private::Record = $crate::__private::Record {
            title: $title,
            location: $location,
            names: &[$($wire),*],
            presence: &[$($crate::__private::Presence::$presence),*],
            slots: &[$($(($index, $slot),)?)*],
            extra: $extra,
            found: $crate::__private::OnceLock::new(),
        };

        impl $crate::__private::Members for $name {
            fn item(&self, index: usize) -> &dyn $crate::__private::Item {
                match index {
                    $($index => &self.$field,)*
                    _ => &self.$rest,
                }
            }
        }

        impl $crate::__private::Item for $name {
            fn view(&self) -> $crate::__private::View<'_> {
                $crate::__private::View::Object(&RECORD, self)
            }
        }
    };
}

/// No members without a field, some of which the document may have for secrets.
#[doc(hidden)]
#[macro_export]
macro_rules! __rest {
    () => { $crate::__private::Blank::BLANK };
    ([$($secret:literal),*]) => { $crate::__private::Unknown::knowing(&[$($secret),*]) };
}

/// The state of a member: there, or whatever it is where it may be missing or `null`.
#[doc(hidden)]
#[macro_export]
macro_rules! __held {
    (Required $field:ident) => {
        $crate::__private::Some($field)
    };
    ($presence:ident $field:ident) => {
        $field
    };
}

/// An enum of strings: its name, the variant for any other string, the keyword, the location, how it is validated, and a
/// row for each value.
#[doc(hidden)]
#[macro_export]
macro_rules! __strings {
    ($name:ident $($rest:tt)*) => {
        $crate::__known_strings! { false $name $($rest)* }

        impl $crate::__private::fmt::Display for $name {
            fn fmt(&self, f: &mut $crate::__private::fmt::Formatter<'_>) -> $crate::__private::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

/// The same for strings that are secrets.
#[doc(hidden)]
#[macro_export]
macro_rules! __secret_strings {
    ($($all:tt)*) => {
        $crate::__known_strings! { true $($all)* }
    };
}

/// What both have.
#[doc(hidden)]
#[macro_export]
macro_rules! __known_strings {
    ($secret:literal $name:ident $other:ident $keyword:literal $location:literal = $validation:expr; $($variant:ident $value:literal;)*) => {
        impl $name {
            /// The string in the JSON.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$other(value) => $crate::__private::AsText::as_text(value),
                }
            }
        }

        impl $crate::__private::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    other => Self::$other($crate::__private::From::from(other)),
                }
            }
        }

        const _: () = {
            static STRINGS: $crate::__private::Strings = $crate::__private::Strings {
                location: $location,
                keyword: $keyword,
                values: &[$($value),*],
                secret: $secret,
                validation: $validation,
            };

            impl $crate::__private::Item for $name {
                fn view(&self) -> $crate::__private::View<'_> {
                    let known = !$crate::__private::matches!(self, Self::$other(_));
                    $crate::__private::View::Known(&STRINGS, self.as_str(), known)
                }
            }

            impl $crate::__private::Blank for $name {
                const BLANK: Self = Self::$other($crate::__private::Blank::BLANK);
            }

            impl $crate::__private::Fill for $name {
                fn fill(&mut self, reader: &mut $crate::__private::Reader<'_>) -> $crate::__private::Done {
                    reader.str_with(self)
                }
            }

            $crate::__traits! { $name $crate::__private::fill }
        };
    };
}

/// A union: its name, the branch that can be blank, the keyword, the location, how a branch is chosen, how it is
/// validated, and a row for each branch.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    (
        $name:ident $(over $blank:ident)? $keyword:literal $location:literal = $secret:literal, $choice:expr, $validation:expr;
        $($index:literal $variant:ident => $slot:expr;)*
    ) => {
        const _: () = {
            static UNION: $crate::__private::Union = $crate::__private::Union {
                location: $location,
                keyword: $keyword,
                choice: $choice,
                secret: $secret,
                branches: &[$(($crate::__private::stringify!($variant), $slot)),*],
                validation: $validation,
            };

            impl $crate::__private::Item for $name {
                fn view(&self) -> $crate::__private::View<'_> {
                    let (index, branch): (usize, &dyn $crate::__private::Item) = match self {
                        $(Self::$variant(branch) => ($index, branch),)*
                    };
                    $crate::__private::View::Branch(&UNION, index, branch)
                }
            }

            fn branches(
                index: usize,
                slot: &mut $crate::__private::Option<$name>,
                reader: &mut $crate::__private::Reader<'_>,
            ) -> $crate::__private::Done {
                match index {
                    $($index => $crate::__private::branch(slot, reader, $name::$variant),)*
                    _ => $crate::__private::Ok(()),
                }
            }

            fn read_into(
                slot: &mut $crate::__private::Option<$name>,
                reader: &mut $crate::__private::Reader<'_>,
            ) -> $crate::__private::Done {
                reader.union(&UNION, slot, branches)
            }

            $(
                impl $crate::__private::Blank for $name {
                    const BLANK: Self = Self::$blank($crate::__private::Blank::BLANK);
                }

                impl $crate::__private::Fill for $name {
                    fn fill(&mut self, reader: &mut $crate::__private::Reader<'_>) -> $crate::__private::Done {
                        $crate::__private::refill(self, reader)
                    }
                }
            )?

            $crate::__traits! { $name read_into }
        };
    };
}

/// A tuple struct: its name, the same again where it can be blank, the location, how it is validated, and what must hold
/// for what is in it.
#[doc(hidden)]
#[macro_export]
macro_rules! __newtype {
    ($name:ident $(over $blank:ident)? $location:literal = $validation:expr, $slot:expr;) => {
        const _: () = {
            static NEWTYPE: $crate::__private::Newtype =
                $crate::__private::Newtype { location: $location, slot: $slot, validation: $validation };

            impl $crate::__private::Item for $name {
                fn view(&self) -> $crate::__private::View<'_> {
                    $crate::__private::View::Wrapped(&NEWTYPE, &self.0)
                }
            }

            fn read_into(
                slot: &mut $crate::__private::Option<$name>,
                reader: &mut $crate::__private::Reader<'_>,
            ) -> $crate::__private::Done {
                $crate::__private::branch(slot, reader, $name)
            }

            $(
                impl $crate::__private::Blank for $blank {
                    const BLANK: Self = Self($crate::__private::Blank::BLANK);
                }

                impl $crate::__private::Fill for $blank {
                    fn fill(&mut self, reader: &mut $crate::__private::Reader<'_>) -> $crate::__private::Done {
                        $crate::__private::refill(&mut self.0, reader)
                    }
                }
            )?

            $crate::__traits! { $name read_into }
        };
    };
}

/// `Debug` of a type that is a secret.
#[doc(hidden)]
#[macro_export]
macro_rules! __redacted {
    ($name:ident) => {
        impl $crate::__private::fmt::Debug for $name {
            fn fmt(&self, f: &mut $crate::__private::fmt::Formatter<'_>) -> $crate::__private::fmt::Result {
                $crate::__private::redacted(f, $crate::__private::stringify!($name))
            }
        }
    };
}

/// The traits of a generated type: its name and the function that reads it. All but reading look at the value by its
/// description.
#[doc(hidden)]
#[macro_export]
macro_rules! __traits {
    ($name:ident $($read_into:tt)*) => {
        impl<'de> $crate::__private::Read<'de> for $name {
            fn read_into(
                slot: &mut $crate::__private::Option<Self>,
                reader: &mut $crate::__private::Reader<'de>,
            ) -> $crate::__private::Done {
                $($read_into)*(slot, reader)
            }
        }

        impl $crate::__private::Write for $name {
            fn write(&self, writer: &mut $crate::__private::Writer<'_>) -> $crate::__private::Done {
                $crate::__private::write(self, writer)
            }
        }

        impl $crate::__private::Validate for $name {
            fn check(&self, at: &$crate::__private::At<'_>, report: &mut $crate::__private::Report) {
                $crate::__private::check(self, at, report);
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }
    };
}

/// `JsonSchema` of a generated type: its name, and the schema.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($name:ident $text:literal $generator:ident => $schema:expr) => {
        impl $crate::__private::JsonSchema for $name {
            fn schema_name() -> $crate::__private::Cow<'static, str> {
                $crate::__private::Cow::Borrowed($text)
            }

            fn schema_id() -> $crate::__private::Cow<'static, str> {
                $crate::__private::Cow::Borrowed(::core::concat!(::core::module_path!(), "::", $text))
            }

            fn json_schema($generator: &mut $crate::__private::SchemaGenerator) -> $crate::__private::Schema {
                $schema
            }
        }
    };
}
