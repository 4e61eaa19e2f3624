//! One operation: its request body and its responses.

use super::Reader;
use super::spot::Spot;
use super::version::Version;
use crate::diagnostic::{Code, Severity};
use crate::read::body_names as names;
use crate::read::node::Node;

const OPERATION: &[&str] = &[
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "deprecated",
    "security",
    "servers",
    "consumes",
    "produces",
    "schemes",
];
const RESPONSE: &[&str] = &["summary", "description", "headers", "content", "links", "schema", "examples"];
const REQUEST: &[&str] = &["description", "content", "required"];

impl Reader<'_> {
    /// Reads an operation: `fallback` is what it is called without `operationId`, where that is not method and path.
    /// `shared` are the parameters of its path.
    pub(super) fn operation(
        &mut self,
        operation: &Spot<'_>,
        shared: Option<&Spot<'_>>,
        path: &str,
        fallback: Option<&str>,
        depth: usize,
    ) {
        if operation.node.as_object().is_none() {
            return self.kind(operation, "an object");
        }
        self.known(operation, OPERATION);
        let id = self.identifier(operation);
        let name = match (id, fallback) {
            (None, Some(name)) => name.to_owned(),
            (id, _) => names::of_operation(id, operation.name, path),
        };
        let name = self.unlike_others(name, operation.name, path);
        let about = format!("`{} {path}`", operation.name.to_uppercase());
        let parameters = operation.member("parameters");
        if let Some(parameters) = &parameters {
            self.parameters(parameters);
        }
        if self.version == Version::Swagger2 {
            self.swagger_request(operation, parameters.as_ref(), shared, &name, &about);
        }
        if let Some(body) = operation.member("requestBody") {
            let about = format!("The body of a request: {about}.");
            match body.node.get("$ref") {
                Some(_) => self.elsewhere(&body, "Request", Reader::request_body),
                None => self.request_body(&body, &format!("{name}Request"), &about),
            }
        }
        if let Some(responses) = operation.member("responses") {
            self.responses(&responses, &name, &about);
        }
        if let Some(callbacks) = operation.member("callbacks") {
            self.callbacks(&callbacks, &name, depth);
        }
    }

    /// The name of an operation, unless another one has it: then that by method and path. Those that differ in a closing
    /// slash only say so.
    fn unlike_others(&mut self, name: String, method: &str, path: &str) -> String {
        let by_path = names::of_operation(None, method, path);
        let closed = format!("{by_path}Slash");
        let mut candidates = vec![name.clone(), by_path];
        candidates.extend(path.ends_with('/').then_some(closed));
        let free = candidates.into_iter().find(|candidate| self.called.insert(candidate.to_lowercase()));
        free.unwrap_or(name)
    }

    fn identifier<'t>(&mut self, operation: &Spot<'t>) -> Option<&'t str> {
        let written = operation.member("operationId")?;
        let Some(id) = written.node.as_str() else {
            self.kind(&written, "a string");
            return None;
        };
        if let Some(first) = self.operations.insert(id.to_owned(), written.node.span) {
            self.sink
                .report(Code::OpenApi, written.node.span)
                .message(format!("`{id}` is the identifier of two operations"))
                .label("here again")
                .related(first, "first here")
                .help("give one of them another `operationId`")
                .severity = Severity::Warning;
        }
        Some(id)
    }

    /// The parameters of one operation make no types.
    pub(super) fn parameters(&mut self, parameters: &Spot<'_>) {
        for parameter in self.items(parameters) {
            if parameter.node.get("$ref").is_some() {
                // Those of Swagger 2.0 are followed where a form is put together.
                if self.version != Version::Swagger2 {
                    self.elsewhere(&parameter, "Parameter", Reader::parameter);
                }
                continue;
            }
            let place = parameter.node.get("in").and_then(Node::as_str);
            let swagger_body = self.version == Version::Swagger2 && matches!(place, Some("body" | "formData"));
            if !swagger_body {
                self.makes_no_type("parameters of operations", parameter.node.span);
            }
        }
    }

    /// Makes types of the body of a request.
    pub(super) fn request_body(&mut self, body: &Spot<'_>, name: &str, about: &str) {
        self.known(body, REQUEST);
        if body.node.as_object().is_none() {
            return self.kind(body, "an object");
        }
        if let Some(content) = body.member("content") {
            self.content(&content, name, about);
        }
    }

    fn responses(&mut self, responses: &Spot<'_>, operation: &str, about: &str) {
        let entries = self.entries(responses);
        let success = |entry: &&Spot<'_>| entry.name.starts_with('2');
        let has_body =
            |entry: &&Spot<'_>| ["content", "schema", "$ref"].iter().any(|name| entry.node.get(name).is_some());
        let main = entries.iter().filter(success).filter(has_body).map(|entry| entry.name).min();
        let has_success = entries.iter().any(|entry| entry.name.starts_with(['1', '2', '3']));
        for entry in &entries {
            if !is_status(entry.name) {
                self.wrong(entry.name_span, format!("`{}` is no status", entry.name), "not a status")
                    .help("write a number such as 200, a range such as 4XX, or `default`")
                    .severity = Severity::Warning;
            }
            let suffix = names::of_status(entry.name, main == Some(entry.name), has_success);
            let about = format!("The body of a response: {about}, status {}.", entry.name);
            match entry.node.get("$ref") {
                Some(_) => self.elsewhere(entry, "Response", Reader::response),
                None => self.response(entry, &format!("{operation}{suffix}"), &about),
            }
        }
    }

    /// Makes types of the body of a response.
    pub(super) fn response(&mut self, response: &Spot<'_>, name: &str, about: &str) {
        self.known(response, RESPONSE);
        if response.node.as_object().is_none() {
            return self.kind(response, "an object");
        }
        if let Some(headers) = response.member("headers") {
            for header in self.map(&headers) {
                match header.node.get("$ref") {
                    Some(_) => self.elsewhere(&header, "Header", Reader::header),
                    None => self.makes_no_type("headers", header.name_span),
                }
            }
        }
        if let Some(content) = response.member("content") {
            self.content(&content, name, about);
        }
        if let Some(schema) = response.member("schema") {
            self.swagger_body(&schema, name, about);
        }
    }
}

fn is_status(name: &str) -> bool {
    let bytes = name.as_bytes();
    name == "default"
        || matches!(bytes, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
        || matches!(bytes, [b'1'..=b'5', b'x' | b'X', b'x' | b'X'])
}
