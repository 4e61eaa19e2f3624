//! What kind of value a check is about.

use super::{Check, Format};
use typeloom::{Kind, KindSet};

/// What kind of value a check is about. On values of other kinds it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Strings.
    Text,
    /// Numbers.
    Number,
    /// Arrays.
    Items,
    /// Objects.
    Members,
    /// Any value, `null` included.
    Whole,
}

impl Check {
    /// What kind of value it is about.
    pub fn class(&self) -> Class {
        match self {
            Check::MinLength(_) | Check::MaxLength(_) | Check::Pattern(_) => Class::Text,
            Check::Format(format) => format.class(),
            Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_) => Class::Number,
            Check::MinItems(_) | Check::MaxItems(_) | Check::UniqueItems => Class::Items,
            Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::PropertyNames(_)
            | Check::Required(_)
            | Check::DependentRequired { .. } => Class::Members,
            Check::Enum(_) | Check::Const(_) | Check::Never | Check::Rule(_) => Class::Whole,
        }
    }
}

impl Format {
    /// What kind of value it is about.
    pub fn class(self) -> Class {
        match self.width() {
            Some(_) => Class::Number,
            None => Class::Text,
        }
    }

    /// The least and the greatest integer of a format of numbers.
    pub fn width(self) -> Option<[&'static str; 2]> {
        match self {
            Format::Int32 => Some(["-2147483648", "2147483647"]),
            Format::Int64 => Some(["-9223372036854775808", "9223372036854775807"]),
            Format::Uint32 => Some(["0", "4294967295"]),
            Format::Uint64 => Some(["0", "18446744073709551615"]),
            Format::DateTime
            | Format::Date
            | Format::Time
            | Format::Duration
            | Format::Email
            | Format::IdnEmail
            | Format::Hostname
            | Format::IdnHostname
            | Format::Ipv4
            | Format::Ipv6
            | Format::Uri
            | Format::UriReference
            | Format::Iri
            | Format::IriReference
            | Format::UriTemplate
            | Format::Uuid
            | Format::JsonPointer
            | Format::RelativeJsonPointer
            | Format::Regex
            | Format::Byte => None,
        }
    }
}

impl Class {
    /// The kinds of values that it stands for.
    pub fn kinds(self) -> KindSet {
        match self {
            Class::Text => KindSet::of(&[Kind::String]),
            Class::Number => KindSet::of(&[Kind::Integer, Kind::Fraction]),
            Class::Items => KindSet::of(&[Kind::Array]),
            Class::Members => KindSet::of(&[Kind::Object]),
            Class::Whole => KindSet::ALL,
        }
    }
}
