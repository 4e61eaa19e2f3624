//! Where Swagger 2.0 has its schemas: `definitions`, and bodies among the parameters.

use super::Reader;
use super::content;
use super::names;
use super::spot::Spot;
use crate::read::node::{Member, Node, NodeKind};
use crate::source::Span;
use crate::spec::Origin;

/// What a parameter of a form has that a schema does not.
const NO_SCHEMA: &[&str] = &["name", "in", "required", "collectionFormat", "allowEmptyValue"];

impl Reader<'_> {
    /// Reads `definitions`, `responses` and `parameters` of the root.
    pub(super) fn swagger_components(&mut self, root: &Spot<'_>) {
        if let Some(definitions) = root.member("definitions") {
            self.schemas(&definitions);
        }
        if let Some(responses) = root.member("responses") {
            self.parts(&responses, "Response", Reader::response);
        }
        if let Some(parameters) = root.member("parameters") {
            for parameter in self.entries(&parameters) {
                match parameter.node.get("in").and_then(Node::as_str) {
                    Some("body") => self.swagger_parameter(&parameter, &names::of_part(parameter.name, "Request"), ""),
                    Some(_) | None => self.makes_no_type("parameters", parameter.name_span),
                }
            }
        }
    }

    /// The body of a request, or the fields of a form.
    pub(super) fn swagger_request(&mut self, parameters: &Spot<'_>, operation: &str, about: &str) {
        let name = format!("{operation}Request");
        let about = format!("The body of a request: {about}.");
        let mut fields = Vec::new();
        for parameter in self.items(parameters) {
            match parameter.node.get("in").and_then(Node::as_str) {
                Some("body") => self.swagger_parameter(&parameter, &name, &about),
                Some("formData") => fields.push(parameter),
                Some(_) => {}
                None if parameter.node.get("$ref").is_some() => {
                    self.elsewhere(&parameter, "Request", Reader::swagger_parameter);
                }
                None => self.kind(&parameter, "a parameter with `in`"),
            }
        }
        if !fields.is_empty() {
            self.form(parameters, &fields, name, &about);
        }
    }

    fn swagger_parameter(&mut self, parameter: &Spot<'_>, name: &str, about: &str) {
        if let Some(schema) = parameter.member("schema") {
            self.swagger_body(&schema, name, about);
        }
    }

    /// The schema of a body.
    pub(super) fn swagger_body(&mut self, schema: &Spot<'_>, name: &str, about: &str) {
        if schema.node.get("type").and_then(Node::as_str) == Some("file") {
            return self.makes_no_type("bodies that are neither JSON nor objects", schema.name_span);
        }
        if content::is_inline(schema.node) {
            let id = self.named(schema, name.to_owned(), Origin::Body);
            self.note(id, None, about);
        }
    }

    /// The fields of a form as one object.
    fn form(&mut self, parameters: &Spot<'_>, fields: &[Spot<'_>], name: String, about: &str) {
        let span = parameters.node.span;
        let text = |text: &str, span: Span| Node { span, kind: NodeKind::String(text.to_owned()) };
        let member = |name: &str, value: Node| Member { name: name.to_owned(), name_span: value.span, value };
        let (mut properties, mut required) = (Vec::new(), Vec::new());
        for field in fields {
            let Some(written) = field.node.get("name") else { continue };
            let Some(name) = written.as_str() else { continue };
            let schema = field.node.as_object().unwrap_or(&[]).iter();
            let schema = schema.filter(|member| !NO_SCHEMA.contains(&member.name.as_str())).cloned().collect();
            let value = Node { span: field.node.span, kind: NodeKind::Object(schema) };
            properties.push(Member { name: name.to_owned(), name_span: written.span, value });
            if field.node.get("required").and_then(Node::as_bool) == Some(true) {
                required.push(text(name, written.span));
            }
        }
        let mut members = vec![member("type", text("object", span))];
        if !required.is_empty() {
            members.push(member("required", Node { span, kind: NodeKind::Array(required) }));
        }
        members.push(member("properties", Node { span, kind: NodeKind::Object(properties) }));
        let node = Node { span, kind: NodeKind::Object(members) };
        let id = self.named(&Spot { node: &node, ..parameters.clone() }, name, Origin::Body);
        self.note(id, None, about);
    }
}
