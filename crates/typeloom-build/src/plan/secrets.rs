//! Which places hold secrets: tokens, codes that can be exchanged for tokens, passwords and keys.
//!
//! That is a property of a *place* that reaches a type, and it is decided here once, when all items are made: fields are
//! secrets by their names (`typeloom::secret_names`), by what the document says of them (`writeOnly`, the format
//! `password`) or by an override. From there it reaches what is in lists, maps and named types. A type that is reached
//! from a secret place is a secret itself; where it is reached from others too, it is one all the same, and that is
//! told. By its name alone, an object with members of its own is no secret: its members have names too.

mod apply;
mod decide;
mod tell;

use super::draft::Draft;
use super::links;
use crate::diagnostic::Sink;
use crate::model::{ItemId, Shape};
use crate::source::{At, Span};
use crate::spec::{Field, Keyword, SchemaId};
use std::collections::BTreeSet;
use typeloom::secret_names::{self, Hidden};

/// Members that are for everybody to see although they are only written: `writeOnly` says who sends them.
const PUBLIC: [&str; 4] = ["id", "iss", "sub", "email"];

/// How much of what is in a place is secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Level {
    /// Nothing.
    No,
    /// By the name: text, and any JSON.
    Text,
    /// By the name: numbers too.
    Name,
    /// By the document or an override: the members of objects too.
    Marked,
}

/// What is known of a field of a struct.
pub(super) struct Mark {
    pub item: ItemId,
    /// Its index in the struct.
    pub field: usize,
    /// The name in the JSON.
    pub wire: String,
    pub span: Span,
    /// What overrides say; the last one counts.
    pub given: Vec<At<bool>>,
    /// What its name and the document say.
    pub level: Level,
}

/// What a schema says of its values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Nothing,
    WriteOnly,
    Password,
}

/// The mark of a field that is described in these places.
pub(super) fn mark(draft: &Draft<'_>, item: ItemId, index: usize, written: &[&Field]) -> Option<Mark> {
    let first = written.first()?;
    let given = written.iter().flat_map(|field| field.secret.iter().cloned()).collect();
    let level = written.iter().map(|field| level(draft, field)).max().unwrap_or(Level::No);
    Some(Mark { item, field: index, wire: first.name.clone(), span: first.span, given, level })
}

fn level(draft: &Draft<'_>, field: &Field) -> Level {
    let target = links::follow(draft, field.schema).target;
    match said(draft, field.schema).max(said(draft, target)) {
        Said::Password => Level::Marked,
        Said::WriteOnly if !is_public(&field.name) => Level::Marked,
        Said::WriteOnly | Said::Nothing => match secret_names::hidden(&field.name) {
            Hidden::Nothing => Level::No,
            Hidden::Text => Level::Text,
            Hidden::All => Level::Name,
        },
    }
}

fn is_public(name: &str) -> bool {
    PUBLIC.contains(&name)
}

/// What a schema says, or one that it includes.
fn said(draft: &Draft<'_>, schema: SchemaId) -> Said {
    let said = |member: &links::Member| {
        let schema = draft.spec.schema(member.schema);
        let password = |keyword: &Keyword| matches!(keyword, Keyword::Format(name) if name == "password");
        if schema.keywords.iter().any(|keyword| password(&keyword.value)) {
            Said::Password
        } else if schema.notes.write_only {
            Said::WriteOnly
        } else {
            Said::Nothing
        }
    };
    links::members(draft, schema).iter().map(said).max().unwrap_or(Said::Nothing)
}

/// A shape that is no item, at a place that is no field: a field decides itself.
pub(super) fn leaf(draft: &Draft<'_>, schema: SchemaId, shape: Shape) -> Shape {
    if said(draft, schema) == Said::Nothing { shape } else { apply::held(shape, Level::Marked) }
}

/// The names of secret members that schemas describe although there is no field for them: those in the branches of a
/// union, of which the value is one as a whole.
pub(super) fn elsewhere(draft: &Draft<'_>, members: &[links::Member], known: &BTreeSet<&str>) -> Vec<String> {
    let mut names = BTreeSet::new();
    let mut seen: BTreeSet<SchemaId> = members.iter().map(|member| member.schema).collect();
    let mut waiting: Vec<SchemaId> = members.iter().flat_map(|member| branches(draft, member.schema)).collect();
    while let Some(id) = waiting.pop() {
        if seen.len() > links::MEMBERS || !seen.insert(id) {
            continue;
        }
        for member in links::members(draft, id) {
            for field in draft.spec.schema(member.schema).fields() {
                let decided = field.secret.last().map(|given| given.value);
                let secret = decided.unwrap_or_else(|| level(draft, field) != Level::No);
                if secret && !known.contains(field.name.as_str()) && !secret_names::is_secret(&field.name) {
                    names.insert(field.name.clone());
                }
            }
            waiting.extend(branches(draft, member.schema));
        }
    }
    names.into_iter().collect()
}

/// Schemas that may apply to the same value.
fn branches(draft: &Draft<'_>, schema: SchemaId) -> Vec<SchemaId> {
    let mut found = Vec::new();
    for keyword in &draft.spec.schema(schema).keywords {
        match &keyword.value {
            Keyword::AnyOf(schemas) | Keyword::OneOf(schemas) => found.extend(schemas),
            Keyword::If { condition: _, then, otherwise } => found.extend(then.iter().chain(otherwise)),
            Keyword::DependentSchemas(entries) => found.extend(entries.iter().map(|(_, schema)| *schema)),
            _ => {} // they apply to other values, or always
        }
    }
    found
}

/// Makes the shapes of all secret places secret.
pub(super) fn settle(draft: &mut Draft<'_>, sink: &mut Sink) {
    let decision = decide::decide(draft, None);
    let changes = apply::changes(draft, &decision);
    tell::report(draft, &decision, &changes, sink);
    apply::apply(draft, changes);
}
