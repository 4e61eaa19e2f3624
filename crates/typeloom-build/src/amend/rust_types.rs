//! `x-rust-type`: schemas that name a type of another crate, as typify has it.
//!
//! `{"crate": "my-crate", "version": "1.2", "path": "my_crate::Name"}` says where the type is, `[crates.my-crate]` of the
//! manifest that this crate may be used, and in which version. Without such an entry the type is generated as always.

use super::{Place, unused};
use crate::diagnostic::{Code, Sink};
use crate::identifier::{is_identifier, of_crate};
use crate::manifest::CrateEntry;
use crate::source::At;
use crate::spec::{SchemaId, Spec};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use typeloom::Value;

/// The keyword.
const KEYWORD: &str = "x-rust-type";

/// Notes the types of other crates that the manifest lets stand for schemas.
pub(super) fn apply(
    spec: &mut Spec,
    crates: &BTreeMap<Spanned<String>, CrateEntry>,
    place: Option<Place>,
    sink: &mut Sink,
) {
    let mut named = BTreeSet::new();
    for id in spec.ids() {
        let Some(written) = extension(spec, id) else { continue };
        named.extend(written.value.get("crate").and_then(Value::as_str).map(str::to_owned));
        let extension = match Extension::of(&written.value) {
            Ok(extension) => extension,
            Err(why) => {
                sink.report(Code::RustType, written.span)
                    .label(why)
                    .help("write `{\"crate\": \"my-crate\", \"version\": \"1.2\", \"path\": \"my_crate::Name\"}`");
                continue;
            }
        };
        let entry = crates.iter().find(|(name, _)| *name.get_ref() == extension.name);
        let (Some((_, entry)), Some(place)) = (entry, place) else { continue };
        match extension.path(entry) {
            Ok(path) => spec.schema_mut(id).notes.rust_type = Some(written.span.at(path)),
            Err(why) => {
                let version = place.span(entry.version.span());
                sink.report(Code::RustType, written.span)
                    .label(why)
                    .related(version, "the entry of this crate")
                    .help("a type is generated instead");
            }
        }
    }
    let Some(place) = place else { return };
    for name in crates.keys().filter(|name| !named.contains(name.get_ref())) {
        unused(sink, place.span(name.span()), format!("no schema names a type of `{}`", name.get_ref()))
            .help("take this entry out");
    }
}

fn extension(spec: &Spec, id: SchemaId) -> Option<At<Value>> {
    let extensions = &spec.schema(id).notes.extensions;
    extensions.iter().find(|(name, _)| name == KEYWORD).map(|(_, value)| value.clone())
}

/// What the keyword says.
struct Extension {
    name: String,
    version: semver::VersionReq,
    /// Behind the crate, each part of it an identifier: `["Name"]`.
    path: Vec<String>,
    generic: bool,
}

impl Extension {
    /// Reads it, or says why it cannot be used.
    fn of(value: &Value) -> Result<Extension, String> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let version = text("version").and_then(|version| semver::VersionReq::parse(version).ok());
        let (Some(name), Some(path), Some(version)) = (text("crate"), text("path"), version) else {
            return Err("not what typify reads".to_owned());
        };
        let mut parts = path.split("::").map(str::to_owned);
        let head = parts.next().unwrap_or_default();
        let path: Vec<String> = parts.collect();
        if path.is_empty() || of_crate(name).as_ref() != Some(&head) {
            return Err(format!("the path does not begin with the crate `{name}`"));
        }
        if let Some(wrong) = path.iter().find(|part| !is_identifier(part)) {
            return Err(format!("`{wrong}` in the path is no Rust identifier"));
        }
        let generic = value.get("parameters").is_some_and(|parameters| parameters.as_array() != Some(&[]));
        Ok(Extension { name: name.to_owned(), version, path, generic })
    }

    /// The path of the type in Rust, or why it is not used.
    fn path(&self, entry: &CrateEntry) -> Result<String, String> {
        if self.generic {
            return Err("types with `parameters` are not used".to_owned());
        }
        let version = entry.version.get_ref();
        let fits =
            version == "*" || semver::Version::parse(version).is_ok_and(|version| self.version.matches(&version));
        if !fits {
            return Err(format!("version {version} is not one of `{}`", self.version));
        }
        let called = entry.rename.as_ref().map_or(self.name.as_str(), |name| name.get_ref());
        // `manifest` has seen that both are names of crates.
        let head = of_crate(called).ok_or_else(|| format!("`{called}` is no name of a crate"))?;
        Ok(format!("::{head}::{}", self.path.join("::")))
    }
}
