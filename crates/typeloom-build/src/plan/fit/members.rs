//! Rules about the members of an object.

use super::{Asked, Fit, Role, Spot, all, holds};
use crate::source::At;
use crate::spec::{Field, Keyword, SchemaId, Stated};
use std::collections::BTreeMap;
use typeloom::Value;

type Members = BTreeMap<String, Value>;

impl Asked<'_> {
    pub(super) fn properties(&mut self, fields: &[Field], members: &Members, spot: Spot<'_>) -> Fit {
        all(fields.iter().map(|field| match members.get(&field.name) {
            // Where a page does not say whether `null` occurs, it is read.
            Some(Value::Null) if field.null == Stated::Unknown => Fit::Yes,
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
        all(members.iter().filter(|(name, _)| !of.fields().iter().any(|field| field.name == **name)).map(
            |(name, value)| match patterns.iter().map(|(source, _)| self.matches(&source.value, name)).max() {
                Some(Some(true)) => Fit::Yes,
                Some(None) => Fit::Unsure,
                // A page spells names as its language does.
                Some(Some(false)) | None if of.fields().iter().any(|field| field.spelling.is_some()) => Fit::Unsure,
                Some(Some(false)) | None => self.schema(schema, value, Spot { at: &spot.member(name), ..spot }),
            },
        ))
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
        let missing = names.iter().find(|name| {
            let field = of.fields().iter().find(|field| field.name == name.value);
            !members.contains_key(&name.value) && !field.is_some_and(|field| self.may_be_left_out(field))
        });
        match missing {
            // Marks of a page may be meant for one direction, and its names are those of a language.
            Some(_) if self.draft.spec.tables.contains(&of.resource) => Fit::Unsure,
            Some(name) => holds(false, at, || format!("has no `{}`, which is required", name.value)),
            None => Fit::Yes,
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
