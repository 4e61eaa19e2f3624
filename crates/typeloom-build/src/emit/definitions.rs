//! The definition of an item: what a reader of the docs sees. What it does is in the other files.

use super::types::{self, Types};
use super::{Code, deprecated, docs, layout};
use crate::model::{Branch, Enum, Field, Item, ItemKind, Rest, Struct, Union, Variant};

/// The `struct`, `enum` or `type` of an item.
pub(super) fn definition(types: &Types<'_>, item: &Item, code: &mut Code<'_>) {
    docs::write(&item.docs, Some(&docs::code(&item.title)), code);
    attributes(types, item, code);
    let name = &item.name;
    match &item.kind {
        ItemKind::Struct(Struct { fields, rest, checks: _, default }) => {
            derive(item, if *default { ", Default" } else { "" }, code);
            layout::open(&format!("pub struct {name}"), code);
            fields.iter().for_each(|of| field(types, of, code));
            self::rest(types, rest, code);
            code.close();
        }
        ItemKind::Enum(Enum { variants, other, keyword: _ }) => {
            derive(item, "", code);
            layout::open(&format!("pub enum {name}"), code);
            variants.iter().for_each(|of| variant(of, code));
            code.line("/// Any other string.");
            code.line(&format!("{other}({}),", types.shape(&types::other(item))));
            code.close();
        }
        ItemKind::Union(Union { branches, choice: _, keyword: _ }) => {
            derive(item, "", code);
            layout::open(&format!("pub enum {name}"), code);
            branches.iter().for_each(|of| branch(types, of, code));
            code.close();
        }
        ItemKind::Newtype(slot) => {
            derive(item, "", code);
            layout::tuple(&format!("pub struct {name}"), &format!("pub {}", types.shape(&slot.shape)), ";", code);
        }
        ItemKind::Alias(slot) => layout::alias(name, &types.shape(&slot.shape), code),
    }
}

fn derive(item: &Item, more: &str, code: &mut Code<'_>) {
    let debug = if redacts(item) { "" } else { " Debug," };
    code.parts(&["#[derive(Clone,", debug, " PartialEq", more, ")]"]);
}

/// Whether a derived `Debug` would tell of a secret which variant it is, or members without a field.
pub(super) fn redacts(item: &Item) -> bool {
    match item.kind {
        ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) => item.secret,
        ItemKind::Newtype(_) | ItemKind::Alias(_) => false,
    }
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
    layout::field(&format!("pub {}", of.name), &types.field(of), code);
}

fn rest(types: &Types<'_>, Rest { name, slot, forbidden, secret: _ }: &Rest, code: &mut Code<'_>) {
    code.line(if *forbidden {
        "/// Members that the document does not allow: kept here, reported by `validate`."
    } else {
        "/// Members without a field of their own."
    });
    layout::field(&format!("pub {name}"), &types.rest(&slot.shape), code);
}

fn variant(Variant { name, value: _, docs }: &Variant, code: &mut Code<'_>) {
    docs::write(docs, None, code);
    code.parts(&[name, ","]);
}

fn branch(types: &Types<'_>, Branch { name, key: _, slot, docs, rule: _ }: &Branch, code: &mut Code<'_>) {
    docs::write(docs, None, code);
    layout::tuple(name, &types.shape(&slot.shape), ",", code);
}
