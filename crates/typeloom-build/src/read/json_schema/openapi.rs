//! What OpenAPI adds to schemas. Vendors' files use it whatever their `$schema` says, so it is read in every draft.

use super::{Here, Walk};
use crate::diagnostic::Code;
use crate::read::draft::{Pending, Target, UNRESOLVED};
use crate::read::link::pointer;
use crate::read::node::{Member, Node};
use crate::source::Span;
use crate::spec::{Discriminator, EnumValue, Keyword, Kind, Kinds};
use typeloom::Value;

/// `nullable` itself; [`nullable`] does the work, when all other keywords are known.
pub(super) fn nullable_value(walk: &mut Walk<'_>, _: &Here<'_>, member: &Member) {
    walk.truth(member);
}

/// Lets a schema with `nullable: true` allow `null`. `pending` is where its own references begin.
///
/// `type` and `enum` get a `null`. What else could exclude `null` (`$ref`, `allOf`..) becomes one branch of an `anyOf`:
/// OpenAPI 3.0 is strict about this, but nobody who writes `nullable` means it to have no effect.
pub(super) fn nullable(walk: &mut Walk<'_>, here: &Here<'_>, pending: usize) {
    let Some(written) = here.sibling("nullable").filter(|node| node.as_bool() == Some(true)) else { return };
    let excludes = |keyword: &Keyword| match keyword {
        Keyword::Never
        | Keyword::Const(_)
        | Keyword::Ref(_)
        | Keyword::DynamicRef(_)
        | Keyword::AllOf(_)
        | Keyword::AnyOf(_)
        | Keyword::OneOf(_)
        | Keyword::Not(_)
        | Keyword::If { .. } => true,
        Keyword::Type(_)
        | Keyword::Enum(_)
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
        | Keyword::UnevaluatedProperties(_) => false,
    };
    if walk.draft.get(here.id).keywords.iter().any(|keyword| excludes(&keyword.value)) {
        return wrap(walk, here, written.span, pending);
    }
    for keyword in &mut walk.draft.get(here.id).keywords {
        if let Keyword::Type(kinds) = &mut keyword.value {
            *kinds = kinds.with(Kind::Null);
        } else if let Keyword::Enum(values) = &mut keyword.value
            && values.iter().all(|known| known.value != Value::Null)
        {
            values.push(EnumValue { value: Value::Null, span: written.span, name: None, description: None });
        }
    }
}

/// Moves the rules of a schema into a branch beside one that allows `null`.
fn wrap(walk: &mut Walk<'_>, here: &Here<'_>, written: Span, pending: usize) {
    let span = walk.draft.get(here.id).span;
    let inner = walk.draft.schema(span, walk.source, here.pointer.to_owned(), here.resource);
    let null = walk.draft.schema(written, walk.source, pointer::join(here.pointer, "nullable"), here.resource);
    walk.draft.rule(null, written, Keyword::Type(Kinds::NONE.with(Kind::Null)));
    let rules = std::mem::take(&mut walk.draft.get(here.id).keywords);
    walk.draft.get(inner).keywords = rules;
    for reference in walk.draft.references.iter_mut().skip(pending).filter(|reference| reference.schema == here.id) {
        reference.schema = inner;
    }
    walk.draft.rule(here.id, written, Keyword::AnyOf(vec![inner, null]));
}

/// OpenAPI 3's object, or the mere name of a property (Swagger 2).
pub(super) fn discriminator(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let property = member.value.get("propertyName").and_then(Node::as_str).or(member.value.as_str());
    let Some(property) = property else {
        walk.not(member, "an object with a `propertyName`").help("write `{\"propertyName\": \"type\"}`");
        return;
    };
    let keyword = walk.draft.get(here.id).keywords.len();
    let mut mapping = vec![];
    for entry in member.value.get("mapping").and_then(Node::as_object).unwrap_or(&[]) {
        let Some(text) = entry.value.as_str() else {
            walk.unwanted(&entry.value, "mapping", "the name of a schema or a reference");
            continue;
        };
        let target = Target::Uri(text.to_owned());
        let (schema, span) = (here.id, entry.value.span);
        walk.draft.references.push(Pending { schema, keyword, entry: mapping.len(), span, target });
        mapping.push((entry.name.clone(), UNRESOLVED));
    }
    let discriminator = Discriminator { property: property.to_owned(), mapping };
    walk.rule(here, &member.value, Keyword::Discriminator(discriminator));
}

/// Whether this is no schema but the root of an OpenAPI document.
pub(super) fn is_document(here: &Here<'_>) -> bool {
    let version = here.sibling("openapi").or(here.sibling("swagger"));
    here.pointer.is_empty() && version.is_some_and(|version| version.as_str().is_some())
}

/// A member of an OpenAPI document that holds no schemas. They are no keywords, so all that is said is what this is.
pub(super) fn of_document(walk: &mut Walk<'_>, member: &Member) {
    if matches!(member.name.as_str(), "openapi" | "swagger") {
        walk.sink
            .report(Code::UnknownKeyword, member.name_span)
            .message("only the schemas of this OpenAPI document are read")
            .label("not a schema, but a document with schemas in it")
            .help("its paths, parameters and responses make no types");
    }
}

/// The schemas of an OpenAPI document.
pub(super) fn components(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    if !here.pointer.is_empty() {
        return super::notes::keep(walk, here, member);
    }
    let schemas = member.value.get("schemas").and_then(Node::as_object);
    for entry in schemas.unwrap_or(&[]) {
        walk.sub(here, &entry.value, &["components", "schemas", &entry.name]);
    }
}

/// Names and descriptions of the values of `enum`, which are read with that.
pub(super) fn about_values(walk: &mut Walk<'_>, here: &Here<'_>, member: &Member) {
    let values = here.sibling("enum").and_then(Node::as_array);
    let fits = |labels: &[Node]| values.is_some_and(|values| values.len() == labels.len());
    if !member.value.as_array().is_some_and(fits) {
        super::notes::keep(walk, here, member);
    }
}
