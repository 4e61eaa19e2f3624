//! The keywords of one schema to the assertions of one rule: what belongs together is put together, the cheapest comes
//! first, `unevaluated*` last.

use super::Rules;
use crate::model::{Assertion, Check, Format, RuleId};
use crate::plan::formats;
use crate::source::At;
use crate::spec::{DynamicReference, Field, Keyword, Schema, Spec, Stated};

/// What the keywords of `schema` assert. Subschemas get rules of their own.
pub(super) fn assertions(rules: &mut Rules<'_>, spec: &Spec, schema: &Schema) -> Vec<Assertion> {
    let mut found = Vec::new();
    let mut members = Members::default();
    let mut items = Items::default();
    for keyword in &schema.keywords {
        match &keyword.value {
            Keyword::Properties(fields) => {
                members.named = fields.iter().map(|field| (field.name.clone(), member(rules, spec, field))).collect();
            }
            Keyword::PatternProperties(patterns) => {
                for (pattern, schema) in patterns {
                    let rule = rules.wanted(spec, *schema);
                    if let Some(id) = rules.pattern(&pattern.value, pattern.span) {
                        members.patterns.push((id, rule));
                    }
                }
            }
            Keyword::AdditionalProperties(schema) => members.additional = Some(rules.wanted(spec, *schema)),
            Keyword::PrefixItems(prefix) => {
                items.prefix = prefix.iter().map(|schema| rules.wanted(spec, *schema)).collect();
            }
            Keyword::Items(rest) => items.rest = Some(rules.wanted(spec, *rest)),
            other => assertion(rules, spec, schema, keyword.span.at(other), &mut found),
        }
    }
    let Members { named, patterns, additional } = members;
    if !named.is_empty() || !patterns.is_empty() || additional.is_some() {
        found.push(Assertion::Properties { named, patterns, additional });
    }
    let Items { prefix, rest } = items;
    if !prefix.is_empty() || rest.is_some() {
        found.push(Assertion::Items { prefix, rest });
    }
    found.sort_by_key(cost);
    // Large documents have tens of thousands of rules, of one or two assertions.
    found.shrink_to_fit();
    found
}

/// `properties`, `patternProperties` and `additionalProperties` of one schema.
#[derive(Default)]
struct Members {
    named: Vec<(String, RuleId)>,
    patterns: Vec<(crate::model::PatternId, RuleId)>,
    additional: Option<RuleId>,
}

/// `prefixItems` and `items` of one schema.
#[derive(Default)]
struct Items {
    prefix: Vec<RuleId>,
    rest: Option<RuleId>,
}

/// The rule of the value of a member.
fn member(rules: &mut Rules<'_>, spec: &Spec, field: &Field) -> RuleId {
    let rule = rules.wanted(spec, field.schema);
    match field.null {
        Stated::Yes => rule,
        Stated::Unknown => {
            let either = rules.add(spec.schema(field.schema));
            rules.rules[either.0 as usize].assertions = vec![Assertion::NullOr(rule)];
            either
        }
    }
}

/// One keyword that stands for itself.
fn assertion(rules: &mut Rules<'_>, spec: &Spec, schema: &Schema, keyword: At<&Keyword>, found: &mut Vec<Assertion>) {
    let span = keyword.span;
    let all = |rules: &mut Rules<'_>, schemas: &[_]| schemas.iter().map(|&id| rules.wanted(spec, id)).collect();
    found.push(match keyword.value {
        Keyword::Never => Assertion::Plain(Check::Never),
        Keyword::Type(kinds) => Assertion::Type(kinds.values()),
        Keyword::Enum(values) => {
            Assertion::Plain(Check::Enum(values.iter().map(|value| value.value.clone()).collect()))
        }
        Keyword::Const(value) => Assertion::Plain(Check::Const(value.clone())),
        Keyword::Ref(reference) => Assertion::Ref(rules.wanted(spec, reference.target)),
        Keyword::DynamicRef(reference) => dynamic(rules, spec, reference),
        Keyword::AllOf(schemas) => Assertion::AllOf(all(rules, schemas)),
        Keyword::AnyOf(schemas) => Assertion::AnyOf(all(rules, schemas)),
        Keyword::OneOf(schemas) => Assertion::OneOf(all(rules, schemas)),
        Keyword::Not(schema) => Assertion::Not(rules.wanted(spec, *schema)),
        Keyword::If { condition, then, otherwise } => Assertion::If {
            condition: rules.wanted(spec, *condition),
            then: then.map(|schema| rules.wanted(spec, schema)),
            otherwise: otherwise.map(|schema| rules.wanted(spec, schema)),
        },
        Keyword::Minimum(limit) => Assertion::Plain(Check::Minimum(limit.clone())),
        Keyword::Maximum(limit) => Assertion::Plain(Check::Maximum(limit.clone())),
        Keyword::ExclusiveMinimum(limit) => Assertion::Plain(Check::ExclusiveMinimum(limit.clone())),
        Keyword::ExclusiveMaximum(limit) => Assertion::Plain(Check::ExclusiveMaximum(limit.clone())),
        Keyword::MultipleOf(divisor) => Assertion::Plain(Check::MultipleOf(divisor.clone())),
        Keyword::MinLength(limit) => Assertion::Plain(Check::MinLength(*limit)),
        Keyword::MaxLength(limit) => Assertion::Plain(Check::MaxLength(*limit)),
        Keyword::Pattern(source) => match rules.pattern(source, span) {
            Some(id) => Assertion::Plain(Check::Pattern(id)),
            None => return,
        },
        Keyword::Format(name) => match Format::named(name) {
            Some(format) if formats::asserted(spec, rules.formats, schema) => Assertion::Plain(Check::Format(format)),
            Some(_) | None => return,
        },
        Keyword::Contains { schema, min, max, evaluates } => {
            Assertion::Contains { rule: rules.wanted(spec, *schema), min: *min, max: *max, evaluates: *evaluates }
        }
        Keyword::MinItems(limit) => Assertion::Plain(Check::MinItems(*limit)),
        Keyword::MaxItems(limit) => Assertion::Plain(Check::MaxItems(*limit)),
        Keyword::UniqueItems => Assertion::Plain(Check::UniqueItems),
        Keyword::UnevaluatedItems(schema) => Assertion::UnevaluatedItems(rules.wanted(spec, *schema)),
        Keyword::PropertyNames(schema) => Assertion::PropertyNames(rules.wanted(spec, *schema)),
        Keyword::Required(names) => Assertion::Plain(Check::Required(strings(names))),
        Keyword::MinProperties(limit) => Assertion::Plain(Check::MinProperties(*limit)),
        Keyword::MaxProperties(limit) => Assertion::Plain(Check::MaxProperties(*limit)),
        Keyword::DependentRequired { keyword, names } => {
            found.extend(names.iter().map(|(name, others)| {
                let (because, names) = (name.value.clone(), strings(others));
                Assertion::Plain(Check::DependentRequired { keyword, because, names })
            }));
            return;
        }
        Keyword::DependentSchemas(schemas) => Assertion::DependentSchemas(
            schemas.iter().map(|(name, schema)| (name.value.clone(), rules.wanted(spec, *schema))).collect(),
        ),
        Keyword::UnevaluatedProperties(schema) => Assertion::UnevaluatedProperties(rules.wanted(spec, *schema)),
        // Annotations: they assert nothing by themselves.
        Keyword::Discriminator(_)
        | Keyword::ContentEncoding(_)
        | Keyword::ContentMediaType(_)
        | Keyword::ContentSchema(_) => return,
        // Put together by `assertions`, which does not ask here.
        Keyword::PrefixItems(_)
        | Keyword::Items(_)
        | Keyword::Properties(_)
        | Keyword::PatternProperties(_)
        | Keyword::AdditionalProperties(_) => return,
    });
}

fn strings(names: &[At<String>]) -> Vec<String> {
    names.iter().map(|name| name.value.clone()).collect()
}

/// `$dynamicRef` is a `$ref` where the schema it leads to first has no such anchor (2020-12 core, section 8.2.3.2).
fn dynamic(rules: &mut Rules<'_>, spec: &Spec, reference: &DynamicReference) -> Assertion {
    let initial = rules.wanted(spec, reference.initial);
    let is_anchor = spec.resources.get(spec.schema(reference.initial).resource.0 as usize).is_some_and(|resource| {
        resource.dynamic_anchors.iter().any(|anchor| *anchor == (reference.anchor.clone(), reference.initial))
    });
    if !is_anchor {
        return Assertion::Ref(initial);
    }
    rules.anchor(spec, &reference.anchor);
    Assertion::DynamicRef { initial, anchor: reference.anchor.clone(), watched: false }
}

/// How much work an assertion is, roughly. `unevaluated*` come last because they ask what the others have evaluated.
fn cost(assertion: &Assertion) -> u8 {
    match assertion {
        Assertion::Type(_) => 0,
        Assertion::Plain(check) => match check {
            Check::Never => 0,
            Check::Enum(_) | Check::Const(_) => 1,
            Check::MinLength(_)
            | Check::MaxLength(_)
            | Check::Minimum(_)
            | Check::Maximum(_)
            | Check::ExclusiveMinimum(_)
            | Check::ExclusiveMaximum(_)
            | Check::MultipleOf(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::MinProperties(_)
            | Check::MaxProperties(_) => 2,
            Check::Required(_) | Check::DependentRequired { .. } => 3,
            Check::Format(_) | Check::Pattern(_) => 4,
            Check::UniqueItems => 7,
            Check::PropertyNames(_) | Check::Rule(_) => 7,
        },
        Assertion::PropertyNames(_) => 5,
        Assertion::Properties { .. } | Assertion::Items { .. } => 6,
        Assertion::Ref(_) | Assertion::DynamicRef { .. } | Assertion::AllOf(_) | Assertion::NullOr(_) => 8,
        Assertion::Contains { .. } | Assertion::DependentSchemas(_) | Assertion::If { .. } => 9,
        Assertion::AnyOf(_) | Assertion::OneOf(_) | Assertion::Not(_) => 9,
        Assertion::UnevaluatedItems(_) | Assertion::UnevaluatedProperties(_) => 10,
    }
}
