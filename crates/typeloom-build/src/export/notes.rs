//! Notes as annotations. What a document has under a name that means something in 2020-12, and did not mean that there,
//! goes under `x-ignored`.

use super::json::Json;
use crate::extensions;
use crate::read::json_schema::keywords;
use crate::spec::Notes;
use typeloom::Value;

/// What says what a schema is about.
pub(super) fn before(notes: &Notes, members: &mut Vec<(String, Json)>) {
    let texts = [("title", &notes.title), ("description", &notes.description), ("$comment", &notes.comment)];
    for (name, text) in texts {
        members.extend(text.as_deref().map(|text| (name.to_owned(), Json::from(text))));
    }
}

/// Everything else.
pub(super) fn behind(notes: &Notes, members: &mut Vec<(String, Json)>) {
    if let Some(default) = &notes.default {
        members.push(("default".to_owned(), default.value.clone().into()));
    }
    if !notes.examples.is_empty() {
        let examples = notes.examples.iter().map(|example| example.value.clone().into());
        members.push(("examples".to_owned(), Json::Array(examples.collect())));
    }
    let flags = [("deprecated", notes.deprecated), ("readOnly", notes.read_only), ("writeOnly", notes.write_only)];
    members.extend(flags.into_iter().filter(|(_, flag)| *flag).map(|(name, _)| (name.to_owned(), Json::from(true))));
    let mut ignored = vec![];
    for (name, value) in &notes.extensions {
        let json = Json::from(value.value.clone());
        match keywords::is_extension(name) && members.iter().all(|(known, _)| known != name) {
            true => members.push((name.clone(), json)),
            false => ignored.push((name.clone(), json)),
        }
    }
    if !ignored.is_empty() {
        members.push((extensions::IGNORED.to_owned(), Json::Object(ignored)));
    }
    if !notes.remarks.is_empty() {
        let remarks = notes.remarks.iter().map(|remark| Json::from(Value::String(remark.clone())));
        members.push((extensions::REMARKS.to_owned(), Json::Array(remarks.collect())));
    }
}
