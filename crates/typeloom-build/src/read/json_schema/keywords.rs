//! The table of all keywords: in which drafts they are keywords, and which function reads them.
//!
//! Adding a keyword is one row here and one function. A name that means different things in different drafts has a row
//! for each meaning. The README's table of keywords is written from this one.

use super::dialect::{Dialect, Edition, Vocabulary};
use super::{Here, Walk, applicators, arrays, core, field_facts, notes, numbers, objects, openapi, strings, values};
use crate::extensions;
use crate::read::node::Member;
use Shape::{
    Anything, Count, Dependencies, Kinds, List, Names, NamesMap, Number, Positive, Schema, SchemaMap, SchemaOrSchemas,
    Schemas, Text, Truth, TruthMap,
};
use Vocabulary::{Applicator, Content, Core, Format, MetaData, OpenApi, Unevaluated, Validation};

/// One keyword in the drafts in which it has one meaning.
pub(crate) struct Row {
    /// The name.
    pub name: &'static str,
    /// The drafts.
    pub editions: Editions,
    /// The group that a meta-schema may leave out.
    pub vocabulary: Vocabulary,
    /// What its value must be.
    pub value: Shape,
    /// Whether it is read beside a `$ref` too, in the drafts in which `$ref` hides its siblings: it asserts nothing, or
    /// holds definitions.
    pub beside_ref: bool,
    /// Reads it.
    pub(super) read: fn(&mut Walk<'_>, &Here<'_>, &Member),
}

/// What the value of a keyword must be. The functions of the table report what is not; this says it to others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// Any value.
    Anything,
    /// A string.
    Text,
    /// `true` or `false`.
    Truth,
    /// A number.
    Number,
    /// A number greater than 0.
    Positive,
    /// A whole number, 0 or greater.
    Count,
    /// Values.
    List,
    /// Strings, none of them twice.
    Names,
    /// Such lists by name.
    NamesMap,
    /// Truth values by name.
    TruthMap,
    /// The name of a type, or several.
    Kinds,
    /// A schema.
    Schema,
    /// Schemas, at least one.
    Schemas,
    /// A schema or a list of schemas.
    SchemaOrSchemas,
    /// Schemas by name.
    SchemaMap,
    /// Schemas or lists of names by name.
    Dependencies,
}

/// A set of drafts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Editions(u8);

impl Editions {
    const ALL: Editions = Editions(0b111_1111);
    /// Draft 4, and what OpenAPI made of it.
    const TO_D4: Editions = Editions(0b000_0111);
    const D4: Editions = Editions(0b000_0100);
    const FROM_D6: Editions = Editions(0b111_1000);
    const FROM_D7: Editions = Editions(0b111_0000);
    const TO_2019: Editions = Editions(0b011_1111);
    const D2019: Editions = Editions(0b010_0000);
    const FROM_2019: Editions = Editions(0b110_0000);
    const D2020: Editions = Editions(0b100_0000);

    /// Whether `edition` is one of them.
    pub fn has(self, edition: Edition) -> bool {
        self.0 & (1 << edition as u8) != 0
    }
}

/// The row of `name` in a dialect. [`None`] where that is no keyword.
pub(super) fn find(name: &str, dialect: Dialect) -> Option<&'static Row> {
    KEYWORDS.iter().find(|row| row.name == name && row.editions.has(dialect.edition) && dialect.has(row.vocabulary))
}

const fn row(
    name: &'static str,
    editions: Editions,
    vocabulary: Vocabulary,
    value: Shape,
    read: fn(&mut Walk<'_>, &Here<'_>, &Member),
) -> Row {
    Row { name, editions, vocabulary, value, beside_ref: false, read }
}

const fn beside(
    name: &'static str,
    editions: Editions,
    vocabulary: Vocabulary,
    value: Shape,
    read: fn(&mut Walk<'_>, &Here<'_>, &Member),
) -> Row {
    Row { name, editions, vocabulary, value, beside_ref: true, read }
}

/// Whether a member of this name is kept as it stands by readers of 2020-12.
#[cfg(feature = "export")]
pub(crate) fn is_extension(name: &str) -> bool {
    // Where `x-nullable` is kept, it has been ignored.
    let kept = |row: &Row| row.name.starts_with("x-") && row.name != "x-nullable" || KEPT.contains(&row.name);
    find(name, Dialect::DEFAULT).is_none_or(kept)
}

/// Keywords that are known, and kept as they stand all the same.
#[cfg(feature = "export")]
const KEPT: [&str; 13] = [
    "xml",
    "externalDocs",
    "components",
    "markdownDescription",
    "markdownEnumDescriptions",
    "defaultSnippets",
    "errorMessage",
    "patternErrorMessage",
    "deprecationMessage",
    "doNotSuggest",
    "suggestSortText",
    "allowComments",
    "allowTrailingCommas",
];

/// Every keyword of every draft that is read, what OpenAPI adds, and what our own exports add.
pub(crate) const KEYWORDS: &[Row] = &[
    beside("$schema", Editions::ALL, Core, Text, core::schema),
    beside("id", Editions::D4, Core, Text, core::identified),
    beside("$id", Editions::FROM_D6, Core, Text, core::identified),
    beside("$anchor", Editions::FROM_2019, Core, Text, core::identified),
    beside("$dynamicAnchor", Editions::D2020, Core, Text, core::identified),
    beside("$recursiveAnchor", Editions::D2019, Core, Truth, core::identified),
    beside("$ref", Editions::ALL, Core, Text, core::reference),
    beside("$dynamicRef", Editions::D2020, Core, Text, core::dynamic_reference),
    beside("$recursiveRef", Editions::D2019, Core, Text, core::recursive_reference),
    beside("$defs", Editions::ALL, Core, SchemaMap, core::definitions),
    beside("definitions", Editions::ALL, Core, SchemaMap, core::definitions),
    beside("$comment", Editions::ALL, Core, Text, notes::comment),
    beside("$vocabulary", Editions::FROM_2019, Core, TruthMap, core::vocabulary),
    row("allOf", Editions::ALL, Applicator, Schemas, applicators::all_of),
    row("anyOf", Editions::ALL, Applicator, Schemas, applicators::any_of),
    row("oneOf", Editions::ALL, Applicator, Schemas, applicators::one_of),
    row("not", Editions::ALL, Applicator, Schema, applicators::not),
    row("if", Editions::FROM_D7, Applicator, Schema, applicators::condition),
    row("then", Editions::FROM_D7, Applicator, Schema, applicators::branch),
    row("else", Editions::FROM_D7, Applicator, Schema, applicators::branch),
    row("properties", Editions::ALL, Applicator, SchemaMap, objects::properties),
    row("patternProperties", Editions::ALL, Applicator, SchemaMap, objects::pattern_properties),
    row("additionalProperties", Editions::ALL, Applicator, Schema, objects::additional_properties),
    row("propertyNames", Editions::FROM_D6, Applicator, Schema, objects::property_names),
    row("dependencies", Editions::ALL, Applicator, Dependencies, objects::dependencies),
    row("dependentSchemas", Editions::FROM_2019, Applicator, SchemaMap, objects::dependent_schemas),
    row("items", Editions::TO_2019, Applicator, SchemaOrSchemas, arrays::items_or_prefix),
    row("items", Editions::D2020, Applicator, Schema, arrays::items),
    row("additionalItems", Editions::TO_2019, Applicator, Schema, arrays::additional_items),
    row("prefixItems", Editions::D2020, Applicator, Schemas, arrays::prefix_items),
    row("contains", Editions::FROM_D6, Applicator, Schema, arrays::contains),
    row("unevaluatedItems", Editions::FROM_2019, Unevaluated, Schema, arrays::unevaluated_items),
    row("unevaluatedProperties", Editions::FROM_2019, Unevaluated, Schema, objects::unevaluated_properties),
    row("type", Editions::ALL, Validation, Kinds, values::kinds),
    row("enum", Editions::ALL, Validation, List, values::enumeration),
    row("const", Editions::FROM_D6, Validation, Anything, values::constant),
    row("multipleOf", Editions::ALL, Validation, Positive, numbers::multiple_of),
    row("minimum", Editions::ALL, Validation, Number, numbers::minimum),
    row("maximum", Editions::ALL, Validation, Number, numbers::maximum),
    row("exclusiveMinimum", Editions::TO_D4, Validation, Truth, numbers::exclusive_of_draft_4),
    row("exclusiveMinimum", Editions::FROM_D6, Validation, Number, numbers::exclusive_minimum),
    row("exclusiveMaximum", Editions::TO_D4, Validation, Truth, numbers::exclusive_of_draft_4),
    row("exclusiveMaximum", Editions::FROM_D6, Validation, Number, numbers::exclusive_maximum),
    row("minLength", Editions::ALL, Validation, Count, strings::min_length),
    row("maxLength", Editions::ALL, Validation, Count, strings::max_length),
    row("pattern", Editions::ALL, Validation, Text, strings::pattern),
    row("minItems", Editions::ALL, Validation, Count, arrays::min_items),
    row("maxItems", Editions::ALL, Validation, Count, arrays::max_items),
    row("uniqueItems", Editions::ALL, Validation, Truth, arrays::unique_items),
    row("minContains", Editions::FROM_2019, Validation, Count, arrays::contains_count),
    row("maxContains", Editions::FROM_2019, Validation, Count, arrays::contains_count),
    row("minProperties", Editions::ALL, Validation, Count, objects::min_properties),
    row("maxProperties", Editions::ALL, Validation, Count, objects::max_properties),
    row("required", Editions::ALL, Validation, Names, objects::required),
    row("dependentRequired", Editions::FROM_2019, Validation, NamesMap, objects::dependent_required),
    row("format", Editions::ALL, Format, Text, strings::format),
    row("contentEncoding", Editions::FROM_D7, Content, Text, strings::content_encoding),
    row("contentMediaType", Editions::FROM_D7, Content, Text, strings::content_media_type),
    row("contentSchema", Editions::FROM_2019, Content, Schema, strings::content_schema),
    beside("title", Editions::ALL, MetaData, Text, notes::title),
    beside("description", Editions::ALL, MetaData, Text, notes::description),
    beside("default", Editions::ALL, MetaData, Anything, notes::default),
    beside("examples", Editions::ALL, MetaData, List, notes::examples),
    beside("deprecated", Editions::ALL, MetaData, Truth, notes::deprecated),
    beside("readOnly", Editions::ALL, MetaData, Truth, notes::read_only),
    beside("writeOnly", Editions::ALL, MetaData, Truth, notes::write_only),
    beside("example", Editions::ALL, OpenApi, Anything, notes::example),
    row("nullable", Editions::ALL, OpenApi, Truth, openapi::nullable_value),
    row("x-nullable", Editions::ALL, OpenApi, Truth, openapi::nullable_value),
    row("discriminator", Editions::ALL, OpenApi, Anything, openapi::discriminator),
    beside("xml", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("externalDocs", Editions::ALL, OpenApi, Anything, notes::keep),
    // What editors show: the language server of Visual Studio Code.
    beside("markdownDescription", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("enumDescriptions", Editions::ALL, OpenApi, Anything, openapi::about_values),
    beside("markdownEnumDescriptions", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("defaultSnippets", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("errorMessage", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("patternErrorMessage", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("deprecationMessage", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("doNotSuggest", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("suggestSortText", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("allowComments", Editions::ALL, OpenApi, Anything, notes::keep),
    beside("allowTrailingCommas", Editions::ALL, OpenApi, Anything, notes::keep),
    row("components", Editions::ALL, OpenApi, Anything, openapi::components),
    beside("x-enum-varnames", Editions::ALL, OpenApi, Anything, openapi::about_values),
    beside("x-enumNames", Editions::ALL, OpenApi, Anything, openapi::about_values),
    beside("x-enum-descriptions", Editions::ALL, OpenApi, Anything, openapi::about_values),
    beside("x-enumDescriptions", Editions::ALL, OpenApi, Anything, openapi::about_values),
    beside("x-extensible-enum", Editions::ALL, OpenApi, Anything, openapi::extensible),
    beside("meta:enum", Editions::ALL, OpenApi, Anything, openapi::about_values),
    beside(extensions::IGNORED, Editions::ALL, OpenApi, Anything, notes::ignored),
    beside(extensions::FIELD_FACTS, Editions::ALL, OpenApi, Anything, field_facts::read),
    beside(extensions::REMARKS, Editions::ALL, OpenApi, Anything, notes::remarks),
    beside(extensions::TYPE_NAME, Editions::ALL, OpenApi, Anything, notes::type_name),
    beside(extensions::STAND_IN, Editions::ALL, OpenApi, Anything, notes::stand_in),
];
