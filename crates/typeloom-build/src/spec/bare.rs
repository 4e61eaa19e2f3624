//! A keyword without what differs from document to document: places, and the ids of schemas.
//!
//! In comes a [`Keyword`], out comes one to compare with others; what the schemas in it say is compared apart.

use super::{Discriminator, DynamicReference, EnumValue, Evidence, Field, Keyword, Reference, SchemaId, Spelling};
use crate::source::{At, SourceId, Span};

const NONE: SchemaId = SchemaId(0);

impl Keyword {
    /// This keyword without places, ids and the spelling of references. Lists of schemas keep their lengths, so that
    /// two keywords which are equal then say the same if their [`Keyword::subschemas`] and references do.
    pub(crate) fn bare(&self) -> Keyword {
        let list = |schemas: &[SchemaId]| vec![NONE; schemas.len()];
        match self {
            Keyword::Enum(values) => Keyword::Enum(values.iter().map(value).collect()),
            Keyword::Ref(_) => Keyword::Ref(Reference { target: NONE, text: String::new() }),
            Keyword::DynamicRef(DynamicReference { initial: _, anchor, text: _ }) => {
                Keyword::DynamicRef(DynamicReference { initial: NONE, anchor: anchor.clone(), text: String::new() })
            }
            Keyword::AllOf(schemas) => Keyword::AllOf(list(schemas)),
            Keyword::AnyOf(schemas) => Keyword::AnyOf(list(schemas)),
            Keyword::OneOf(schemas) => Keyword::OneOf(list(schemas)),
            Keyword::Not(_) => Keyword::Not(NONE),
            Keyword::If { condition: _, then, otherwise } => {
                Keyword::If { condition: NONE, then: then.map(|_| NONE), otherwise: otherwise.map(|_| NONE) }
            }
            Keyword::Discriminator(Discriminator { property, mapping, default }) => {
                let mapping = mapping.iter().map(|(value, _)| (value.clone(), NONE)).collect();
                let default = default.map(|_| NONE);
                Keyword::Discriminator(Discriminator { property: property.clone(), mapping, default })
            }
            Keyword::ContentSchema(_) => Keyword::ContentSchema(NONE),
            Keyword::PrefixItems(schemas) => Keyword::PrefixItems(list(schemas)),
            Keyword::Items(_) => Keyword::Items(NONE),
            Keyword::Contains { schema: _, min, max, evaluates } => {
                Keyword::Contains { schema: NONE, min: *min, max: *max, evaluates: *evaluates }
            }
            Keyword::UnevaluatedItems(_) => Keyword::UnevaluatedItems(NONE),
            Keyword::Properties(fields) => Keyword::Properties(fields.iter().map(field).collect()),
            Keyword::PatternProperties(schemas) => Keyword::PatternProperties(named(schemas)),
            Keyword::AdditionalProperties(_) => Keyword::AdditionalProperties(NONE),
            Keyword::PropertyNames(_) => Keyword::PropertyNames(NONE),
            Keyword::Required(names) => Keyword::Required(texts(names)),
            // Both keywords mean the same.
            Keyword::DependentRequired { keyword: _, names } => {
                let one = |(name, names): &(At<String>, Vec<At<String>>)| (text(name), texts(names));
                Keyword::DependentRequired { keyword: "dependentRequired", names: names.iter().map(one).collect() }
            }
            Keyword::DependentSchemas(schemas) => Keyword::DependentSchemas(named(schemas)),
            Keyword::UnevaluatedProperties(_) => Keyword::UnevaluatedProperties(NONE),
            Keyword::Never
            | Keyword::Type(_)
            | Keyword::Const(_)
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
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_) => self.clone(),
        }
    }
}

fn nowhere() -> Span {
    Span::start_of(SourceId(0))
}

fn text(text: &At<String>) -> At<String> {
    nowhere().at(text.value.clone())
}

fn texts(texts: &[At<String>]) -> Vec<At<String>> {
    texts.iter().map(text).collect()
}

fn named(schemas: &[(At<String>, SchemaId)]) -> Vec<(At<String>, SchemaId)> {
    schemas.iter().map(|(name, _)| (text(name), NONE)).collect()
}

fn value(value: &EnumValue) -> EnumValue {
    EnumValue { span: nowhere(), ..value.clone() }
}

/// What a manifest says of the Rust side of a field is not part of what a document says.
fn field(field: &Field) -> Field {
    let spelling = field.spelling.as_ref().map(|spelling| {
        let evidence = match spelling.evidence {
            Evidence::Named(_) => Evidence::Named(nowhere()),
            Evidence::PageConvention(convention, _) => Evidence::PageConvention(convention, nowhere()),
            Evidence::VendorConvention(convention, _) => Evidence::VendorConvention(convention, nowhere()),
            Evidence::ValueConvention(convention, _) => Evidence::ValueConvention(convention, nowhere()),
            Evidence::Override(_) => Evidence::Override(nowhere()),
            Evidence::OneWord => Evidence::OneWord,
            Evidence::Capital => Evidence::Capital,
            Evidence::Nothing => Evidence::Nothing,
        };
        Spelling { evidence, ..spelling.clone() }
    });
    Field { span: nowhere(), schema: NONE, rust_name: None, secret: Vec::new(), spelling, ..field.clone() }
}
