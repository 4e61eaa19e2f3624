//! Schemas that describe an object, an array, a string or a number and do not say so: `{"properties": ..}` without
//! `type` allows `3` by the word of the specification, and means an object wherever vendors write it.
//!
//! The type is added, with a note and a remark. Left alone are schemas that say what they are in another way (a
//! reference, branches, listed values), those that only restrict the schema around them (`anyOf: [{"required":
//! ["a"]}]` beside `type: object`), and those that ask or exclude (`if`, `not`, `contains`, `propertyNames`), where
//! adding a type would change more than it tells.

use crate::diagnostic::{Code, Sink};
use crate::spec::{Keyword, Kind, Kinds, SchemaId, Spec};

/// Adds the types that are implied. Not for the `exact` mode.
pub(crate) fn imply(spec: &mut Spec, sink: &mut Sink) {
    let mut implied = Vec::new();
    let mut waiting: Vec<(SchemaId, Around)> = roots(spec).into_iter().map(|id| (id, Around::Free)).collect();
    while let Some((id, around)) = waiting.pop() {
        let own = match around {
            Around::Free => hint(spec, id),
            Around::Decided | Around::Asking => None,
        };
        implied.extend(own.map(|kind| (id, kind)));
        let decided = own.is_some() || around != Around::Free || says_type(spec, id);
        for keyword in &spec.schema(id).keywords {
            let inner = around_parts(&keyword.value, around, decided);
            keyword.value.each_subschema(&mut |child| waiting.push((child, inner)));
        }
    }
    implied.sort();
    for (id, kind) in implied {
        add(spec, id, kind, sink);
    }
}

/// What a schema stands in.
#[derive(Clone, Copy, PartialEq)]
enum Around {
    /// It describes a value on its own.
    Free,
    /// It describes a value that another schema describes too.
    Decided,
    /// It asks whether a value is so, or says that it is not.
    Asking,
}

/// The schemas that no other one holds.
fn roots(spec: &Spec) -> Vec<SchemaId> {
    let mut held = vec![false; spec.schemas.len()];
    for schema in &spec.schemas {
        for keyword in &schema.keywords {
            keyword.value.each_subschema(&mut |child| {
                if let Some(held) = held.get_mut(child.0 as usize) {
                    *held = true;
                }
            });
        }
    }
    spec.ids().filter(|id| !held[id.0 as usize]).collect()
}

/// What the schemas in a keyword stand in.
fn around_parts(keyword: &Keyword, around: Around, decided: bool) -> Around {
    if around == Around::Asking {
        return Around::Asking;
    }
    match keyword {
        Keyword::Not(_) | Keyword::If { .. } | Keyword::Contains { .. } | Keyword::PropertyNames(_) => Around::Asking,
        Keyword::DependentSchemas(_) => Around::Decided,
        Keyword::AllOf(_) | Keyword::AnyOf(_) | Keyword::OneOf(_) => {
            if decided {
                Around::Decided
            } else {
                Around::Free
            }
        }
        Keyword::Properties(_)
        | Keyword::PatternProperties(_)
        | Keyword::AdditionalProperties(_)
        | Keyword::UnevaluatedProperties(_)
        | Keyword::Items(_)
        | Keyword::PrefixItems(_)
        | Keyword::UnevaluatedItems(_)
        | Keyword::ContentSchema(_) => Around::Free,
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
        | Keyword::DependentRequired { .. } => around,
    }
}

/// Whether a schema has a type, or lists its values.
fn says_type(spec: &Spec, id: SchemaId) -> bool {
    spec.schema(id).keywords.iter().any(|keyword| {
        matches!(keyword.value, Keyword::Type(_) | Keyword::Enum(_) | Keyword::Const(_) | Keyword::Never)
    })
}

/// The kind that the keywords of a schema speak of, if they speak of one and nothing else decides.
fn hint(spec: &Spec, id: SchemaId) -> Option<Kind> {
    if says_type(spec, id) {
        return None;
    }
    let mut kind = None;
    for keyword in &spec.schema(id).keywords {
        if is_open(spec, &keyword.value) {
            continue;
        }
        let spoken = match about(&keyword.value) {
            About::Kind(kind) => kind,
            About::Nothing => continue,
            About::Another => return None,
        };
        if kind.replace(spoken).is_some_and(|before| before != spoken) {
            return None;
        }
    }
    kind
}

/// Whether a keyword says that everything else is allowed: `additionalProperties: true` excludes no kind of value.
fn is_open(spec: &Spec, keyword: &Keyword) -> bool {
    match keyword {
        Keyword::AdditionalProperties(schema) | Keyword::Items(schema) => spec.schema(*schema).keywords.is_empty(),
        _ => false, // every other keyword of a kind restricts it
    }
}

/// What a keyword tells of the type.
enum About {
    /// It only concerns values of this kind.
    Kind(Kind),
    /// Nothing.
    Nothing,
    /// Another schema decides.
    Another,
}

fn about(keyword: &Keyword) -> About {
    match keyword {
        Keyword::Properties(_)
        | Keyword::PatternProperties(_)
        | Keyword::AdditionalProperties(_)
        | Keyword::PropertyNames(_)
        | Keyword::Required(_)
        | Keyword::MinProperties(_)
        | Keyword::MaxProperties(_)
        | Keyword::DependentRequired { .. }
        | Keyword::DependentSchemas(_)
        | Keyword::UnevaluatedProperties(_) => About::Kind(Kind::Object),
        Keyword::PrefixItems(_)
        | Keyword::Items(_)
        | Keyword::Contains { .. }
        | Keyword::MinItems(_)
        | Keyword::MaxItems(_)
        | Keyword::UniqueItems
        | Keyword::UnevaluatedItems(_) => About::Kind(Kind::Array),
        Keyword::MinLength(_)
        | Keyword::MaxLength(_)
        | Keyword::Pattern(_)
        | Keyword::ContentEncoding(_)
        | Keyword::ContentMediaType(_)
        | Keyword::ContentSchema(_) => About::Kind(Kind::String),
        Keyword::Format(name) => match name.as_str() {
            "int32" | "int64" | "uint32" | "uint64" => About::Kind(Kind::Integer),
            name if typeloom::formats::by_name(name).is_some() => About::Kind(Kind::String),
            _ => About::Nothing,
        },
        Keyword::Minimum(_)
        | Keyword::Maximum(_)
        | Keyword::ExclusiveMinimum(_)
        | Keyword::ExclusiveMaximum(_)
        | Keyword::MultipleOf(_) => About::Kind(Kind::Number),
        Keyword::Not(_) | Keyword::If { .. } => About::Nothing,
        Keyword::Never
        | Keyword::Type(_)
        | Keyword::Enum(_)
        | Keyword::Const(_)
        | Keyword::Ref(_)
        | Keyword::DynamicRef(_)
        | Keyword::AllOf(_)
        | Keyword::AnyOf(_)
        | Keyword::OneOf(_)
        | Keyword::Discriminator(_) => About::Another,
    }
}

fn add(spec: &mut Spec, id: SchemaId, kind: Kind, sink: &mut Sink) {
    let name = kind.name();
    let schema = spec.schema_mut(id);
    let Some(evidence) = schema.keywords.iter().find(|keyword| matches!(about(&keyword.value), About::Kind(_))) else {
        return;
    };
    let span = evidence.span;
    sink.report(Code::ImpliedType, span)
        .message(format!("type `{name}` is implied"))
        .label(format!("only means something for {}", plural(kind)))
        .help("`exact = true` in `vendor.toml` (`--exact`) takes the schema literally instead: other values are then valid too");
    schema.keywords.insert(0, span.at(Keyword::Type(Kinds::NONE.with(kind))));
    schema.notes.remarks.push(format!("The document does not say that this is {}: it is implied.", article(kind)));
}

fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "objects",
        Kind::Array => "arrays",
        Kind::String => "strings",
        Kind::Integer | Kind::Number => "numbers",
        Kind::Boolean => "booleans",
        Kind::Null => "null",
    }
}

fn article(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "an object",
        Kind::Array => "an array",
        Kind::String => "a string",
        Kind::Integer => "an integer",
        Kind::Number => "a number",
        Kind::Boolean => "a boolean",
        Kind::Null => "null",
    }
}
