//! Whether two files of generated code define the same types, but for docs: ours, made of the documents in `schemas/`,
//! and those made of the vendors' originals.

use quote::ToTokens;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syn::punctuated::Punctuated;
use syn::token::Comma;
use syn::{Attribute, Fields, File, Item};

/// Returns what there is to complain about. Types that only `theirs` has are no difference: the originals' folders hold
/// more documents.
pub fn compare(ours: &Path, theirs: &Path) -> Vec<String> {
    match (types(ours), types(theirs)) {
        (Ok(ours), Ok(theirs)) => ours
            .iter()
            .filter_map(|(name, code)| difference(name, code, theirs.get(name)?))
            .chain(missing(&ours, &theirs))
            .collect(),
        (Err(error), _) | (_, Err(error)) => vec![error],
    }
}

fn difference(name: &str, ours: &str, theirs: &str) -> Option<String> {
    (ours != theirs).then(|| format!("`{name}` differs\n  ours:   {ours}\n  theirs: {theirs}"))
}

fn missing<'a>(
    ours: &'a BTreeMap<String, String>,
    theirs: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = String> {
    ours.keys().filter(|name| !theirs.contains_key(*name)).map(|name| format!("`{name}` is not among theirs"))
}

/// The types of `old` that `new` does not have as they were, but for docs, deprecation and additional derives: what
/// code that was written for `old` may miss.
pub fn lost(old: &str, new: &str) -> Result<Vec<String>, String> {
    let [old, new] = [old, new].map(|text| parse(text, Order::Free));
    let (old, new) = (old?, new?);
    let kept = |name: &str, code: &str| {
        new.get(name).is_some_and(|other| other == code || other.replace(" , Default", "") == code)
    };
    Ok(old.iter().filter(|(name, code)| !kept(name, code)).map(|(name, _)| name.clone()).collect())
}

/// The definitions by name, without docs.
fn types(path: &Path) -> Result<BTreeMap<String, String>, String> {
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
    parse(&text, Order::Kept).map_err(|error| format!("{shown}: {error}"))
}

/// Whether the order of fields and variants is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Kept,
    Free,
}

fn parse(text: &str, order: Order) -> Result<BTreeMap<String, String>, String> {
    let file: File = syn::parse_file(text).map_err(|error| error.to_string())?;
    let mut types = BTreeMap::new();
    gather(file.items, order, &mut types);
    Ok(types)
}

fn gather(items: Vec<Item>, order: Order, types: &mut BTreeMap<String, String>) {
    for item in items {
        match item {
            Item::Mod(module) => gather(module.content.map(|(_, items)| items).unwrap_or_default(), order, types),
            Item::Struct(mut item) => {
                undocument(&mut item.attrs);
                item.fields.iter_mut().for_each(|field| undocument(&mut field.attrs));
                if let (Order::Free, Fields::Named(fields)) = (order, &mut item.fields) {
                    fields.named = sorted(&fields.named);
                }
                types.insert(item.ident.to_string(), item.to_token_stream().to_string());
            }
            Item::Enum(mut item) => {
                undocument(&mut item.attrs);
                item.variants.iter_mut().for_each(|variant| undocument(&mut variant.attrs));
                if order == Order::Free {
                    item.variants = sorted(&item.variants);
                }
                types.insert(item.ident.to_string(), item.to_token_stream().to_string());
            }
            Item::Type(mut item) => {
                undocument(&mut item.attrs);
                types.insert(item.ident.to_string(), item.to_token_stream().to_string());
            }
            _ => {} // what is no type
        }
    }
}

fn sorted<T: ToTokens + Clone>(list: &Punctuated<T, Comma>) -> Punctuated<T, Comma> {
    let mut list: Vec<T> = list.iter().cloned().collect();
    list.sort_by_cached_key(|of| of.to_token_stream().to_string());
    list.into_iter().collect()
}

/// Takes off what does not matter to those who use a type: docs, deprecation and what lints are allowed.
fn undocument(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !["doc", "deprecated", "allow"].iter().any(|name| attribute.path().is_ident(name)));
}
