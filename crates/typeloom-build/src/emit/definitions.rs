//! The definition of an item: what a reader of the docs sees. What it does is in the other files.

use super::types::Types;
use super::{Code, deprecated, docs};
use crate::model::{Branch, Enum, Field, Item, ItemKind, Rest, Struct, Union, Variant};

/// The `struct`, `enum` or `type` of an item.
pub(super) fn definition(types: &Types<'_>, item: &Item, code: &mut Code<'_>) {
    docs::write(&item.docs, Some(&docs::code(&item.title)), code);
    attributes(types, item, code);
    let name = &item.name;
    match &item.kind {
        ItemKind::Struct(Struct { fields, rest, checks: _, default }) => {
            derive(if *default { ", Default" } else { "" }, code);
            code.open(&format!("pub struct {name}"));
            fields.iter().for_each(|of| field(types, of, code));
            self::rest(types, rest, code);
            code.close();
        }
        ItemKind::Enum(Enum { variants, other, keyword: _ }) => {
            derive("", code);
            code.open(&format!("pub enum {name}"));
            variants.iter().for_each(|of| variant(of, code));
            code.line("/// Any other string.");
            code.line(&format!("{other}({}),", types.name("String")));
            code.close();
        }
        ItemKind::Union(Union { branches, choice: _, keyword: _ }) => {
            derive("", code);
            code.open(&format!("pub enum {name}"));
            branches.iter().for_each(|of| branch(types, of, code));
            code.close();
        }
        ItemKind::Newtype(slot) => {
            derive("", code);
            code.line(&format!("pub struct {name}(pub {});", types.shape(&slot.shape)));
        }
        ItemKind::Alias(slot) => code.line(&format!("pub type {name} = {};", types.shape(&slot.shape))),
    }
}

fn derive(more: &str, code: &mut Code<'_>) {
    code.parts(&["#[derive(Clone, Debug, PartialEq", more, ")]"]);
}

fn attributes(types: &Types<'_>, item: &Item, code: &mut Code<'_>) {
    if deprecated::is_named_in_definition(types.module, item) {
        code.line("#[allow(deprecated)]");
    }
    // Said once around a module.
    if types.module.name.is_none() && !matches!(item.kind, ItemKind::Alias(_)) {
        code.line("#[allow(dead_code, missing_docs, clippy::large_enum_variant)]");
    }
    if item.deprecated {
        code.line("#[deprecated]");
    }
}

fn field(types: &Types<'_>, of: &Field, code: &mut Code<'_>) {
    docs::write(&of.docs, None, code);
    if of.deprecated {
        code.line("#[deprecated]");
    }
    member(&format!("pub {}", of.name), &types.field(of), code);
}

/// A field, its type on a line of its own where both do not fit into one, as rustfmt has it.
fn member(name: &str, of: &str, code: &mut Code<'_>) {
    if name.chars().count() + ": ,".len() + of.chars().count() <= code.room() {
        code.parts(&[name, ": ", of, ","]);
    } else {
        code.parts(&[name, ":"]);
        code.parts(&["    ", of, ","]);
    }
}

fn rest(types: &Types<'_>, Rest { name, slot, forbidden }: &Rest, code: &mut Code<'_>) {
    code.line(if *forbidden {
        "/// Members that the document does not allow: kept here, reported by `validate`."
    } else {
        "/// Members without a field of their own."
    });
    member(&format!("pub {name}"), &types.rest(&slot.shape), code);
}

fn variant(Variant { name, value: _, docs }: &Variant, code: &mut Code<'_>) {
    docs::write(docs, None, code);
    code.parts(&[name, ","]);
}

fn branch(types: &Types<'_>, Branch { name, key: _, slot, docs, rule: _ }: &Branch, code: &mut Code<'_>) {
    docs::write(docs, None, code);
    code.parts(&[name, "(", &types.shape(&slot.shape), "),"]);
}
