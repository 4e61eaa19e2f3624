//! Rules as keywords.

use super::Writer;
use super::field_facts;
use super::json::Json;
use crate::extensions;
use crate::source::At;
use crate::spec::{EnumValue, Field, Keyword, Kind, Kinds, SchemaId};
use typeloom::{Number, Value};

/// The rules of a schema, in order. A keyword that a schema has twice (two spellings in the document that mean the same)
/// goes to `allOf` the second time.
pub(super) fn all(writer: Writer<'_>, keywords: &[At<Keyword>], members: &mut Vec<(String, Json)>) {
    let mut again = vec![];
    for keyword in keywords {
        let written = members_of(writer, &keyword.value);
        match written.iter().any(|(name, _)| members.iter().any(|(known, _)| known == name)) {
            true => again.push(Json::Object(written)),
            false => members.extend(written),
        }
    }
    if again.is_empty() {
        return;
    }
    match members.iter_mut().find(|(name, _)| name == "allOf") {
        Some((_, Json::Array(schemas))) => schemas.extend(again),
        Some((_, Json::Value(_) | Json::Object(_))) | None => members.push(("allOf".to_owned(), Json::Array(again))),
    }
}

/// Booleans where they say the same.
pub(super) fn simplest(members: Vec<(String, Json)>) -> Json {
    match members.as_slice() {
        [] => Json::from(true),
        [(name, never)] if name == "not" && *never == Json::from(true) => Json::from(false),
        _ => Json::Object(members),
    }
}

fn members_of(writer: Writer<'_>, keyword: &Keyword) -> Vec<(String, Json)> {
    let one = |name: &str, json: Json| vec![(name.to_owned(), json)];
    let number = |name, number: &Number| one(name, Value::Number(number.clone()).into());
    let sub = |name, id: SchemaId| one(name, writer.schema(id, vec![]));
    let list =
        |name, ids: &[SchemaId]| one(name, Json::Array(ids.iter().map(|id| writer.schema(*id, vec![])).collect()));
    match keyword {
        // As the only keyword it becomes `false`; see `simplest`.
        Keyword::Never => one("not", Json::from(true)),
        Keyword::Type(kinds) => one("type", kinds_of(*kinds)),
        Keyword::Enum(values) => enumeration(values),
        Keyword::Const(value) => one("const", value.clone().into()),
        Keyword::Ref(reference) => one("$ref", writer.reference(reference.target)),
        Keyword::DynamicRef(reference) => {
            let (name, json) = writer.layout.dynamic_reference(reference);
            one(name, json)
        }
        Keyword::AllOf(schemas) => list("allOf", schemas),
        Keyword::AnyOf(schemas) => list("anyOf", schemas),
        Keyword::OneOf(schemas) => list("oneOf", schemas),
        Keyword::Not(schema) => one("not", object(writer.schema(*schema, vec![]))),
        Keyword::If { condition, then, otherwise } => {
            let mut members = sub("if", *condition);
            members.extend(then.iter().flat_map(|schema| sub("then", *schema)));
            members.extend(otherwise.iter().flat_map(|schema| sub("else", *schema)));
            members
        }
        Keyword::Discriminator(discriminator) => {
            let mut members = one("propertyName", Json::from(discriminator.property.as_str()));
            let mapping = discriminator.mapping.iter().map(|(value, id)| (value.clone(), writer.reference(*id)));
            if !discriminator.mapping.is_empty() {
                members.push(("mapping".to_owned(), Json::Object(mapping.collect())));
            }
            let default = discriminator.default.map(|id| writer.reference(id));
            members.extend(default.map(|reference| ("defaultMapping".to_owned(), reference)));
            one("discriminator", Json::Object(members))
        }
        Keyword::Minimum(limit) => number("minimum", limit),
        Keyword::Maximum(limit) => number("maximum", limit),
        Keyword::ExclusiveMinimum(limit) => number("exclusiveMinimum", limit),
        Keyword::ExclusiveMaximum(limit) => number("exclusiveMaximum", limit),
        Keyword::MultipleOf(step) => number("multipleOf", step),
        Keyword::MinLength(limit) => one("minLength", Json::from(*limit)),
        Keyword::MaxLength(limit) => one("maxLength", Json::from(*limit)),
        Keyword::Pattern(pattern) => one("pattern", Json::from(pattern.as_str())),
        Keyword::Format(format) => one("format", Json::from(format.as_str())),
        Keyword::ContentEncoding(encoding) => one("contentEncoding", Json::from(encoding.as_str())),
        Keyword::ContentMediaType(kind) => one("contentMediaType", Json::from(kind.as_str())),
        Keyword::ContentSchema(schema) => sub("contentSchema", *schema),
        Keyword::PrefixItems(schemas) => list("prefixItems", schemas),
        Keyword::Items(schema) => sub("items", *schema),
        Keyword::Contains { schema, min, max, evaluates } => {
            let mut members = sub("contains", *schema);
            if *min != 1 {
                members.extend(one("minContains", Json::from(*min)));
            }
            members.extend(max.iter().flat_map(|max| one("maxContains", Json::from(*max))));
            // In 2020-12 what `contains` finds counts as evaluated; two negations hide it.
            match *evaluates || !writer.layout.unevaluated_items() {
                true => members,
                false => one("not", Json::Object(one("not", Json::Object(members)))),
            }
        }
        Keyword::MinItems(limit) => one("minItems", Json::from(*limit)),
        Keyword::MaxItems(limit) => one("maxItems", Json::from(*limit)),
        Keyword::UniqueItems => one("uniqueItems", Json::from(true)),
        Keyword::UnevaluatedItems(schema) => sub("unevaluatedItems", *schema),
        Keyword::Properties(fields) => {
            let field = |field: &Field| (field.name.clone(), writer.schema(field.schema, vec![]));
            let mut members = one("properties", Json::Object(fields.iter().map(field).collect()));
            let facts = field_facts::of(fields).filter(|_| writer.layout.is_whole());
            members.extend(facts.map(|facts| (extensions::FIELD_FACTS.to_owned(), facts)));
            members
        }
        Keyword::PatternProperties(schemas) => one("patternProperties", by_name(writer, schemas)),
        Keyword::AdditionalProperties(schema) => sub("additionalProperties", *schema),
        Keyword::PropertyNames(schema) => sub("propertyNames", *schema),
        Keyword::Required(names) => one("required", strings(names)),
        Keyword::MinProperties(limit) => one("minProperties", Json::from(*limit)),
        Keyword::MaxProperties(limit) => one("maxProperties", Json::from(*limit)),
        Keyword::DependentRequired { keyword: _, names } => {
            let names = names.iter().map(|(name, names)| (name.value.clone(), strings(names)));
            one("dependentRequired", Json::Object(names.collect()))
        }
        Keyword::DependentSchemas(schemas) => one("dependentSchemas", by_name(writer, schemas)),
        Keyword::UnevaluatedProperties(schema) => sub("unevaluatedProperties", *schema),
    }
}

/// `{}` for `true`, so that `not` of it is not taken for [`Keyword::Never`].
fn object(json: Json) -> Json {
    if json == Json::from(true) { Json::Object(vec![]) } else { json }
}

fn kinds_of(kinds: Kinds) -> Json {
    match kinds.only() {
        Some(kind) => Json::from(kind.name()),
        None => Json::Array(kinds.iter().map(|kind: Kind| Json::from(kind.name())).collect()),
    }
}

fn enumeration(values: &[EnumValue]) -> Vec<(String, Json)> {
    let json = values.iter().map(|value| Json::from(value.value.clone())).collect();
    let mut members = vec![("enum".to_owned(), Json::Array(json))];
    let names: Vec<Option<&str>> = values.iter().map(|value| value.name.as_deref()).collect();
    let descriptions: Vec<Option<&str>> = values.iter().map(|value| value.description.as_deref()).collect();
    for (keyword, labels) in [("x-enum-varnames", names), ("x-enum-descriptions", descriptions)] {
        if labels.iter().any(Option::is_some) {
            let labels = labels.iter().map(|label| Json::from(label.unwrap_or("")));
            members.push((keyword.to_owned(), Json::Array(labels.collect())));
        }
    }
    members
}

fn by_name(writer: Writer<'_>, schemas: &[(At<String>, SchemaId)]) -> Json {
    Json::Object(schemas.iter().map(|(name, id)| (name.value.clone(), writer.schema(*id, vec![]))).collect())
}

fn strings(names: &[At<String>]) -> Json {
    Json::Array(names.iter().map(|name| Json::from(name.value.as_str())).collect())
}
