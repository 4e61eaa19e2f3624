//! What must hold at a place, as data: checks, and what stands inside.

use crate::check::{Limit, Literal};
#[cfg(feature = "pattern")]
use crate::pattern::Pattern;
use crate::rules::RuleSet;

/// A position that is described by a schema.
#[derive(Debug)]
pub struct Slot(
    /// The step to its schema. At the member of an object a step that does not begin with `/` follows
    /// `/properties/<name>`: `$ref`.
    pub &'static str,
    /// What must hold for the value.
    pub &'static [Check],
    /// What stands in it.
    pub Next,
);

/// What stands inside of a [`Slot`].
#[derive(Debug)]
pub enum Next {
    /// Nothing with checks of its own.
    End,
    /// Items of an array, values of a map, or what is not `null`.
    Each(&'static Slot),
    /// A float, which must be a number that JSON can say.
    Finite,
    /// A generated type, and the further step to it.
    Item(&'static str),
    /// An alias: the further step to it, its absolute location, and what it is another name for.
    Alias(&'static str, &'static str, &'static Slot),
}

/// How a generated type is validated.
#[derive(Clone, Copy, Debug)]
pub enum Validation {
    /// Everything that can be read is valid.
    Nothing,
    /// By its slots.
    Typed,
    /// By this rule over the JSON value as a whole.
    ByValue(&'static RuleSet, u32),
}

/// A rule of a document that looks at one value.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// `minLength`, in code points.
    MinLength(u64),
    /// `maxLength`, in code points.
    MaxLength(u64),
    /// `pattern`
    #[cfg(feature = "pattern")]
    Pattern(&'static Pattern),
    /// `format`: its name, and what tells.
    Format(&'static str, fn(&str) -> bool),
    /// The formats `int32`, `int64`, `uint32` and `uint64`: the name and the bounds.
    Width(&'static str, Limit, Limit),
    /// `minimum`
    Minimum(Limit),
    /// `maximum`
    Maximum(Limit),
    /// `exclusiveMinimum`
    ExclusiveMinimum(Limit),
    /// `exclusiveMaximum`
    ExclusiveMaximum(Limit),
    /// `multipleOf`
    MultipleOf(Limit),
    /// `minItems`
    MinItems(u64),
    /// `maxItems`
    MaxItems(u64),
    /// `uniqueItems`
    UniqueItems,
    /// `minProperties`
    MinProperties(u64),
    /// `maxProperties`
    MaxProperties(u64),
    /// `propertyNames`, on names that are no fields.
    PropertyNames(&'static [Check]),
    /// `required`
    Required(&'static [&'static str]),
    /// `dependentRequired`, or what the document calls it: if the first member is there, the others must be.
    DependentRequired(&'static str, &'static str, &'static [&'static str]),
    /// `enum` or `const`, by the keyword.
    OneOf(&'static str, &'static [Literal]),
    /// The boolean schema `false`.
    Never,
    /// A rule over the JSON value.
    Rule(&'static RuleSet, u32),
}

/// What kind of value a check is about. On values of other kinds it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    Text,
    Number,
    Items,
    Members,
    /// Any value, `null` included.
    Whole,
}

impl Check {
    /// What kind of value it is about.
    pub(crate) const fn class(&self) -> Class {
        match self {
            #[cfg(feature = "pattern")]
            Check::Pattern(_) => Class::Text,
            Check::MinLength(_) | Check::MaxLength(_) | Check::Format(..) => Class::Text,
            Check::Width(..)
            | Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_) => Class::Number,
            Check::MinItems(_) | Check::MaxItems(_) | Check::UniqueItems => Class::Items,
            Check::MinProperties(_)
            | Check::MaxProperties(_)
            | Check::PropertyNames(_)
            | Check::Required(_)
            | Check::DependentRequired(..) => Class::Members,
            Check::OneOf(..) | Check::Never | Check::Rule(..) => Class::Whole,
        }
    }
}
