//! Where a rule is being checked: the place in the instance and the place in the schema, as a linked list on the stack.
//!
//! Going down costs a few words on the stack and nothing else; the JSON Pointers are spelled out only for a violation.

use super::secrecy::Secrecy;
use crate::secret_names;

/// A place in the instance and the place in the schema that describes it.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
    via: &'static str,
    location: Option<&'static str>,
    secrecy: Secrecy,
}

/// One step down in the instance.
#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    /// The same place as the parent's.
    Same,
    Member(&'a str),
    /// A member that is described by `/properties/<name>`, or what `via` has behind that.
    Property(&'a str),
    Index(usize),
}

/// The pointers of a place, spelled out.
pub(super) struct Pointers {
    pub(super) instance: String,
    pub(super) keyword: String,
    pub(super) absolute: Option<String>,
}

impl<'a> At<'a> {
    /// The instance as a whole.
    pub const ROOT: At<'static> =
        At { parent: None, step: Step::Same, via: "", location: None, secrecy: Secrecy::Inherited };

    /// The member `name`, described by what the schema has at `via`: `/properties/email`.
    pub const fn member(&'a self, name: &'a str, via: &'static str) -> At<'a> {
        At { parent: Some(self), step: Step::Member(name), via, location: None, secrecy: Secrecy::Inherited }
    }

    /// The member `name`, described by what the schema has at `via` if that begins with `/`, else behind
    /// `/properties/<name>`: `$ref`.
    #[inline]
    pub(crate) fn property(&'a self, name: &'a str, via: &'static str) -> At<'a> {
        let step = if via.starts_with('/') { Step::Member(name) } else { Step::Property(name) };
        At { parent: Some(self), step, via, location: None, secrecy: Secrecy::Inherited }
    }

    /// The item `index`, described by what the schema has at `via`: `/items`.
    pub const fn index(&'a self, index: usize, via: &'static str) -> At<'a> {
        At { parent: Some(self), step: Step::Index(index), via, location: None, secrecy: Secrecy::Inherited }
    }

    /// The same place in the instance, another in the schema: `/$ref`, `/allOf/0`.
    pub const fn schema(&'a self, via: &'static str) -> At<'a> {
        At { parent: Some(self), step: Step::Same, via, location: None, secrecy: Secrecy::Inherited }
    }

    /// The same place in both; from here on, absolute keyword locations begin with `location`:
    /// `workos/user.json#/properties/impersonator`.
    pub const fn within(&'a self, location: &'static str) -> At<'a> {
        At { parent: Some(self), step: Step::Same, via: "", location: Some(location), secrecy: Secrecy::Inherited }
    }

    /// The same place, described by a schema that is to be found at `location`, unless that is empty.
    #[inline(never)]
    pub(crate) const fn leading_to(mut self, location: &'static str) -> At<'a> {
        if !location.is_empty() {
            self.location = Some(location);
        }
        self
    }

    /// The same place, known to hold a secret: violations show nothing of it, nor of what is in it.
    pub const fn secret(self) -> At<'a> {
        At { secrecy: Secrecy::Secret, ..self }
    }

    /// The same place. In it, what stands under one of these names is a secret, and what has a name that is known for
    /// secrets.
    pub const fn secret_names(self, names: &'static [&'static str]) -> At<'a> {
        match self.secrecy {
            Secrecy::Secret => self,
            Secrecy::Inherited | Secrecy::Names(_) => At { secrecy: Secrecy::Names(names), ..self },
        }
    }

    /// Whether a secret is here. Asked only where there is a violation.
    pub(super) fn is_secret(&self) -> bool {
        let mut steps: Vec<&str> = Vec::new();
        let mut next = Some(self);
        while let Some(node) = next {
            match node.secrecy {
                Secrecy::Secret => return true,
                Secrecy::Names(names) => {
                    let secret = |name: &&str| names.contains(name) || secret_names::is_secret(name);
                    if steps.iter().any(secret) {
                        return true;
                    }
                    steps.clear();
                }
                Secrecy::Inherited => {}
            }
            if let Step::Member(name) | Step::Property(name) = node.step {
                steps.push(name);
            }
            next = node.parent;
        }
        false
    }

    /// The pointers, with `keyword` as the last step in the schema.
    pub(super) fn pointers(&self, keyword: &str) -> Pointers {
        let mut nodes = Vec::new();
        let mut next = Some(self);
        while let Some(node) = next {
            nodes.push(node);
            next = node.parent;
        }
        let mut pointers = Pointers { instance: String::new(), keyword: String::new(), absolute: None };
        for node in nodes.into_iter().rev() {
            match node.step {
                Step::Same => {}
                Step::Member(name) | Step::Property(name) => push_name(&mut pointers.instance, name),
                Step::Index(index) => push_index(&mut pointers.instance, index),
            }
            if let Step::Property(name) = node.step {
                let mut step = "/properties".to_owned();
                push_name(&mut step, name);
                pointers.push(&step);
                pointers.push(if node.via.is_empty() { "" } else { "/" });
            }
            pointers.push(node.via);
            if let Some(location) = node.location {
                pointers.absolute = Some(location.to_owned());
            }
        }
        if !keyword.is_empty() {
            pointers.push("/");
            pointers.push(keyword);
        }
        pointers
    }
}

impl Pointers {
    fn push(&mut self, schema: &str) {
        self.keyword.push_str(schema);
        if let Some(absolute) = &mut self.absolute {
            absolute.push_str(schema);
        }
    }
}

/// Adds a member name to a JSON Pointer (RFC 6901).
pub(crate) fn push_name(pointer: &mut String, name: &str) {
    pointer.push('/');
    if name.contains('~') || name.contains('/') {
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(name);
    }
}

/// Adds an array index to a JSON Pointer.
pub(crate) fn push_index(pointer: &mut String, index: usize) {
    pointer.push('/');
    pointer.push_str(&index.to_string());
}
