//! Out of a larger document, JSON or YAML: one value, or some schemas and all they refer to, as JSON.
//!
//! What is taken is taken as it was written: no number and no string changes, members stay in their order. Only the
//! layout is made anew, so that it does not depend on where in the document it stood.

mod layout;
mod parts;
mod references;

use crate::wildcard::fits;
use parts::{Part, at, members, pointer_of, prune, segments};
use references::references;
use std::collections::BTreeSet;
use typeloom_build::yaml_to_json;

/// What is taken out of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Selection {
    /// All of it, byte by byte.
    All,
    /// The value at this JSON Pointer.
    Pointer(String),
    /// Schemas of these names and all they refer to.
    Schemas(Vec<String>),
}

/// What a smaller document of the same kind needs to be one.
const HEAD: [&str; 7] = ["/$schema", "/$id", "/id", "/openapi", "/swagger", "/info", "/jsonSchemaDialect"];

/// Where documents keep their named schemas: OpenAPI 3, Swagger 2, JSON Schema.
const HOMES: [&str; 3] = ["/components/schemas", "/definitions", "/$defs"];

impl Selection {
    /// How the lock and the report call it; nothing for all.
    pub fn name(&self) -> Option<String> {
        match self {
            Selection::All => None,
            Selection::Pointer(pointer) => Some(format!("pointer {pointer}")),
            Selection::Schemas(names) => Some(format!("schemas {}", names.join(", "))),
        }
    }

    /// Takes it out of a text.
    ///
    /// # Errors
    /// Says that the text is neither JSON nor YAML, or what is not in it.
    pub fn take(&self, text: &str) -> Result<String, String> {
        let json = text.trim_start_matches('\u{feff}').trim_start();
        if *self == Selection::All || json.starts_with(['{', '[']) {
            return self.take_json(json, text);
        }
        self.take_json(&yaml_to_json("the document", text)?, text)
    }

    fn take_json(&self, json: &str, text: &str) -> Result<String, String> {
        let parsed = |text| serde_json::from_str::<Part<'_>>(text).map_err(|error| format!("it is no JSON: {error}"));
        match self {
            Selection::All => Ok(text.to_owned()),
            Selection::Pointer(pointer) => {
                let root = parsed(json)?;
                let segments = segments(pointer)?;
                let part = at(root, &segments).ok_or_else(|| format!("there is nothing at `{pointer}`"))?;
                Ok(layout::lay_out(part.get()))
            }
            Selection::Schemas(names) => schemas(parsed(json)?, names),
        }
    }
}

fn schemas(root: Part<'_>, names: &[String]) -> Result<String, String> {
    let mut keep: BTreeSet<Vec<String>> = BTreeSet::new();
    let mut waiting = Vec::new();
    let mut used = vec![false; names.len()];
    for home in HOMES {
        let home = segments(home)?;
        let Some(part) = at(root, &home) else { continue };
        for (name, _) in members(part).unwrap_or_default() {
            for (pattern, used) in names.iter().zip(&mut used).filter(|(pattern, _)| fits(pattern, &name)) {
                let _ = pattern;
                *used = true;
                waiting.push(home.iter().cloned().chain([name.clone()]).collect::<Vec<_>>());
            }
        }
    }
    if let Some((name, _)) = names.iter().zip(used).find(|(_, used)| !used) {
        return Err(format!("there is no schema `{name}`"));
    }
    while let Some(place) = waiting.pop() {
        if keep.contains(&place) {
            continue;
        }
        // A reference to nothing stays one: it is told when the document is read.
        let Some(part) = at(root, &place) else { continue };
        for pointer in references(part).map_err(|why| format!("{}: {why}", pointer_of(&place)))? {
            waiting.push(home_of(segments(&pointer)?));
        }
        keep.insert(place);
    }
    for head in HEAD {
        let head = segments(head)?;
        // `$id` and `$schema` are texts; a property of that name stands elsewhere.
        if at(root, &head).is_some() {
            keep.insert(head);
        }
    }
    Ok(layout::lay_out(&prune(root, &keep)?))
}

/// A reference into a named schema means that schema: what is around the place belongs to it.
fn home_of(place: Vec<String>) -> Vec<String> {
    for home in HOMES {
        let depth = home.matches('/').count();
        if place.len() > depth && pointer_of(&place[..depth]) == home {
            return place[..=depth].to_vec();
        }
    }
    place
}

#[cfg(test)]
mod tests;
