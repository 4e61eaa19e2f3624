//! `schemars::JsonSchema`: the schema of the document as text, in which the names of other items are replaced by
//! references to what the generator calls them.

use super::literal::{list, string};
use super::{Code, names};
use crate::model::{Item, ItemId, ItemKind, Module, SchemaText};

pub(super) fn schema(module: &Module, item: &Item, code: &mut Code<'_>) {
    let (name, text) = (&item.name, names::text(&item.name));
    let content = content(module, item, module.items.len());
    code.line(&format!("rt::json_schema! {{ {name} {text:?} generator => {content} }}"));
}

/// The text with its references. Aliases have no implementation to refer to, so theirs are spelled out; as deep as
/// there are items, since an alias cannot contain itself.
fn content(module: &Module, item: &Item, depth: usize) -> String {
    let SchemaText { json, references } = &item.schema;
    let reference = |(title, id): &(String, ItemId)| format!("({}, {})", string(title), reference(module, *id, depth));
    format!("rt::schema(generator, {}, {})", string(json), list(references.iter().map(reference)))
}

fn reference(module: &Module, id: ItemId, depth: usize) -> String {
    let item = module.item(id);
    match (&item.kind, depth.checked_sub(1)) {
        (ItemKind::Alias(_), Some(depth)) => format!("|generator| {}", content(module, item, depth)),
        (ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_), _) => {
            format!("|generator| generator.subschema_for::<{}>()", item.name)
        }
        // Aliases of each other: a schema that allows everything.
        (ItemKind::Alias(_), None) => "|_| rt::Schema::default()".to_owned(),
    }
}
