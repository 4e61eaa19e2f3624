//! The schemas that a keyword holds or leads to: what every walk over a [`Spec`](super::Spec) needs.

use super::{Discriminator, Keyword, SchemaId};

impl Keyword {
    /// The schemas written in this keyword, in order. References are not among them: see [`Keyword::reference`].
    pub fn subschemas(&self) -> Vec<SchemaId> {
        let mut all = Vec::new();
        self.each_subschema(&mut |schema| all.push(schema));
        all
    }

    /// Calls `visit` with each of [`Keyword::subschemas`]: most keywords have none, and walks ask all of them.
    pub(crate) fn each_subschema(&self, visit: &mut dyn FnMut(SchemaId)) {
        match self {
            Keyword::AllOf(schemas)
            | Keyword::AnyOf(schemas)
            | Keyword::OneOf(schemas)
            | Keyword::PrefixItems(schemas) => schemas.iter().for_each(|schema| visit(*schema)),
            Keyword::Not(schema)
            | Keyword::ContentSchema(schema)
            | Keyword::Items(schema)
            | Keyword::Contains { schema, .. }
            | Keyword::UnevaluatedItems(schema)
            | Keyword::AdditionalProperties(schema)
            | Keyword::PropertyNames(schema)
            | Keyword::UnevaluatedProperties(schema) => visit(*schema),
            Keyword::If { condition, then, otherwise } => {
                [Some(*condition), *then, *otherwise].into_iter().flatten().for_each(visit);
            }
            Keyword::Properties(fields) => fields.iter().for_each(|field| visit(field.schema)),
            Keyword::PatternProperties(patterns) => patterns.iter().for_each(|(_, schema)| visit(*schema)),
            Keyword::DependentSchemas(schemas) => schemas.iter().for_each(|(_, schema)| visit(*schema)),
            Keyword::Never
            | Keyword::Type(_)
            | Keyword::Enum(_)
            | Keyword::Const(_)
            | Keyword::Ref(_)
            | Keyword::DynamicRef(_)
            | Keyword::Discriminator(_)
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
            | Keyword::MinItems(_)
            | Keyword::MaxItems(_)
            | Keyword::UniqueItems
            | Keyword::Required(_)
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_)
            | Keyword::DependentRequired { .. } => {}
        }
    }

    /// Where a reference leads; a dynamic one, where nothing on the way says otherwise.
    pub fn reference(&self) -> Option<SchemaId> {
        match self {
            Keyword::Ref(reference) => Some(reference.target),
            Keyword::DynamicRef(reference) => Some(reference.initial),
            _ => None, // an accessor for references has nothing to say of the others
        }
    }
}

impl Discriminator {
    /// Every schema that it leads to.
    pub fn targets(&self) -> impl Iterator<Item = SchemaId> {
        self.mapping.iter().map(|(_, id)| *id).chain(self.default)
    }
}
