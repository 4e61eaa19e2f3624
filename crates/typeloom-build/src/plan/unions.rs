//! One of several schemas: which branches there are, and how the branch of a value is found.
//!
//! In comes a schema with `anyOf` or `oneOf`, out comes the form that holds every branch, or nothing where the
//! branches say less about the type than the schema around them: `anyOf: [{"required": ["a"]}, {"required": ["b"]}]`.

use super::draft::Draft;
use super::form::{self, Form, Known, KnownValue, Others};
use super::links;
use crate::spec::{Discriminator, Keyword, Origin, SchemaId};
use std::collections::BTreeSet;
use typeloom::KindSet;

/// One of several schemas.
pub(super) struct Branches<'a> {
    /// `anyOf` or `oneOf`.
    pub keyword: &'static str,
    /// Those that a value can match at all.
    pub branches: Vec<Candidate>,
    /// How the right one is found.
    pub found: Found<'a>,
}

/// A branch.
#[derive(Clone)]
pub(super) struct Candidate {
    /// Its schema.
    pub schema: SchemaId,
    /// Its place in the list.
    pub index: usize,
    /// The kinds of values that can match it.
    pub kinds: KindSet,
}

/// How the right branch is found.
pub(super) enum Found<'a> {
    /// By the kind of the value.
    Kind,
    /// By a member: its name, the values and their branches.
    Tag(&'a str, Vec<(String, usize)>),
    /// By trying.
    Trial,
}

/// The form of a schema whose shape is decided by `anyOf` or `oneOf`.
pub(super) fn branches<'a>(draft: &Draft<'a>, target: SchemaId, kinds: KindSet) -> Option<Form<'a>> {
    let (keyword, schemas) = list(draft, target)?;
    let of = |(index, &schema): (usize, &SchemaId)| Candidate {
        schema,
        index,
        kinds: (draft.kinds.kinds(schema) & kinds).without(KindSet::NULL),
    };
    let branches: Vec<Candidate> =
        schemas.iter().enumerate().map(of).filter(|branch| !branch.kinds.is_empty()).collect();
    if branches.len() < 2 || !branches.iter().all(|branch| tells(draft, branch.schema)) {
        return None;
    }
    if kinds == KindSet::STRING {
        return known_strings(draft, target, keyword, &branches).map(Form::Enum);
    }
    if KindSet::NUMBER.covers(kinds) || kinds == KindSet::BOOLEAN {
        return None;
    }
    let found = if disjoint(&branches) {
        Found::Kind
    } else if let Some((member, values)) = tag(draft, target, &branches) {
        Found::Tag(member, values)
    } else {
        Found::Trial
    };
    Some(Form::Branches(Branches { keyword, branches, found }))
}

/// The only list of branches in a schema that says nothing else about the shape.
fn list<'a>(draft: &Draft<'a>, target: SchemaId) -> Option<(&'static str, &'a [SchemaId])> {
    let mut only = None;
    for (_, keyword) in draft.asserting(target) {
        let list = match keyword {
            Keyword::AnyOf(schemas) => ("anyOf", schemas.as_slice()),
            Keyword::OneOf(schemas) => ("oneOf", schemas.as_slice()),
            Keyword::Properties(_)
            | Keyword::PatternProperties(_)
            | Keyword::AdditionalProperties(_)
            | Keyword::Items(_)
            | Keyword::PrefixItems(_)
            | Keyword::Ref(_)
            | Keyword::DynamicRef(_)
            | Keyword::AllOf(_) => return None,
            _ => continue, // rules about values, not shapes
        };
        if only.replace(list).is_some() {
            return None;
        }
    }
    only
}

/// Whether a branch says anything about the type.
fn tells(draft: &Draft<'_>, branch: SchemaId) -> bool {
    draft.kinds.kinds(branch).without(KindSet::NULL) != KindSet::VALUES
        || links::members(draft, branch).iter().any(|member| {
            let schema = draft.spec.schema(member.schema);
            !schema.fields().is_empty()
                || schema.keywords.iter().any(|keyword| matches!(keyword.value, Keyword::Items(_)))
        })
}

fn disjoint(branches: &[Candidate]) -> bool {
    let mut taken = KindSet::EMPTY;
    branches.iter().all(|branch| {
        let free = (taken & branch.kinds).is_empty();
        taken = taken | branch.kinds;
        free
    })
}

/// Branches that each list strings, or allow any.
fn known_strings<'a>(
    draft: &Draft<'a>,
    target: SchemaId,
    keyword: &'static str,
    branches: &[Candidate],
) -> Option<Known<'a>> {
    let mut known: Vec<KnownValue<'a>> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut listed_by = "enum";
    let mut others = Others::Refused;
    let beside = draft
        .asserting(target)
        .any(|(_, keyword)| !matches!(keyword, Keyword::AnyOf(_) | Keyword::OneOf(_) | Keyword::Type(_)));
    for branch in branches {
        let link = links::follow(draft, branch.schema);
        match form::listed_strings(draft, link.target) {
            Some(of) => {
                let alone = of.values.len() == 1;
                for mut value in of.values {
                    if !seen.insert(value.value) {
                        // Two branches match: `oneOf` refuses what both allow.
                        others = if keyword == "oneOf" { Others::Judged } else { others };
                        continue;
                    }
                    let notes = &draft.spec.schema(branch.schema).notes;
                    if alone && value.description.is_none() {
                        value.description = notes.description.as_deref().or(notes.title.as_deref());
                    }
                    known.push(value);
                }
                listed_by = of.keyword;
                let beside = draft
                    .asserting(link.target)
                    .any(|(_, keyword)| !matches!(keyword, Keyword::Enum(_) | Keyword::Const(_) | Keyword::Type(_)));
                if beside || of.others != Others::Refused {
                    others = Others::Judged;
                }
            }
            None => {
                let plain = draft.asserting(link.target).all(|(_, keyword)| matches!(keyword, Keyword::Type(_)));
                others = match others {
                    Others::Refused | Others::Allowed if plain && keyword == "anyOf" => Others::Allowed,
                    Others::Refused | Others::Allowed | Others::Judged => Others::Judged,
                };
            }
        }
    }
    if beside {
        others = Others::Judged;
    }
    (!known.is_empty()).then_some(Known { values: known, keyword: listed_by, others })
}

/// A member that is a different string in each branch.
fn tag<'a>(draft: &Draft<'a>, target: SchemaId, branches: &[Candidate]) -> Option<(&'a str, Vec<(String, usize)>)> {
    if branches.iter().any(|branch| branch.kinds != KindSet::OBJECT) {
        return None;
    }
    let discriminator = draft.spec.schema(target).keywords.iter().find_map(|keyword| match &keyword.value {
        Keyword::Discriminator(discriminator) => Some(discriminator),
        _ => None, // only this one names a member
    });
    let first = branches.first()?;
    let mut names: Vec<&'a str> = Vec::new();
    names.extend(discriminator.map(|of| of.property.as_str()));
    names.extend(
        links::members(draft, first.schema)
            .iter()
            .flat_map(|member| draft.spec.schema(member.schema).required().iter().map(|name| name.value.as_str())),
    );
    for name in names {
        let values = branches.iter().map(|branch| tag_values(draft, branch.schema, name));
        if let Some(values) = distinct(values) {
            return Some((name, values));
        }
    }
    // OpenAPI: the discriminator decides, whatever the branches say.
    let of = discriminator.filter(|of| !draft.options.exact && of.default.is_none())?;
    distinct(branches.iter().map(|branch| mapped(draft, of, branch.schema)))
        .map(|values| (of.property.as_str(), values))
}

fn distinct(branches: impl Iterator<Item = Option<Vec<String>>>) -> Option<Vec<(String, usize)>> {
    let mut seen = BTreeSet::new();
    let mut values = Vec::new();
    for (index, branch) in branches.enumerate() {
        let branch = branch.filter(|values| !values.is_empty())?;
        for value in branch {
            if !seen.insert(value.clone()) {
                return None;
            }
            values.push((value, index));
        }
    }
    Some(values)
}

/// The strings that a branch allows in a member that it requires.
fn tag_values(draft: &Draft<'_>, branch: SchemaId, name: &str) -> Option<Vec<String>> {
    let members = links::members(draft, branch);
    let schemas = || members.iter().map(|member| draft.spec.schema(member.schema));
    if !schemas().any(|schema| schema.required().iter().any(|required| required.value == name)) {
        return None;
    }
    schemas()
        .flat_map(|schema| schema.fields())
        .filter(|field| field.name == name)
        .find_map(|field| form::strings(draft, field.schema))
        .map(|values| values.into_iter().map(str::to_owned).collect())
}

/// The values of a discriminator that stand for a branch.
fn mapped(draft: &Draft<'_>, discriminator: &Discriminator, branch: SchemaId) -> Option<Vec<String>> {
    let target = links::follow(draft, branch).target;
    let written: Vec<String> = discriminator
        .mapping
        .iter()
        .filter(|(_, schema)| *schema == target || *schema == branch)
        .map(|(value, _)| value.clone())
        .collect();
    if !written.is_empty() {
        return Some(written);
    }
    let named = draft.types.get(&target).filter(|named| named.origin != Origin::StandIn)?;
    Some(vec![named.name.clone()])
}

/// Whether the member that tells the branches apart is one that the branches themselves assert.
pub(super) fn is_asserted(draft: &Draft<'_>, branches: &Branches<'_>) -> bool {
    match &branches.found {
        Found::Kind => true,
        Found::Tag(member, _) => {
            distinct(branches.branches.iter().map(|branch| tag_values(draft, branch.schema, member))).is_some()
        }
        Found::Trial => false,
    }
}
