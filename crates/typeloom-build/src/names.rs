//! `names.lock`: the Rust names that were given once, so that they stay.
//!
//! A name is made of what the vendor wrote; where two would become one, both are told apart. So a type that is added
//! could give another one a new name, and break those who use it. A lock beside the vendors' folders
//! (`schemas/names.lock`) keeps that from happening: what it lists keeps its name, and only what it does not list is
//! named anew. A build reads it and never writes it; `typeloom names SCHEMAS --write` does. Without the file, names are
//! made as if nothing had been there before.
//!
//! Text in and out, [`Lock`] in between; which thing of a document an entry belongs to is decided in `plan`.
//!
//! ```toml
//! # By vendor and by the name in Rust.
//! [workos.UserlandUser]
//! # What the vendor calls it, and where its schema is: two types may have one title.
//! title = "UserlandUser"
//! at = "UserlandUser.json#"
//! # The field for members without one, or the variant for other strings.
//! rest = "unknown"
//!
//! # By the name in the JSON: the fields of a struct, the variants of an enum, the branches of a union.
//! [workos.UserlandUser.members]
//! email_verified = "email_verified"
//! type = "r#type"
//! ```
//!
//! To give something another name on purpose, write `rename = ".."` into `vendor.toml`
//! (see [`manifest`](crate::manifest)): it has precedence, and the lock follows.

mod file;
mod text;

use crate::model::{Item, ItemKind, Model};
use crate::source::Span;
use crate::spec::Spec;
use std::collections::BTreeMap;

pub(crate) use file::read;
pub(crate) use text::key as toml_key;

/// The name of the file.
pub const FILE: &str = "names.lock";

/// What brings a lock up to date.
pub(crate) const HELP: &str = "run `typeloom names SCHEMAS --write`, where SCHEMAS is the folder of the lock";

/// The names of all vendors.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// By vendor: the name of its folder, or of a single file without what follows the first dot.
    pub vendors: BTreeMap<String, Names>,
}

/// The names of one vendor.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The types, by their names in Rust.
    pub types: BTreeMap<String, TypeNames>,
    /// Where the vendor stands in the file that they were read from, or the file begins.
    pub span: Option<Span>,
}

/// The names of one type and of what is in it.
#[derive(Clone, Debug, Default)]
pub struct TypeNames {
    /// What the vendor calls it, as in [`Item::title`]: `UserlandUser`, `AuthenticateResponse.impersonator`.
    pub title: String,
    /// The document below the vendor's folder, and the JSON Pointer of its schema: `user.json#/$defs/Address`.
    pub at: String,
    /// The field for members without one, or the variant for other strings.
    pub rest: Option<String>,
    /// The fields of a struct and the variants of an enum by what they are in the JSON, the branches of a union by
    /// [`Branch::key`](crate::model::Branch::key).
    pub members: BTreeMap<String, MemberName>,
    /// Where the entry is.
    pub span: Option<Span>,
}

/// The name of a field, a variant or a branch.
#[derive(Clone, Debug)]
pub struct MemberName {
    /// In Rust: `r#type`.
    pub name: String,
    /// Where it stands.
    pub span: Option<Span>,
}

impl Lock {
    /// The names that a run has given.
    pub fn of(specs: &[Spec], model: &Model) -> Lock {
        let mut lock = Lock::default();
        for (spec, module) in specs.iter().zip(&model.modules) {
            let names = lock.vendors.entry(spec.vendor.clone()).or_default();
            for item in &module.items {
                names.types.insert(item.name.clone(), of_type(item, &spec.vendor));
            }
        }
        lock
    }

    /// The text of the file, to the byte the same for the same names: sorted, with a word about itself at the top.
    pub fn to_text(&self) -> String {
        text::write(self)
    }
}

fn of_type(item: &Item, vendor: &str) -> TypeNames {
    let named = |(key, name): (&str, &str)| (key.to_owned(), MemberName { name: name.to_owned(), span: None });
    TypeNames {
        title: item.title.clone(),
        at: place(vendor, &item.location),
        rest: match &item.kind {
            ItemKind::Struct(of) => Some(of.rest.name.clone()),
            ItemKind::Enum(of) => Some(of.other.clone()),
            ItemKind::Union(_) | ItemKind::Newtype(_) | ItemKind::Alias(_) => None,
        },
        members: members(&item.kind).into_iter().map(named).collect(),
        span: None,
    }
}

/// The names in a type, by what they are remembered by.
pub(crate) fn members(kind: &ItemKind) -> Vec<(&str, &str)> {
    match kind {
        ItemKind::Struct(of) => of.fields.iter().map(|field| (&*field.wire, &*field.name)).collect(),
        ItemKind::Enum(of) => of.variants.iter().map(|variant| (&*variant.value, &*variant.name)).collect(),
        ItemKind::Union(of) => of.branches.iter().map(|branch| (&*branch.key, &*branch.name)).collect(),
        ItemKind::Newtype(_) | ItemKind::Alias(_) => Vec::new(),
    }
}

/// A location (`schemas/workos/user.json#/$defs/A`) without the way to the vendor's folder, which depends on where the
/// generator runs.
pub(crate) fn place(vendor: &str, location: &str) -> String {
    let (path, pointer) = location.split_once('#').unwrap_or((location, ""));
    let rooted = format!("/{path}");
    let folder = format!("/{vendor}/");
    let file = || path.rsplit('/').next().unwrap_or(path);
    let inner = rooted.rsplit_once(&folder).map_or_else(file, |(_, inner)| inner);
    format!("{inner}#{pointer}")
}
