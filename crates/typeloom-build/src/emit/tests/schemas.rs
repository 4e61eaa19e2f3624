//! `JsonSchema`, with references to items, to aliases and to itself.

use super::build::{boxed, field, item, list, module, of, record, slot};
use super::check_with;
use crate::model::{Item, ItemId, ItemKind, Presence, SchemaText, Shape, Validation};
use crate::options::Options;

#[test]
fn schemas_are_as_in_the_golden() {
    let node = record(
        "Node",
        vec![
            field("next", Presence::Optional, boxed(0)),
            field("name", Presence::Required, of(1)),
            field("names", Presence::Required, of(2)),
        ],
    );
    let node = with(
        node,
        r##"{"type":"object","properties":{"next":{"$ref":"#/$defs/acme/node"},"name":{"$ref":"#/$defs/name",
            "description":"of it"},"names":{"$ref":"#/$defs/names"},"$ref":{"const":{"$ref":"#/$defs/name"}}},
            "required":["name","names"]}"##,
        &[("acme/node", 0), ("name", 1), ("names", 2)],
    );
    let name = item("Name", ItemKind::Newtype(slot(Shape::String, "")), Validation::Nothing);
    let name = with(name, r#"{"type":"string"}"#, &[]);
    let names = item("Names", ItemKind::Alias(slot(list(slot(of(1), "/items/$ref")), "")), Validation::Nothing);
    let names = with(names, r##"{"type":"array","items":{"$ref":"#/$defs/name"}}"##, &[("name", 1)]);
    let module = module("schemas", vec![node, name, names]);
    check_with("schemas", module, &Options { schemars: true, ..Options::default() });
}

fn with(item: Item, json: &str, references: &[(&str, u32)]) -> Item {
    let references = references.iter().map(|(name, id)| ((*name).to_owned(), ItemId(*id))).collect();
    Item { schema: SchemaText { json: json.to_owned(), references }, ..item }
}
