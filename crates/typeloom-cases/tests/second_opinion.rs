//! typify, the best-known peer, as second opinion on what was exported.
//!
//! It generates from the exported schemas of every vendor; both sides must agree on the names of types and fields, on
//! what is optional and on enum values, and its types must accept every accepted sample. Differences that are known
//! stand in [`KNOWN`] with their reason; one that no longer differs fails.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::{Fields, Item, Meta, Type};
use typeloom_build::model::{ItemKind, Module, Presence};
use typeloom_build::options::Options;

/// Known differences: vendor, what differs, and why.
const KNOWN: &[(&str, &str, &str)] = &[(
    "workos",
    "userlanduserobject: typify has no such enum",
    "it drops `const` on purpose; here it is an enum of one",
)];

/// Accepted samples that typify's types refuse: vendor, sample, and why.
const REFUSED: &[(&str, &str, &str)] = &[
    ("pipeshub", "step_spelled_as_float.json", FLOAT),
    ("stytch", "otp.status_spelled_as_float.json", FLOAT),
    ("workos", "integer_spelled_as_float.json", FLOAT),
];

const FLOAT: &str = "its integers do not read `1.0`, which is an integer (2020-12 validation, section 6.1.1)";

/// What typify generated.
#[allow(warnings, clippy::all)] // another generator's code
mod typify {
    include!(concat!(env!("OUT_DIR"), "/second_opinion.rs"));
}

/// What a generator says: types with their fields (optional or not), enums with their values. Names of types are
/// folded, because the two spell them differently.
#[derive(Default, Debug)]
struct Opinion {
    structs: BTreeMap<String, BTreeMap<String, bool>>,
    enums: BTreeMap<String, BTreeSet<String>>,
}

#[test]
fn typify_agrees() {
    let mut found = BTreeSet::new();
    for folder in vendors() {
        let (schemas, outcome) = typeloom_build::export(std::slice::from_ref(&folder), &Options::default());
        assert!(!outcome.failed(), "{}: {:?}", folder.display(), outcome.diagnostics);
        let ours = ours(&outcome.model.modules[0]);
        let theirs = theirs(&schemas[0].vendor);
        assert!(!ours.structs.is_empty(), "{} has types", folder.display());
        for difference in differences(&ours, &theirs) {
            found.insert((schemas[0].vendor.clone(), difference));
        }
    }
    let known: BTreeSet<(String, String)> =
        KNOWN.iter().map(|(vendor, what, _)| ((*vendor).to_owned(), (*what).to_owned())).collect();
    let new: Vec<_> = found.difference(&known).collect();
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(new.is_empty(), "not known: {new:#?}");
    assert!(gone.is_empty(), "listed, but no longer different: {gone:#?}");
}

/// Reads every accepted sample of a vendor whose name begins with `prefix` as typify's `T`.
fn accepts<T: serde::de::DeserializeOwned>(vendor: &str, prefix: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/samples").join(vendor).join("ok");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).expect("samples") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with(prefix) {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let refused = serde_json::from_str::<T>(&text).err().map(|error| error.to_string());
        let known = REFUSED.iter().any(|(of, sample, _)| *of == vendor && *sample == name);
        assert_eq!(refused.is_some(), known, "{vendor}/{name}: {refused:?}");
        read += 1;
    }
    assert!(read >= 2, "{vendor} {prefix}: {read} samples");
}

#[test]
fn typify_accepts_the_accepted_samples() {
    accepts::<typify::workos::UserlandAuthenticateResponse>("workos", "");
    accepts::<typify::pipeshub::AuthenticateResponse>("pipeshub", "");
    accepts::<typify::riffyn::AuthResponse>("riffyn", "");
    accepts::<typify::stytch::ApiOtpV1AuthenticateResponse>("stytch", "otp.");
    accepts::<typify::stytch::ApiB2bPasswordV1AuthenticateResponse>("stytch", "b2b_password.");
}

fn vendors() -> Vec<PathBuf> {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(schemas).expect("schemas").map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

fn ours(module: &Module) -> Opinion {
    let mut opinion = Opinion::default();
    for item in &module.items {
        match &item.kind {
            ItemKind::Struct(shape) => {
                let fields = shape.fields.iter().map(|field| {
                    let optional = match field.presence {
                        Presence::Required => false,
                        Presence::RequiredNullable
                        | Presence::Optional
                        | Presence::OptionalNullable
                        | Presence::OptionalNullUnknown
                        | Presence::RequiredNullUnknown => true,
                    };
                    (field.wire.clone(), optional)
                });
                opinion.structs.insert(fold(&item.name), fields.collect());
            }
            ItemKind::Enum(values) => {
                let values = values.variants.iter().map(|variant| variant.value.clone());
                opinion.enums.insert(fold(&item.name), values.collect());
            }
            ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => {}
        }
    }
    opinion
}

fn theirs(vendor: &str) -> Opinion {
    let file = syn::parse_file(include_str!(concat!(env!("OUT_DIR"), "/second_opinion.rs"))).expect("Rust");
    let items = file.items.into_iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == vendor => module.content.map(|(_, items)| items),
        _ => None, // another vendor's
    });
    let mut opinion = Opinion::default();
    for item in items.unwrap_or_default() {
        match item {
            Item::Struct(item) => {
                let Fields::Named(fields) = &item.fields else { continue };
                let named = fields.named.iter().filter(|field| !serde(&field.attrs).contains("flatten"));
                let fields = named.map(|field| {
                    let wire = renamed(&field.attrs).unwrap_or_else(|| {
                        let name = field.ident.as_ref().expect("named").to_string();
                        name.trim_start_matches("r#").to_owned()
                    });
                    (wire, is_option(&field.ty) || has_default(&field.attrs))
                });
                opinion.structs.insert(fold(&item.ident.to_string()), fields.collect());
            }
            Item::Enum(item) if item.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit)) => {
                let values = item.variants.iter();
                let values = values.map(|one| renamed(&one.attrs).unwrap_or_else(|| one.ident.to_string()));
                opinion.enums.insert(fold(&item.ident.to_string()), values.collect());
            }
            _ => {} // impls, modules and unions are no facts of the schema that both sides spell alike
        }
    }
    opinion
}

fn differences(ours: &Opinion, theirs: &Opinion) -> Vec<String> {
    let mut found = Vec::new();
    for (name, fields) in &ours.structs {
        let Some(other) = theirs.structs.get(name) else {
            found.push(format!("{name}: typify has no such struct"));
            continue;
        };
        for (field, optional) in fields {
            match other.get(field) {
                None => found.push(format!("{name}.{field}: typify has no such field")),
                Some(theirs) if theirs != optional => {
                    found.push(format!("{name}.{field}: optional is {optional} here, {theirs} there"))
                }
                Some(_) => {}
            }
        }
        found.extend(
            other
                .keys()
                .filter(|field| !fields.contains_key(*field))
                .map(|field| format!("{name}.{field}: only typify has it")),
        );
    }
    for (name, values) in &ours.enums {
        match theirs.enums.get(name) {
            None => found.push(format!("{name}: typify has no such enum")),
            Some(other) if other != values => {
                found.push(format!("{name}: values differ: {:?}", values.symmetric_difference(other)))
            }
            Some(_) => {}
        }
    }
    found
}

fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn serde(attributes: &[syn::Attribute]) -> String {
    let lists = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.segments.last().is_some_and(|one| one.ident == "serde") => {
            Some(list.tokens.to_string())
        }
        _ => None, // no attribute of serde's
    });
    lists.collect()
}

fn renamed(attributes: &[syn::Attribute]) -> Option<String> {
    let text = serde(attributes);
    let start = text.find("rename = \"")? + "rename = \"".len();
    let literal = &text[start - 1..];
    let end = literal[1..].find('"')? + 2;
    syn::parse_str::<syn::LitStr>(&literal[..end]).ok().map(|literal| literal.value())
}

fn has_default(attributes: &[syn::Attribute]) -> bool {
    serde(attributes).contains("default")
}

fn is_option(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|one| one.ident == "Option"))
}
