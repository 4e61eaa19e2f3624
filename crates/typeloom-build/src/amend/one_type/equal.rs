//! Whether two schemas say the same: all their rules are equal, and what they refer to is equal again.
//!
//! Notes do not count. Circles are followed once: what is being compared is taken to be equal until something differs.

use crate::spec::{Discriminator, DynamicReference, EnumValue, Field, Keyword, Reference, SchemaId, Spec};
use std::collections::BTreeSet;

/// More pairs than this are not compared: then the two are taken to differ.
const PAIRS: usize = 1_000_000;

/// Whether `a` and `b` say the same.
pub(super) fn same(spec: &Spec, a: SchemaId, b: SchemaId) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![(a, b)];
    while let Some((a, b)) = waiting.pop() {
        if a == b || !seen.insert((a, b)) {
            continue;
        }
        let (a, b) = (spec.schema(a), spec.schema(b));
        if seen.len() > PAIRS || a.keywords.len() != b.keywords.len() {
            return false;
        }
        for a in &a.keywords {
            let kind = std::mem::discriminant(&a.value);
            let mut others = b.keywords.iter().filter(|b| std::mem::discriminant(&b.value) == kind);
            match others.find_map(|b| pairs(&a.value, &b.value)) {
                Some(pairs) => waiting.extend(pairs),
                None => return false,
            }
        }
    }
    true
}

/// The schemas in two keywords that must be the same. [`None`] where the keywords differ.
fn pairs(a: &Keyword, b: &Keyword) -> Option<Vec<(SchemaId, SchemaId)>> {
    if let (Keyword::Properties(a), Keyword::Properties(b)) = (a, b) {
        return fields(a, b);
    }
    if let (Keyword::Required(a), Keyword::Required(b)) = (a, b) {
        let names = |names: &[crate::source::At<String>]| names.iter().map(|name| name.value.clone()).collect();
        let (a, b): (BTreeSet<String>, BTreeSet<String>) = (names(a), names(b));
        return (a == b).then(Vec::new);
    }
    let same = bare(a) == bare(b);
    let (mut ours, mut theirs) = (a.subschemas(), b.subschemas());
    ours.extend(a.reference());
    theirs.extend(b.reference());
    if let (Keyword::Discriminator(a), Keyword::Discriminator(b)) = (a, b) {
        ours.extend(a.targets());
        theirs.extend(b.targets());
    }
    (same && ours.len() == theirs.len()).then(|| ours.into_iter().zip(theirs).collect())
}

/// Fields by name, in any order.
fn fields(a: &[Field], b: &[Field]) -> Option<Vec<(SchemaId, SchemaId)>> {
    let pair = |field: &Field| Some((field.schema, b.iter().find(|other| other.name == field.name)?.schema));
    if a.len() != b.len() {
        return None;
    }
    a.iter().map(pair).collect()
}

/// A keyword without its places and without the schemas in it.
fn bare(keyword: &Keyword) -> Keyword {
    const NONE: SchemaId = SchemaId(0);
    let span = crate::source::Span::start_of(crate::source::SourceId(0));
    let value = |value: &EnumValue| EnumValue { value: value.value.clone(), span, name: None, description: None };
    let name = |name: &crate::source::At<String>| span.at(name.value.clone());
    match keyword {
        Keyword::Enum(values) => Keyword::Enum(values.iter().map(value).collect()),
        Keyword::Ref(_) => Keyword::Ref(Reference { target: NONE, text: String::new() }),
        Keyword::DynamicRef(reference) => Keyword::DynamicRef(DynamicReference {
            initial: NONE,
            anchor: reference.anchor.clone(),
            text: String::new(),
        }),
        Keyword::AllOf(_) => Keyword::AllOf(vec![]),
        Keyword::AnyOf(_) => Keyword::AnyOf(vec![]),
        Keyword::OneOf(_) => Keyword::OneOf(vec![]),
        Keyword::Not(_) => Keyword::Not(NONE),
        Keyword::If { condition: _, then, otherwise } => {
            Keyword::If { condition: NONE, then: then.map(|_| NONE), otherwise: otherwise.map(|_| NONE) }
        }
        Keyword::Discriminator(of) => Keyword::Discriminator(Discriminator {
            property: of.property.clone(),
            mapping: of.mapping.iter().map(|(value, _)| (value.clone(), NONE)).collect(),
            default: of.default.map(|_| NONE),
        }),
        Keyword::ContentSchema(_) => Keyword::ContentSchema(NONE),
        Keyword::PrefixItems(_) => Keyword::PrefixItems(vec![]),
        Keyword::Items(_) => Keyword::Items(NONE),
        Keyword::Contains { schema: _, min, max, evaluates } => {
            Keyword::Contains { schema: NONE, min: *min, max: *max, evaluates: *evaluates }
        }
        Keyword::UnevaluatedItems(_) => Keyword::UnevaluatedItems(NONE),
        Keyword::Properties(_) => Keyword::Properties(vec![]),
        Keyword::PatternProperties(entries) => {
            Keyword::PatternProperties(entries.iter().map(|(pattern, _)| (name(pattern), NONE)).collect())
        }
        Keyword::AdditionalProperties(_) => Keyword::AdditionalProperties(NONE),
        Keyword::PropertyNames(_) => Keyword::PropertyNames(NONE),
        Keyword::Required(names) => Keyword::Required(names.iter().map(name).collect()),
        // Which draft's word it was makes no difference.
        Keyword::DependentRequired { keyword: _, names: entries } => Keyword::DependentRequired {
            keyword: "dependentRequired",
            names: entries.iter().map(|(first, names)| (name(first), names.iter().map(name).collect())).collect(),
        },
        Keyword::DependentSchemas(entries) => {
            Keyword::DependentSchemas(entries.iter().map(|(first, _)| (name(first), NONE)).collect())
        }
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
        | Keyword::MaxProperties(_) => keyword.clone(),
    }
}
