//! The uniform representation: what the documents of one vendor say, in the vendor's words.
//!
//! `Spec` is JSON Schema's data model, normalised to the meaning of draft 2020-12, with references resolved to ids.
//! It can express all of JSON Schema; a row of a table on a reference page lowers to the same [`Field`] as a property
//! of a schema. It knows nothing of Rust.
//!
//! Normalised means: `definitions` is `$defs`; `items: [..]` is [`Keyword::PrefixItems`]; a boolean
//! `exclusiveMinimum` is a bound; `dependencies` is split in two; `nullable: true` has become a `null` in
//! [`Keyword::Type`] (and in [`Keyword::Enum`]); siblings of `$ref` are gone in the drafts that ignore them;
//! `$recursiveRef` is [`Keyword::DynamicRef`]; a type expression of a page (`List[str]`) is `Type` and `Items`.

mod any_instance;
mod bare;
mod difference;
mod kinds;
mod notes;
mod subschemas;

use crate::source::{At, SourceId, Span};
use std::collections::BTreeSet;
use typeloom::{Number, Value};

pub use any_instance::AnyInstance;
pub use difference::difference;
pub use kinds::{Kind, Kinds};
pub use notes::{Notes, SchemaNotes};

/// What the documents of one vendor say.
#[derive(Clone, Debug)]
pub struct Spec {
    /// The vendor: the name of its folder, `workos`.
    pub vendor: String,
    /// Every schema, subschemas included. [`SchemaId`]s index it.
    pub schemas: Vec<Schema>,
    /// The schemas that have a name of their own and so become types of their own, in order of file name and then of
    /// place. References may lead to schemas that are not listed here.
    pub types: Vec<NamedSchema>,
    /// The resources that are tables of reference pages. What they say is weaker than what a schema says.
    pub tables: BTreeSet<ResourceId>,
    /// The documents that are no schemas but hold some for all who refer to them, as OpenAPI documents do.
    pub holders: BTreeSet<SourceId>,
    /// The schema resources (2020-12 core, section 4.3.5) that `$dynamicRef` chooses from.
    pub resources: Vec<Resource>,
}

/// Which schema of a [`Spec`] is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SchemaId(pub u32);

/// Which resource of a [`Spec`] is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ResourceId(pub u32);

/// A schema with a name of its own.
#[derive(Clone, Debug)]
pub struct NamedSchema {
    /// The vendor's name, as written: `api_user_v1_User`, `AuthenticateResponse`.
    pub name: String,
    /// The schema.
    pub schema: SchemaId,
    /// Where the name was written; for a stand-in, where the first reference to it was written.
    pub span: Span,
    /// Where the name came from.
    pub origin: Origin,
    /// The Rust name that an override gives, and where: it is taken as it is. Readers leave it [`None`].
    pub rust_name: Option<At<String>>,
    /// Whether an override says that the type is a secret, or none, and where. Readers leave it [`None`].
    pub secret: Option<At<bool>>,
}

/// Where the name of a [`NamedSchema`] came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A whole document: its title, its `$id`, its heading or its file name.
    Document,
    /// An entry of `$defs`, `definitions` or `components/schemas`.
    Definition,
    /// A body that an OpenAPI document describes in place: named after its operation.
    Body,
    /// Nothing: something refers to this name and no document describes it. The schema allows everything.
    StandIn,
}

/// One schema or subschema: notes and keywords in the order of the document.
///
/// The boolean schema `true` is one without keywords, `false` is one with [`Keyword::Never`].
#[derive(Clone, Debug)]
pub struct Schema {
    /// The smallest text that holds it: the JSON object, or the type cell of a table row.
    pub span: Span,
    /// The document that it was read from.
    pub document: SourceId,
    /// JSON Pointer from the root of its document: `/properties/email`. On pages, the same as if the page had been
    /// exported as a schema.
    pub pointer: String,
    /// The schema resource that it belongs to.
    pub resource: ResourceId,
    /// What the document says about it that is no rule.
    pub notes: SchemaNotes,
    /// The rules.
    pub keywords: Vec<At<Keyword>>,
}

/// One rule of a schema. Names and meanings are those of JSON Schema 2020-12 unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Keyword {
    /// The boolean schema `false`.
    Never,
    /// `type`.
    Type(Kinds),
    /// `enum`.
    Enum(Vec<EnumValue>),
    /// `const`.
    Const(Value),
    /// `$ref`.
    Ref(Reference),
    /// `$dynamicRef`; `$recursiveRef` has the anchor "" (draft 2019-09, section 8.2.4.2.1).
    DynamicRef(DynamicReference),
    /// `allOf`.
    AllOf(Vec<SchemaId>),
    /// `anyOf`.
    AnyOf(Vec<SchemaId>),
    /// `oneOf`.
    OneOf(Vec<SchemaId>),
    /// `not`.
    Not(SchemaId),
    /// `if`, with its `then` and `else`. Those two without `if` mean nothing and are not kept.
    If {
        /// `if`.
        condition: SchemaId,
        /// `then`.
        then: Option<SchemaId>,
        /// `else`.
        otherwise: Option<SchemaId>,
    },
    /// OpenAPI's `discriminator`. It asserts nothing by itself; it says which member tells the branches apart.
    Discriminator(Discriminator),
    /// `minimum`.
    Minimum(Number),
    /// `maximum`.
    Maximum(Number),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(Number),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(Number),
    /// `multipleOf`.
    MultipleOf(Number),
    /// `minLength`, in code points.
    MinLength(u64),
    /// `maxLength`, in code points.
    MaxLength(u64),
    /// `pattern`, an ECMA-262 expression as written.
    Pattern(String),
    /// `format`, as written.
    Format(String),
    /// `contentEncoding`.
    ContentEncoding(String),
    /// `contentMediaType`.
    ContentMediaType(String),
    /// `contentSchema`.
    ContentSchema(SchemaId),
    /// `prefixItems`.
    PrefixItems(Vec<SchemaId>),
    /// `items` of 2020-12: every item behind the prefix.
    Items(SchemaId),
    /// `contains`, with `minContains` (1 where absent) and `maxContains`.
    Contains {
        /// What is counted.
        schema: SchemaId,
        /// `minContains`.
        min: u64,
        /// `maxContains`.
        max: Option<u64>,
        /// Whether the items that it finds count as evaluated for `unevaluatedItems`. They do since 2020-12 and did
        /// not in 2019-09.
        evaluates: bool,
    },
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems: true`; `false` is not kept.
    UniqueItems,
    /// `unevaluatedItems`.
    UnevaluatedItems(SchemaId),
    /// `properties`, or the rows of a table.
    Properties(Vec<Field>),
    /// `patternProperties`: expressions as written.
    PatternProperties(Vec<(At<String>, SchemaId)>),
    /// `additionalProperties`.
    AdditionalProperties(SchemaId),
    /// `propertyNames`.
    PropertyNames(SchemaId),
    /// `required`, or the rows with a required mark. May list names that `Properties` does not.
    Required(Vec<At<String>>),
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
    /// `dependentRequired`.
    DependentRequired {
        /// The keyword that says so in the document: `dependencies` where it is older than 2019-09.
        keyword: &'static str,
        /// Names, and the names that must be there with them.
        names: Vec<(At<String>, Vec<At<String>>)>,
    },
    /// `dependentSchemas`.
    DependentSchemas(Vec<(At<String>, SchemaId)>),
    /// `unevaluatedProperties`.
    UnevaluatedProperties(SchemaId),
}

/// One value of an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value in the JSON.
    pub value: Value,
    /// Where it was written.
    pub span: Span,
    /// What the vendor calls it, where that is not the value: `x-enum-varnames`, the name column of an enum page.
    pub name: Option<String>,
    /// What the vendor says about it.
    pub description: Option<String>,
}

/// A resolved reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where it leads.
    pub target: SchemaId,
    /// What the document says: `#/components/schemas/UserlandUser`, `models.AuthProviders`.
    pub text: String,
}

/// A reference whose target depends on the schemas that evaluation came through (2020-12 core, section 8.2.3.2).
#[derive(Clone, Debug, PartialEq)]
pub struct DynamicReference {
    /// Where it leads when nothing on the way says otherwise.
    pub initial: SchemaId,
    /// The name to look for in the resources on the way, outermost first.
    pub anchor: String,
    /// What the document says.
    pub text: String,
}

/// A schema resource: a document, or a subschema with an `$id` of its own.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its absolute URI; an invented one where the document has none.
    pub uri: String,
    /// Its root.
    pub root: SchemaId,
    /// `$dynamicAnchor`s in it; `$recursiveAnchor: true` is the anchor "".
    pub dynamic_anchors: Vec<(String, SchemaId)>,
    /// Whether its meta-schema demands that `format` is asserted (2020-12 validation, section 7.2.2).
    pub asserts_formats: bool,
}

/// OpenAPI's `discriminator`.
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// `propertyName`.
    pub property: String,
    /// `mapping`: value to schema.
    pub mapping: Vec<(String, SchemaId)>,
    /// `defaultMapping` (OpenAPI 3.2): the schema where the member is missing or has another value.
    pub default: Option<SchemaId>,
}

/// A member of an object that a document describes.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name in the JSON: `nextStep`.
    pub name: String,
    /// Where the name was written (the name cell, the key).
    pub span: Span,
    /// What its value must be. Description, default and examples of the row are in that schema's [`Notes`].
    pub schema: SchemaId,
    /// The spelling of the page, where pages show names of another language: `next_step`. [`None`] in schemas, whose
    /// names are the JSON's.
    pub spelling: Option<Spelling>,
    /// Whether the document can say that the key is required. If so, [`Keyword::Required`] has the answer.
    pub required: Stated,
    /// Whether the document can say that `null` occurs. If so, the field's schema has the answer; if not, `null` is
    /// read as if the key were absent.
    pub null: Stated,
    /// What overrides say of whether the value is a secret, and where: that of the type, that of the field. The last
    /// one decides; where there is none, the rules of `plan` do.
    pub secret: Vec<At<bool>>,
    /// The Rust name that an override gives, and where: it is taken as it is. Readers leave it [`None`].
    pub rust_name: Option<At<String>>,
}

/// How a page spells a field, and how the name in the JSON was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelling {
    /// As on the page: `next_step`.
    pub page: String,
    /// What decided the name in the JSON.
    pub evidence: Evidence,
    /// Whether the page's spelling is accepted too when reading: nothing on the page names the field directly.
    pub accepted: bool,
}

/// What decided the name of a field in the JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// One word: every convention spells it the same.
    OneWord,
    /// The page itself names it, in prose or in an example, at this place.
    Named(Span),
    /// Other names on this page follow a convention; the place of one of them.
    PageConvention(Convention, Span),
    /// The vendor's other pages follow a convention; the place of one name that shows it.
    VendorConvention(Convention, Span),
    /// The values of the vendor's enumerations follow a convention, and no name speaks for another; the place of one
    /// value that shows it.
    ValueConvention(Convention, Span),
    /// `vendor.toml` says so.
    Override(Span),
    /// Nothing but the language of the page, which begins every name with a capital: that one is taken off.
    Capital,
    /// Nothing: the page's spelling is taken.
    Nothing,
}

/// A way to spell names of several words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Convention {
    /// `nextStep`
    Camel,
    /// `next_step`
    Snake,
    /// `NextStep`
    Pascal,
    /// `next-step`
    Kebab,
}

impl Convention {
    /// Every convention.
    pub const ALL: [Convention; 4] = [Convention::Camel, Convention::Snake, Convention::Pascal, Convention::Kebab];
}

/// Whether a document is able to state a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stated {
    /// It is: what it says is what holds, and silence means no.
    Yes,
    /// It is not: this kind of page has no way to say it.
    Unknown,
}

impl Spec {
    /// The schema behind `id`.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.0 as usize]
    }

    /// The schema behind `id`, to be changed by `amend`.
    pub fn schema_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.schemas[id.0 as usize]
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..self.schemas.len() as u32).map(SchemaId)
    }
}

impl Schema {
    /// The set of `type`, where it is written.
    pub fn kinds(&self) -> Option<Kinds> {
        self.keywords.iter().find_map(|keyword| match keyword.value {
            Keyword::Type(kinds) => Some(kinds),
            _ => None, // an accessor for one keyword has nothing to say of the others
        })
    }

    /// The fields of `properties`, empty where there is none.
    pub fn fields(&self) -> &[Field] {
        self.keywords
            .iter()
            .find_map(
                |keyword| if let Keyword::Properties(fields) = &keyword.value { Some(fields.as_slice()) } else { None },
            )
            .unwrap_or(&[])
    }

    /// The names of `required`, empty where there is none.
    pub fn required(&self) -> &[At<String>] {
        self.keywords
            .iter()
            .find_map(
                |keyword| if let Keyword::Required(names) = &keyword.value { Some(names.as_slice()) } else { None },
            )
            .unwrap_or(&[])
    }
}
