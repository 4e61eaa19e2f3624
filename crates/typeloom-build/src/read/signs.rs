//! What shows of which kind a document is, whether its reader is compiled or not: a document whose reader is switched
//! off is named with the feature that switches it on, not taken for something else.

use crate::read::node::Node;
use crate::read::tree;
use crate::source::Source;

/// Whether a document may be one of OpenAPI: JSON or YAML that has the word. Whether it is one is seen when it is
/// parsed.
pub(crate) fn may_be_openapi(source: &Source) -> bool {
    tree::is_one(source)
        && (["\"openapi\"", "\"swagger\"", "\"components\""].iter().any(|word| source.text.contains(word))
            || ["openapi:", "swagger:", "components:"].iter().any(|word| source.text.contains(word)))
}

/// Whether a tree is an OpenAPI document, or a part of one that says only `components` or `paths`.
pub(crate) fn is_openapi(node: &Node) -> bool {
    let Some(members) = node.as_object() else { return false };
    if openapi_version(node).is_some() {
        return true;
    }
    let known = OPENAPI.concat();
    let has = |name: &str| node.get(name).is_some_and(|node| node.as_object().is_some());
    (has("components") || has("paths"))
        && members.iter().all(|member| known.contains(&member.name.as_str()) || member.name.starts_with("x-"))
}

/// The members of the root of an OpenAPI document, in all versions: those that are the same, those of OpenAPI 3, those
/// of Swagger 2.0.
pub(crate) const OPENAPI: [&[&str]; 3] = [
    &["info", "paths", "tags", "externalDocs", "security"],
    &["openapi", "$self", "jsonSchemaDialect", "servers", "webhooks", "components"],
    &[
        "swagger",
        "host",
        "basePath",
        "schemes",
        "consumes",
        "produces",
        "definitions",
        "parameters",
        "responses",
        "securityDefinitions",
    ],
];

/// The text of `openapi` or `swagger`. In YAML `swagger: 2.0` without quotes is a number.
pub(crate) fn openapi_version(node: &Node) -> Option<(&str, &Node)> {
    let written = node.get("openapi").or(node.get("swagger"))?;
    let text = written.as_str().or_else(|| written.as_number().map(|number| number.as_str()))?;
    Some((text, written))
}

/// Whether a document is a page: by its file name, or by its first character where that says nothing.
pub(crate) fn is_page(source: &Source) -> bool {
    let path = source.path.to_lowercase();
    let nameless = !path.rsplit('/').next().unwrap_or("").contains('.');
    [".md", ".mdx", ".markdown", ".txt"].iter().any(|ending| path.ends_with(ending))
        || (nameless && source.text.trim_start().starts_with(['#', '|']))
}
