//! Where Swagger 2.0 has its schemas: `definitions`, and bodies among the parameters.

use super::Reader;
use super::spot::Spot;
use crate::pointer;
use crate::read::body_names as names;
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
            for parameter in self.map(&parameters) {
                match parameter.node.get("in").and_then(Node::as_str) {
                    Some("body") => self.swagger_parameter(&parameter, &names::of_part(parameter.name, "Request"), ""),
                    Some("formData") => {} // a part of each form that refers to it
                    Some(_) | None => self.makes_no_type("parameters", parameter.name_span),
                }
            }
        }
    }

    /// The body of a request, or the fields of a form: those of the operation, else those of its path.
    pub(super) fn swagger_request(
        &mut self,
        operation: &Spot<'_>,
        own: Option<&Spot<'_>>,
        shared: Option<&Spot<'_>>,
        name: &str,
        about: &str,
    ) {
        let name = format!("{name}Request");
        let about = format!("The body of a request: {about}.");
        let (mut body, mut fields) = (false, Vec::new());
        for (parameters, inherited) in [(own, false), (shared, true)] {
            let Some(parameters) = parameters else { continue };
            let form = !fields.is_empty();
            let items: Vec<Spot<'_>> = parameters.node.as_array().map(|_| self.items(parameters)).unwrap_or_default();
            for parameter in items {
                match parameter.node.get("in").and_then(Node::as_str) {
                    Some("body") if inherited && (body || form) => {} // the operation has one of its own
                    Some("body") => {
                        body = true;
                        // That of a path is called after the first operation that has it.
                        if !inherited || self.followed.insert((parameter.document, parameter.pointer.clone())) {
                            self.swagger_parameter(&parameter, &name, &about);
                        }
                    }
                    Some("formData") if inherited && body => {}
                    Some("formData") => fields.push(parameter.node.clone()),
                    Some(_) => {}
                    None if parameter.node.get("$ref").is_some() => match self.form_field(&parameter) {
                        Some(field) => fields.push(field),
                        None => self.elsewhere(&parameter, "Request", Reader::swagger_parameter),
                    },
                    None if inherited => {} // reported with the first operation
                    None => self.kind(&parameter, "a parameter with `in`"),
                }
            }
        }
        if !fields.is_empty() {
            let pointer = pointer::join(&operation.pointer, "parameters");
            let written = own.or(shared).unwrap_or(operation);
            let (span, name_span) = (written.node.span, written.name_span);
            let place = Spot { pointer, name_span, ..operation.clone() };
            self.form(&place, span, &fields, name, &about);
        }
    }

    /// The field of a form that a parameter refers to.
    fn form_field(&mut self, parameter: &Spot<'_>) -> Option<Node> {
        let target = self.follow(parameter)?;
        let field = target.spot()?.node;
        (field.get("in").and_then(Node::as_str) == Some("formData")).then(|| field.clone())
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
        if !self.is_inline(schema.node) {
            return self.mention(schema);
        }
        let id = self.named(schema, name.to_owned(), Origin::Body);
        self.note(id, None, about);
    }

    /// The fields of a form as one object. The first of one name counts.
    fn form(&mut self, place: &Spot<'_>, span: Span, fields: &[Node], name: String, about: &str) {
        let text = |text: &str, span: Span| Node { span, kind: NodeKind::String(text.to_owned()) };
        let member = |name: &str, value: Node| Member { name: name.to_owned(), name_span: value.span, value };
        let (mut properties, mut required): (Vec<Member>, Vec<Node>) = (Vec::new(), Vec::new());
        for field in fields {
            let Some(written) = field.get("name") else { continue };
            let Some(name) = written.as_str() else { continue };
            if properties.iter().any(|known| known.name == name) {
                continue;
            }
            let schema = field.as_object().unwrap_or(&[]).iter();
            let schema = schema.filter(|member| !NO_SCHEMA.contains(&member.name.as_str())).cloned().collect();
            let value = Node { span: field.span, kind: NodeKind::Object(schema) };
            properties.push(Member { name: name.to_owned(), name_span: written.span, value });
            if field.get("required").and_then(Node::as_bool) == Some(true) {
                required.push(text(name, written.span));
            }
        }
        let mut members = vec![member("type", text("object", span))];
        if !required.is_empty() {
            members.push(member("required", Node { span, kind: NodeKind::Array(required) }));
        }
        members.push(member("properties", Node { span, kind: NodeKind::Object(properties) }));
        let node = Node { span, kind: NodeKind::Object(members) };
        let id = self.named(&Spot { node: &node, ..place.clone() }, name, Origin::Body);
        self.note(id, None, about);
    }
}
