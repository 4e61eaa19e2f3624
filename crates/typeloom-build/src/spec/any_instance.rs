//! What a keyword says of instances of any type.
//!
//! Most keywords concern one type of instance and let the others pass: `maxLength` holds for a number whatever it
//! says. Who asks about several types, or about `null`, has only the others to look at.

use super::{DynamicReference, EnumValue, Keyword, Kinds, Reference, SchemaId};
use typeloom::Value;

/// A keyword that concerns instances of any type: an assertion of 2020-12 validation, section 6.1, or one that applies
/// schemas in place (2020-12 core, sections 8.2.3 and 10.2), without `dependentSchemas`, which concerns objects.
#[derive(Clone, Copy, Debug)]
pub enum AnyInstance<'a> {
    /// The boolean schema `false`.
    Never,
    /// `type`.
    Type(Kinds),
    /// `enum`.
    Enum(&'a [EnumValue]),
    /// `const`.
    Const(&'a Value),
    /// `$ref`.
    Ref(&'a Reference),
    /// `$dynamicRef`.
    DynamicRef(&'a DynamicReference),
    /// `allOf`.
    AllOf(&'a [SchemaId]),
    /// `anyOf`.
    AnyOf(&'a [SchemaId]),
    /// `oneOf`.
    OneOf(&'a [SchemaId]),
    /// `not`.
    Not(SchemaId),
    /// `if`, with its `then` and `else`.
    If {
        /// `if`.
        condition: SchemaId,
        /// `then`.
        then: Option<SchemaId>,
        /// `else`.
        otherwise: Option<SchemaId>,
    },
}

impl Keyword {
    /// What this says of instances of any type. [`None`] where it concerns one type only, or asserts nothing.
    pub fn any_instance(&self) -> Option<AnyInstance<'_>> {
        Some(match self {
            Keyword::Never => AnyInstance::Never,
            Keyword::Type(kinds) => AnyInstance::Type(*kinds),
            Keyword::Enum(values) => AnyInstance::Enum(values),
            Keyword::Const(value) => AnyInstance::Const(value),
            Keyword::Ref(reference) => AnyInstance::Ref(reference),
            Keyword::DynamicRef(reference) => AnyInstance::DynamicRef(reference),
            Keyword::AllOf(schemas) => AnyInstance::AllOf(schemas),
            Keyword::AnyOf(schemas) => AnyInstance::AnyOf(schemas),
            Keyword::OneOf(schemas) => AnyInstance::OneOf(schemas),
            Keyword::Not(schema) => AnyInstance::Not(*schema),
            Keyword::If { condition, then, otherwise } => {
                AnyInstance::If { condition: *condition, then: *then, otherwise: *otherwise }
            }
            Keyword::Discriminator(_)
            | Keyword::Minimum(_)
            | Keyword::Maximum(_)
            | Keyword::ExclusiveMinimum(_)
            | Keyword::ExclusiveMaximum(_)
            | Keyword::MultipleOf(_)
            | Keyword::MinLength(_)
            | Keyword::MaxLength(_)
            | Keyword::Pattern(_)
            | Keyword::Format(_)
            | Keyword::ContentEncoding(_)
            | Keyword::ContentMediaType(_)
            | Keyword::ContentSchema(_)
            | Keyword::PrefixItems(_)
            | Keyword::Items(_)
            | Keyword::Contains { .. }
            | Keyword::MinItems(_)
            | Keyword::MaxItems(_)
            | Keyword::UniqueItems
            | Keyword::UnevaluatedItems(_)
            | Keyword::Properties(_)
            | Keyword::PatternProperties(_)
            | Keyword::AdditionalProperties(_)
            | Keyword::PropertyNames(_)
            | Keyword::Required(_)
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_)
            | Keyword::DependentRequired { .. }
            | Keyword::DependentSchemas(_)
            | Keyword::UnevaluatedProperties(_) => return None,
        })
    }
}
