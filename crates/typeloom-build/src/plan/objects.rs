//! Objects: the fields of a struct, and the members that have no field.
//!
//! The schemas that apply at once (`$ref`, `allOf`) are merged into one struct. A property that several of them
//! describe takes the shape that tells most; the rule of the schema takes care of the others.

use super::checks::{self, Carried};
use super::docs::{self, fields::Decided};
use super::draft::{Draft, Site, Task, slot};
use super::form;
use super::links::{self, Member};
use super::names;
use super::presence;
use super::secrets;
use super::shapes::{self, Place};
use crate::diagnostic::Sink;
use crate::model::{Check, Field, ItemKind, Presence, Rest, Shape, Slot, Struct, Validation};
use crate::pointer;
use crate::spec::{self, Keyword, SchemaId};
use std::collections::{BTreeMap, BTreeSet};
use typeloom::{Kind, KindSet};

/// Makes a reserved item a struct.
pub(super) fn fill(draft: &mut Draft<'_>, task: &Task, sink: &mut Sink) {
    let members = links::members(draft, task.target);
    let described = described(draft, &members);
    let required: BTreeSet<&str> = members
        .iter()
        .flat_map(|member| draft.spec.schema(member.schema).required())
        .map(|name| name.value.as_str())
        .collect();
    let site = draft.site(task.id);
    let rest = rest(draft, &members, &task.via, &site);
    let wires: BTreeSet<&str> = described.iter().map(|of| of.name).collect();
    let spelt: Vec<names::Wire<'_>> = described
        .iter()
        .map(|of| names::Wire {
            text: of.name,
            span: of.written[of.chosen].1.span,
            wanted: None,
            given: given(of.written[of.chosen].1),
        })
        .collect();
    let owner = names::Owner {
        title: &site.title,
        named: draft.has_vendors_name(task.id),
        locked: draft.locked.members(&draft.items, task.id),
    };
    let (spelt, rest_name) = names::fields(&spelt, &rest.name, owner, sink);
    let (mut fields, mut decided) = (Vec::new(), Vec::new());
    for (of, name) in described.iter().zip(spelt) {
        let (member, field) = of.written[of.chosen];
        let mut site = site.within(of.name, &format!(".{}", of.name));
        site.field = true;
        let Place { mut slot, null } = shapes::place(draft, field.schema, KindSet::ALL, &site);
        let via = format!("{}{}/properties/{}", task.via, member.via, pointer::escape(of.name));
        slot.via.insert_str(0, &via);
        let holds_null = shapes::holds_null(draft, &slot.shape);
        let remembers = matches!(rest.slot.shape, Shape::Value);
        let presence = presence::presence(field, required.contains(of.name), null, holds_null, remembers);
        fields.push(Field {
            name,
            wire: of.name.to_owned(),
            aliases: aliases(&of.written, &wires),
            docs: Vec::new(), // said of all together
            deprecated: draft.spec.schema(field.schema).notes.deprecated,
            presence,
            slot,
        });
        let written: Vec<&spec::Field> = of.written.iter().map(|(_, field)| *field).collect();
        let mark = secrets::mark(draft, task.id, fields.len() - 1, &written);
        draft.marks.extend(mark);
        decided.push(Decided { field, holds_null });
    }
    let together = docs::fields::write(draft, &decided, &mut fields);
    let default = !fields.iter().any(|field| match field.presence {
        Presence::Required | Presence::RequiredNullable | Presence::RequiredNullUnknown => true,
        Presence::Optional | Presence::OptionalNullable | Presence::OptionalNullUnknown => false,
    });
    let (checks, validation) = match checks::typed(draft, task.target, Kind::Object, &Carried::Members(&wires)) {
        Some(checks) => (checks, Validation::Typed),
        None if merges(draft, task.target, &members, &described) => {
            let missing: Vec<String> = required.difference(&wires).map(|&name| name.to_owned()).collect();
            (if missing.is_empty() { Vec::new() } else { vec![Check::Required(missing)] }, Validation::Typed)
        }
        None => (Vec::new(), Validation::ByValue(draft.rule(draft.sketch(task.id).schema))),
    };
    let secret = secrets::elsewhere(draft, &members, &wires);
    let rest = Rest { name: rest_name, secret, ..rest };
    let item = draft.item(task.id);
    item.docs = together;
    item.kind = ItemKind::Struct(Struct { fields, rest, checks, default });
    item.validation = validation;
}

/// The Rust name that an override gives.
fn given(field: &spec::Field) -> Option<&str> {
    field.rust_name.as_ref().map(|name| name.value.as_str())
}

/// A property, with every schema that describes it.
struct Described<'a, 'm> {
    name: &'a str,
    written: Vec<(&'m Member, &'a spec::Field)>,
    /// Which of them tells most.
    chosen: usize,
}

fn described<'a, 'm>(draft: &Draft<'a>, members: &'m [Member]) -> Vec<Described<'a, 'm>> {
    let mut all: Vec<Described<'a, 'm>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for member in members {
        let spec = draft.spec;
        for field in spec.schema(member.schema).fields() {
            let index = *known.entry(field.name.as_str()).or_insert(all.len());
            match all.get_mut(index) {
                Some(of) => of.written.push((member, field)),
                None => all.push(Described { name: &field.name, written: vec![(member, field)], chosen: 0 }),
            }
        }
    }
    for of in all.iter_mut().filter(|of| of.written.len() > 1) {
        let rank = |index: &usize| (telling(draft, of.written[*index].1.schema), std::cmp::Reverse(*index));
        of.chosen = (0..of.written.len()).max_by_key(rank).unwrap_or(0);
    }
    all
}

/// How much a schema says about the type: whether it has a type of its own, how few kinds of values it allows, how many
/// rules it has.
fn telling(draft: &Draft<'_>, schema: SchemaId) -> (u8, usize, usize) {
    let link = links::follow(draft, schema);
    let kinds = (draft.kinds.kinds(schema) & link.kinds).without(KindSet::NULL);
    let own = if draft.named.contains_key(&link.target) {
        2
    } else {
        u8::from(form::form(draft, link.target, kinds).is_item())
    };
    (own, KindSet::VALUES.without(kinds).kinds().count(), draft.asserting(link.target).count())
}

/// Whether the fields alone say everything that the merged schemas do.
fn merges(draft: &Draft<'_>, target: SchemaId, members: &[Member], described: &[Described<'_, '_>]) -> bool {
    let plain = |member: &Member| {
        draft.asserting(member.schema).all(|(_, keyword)| match keyword {
            Keyword::Type(kinds) => kinds.values().covers(KindSet::OBJECT),
            Keyword::Ref(_) | Keyword::AllOf(_) | Keyword::Properties(_) | Keyword::Required(_) => true,
            // Rules that a field cannot carry.
            Keyword::Never
            | Keyword::Enum(_)
            | Keyword::Const(_)
            | Keyword::DynamicRef(_)
            | Keyword::AnyOf(_)
            | Keyword::OneOf(_)
            | Keyword::Not(_)
            | Keyword::If { .. }
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
            | Keyword::PatternProperties(_)
            | Keyword::AdditionalProperties(_)
            | Keyword::PropertyNames(_)
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_)
            | Keyword::DependentRequired { .. }
            | Keyword::DependentSchemas(_)
            | Keyword::UnevaluatedProperties(_) => false,
        })
    };
    let same = |of: &Described<'_, '_>| {
        let chosen = of.written[of.chosen].1.schema;
        let target = links::follow(draft, chosen).target;
        of.written.iter().all(|(_, field)| {
            let nulls = draft.kinds.kinds(field.schema).covers(KindSet::NULL);
            let alike = nulls == draft.kinds.kinds(chosen).covers(KindSet::NULL);
            links::follow(draft, field.schema).target == target && alike
                // It says no more than the type.
                || draft.asserting(field.schema).all(|(_, keyword)| {
                    matches!(keyword, Keyword::Type(kinds)
                        if kinds.values().covers(draft.kinds.kinds(chosen)))
                })
        })
    };
    // A list that was cut off does not say everything.
    let complete = members.len() < links::MEMBERS;
    complete && !draft.is_dynamic(target) && members.iter().all(plain) && described.iter().all(same)
}

/// Other names that a page leads to, unless they are names of other members.
fn aliases(written: &[(&Member, &spec::Field)], wires: &BTreeSet<&str>) -> Vec<String> {
    let accepted = written.iter().filter_map(|(_, field)| field.spelling.as_ref()).filter(|spelling| spelling.accepted);
    let names: BTreeSet<&str> = accepted.map(|spelling| spelling.page.as_str()).collect();
    names.difference(wires).map(|&name| name.to_owned()).collect()
}

/// The members without a field.
fn rest(draft: &mut Draft<'_>, members: &[Member], via: &str, site: &Site) -> Rest {
    let (schema, step) = match others(draft, members) {
        Others::Anything => return unknown(false),
        Others::Nothing => return unknown(true),
        Others::Schema(schema, step) => (schema, step),
    };
    let slot = shapes::whole(draft, schema, &format!("{via}{step}"), &site.within("additional", ".*"));
    Rest { name: "additional".to_owned(), slot, forbidden: false, secret: Vec::new() }
}

fn unknown(forbidden: bool) -> Rest {
    Rest { name: "unknown".to_owned(), slot: slot(Shape::Value, Vec::new()), forbidden, secret: Vec::new() }
}

/// The values of a map.
pub(super) fn map_value(draft: &mut Draft<'_>, target: SchemaId, site: &Site) -> Slot {
    let members = links::members(draft, target);
    match others(draft, &members) {
        Others::Schema(schema, step) => shapes::whole(draft, schema, &step, &site.within("value", ".*")),
        Others::Nothing => slot(Shape::Value, vec![Check::Never]),
        Others::Anything => slot(Shape::Value, Vec::new()),
    }
}

/// What a document says of members that it does not name.
enum Others {
    /// Nothing.
    Anything,
    /// They are not allowed.
    Nothing,
    /// They obey this schema, at this step.
    Schema(SchemaId, String),
}

fn others(draft: &Draft<'_>, members: &[Member]) -> Others {
    let mut found = Others::Anything;
    for member in members {
        let mut additional = None;
        let mut patterns: &[_] = &[];
        for keyword in &draft.spec.schema(member.schema).keywords {
            // The other keywords do not describe members by exclusion.
            if let Keyword::AdditionalProperties(schema) = &keyword.value {
                additional = Some(*schema);
            } else if let Keyword::PatternProperties(all) = &keyword.value {
                patterns = all;
            }
        }
        let closed = additional.is_some_and(|schema| draft.is_never(schema));
        found = match (patterns, additional) {
            ([], Some(_)) if closed => return Others::Nothing,
            ([], Some(schema)) if !draft.is_trivial(schema) => {
                Others::Schema(schema, format!("{}/additionalProperties", member.via))
            }
            // Every other member is refused, so that those that are left all match the pattern.
            ([(pattern, schema)], Some(_)) if closed && !draft.is_trivial(*schema) => {
                Others::Schema(*schema, format!("{}/patternProperties/{}", member.via, pointer::escape(&pattern.value)))
            }
            (_, Some(_) | None) => continue,
        };
    }
    found
}
