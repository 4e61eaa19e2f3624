//! Whether a value fits a schema: a default or an example in, what is certain about it out.
//!
//! Exact where it answers [`Fit::Yes`] or [`Fit::No`], as `not`, `oneOf` and `if` turn the one into the other; whatever
//! depends on more than the schema and the value, or on what a document may leave to its reader, is [`Fit::Unsure`].
//! Knows nothing of Rust shapes.

mod items;
mod members;
mod patterns;
mod scalars;

use super::draft::Draft;
use crate::pointer;
use crate::spec::{Keyword, SchemaId};
use patterns::Patterns;
use std::collections::BTreeMap;
use typeloom::{Kind, Value};

/// How far schemas lead to schemas for one value.
const DEPTH: u8 = 64;
/// How many schemas are asked for one value: an example may be a megabyte, and a union has a hundred branches.
const STEPS: u32 = 20_000;

/// Whether a value fits.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Fit {
    /// It does.
    Yes,
    /// It does not.
    No(Miss),
    /// That cannot be said.
    Unsure,
}

/// A rule that does not hold.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Miss {
    /// Where in the value: `/items/0`, or empty for the value itself.
    pub pointer: String,
    /// What does not hold there: "must be at least 1".
    pub why: String,
}

/// What the value is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Members that have a default of their own may be left out of it.
    Default,
    /// An example.
    Example,
}

/// What may still be asked about the documents of a vendor: thousands of examples may meet thousands of patterns.
pub(super) struct Budget {
    /// Schemas.
    steps: u32,
    patterns: Patterns,
}

impl Budget {
    pub(super) const fn new() -> Budget {
        Budget { steps: 5_000_000, patterns: Patterns::new() }
    }
}

/// Compares a value with the schema.
pub(super) fn fit(draft: &Draft<'_>, id: SchemaId, value: &Value, role: Role, budget: &mut Budget) -> Fit {
    let mut asked = Asked { draft, role, steps: STEPS, budget };
    asked.schema(id, value, Spot { at: "", depth: DEPTH })
}

/// Where in the value, and how far schemas may still lead on.
#[derive(Clone, Copy)]
struct Spot<'a> {
    at: &'a str,
    depth: u8,
}

impl Spot<'_> {
    fn member(self, name: &str) -> String {
        pointer::join(self.at, name)
    }

    fn item(self, index: usize) -> String {
        format!("{}/{index}", self.at)
    }
}

/// One comparison on its way.
struct Asked<'a> {
    draft: &'a Draft<'a>,
    role: Role,
    steps: u32,
    budget: &'a mut Budget,
}

impl Asked<'_> {
    /// Whether the value at `spot` fits the schema.
    fn schema(&mut self, id: SchemaId, value: &Value, spot: Spot<'_>) -> Fit {
        if spot.depth == 0 || !self.spend(id, value) {
            return Fit::Unsure;
        }
        let (draft, spot) = (self.draft, Spot { depth: spot.depth - 1, ..spot });
        all(draft.asserting(id).map(|(_, keyword)| match value {
            Value::Object(members) => self.of_object(id, keyword, members, value, spot),
            Value::Array(items) => self.of_array(id, keyword, items, value, spot),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => self.of_any(id, keyword, value, spot),
        }))
    }

    /// Takes off what one schema and one value cost: a step, and some for what is looked up in large ones.
    fn spend(&mut self, id: SchemaId, value: &Value) -> bool {
        let schema = self.draft.spec.schema(id);
        let looked_up = match value {
            Value::Object(members) => members.len() + schema.fields().len() + schema.required().len(),
            Value::Array(items) => items.len(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
        };
        let cost = u32::try_from(1 + looked_up / 16).unwrap_or(u32::MAX);
        match (self.steps.checked_sub(cost), self.budget.steps.checked_sub(cost)) {
            (Some(steps), Some(of_all)) => {
                self.steps = steps;
                self.budget.steps = of_all;
                true
            }
            (None, _) | (_, None) => false,
        }
    }

    /// A keyword, where the value is an object.
    fn of_object(
        &mut self,
        id: SchemaId,
        keyword: &Keyword,
        members: &BTreeMap<String, Value>,
        value: &Value,
        spot: Spot<'_>,
    ) -> Fit {
        let count = members.len() as u64;
        match keyword {
            Keyword::Properties(fields) => self.properties(fields, members, spot),
            Keyword::PatternProperties(schemas) => self.patterns(schemas, members, spot),
            Keyword::AdditionalProperties(schema) => self.further(id, *schema, members, spot),
            Keyword::PropertyNames(schema) => self.names(*schema, members, spot),
            Keyword::Required(names) => self.required(id, names, members, spot.at),
            Keyword::MinProperties(limit) => {
                holds(count >= *limit, spot.at, || counted("at least", *limit, "member", count))
            }
            Keyword::MaxProperties(limit) => {
                holds(count <= *limit, spot.at, || counted("at most", *limit, "member", count))
            }
            Keyword::DependentRequired { keyword: _, names } => Asked::dependent_required(names, members, spot.at),
            Keyword::DependentSchemas(schemas) => self.dependent_schemas(schemas, members, value, spot),
            other => self.of_any(id, other, value, spot), // which names every keyword
        }
    }

    /// A keyword, where the value is an array.
    fn of_array(&mut self, id: SchemaId, keyword: &Keyword, items: &[Value], value: &Value, spot: Spot<'_>) -> Fit {
        let count = items.len() as u64;
        match keyword {
            Keyword::PrefixItems(schemas) => self.prefix(schemas, items, spot),
            Keyword::Items(schema) => self.items(id, *schema, items, spot),
            Keyword::Contains { schema, min, max, evaluates: _ } => self.contains(*schema, (*min, *max), items, spot),
            Keyword::MinItems(limit) => holds(count >= *limit, spot.at, || counted("at least", *limit, "item", count)),
            Keyword::MaxItems(limit) => holds(count <= *limit, spot.at, || counted("at most", *limit, "item", count)),
            Keyword::UniqueItems => items::unique(items, spot.at),
            other => self.of_any(id, other, value, spot), // which names every keyword
        }
    }

    /// A keyword that may concern any value.
    fn of_any(&mut self, id: SchemaId, keyword: &Keyword, value: &Value, spot: Spot<'_>) -> Fit {
        match keyword {
            Keyword::Ref(reference) => self.schema(reference.target, value, spot),
            Keyword::AllOf(schemas) => all(schemas.iter().map(|id| self.schema(*id, value, spot))),
            Keyword::AnyOf(schemas) => self.branches(schemas, false, "anyOf", value, spot),
            // With a `discriminator` the branch is chosen, and what others say does not count.
            Keyword::OneOf(schemas) if self.chosen(id) => match self.branches(schemas, false, "oneOf", value, spot) {
                Fit::Yes => Fit::Unsure, // it need not be the chosen one
                fit @ (Fit::No(_) | Fit::Unsure) => fit,
            },
            Keyword::OneOf(schemas) => self.branches(schemas, true, "oneOf", value, spot),
            Keyword::Not(schema) => match self.schema(*schema, value, spot) {
                Fit::Yes => no(spot.at, "is what `not` forbids"),
                Fit::No(_) => Fit::Yes,
                Fit::Unsure => Fit::Unsure,
            },
            Keyword::If { condition, then, otherwise } => {
                let next = match self.schema(*condition, value, spot) {
                    Fit::Yes => then,
                    Fit::No(_) => otherwise,
                    Fit::Unsure => return Fit::Unsure,
                };
                next.map_or(Fit::Yes, |next| self.schema(next, value, spot))
            }
            Keyword::DynamicRef(_) | Keyword::UnevaluatedItems(_) | Keyword::UnevaluatedProperties(_) => Fit::Unsure,
            Keyword::Never
            | Keyword::Type(_)
            | Keyword::Enum(_)
            | Keyword::Const(_)
            | Keyword::Minimum(_)
            | Keyword::Maximum(_)
            | Keyword::ExclusiveMinimum(_)
            | Keyword::ExclusiveMaximum(_)
            | Keyword::MultipleOf(_)
            | Keyword::MinLength(_)
            | Keyword::MaxLength(_)
            | Keyword::Format(_) => scalars::keyword(keyword, value, spot.at),
            Keyword::Pattern(source) => match value.as_str().map(|text| self.matches(source, text)) {
                Some(Some(false)) => no(spot.at, &format!("does not match the pattern `{source}`")),
                Some(None) => Fit::Unsure,
                Some(Some(true)) | None => Fit::Yes,
            },
            // Of other kinds of values, or asserting nothing.
            Keyword::Properties(_)
            | Keyword::PatternProperties(_)
            | Keyword::AdditionalProperties(_)
            | Keyword::PropertyNames(_)
            | Keyword::Required(_)
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_)
            | Keyword::DependentRequired { keyword: _, names: _ }
            | Keyword::DependentSchemas(_)
            | Keyword::PrefixItems(_)
            | Keyword::Items(_)
            | Keyword::Contains { schema: _, min: _, max: _, evaluates: _ }
            | Keyword::MinItems(_)
            | Keyword::MaxItems(_)
            | Keyword::UniqueItems
            | Keyword::Discriminator(_)
            | Keyword::ContentEncoding(_)
            | Keyword::ContentMediaType(_)
            | Keyword::ContentSchema(_) => Fit::Yes,
        }
    }

    /// Whether one of the branches takes it; exactly one, where `one`.
    fn branches(&mut self, ids: &[SchemaId], one: bool, name: &str, value: &Value, spot: Spot<'_>) -> Fit {
        let at = spot.at;
        let (mut taken, mut unsure, mut misses) = (0, false, Vec::new());
        for id in ids {
            match self.schema(*id, value, spot) {
                Fit::Yes if !one => return Fit::Yes,
                Fit::Yes => taken += 1,
                Fit::Unsure => unsure = true,
                // What is said of a branch for another kind of value helps nobody.
                Fit::No(miss) if self.draft.kinds.kinds(*id).has(Kind::of(value)) => misses.push(miss),
                Fit::No(_) => {}
            }
        }
        match (taken, unsure) {
            (2.., _) => no(at, &format!("is taken by {taken} branches of `{name}`, and must be by one")),
            (_, true) => Fit::Unsure,
            (1, false) => Fit::Yes,
            (_, false) => match (misses.pop(), misses.is_empty()) {
                (Some(only), true) => Fit::No(only),
                (Some(_), false) | (None, _) => no(at, &format!("is taken by no branch of `{name}`")),
            },
        }
    }

    /// Whether a text matches a pattern; [`None`] where that is not known.
    fn matches(&mut self, source: &str, text: &str) -> Option<bool> {
        self.budget.patterns.matches(source, text)
    }

    /// Whether a `discriminator` stands beside the branches.
    fn chosen(&self, id: SchemaId) -> bool {
        let keywords = &self.draft.spec.schema(id).keywords;
        keywords.iter().any(|keyword| matches!(keyword.value, Keyword::Discriminator(_)))
    }
}

/// Whether all hold; the first that does not is what is told.
fn all(fits: impl Iterator<Item = Fit>) -> Fit {
    let mut sure = true;
    for fit in fits {
        match fit {
            Fit::Yes => {}
            Fit::No(miss) => return Fit::No(miss),
            Fit::Unsure => sure = false,
        }
    }
    if sure { Fit::Yes } else { Fit::Unsure }
}

/// What holds, or else is missed for this reason.
fn holds(holds: bool, at: &str, why: impl FnOnce() -> String) -> Fit {
    if holds { Fit::Yes } else { Fit::No(Miss { pointer: at.to_owned(), why: why() }) }
}

fn no(at: &str, why: &str) -> Fit {
    holds(false, at, || why.to_owned())
}

fn counted(words: &str, limit: u64, what: &str, count: u64) -> String {
    let plural = if limit == 1 { "" } else { "s" };
    format!("must have {words} {limit} {what}{plural}, has {count}")
}
