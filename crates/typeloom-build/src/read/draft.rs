//! A [`Spec`](crate::spec::Spec) in the making: all documents of one vendor, references not resolved yet.

use crate::read::json_schema::dialect::Dialect;
use crate::read::link::documents::Documents;
#[cfg(feature = "openapi")]
use crate::read::openapi::family::Family;
#[cfg(feature = "pages")]
use crate::read::page::{passed_over::PassedOver, unlinked::Unlinked, wire_names::PageNames};
use crate::read::tree::Trees;
use crate::source::{SourceId, Span};
use crate::spec::{Field, Keyword, NamedSchema, Reference, Resource, ResourceId, Schema, SchemaId, SchemaNotes};
use std::collections::BTreeSet;

/// What the readers of all documents of one vendor have found so far.
#[derive(Default)]
pub(crate) struct Draft {
    /// As in the finished `Spec`, but references lead to [`UNRESOLVED`].
    pub schemas: Vec<Schema>,
    /// As in the finished `Spec`, without stand-ins.
    pub types: Vec<NamedSchema>,
    /// As in the finished `Spec`.
    pub resources: Vec<Resource>,
    /// As in the finished `Spec`.
    pub holders: BTreeSet<SourceId>,
    /// Every reference, in the order of reading.
    pub references: Vec<Pending>,
    /// The JSON behind the schemas, and under which URIs, anchors and pointers they are found.
    pub documents: Documents,
    /// The texts that were parsed.
    pub trees: Trees,
    /// The files that belong to an OpenAPI document.
    #[cfg(feature = "openapi")]
    pub family: Family,
    /// Whether the letter of a specification counts for more than what vendors mean.
    pub exact: bool,
    /// Whether no page of the vendor marks what is optional, so that nothing is stated of what must be there.
    #[cfg(feature = "pages")]
    pub unmarked: bool,
    /// Types that pages name without a link to them, and pages without rows.
    #[cfg(feature = "pages")]
    pub unlinked: Unlinked,
    /// Pages whose fields are spelled as attributes of another language, and the names they mention.
    #[cfg(feature = "pages")]
    pub pages: Vec<PageNames>,
    /// Pages that hold no type.
    #[cfg(feature = "pages")]
    pub passed_over: Vec<PassedOver>,
}

/// A reference that is not resolved yet: the keyword `keyword` of the schema `schema`.
pub(crate) struct Pending {
    /// The schema that refers.
    pub schema: SchemaId,
    /// Index into its keywords.
    pub keyword: usize,
    /// Which reference of the keyword, where it holds several: the entry of a discriminator's mapping, or
    /// [`Pending::DEFAULT`].
    pub entry: usize,
    /// Where the reference was written.
    pub span: Span,
    /// What it refers to.
    pub target: Target,
}

impl Pending {
    /// The entry of a discriminator's `defaultMapping`.
    pub const DEFAULT: usize = usize::MAX;
}

/// What a reference says.
pub(crate) enum Target {
    /// A URI reference, resolved against the base URI of its resource by the linker: `#/$defs/a`, `user.json`.
    Uri(String),
    /// The name of a type, as pages have it: `AuthProviders`. Found by name, title or file name among all documents of
    /// the vendor, whatever their dialect.
    Name(String),
}

/// The target of a reference that is not resolved yet.
pub(crate) const UNRESOLVED: SchemaId = SchemaId(u32::MAX);

impl Draft {
    /// Adds a schema without rules and without notes.
    pub fn schema(&mut self, span: Span, document: SourceId, pointer: String, resource: ResourceId) -> SchemaId {
        let id = SchemaId(self.schemas.len() as u32);
        let (notes, keywords) = (SchemaNotes::default(), Vec::new());
        self.schemas.push(Schema { span, document, pointer, resource, notes, keywords });
        id
    }

    /// The schema behind `id`.
    pub fn get(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.schemas[id.0 as usize]
    }

    /// The fields of a schema.
    pub fn fields(&self, id: SchemaId) -> &[Field] {
        self.schemas.get(id.0 as usize).map(Schema::fields).unwrap_or_default()
    }

    /// Adds a rule to a schema.
    pub fn rule(&mut self, id: SchemaId, span: Span, keyword: Keyword) {
        self.get(id).keywords.push(span.at(keyword));
    }

    /// Adds a `$ref` to a schema, to be resolved when every document has been read.
    pub fn refer(&mut self, id: SchemaId, span: Span, text: impl Into<String>, target: Target) {
        let keyword = self.get(id).keywords.len();
        self.rule(id, span, Keyword::Ref(Reference { target: UNRESOLVED, text: text.into() }));
        self.references.push(Pending { schema: id, keyword, entry: 0, span, target });
    }

    /// The dialect of a file without `$schema`, where an OpenAPI document leads to it.
    pub fn inherited(&self, source: SourceId) -> Option<Dialect> {
        #[cfg(feature = "openapi")]
        return self.family.dialect(source);
        #[cfg(not(feature = "openapi"))]
        {
            let _ = source;
            None
        }
    }
}
