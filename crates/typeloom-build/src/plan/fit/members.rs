//! Rules about the members of an object.

use super::{Asked, Fit, Role, Spot, all, holds};
use crate::source::At;
use crate::spec::{Field, Keyword, SchemaId, Stated};
use std::collections::{BTreeMap, BTreeSet};
use typeloom::Value;

type Members = BTreeMap<String, Value>;

impl Asked<'_> {
    pub(super) fn properties(&mut self, fields: &[Field], members: &Members, spot: Spot<'_>) -> Fit {
        all(fields.iter().map(|field| match members.get(&field.name) {
            // Where a page does not say whether `null` occurs, it is read.
            Some(Value::Null) if field.null == Stated::Unknown => Fit::Unsure,
            Some(value) => self.schema(field.schema, value, Spot { at: &spot.member(&field.name), ..spot }),
            None => Fit::Yes,
        }))
    }

    pub(super) fn patterns(&mut self, schemas: &[(At<String>, SchemaId)], members: &Members, spot: Spot<'_>) -> Fit {
        all(schemas.iter().map(|(source, schema)| {
            all(members.iter().map(|(name, value)| match self.matches(&source.value, name) {
                Some(true) => self.schema(*schema, value, Spot { at: &spot.member(name), ..spot }),
                Some(false) => Fit::Yes,
                None => Fit::Unsure,
            }))
        }))
    }

    /// `additionalProperties` of the schema `id`.
    pub(super) fn further(&mut self, id: SchemaId, schema: SchemaId, members: &Members, spot: Spot<'_>) -> Fit {
        let draft = self.draft;
        let of = draft.spec.schema(id);
        let patterns = of.keywords.iter().find_map(|keyword| {
            if let Keyword::PatternProperties(schemas) = &keyword.value { Some(schemas.as_slice()) } else { None }
        });
        let patterns = patterns.unwrap_or_default();
        let named: BTreeSet<&str> = of.fields().iter().map(|field| field.name.as_str()).collect();
        // A page spells names as its language does.
        let spelled = of.fields().iter().any(|field| field.spelling.is_some());
        let further = members.iter().filter(|(name, _)| !named.contains(name.as_str()));
        all(further.map(|(name, value)| match self.matches_one(patterns, name) {
            Some(true) => Fit::Yes,
            Some(false) if !spelled => self.schema(schema, value, Spot { at: &spot.member(name), ..spot }),
            Some(false) | None => Fit::Unsure,
        }))
    }

    /// Whether a name matches one of the patterns; [`None`] where one of them cannot say, and no other matches.
    fn matches_one(&mut self, patterns: &[(At<String>, SchemaId)], name: &str) -> Option<bool> {
        let mut known = true;
        for (source, _) in patterns {
            match self.matches(&source.value, name) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => known = false,
            }
        }
        known.then_some(false)
    }

    pub(super) fn names(&mut self, schema: SchemaId, members: &Members, spot: Spot<'_>) -> Fit {
        all(members.keys().map(|name| {
            match self.schema(schema, &Value::String(name.clone()), Spot { at: "", ..spot }) {
                Fit::No(miss) => holds(false, spot.at, || format!("the name `{name}` {}", miss.why)),
                fit @ (Fit::Yes | Fit::Unsure) => fit,
            }
        }))
    }

    /// `required` of the schema `id`.
    pub(super) fn required(&self, id: SchemaId, names: &[At<String>], members: &Members, at: &str) -> Fit {
        let of = self.draft.spec.schema(id);
        let missing: Vec<&str> =
            names.iter().map(|name| name.value.as_str()).filter(|name| !members.contains_key(*name)).collect();
        if missing.is_empty() {
            return Fit::Yes;
        }
        // Marks of a page may be meant for one direction, and its names are those of a language.
        if self.draft.spec.tables.contains(&of.resource) {
            return Fit::Unsure;
        }
        let lenient = of.fields().iter().filter(|field| self.may_be_left_out(field));
        let lenient: BTreeSet<&str> = lenient.map(|field| field.name.as_str()).collect();
        match missing.iter().find(|name| !lenient.contains(*name)) {
            Some(name) => holds(false, at, || format!("has no `{name}`, which is required")),
            // By the letter it is required: neither taken for certain, nor refused.
            None => Fit::Unsure,
        }
    }

    /// What is only read, or only written, is required in one direction (OpenAPI 3.0.4, section 4.7.24.2), and a
    /// default is filled up with the defaults of its members.
    fn may_be_left_out(&self, field: &Field) -> bool {
        let notes = &self.draft.spec.schema(field.schema).notes;
        notes.read_only || notes.write_only || (self.role == Role::Default && notes.default.is_some())
    }

    pub(super) fn dependent_required(names: &[(At<String>, Vec<At<String>>)], members: &Members, at: &str) -> Fit {
        let there = names.iter().filter(|(name, _)| members.contains_key(&name.value));
        let mut needs = there.flat_map(|(name, needs)| needs.iter().map(move |need| (name, need)));
        match needs.find(|(_, need)| !members.contains_key(&need.value)) {
            Some((name, need)) => {
                holds(false, at, || format!("has no `{}`, which `{}` requires", need.value, name.value))
            }
            None => Fit::Yes,
        }
    }

    pub(super) fn dependent_schemas(
        &mut self,
        schemas: &[(At<String>, SchemaId)],
        members: &Members,
        value: &Value,
        spot: Spot<'_>,
    ) -> Fit {
        let there = schemas.iter().filter(|(name, _)| members.contains_key(&name.value));
        all(there.map(|(_, schema)| self.schema(*schema, value, spot)))
    }
}
