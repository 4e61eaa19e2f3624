//! Parts of a JSON text, as they were written: members, elements, and what is left when others are taken out.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt;

/// A value as it was written.
pub(super) type Part<'a> = &'a RawValue;

/// Pointers are no longer than what is read of a document.
const DEEPEST: usize = 100;

/// The parts of a JSON Pointer (RFC 6901).
///
/// # Errors
/// Says that it leads deeper than anything that is read.
pub(super) fn segments(pointer: &str) -> Result<Vec<String>, String> {
    let segments: Vec<String> =
        pointer.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect();
    if segments.len() > DEEPEST { Err(format!("`{pointer}` is more than {DEEPEST} deep")) } else { Ok(segments) }
}

/// The JSON Pointer of these parts.
pub(super) fn pointer_of(segments: &[String]) -> String {
    segments.iter().map(|part| format!("/{}", part.replace('~', "~0").replace('/', "~1"))).collect()
}

/// The value at a place.
pub(super) fn at<'a>(root: Part<'a>, segments: &[String]) -> Option<Part<'a>> {
    segments.iter().try_fold(root, |part, segment| match members(part) {
        Some(members) => members.into_iter().rev().find(|(name, _)| name == segment).map(|(_, value)| value),
        None => elements(part)?.get(segment.parse::<usize>().ok()?).copied(),
    })
}

/// The members of an object, in their order.
pub(super) fn members(part: Part<'_>) -> Option<Vec<(String, Part<'_>)>> {
    serde_json::from_str::<Members<'_>>(part.get()).ok().map(|members| members.0)
}

fn elements(part: Part<'_>) -> Option<Vec<Part<'_>>> {
    serde_json::from_str(part.get()).ok()
}

/// What is left of a value when only these places are kept, and what leads to them.
///
/// # Errors
/// Says that the text cannot be written, which does not happen.
pub(super) fn prune(root: Part<'_>, keep: &BTreeSet<Vec<String>>) -> Result<String, String> {
    let mut text = String::new();
    prune_at(root, &mut Vec::new(), keep, &mut text).map_err(|error| error.to_string())?;
    Ok(text)
}

/// As deep as the longest place that is kept.
fn prune_at(
    part: Part<'_>,
    place: &mut Vec<String>,
    keep: &BTreeSet<Vec<String>>,
    text: &mut String,
) -> serde_json::Result<()> {
    let leads_on = keep.range(place.clone()..).next().is_some_and(|kept| kept.starts_with(place) && kept != place);
    match members(part) {
        _ if keep.contains(place) || !leads_on => text.push_str(part.get()),
        Some(members) => {
            text.push('{');
            let mut first = true;
            for (name, value) in members {
                place.push(name);
                if keep.range(place.clone()..).next().is_some_and(|kept| kept.starts_with(place)) {
                    if !std::mem::take(&mut first) {
                        text.push(',');
                    }
                    text.push_str(&serde_json::to_string(place.last().map_or("", String::as_str))?);
                    text.push(':');
                    prune_at(value, place, keep, text)?;
                }
                place.pop();
            }
            text.push('}');
        }
        // Elements are found by their number: all of them stay.
        None => text.push_str(part.get()),
    }
    Ok(())
}

struct Members<'a>(Vec<(String, Part<'a>)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Vec<(String, &'de RawValue)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        deserializer.deserialize_map(Object).map(Members)
    }
}
