//! Changes as JSON, for programs: with any serializer of serde.
//!
//! ```json
//! {"verdict": "major", "vendors": [{"vendor": "workos", "verdict": "major", "types": [{"name": "UserlandUser",
//!   "title": "UserlandUser", "changes": [{"kind": "field-added", "at": "locale", "rust": "locale",
//!   "new": "optional `String`", "breaks": [], "verdict": "major", "text": "field `locale` added: .."}]}]}]}
//! ```

use super::changes::{Change, Changes, TypeChanges, VendorChanges};
use super::sentence;
use serde_core::ser::{Serialize, SerializeMap, Serializer};

impl Serialize for Changes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("verdict", self.verdict().name())?;
        map.serialize_entry("vendors", &self.vendors)?;
        map.end()
    }
}

impl Serialize for VendorChanges {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let VendorChanges { vendor, change, types } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("vendor", vendor)?;
        map.serialize_entry("verdict", self.verdict().name())?;
        if let Some(change) = change {
            map.serialize_entry("change", change)?;
        }
        map.serialize_entry("types", types)?;
        map.end()
    }
}

impl Serialize for TypeChanges {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let TypeChanges { name, title, changes } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", name)?;
        map.serialize_entry("title", title)?;
        map.serialize_entry("changes", changes)?;
        map.end()
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Change { kind, at, rust, old, new, guess, effect, verdict } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", kind.name())?;
        for (name, text) in [("at", at), ("rust", rust)] {
            if !text.is_empty() {
                map.serialize_entry(name, text)?;
            }
        }
        for (name, text) in [("old", old), ("new", new), ("guess", guess)] {
            if let Some(text) = text {
                map.serialize_entry(name, text)?;
            }
        }
        let breaks: Vec<&str> = [(effect.readers, "readers"), (effect.writers, "writers")]
            .into_iter()
            .filter_map(|(breaks, who)| breaks.then_some(who))
            .collect();
        map.serialize_entry("breaks", &breaks)?;
        map.serialize_entry("verdict", verdict.name())?;
        map.serialize_entry("text", &sentence::of(self))?;
        map.end()
    }
}
