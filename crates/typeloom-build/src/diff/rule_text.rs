//! Rules for people: `maxLength 100`, `not { required a, b }`. For showing, not for telling rules apart: what is long is
//! cut.

use super::checks::Fact;
use super::rules::by_location;
use crate::json_text::compact;
use crate::model::{Assertion, Check, Module, PatternId, RuleId};
use typeloom::{Kind, KindSet};

/// The most characters of a rule.
const LONGEST: usize = 100;

/// How many rules within rules are spelled out.
const DEEPEST: usize = 4;

/// How many parts of a rule are spelled out.
const WIDEST: usize = 8;

/// A fact on one line.
pub(super) fn fact(module: &Module, of: &Fact<'_>) -> String {
    let text = match of {
        Fact::Check(check) => self::check(module, check, DEEPEST),
        Fact::Assertion(assertion) => self::assertion(module, assertion, DEEPEST),
    };
    let cut: String = text.chars().take(LONGEST).collect();
    if cut.len() < text.len() { format!("{}..", cut.trim_end()) } else { text }
}

/// The keyword of a check.
pub(super) fn keyword(check: &Check) -> &'static str {
    match check {
        Check::MinLength(_) => "minLength",
        Check::MaxLength(_) => "maxLength",
        Check::Pattern(_) => "pattern",
        Check::Format(_) => "format",
        Check::Minimum(_) => "minimum",
        Check::Maximum(_) => "maximum",
        Check::ExclusiveMinimum(_) => "exclusiveMinimum",
        Check::ExclusiveMaximum(_) => "exclusiveMaximum",
        Check::MultipleOf(_) => "multipleOf",
        Check::Enum(_) => "enum",
        Check::Const(_) => "const",
        Check::MinItems(_) => "minItems",
        Check::MaxItems(_) => "maxItems",
        Check::UniqueItems => "uniqueItems",
        Check::MinProperties(_) => "minProperties",
        Check::MaxProperties(_) => "maxProperties",
        Check::PropertyNames(_) => "propertyNames",
        Check::Required(_) => "required",
        Check::DependentRequired { keyword, .. } => keyword,
        Check::Never => "nothing is valid",
        Check::Rule(_) => "rules",
    }
}

/// The keyword of an assertion.
pub(super) fn assertion_keyword(assertion: &Assertion) -> &'static str {
    match assertion {
        Assertion::Plain(check) => keyword(check),
        Assertion::Type(_) => "type",
        Assertion::Ref(_) => "$ref",
        Assertion::DynamicRef { .. } => "$dynamicRef",
        Assertion::AllOf(_) => "allOf",
        Assertion::AnyOf(_) => "anyOf",
        Assertion::OneOf(_) => "oneOf",
        Assertion::Not(_) => "not",
        Assertion::If { .. } => "if",
        Assertion::Items { .. } => "items",
        Assertion::Contains { .. } => "contains",
        Assertion::Properties { .. } => "properties",
        Assertion::NullOr(_) => "null or",
        Assertion::PropertyNames(_) => "propertyNames",
        Assertion::DependentSchemas(_) => "dependentSchemas",
        Assertion::UnevaluatedItems(_) => "unevaluatedItems",
        Assertion::UnevaluatedProperties(_) => "unevaluatedProperties",
    }
}

fn check(module: &Module, of: &Check, depth: usize) -> String {
    let word = keyword(of);
    match of {
        Check::MinLength(limit)
        | Check::MaxLength(limit)
        | Check::MinItems(limit)
        | Check::MaxItems(limit)
        | Check::MinProperties(limit)
        | Check::MaxProperties(limit) => format!("{word} {limit}"),
        Check::Pattern(id) => format!("{word} {}", pattern(module, *id)),
        Check::Format(format) => format!("{word} {}", format.name()),
        Check::Minimum(limit)
        | Check::Maximum(limit)
        | Check::ExclusiveMinimum(limit)
        | Check::ExclusiveMaximum(limit)
        | Check::MultipleOf(limit) => format!("{word} {limit}"),
        Check::Enum(values) => {
            format!("{word} {}", values.iter().take(2 * WIDEST).map(compact).collect::<Vec<_>>().join(", "))
        }
        Check::Const(value) => format!("{word} {}", compact(value)),
        Check::UniqueItems | Check::Never => word.to_owned(),
        Check::PropertyNames(checks) => format!("{word} {}", braces(checks.iter().map(|of| check(module, of, depth)))),
        Check::Required(names) => format!("{word} {}", names.join(", ")),
        Check::DependentRequired { keyword: _, because, names } => format!("{word} {because}: {}", names.join(", ")),
        Check::Rule(id) => rule(module, *id, depth),
    }
}

fn assertion(module: &Module, of: &Assertion, depth: usize) -> String {
    let word = assertion_keyword(of);
    let rule = |id: &RuleId| rule(module, *id, depth);
    let each = |ids: &[RuleId]| ids.iter().take(WIDEST).map(rule).collect::<Vec<_>>().join(", ");
    match of {
        Assertion::Plain(of) => check(module, of, depth),
        Assertion::Type(kinds) => format!("{word} {}", type_names(*kinds)),
        Assertion::Ref(id) => rule(id),
        Assertion::Not(id)
        | Assertion::NullOr(id)
        | Assertion::PropertyNames(id)
        | Assertion::UnevaluatedItems(id)
        | Assertion::UnevaluatedProperties(id) => format!("{word} {}", rule(id)),
        Assertion::DynamicRef { initial: _, anchor, watched: _ } => format!("{word} {anchor}"),
        Assertion::AllOf(ids) | Assertion::AnyOf(ids) | Assertion::OneOf(ids) => format!("{word} [{}]", each(ids)),
        Assertion::If { condition, then, otherwise } => {
            let then = then.iter().map(|id| format!(" then {}", rule(id)));
            let otherwise = otherwise.iter().map(|id| format!(" else {}", rule(id)));
            format!("{word} {}{}", rule(condition), then.chain(otherwise).collect::<String>())
        }
        Assertion::Items { prefix, rest } => {
            let rest = rest.iter().map(|id| format!("rest {}", rule(id)));
            format!("{word} [{}]", prefix.iter().take(WIDEST).map(rule).chain(rest).collect::<Vec<_>>().join(", "))
        }
        Assertion::Contains { rule: id, min, max, evaluates: _ } => {
            let most = max.map(|max| format!(", at most {max}")).unwrap_or_default();
            format!("{word} {}, at least {min}{most}", rule(id))
        }
        Assertion::Properties { named, patterns, additional } => {
            let named = named.iter().map(|(name, id)| format!("{name} {}", rule(id)));
            let patterns = patterns.iter().map(|(id, of)| format!("/{}/ {}", pattern(module, *id), rule(of)));
            let others = additional.iter().map(|id| format!("others {}", rule(id)));
            format!("{word} {}", braces(named.chain(patterns).chain(others)))
        }
        Assertion::DependentSchemas(entries) => {
            format!("{word} {}", braces(entries.iter().map(|(name, id)| format!("{name} {}", rule(id)))))
        }
    }
}

fn rule(module: &Module, id: RuleId, depth: usize) -> String {
    let Some(depth) = depth.checked_sub(1) else { return "{ .. }".to_owned() };
    let of = module.rule(id);
    // What has a name is called by it: `acme/user.json#/$defs/Address`.
    if let Some(id) = by_location(module).get(of.location.as_str()) {
        return module.item(*id).name.trim_start_matches("r#").to_owned();
    }
    braces(of.assertions.iter().map(|of| assertion(module, of, depth)))
}

fn braces(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.take(WIDEST).collect();
    if parts.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", parts.join(", ")) }
}

fn pattern(module: &Module, id: PatternId) -> &str {
    module.patterns.get(id.0 as usize).map_or("", |pattern| pattern.source.as_str())
}

/// The type names for these kinds: `string, number`.
fn type_names(kinds: KindSet) -> String {
    let names = kinds.kinds().filter_map(|kind| match kind {
        Kind::Null => Some("null"),
        Kind::Boolean => Some("boolean"),
        // A fraction comes with integers only: `number` is the name for both.
        Kind::Integer if kinds.has(Kind::Fraction) => None,
        Kind::Integer => Some("integer"),
        Kind::Fraction => Some("number"),
        Kind::String => Some("string"),
        Kind::Array => Some("array"),
        Kind::Object => Some("object"),
    });
    names.collect::<Vec<_>>().join(", ")
}
