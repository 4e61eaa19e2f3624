//! `x-rust-type`: schemas that name a type of another crate, as typify has it.
//!
//! `{"crate": "my-crate", "version": "1.2", "path": "my_crate::Name"}` says where the type is, `[crates.my-crate]` of the
//! manifest that this crate may be used, and in which version. Without such an entry the type is generated as always.

use super::{Place, unused};
use crate::diagnostic::{Code, Sink};
use crate::identifier::is_identifier;
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
        let Some(extension) = Extension::of(&written.value) else {
            sink.report(Code::RustType, written.span)
                .label("not what typify reads")
                .help("write `{\"crate\": \"my-crate\", \"version\": \"1.2\", \"path\": \"my_crate::Name\"}`");
            continue;
        };
        named.insert(extension.name.clone());
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
    path: String,
    generic: bool,
}

impl Extension {
    fn of(value: &Value) -> Option<Extension> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let (name, path) = (text("crate")?, text("path")?);
        let version = semver::VersionReq::parse(text("version")?).ok()?;
        let (head, _) = path.split_once("::")?;
        let is_path = path.split("::").all(is_identifier);
        let generic = value.get("parameters").is_some_and(|parameters| parameters.as_array() != Some(&[]));
        (is_path && head == name.replace('-', "_")).then(|| Extension {
            name: name.to_owned(),
            version,
            path: path.to_owned(),
            generic,
        })
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
        let (head, rest) = self.path.split_once("::").unwrap_or((&self.path, ""));
        let head = entry.rename.as_ref().map_or(head.to_owned(), |name| name.get_ref().replace('-', "_"));
        Ok(format!("::{head}::{rest}"))
    }
}
