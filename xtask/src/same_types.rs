//! Whether two files of generated code define the same types, but for docs: ours, made of the documents in `schemas/`,
//! and those made of the vendors' originals.

use quote::ToTokens;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syn::{Attribute, File, Item};

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

/// The definitions by name, without docs.
fn types(path: &Path) -> Result<BTreeMap<String, String>, String> {
    let shown = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
    let file: File = syn::parse_file(&text).map_err(|error| format!("{shown}: {error}"))?;
    let mut types = BTreeMap::new();
    gather(file.items, &mut types);
    Ok(types)
}

fn gather(items: Vec<Item>, types: &mut BTreeMap<String, String>) {
    for item in items {
        match item {
            Item::Mod(module) => gather(module.content.map(|(_, items)| items).unwrap_or_default(), types),
            Item::Struct(mut item) => {
                undocument(&mut item.attrs);
                item.fields.iter_mut().for_each(|field| undocument(&mut field.attrs));
                types.insert(item.ident.to_string(), item.to_token_stream().to_string());
            }
            Item::Enum(mut item) => {
                undocument(&mut item.attrs);
                item.variants.iter_mut().for_each(|variant| undocument(&mut variant.attrs));
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

fn undocument(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !attribute.path().is_ident("doc"));
}
