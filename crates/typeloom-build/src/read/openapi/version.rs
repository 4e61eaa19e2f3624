//! Which version of OpenAPI a document is written in.

use crate::diagnostic::{Code, Sink};
use crate::read::json_schema::dialect::{Dialect, Edition};
use crate::read::node::Node;
use crate::read::signs;

/// A version of OpenAPI, patches aside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Version {
    Swagger2,
    V30,
    V31,
    V32,
}

impl Version {
    /// What the keywords of its schemas mean.
    pub fn edition(self) -> Edition {
        match self {
            Version::Swagger2 => Edition::Swagger2,
            Version::V30 => Edition::OpenApi30,
            Version::V31 | Version::V32 => Edition::D2020,
        }
    }
}

/// The version of a document. A part of a document says none: it is written like what refers to it.
pub(super) fn of(node: &Node, inherited: Option<Dialect>, sink: &mut Sink) -> Version {
    let Some((text, place)) = signs::openapi_version(node) else {
        return match inherited.map(|dialect| dialect.edition) {
            Some(Edition::Swagger2) => Version::Swagger2,
            Some(Edition::OpenApi30) => Version::V30,
            Some(Edition::D4 | Edition::D6 | Edition::D7 | Edition::D2019 | Edition::D2020) | None => Version::V32,
        };
    };
    let mut parts = text.split('.');
    let swagger = node.get("openapi").is_none();
    match (swagger, parts.next(), parts.next()) {
        (true, Some("2"), _) => Version::Swagger2,
        (false, Some("3"), Some("0")) => Version::V30,
        (false, Some("3"), Some("1")) => Version::V31,
        (false, Some("3"), Some("2")) => Version::V32,
        (swagger, _, _) => {
            let read = if swagger { "Swagger 2.0" } else { "OpenAPI 3.2" };
            sink.report(Code::UnknownDialect, place.span)
                .group("version")
                .message(format!("version `{text}` is not known"))
                .label(format!("read as {read}"))
                .help("these are read: Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2");
            if swagger { Version::Swagger2 } else { Version::V32 }
        }
    }
}
