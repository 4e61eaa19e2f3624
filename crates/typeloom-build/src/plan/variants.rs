//! Enums and unions: their variants.

use super::checks::{self, Carried};
use super::docs;
use super::draft::{Draft, Site, Task};
use super::form::{self, Known, Others};
use super::links;
use super::names;
use super::shapes;
use super::unions::{self, Branches, Candidate, Found};
use crate::diagnostic::Sink;
use crate::model::{Branch, Choice, Enum, ItemKind, RuleId, Slot, Union, Validation, Variant};
use crate::spec::SchemaId;
use typeloom::{Kind, KindSet};

/// Makes a reserved item an enum of known strings.
pub(super) fn fill_enum(draft: &mut Draft<'_>, task: &Task, known: Known<'_>, sink: &mut Sink) {
    let (span, title) = (draft.sketch(task.id).span, draft.sketch(task.id).item.title.clone());
    let wires: Vec<names::Wire<'_>> = known
        .values
        .iter()
        .map(|value| names::Wire {
            text: value.value,
            span: value.span.unwrap_or(span),
            wanted: value.name,
            given: None,
        })
        .collect();
    let owner = names::Owner {
        title: &title,
        named: draft.has_vendors_name(task.id),
        locked: draft.locked.members(&draft.items, task.id),
    };
    let (spelt, other) = names::variants(&wires, owner, sink);
    let variants = known
        .values
        .iter()
        .zip(spelt)
        .map(|(value, name)| Variant { docs: docs::of_variant(value, &name), value: value.value.to_owned(), name })
        .collect();
    let validation =
        match (checks::typed(draft, task.target, Kind::String, &Carried::Listed(known.others)), known.others) {
            (Some(_), Others::Allowed) => Validation::Nothing,
            (Some(_), Others::Refused | Others::Judged) => Validation::Typed,
            (None, _) => Validation::ByValue(draft.rule(draft.sketch(task.id).schema)),
        };
    let item = draft.item(task.id);
    item.kind = ItemKind::Enum(Enum { variants, other, keyword: known.keyword });
    item.validation = validation;
}

/// Makes a reserved item a union of the kinds of values that one schema describes.
pub(super) fn fill_kinds(draft: &mut Draft<'_>, task: &Task, parts: &[KindSet]) {
    let site = draft.site(task.id);
    let mut branches = Vec::new();
    for &part in parts {
        let name = kind_name(part);
        let form = form::form(draft, task.target, part);
        let within = site.within(name, &format!(" ({name})"));
        let mut slot = shapes::shaped(draft, task.target, part, form, &within);
        slot.via.insert_str(0, &task.via);
        let (name, key) = (name.to_owned(), name.to_owned());
        branches.push(Branch { name, key, slot, docs: Vec::new(), rule: None });
    }
    let choice = Choice::Kind(parts.to_vec());
    let item = draft.item(task.id);
    item.kind = ItemKind::Union(Union { branches, choice, keyword: "type" });
    item.validation = Validation::Typed;
}

/// Makes a reserved item a union of several schemas.
pub(super) fn fill_branches(draft: &mut Draft<'_>, task: &Task, of: &Branches<'_>, sink: &mut Sink) {
    let site = draft.site(task.id);
    let locked = draft.locked.members(&draft.items, task.id);
    let spelt = super::branch_names::of(
        draft,
        of,
        names::Owner { title: &site.title, named: draft.has_vendors_name(task.id), locked },
        sink,
    );
    let mut branches = Vec::new();
    for (candidate, (key, name)) in of.branches.iter().zip(spelt) {
        let slot = branch_slot(draft, task, of.keyword, candidate, &name, &site);
        let rule = rule_of(draft, of, candidate.schema);
        let docs = docs::of_branch(draft, candidate.schema);
        branches.push(Branch { name, key, slot, docs, rule });
    }
    let exact = is_exact(draft, task, of);
    let typed = checks::typed(draft, task.target, Kind::Object, &Carried::Branches { exact });
    let validation = match typed {
        Some(_) => Validation::Typed,
        None => Validation::ByValue(draft.rule(draft.sketch(task.id).schema)),
    };
    let choice = match &of.found {
        Found::Kind => Choice::Kind(of.branches.iter().map(|branch| branch.kinds).collect()),
        Found::Tag(member, values) => Choice::Tag { member: (*member).to_owned(), values: values.clone() },
        Found::Trial => Choice::Trial,
    };
    let item = draft.item(task.id);
    item.kind = ItemKind::Union(Union { branches, choice, keyword: of.keyword });
    item.validation = validation;
}

fn branch_slot(
    draft: &mut Draft<'_>,
    task: &Task,
    keyword: &str,
    candidate: &Candidate,
    name: &str,
    site: &Site,
) -> Slot {
    let place = shapes::place(draft, candidate.schema, candidate.kinds, &site.within(name, &format!(" ({name})")));
    let mut slot = place.slot;
    slot.via.insert_str(0, &format!("{}/{keyword}/{}", task.via, candidate.index));
    slot
}

/// Only where branches are tried is a rule needed to tell them apart.
fn rule_of(draft: &mut Draft<'_>, of: &Branches<'_>, schema: SchemaId) -> Option<RuleId> {
    match of.found {
        Found::Trial => Some(draft.rule(schema)),
        Found::Kind | Found::Tag(..) => None,
    }
}

/// Whether a value is allowed exactly if it is allowed by the branch that is found for it.
fn is_exact(draft: &Draft<'_>, task: &Task, of: &Branches<'_>) -> bool {
    // A branch with a name has a type of its own, which may hold more kinds than are meant here.
    let held = of.branches.iter().all(|branch| {
        let target = links::follow(draft, branch.schema).target;
        !draft.named.contains_key(&target) || task.kinds.covers(draft.kinds.kinds(target).without(KindSet::NULL))
    });
    let found = match &of.found {
        Found::Kind => true,
        // Where a discriminator stands alone, it is what decides, unless the specification is taken literally.
        Found::Tag(..) => unions::is_asserted(draft, of) || !draft.options.exact,
        Found::Trial => false,
    };
    held && found
}

/// The name of a variant for values of these kinds.
pub(super) fn kind_name(kinds: KindSet) -> &'static str {
    let names = [
        (KindSet::NULL, "Null"),
        (KindSet::BOOLEAN, "Boolean"),
        (KindSet::INTEGER, "Integer"),
        (KindSet::NUMBER, "Number"),
        (KindSet::FRACTION, "Number"),
        (KindSet::STRING, "String"),
        (KindSet::ARRAY, "List"),
        (KindSet::OBJECT, "Object"),
    ];
    names.into_iter().find(|(of, _)| *of == kinds).map_or("Value", |(_, name)| name)
}
