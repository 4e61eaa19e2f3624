//! Which keywords assert something: `minLength: 0` does not, nor does `items: true`, nor does a `format` that is only
//! an annotation.

use super::formats::{self, Meaning};
use crate::options::Options;
use crate::spec::{Keyword, SchemaId, Spec};

/// How deep `{"allOf": [{"allOf": [{}]}]}` is looked through.
const DEPTH: u8 = 8;

/// The keywords of a schema that assert something, with their index.
pub(super) fn keywords<'s>(
    spec: &'s Spec,
    options: &Options,
    id: SchemaId,
) -> impl Iterator<Item = (usize, &'s Keyword)> {
    let keywords = spec.schema(id).keywords.iter().map(|keyword| &keyword.value).enumerate();
    keywords.filter(move |(_, keyword)| asserts(spec, options, id, keyword, DEPTH))
}

/// Whether a schema allows every value.
pub(super) fn is_trivial(spec: &Spec, options: &Options, id: SchemaId) -> bool {
    trivial(spec, options, id, DEPTH)
}

fn trivial(spec: &Spec, options: &Options, id: SchemaId, depth: u8) -> bool {
    depth > 0 && !spec.schema(id).keywords.iter().any(|keyword| asserts(spec, options, id, &keyword.value, depth - 1))
}

fn asserts(spec: &Spec, options: &Options, id: SchemaId, keyword: &Keyword, depth: u8) -> bool {
    let asserting = |id: &SchemaId| !trivial(spec, options, *id, depth);
    match keyword {
        Keyword::Discriminator(_)
        | Keyword::ContentEncoding(_)
        | Keyword::ContentMediaType(_)
        | Keyword::ContentSchema(_) => false,
        Keyword::Never
        | Keyword::Type(_)
        | Keyword::Enum(_)
        | Keyword::Const(_)
        | Keyword::Ref(_)
        | Keyword::DynamicRef(_)
        | Keyword::OneOf(_)
        | Keyword::Not(_)
        | Keyword::Minimum(_)
        | Keyword::Maximum(_)
        | Keyword::ExclusiveMinimum(_)
        | Keyword::ExclusiveMaximum(_)
        | Keyword::MultipleOf(_)
        | Keyword::MaxLength(_)
        | Keyword::Pattern(_)
        | Keyword::MaxItems(_)
        | Keyword::UniqueItems
        | Keyword::MaxProperties(_) => true,
        Keyword::Format(name) => match formats::meaning(name) {
            Meaning::Documented | Meaning::Unknown => false,
            Meaning::Text(_) | Meaning::Width(_) => formats::asserted(spec, options.formats, spec.schema(id)),
        },
        Keyword::MinLength(limit) | Keyword::MinItems(limit) | Keyword::MinProperties(limit) => *limit > 0,
        Keyword::AllOf(schemas) => schemas.iter().any(asserting),
        // Even where they allow everything, they decide what is left to `items` and `additionalProperties`.
        Keyword::PrefixItems(schemas) => !schemas.is_empty(),
        Keyword::PatternProperties(patterns) => !patterns.is_empty(),
        Keyword::AnyOf(schemas) => schemas.iter().all(asserting),
        Keyword::If { condition: _, then, otherwise } => [then, otherwise].into_iter().flatten().any(asserting),
        Keyword::Contains { min, max, .. } => *min > 0 || max.is_some(),
        // A property without rules is still a field.
        Keyword::Properties(fields) => !fields.is_empty(),
        Keyword::Items(id)
        | Keyword::UnevaluatedItems(id)
        | Keyword::AdditionalProperties(id)
        | Keyword::PropertyNames(id)
        | Keyword::UnevaluatedProperties(id) => asserting(id),
        Keyword::Required(names) => !names.is_empty(),
        Keyword::DependentRequired { keyword: _, names } => names.iter().any(|(_, names)| !names.is_empty()),
        Keyword::DependentSchemas(schemas) => schemas.iter().any(|(_, id)| asserting(id)),
    }
}
