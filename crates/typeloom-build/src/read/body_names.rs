//! Names for what a document of an API describes without naming it.
//!
//! An operation is called by its `operationId`, else by method and path: `GET /users/{id}/keys` is `GetUsersByIdKeys`.
//! Its bodies are `CreateSessionRequest`, `CreateSessionResponse` (the lowest status of success that has a body),
//! `CreateSessionResponse202` (another one), `CreateSessionError404`, `CreateSessionError4XX`, and `CreateSessionError`
//! for the status `default`. Of two operations with one name the second is called by its method and path. A body that
//! has other schemas for other media types gets their names behind that: `CreateSessionRequestForm`.

use crate::convention::capitalised;

/// The words of a text, each with a capital, the rest as written: `users/get-by-OAuth` is `UsersGetByOAuth`.
pub(crate) fn pascal(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(capitalised).collect()
}

/// What an operation is called.
pub(crate) fn of_operation(id: Option<&str>, method: &str, path: &str) -> String {
    if let Some(name) = id.map(pascal).filter(|name| !name.is_empty()) {
        return name;
    }
    let segments = path.split('/').map(|segment| {
        let parts = segment.split('{').enumerate().map(|(index, part)| match (index, part.split_once('}')) {
            (0, _) | (_, None) => pascal(part),
            (_, Some((parameter, rest))) => format!("By{}{}", pascal(parameter), pascal(rest)),
        });
        parts.collect::<String>()
    });
    let path: String = segments.collect();
    let path = if path.is_empty() { "Root".to_owned() } else { path };
    format!("{}{path}", capitalised(&method.to_lowercase()))
}

/// A named part with what it is: `NotFound` as a response is a `NotFoundResponse`, `UserResponse` stays.
pub(crate) fn of_part(name: &str, kind: &str) -> String {
    let plain = pascal(name);
    if plain.to_lowercase().ends_with(&kind.to_lowercase()) { name.to_owned() } else { format!("{plain}{kind}") }
}

/// What the body for a status is called behind the name of its operation. `main`: the lowest success with a body.
pub(crate) fn of_status(status: &str, main: bool, has_success: bool) -> String {
    match status.as_bytes().first() {
        _ if main => "Response".to_owned(),
        Some(b'1'..=b'3') => format!("Response{}", pascal(status).to_uppercase()),
        _ if status == "default" && has_success => "Error".to_owned(),
        _ if status == "default" => "Response".to_owned(),
        _ => format!("Error{}", pascal(status).to_uppercase()),
    }
}

/// What a media type is called in names: `application/merge-patch+json` is `MergePatchJson`.
pub(crate) fn of_media_type(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/x-www-form-urlencoded" => "Form".to_owned(),
        "multipart/form-data" => "Multipart".to_owned(),
        _ => pascal(essence.split_once('/').map_or(essence.as_str(), |(_, subtype)| subtype.trim_start_matches("x-"))),
    }
}

/// Whether a media type is JSON (RFC 6839, section 3.1), or any.
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
    matches!(subtype, "json" | "*" | "x-json" | "jsonl" | "x-ndjson" | "json-seq") || subtype.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::{of_media_type, of_operation, of_part, of_status};

    #[test]
    fn operations_are_called_by_their_identifier_or_their_path() {
        for (id, method, path, name) in [
            (Some("createSession"), "post", "/", "CreateSession"),
            (Some("users/get-by-username"), "get", "/", "UsersGetByUsername"),
            (Some("get_OAuth2_client"), "get", "/", "GetOAuth2Client"),
            (None, "get", "/users/{id}/keys", "GetUsersByIdKeys"),
            (Some("--"), "DELETE", "/a.b/{x}:run", "DeleteABByXRun"),
            (None, "get", "/", "GetRoot"),
            (None, "get", "/{a}{b}/{", "GetByAByB"),
        ] {
            assert_eq!(of_operation(id, method, path), name);
        }
    }

    #[test]
    fn parts_say_what_they_are() {
        assert_eq!(of_part("not_found", "Response"), "NotFoundResponse");
        assert_eq!(of_part("user_response", "Response"), "user_response");
        assert_eq!(of_status("200", true, true), "Response");
        assert_eq!(of_status("202", false, true), "Response202");
        assert_eq!(of_status("4xx", false, true), "Error4XX");
        assert_eq!(of_status("default", false, true), "Error");
        assert_eq!(of_status("default", false, false), "Response");
        assert_eq!(of_media_type("application/vnd.acme.v3+json; q=1"), "VndAcmeV3Json");
    }
}
