//! The formats of JSON Schema and OpenAPI: one function each that says whether a text is in the format.
//!
//! In comes the text of a JSON string, out comes a yes or no. Each function is exact by the standard that it names, in
//! one pass and without allocation but for internationalised host names. This module knows nothing of schemas.

mod email;
mod host;
mod idna;
mod pointer;
mod regex;
mod template;
mod text;
mod time;
mod uri;

pub use email::{email, idn_email};
pub use host::{hostname, idn_hostname, ipv4, ipv6};
pub use pointer::{json_pointer, relative_json_pointer};
pub use regex::regex;
pub use template::uri_template;
pub use text::{byte, uuid};
pub use time::{date, date_time, duration, time};
pub use uri::{iri, iri_reference, uri, uri_reference};

/// Says whether a text is in a format.
pub type Test = fn(&str) -> bool;

/// Every format of this module, by its name in `format`, sorted.
pub const ALL: &[(&str, Test)] = &[
    ("byte", byte),
    ("date", date),
    ("date-time", date_time),
    ("duration", duration),
    ("email", email),
    ("hostname", hostname),
    ("idn-email", idn_email),
    ("idn-hostname", idn_hostname),
    ("ipv4", ipv4),
    ("ipv6", ipv6),
    ("iri", iri),
    ("iri-reference", iri_reference),
    ("json-pointer", json_pointer),
    ("regex", regex),
    ("relative-json-pointer", relative_json_pointer),
    ("time", time),
    ("uri", uri),
    ("uri-reference", uri_reference),
    ("uri-template", uri_template),
    ("uuid", uuid),
];

/// The function for a name as it stands in `format`: `date-time`.
pub fn by_name(name: &str) -> Option<Test> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, test)| *test)
}
