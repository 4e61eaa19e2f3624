//! Schemas to positions: the Rust type at each place, and the checks on it.
//!
//! In comes a schema and where it stands, out comes a [`Slot`]. Structs, enums and unions become items of their own,
//! which are only reserved here and filled in later, so that schemas can contain themselves.

use super::checks::{self, Carried};
use super::draft::{Draft, Label, Site, Task, slot};
use super::form::{self, Form};
use super::links::{self, Link};
use super::numbers;
use super::objects;
use super::secrets;
use crate::model::{ItemId, Shape, Slot};
use crate::spec::{Keyword, SchemaId};
use typeloom::{Kind, KindSet};

/// How many lists and maps may be around one another in one item. What is deeper is any JSON, with a rule.
const DEPTH: u8 = 32;

/// A position, with what is said of `null` beside it.
pub(super) struct Place {
    /// The type and the checks of a value other than `null`; of any value, if `null` is not set.
    pub slot: Slot,
    /// Whether `null` is allowed, and not part of the type of `slot`.
    pub null: bool,
}

/// The position of `schema`, where only values of the kinds `allowed` are meant.
pub(super) fn place(draft: &mut Draft<'_>, schema: SchemaId, allowed: KindSet, site: &Site) -> Place {
    if let Some(&id) = draft.named.get(&schema) {
        return reference(draft, id, schema);
    }
    unnamed(draft, schema, allowed, site)
}

/// The position of `schema` as if it had no name.
pub(super) fn unnamed(draft: &mut Draft<'_>, schema: SchemaId, allowed: KindSet, site: &Site) -> Place {
    let null = if allowed.covers(KindSet::NULL) { draft.kinds.null(schema) } else { Some(false) };
    let (Some(null), true) = (null, site.depth <= DEPTH) else { return any(draft, schema) };
    let mut link = links::follow(draft, schema);
    if let (true, Some(&id)) = (link.target != schema, draft.named.get(&link.target)) {
        let mut place = reference(draft, id, link.target);
        place.slot.via.insert_str(0, &link.via);
        place.null |= null && !holds_null(draft, &place.slot.shape);
        return place;
    }
    let kinds = (draft.kinds.kinds(schema) & link.kinds & allowed).without(KindSet::NULL);
    if kinds.is_empty() && null {
        return Place { slot: slot(Shape::Null, Vec::new()), null: false };
    }
    // Any JSON holds other kinds too, which only the rule of this schema refuses, not that of the one it leads to.
    let meant = if null { kinds | KindSet::NULL } else { kinds };
    let mut form = form::form(draft, link.target, kinds);
    if matches!(form, Form::Never | Form::Value) && !meant.covers(draft.kinds.kinds(link.target)) {
        link = Link { target: schema, via: String::new(), kinds };
        form = form::form(draft, schema, kinds);
    }
    let mut slot = shaped(draft, link.target, kinds, form, site);
    slot.via.insert_str(0, &link.via);
    let null = null && !holds_null(draft, &slot.shape);
    Place { slot, null }
}

/// The position of `schema` in a list or a map, or at the root of a type, where `null` is part of the type.
pub(super) fn whole(draft: &mut Draft<'_>, schema: SchemaId, via: &str, site: &Site) -> Slot {
    let place = place(draft, schema, KindSet::ALL, site);
    nullable(place, via)
}

/// The position with `null` as part of its type.
pub(super) fn nullable(place: Place, via: &str) -> Slot {
    let Place { mut slot, null } = place;
    if null {
        return Slot { shape: Shape::Nullable(Box::new(slot)), checks: Vec::new(), via: via.to_owned() };
    }
    slot.via.insert_str(0, via);
    slot
}

/// Any JSON, judged by the rule of the schema.
fn any(draft: &mut Draft<'_>, schema: SchemaId) -> Place {
    let checks = draft.rule_check(schema);
    Place { slot: slot(Shape::Value, checks), null: false }
}

/// The position of a schema that has an item. Where its name stands for something or `null`, the something is taken.
fn reference(draft: &mut Draft<'_>, id: ItemId, schema: SchemaId) -> Place {
    let item = Shape::Item { id, boxed: false };
    let here = Place { slot: slot(item, Vec::new()), null: false };
    let link = links::follow(draft, schema);
    if draft.kinds.null(schema) == Some(true) {
        if let (true, Some(&other)) = (link.target != schema, draft.named.get(&link.target)) {
            if draft.kinds.null(link.target) != Some(false) {
                return here;
            }
            let shape = Shape::Item { id: other, boxed: false };
            return Place { slot: Slot { shape, checks: Vec::new(), via: link.via }, null: true };
        }
        let kinds = (draft.kinds.kinds(schema) & link.kinds).without(KindSet::NULL);
        let form = form::form(draft, link.target, kinds);
        if form.is_item() {
            let home = draft.site(id);
            let mut slot = shaped(draft, link.target, kinds, form, &home);
            slot.via.insert_str(0, &link.via);
            return Place { slot, null: true };
        }
        return here;
    }
    here
}

/// The type of `target` for values of `kinds`, which has no name of its own and is of this form.
pub(super) fn shaped(draft: &mut Draft<'_>, target: SchemaId, kinds: KindSet, form: Form<'_>, site: &Site) -> Slot {
    if form.is_item() {
        let id = item(draft, target, kinds, site);
        return slot(Shape::Item { id, boxed: false }, Vec::new());
    }
    let leaf = |draft: &Draft<'_>, shape| if site.field { shape } else { secrets::leaf(draft, target, shape) };
    let (shape, kind) = match form {
        Form::External(path) => return slot(leaf(draft, Shape::External(path.to_owned())), Vec::new()),
        Form::Value | Form::Never | Form::Struct | Form::Enum(_) | Form::Kinds(_) | Form::Branches(_) => {
            let shape = leaf(draft, Shape::Value);
            return judged(draft, target, shape, Kind::Null, &Carried::Nothing);
        }
        Form::Bool => (Shape::Bool, Kind::Boolean),
        Form::Integer => (numbers::integer(draft, target), Kind::Integer),
        Form::Float if numbers::is_integer(draft, target) => (numbers::integer(draft, target), Kind::Integer),
        Form::Float => (numbers::number(draft), Kind::Fraction),
        Form::String => (Shape::String, Kind::String),
        Form::List => (list(draft, target, site), Kind::Array),
        Form::Map => {
            let value = objects::map_value(draft, target, site);
            (Shape::Map(Box::new(value)), Kind::Object)
        }
    };
    let shape = leaf(draft, shape);
    judged(draft, target, shape, kind, &Carried::Plain)
}

/// The shape with the checks that decide the rest, or with the rule of the schema.
fn judged(draft: &mut Draft<'_>, target: SchemaId, shape: Shape, kind: Kind, carried: &Carried<'_>) -> Slot {
    let checks = match checks::typed(draft, target, kind, carried) {
        Some(checks) => checks,
        None => draft.rule_check(target),
    };
    slot(shape, checks)
}

fn list(draft: &mut Draft<'_>, target: SchemaId, site: &Site) -> Shape {
    let mut items = None;
    for member in links::members(draft, target) {
        for keyword in &draft.spec.schema(member.schema).keywords {
            match &keyword.value {
                Keyword::PrefixItems(_) => return Shape::List(Box::new(slot(Shape::Value, Vec::new()))),
                Keyword::Items(schema) => items = items.or(Some((*schema, format!("{}/items", member.via)))),
                _ => {} // the other keywords do not describe every item
            }
        }
    }
    Shape::List(Box::new(match items {
        Some((schema, via)) => whole(draft, schema, &via, &site.within("item", "[]")),
        None => slot(Shape::Value, Vec::new()),
    }))
}

/// The item of `target` for values of `kinds`, reserved if there is none yet.
pub(super) fn item(draft: &mut Draft<'_>, target: SchemaId, kinds: KindSet, site: &Site) -> ItemId {
    if let Some(&id) = draft.owners.get(&(target, kinds)) {
        return id;
    }
    // A type that may be `null` has another one for what it is otherwise.
    let words = if site.words.is_empty() { vec!["value".to_owned()] } else { site.words.clone() };
    let label = Label::Part(site.parent, words);
    let span = draft.spec.schema(target).span;
    let id = draft.reserve(target, label, site.title.clone(), span);
    draft.owners.insert((target, kinds), id);
    draft.waiting.push_back(Task { id, target, kinds, via: String::new() });
    id
}

/// Whether `null` is a value of this type.
pub(super) fn holds_null(draft: &Draft<'_>, shape: &Shape) -> bool {
    match shape {
        Shape::Null | Shape::Value | Shape::Nullable(_) => true,
        Shape::Item { id, boxed: _ } => {
            let sketch = draft.sketch(*id);
            // Structs, enums and unions are made for values other than `null`.
            draft.named.get(&sketch.schema) == Some(id) && draft.kinds.null(sketch.schema) != Some(false)
        }
        Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::External(_)
        | Shape::List(_)
        | Shape::Map(_) => false,
        Shape::Secret(held) => holds_null(draft, held),
    }
}
